/** What the window shows before the projects can be: opening, refused, or something to bring back. */
import { useState, type ReactNode } from 'react';
import type { RecoveryOffer } from '../../domain/ports/project-store';
import type { Problem } from '../../domain/problem';
import { useCaiet } from '../context/caiet-context';
import { useFormat } from '../context/format';
import { useT } from '../context/language';
import { useRun } from '../context/run';
import { useWords } from '../context/words';
import { Button } from '../primitives/button';
import { Checkbox } from '../primitives/checkbox';
import { Disclosure } from '../primitives/disclosure';
import { Note } from '../primitives/note';

const StartFrame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const t = useT();
  return (
    <main className="start">
      <div className="page">
        <p className="brand"><span className="brand-mark" aria-hidden /><span className="brand-name">{t('app.name')}</span></p>
        <h1>{title}</h1>
        <div className="start-body">{children}</div>
      </div>
    </main>
  );
};

export const Opening = () => {
  const t = useT();
  return <main className="start start-opening"><output><span className="brand-mark" aria-hidden /> {t('app.start.opening')}</output></main>;
};

/** The data could not be opened. Deleting it is never offered. */
export const Refused = ({ problem }: { readonly problem: Problem }) => {
  const t = useT();
  const words = useWords();
  return (
    <StartFrame title={t('app.start.refusedTitle')}>
      <Note tone="bad">{words.problem(problem)}</Note>
      <p>{t('app.start.refusedCalm')}</p>
      <div className="cluster"><Button variant="primary" onPress={() => window.location.reload()}>{t('app.start.reload')}</Button></div>
    </StartFrame>
  );
};

/** Bringing data back is one press; going on without it takes three, so that it is never a slip. */
export const Recovery = ({ offer }: { readonly offer: RecoveryOffer }) => {
  const t = useT();
  const run = useRun();
  const caiet = useCaiet();
  const format = useFormat();
  const [understood, setUnderstood] = useState(false);
  const [answered, setAnswered] = useState(false);
  const answer = (choice: 'restore' | 'keepPresent'): void => {
    setAnswered(true);
    run(() => caiet.recover(choice).finally(() => setAnswered(false)));
  };
  return (
    <StartFrame title={t('app.start.recoveryTitle')}>
      <p>{t('app.start.recoveryBody', { present: offer.presentProjects, recoverable: offer.recoverableProjects })}</p>
      <p>
        {offer.newestAt === null ? null : `${t('app.start.recoveryNewest', { at: format.instant(offer.newestAt) })} `}
        {t('app.start.recoveryLost', { count: offer.lostChanges })}
      </p>
      <div className="cluster"><Button variant="primary" isDisabled={answered} onPress={() => answer('restore')}>{t('app.start.restore')}</Button></div>
      <Disclosure title={t('app.start.keepTitle')}>
        <div className="stack">
          <p>{t('app.start.keepBody')}</p>
          <Checkbox isSelected={understood} onChange={setUnderstood}>{t('app.start.keepUnderstood')}</Checkbox>
          <div className="cluster"><Button variant="danger" isDisabled={!understood || answered} onPress={() => answer('keepPresent')}>{t('app.start.keep')}</Button></div>
        </div>
      </Disclosure>
    </StartFrame>
  );
};
