/** Choosing a package: read and checked at once, and refused with every reason when it cannot be read. */
import { useEffect, useState } from 'react';
import type { Problem } from '../../../domain/problem';
import { PackageShapeError } from '../../../exchange/decode-package';
import { MAX_PACKAGE_BYTES } from '../../../exchange/package-limits';
import type { PackageReport } from '../../../exchange/report';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { usePackageReview } from '../../context/package-review';
import { problemOfThrown } from '../../context/thrown';
import { useWords } from '../../context/words';
import { Card } from '../../primitives/card';
import { FileDrop } from '../../primitives/file-drop';
import { Note } from '../../primitives/note';
import { ProgressBar } from '../../primitives/progress-bar';
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

export const PackageFile = ({ onReport }: { readonly onReport: (report: PackageReport) => void }) => {
  const t = useT();
  const { exchange } = useCaiet();
  const [reading, setReading] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const inspect = async (name: string, bytes: Uint8Array): Promise<void> => {
    setReading(name);
    setRefusal(null);
    try {
      onReport(await exchange.inspectPackage(name, bytes));
    } catch (thrown) {
      setRefusal({ file: name, problems: problemsOf(thrown) });
    } finally {
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
  return (
    <>
      {refusal === null ? null : <Refused refusal={refusal} />}
      <Card title={t('exchange.import.file')}>
        {reading === null ? (
          <FileDrop
            label={t('exchange.import.drop')} accept={['.json', '.caiet.json']} maxBytes={MAX_PACKAGE_BYTES} onPick={() => void pick()}
            onFile={(name, bytes) => void inspect(name, bytes)}
            onTooLarge={(file, size) => setRefusal({ file, problems: [{ severity: 'error', code: 'package.tooLarge', data: { size, limit: MAX_PACKAGE_BYTES } }] })}
          >
            <p className="faint">{t('exchange.import.formats')}</p>
          </FileDrop>
        ) : <ProgressBar label={t('exchange.import.reading', { file: reading })} fraction={null} detail={t('exchange.import.readingDetail')} />}
      </Card>
    </>
  );
};
