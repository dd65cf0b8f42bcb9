/** A sheet that was read, as a workbook to send back: the same cells in the same places, what is wrong marked and told. */
import type { CellNote, MarkedCopyWords } from '../../domain/ports/sheet-import';
import { cellText } from '../import/cell-text';
import { columnLetter } from '../../domain/column-letter';
import { serialDate } from '../import/date-text';
import { cleanDouble } from '../import/number-text';
import type { Cell as ReadCell, SheetGrid } from '../import/sheet-source';
import { tableSheet } from './table-sheet';
import { number, text } from './workbook-source';
import { xlsxFile } from './xlsx-file';
import type { Cell, Sheet } from './xlsx-sheet';

const NOTES_WIDTH = 60;
const LIST_WIDTHS = [8, 8, 30, 80] as const;
const [NARROWEST, WIDEST] = [8, 40];
/** Widths are taken from so many rows at the top. */
const MEASURED_ROWS = 100;
const JOINT = '; ';

/** As it was where a number or a day can stand as one; what the sheet showed where not. */
const copied = (cell: ReadCell | undefined): Cell => {
  if (cell === undefined || cell.kind === 'uncalculated') return null;
  if (cell.kind === 'number' && cell.format === 'General') return number(cleanDouble(cell.value));
  const date = cell.kind === 'date' && Number.isInteger(cell.serial) ? serialDate(cell.serial) : null;
  return date === null ? text(cellText(cell)) : { type: 'date', date, style: 'dateDotted' };
};

type Notes = ReadonlyMap<number, readonly CellNote[]>;

const byRow = (notes: readonly CellNote[]): Notes => {
  const rows = new Map<number, CellNote[]>();
  for (const note of notes) {
    const list = rows.get(note.row);
    if (list === undefined) rows.set(note.row, [note]);
    else list.push(note);
  }
  return rows;
};

const markedCell = (cell: ReadCell | undefined, column: number, notes: readonly CellNote[]): Cell => {
  const own = notes.filter((note) => note.column === columnLetter(column));
  if (own.length === 0) return copied(cell);
  return text(cellText(cell), own.some(({ severity }) => severity === 'error') ? 'wrong' : 'doubtful');
};

const NO_NOTES: readonly CellNote[] = [];

function* copiedRows(grid: SheetGrid, notes: Notes, columns: number, heading: string): Generator<readonly Cell[]> {
  let next = 1;
  for (const row of grid.rows) {
    // Rows keep their numbers, so that a note about row 8 is about row 8 here too.
    for (; next < row; next += 1) yield [];
    const own = notes.get(row) ?? NO_NOTES;
    const cells: Cell[] = Array.from({ length: columns }, (_, column) => markedCell(grid.cell(row, column), column, own));
    const told = [...new Set(own.map((note) => note.text))].join(JOINT);
    yield told === '' ? (row === grid.rows[0] ? [...cells, text(heading, 'header')] : cells) : [...cells, text(told, 'note')];
    next = row + 1;
  }
}

const widthOf = (grid: SheetGrid, column: number): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...grid.rows.slice(0, MEASURED_ROWS).map((row) => cellText(grid.cell(row, column)).length + 2)));

const copySheet = (grid: SheetGrid, notes: Notes, heading: string): Sheet => {
  const columns = (grid.columns.at(-1) ?? 0) + 1;
  return {
    name: grid.name,
    widths: [...Array.from({ length: columns }, (_, column) => widthOf(grid, column)), NOTES_WIDTH],
    rows: copiedRows(grid, notes, columns, heading),
    rowCount: grid.rows.at(-1) ?? 1,
    frozenRows: 0, frozenColumns: 0, filtered: false,
  };
};

/** The bytes of the workbook: the sheet with its notes beside it, and the list of notes. */
export const markedCopy = (grid: SheetGrid, notes: readonly CellNote[], { title, notes: heading, list, heads, cutMark }: MarkedCopyWords): Promise<Uint8Array> => {
  const cells: readonly ((note: CellNote) => Cell)[] = [
    ({ row }) => number(row), ({ column }) => text(column), ({ value }) => text(value), (note) => text(note.text, note.severity === 'error' ? 'wrong' : note.severity === 'warning' ? 'doubtful' : 'body'),
  ];
  const columns = cells.map((cell, index) => ({ title: heads[index] ?? '', width: LIST_WIDTHS[index] ?? WIDEST, cell }));
  return xlsxFile([copySheet(grid, byRow(notes.filter(({ listed }) => listed !== true)), heading), tableSheet(list, 1, columns, notes)], { title, cutMark });
};
