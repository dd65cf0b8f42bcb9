/** A bid written by hand: who bids and for which lot; the rest follows in the bid's own dialog. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { inOrder } from '../../../domain/position';
import { SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Dialog } from '../../primitives/dialog';
import { Select } from '../../primitives/select';
import { TextField } from '../../primitives/text-field';
import { useLotName } from './lot-bids';

export interface NewBidDialogProps {
  /** Chosen at first; the person may change it. */
  readonly lotId: Id;
  readonly onClose: () => void;
  readonly onCreated: (bidId: Id) => void;
}

/** A dialog asked for by the person may take the focus to its first field. */
const FOCUS_AT_FIRST = { autoFocus: true } as const;

export const NewBidDialog = ({ lotId, onClose, onCreated }: NewBidDialogProps) => {
  const t = useT();
  const caiet = useCaiet();
  const lotName = useLotName();
  const lots = inOrder(useProject().lots);
  const [chosen, setChosen] = useState(lotId);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);

  const create = (): void => {
    setAsked(true);
    if (name.trim() !== '') onCreated(caiet.bids.add(chosen, name));
  };
  const number = lots.find((lot) => lot.id === chosen)?.number ?? '';
  const actions = (
    <>
      <Button onPress={onClose}>{t('bids.cancel')}</Button>
      <Button variant="primary" onPress={create}>{t('bids.new.create')}</Button>
    </>
  );
  return (
    <Dialog title={t('bids.new.title', { number })} isOpen onClose={onClose} actions={actions} size="small">
      <Form className="bids-form" onSubmit={(event) => { event.preventDefault(); create(); }}>
        <TextField
          label={t('bids.new.bidder')} value={name} onCommit={setName} onType={setName} maxLength={SHORT_TEXT} isRequired {...FOCUS_AT_FIRST}
          description={t('bids.new.hint')} error={asked && name.trim() === '' ? t('bids.new.needsName') : undefined}
        />
        <Select label={t('bids.new.lot')} value={chosen} onChange={setChosen} options={lots.map((lot) => ({ id: lot.id, label: lotName(lot) }))} />
      </Form>
    </Dialog>
  );
};
