/** Step 4: what came in, what stayed out and why, and the way back. */
import { Copy, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { PreviewRow, TableGuess } from '../../../domain/ports/sheet-import';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { useRun } from '../../context/run';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { fieldWords } from './field-words';
import type { StepProps } from './file-step';
import { MarkedCopyButton } from './marked-copy-button';
import { fieldOfLetter } from './sheet-columns';
import { TextChanges } from './text-changes';
import type { ImportOutcome } from './wizard-state';

interface OutsideLine {
  readonly key: string;
  readonly row: string;
  readonly cell: string;
  readonly value: string;
  readonly why: string;
}

/** More lines than this are not drawn; the copy has them all. */
const LINES_SHOWN = 500;

/** The first text of the row, whatever kind of row it is. */
const nameOf = ({ texts }: PreviewRow): string => Object.values(texts)[0] ?? '';

const isOfOtherTable = ({ problems }: PreviewRow): boolean => problems.some(({ code }) => code === 'row.otherTable');

/** Rows of another table may be hundreds, and all there is to say is said once for each run of them. */
const runsOfOtherTables = (rows: readonly PreviewRow[]): readonly { readonly row: PreviewRow; readonly last: number }[] => {
  const runs: { row: PreviewRow; last: number; other: boolean }[] = [];
  for (const row of rows) {
    const before = runs.at(-1);
    const other = isOfOtherTable(row);
    if (other && before?.other === true) before.last = row.row;
    else runs.push({ row, last: row.row, other });
  }
  return runs;
};

const useOutsideLines = (rows: readonly PreviewRow[], guess: TableGuess | null, columns: Readonly<Record<number, ImportField>>): readonly OutsideLine[] => {
  const { t } = useTranslator();
  const words = useWords();
  return runsOfOtherTables(rows).flatMap(({ row: outside, last }): OutsideLine[] => {
    const { row, state, problems } = outside;
    const rowText = last === row ? String(row) : `${row}–${last}`;
    const grave = problems.filter((problem) => problem.severity === 'error' || problem.code.startsWith('row.'));
    const told = state === 'error' ? grave.filter((problem) => problem.severity === 'error') : grave;
    if (told.length === 0) return [{ key: String(row), row: rowText, cell: '', value: nameOf(outside), why: t('imports.check.excludedByYou') }];
    return told.map((problem) => {
      const field = guess === null ? undefined : fieldOfLetter(problem.column, guess, columns);
      return {
        key: `${row} ${problem.column} ${problem.code}`, row: rowText, cell: field === undefined ? '' : fieldWords(field, t),
        value: last !== row ? '' : problem.column === '' ? nameOf(outside) : problem.value, why: words.problem(problem),
      };
    });
  });
};

const plainCell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

const Outside = ({ lines, copy: markedCopy }: { readonly lines: readonly OutsideLine[]; readonly copy: ReactNode }) => {
  const { t } = useTranslator();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const heads = [t('imports.report.row'), t('imports.report.cell'), t('imports.report.value'), t('imports.report.why')];
  const copy = async (): Promise<void> => {
    const text = [heads, ...lines.map(({ row, cell, value, why }) => [row, cell, value, why])].map((cells) => cells.map(plainCell).join('\t')).join('\n');
    await navigator.clipboard.writeText(text).then(() => setCopied('yes'), () => setCopied('failed'));
  };
  if (lines.length === 0) return <Card title={t('imports.report.outside')}><p>{t('imports.report.outsideNone')}</p></Card>;
  return (
    <Card title={t('imports.report.outside')} padding="flush" aside={<>{markedCopy}<Button variant="quiet" icon={Copy} onPress={() => void copy()}>{t('imports.report.copy')}</Button></>}>
      <output className="imports-copied">{copied === 'no' ? null : copied === 'yes' ? t('imports.report.copied') : t('imports.report.copyFailed')}</output>
      <Table label={t('imports.report.outside')}>
        <Thead><Tr>{heads.map((head, index) => <Th key={head} numeric={index === 0}>{head}</Th>)}</Tr></Thead>
        <Tbody>
          {lines.slice(0, LINES_SHOWN).map(({ key, row, cell, value, why }) => (
            <Tr key={key}>
              <Th scope="row" numeric>{row}</Th>
              <Td>{cell}</Td>
              <Td><span className="imports-value">{value}</span></Td>
              <Td>{why}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
};

const Numbers = ({ outcome: { summary } }: { readonly outcome: ImportOutcome }) => {
  const { t } = useTranslator();
  const format = useFormat();
  const facts = [
    ['read', summary.rowsRead], ['accepted', summary.accepted], ['withErrors', summary.withErrors], ['excluded', summary.excluded],
    ['warnings', summary.withWarnings], ['corrected', summary.corrected],
  ] as const;
  return (
    <Card title={t('imports.report.numbers')}>
      <dl className="imports-numbers">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`imports.report.${name}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};

/** What every kind of import reports: the numbers, what stayed out and why, and what changed in the texts. */
export const ReportParts = ({ state: { outcome, guess, columns, session, check } }: Pick<StepProps, 'state'>) => {
  const lines = useOutsideLines(outcome?.outside ?? [], guess, columns);
  if (outcome === null) return null;
  const hasNotes = check !== null && check.problems.length + outcome.changes.length > 0;
  return (
    <>
      <Numbers outcome={outcome} />
      <Outside lines={lines} copy={session === null || !hasNotes ? null : <MarkedCopyButton session={session} problems={check.problems} />} />
      <TextChanges changes={outcome.changes} />
    </>
  );
};

export const ReportStep = ({ wizard, state }: StepProps) => {
  const run = useRun();
  const { t } = useTranslator();
  const { outcome } = state;
  if (outcome === null) return null;
  const again = <Button onPress={wizard.reset}>{t('imports.report.another')}</Button>;
  return (
    <>
      {outcome.undone === null ? (
        <Note
          tone="ok" live title={t('imports.report.done', { count: outcome.record.rowsAccepted })}
          actions={<>{again}<Button icon={Undo2} onPress={() => run(wizard.undoImport)}>{t('imports.report.undo')}</Button></>}
        >
          {t('imports.report.doneText')} {outcome.record.sourceSize === undefined ? null : t('imports.source.kept')}
        </Note>
      ) : (
        <Note tone="info" live title={t('imports.report.undone')} actions={again}>{t('imports.report.undoneText', { ...outcome.undone })}</Note>
      )}
      <ReportParts state={state} />
    </>
  );
};
