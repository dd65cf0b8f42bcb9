/** A place that is about to be taken into use: what is there, and what will be done to it. */
import { useEffect, useId, useState } from 'react';
import type { TargetOffer } from '../../../../app/targets/target-state';
import { useCaiet } from '../../../context/caiet-context';
import { useT } from '../../../context/language';
import { problemOfThrown } from '../../../context/thrown';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Dialog } from '../../../primitives/dialog';
import { Note } from '../../../primitives/note';
import { ProgressBar } from '../../../primitives/progress-bar';
import { TextField } from '../../../primitives/text-field';

const LONGEST_NAME = 120;

export interface SetUpDialogProps {
  /** Of the connection. */
  readonly id: string;
  readonly onClose: () => void;
}

const Found = ({ offer }: { readonly offer: TargetOffer }) => {
  const t = useT();
  switch (offer.kind) {
    case 'target': return <p className="prose">{t('targets.setUp.known', { name: offer.identity.name })}</p>;
    case 'empty': return <p className="prose">{t('targets.setUp.empty')}</p>;
    case 'occupied': return <Note tone="warn">{t('targets.setUp.occupied', { others: offer.others })}</Note>;
  }
};

export const SetUpDialog = ({ id, onClose }: SetUpDialogProps) => {
  const t = useT();
  const words = useWords();
  const { targets } = useCaiet();
  const [offer, setOffer] = useState<TargetOffer | null>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);
  const missingId = useId();

  useEffect(() => {
    let isCurrent = true;
    targets.examine(id).then(
      (found) => { if (isCurrent) { setOffer(found); setBusy(false); } },
      (thrown: unknown) => { if (isCurrent) { setFailure(words.problem(problemOfThrown(thrown))); setBusy(false); } },
    );
    return () => { isCurrent = false; };
  }, [targets, id, words]);

  const take = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await (offer?.kind === 'target' ? targets.join(id) : targets.setUp(id, name.trim()));
      onClose();
    } catch (thrown) {
      setFailure(words.problem(problemOfThrown(thrown)));
      setBusy(false);
    }
  };
  const needsName = offer !== null && offer.kind !== 'target';
  const isReady = offer !== null && !busy && (!needsName || name.trim() !== '');
  const focusAtFirst = { autoFocus: true };
  const actions = (
    <>
      <Button onPress={onClose}>{t('app.cancel')}</Button>
      <Button variant="primary" isDisabled={!isReady} onPress={() => void take()} {...(needsName && name.trim() === '' ? { describedBy: missingId } : {})}>
        {t(needsName ? 'targets.setUp.create' : 'targets.setUp.join')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('targets.setUp.title')} isOpen onClose={onClose} actions={actions}>
      {failure === null ? null : <Note tone="bad" live>{failure}</Note>}
      {busy ? <ProgressBar label={t('targets.setUp.looking')} fraction={null} /> : null}
      {offer === null ? null : <Found offer={offer} />}
      {needsName ? <TextField label={t('targets.setUp.name')} description={<span id={missingId}>{t('targets.setUp.nameHelp')}</span>} value={name} maxLength={LONGEST_NAME} onType={setName} onCommit={setName} onEnter={() => { if (isReady) void take(); }} {...focusAtFirst} /> : null}
    </Dialog>
  );
};
