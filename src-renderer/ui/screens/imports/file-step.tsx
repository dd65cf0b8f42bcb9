/** Step 1: the file, dropped or chosen; reading can be stopped. */
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useWords } from '../../context/words';
import { Card } from '../../primitives/card';
import { FileDrop } from '../../primitives/file-drop';
import { Note } from '../../primitives/note';
import { ProgressBar } from '../../primitives/progress-bar';
import type { ImportWizard } from './wizard';
import type { WizardState } from './wizard-state';

const ACCEPTED = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.csv', '.tsv', '.txt'] as const;

/** The largest register read, in bytes: refused before its bytes are in memory. */
const MAX_FILE_BYTES = 64_000_000;

export interface StepProps {
  readonly wizard: ImportWizard;
  readonly state: WizardState;
}

/** What stopped the last act; announced when it appears. */
export const FailureNote = ({ failure }: { readonly failure: WizardState['failure'] }) => {
  const t = useT();
  const words = useWords();
  if (failure === null) return null;
  const isStopped = failure.problem.severity === 'info';
  const title = failure.file === '' || isStopped ? undefined : t('imports.file.failed', { file: failure.file });
  return <Note tone={isStopped ? 'info' : 'bad'} live {...(title === undefined ? {} : { title })}>{words.problem(failure.problem)}</Note>;
};

export const FileStep = ({ wizard, state: { reading, failure } }: StepProps) => {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <FailureNote failure={failure} />
      <Card title={t('imports.file.heading')}>
        {reading === null ? (
          <FileDrop
            label={t('imports.file.drop')} accept={ACCEPTED} maxBytes={MAX_FILE_BYTES}
            onFile={(name, bytes) => void wizard.openFile(name, bytes)} onPick={() => void wizard.pickFile()}
            onTooLarge={(name, size) => wizard.refuseFile(name, { severity: 'error', code: 'file.tooLarge', data: { size, limit: MAX_FILE_BYTES } })}
          >
            <p className="imports-formats">{t('imports.file.formats', { limit: format.bytes(MAX_FILE_BYTES) })}</p>
            <p className="imports-formats">{t('imports.file.kept')}</p>
          </FileDrop>
        ) : (
          <ProgressBar
            label={t('imports.file.reading', { file: reading.file })} fraction={reading.progress?.fraction ?? null}
            detail={t('imports.file.rows', { rows: reading.progress?.rows ?? 0 })} onCancel={wizard.stop}
          />
        )}
      </Card>
    </>
  );
};
