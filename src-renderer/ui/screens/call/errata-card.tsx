/** The errata: what changes in the published call, why, and whether the deadline moves far enough. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ERRATUM_EFFECTS, type Erratum } from '../../../domain/erratum';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import { plannedDate } from '../../../domain/timeline/milestone';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { noRemarks, type FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { EmptyState } from '../../primitives/empty-state';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { RadioGroup } from '../../primitives/radio-group';
import { TextArea } from '../../primitives/text-area';
import { LawHelp } from './law-help';
import { useNewRecord } from './new-record';

interface ErratumProps {
  readonly erratum: Erratum;
  readonly number: number;
  readonly isPlanned: boolean;
  readonly remarks: FieldRemarks;
  readonly isNew: boolean;
  readonly onLeave: () => void;
}

const ErratumRecord = ({ erratum, number, isPlanned, isNew, onLeave, ...rest }: ErratumProps) => {
  const t = useT();
  const { plan } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  const remarks = isNew ? noRemarks : rest.remarks;
  const { id, deadlineAfter } = erratum;
  const effectRemark = remarks('effect');
  return (
    <li className="question" aria-label={t('errata.named', { number })} ref={record}>
      <header className="question-head">
        <h3>{t('errata.named', { number })}</h3>
        <IconButton icon={Trash2} tone="danger" label={t('errata.remove', { number })} onPress={() => plan.removeErratum(id)} />
      </header>
      <div className="first-field"><TextArea label={t('errata.what')} value={erratum.what} maxLength={LONG_TEXT} {...remarks('what')} onCommit={(what) => plan.editErratum(id, { what })} /></div>
      <TextArea label={t('errata.reason')} value={erratum.reason} maxLength={LONG_TEXT} {...remarks('reason')} onCommit={(reason) => plan.editErratum(id, { reason })} />
      <RadioGroup
        label={t('errata.effect')} value={erratum.effect} onChange={(effect) => plan.editErratum(id, { effect })}
        description={effectRemark.error ?? effectRemark.warning}
        options={ERRATUM_EFFECTS.map((effect) => ({ id: effect, label: t(`errata.effect.${effect}`), description: t(`errata.effect.${effect}.explained`) }))}
      />
      <div className="errata-days">
        <DateField label={t('errata.publishedOn')} value={erratum.publishedOn} {...remarks('publishedOn')} onCommit={(publishedOn) => plan.editErratum(id, { publishedOn })} />
        <DateField label={t('errata.deadlineBefore')} value={erratum.deadlineBefore} {...remarks('deadlineBefore')} onCommit={(deadlineBefore) => plan.editErratum(id, { deadlineBefore })} />
        <DateField label={t('errata.deadlineAfter')} value={deadlineAfter} {...remarks('deadlineAfter')} onCommit={(next) => plan.editErratum(id, { deadlineAfter: next })} />
        {deadlineAfter !== null && !isPlanned && <Button onPress={() => plan.setDates({ deadline: deadlineAfter, opening: deadlineAfter })}>{t('errata.moveDeadline')}</Button>}
      </div>
    </li>
  );
};

export const ErrataCard = ({ project, remarksOf }: { readonly project: Project; readonly remarksOf: (id: Id) => FieldRemarks }) => {
  const t = useT();
  const { plan } = useCaiet();
  const errata = inOrder(project.errata ?? {});
  const [added, setAdded] = useState<Id | null>(null);
  const list = useFocusKept<HTMLOListElement>(errata.length);
  const add = (): void => setAdded(plan.addErratum());
  const button = <Button icon={Plus} onPress={add}>{t('errata.add')}</Button>;
  return (
    <Card
      title={t('errata.title')} padding={errata.length === 0 ? 'flush' : 'normal'}
      aside={<><LawHelp subject={t('errata.title')} text="errata.help" source="errata.help.source" />{errata.length > 0 && button}</>}
    >
      {errata.length === 0 ? <EmptyState title={t('errata.empty')} body={<p>{t('errata.empty.body')}</p>} action={button} /> : (
        <ol className="questions" ref={list} tabIndex={-1} aria-label={t('errata.title')}>
          {errata.map((erratum, index) => (
            <ErratumRecord
              key={erratum.id} erratum={erratum} number={index + 1} isPlanned={erratum.deadlineAfter === plannedDate(project, 'deadline')} remarks={remarksOf(erratum.id)}
              isNew={erratum.id === added} onLeave={() => setAdded(null)}
            />
          ))}
        </ol>
      )}
    </Card>
  );
};
