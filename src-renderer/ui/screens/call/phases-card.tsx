/** The phases of a pre-commercial procurement or a partnership: suppliers, caps, budgets, and whether the sums agree. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { capsOf, phasesTotal } from '../../../domain/phase-problems';
import { MAX_SUPPLIERS, type Phase } from '../../../domain/phase';
import { inOrder } from '../../../domain/position';
import type { Problem } from '../../../domain/problem';
import { estimatedTotal } from '../../../domain/procedure/estimated-value';
import type { Project } from '../../../domain/project';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { fieldRemarks, noRemarks, type FieldRemarks, type ProblemWords } from '../../context/field-remarks';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { MoneyField } from '../../primitives/money-field';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { LawHelp } from './law-help';
import { MoveButtons } from './move-buttons';
import { useNewRecord } from './new-record';

interface PhaseRowProps {
  readonly phase: Phase;
  readonly number: number;
  readonly count: number;
  readonly currency: string;
  readonly remarks: FieldRemarks;
  readonly isNew: boolean;
  readonly onLeave: () => void;
}

const wholeOrNull = (text: string | null, most: number): number | null => (text === null ? null : Math.min(Number(text), most));

/** Longest phase in months a field takes. */
const MOST_MONTHS = 600;

const PhaseRow = ({ phase, number, count, currency, isNew, onLeave, ...rest }: PhaseRowProps) => {
  const t = useT();
  const format = useFormat();
  const { plan } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  const remarks = isNew ? noRemarks : rest.remarks;
  const caps = capsOf(phase);
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  return (
    <li className="phase" aria-label={t('phases.named', { number })} ref={record}>
      <div className="phase-head">
        <div className="first-field"><TextField label={t('phases.name')} value={phase.name} maxLength={SHORT_TEXT} {...remarks('name')} onCommit={(name) => plan.editPhase(phase.id, { name })} /></div>
        <span className="phase-acts">
          <MoveButtons name={t('phases.named', { number })} index={number - 1} count={count} onMove={(to) => plan.movePhase(phase.id, to)} />
          <IconButton icon={Trash2} tone="danger" label={t('phases.remove', { number })} onPress={() => plan.removePhase(phase.id)} />
        </span>
      </div>
      <div className="phase-fields">
        <NumberField label={t('phases.suppliers')} whole value={text(phase.suppliers)} {...remarks('suppliers')} onCommit={(value) => plan.editPhase(phase.id, { suppliers: wholeOrNull(value, MAX_SUPPLIERS) })} />
        <MoneyField label={t('phases.cap')} currency={currency} value={phase.capPerSupplier} {...remarks('capPerSupplier')} onCommit={(capPerSupplier) => plan.editPhase(phase.id, { capPerSupplier })} />
        <MoneyField
          label={t('phases.budget')} currency={currency} value={phase.budget} {...remarks('budget')} onCommit={(budget) => plan.editPhase(phase.id, { budget })}
          {...(caps === null ? {} : { description: t('phases.caps', { amount: format.money(caps) }) })}
        />
        <NumberField label={t('phases.months')} whole value={text(phase.months)} {...remarks('months')} onCommit={(value) => plan.editPhase(phase.id, { months: wholeOrNull(value, MOST_MONTHS) })} />
      </div>
      <TextArea label={t('phases.result')} value={phase.result} maxLength={LONG_TEXT} {...remarks('result')} onCommit={(result) => plan.editPhase(phase.id, { result })} />
    </li>
  );
};

const Sums = ({ project, phases }: { readonly project: Project; readonly phases: readonly Phase[] }) => {
  const t = useT();
  const format = useFormat();
  const [lots, inPhases] = [estimatedTotal(project), phasesTotal(phases, project.currency)];
  const months = phases.reduce((sum, phase) => sum + (phase.months ?? 0), 0);
  return (
    <p className="value-total">
      {t('phases.sums', { lots: lots === null ? '–' : format.money(lots), phases: inPhases === null ? '–' : format.money(inPhases), months })}
    </p>
  );
};

export const PhasesCard = ({ project, problems, words }: { readonly project: Project; readonly problems: readonly Problem[]; readonly words: ProblemWords }) => {
  const t = useT();
  const { plan } = useCaiet();
  const phases = inOrder(project.phases ?? {});
  const [added, setAdded] = useState<Id | null>(null);
  const list = useFocusKept<HTMLOListElement>(phases.length);
  const button = <Button icon={Plus} onPress={() => setAdded(plan.addPhase())}>{t('phases.add')}</Button>;
  const ofAll = problems.filter(({ pointer }) => pointer === '/phases');
  return (
    <Card
      title={t('phases.title')} padding={phases.length === 0 && ofAll.length === 0 ? 'flush' : 'normal'}
      aside={<><LawHelp subject={t('phases.title')} text="phases.help" source="phases.help.source" />{phases.length > 0 && button}</>}
    >
      {ofAll.map((problem) => <Note key={problem.code} tone={SEVERITY_TONES[problem.severity]}>{words(problem)}</Note>)}
      {phases.length === 0 ? <EmptyState title={t('phases.empty')} body={<p>{t('phases.empty.body')}</p>} action={button} /> : (
        <>
          <Sums project={project} phases={phases} />
          <ol className="phases" ref={list} tabIndex={-1} aria-label={t('phases.title')}>
            {phases.map((phase, index) => (
              <PhaseRow
                key={phase.id} phase={phase} number={index + 1} count={phases.length} currency={project.currency} remarks={fieldRemarks(problems, `/phases/${phase.id}`, words)}
                isNew={phase.id === added} onLeave={() => setAdded(null)}
              />
            ))}
          </ol>
        </>
      )}
    </Card>
  );
};
