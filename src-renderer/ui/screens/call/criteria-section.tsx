/** The award criteria: what is scored, how much each weighs, and on which of the two axes it counts. */
import { BookOpenCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { PRICE_WEIGHT_RULE } from '../../../domain/call-guards';
import { outlineOf, withDescendants, type OutlineLine } from '../../../domain/criteria-tree';
import { givesPoints, pointLeaves, rankingRuleOf } from '../../../domain/evaluation/counted-criteria';
import { inOrder } from '../../../domain/position';
import type { Problem } from '../../../domain/problem';
import type { AwardCriterion, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { fieldRemarks, type ProblemWords } from '../../context/field-remarks';
import { useT, useTranslator } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { EmptyState } from '../../primitives/empty-state';
import { useFocusKept } from '../../primitives/focus-kept';
import { Menu } from '../../primitives/menu';
import { Editing } from '../../primitives/read-only';
import { CriterionRow } from './criterion-row';
import { exampleEstimate } from './formula-samples';
import { LawHelp } from './law-help';
import { RuleReference } from './rule-reference';
import { WeightsSummary } from './weights-summary';
import type { Weights } from './weights';

export interface CriteriaSectionProps {
  readonly project: Project;
  readonly weights: Weights;
  readonly problems: readonly Problem[];
  readonly words: ProblemWords;
  /** Which act of this section is the screen's primary one, if any. */
  readonly nextStep: 'template' | 'balance' | null;
}

const AddButtons = ({ onAdd, onAddRubric }: { readonly onAdd: (type: AwardCriterion['type']) => void; readonly onAddRubric: () => void }) => {
  const t = useT();
  return (
    <>
      <Button icon={Plus} onPress={() => onAdd('price')}>{t('call.criterion.addPrice')}</Button>
      <Button icon={Plus} onPress={() => onAdd('quality')}>{t('call.criterion.addQuality')}</Button>
      <Menu
        label={t('call.criterion.addMore')} trigger={t('call.criterion.addMore')}
        items={[
          { id: 'cost', label: t('call.criterion.addCost'), onAction: () => onAdd('cost') },
          { id: 'group', label: t('call.criterion.addGroup'), onAction: () => onAdd('group') },
          { id: 'rubric', label: t('call.criterion.addRubric'), onAction: onAddRubric },
        ]}
      />
    </>
  );
};

/** Scores that would go with a criterion, and with everything in it when it is a group. */
const scoresOf = (project: Project, criterionId: Id): number => {
  const going = withDescendants(project.awardCriteria, criterionId);
  return Object.values(project.scoreSheets).flatMap(({ scores }) => going.filter((id) => (scores[id]?.value ?? null) !== null)).length;
};

/** About the criteria together; the sum of the weights and their absence already have a place of their own. */
const isAboutTheWhole = (problem: Problem): boolean =>
  problem.pointer === '/awardCriteria' && problem.code !== 'call.weightsNot100' && problem.code !== 'call.noCriteria';

/** The criterion before it at its level is a group it can go into. */
const followsGroup = (lines: readonly OutlineLine[], { parentId, index }: OutlineLine): boolean =>
  lines.find((line) => line.parentId === parentId && line.index === index - 1)?.criterion.type === 'group';

export const CriteriaSection = ({ project, weights, problems, words, nextStep }: CriteriaSectionProps) => {
  const t = useT();
  const { locale } = useTranslator();
  const { call, criteria: commands } = useCaiet();
  const criteria = outlineOf(project.awardCriteria);
  const hasGroups = criteria.some(({ criterion }) => criterion.type === 'group');
  const [added, setAdded] = useState<Id | null>(null);
  const [open, setOpen] = useState<ReadonlySet<Id>>(new Set());
  const [removing, setRemoving] = useState<AwardCriterion | null>(null);
  const list = useFocusKept<HTMLOListElement>(criteria.length);
  const rule = rankingRuleOf(project);
  const inTotal = new Map(hasGroups ? pointLeaves(project).map(({ criterion, weightText }) => [criterion.id, weightText]) : []);
  const estimated = inOrder(project.lots).find((lot) => lot.estimatedValue !== null)?.estimatedValue ?? null;
  const add = (type: AwardCriterion['type'], parentId: Id | null = null): void => {
    const id = commands.add(type, parentId);
    setAdded(id);
    setOpen(new Set([...open, id]));
  };
  const toggle = (id: Id): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <Card
      title={t('call.criteria')} padding={criteria.length === 0 ? 'flush' : 'normal'}
      aside={
        <>
          <LawHelp subject={t('call.criteria')} text="call.help.criteria" source="call.help.criteria.source"><RuleReference id={PRICE_WEIGHT_RULE} /></LawHelp>
          {criteria.length > 0 && <Editing><AddButtons onAdd={add} onAddRubric={() => commands.addRubric(locale)} /></Editing>}
        </>
      }
    >
      {criteria.length === 0 ? (
        <EmptyState
          title={t('call.criteria.empty')} body={<p>{t('call.criteria.empty.body')}</p>}
          action={
            <>
              <Button icon={BookOpenCheck} variant={nextStep === 'template' ? 'primary' : 'secondary'} onPress={() => call.useTemplate(locale)}>{t('call.template')}</Button>
              <AddButtons onAdd={add} onAddRubric={() => commands.addRubric(locale)} />
            </>
          }
        />
      ) : (
        <>
          <WeightsSummary weights={weights} problems={problems.filter(isAboutTheWhole)} words={words} isNextStep={nextStep === 'balance'} />
          {hasGroups && <Editing><p className="quiet-text">{t('call.criteria.treeKeys')}</p></Editing>}
          <div className={hasGroups ? 'criterion-line criteria-header criteria-tree' : 'criterion-line criteria-header'} aria-hidden="true">
            <span /><span>{t('call.criterion.name')}</span><span>{t('call.criterion.type')}</span><span>{t('call.criterion.axis')}</span><span>{t('call.criterion.weight')}</span><span />
          </div>
          <ol className={hasGroups ? 'criteria criteria-tree' : 'criteria'} ref={list} tabIndex={-1} aria-label={t('call.criteria')}>
            {criteria.map(({ criterion, ...place }) => (
              <CriterionRow
                key={criterion.id} criterion={criterion} line={{ criterion, ...place }} hasGroups={hasGroups} canEnter={followsGroup(criteria, { criterion, ...place })}
                isWeighed={criterion.type === 'group' || givesPoints(rule, criterion.type)} weightInTotal={inTotal.get(criterion.id) ?? null}
                ofTheWhole={problems.filter(({ pointer }) => pointer === `/awardCriteria/${criterion.id}`)} words={words}
                isNew={criterion.id === added} onLeave={() => setAdded(null)} onAddInside={() => add('quality', criterion.id)}
                isOpen={open.has(criterion.id)} onToggle={() => toggle(criterion.id)} onRemove={() => setRemoving(criterion)}
                estimate={estimated ?? exampleEstimate(project.currency)} isExample={estimated === null}
                remarks={fieldRemarks(problems, `/awardCriteria/${criterion.id}`, words)}
              />
            ))}
          </ol>
        </>
      )}
      <ConfirmDialog
        isOpen={removing !== null} onClose={() => setRemoving(null)} tone="danger"
        title={t('call.criterion.confirmRemove', { name: removing?.name ?? '' })} confirmLabel={t('call.criterion.removeNow')}
        body={<p>{t('call.criterion.confirmRemove.body', { scores: removing === null ? 0 : scoresOf(project, removing.id) })}</p>}
        onConfirm={() => { if (removing !== null) call.removeCriterion(removing.id); }}
      />
    </Card>
  );
};
