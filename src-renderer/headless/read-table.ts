/** A table of a workbook as the terminal reads it, and how it answers about it. */
import { basename } from 'node:path';
import { columnMapOf } from '../app/column-map';
import { columnLetter } from '../domain/column-letter';
import { fieldValue, IMPORT_FIELDS, isHelpingField, type ImportKind, type ImportRow, type RowOf } from '../domain/ports/import-kinds';
import type { CellProblem, ImportContext, ImportSession, PreviewSummary, SheetTable, TextChangeCount, WorkbookInfo } from '../domain/ports/sheet-import';
import { ProblemError } from '../domain/problem';
import { createSheetImporter } from '../spreadsheet/import/importer';
import { MAX_FILE_BYTES } from '../spreadsheet/import/limits';
import { guessedTable, mappedTable, type ChosenTable } from './column-map';
import { readFileBytes } from './files';
import { problemText, TerminalError, type Terminal } from './terminal';

/** A row with the keys of its kind. */
export const rowAnswer = (kind: ImportKind, row: ImportRow) => ({
  ...Object.fromEntries(IMPORT_FIELDS[kind].filter((field) => !isHelpingField(field)).map((field) => [field, fieldValue(row, field)])),
  source: row.source,
});

const problemAnswer = (problem: CellProblem, { translator }: Terminal) => ({
  sheet: problem.sheet, row: problem.row, column: problem.column, code: problem.code, value: problem.value, severity: problem.severity,
  message: problemText({ ...problem, data: { ...problem.data, value: problem.value } }, translator),
});

/** What was dropped or changed in the texts of a column, with a sentence and the first few cells. */
const changeAnswer = ({ field, column, change, count, examples }: TextChangeCount, { translator: { t } }: Terminal) =>
  ({ column, field, change, count, message: t(`imports.changes.${change}`, { count }), examples });

/** What was understood of the columns, in the form `--map` takes. */
const mappingAnswer = ({ sheet, plan, columns, rules }: ChosenTable) => columnMapOf(sheet.name, plan, columns, rules);

/** A table of a sheet that holds several: where it stands, what names its columns, and whether it was read. */
const tableAnswer = ({ headerRow, firstRow, lastRow, rows, title, text, span, isSure }: SheetTable, { plan }: ChosenTable) => ({
  headerRow, firstRow, lastRow, rows, title, headings: text,
  columns: span === null ? null : `${columnLetter(span.first)}:${columnLetter(span.last)}`,
  certain: isSure,
  read: span?.first === plan.span?.first && headerRow >= plan.headerRow && headerRow <= (plan.lastRow ?? Infinity),
});

export interface CheckedTable<Kind extends ImportKind> {
  readonly info: WorkbookInfo;
  readonly sheet: string;
  readonly rows: readonly RowOf[Kind][];
  readonly table: ChosenTable;
  readonly problems: readonly CellProblem[];
  readonly changes: readonly TextChangeCount[];
  readonly summary: PreviewSummary;
}

const check = async <Kind extends ImportKind>(kind: Kind, session: ImportSession, context: ImportContext, map: string | undefined, { translator }: Terminal): Promise<CheckedTable<Kind>> => {
  const table = map === undefined ? await guessedTable(session, context) : await mappedTable(map, session, context, translator);
  const summary = await session.check(table.plan, context, { edits: {}, excluded: [], included: [], replacements: table.replacements ?? {} });
  return { table, summary, info: session.info, sheet: table.sheet.name, rows: await session.accepted(kind), problems: await session.problems(), changes: await session.textChanges() };
};

export const readTable = async <Kind extends ImportKind>(kind: Kind, path: string, context: ImportContext, map: string | undefined, terminal: Terminal): Promise<CheckedTable<Kind>> => {
  const bytes = await readFileBytes(path, MAX_FILE_BYTES);
  try {
    const session = await createSheetImporter().open(basename(path), bytes);
    try {
      return await check(kind, session, context, map, terminal);
    } finally {
      session.close();
    }
  } catch (error) {
    if (error instanceof ProblemError) throw new TerminalError('terminal.inFile', { path, message: problemText(error.problem, terminal.translator) });
    throw error;
  }
};

/** What was understood of a table and what is to be said of it; `rows` and what became of them are the caller's. */
export const tableAnswerOf = <Kind extends ImportKind>({ problems, changes, table }: CheckedTable<Kind>, terminal: Terminal) => ({
  problems: problems.map((problem) => problemAnswer(problem, terminal)),
  changes: changes.map((change) => changeAnswer(change, terminal)),
  mapping: mappingAnswer(table),
  ...(table.tables.length === 0 ? {} : { tables: table.tables.map((each) => tableAnswer(each, table)) }),
});
