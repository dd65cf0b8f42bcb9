/** How totals become a ranking: the award criterion of the law, the rule, what it needs, and what settles equal bids. */
import { AWARD_METHODS, RANKING_RULES } from '../../../domain/call-rules';
import { awardMethodOf, rankingRuleOf, tieRuleOf } from '../../../domain/evaluation/counted-criteria';
import type { Problem } from '../../../domain/problem';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import type { Money } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { fieldRemarks, type ProblemWords } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { RadioGroup } from '../../primitives/radio-group';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { exampleEstimate } from './formula-samples';
import { LawHelp } from './law-help';
import { RankingPreview } from './ranking-preview';

export interface RulesSectionProps {
  readonly project: Project;
  readonly problems: readonly Problem[];
  readonly words: ProblemWords;
}

const hasCost = (project: Project): boolean => Object.values(project.awardCriteria).some(({ type }) => type === 'cost');

/** The first one given; an example while none is. */
const estimateOf = ({ lots, currency }: Project): Money => inOrder(lots).find(({ estimatedValue }) => estimatedValue !== null)?.estimatedValue ?? exampleEstimate(currency);

export const RulesSection = ({ project, problems, words }: RulesSectionProps) => {
  const t = useT();
  const { criteria } = useCaiet();
  const { callRules: rules = {} } = project;
  const remarks = fieldRemarks(problems, '/callRules', words);
  const rule = rankingRuleOf(project);
  return (
    <Card title={t('call.rules')} aside={<LawHelp subject={t('call.rules')} text="call.help.rules" source="call.help.rules.source" />}>
      <div className="rules-fields">
        <Select
          label={t('call.method')} value={awardMethodOf(project)} options={AWARD_METHODS.map((id) => ({ id, label: t(`call.method.${id}.short`) }))}
          onChange={(awardMethod) => criteria.setRules({ awardMethod })}
        />
        <RadioGroup
          label={t('call.ranking')} value={rule}
          options={RANKING_RULES.map((id) => ({ id, label: t(`call.ranking.${id}`), description: t(`call.ranking.${id}.explained`) }))}
          onChange={(rankingRule) => criteria.setRules({ rankingRule })}
        />
        {rule === 'monetisedQuality' && (
          <div className="short-field">
            <NumberField
              label={t('call.qualityWorth')} description={t('call.qualityWorth.description')} unit="%" value={rules.qualityWorth ?? null} {...remarks('qualityWorth')}
              onCommit={(value) => criteria.setRules({ qualityWorth: value ?? undefined })}
            />
          </div>
        )}
        {rule !== 'weightedPoints' && <RankingPreview rule={rule} rules={rules} estimate={estimateOf(project)} />}
        {hasCost(project) && (
          <>
            <div className="short-field">
              <NumberField
                label={t('call.discountRate')} unit="%" value={rules.discountRate ?? null} {...remarks('discountRate')}
                onCommit={(value) => criteria.setRules({ discountRate: value ?? undefined })}
              />
            </div>
            <TextArea
              label={t('call.discountRateSource')} description={t('call.discountRateSource.description')} rows={1} value={rules.discountRateSource ?? ''} maxLength={LONG_TEXT}
              {...remarks('discountRateSource')} onCommit={(discountRateSource) => criteria.setRules({ discountRateSource })}
            />
          </>
        )}
        <TextArea
          label={t('call.tieBreaker')} description={t(`call.ties.${tieRuleOf(project)}`)} rows={1} value={rules.tieBreaker ?? ''} maxLength={LONG_TEXT}
          onCommit={(tieBreaker) => criteria.setRules({ tieBreaker })}
        />
        {problems.filter(({ pointer }) => pointer === '/callRules').map((problem) => (
          <Note key={problem.code} tone={SEVERITY_TONES[problem.severity]}>{words(problem)}</Note>
        ))}
      </div>
    </Card>
  );
};
