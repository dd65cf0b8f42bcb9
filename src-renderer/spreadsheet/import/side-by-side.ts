/** Several tables side by side on a sheet, with empty columns between them. */
import { foldText } from '../../domain/fold-text';
import type { ColumnSpan } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { partOf } from './part-of-sheet';
import type { SheetGrid } from './sheet-source';
import { isClosingLine } from './special-row';
import { allTables } from './stacked-tables';
import { isAlone } from './table-openings';

/** Nobody chooses among more. */
const MOST_PARTS = 12;
/** One table may end in a total that its neighbour has not; ends further apart are those of two tables. */
const APART = 2;

export interface Parts {
  /** From left to right; empty when the sheet has no two tables side by side. */
  readonly spans: readonly ColumnSpan[];
  /** False when the columns may as well be one table with an empty column in it. */
  readonly isSure: boolean;
  /** 1-based row from which on they stand side by side: further down than the sheet begins where a table above spans the gap. */
  readonly fromRow: number;
  /** The sheet from that row on. */
  readonly grid: SheetGrid;
}

const none = (grid: SheetGrid): Parts => ({ spans: [], isSure: false, fromRow: 0, grid });
/** Below more tables than these nobody looks for others side by side. */
const MOST_ABOVE = 5;

/** A range merged over the gap ties its two sides together, unless it is a title over both. */
const isTied = (grid: SheetGrid, left: number, right: number): boolean =>
  grid.merges.some((merge) => merge.left <= left && merge.right >= right - 1 && merge.right > left && !isAlone(grid, merge.top));

/** Runs of columns without a gap. */
const stripsOf = (grid: SheetGrid): ColumnSpan[] => {
  const strips: ColumnSpan[] = [];
  for (const column of grid.columns) {
    const strip = strips.at(-1);
    if (strip === undefined || (column - strip.last > 1 && !isTied(grid, strip.last, column))) strips.push({ first: column, last: column });
    else strips[strips.length - 1] = { ...strip, last: column };
  }
  return strips;
};

const isTable = (grid: SheetGrid, span: ColumnSpan): boolean => span.last > span.first && allTables(partOf(grid, span)).length > 0;

/** Strips that are no tables by themselves belong to the one on their left; at the left end, to the first. */
const partsOf = (grid: SheetGrid, strips: readonly ColumnSpan[]): readonly ColumnSpan[] => {
  const spans: ColumnSpan[] = [];
  let tables = 0;
  for (const strip of strips) {
    const before = spans.at(-1);
    const begins = isTable(grid, strip);
    if (before === undefined || (begins && tables > 0)) spans.push(strip);
    else spans[spans.length - 1] = { first: before.first, last: strip.last };
    tables += begins ? 1 : 0;
  }
  return spans;
};

interface Extent {
  readonly headerRow: number;
  /** Its last row before a gap, a total or a signature. */
  readonly end: number;
  readonly headings: ReadonlySet<string>;
}

const extentOf = (grid: SheetGrid, span: ColumnSpan): Extent => {
  const part = partOf(grid, span);
  const headerRow = allTables(part)[0]?.headerRow ?? 0;
  let end = part.rows.indexOf(headerRow);
  const closes = (row: number): boolean => part.columns.some((column) => isClosingLine(cellText(part.cell(row, column))));
  while ((part.rows[end + 1] ?? 0) - (part.rows[end] ?? 0) === 1) end += 1;
  while (end > 0 && closes(part.rows[end] ?? 0)) end -= 1;
  return { headerRow, end: part.rows[end] ?? 0, headings: new Set(part.columns.map((column) => foldText(cellText(part.cell(headerRow, column)))).filter((text) => text !== '')) };
};

/** Tables further right and, after an empty row, further down are one below the other. */
const areBeside = (one: Extent, other: Extent): boolean => one.headerRow <= other.end + 1 && other.headerRow <= one.end + 1;

const areApart = (one: Extent, other: Extent): boolean =>
  one.headerRow !== other.headerRow || Math.abs(one.end - other.end) >= APART || [...one.headings].some((text) => other.headings.has(text));

const sideBySideIn = (grid: SheetGrid): Parts => {
  const strips = stripsOf(grid);
  // Nothing is looked through where no two strips have room for a table.
  const spans = strips.filter(({ first, last }) => last > first).length < 2 ? [] : partsOf(grid, strips);
  if (spans.length < 2 || spans.length > MOST_PARTS) return none(grid);
  const extents = spans.map((span) => extentOf(grid, span));
  if (!extents.slice(1).some((extent, place) => areBeside(extents[place] ?? extent, extent))) return none(grid);
  return { spans, fromRow: grid.rows[0] ?? 0, grid, isSure: extents.slice(1).some((extent, place) => areApart(extents[place] ?? extent, extent)) };
};

/** The sheet from a row on, as if nothing stood above. */
const rowsFrom = (grid: SheetGrid, first: number): SheetGrid => {
  const { name, hidden, hiddenRows, hiddenColumns, merges } = grid;
  const rows = grid.rows.filter((row) => row >= first);
  const columns = grid.columns.filter((column) => rows.some((row) => grid.cell(row, column) !== undefined));
  return { name, hidden, rows, columns, hiddenRows, hiddenColumns, merges, cell: (row, column) => grid.cell(row, column) };
};

/** Where no gap goes through the whole sheet, one may go through what stands below an empty row under another table. */
const lookedThrough = (grid: SheetGrid): Parts => {
  const whole = sideBySideIn(grid);
  if (whole.spans.length > 0) return whole;
  const isAfterGap = (row: number): boolean => row - (grid.rows[grid.rows.indexOf(row) - 1] ?? row) > 1;
  const starts = allTables(grid).slice(1, MOST_ABOVE + 1).map(({ firstRow }) => firstRow).filter(isAfterGap);
  return starts.map((first) => sideBySideIn(rowsFrom(grid, first))).find(({ spans }) => spans.length > 0) ?? whole;
};

const looked = new WeakMap<SheetGrid, Parts>();
/** A sheet is looked through once; after that it is known. */
export const sideBySide = (grid: SheetGrid): Parts => {
  const found = looked.get(grid) ?? lookedThrough(grid);
  looked.set(grid, found);
  return found;
};
