/** `--map FILE`: which column is which field, when headings alone do not say. */
import { foldText } from '../domain/fold-text';
import { IMPORT_FIELDS, type ImportField, type ImportKind } from '../domain/ports/import-kinds';
import type { ColumnGuess, ImportContext, ImportSession, SheetInfo, TableGuess, TablePlan } from '../domain/ports/sheet-import';
import { fail } from '../domain/problem';
import { z } from '../domain/schema';
import type { MessageKey, MessageValues, Translator } from '../i18n/translator';
import { readFileBytes } from './files';
import { TerminalError } from './terminal';

const MAX_MAP_BYTES = 1024 * 1024;

/** Columns not named are left out. A column is named by its heading or by its letter. */
const columnMapSchema = z.strictObject({
  sheet: z.string().optional(),
  headerRow: z.int().min(1).optional(),
  columns: z.record(z.string(), z.string()).optional(),
});
export type ColumnMap = z.infer<typeof columnMapSchema>;

export interface ChosenTable {
  readonly sheet: SheetInfo;
  readonly plan: TablePlan;
  readonly columns: readonly ColumnGuess[];
}

/** Turns what is wrong with the file into its one line. */
type Refuse = (key: MessageKey, values?: MessageValues) => TerminalError;

const refuser = (path: string, { t }: Translator): Refuse => (key, values) => new TerminalError('terminal.badMap', { path, detail: t(key, values) });

const parseMap = (bytes: Uint8Array, refuse: Refuse): ColumnMap => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('terminal.map.notJson');
  }
  const map = columnMapSchema.safeParse(json);
  if (!map.success) throw refuse('terminal.map.shape');
  return map.data;
};

const columnNamed = (name: string, columns: readonly ColumnGuess[], refuse: Refuse): ColumnGuess => {
  const byHeading = columns.filter(({ header }) => foldText(header) === foldText(name));
  // Two columns of the same heading are told apart by their letters.
  const column = byHeading.length === 1 ? byHeading[0] : columns.find(({ letter }) => letter === name.trim().toUpperCase());
  if (column === undefined) throw refuse('terminal.map.column', { column: name });
  return column;
};

const fieldNamed = (kind: ImportKind, name: string, refuse: Refuse): ImportField => {
  const fields: readonly ImportField[] = IMPORT_FIELDS[kind];
  const field = fields.find((each) => each === name);
  if (field === undefined) throw refuse('terminal.map.field', { field: name, known: fields.join(', ') });
  return field;
};

const mappedColumns = (kind: ImportKind, wanted: Readonly<Record<string, string>>, columns: readonly ColumnGuess[], refuse: Refuse): Record<number, ImportField> => {
  const mapped: Record<number, ImportField> = {};
  for (const [name, fieldName] of Object.entries(wanted)) {
    const field = fieldNamed(kind, fieldName, refuse);
    const { index } = columnNamed(name, columns, refuse);
    if (Object.values(mapped).includes(field)) throw refuse('terminal.map.twice', { field });
    mapped[index] = field;
  }
  return mapped;
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
  return { sheet, plan: guess.plan, columns: guess.columns };
};

/** The table a map file names; what it leaves open is recognised as without it. */
export const mappedTable = async (path: string, session: ImportSession, context: ImportContext, translator: Translator): Promise<ChosenTable> => {
  const refuse = refuser(path, translator);
  const map = parseMap(await readFileBytes(path, MAX_MAP_BYTES), refuse);
  const named = session.info.sheets.find(({ name }) => foldText(name) === foldText(map.sheet ?? ''));
  if (map.sheet !== undefined && named === undefined) throw refuse('terminal.map.sheet', { sheet: map.sheet });
  const { sheet } = named === undefined ? await likeliest(session, context) : { sheet: named };
  const { plan, columns } = await session.guess(sheet.index, context, map.headerRow);
  return { sheet, columns, plan: map.columns === undefined ? plan : { ...plan, columns: mappedColumns(context.kind, map.columns, columns, refuse) } };
};
