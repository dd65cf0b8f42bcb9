/** The lines above a table, and above each of those read on as one with it, that say something of all its rows. */
import { placeRow } from '../../domain/column-letter';
import { foldText } from '../../domain/fold-text';
import type { Header } from './find-header';
import { linesOfRow, type SaidLine } from './said-lines';
import type { SheetGrid } from './sheet-source';
import { allTables } from './stacked-tables';

/** A line that another table, read on as one with the first, has of its own. */
export interface LineBelow extends SaidLine {
  /** The row of headings below which it holds. */
  readonly from: number;
}

export interface LineAbove extends SaidLine {
  /** From top to bottom; where a table has none, the one above it holds on. */
  readonly below: readonly LineBelow[];
  /** True where every table read on as one has such a line, where it heads them all, and where there is one table only. */
  readonly isEverywhere: boolean;
}

/** Further up stands something else than the head of a form. */
const MOST_ROWS = 40;

/** Each line by its label; of several with the same one, by their order. */
const byLabel = <Line extends SaidLine>(lines: readonly Line[]): ReadonlyMap<string, Line> => {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const label = foldText(line.label);
    let nth = 1;
    while (found.has(`${nth} ${label}`)) nth += 1;
    found.set(`${nth} ${label}`, line);
  }
  return found;
};

/** True where an empty row stands between a line and one below it: the head of the whole form, above that of its first table. */
const isApart = (grid: SheetGrid, upper: SaidLine, lower: SaidLine): boolean => {
  const [from, to] = [placeRow(upper.index), placeRow(lower.index)];
  return grid.rows.filter((row) => from <= row && row <= to).length < to - from + 1;
};

/** The line as it holds in a row. */
export const lineAt = (line: LineAbove, row: number): SaidLine => line.below.findLast(({ from }) => from < row) ?? line;

/**
 * The lines between a table and the one before it, with those of the tables read on as one with it. None where what
 * follows may as well be no table: nobody can say then for which rows a line holds. `lastRow`: where the table ends, null
 * at the end of the sheet.
 */
export const linesAbove = (grid: SheetGrid, header: Header, lastRow: number | null): readonly LineAbove[] => {
  const top = [...header.texts.values()].some(({ upper }) => upper !== '') ? header.row - 1 : header.row;
  const rows = grid.rows.slice(0, grid.rows.findIndex((row) => row >= top)).slice(-MOST_ROWS);
  const found = rows.map((row) => ({ row, lines: linesOfRow(grid, row) })).filter(({ lines }) => lines.length > 0);
  // Looking for other tables costs a look at the whole sheet, and most have no such lines.
  if (found.length === 0) return [];
  const tables = allTables(grid, header.row);
  const following = tables.filter(({ headerRow }) => headerRow > header.row && headerRow <= (lastRow ?? Infinity));
  if (following.some(({ isSure }) => !isSure)) return [];
  const before = Math.max(0, ...tables.filter((table) => table.headerRow < top && table.lastRow < top).map((table) => table.lastRow));
  const others = following.map(({ firstRow, headerRow }) =>
    byLabel(grid.rows.filter((row) => firstRow <= row && row < headerRow).flatMap((row) => linesOfRow(grid, row)).map((line): LineBelow => ({ ...line, from: headerRow }))));
  const own = [...byLabel(found.filter(({ row }) => row > before).flatMap(({ lines }) => lines))].map(([key, line]) => {
    const below = others.flatMap((lines) => lines.get(key) ?? []);
    return { ...line, below, isEverywhere: below.length === others.length };
  });
  return own.map((line) => ({ ...line, isEverywhere: line.isEverywhere || (line.below.length === 0 && own.some((other) => other.isEverywhere && isApart(grid, line, other))) }));
};
