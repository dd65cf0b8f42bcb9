/** Lines above a table that say something of all its rows: `Ofertant: Alfa SRL`, `CUI` beside its number, `Lot 2`. */
import { placeIndex } from '../../domain/column-letter';
import { cellText } from './cell-text';
import type { Header } from './find-header';
import type { Cell, SheetGrid } from './sheet-source';
import { allTables } from './stacked-tables';

/** What a line calls its value, and the value as a cell of its own. */
export interface LineAbove {
  /** The place of the cell the value stands in, as a plan names it. */
  readonly index: number;
  readonly label: string;
  readonly cell: Cell;
}

/** Further up stands something else than the head of a form. */
const MOST_ROWS = 40;
const LABELLED = /^([^:]{2,60}?)\s*:\s*(\S.*)$/su;
const LABEL_ALONE = /^([^:]{2,60}?)\s*:$/u;
/** One lot, with or without its title; `Lot 1, Lot 2` and `Loturile 1-3` are none. */
const ONE_LOT = /^(lot(?:ul)?)\s*(?:nr\.?\s*)?(\d+\p{L}?)\s*(?:[-–—:.]\s*(?!.*\blot)\p{L}.*)?$/isu;

const textOf = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cellText(cell).trim() : '');

const inOneCell = (text: string): { readonly label: string; readonly value: string } | null => {
  const [, lot, number] = ONE_LOT.exec(text) ?? [];
  if (lot !== undefined && number !== undefined) return { label: lot, value: number };
  const [, label, value] = LABELLED.exec(text) ?? [];
  return label === undefined || value === undefined ? null : { label, value };
};

/** Every value a row says; a label without a colon counts only where nothing but its value stands beside it. */
const linesOfRow = (grid: SheetGrid, row: number): readonly LineAbove[] => {
  const filled = grid.columns.filter((column) => cellText(grid.cell(row, column)).trim() !== '');
  return filled.flatMap((column, place): readonly LineAbove[] => {
    const text = textOf(grid.cell(row, column));
    const said = inOneCell(text);
    if (said !== null) return [{ index: placeIndex(row, column), label: said.label, cell: { kind: 'text', text: said.value } }];
    const next = filled[place + 1];
    const cell = next === undefined ? undefined : grid.cell(row, next);
    const label = LABEL_ALONE.exec(text)?.[1] ?? (place === 0 && filled.length === 2 ? text : '');
    if (next === undefined || cell === undefined || label === '' || /:\s*$/u.test(textOf(cell))) return [];
    return [{ index: placeIndex(row, next), label, cell }];
  });
};

/**
 * The lines between a table and the one before it; none where tables with lines of their own are read on as one, as no line
 * holds for all of their rows. `lastRow`: where the table ends, null at the end of the sheet.
 */
export const linesAbove = (grid: SheetGrid, header: Header, lastRow: number | null): readonly LineAbove[] => {
  const top = [...header.texts.values()].some(({ upper }) => upper !== '') ? header.row - 1 : header.row;
  const rows = grid.rows.slice(0, grid.rows.findIndex((row) => row >= top)).slice(-MOST_ROWS);
  const found = rows.map((row) => ({ row, lines: linesOfRow(grid, row) })).filter(({ lines }) => lines.length > 0);
  // Looking for other tables costs a look at the whole sheet, and most have no such lines.
  if (found.length === 0) return [];
  const tables = allTables(grid, header.row);
  if (tables.some(({ headerRow }) => headerRow > header.row && headerRow <= (lastRow ?? Infinity))) return [];
  const before = Math.max(0, ...tables.filter((table) => table.headerRow < top && table.lastRow < top).map((table) => table.lastRow));
  return found.filter(({ row }) => row > before).flatMap(({ lines }) => lines);
};
