/** Which column is which field, as a file: saved from one import and used by another, in the window and behind the terminal door. */
import { columnRulesSchema } from '../domain/column-rules';
import { foldText } from '../domain/fold-text';
import { clash } from '../domain/across-field';
import { fieldOf, IMPORT_FIELDS, type ImportField, type ImportKind } from '../domain/ports/import-kinds';
import type { ColumnGuess, ColumnRules, TablePlan } from '../domain/ports/sheet-import';
import { fail } from '../domain/problem';
import { z } from '../domain/schema';

/** Why a mapping cannot be used. */
export type MapProblemCode =
  | 'map.notJson' | 'map.shape' | 'map.sheet' /* data: {sheet} */ | 'map.column' /* data: {column} */
  | 'map.field' /* data: {field, known} */ | 'map.twice' /* data: {field} */ | 'map.clash' /* data: {field, other} */;

const refused = (code: MapProblemCode, data: Readonly<Record<string, string>> = {}): Error => fail(code, data);

/** Columns not named are left out. A column is named by its heading or by its letter. */
const columnMapSchema = z.strictObject({
  sheet: z.string().optional(),
  headerRow: z.int().min(1).optional(),
  columns: z.record(z.string(), z.string()).optional(),
  rules: columnRulesSchema.optional(),
});
export type ColumnMap = z.infer<typeof columnMapSchema>;

/** Throws `map.notJson`, `map.shape`. */
export const parseColumnMap = (bytes: Uint8Array): ColumnMap => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refused('map.notJson');
  }
  const map = columnMapSchema.safeParse(json);
  if (!map.success) throw refused('map.shape');
  return map.data;
};

const columnNamed = (name: string, columns: readonly ColumnGuess[]): ColumnGuess => {
  const byHeading = columns.filter(({ header }) => foldText(header) === foldText(name));
  // Two columns of the same heading are told apart by their letters.
  const column = byHeading.length === 1 ? byHeading[0] : columns.find(({ letter }) => letter === name.trim().toUpperCase());
  if (column === undefined) throw refused('map.column', { column: name });
  return column;
};

const fieldNamed = (kind: ImportKind, name: string): ImportField => {
  const field = fieldOf(kind, name);
  if (field === null) throw refused('map.field', { field: name, known: IMPORT_FIELDS[kind].join(', ') });
  return field;
};

/** Column index → field. Throws `map.column`, `map.field`, `map.twice`, `map.clash`. */
export const mappedColumns = (kind: ImportKind, wanted: Readonly<Record<string, string>>, columns: readonly ColumnGuess[]): TablePlan['columns'] => {
  const mapped: Record<number, ImportField> = {};
  for (const [name, fieldName] of Object.entries(wanted)) {
    const field = fieldNamed(kind, fieldName);
    const { index } = columnNamed(name, columns);
    const other = Object.values(mapped).find((each) => clash(each, field));
    if (other !== undefined) throw other === field ? refused('map.twice', { field }) : refused('map.clash', { field, other });
    mapped[index] = field;
  }
  return mapped;
};

/** The index of the sheet a mapping names; null when it names none. Throws `map.sheet`. */
export const mappedSheet = <Sheet extends { readonly name: string }>({ sheet }: ColumnMap, sheets: readonly Sheet[]): Sheet | null => {
  if (sheet === undefined) return null;
  const named = sheets.find(({ name }) => foldText(name) === foldText(sheet));
  if (named === undefined) throw refused('map.sheet', { sheet });
  return named;
};

/** A map's rules of columns. Throws `map.field` for a name that is no field. */
export const mappedRules = (kind: ImportKind, { rules = {} }: ColumnMap): ColumnRules => {
  for (const name of Object.keys(rules)) fieldNamed(kind, name);
  return rules;
};

/** A plan in the form `parseColumnMap` takes, columns by their letters. */
export const columnMapOf = (sheet: string, plan: Pick<TablePlan, 'headerRow' | 'columns'>, columns: readonly ColumnGuess[], rules: ColumnRules = {}): ColumnMap => ({
  sheet,
  headerRow: plan.headerRow,
  columns: Object.fromEntries(columns.flatMap(({ index, letter }) => {
    const field = plan.columns[index];
    return field === undefined ? [] : [[letter, field]];
  })),
  ...(Object.keys(rules).length === 0 ? {} : { rules }),
});
