/** `caiet import WORKBOOK --as bids`: rows of a bid register, and with `--into` the bids of a package. */
import { basename } from 'node:path';
import { presentBidKeys } from '../app/rows-to-bids';
import { inOrder } from '../domain/position';
import { BID_FIELDS, IMPORT_KINDS, type BidRow, type CellProblem, type ImportContext, type ImportSession, type PreviewSummary } from '../domain/ports/sheet-import';
import { ProblemError } from '../domain/problem';
import type { Project } from '../domain/project';
import { createSheetImporter } from '../spreadsheet/import/importer';
import { MAX_FILE_BYTES } from '../spreadsheet/import/limits';
import { guessedTable, mappedTable, type ChosenTable } from './column-map';
import { readFileBytes } from './files';
import { addBids, type ReadRegister } from './import-into';
import { allowOnly, oneFile, oneOf, type CommandLine } from './options';
import { chosenProject, openPackage, sayErrors } from './package-file';
import { systemUser } from './producer';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

/** Without a project any lot is taken; without `--currency` too, each price keeps the currency written in the sheet, and lei where none is. */
const contextFor = (project: Project | undefined, currency: string): ImportContext => (project === undefined
  ? { currency, lotNumbers: [], presentBids: [], remembered: {} }
  : { currency: project.currency, lotNumbers: inOrder(project.lots).map(({ number }) => number), presentBids: presentBidKeys(project), remembered: {} });

const rowAnswer = (row: BidRow) => ({ ...Object.fromEntries(BID_FIELDS.map((field) => [field, row[field] ?? null])), source: row.source });

const problemAnswer = (problem: CellProblem, { translator }: Terminal) => ({
  sheet: problem.sheet, row: problem.row, column: problem.column, code: problem.code, value: problem.value, severity: problem.severity,
  message: problemText({ ...problem, data: { ...problem.data, value: problem.value } }, translator),
});

/** What was understood of the columns, in the form `--map` takes. */
const mappingAnswer = ({ sheet, plan, columns }: ChosenTable) => ({
  sheet: sheet.name,
  headerRow: plan.headerRow,
  columns: Object.fromEntries(columns.flatMap(({ index, letter }) => (plan.columns[index] === undefined ? [] : [[letter, plan.columns[index]]]))),
});

interface CheckedRegister extends ReadRegister {
  readonly table: ChosenTable;
  readonly problems: readonly CellProblem[];
  readonly summary: PreviewSummary;
}

const check = async (session: ImportSession, context: ImportContext, map: string | undefined, { translator }: Terminal): Promise<CheckedRegister> => {
  const table = map === undefined ? await guessedTable(session, context) : await mappedTable(map, session, context, translator);
  const summary = await session.check(table.plan, context, { edits: {}, excluded: [], included: [] });
  return { table, summary, info: session.info, sheet: table.sheet.name, rows: await session.accepted(), problems: await session.problems() };
};

const readRegister = async (path: string, context: ImportContext, map: string | undefined, terminal: Terminal): Promise<CheckedRegister> => {
  const bytes = await readFileBytes(path, MAX_FILE_BYTES);
  try {
    const session = await createSheetImporter().open(basename(path), bytes);
    try {
      return await check(session, context, map, terminal);
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
  allowOnly(line, ['as', 'map', 'out', ...(line.values.into === undefined ? ['currency'] as const : ['into', 'project', 'author'] as const)]);
  const path = oneFile(line);
  oneOf(line, 'as', IMPORT_KINDS);
  const { into, out, map, project: projectId, author, currency } = line.values;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new TerminalError('terminal.badChoice', { value: currency, option: '--currency', known: 'RON, EUR, USD…' });
  if ((into === undefined) !== (out === undefined)) throw new TerminalError('terminal.together');
  const target = into === undefined ? undefined : await openPackage(into, terminal);
  const chosen = target === undefined ? undefined : chosenProject(target, projectId);
  if (target !== undefined && sayErrors(target, terminal)) return 1;
  const register = await readRegister(path, contextFor(chosen?.project, currency ?? ''), map, terminal);
  const { rows, problems, table } = register;
  if (target !== undefined && chosen !== undefined && out !== undefined) {
    await addBids({ report: target, target: chosen, register, author: author ?? systemUser(), out }, terminal);
  }
  terminal.answer({
    rows: rows.map(rowAnswer),
    accepted: rows.length,
    problems: problems.map((problem) => problemAnswer(problem, terminal)),
    mapping: mappingAnswer(table),
    ...(out === undefined ? {} : { written: out }),
  });
  const { withErrors } = register.summary;
  if (withErrors > 0) terminal.say(terminal.translator.t('terminal.rowsLeftOut', { count: withErrors }));
  return withErrors > 0 ? 1 : 0;
};
