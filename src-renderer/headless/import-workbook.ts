/** `caiet import WORKBOOK --as KIND`: the rows of a table, and with `--into` what they are in a package. */
import { basename } from 'node:path';
import { columnMapOf } from '../app/column-map';
import { presentBidAmounts, presentBidKeys } from '../app/rows-to-bids';
import { presentNeedKeys, presentRequirementKeys } from '../app/rows-to-needs';
import { columnLetter } from '../domain/column-letter';
import { inOrder } from '../domain/position';
import { IMPORT_FIELDS, IMPORT_KINDS, isHelpingField, type ImportField, type ImportKind, type ImportRow, type RowOf } from '../domain/ports/import-kinds';
import type { CellProblem, ImportContext, ImportSession, PreviewSummary, SheetTable, TextChangeCount, WorkbookInfo } from '../domain/ports/sheet-import';
import { ProblemError } from '../domain/problem';
import type { Project } from '../domain/project';
import type { PackageProject, PackageReport } from '../exchange/report';
import { sealedOut } from '../exchange/sealed-out';
import { createSheetImporter } from '../spreadsheet/import/importer';
import { MAX_FILE_BYTES } from '../spreadsheet/import/limits';
import { guessedTable, mappedTable, type ChosenTable } from './column-map';
import { readFileBytes } from './files';
import { addRows, INTO_KINDS, type IntoKind } from './import-into';
import { allowOnly, oneFile, oneOf, type CommandLine } from './options';
import { chosenProject, openPackage, sayErrors } from './package-file';
import { systemUser } from './producer';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

/** What of such a table is in the project already, so that the same rows do not come in twice. */
const presentIn = (kind: ImportKind, project: Project): Pick<ImportContext, 'presentRows' | 'presentAmounts'> => {
  if (kind === 'bids') return { presentRows: presentBidKeys(project), presentAmounts: presentBidAmounts(project) };
  if (kind === 'needs') return { presentRows: presentNeedKeys(project) };
  return { presentRows: kind === 'requirements' ? presentRequirementKeys(project) : [] };
};

/** Without a project any lot is taken; without `--currency` too, each price keeps the currency written in the sheet, and lei where none is. */
const contextFor = (kind: ImportKind, project: Project | undefined, currency: string): ImportContext => (project === undefined
  ? { kind, currency, lotNumbers: [], presentRows: [], remembered: {} }
  : { kind, currency: project.currency, lotNumbers: inOrder(project.lots).map(({ number }) => number), remembered: {}, ...presentIn(kind, project) });

const rowAnswer = (kind: ImportKind, row: ImportRow) => {
  const values: Readonly<Partial<Record<ImportField, unknown>>> = row;
  return { ...Object.fromEntries(IMPORT_FIELDS[kind].filter((field) => !isHelpingField(field)).map((field) => [field, values[field] ?? null])), source: row.source };
};

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

interface CheckedTable<Kind extends ImportKind> {
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

const readTable = async <Kind extends ImportKind>(kind: Kind, path: string, context: ImportContext, map: string | undefined, terminal: Terminal): Promise<CheckedTable<Kind>> => {
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

/** Rows with errors are left out, told and end in 1; the others are taken. */
export const importWorkbook = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['as', 'map', 'out', ...(line.values.into === undefined ? ['currency'] as const : ['into', 'project', 'author', 'passphrase-file'] as const)]);
  const path = oneFile(line);
  const kind = oneOf(line, 'as', IMPORT_KINDS);
  if (kind === 'scores' && line.values.into !== undefined) return (await import('./import-scores')).takeScoresIn(line, terminal);
  const { into, out, map, project: projectId, author, currency } = line.values;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new TerminalError('terminal.badChoice', { value: currency, option: '--currency', known: 'RON, EUR, USD…' });
  if ((into === undefined) !== (out === undefined)) throw new TerminalError('terminal.together');
  const intoKind = INTO_KINDS.find((each) => each === kind);
  if (into !== undefined && intoKind === undefined) throw new TerminalError('terminal.notInto', { kind });
  const target = into === undefined ? undefined : await openPackage(into, terminal);
  const chosen = target === undefined ? undefined : chosenProject(target, projectId);
  if (target !== undefined && sayErrors(target, terminal)) return 1;
  const read = <Kind extends ImportKind>(as: Kind): Promise<CheckedTable<Kind>> => readTable(as, path, contextFor(as, chosen?.project, currency ?? ''), map, terminal);
  const takeIn = async <Kind extends IntoKind>(as: Kind, report: PackageReport, project: PackageProject, file: string): Promise<CheckedTable<Kind>> => {
    for (const problem of sealedOut(project.project)) terminal.say(problemText(problem, terminal.translator));
    const table = await read(as);
    await addRows({ report, target: project, author: author ?? systemUser(), out: file }, as, table, terminal);
    return table;
  };
  const { rows, problems, changes, table, summary } = target !== undefined && chosen !== undefined && out !== undefined && intoKind !== undefined ? await takeIn(intoKind, target, chosen, out) : await read(kind);
  terminal.answer({
    rows: rows.map((row) => rowAnswer(kind, row)),
    accepted: rows.length,
    problems: problems.map((problem) => problemAnswer(problem, terminal)),
    changes: changes.map((change) => changeAnswer(change, terminal)),
    mapping: mappingAnswer(table),
    ...(table.tables.length === 0 ? {} : { tables: table.tables.map((each) => tableAnswer(each, table)) }),
    ...(out === undefined ? {} : { written: out }),
  });
  const { withErrors } = summary;
  if (withErrors > 0) terminal.say(terminal.translator.t('terminal.rowsLeftOut', { count: withErrors }));
  return withErrors > 0 ? 1 : 0;
};
