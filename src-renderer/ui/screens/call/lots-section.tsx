/** The lots of the call: what is bought together, under one number, and what it should cost. */
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ABNORMALLY_LOW_RULE } from '../../../domain/evaluation/evaluate';
import type { Problem } from '../../../domain/problem';
import { inOrder } from '../../../domain/position';
import type { Lot, Project } from '../../../domain/project';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { fieldRemarks, noRemarks, type FieldRemarks, type ProblemWords } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { useWhenSought } from '../../context/sought-record';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { Disclosure } from '../../primitives/disclosure';
import { EmptyState } from '../../primitives/empty-state';
import { IconButton } from '../../primitives/icon-button';
import { MoneyField } from '../../primitives/money-field';
import { Editing } from '../../primitives/read-only';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { LawHelp } from './law-help';
import { LotCodes } from './lot-codes';
import { MoveButtons } from './move-buttons';
import { focusFirstField, useNewRecord } from './new-record';
import { RuleReference } from './rule-reference';

/** What would go with a lot. */
const belongings = (project: Project, lotId: Id): { readonly bids: number; readonly scores: number } => {
  const bids = new Set(Object.values(project.bids).filter((bid) => bid.lotId === lotId).map((bid) => bid.id));
  const sheets = Object.values(project.scoreSheets).filter((sheet) => bids.has(sheet.bidId));
  const scores = sheets.flatMap((sheet) => Object.values(sheet.scores)).filter((score) => score.value !== null).length;
  return { bids: bids.size, scores };
};

interface LotRowProps {
  readonly lot: Lot;
  readonly index: number;
  readonly count: number;
  readonly currency: string;
  readonly remarks: FieldRemarks;
  /** Just added: takes the focus and is not reproached for what nobody has had time to write. */
  readonly isNew: boolean;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
}

const LotRow = ({ lot, index, count, currency, isNew, onLeave, onRemove, ...rest }: LotRowProps) => {
  const t = useT();
  const { call } = useCaiet();
  const name = t('call.lot.named', { number: lot.number });
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  useWhenSought(lot.id, () => focusFirstField(record.current));
  const remarks = isNew ? noRemarks : rest.remarks;
  return (
    <li className="lot" aria-label={name} ref={record}>
      <div className="lot-fields">
        <TextField label={t('call.lot.number')} value={lot.number} maxLength={20} {...remarks('number')} onCommit={(number) => call.editLot(lot.id, { number })} />
        <div className="first-field">
          <TextField label={t('call.lot.title')} wraps value={lot.title} maxLength={SHORT_TEXT} {...remarks('title')} onCommit={(title) => call.editLot(lot.id, { title })} />
        </div>
        <MoneyField
          label={t('call.lot.estimatedValue')} value={lot.estimatedValue} currency={currency} {...remarks('estimatedValue')}
          onCommit={(estimatedValue) => call.editLot(lot.id, { estimatedValue })}
        />
        <div className="row-actions">
          <Editing>
            <MoveButtons name={name} index={index} count={count} onMove={(to) => call.moveLot(lot.id, to)} />
            <IconButton icon={Trash2} tone="danger" label={t('call.lot.remove', { number: lot.number })} onPress={onRemove} />
          </Editing>
        </div>
      </div>
      <LotCodes lot={lot} />
      <Disclosure title={t('call.lot.description')}>
        <TextArea
          label={t('call.lot.description')} labelHidden description={t('call.lot.description.help')} value={lot.description} maxLength={LONG_TEXT}
          {...remarks('description')} onCommit={(description) => call.editLot(lot.id, { description })}
        />
      </Disclosure>
    </li>
  );
};

export interface LotsSectionProps {
  readonly project: Project;
  readonly problems: readonly Problem[];
  readonly words: ProblemWords;
}

export const LotsSection = ({ project, problems, words }: LotsSectionProps) => {
  const t = useT();
  const { call } = useCaiet();
  const lots = inOrder(project.lots);
  const [added, setAdded] = useState<Id | null>(null);
  const [removing, setRemoving] = useState<Lot | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // A lot that was just removed takes the focused button with it; the list itself is the nearest place left.
  const count = useRef(lots.length);
  useEffect(() => {
    if (lots.length < count.current) list.current?.focus();
    count.current = lots.length;
  }, [lots.length]);
  const add = (): void => setAdded(call.addLot());
  const gone = removing === null ? null : belongings(project, removing.id);
  return (
    <Card
      title={t('call.lots')} padding={lots.length === 0 ? 'flush' : 'normal'}
      aside={
        <>
          <LawHelp subject={t('call.lots')} text="call.help.lots" source="call.help.lots.source"><RuleReference id={ABNORMALLY_LOW_RULE} /></LawHelp>
          <LawHelp subject={t('cpv.main')} text="cpv.help" source="cpv.help.source"><p>{t('cpv.help.list')}</p></LawHelp>
          {lots.length > 0 && <Editing><Button icon={Plus} onPress={add}>{t('call.lot.add')}</Button></Editing>}
        </>
      }
    >
      {lots.length === 0 ? (
        <EmptyState title={t('call.lots.empty')} body={t('call.lots.empty.body')} action={<Button variant="primary" icon={Plus} onPress={add}>{t('call.lot.addFirst')}</Button>} />
      ) : (
        <ol className="lots" ref={list} tabIndex={-1} aria-label={t('call.lots')}>
          {lots.map((lot, index) => (
            <LotRow
              key={lot.id} lot={lot} index={index} count={lots.length} currency={project.currency} isNew={lot.id === added} onLeave={() => setAdded(null)}
              remarks={fieldRemarks(problems, `/lots/${lot.id}`, words)} onRemove={() => setRemoving(lot)}
            />
          ))}
        </ol>
      )}
      <ConfirmDialog
        isOpen={removing !== null} onClose={() => setRemoving(null)} tone="danger"
        title={t('call.lot.confirmRemove', { number: removing?.number ?? '' })} confirmLabel={t('call.lot.removeNow')}
        body={<p>{t('call.lot.confirmRemove.body', { bids: gone?.bids ?? 0, scores: gone?.scores ?? 0 })}</p>}
        onConfirm={() => { if (removing !== null) call.removeLot(removing.id); }}
      />
    </Card>
  );
};
