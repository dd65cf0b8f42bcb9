/** What a bid must meet to be compared at all, kept apart from what is scored. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { KNOCK_OUT_KINDS, type KnockOut } from '../../../domain/knock-out';
import { inOrder } from '../../../domain/position';
import type { Problem } from '../../../domain/problem';
import type { Project } from '../../../domain/project';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { fieldRemarks, noRemarks, type FieldRemarks, type ProblemWords } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { useWhenSought } from '../../context/sought-record';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Disclosure } from '../../primitives/disclosure';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { Editing } from '../../primitives/read-only';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { LawHelp } from './law-help';
import { LotChoice } from './lot-choice';
import { focusFirstField, useNewRecord } from './new-record';

interface KnockOutRowProps {
  readonly knockOut: KnockOut;
  readonly index: number;
  readonly isNew: boolean;
  readonly onLeave: () => void;
  readonly remarks: FieldRemarks;
}

const KnockOutRow = ({ knockOut, index, isNew, onLeave, ...rest }: KnockOutRowProps) => {
  const t = useT();
  const { criteria } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  useWhenSought(knockOut.id, () => focusFirstField(record.current));
  const { id, kind, title } = knockOut;
  const name = title.trim() === '' ? t('call.knockOut.unnamed', { index: index + 1 }) : title;
  const remarks = isNew ? noRemarks : rest.remarks;
  return (
    <li className="knock-out" aria-label={name} ref={record}>
      <div className="knock-out-fields">
        <Select label={t('call.knockOut.kind')} value={kind} options={KNOCK_OUT_KINDS.map((each) => ({ id: each, label: t(`call.knockOut.kind.${each}`) }))} onChange={(next) => criteria.editKnockOut(id, { kind: next })} />
        <div className="first-field">
          <TextField label={t('call.knockOut.title')} wraps value={title} maxLength={SHORT_TEXT} {...remarks('title')} onCommit={(text) => criteria.editKnockOut(id, { title: text })} />
        </div>
        <Editing><IconButton icon={Trash2} tone="danger" label={t('call.knockOut.remove', { name })} onPress={() => criteria.removeKnockOut(id)} /></Editing>
      </div>
      <Disclosure title={t('call.knockOut.details', { name })}>
        <div className="criterion-details">
          <TextArea label={t('call.knockOut.description')} value={knockOut.description} maxLength={LONG_TEXT} onCommit={(description) => criteria.editKnockOut(id, { description })} />
          <TextArea label={t('call.evidence')} value={knockOut.evidence} maxLength={LONG_TEXT} onCommit={(evidence) => criteria.editKnockOut(id, { evidence })} />
          <LotChoice chosen={knockOut.lotIds} onChange={(lotIds) => criteria.editKnockOut(id, { lotIds })} />
        </div>
      </Disclosure>
    </li>
  );
};

export interface KnockOutsSectionProps {
  readonly project: Project;
  readonly problems: readonly Problem[];
  readonly words: ProblemWords;
}

export const KnockOutsSection = ({ project, problems, words }: KnockOutsSectionProps) => {
  const t = useT();
  const { criteria } = useCaiet();
  const [added, setAdded] = useState<Id | null>(null);
  const knockOuts = inOrder(project.knockOuts ?? {});
  const list = useFocusKept<HTMLOListElement>(knockOuts.length);
  return (
    <Card
      title={t('call.knockOuts')}
      aside={
        <>
          <LawHelp subject={t('call.knockOuts')} text="call.help.knockOuts" source="call.help.knockOuts.source" />
          <Editing><Button icon={Plus} onPress={() => setAdded(criteria.addKnockOut('requirement'))}>{t('call.knockOut.add')}</Button></Editing>
        </>
      }
    >
      {knockOuts.length === 0 ? <p className="quiet-text">{t('call.knockOuts.empty')}</p> : (
        <ol className="lots" ref={list} tabIndex={-1} aria-label={t('call.knockOuts')}>
          {knockOuts.map((knockOut, index) => (
            <KnockOutRow
              key={knockOut.id} knockOut={knockOut} index={index} isNew={knockOut.id === added} onLeave={() => setAdded(null)}
              remarks={fieldRemarks(problems, `/knockOuts/${knockOut.id}`, words)}
            />
          ))}
        </ol>
      )}
    </Card>
  );
};
