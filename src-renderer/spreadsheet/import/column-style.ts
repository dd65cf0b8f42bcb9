/** How a column writes its numbers and days, by its unmistakable cells. Contradictions prove nothing. */
import { readDate, type DayOrder } from './date-text';
import type { ColumnStyle } from './field-reading';
import { readNumber, type DecimalMark } from './number-text';
import type { SheetGrid } from './sheet-source';
import type { breather } from './stop';

const only = <T>(votes: ReadonlySet<T>): T | null => (votes.size === 1 ? ([...votes][0] ?? null) : null);

export const UNKNOWN_STYLE: ColumnStyle = { mark: null, order: null };

/** Looks at the text cells of the rows given. */
export const columnStyle = async (grid: SheetGrid, rows: readonly number[], column: number, kind: 'number' | 'date', breathe: ReturnType<typeof breather>): Promise<ColumnStyle> => {
  const marks = new Set<DecimalMark>();
  const orders = new Set<DayOrder>();
  for (const row of rows) {
    const cell = grid.cell(row, column);
    if (cell?.kind !== 'text') continue;
    if (kind === 'number') {
      const reading = readNumber(cell.text);
      if (reading.kind === 'number' && reading.mark !== null) marks.add(reading.mark);
    } else {
      const reading = readDate(cell.text);
      if (reading.kind === 'date' && reading.order !== null) orders.add(reading.order);
    }
    await breathe();
  }
  return { mark: only(marks), order: only(orders) };
};
