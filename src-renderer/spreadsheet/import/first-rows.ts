/** The first rows of a sheet that is still being read, as a person would see them. */
import type { FirstRows } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { columnLetter } from '../../domain/column-letter';
import type { SheetGrid } from './sheet-source';

/** So many rows are worth showing before the others. */
export const ENOUGH_ROWS = 60;
const ROWS_SHOWN = 24;
const COLUMNS_SHOWN = 16;
const LONGEST_TEXT = 60;

export const firstRows = (grid: Pick<SheetGrid, 'name' | 'rows' | 'columns' | 'cell'>, scanned: number): FirstRows => {
  const columns = grid.columns.slice(0, COLUMNS_SHOWN);
  return {
    sheet: grid.name, scanned,
    columns: columns.map(columnLetter),
    rows: grid.rows.slice(0, ROWS_SHOWN).map((row) => ({ row, texts: columns.map((column) => cellText(grid.cell(row, column)).replace(/\s+/g, ' ').slice(0, LONGEST_TEXT)) })),
  };
};

/** Who wants to know how reading goes. */
export interface ReadingWatch {
  readonly onProgress: (fraction: number) => void;
  readonly onFirstRows: (first: FirstRows) => void;
}
