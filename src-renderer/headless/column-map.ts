/** `--map FILE`: which column is which field, when headings alone do not say. */
import { mappedColumns, mappedRules, mappedSheet, parseColumnMap, type MapProblemCode } from '../app/column-map';
import { saidBy } from '../domain/column-rules';
import type { ColumnGuess, ColumnRules, ImportContext, ImportSession, RowDecisions, SheetInfo, SheetTable, TableGuess, TablePlan } from '../domain/ports/sheet-import';
import { fail, ProblemError } from '../domain/problem';
import type { Translator } from '../i18n/translator';
import { readFileBytes } from './files';
import { TerminalError } from './terminal';

const MAX_MAP_BYTES = 1024 * 1024;

export interface ChosenTable {
  readonly sheet: SheetInfo;
  readonly plan: TablePlan;
  readonly columns: readonly ColumnGuess[];
  /** Every table that stands on the sheet; empty when there is one only. */
  readonly tables: readonly SheetTable[];
  /** What a map says of columns as a whole. */
  readonly rules?: ColumnRules;
  readonly replacements?: RowDecisions['replacements'];
}

/** What is wrong with the map file, as its one line. */
const inMapFile = async <Value>(path: string, { t }: Translator, work: () => Promise<Value> | Value): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.code.startsWith('map.')) throw error;
    const { code, data } = error.problem;
    throw new TerminalError('terminal.badMap', { path, detail: t(`terminal.${code as MapProblemCode}`, data) });
  }
};

/** How much a sheet looks like a table of the kind asked for. */
const recognised = ({ plan }: TableGuess): number => Object.keys(plan.columns).length;

/** The visible sheet with most recognised columns, the first of equals. */
const likeliest = async (session: ImportSession, context: ImportContext): Promise<{ readonly sheet: SheetInfo; readonly guess: TableGuess }> => {
  let best: { readonly sheet: SheetInfo; readonly guess: TableGuess } | undefined;
  for (const sheet of session.info.sheets) {
    if (sheet.hidden || sheet.rows === 0) continue;
    const guess = await session.guess(sheet.index, context);
    if (best === undefined || recognised(guess) > recognised(best.guess)) best = { sheet, guess };
  }
  if (best === undefined) throw fail('file.noTable');
  return best;
};

/** The table to read when nobody says which: headings decide. */
export const guessedTable = async (session: ImportSession, context: ImportContext): Promise<ChosenTable> => {
  const { sheet, guess } = await likeliest(session, context);
  if (recognised(guess) === 0) throw fail('file.noTable');
  return { sheet, plan: guess.plan, columns: guess.columns, tables: guess.tables };
};

/** The table a map file names; what it leaves open is recognised as without it. */
export const mappedTable = (path: string, session: ImportSession, context: ImportContext, translator: Translator): Promise<ChosenTable> =>
  inMapFile(path, translator, async () => {
    const map = parseColumnMap(await readFileBytes(path, MAX_MAP_BYTES));
    const named = mappedSheet(map, session.info.sheets);
    const { sheet } = named === null ? await likeliest(session, context) : { sheet: named };
    const { plan, columns, tables } = await session.guess(sheet.index, context, map.headerRow);
    const rules = mappedRules(context.kind, map);
    const { styles, replacements } = saidBy(rules, context.kind);
    return { sheet, columns, tables, rules, replacements, plan: { ...plan, styles, ...(map.columns === undefined ? {} : { columns: mappedColumns(context.kind, map.columns, columns) }) } };
  });
