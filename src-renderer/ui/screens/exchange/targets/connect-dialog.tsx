/** Signing in to a WebDAV server, and trusting a certificate that no authority has signed. */
import { useState } from 'react';
import type { CertificateFacts } from '../../../../../src-main/bridge/targets-api';
import type { Problem } from '../../../../domain/problem';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat, type Format } from '../../../context/format';
import { useT } from '../../../context/language';
import { problemOfThrown } from '../../../context/thrown';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Dialog } from '../../../primitives/dialog';
import { Note } from '../../../primitives/note';
import { ProgressBar } from '../../../primitives/progress-bar';
import { TextField } from '../../../primitives/text-field';
import { Fingerprint } from './fingerprint';

const LONGEST = 1000;

export interface ConnectDialogProps {
  readonly onClose: () => void;
  readonly onConnected: (id: string) => void;
}

/** The certificate's own notation where no moment can be made of it. */
const moment = (written: string, format: Format): string => {
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? written : format.instant(at.toISOString());
};

const Certificate = ({ facts }: { readonly facts: CertificateFacts }) => {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <p className="prose">{t('targets.connect.compare')}</p>
      <dl className="target-facts">
        <div><dt>{t('targets.connect.fingerprint')}</dt><dd><Fingerprint fingerprint={facts.fingerprint} /></dd></div>
        <div><dt>{t('targets.connect.subject')}</dt><dd>{facts.subject}</dd></div>
        <div><dt>{t('targets.connect.issuer')}</dt><dd>{facts.issuer}</dd></div>
        <div><dt>{t('targets.connect.validTo')}</dt><dd>{moment(facts.validTo, format)}</dd></div>
      </dl>
    </>
  );
};

const useConnecting = ({ onConnected }: Pick<ConnectDialogProps, 'onConnected'>) => {
  const { targets } = useCaiet();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [facts, setFacts] = useState<CertificateFacts | null>(null);

  const connect = async (address: string, user: string, password: string, fingerprint: string | null): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onConnected((await targets.connect({ address: address.trim(), user: user.trim(), password, fingerprint })).id);
    } catch (thrown) {
      const found = problemOfThrown(thrown);
      setProblem(found);
      // What the server shows is asked of it once more, without a password. What was compared already stays so.
      if (found.code === 'target.untrusted') setFacts(await targets.certificate(address.trim()).catch(() => null));
      setBusy(false);
    }
  };
  return { busy, problem, facts, connect, forgetCertificate: () => setFacts(null) };
};

export const ConnectDialog = ({ onClose, onConnected }: ConnectDialogProps) => {
  const t = useT();
  const words = useWords();
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, facts, connect, forgetCertificate } = useConnecting({ onConnected });
  const isComplete = address.trim() !== '' && user.trim() !== '' && password !== '';
  const typeAddress = (text: string): void => {
    setAddress(text);
    // A fingerprint belongs to the address it was shown for.
    if (text !== address) forgetCertificate();
  };
  const go = (): void => { if (!busy && isComplete) void connect(address, user, password, facts?.fingerprint ?? null); };
  // Trusting a certificate is a decision of its own: the key that ends a line must not make it.
  const onEnter = facts === null ? { onEnter: go } : {};
  const focusAtFirst = { autoFocus: true };
  const actions = (
    <>
      <Button onPress={onClose}>{t('app.cancel')}</Button>
      <Button variant="primary" isDisabled={busy || !isComplete} onPress={go}>
        {t(facts === null ? 'targets.connect.connect' : 'targets.connect.trust')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('targets.connect.title')} isOpen onClose={onClose} actions={actions}>
      {problem === null ? null : <Note tone={problem.code === 'target.untrusted' ? 'warn' : 'bad'} live>{words.problem(problem)}</Note>}
      {facts === null ? null : <Certificate facts={facts} />}
      <TextField label={t('targets.connect.address')} description={t('targets.connect.addressHelp')} value={address} maxLength={LONGEST} onType={typeAddress} onCommit={typeAddress} {...focusAtFirst} {...onEnter} />
      <TextField label={t('targets.connect.user')} value={user} maxLength={LONGEST} onType={setUser} onCommit={setUser} {...onEnter} />
      <TextField label={t('targets.connect.password')} description={t('targets.connect.passwordHelp')} type="password" value={password} maxLength={LONGEST} onType={setPassword} onCommit={setPassword} {...onEnter} />
      {busy ? <ProgressBar label={t('targets.connect.connecting')} fraction={null} /> : null}
    </Dialog>
  );
};
