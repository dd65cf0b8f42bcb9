/** Choosing a package: read and checked at once, and refused with every reason when it cannot be read. */
import { startTransition, useEffect, useState } from 'react';
import type { Problem } from '../../../domain/problem';
import { PackageShapeError } from '../../../exchange/decode-package';
import { MAX_PACKAGE_BYTES } from '../../../exchange/package-limits';
import type { OpenedPackage } from '../../../exchange/opened-package';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { usePackageReview } from '../../context/package-review';
import { problemOfThrown } from '../../context/thrown';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { FileDrop } from '../../primitives/file-drop';
import { Note } from '../../primitives/note';
import { ProgressBar } from '../../primitives/progress-bar';
import { PassphraseField } from './passphrase-field';
import { ProblemTable } from './problem-table';

interface Refusal {
  readonly file: string;
  readonly problems: readonly Problem[];
}

const problemsOf = (thrown: unknown): readonly Problem[] => (thrown instanceof PackageShapeError ? thrown.problems : [problemOfThrown(thrown)]);

const Refused = ({ refusal }: { readonly refusal: Refusal }) => {
  const t = useT();
  const words = useWords();
  const title = refusal.file === '' ? {} : { title: t('exchange.import.failed', { file: refusal.file }) };
  const [only, ...others] = refusal.problems;
  if (only !== undefined && others.length === 0) return <Note tone="bad" live {...title}>{words.problem(only)} {t('exchange.import.failedNothing')}</Note>;
  return (
    <>
      <Note tone="bad" live {...title}>{t('exchange.import.failedNothing')}</Note>
      <Card title={t('exchange.import.problems')} padding="flush"><ProblemTable problems={refusal.problems} projects={[]} /></Card>
    </>
  );
};

interface Locked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Reading {
  readonly file: string;
  readonly fraction: number | null;
  readonly stop: () => void;
}

/** The package asks for its passphrase; a wrong one is told and asked for again. */
const Unlock = ({ file, isWrong, onOpen, onLeave }: { readonly file: string; readonly isWrong: boolean; readonly onOpen: (passphrase: string) => void; readonly onLeave: () => void }) => {
  const t = useT();
  const [passphrase, setPassphrase] = useState('');
  const open = (): void => { if (passphrase !== '') onOpen(passphrase); };
  // There is one thing to do here, and after a wrong passphrase the reason is read out with the field.
  const focusAtFirst = { autoFocus: true };
  return (
    <Card title={t('packages.unlock.title', { file })}>
      <p className="prose">{t('packages.unlock.text')}</p>
      <PassphraseField value={passphrase} onType={setPassphrase} onEnter={open} {...focusAtFirst} {...(isWrong ? { error: t('problem.package.wrongPassphrase') } : {})} />
      <div className="cluster">
        <Button variant="primary" isDisabled={passphrase === ''} onPress={open}>{t('packages.unlock.open')}</Button>
        <Button onPress={onLeave}>{t('exchange.import.other')}</Button>
      </div>
    </Card>
  );
};

export interface PackageFileProps {
  readonly onReport: (report: OpenedPackage) => void;
  /** After one was imported: another. */
  readonly isNext?: boolean;
}

export const PackageFile = ({ onReport, isNext = false }: PackageFileProps) => {
  const t = useT();
  const { exchange } = useCaiet();
  const [reading, setReading] = useState<Reading | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [locked, setLocked] = useState<(Locked & { readonly isWrong: boolean }) | null>(null);

  const inspect = async (name: string, bytes: Uint8Array, passphrase?: string): Promise<void> => {
    const stopper = new AbortController();
    const stop = (): void => stopper.abort();
    setReading({ file: name, fraction: null, stop });
    setRefusal(null);
    setLocked(null);
    try {
      const onProgress = (fraction: number): void => setReading({ file: name, fraction, stop });
      const report = await exchange.inspectPackage(name, bytes, { signal: stopper.signal, onProgress, ...(passphrase === undefined ? {} : { passphrase }) });
      startTransition(() => {
        onReport(report);
        setReading(null);
      });
    } catch (thrown) {
      const problems = problemsOf(thrown);
      const code = problems[0]?.code;
      if (code === 'package.needsPassphrase' || code === 'package.wrongPassphrase') setLocked({ name, bytes, isWrong: code === 'package.wrongPassphrase' });
      else if (!stopper.signal.aborted) setRefusal({ file: name, problems });
      setReading(null);
    }
  };
  const { file: waiting, setFile } = usePackageReview();
  // One that was opened elsewhere, as from the inbox, is read as if it had been chosen here.
  useEffect(() => {
    if (waiting === null) return;
    setFile(null);
    void Promise.resolve(waiting).then(({ name, bytes }) => inspect(name, bytes));
  });
  const pick = async (): Promise<void> => {
    try {
      const file = await exchange.pickPackage();
      if (file !== null) await inspect(file.name, file.bytes);
    } catch (thrown) {
      setRefusal({ file: '', problems: problemsOf(thrown) });
    }
  };
  if (locked !== null) return <Unlock key={String(locked.isWrong)} file={locked.name} isWrong={locked.isWrong} onOpen={(passphrase) => void inspect(locked.name, locked.bytes, passphrase)} onLeave={() => setLocked(null)} />;
  return (
    <>
      {refusal === null ? null : <Refused refusal={refusal} />}
      <Card title={t(isNext ? 'exchange.import.next' : 'exchange.import.file')}>
        {reading === null ? (
          <FileDrop
            label={t('exchange.import.drop')} accept={['.json', '.caiet.json', '.zip', '.caiet.zip']} maxBytes={MAX_PACKAGE_BYTES} onPick={() => void pick()}
            onFile={(name, bytes) => void inspect(name, bytes)}
            onTooLarge={(file, size) => setRefusal({ file, problems: [{ severity: 'error', code: 'package.tooLarge', data: { size, limit: MAX_PACKAGE_BYTES } }] })}
          >
            <p className="faint">{t('exchange.import.formats')}</p>
          </FileDrop>
        ) : <ProgressBar label={t('exchange.import.reading', { file: reading.file })} fraction={reading.fraction} detail={t('exchange.import.readingDetail')} onCancel={reading.stop} />}
      </Card>
    </>
  );
};
