/** The table a person has confirmed: which rows it has, what each column is, and the cell of a field in a row. */
import { acrossOf, clash, reasonOf } from '../../domain/across-field';
import { isPlace, placeIndex, placeName, placeRow } from '../../domain/column-letter';
import type { ImportField, ImportKind } from '../../domain/ports/import-kinds';
import type { TablePlan } from '../../domain/ports/sheet-import';
import { fail } from '../../domain/problem';
import { columnStyle, UNKNOWN_STYLE } from './column-style';
import { headerAt, type Header } from './find-header';
import { readHeading } from './heading';
import { ruleFor } from './kinds';
import type { Columns, ImportKindRule } from './kinds/import-kind';
import type { FieldColumn } from './kinds/value-types';
import { MAX_ROWS } from './limits';
import { lineAt, linesAbove, type LineAbove } from './lines-above';
import { partOf } from './part-of-sheet';
import { linesOfRow } from './said-lines';
import type { Cell, Merge, SheetGrid } from './sheet-source';
import { sideBySide } from './side-by-side';
import type { TableShape } from './special-row';
import { allTables, rowsAside, type RowsAside } from './stacked-tables';
import type { breather } from './stop';

export interface PlannedTable {
  readonly rule: ImportKindRule;
  /** The sheet, or the columns of it that the table stands in. */
  readonly grid: SheetGrid;
  readonly whole: SheetGrid;
  /** 1-based rows below the headings that hold something, and those of other tables on the sheet. */
  readonly rows: readonly number[];
  /** Rows that belong to another table, or to the headings of one that continues this. */
  readonly aside: RowsAside['rows'];
  /** Rows that come in, though another table may begin with them. */
  readonly suspects: RowsAside['suspects'];
  readonly columnOf: Readonly<Partial<Record<ImportField, number>>>;
  readonly columns: Columns;
  readonly shape: TableShape;
  /** The cell, the one above it in the same merged range, or the value of a line above the table; `filled` says that it came from above, `line` from which place. */
  cell(row: number, field: ImportField): { readonly cell: Cell | undefined; readonly filled: boolean; readonly line?: number };
}

/** No place in a sheet is beyond: 1,048,576 rows of 16,384 columns. */
const MOST_PLACES = placeIndex(1_048_577, 0);

const bad = (detail: string): Error => fail('file.badMapping', { detail });

/** Throws `file.badMapping` for a plan that does not fit the sheet. */
const columnsOf = (plan: TablePlan, { fieldNames }: ImportKindRule): Partial<Record<ImportField, number>> => {
  const columnOf: Partial<Record<ImportField, number>> = {};
  const taken: ImportField[] = [];
  for (const [key, field] of Object.entries(plan.columns)) {
    const column = Number(key);
    if (!Number.isInteger(column) || column < 0 || column > MOST_PLACES) throw bad(key);
    if (!fieldNames.includes(field) || taken.some((other) => clash(other, field))) throw bad(field);
    taken.push(field);
    columnOf[field] = column;
  }
  const alone = taken.find((field) => reasonOf(field) !== null && !taken.some((other) => acrossOf(other)?.name === reasonOf(field)));
  if (alone !== undefined) throw bad(alone);
  if (taken.length === 0) throw bad('columns');
  return columnOf;
};

/** Ranges over several rows, by column; only those below the headings. */
const mergesByColumn = (grid: SheetGrid, headerRow: number): ReadonlyMap<number, readonly Merge[]> => {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of grid.merges) {
    if (merge.bottom === merge.top || merge.top <= headerRow) continue;
    const list = byColumn.get(merge.left) ?? [];
    list.push(merge);
    byColumn.set(merge.left, list);
  }
  for (const list of byColumn.values()) list.sort((left, right) => left.top - right.top);
  return byColumn;
};

/** The range that covers the row; ranges are sorted and do not overlap. */
const coveringMerge = (merges: readonly Merge[], row: number): Merge | undefined => {
  let low = 0;
  let high = merges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const merge = merges[middle];
    if (merge === undefined) return undefined;
    if (row < merge.top) high = middle - 1;
    else if (row > merge.bottom) low = middle + 1;
    else return merge;
  }
  return undefined;
};

/** The lines above the table that the plan uses. Throws `file.badMapping` for one that is not there. */
const linesOf = (grid: SheetGrid, header: Header, lastRow: number | undefined, columnOf: PlannedTable['columnOf']): ReadonlyMap<number, LineAbove> => {
  const wanted = Object.values(columnOf).flatMap((column) => (column !== undefined && isPlace(column) ? [column] : []));
  if (wanted.length === 0) return new Map();
  const lines = new Map(linesAbove(grid, header, lastRow ?? null).map((line) => [line.index, line]));
  const missing = wanted.find((index) => !lines.has(index));
  if (missing !== undefined) throw bad(placeName(missing));
  return new Map([...lines].filter(([index]) => wanted.includes(index)));
};

/** Rows between tables read on as one that say nothing but what their rows are given: each of those tells it. */
const saidRows = (grid: SheetGrid, lines: ReadonlyMap<number, LineAbove>): ReadonlySet<number> => {
  const used = new Set([...lines.values()].flatMap(({ below }) => below.map(({ index }) => index)));
  return new Set([...used].map(placeRow).filter((row) => linesOfRow(grid, row).every(({ index }) => used.has(index))));
};

/** Only columns tell a row of the table from a total; a line above says the same of every row. */
const ofColumns = (columnOf: PlannedTable['columnOf']): PlannedTable['columnOf'] =>
  Object.fromEntries(Object.entries(columnOf).filter(([, column]) => column !== undefined && !isPlace(column)));

const shapeOf = ({ marks }: ImportKindRule, columnOf: PlannedTable['columnOf'], headings: ReadonlyMap<number, string>): TableShape => ({
  headings,
  name: columnOf[marks.name],
  amounts: marks.amounts.flatMap((field) => columnOf[field] ?? []),
  proof: marks.proof === undefined ? undefined : columnOf[marks.proof],
  hasAmounts: marks.amounts.length > 0,
  sums: marks.sums,
});

/** Rows of tables beside the one that is read, where it has none itself. */
const rowsBeside = (whole: SheetGrid, part: SheetGrid, { span }: TablePlan): ReadonlySet<number> => {
  if (span === undefined) return new Set();
  const own = new Set(part.rows);
  const others = sideBySide(whole).spans.filter(({ first }) => first !== span.first).flatMap((other) => allTables(partOf(whole, other)));
  return new Set(whole.rows.filter((row) => !own.has(row) && others.some(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow)));
};

const isSpan = ({ span }: TablePlan): boolean => span === undefined || (Number.isInteger(span.first) && Number.isInteger(span.last) && span.first >= 0 && span.first <= span.last);

/** Throws `file.badMapping`, `file.tooManyRows`. Looks through columns whose writing style must be known first. */
export const planTable = async (kind: ImportKind, sheets: readonly SheetGrid[], plan: TablePlan, breathe: ReturnType<typeof breather>): Promise<PlannedTable> => {
  const whole = sheets[plan.sheet];
  if (whole === undefined) throw bad(`sheet ${plan.sheet + 1}`);
  if (!isSpan(plan)) throw bad('span');
  const grid = plan.span === undefined ? whole : partOf(whole, plan.span);
  if (!Number.isInteger(plan.headerRow) || plan.headerRow < 0) throw bad('headerRow');
  const rule = ruleFor(kind, plan.columns);
  const columnOf = columnsOf(plan, rule);
  const header = headerAt(grid, plan.headerRow);
  if (plan.lastRow !== undefined && !(Number.isInteger(plan.lastRow) && plan.lastRow >= plan.headerRow)) throw bad('lastRow');
  const lines = linesOf(grid, header, plan.lastRow, columnOf);
  const { rows: ofSheet, suspects } = rowsAside(grid, plan.headerRow, plan.lastRow ?? null);
  const beside = rowsBeside(whole, grid, plan);
  const aside = beside.size === 0 ? ofSheet : new Map([...ofSheet, ...[...beside].map((row) => [row, 'row.otherTable'] as const)]);
  const said = saidRows(grid, lines);
  const rows = (beside.size === 0 ? grid : whole).rows.filter((row) => (row > plan.headerRow || aside.has(row)) && !said.has(row));
  if (rows.length > MAX_ROWS) throw fail('file.tooManyRows', { limit: MAX_ROWS });
  const own = aside.size === 0 ? rows : rows.filter((row) => !aside.has(row));
  const columns: Partial<Record<ImportField, FieldColumn>> = {};
  const headings = new Map<number, string>();
  for (const field of rule.fieldNames) {
    const column = columnOf[field];
    if (column === undefined) continue;
    const styled = rule.fields[field]?.value.styled ?? null;
    const found = styled === null ? UNKNOWN_STYLE : await columnStyle(grid, own, column, styled, breathe);
    const said = plan.styles?.[field];
    const style = { mark: said?.mark ?? found.mark, order: said?.order ?? found.order };
    const heading = header.texts.get(column)?.text ?? lines.get(column)?.label ?? '';
    if (!isPlace(column)) headings.set(column, heading);
    columns[field] = { heading: readHeading(heading), style };
  }
  const merges = mergesByColumn(grid, plan.headerRow);
  return {
    rule, grid, whole, rows, aside, suspects, columnOf, columns, shape: shapeOf(rule, ofColumns(columnOf), headings),
    cell: (row, field) => {
      const column = columnOf[field];
      if (column === undefined) return { cell: undefined, filled: false };
      const line = lines.get(column);
      if (line !== undefined) {
        const said = lineAt(line, row);
        return { cell: said.cell, filled: true, line: said.index };
      }
      const own = grid.cell(row, column);
      const inColumn = own === undefined && rule.fields[field]?.fillsDown === true ? merges.get(column) : undefined;
      const merge = inColumn === undefined ? undefined : coveringMerge(inColumn, row);
      return merge === undefined ? { cell: own, filled: false } : { cell: grid.cell(merge.top, column), filled: true };
    },
  };
};
