/** One need: what does not work, for whom, and what should be otherwise. */
import { Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import { requirementsLock } from '../../../domain/call-guard';
import { NEED_PRIORITIES, NEED_SOURCES, NEED_STATES, type Need, type NeedPriority } from '../../../domain/need';
import type { Requirement } from '../../../domain/requirement';
import { nameOfNeed, nameOfRequirement } from '../../../domain/specification-problems';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { noRemarks, type FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useSoughtRecord } from '../../context/sought-record';
import { Button } from '../../primitives/button';
import { Pill, type Tone } from '../../primitives/pill';
import { Select, type SelectOption } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { RecordRow, type RecordRowProps } from './record-row';

const PRIORITY_TONES: Readonly<Record<NeedPriority, Tone | 'neutral'>> = { high: 'warn', medium: 'info', low: 'neutral' };

export interface NeedRowProps extends Pick<RecordRowProps, 'number' | 'problems' | 'isNew' | 'onLeave' | 'move'> {
  readonly projectId: Id;
  readonly need: Need;
  readonly answers: readonly Requirement[];
  readonly remarks: FieldRemarks;
}

const Answers = ({ projectId, need, answers }: Pick<NeedRowProps, 'projectId' | 'need' | 'answers'>) => {
  const t = useT();
  const { needs } = useCaiet();
  const [, go] = useLocation();
  const { seek } = useSoughtRecord();
  const lock = requirementsLock(useProject());
  const href = projectHref(projectId, 'specification');
  const show = (id: Id): void => {
    seek({ id, href });
    go(href);
  };
  return (
    <div className="record-answers">
      <h4>{t('needs.answers')}</h4>
      {answers.length === 0 ? <p className="quiet-text">{t('needs.answers.none')}</p> : (
        <ul>{answers.map((each) => <li key={each.id}><Button variant="quiet" onPress={() => show(each.id)}>{nameOfRequirement(each)}</Button> {each.code === '' ? null : each.text}</li>)}</ul>
      )}
      {lock === null ? <Button icon={Plus} onPress={() => show(needs.addRequirement(need.id))}>{t('needs.answers.add')}</Button> : null}
    </div>
  );
};

const Fields = ({ projectId, need, answers, remarks }: Pick<NeedRowProps, 'projectId' | 'need' | 'answers' | 'remarks'>) => {
  const t = useT();
  const { needs } = useCaiet();
  const { id } = need;
  const edit = (fields: Parameters<typeof needs.editNeed>[1]): void => needs.editNeed(id, fields);
  const orNone = <Choice extends string>(choices: readonly Choice[], labelOf: (choice: Choice) => string): SelectOption<Choice | 'none'>[] =>
    [{ id: 'none', label: t('needs.notSaid') }, ...choices.map((choice) => ({ id: choice, label: labelOf(choice) }))];
  return (
    <>
      <div className="record-choices">
        <Select label={t('needs.field.priority')} value={need.priority ?? 'none'} options={orNone(NEED_PRIORITIES, (each) => t(`needs.priority.${each}`))} onChange={(priority) => edit({ priority: priority === 'none' ? null : priority })} />
        <Select label={t('needs.field.source')} value={need.source ?? 'none'} options={orNone(NEED_SOURCES, (each) => t(`needs.source.${each}`))} onChange={(source) => edit({ source: source === 'none' ? null : source })} />
        <Select label={t('needs.field.state')} value={need.state} options={NEED_STATES.map((each) => ({ id: each, label: t(`needs.state.${each}`) }))} onChange={(state) => edit({ state })} />
      </div>
      <div className="first-field"><TextField label={t('needs.field.title')} wraps value={need.title} maxLength={SHORT_TEXT} {...remarks('title')} onCommit={(title) => edit({ title })} /></div>
      <TextArea label={t('needs.field.problem')} description={t('needs.field.problem.help')} value={need.problem} maxLength={LONG_TEXT} {...remarks('problem')} onCommit={(problem) => edit({ problem })} />
      <TextArea label={t('needs.field.desiredOutcome')} description={t('needs.field.desiredOutcome.help')} value={need.desiredOutcome} maxLength={LONG_TEXT} onCommit={(desiredOutcome) => edit({ desiredOutcome })} />
      <div className="record-choices">
        <TextField label={t('needs.field.baseline')} value={need.baseline} maxLength={SHORT_TEXT} onCommit={(baseline) => edit({ baseline })} />
        <TextField label={t('needs.field.target')} value={need.target} maxLength={SHORT_TEXT} onCommit={(target) => edit({ target })} />
        <TextField label={t('needs.field.unit')} value={need.unit} maxLength={SHORT_TEXT} onCommit={(unit) => edit({ unit })} />
      </div>
      <TextArea label={t('needs.field.affected')} value={need.affected} maxLength={LONG_TEXT} onCommit={(affected) => edit({ affected })} />
      <TextField label={t('needs.field.department')} value={need.department} maxLength={SHORT_TEXT} onCommit={(department) => edit({ department })} />
      <TextArea label={t('needs.field.notes')} value={need.notes} maxLength={LONG_TEXT} onCommit={(notes) => edit({ notes })} />
      <Answers projectId={projectId} need={need} answers={answers} />
    </>
  );
};

export const NeedRow = ({ projectId, need, answers, remarks, number, ...rest }: NeedRowProps) => {
  const t = useT();
  const { needs } = useCaiet();
  const name = nameOfNeed(need) === '' ? t('needs.unnamed', { number }) : nameOfNeed(need);
  return (
    <RecordRow
      {...rest} id={need.id} number={number} name={name} heading={name}
      marks={
        <>
          {need.priority === null ? null : <Pill tone={PRIORITY_TONES[need.priority]}>{t(`needs.priority.${need.priority}`)}</Pill>}
          {need.state === 'published' ? <Pill tone="ok">{t('needs.state.published')}</Pill> : null}
          <Pill>{t('needs.answered', { count: answers.length })}</Pill>
        </>
      }
      removeLabel={t('needs.remove', { name })} onRemove={() => needs.removeNeed(need.id)}
      fields={() => <Fields projectId={projectId} need={need} answers={answers} remarks={rest.isNew ? noRemarks : remarks} />}
    />
  );
};
