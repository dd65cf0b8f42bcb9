/** Step 1: the file, dropped or chosen; reading can be stopped. */
import type { FirstRows } from '../../../domain/ports/sheet-import';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useWords } from '../../context/words';
import { Card } from '../../primitives/card';
import { FileDrop } from '../../primitives/file-drop';
import { Note } from '../../primitives/note';
import { ProgressBar } from '../../primitives/progress-bar';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { useAppearing } from '../../primitives/virtual-list';
import { kindWords } from './kind-words';
import type { ImportWizard } from './wizard';
import type { WizardState } from './wizard-state';

const ACCEPTED = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.fods', '.xml', '.csv', '.tsv', '.txt'] as const;

/** The largest register read, in bytes: refused before its bytes are in memory. */
const MAX_FILE_BYTES = 64_000_000;

/** Rows of many columns that are drawn within a frame. */
const ROWS_AT_A_TIME = 5;

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

/** A share as a whole percentage. */
const usePercent = (): ((share: number) => string) => {
  const format = useFormat();
  return (share) => format.percent(Math.floor(share * 100));
};

/** The top of the sheet, to look at while the rest is read. */
const FirstRowsTable = ({ first }: { readonly first: FirstRows }) => {
  const t = useT();
  const percent = usePercent();
  const label = t('imports.first.table', { sheet: first.sheet });
  const appeared = useAppearing(ROWS_AT_A_TIME, first.rows.length);
  return (
    <Card title={label} aside={<span>{t('imports.first.aside', { share: percent(first.scanned) })}</span>} padding="flush">
      <Table label={label} density="compact">
        <Thead>
          <Tr>
            <Th numeric>{t('imports.check.rowNumber')}</Th>
            {first.columns.map((letter) => <Th key={letter}>{letter}</Th>)}
          </Tr>
        </Thead>
        <Tbody>
          {first.rows.slice(0, appeared).map(({ row, texts }) => (
            <Tr key={row}>
              <Th scope="row" numeric>{row}</Th>
              {first.columns.map((letter, index) => <Td key={letter}><span className="imports-sample">{texts[index] ?? ''}</span></Td>)}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
};

export const FileStep = ({ wizard, state: { reading, failure } }: StepProps) => {
  const t = useT();
  const format = useFormat();
  const percent = usePercent();
  return (
    <>
      <FailureNote failure={failure} />
      <Card title={t(kindWords(wizard.kind).heading)}>
        {reading === null ? (
          <FileDrop
            label={t(kindWords(wizard.kind).drop)} accept={ACCEPTED} maxBytes={MAX_FILE_BYTES}
            onFile={(name, bytes) => void wizard.openFile(name, bytes)} onPick={() => void wizard.pickFile()}
            onTooLarge={(name, size) => wizard.refuseFile(name, { severity: 'error', code: 'file.tooLarge', data: { size, limit: MAX_FILE_BYTES } })}
          >
            <p className="imports-formats">{t('imports.file.formats', { limit: format.bytes(MAX_FILE_BYTES) })}</p>
            <p className="imports-formats">{t('imports.file.kept')}</p>
          </FileDrop>
        ) : (
          <ProgressBar
            label={t('imports.file.reading', { file: reading.file })} fraction={reading.progress?.fraction ?? null}
            detail={t('imports.first.progress', { share: percent(reading.progress?.fraction ?? 0) })} onCancel={wizard.stop}
          />
        )}
      </Card>
      {reading === null || reading.first === null ? null : <FirstRowsTable first={reading.first} />}
    </>
  );
};
