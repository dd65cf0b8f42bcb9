/** A sheet seen through some of its columns only, as if nothing stood beside them. */
import type { ColumnSpan } from '../../domain/ports/sheet-import';
import type { SheetGrid } from './sheet-source';

const parts = new WeakMap<SheetGrid, Map<string, SheetGrid>>();

const madePart = (grid: SheetGrid, { first, last }: ColumnSpan): SheetGrid => {
  const columns = grid.columns.filter((column) => first <= column && column <= last);
  const { name, hidden, hiddenRows, hiddenColumns, merges } = grid;
  const rows = grid.rows.filter((row) => columns.some((column) => grid.cell(row, column) !== undefined));
  return { name, hidden, rows, columns, hiddenRows, hiddenColumns, merges, cell: (row, column) => grid.cell(row, column) };
};

/** The part of a sheet between two columns; its rows are those with something in one of them. Looked through once. */
export const partOf = (grid: SheetGrid, span: ColumnSpan): SheetGrid => {
  const known = parts.get(grid) ?? new Map<string, SheetGrid>();
  parts.set(grid, known);
  const key = `${span.first}:${span.last}`;
  const part = known.get(key) ?? madePart(grid, span);
  known.set(key, part);
  return part;
};
