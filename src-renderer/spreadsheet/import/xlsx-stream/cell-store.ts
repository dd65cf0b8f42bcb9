/**
 * The cells of a sheet in flat arrays, row after row: some thirteen bytes a cell however far apart the cells lie, and
 * nothing for the collector to walk over. A cell becomes an object when somebody looks at it.
 */
import { fail } from '../../../domain/problem';
import { MAX_ROWS } from '../limits';
import type { Cell } from '../sheet-source';
import { GENERAL, type NumberFormat } from './number-formats';
import type { TextPool } from './text-pool';

/** What a stored value is. Texts are numbers of a pool, dates serials of the 1900 system. */
export const CELL_KINDS = { sharedText: 0, ownText: 1, number: 2, date: 3, boolean: 4, error: 5, uncalculated: 6 } as const;
export type CellKind = (typeof CELL_KINDS)[keyof typeof CELL_KINDS];

export const LAST_COLUMN = 16_383;
export const LAST_ROW = 1_048_576;

/** Title lines and totals come on top of the table's rows. */
const MAX_SHEET_ROWS = MAX_ROWS + 1_000;

/** Where texts and formats that cells name by number are kept. */
export interface CellContext {
  readonly sharedStrings: TextPool;
  readonly ownStrings: TextPool;
  readonly formats: readonly NumberFormat[];
}

export class CellStore {
  /** 1-based numbers of the rows that hold something. */
  readonly rows: number[] = [];
  /** Where each of them begins. */
  private readonly starts: number[] = [];
  private columns = new Uint16Array(1024);
  private kinds = new Uint8Array(1024);
  private styles = new Uint16Array(1024);
  private values = new Float64Array(1024);
  private readonly used = new Uint8Array(LAST_COLUMN + 1);
  private rowStart = 0;
  /** The row looked up last; the next lookup is nearly always for it or the one after. */
  private recent = 0;
  count = 0;

  /** `room`: how many cells the sheet may hold. */
  constructor(private readonly context: CellContext, private readonly hidden: boolean, private readonly room: number) {}

  beginRow(): void {
    this.rowStart = this.count;
  }

  /** Cells of a row come in ascending columns. Throws `file.hostile` beyond the room there is. */
  add(column: number, kind: CellKind, style: number, value: number): void {
    if (this.count === this.columns.length) this.grow();
    this.columns[this.count] = column;
    this.kinds[this.count] = kind;
    this.styles[this.count] = style;
    this.values[this.count] = value;
    this.used[column] = 1;
    this.count += 1;
  }

  /** Throws `file.tooManyRows`, unless the sheet is hidden: data behind a register may be long. */
  endRow(row: number): void {
    if (this.count === this.rowStart) return;
    this.rows.push(row);
    this.starts.push(this.rowStart);
    if (!this.hidden && this.rows.length > MAX_SHEET_ROWS) throw fail('file.tooManyRows', { limit: MAX_ROWS });
  }

  /** 0-based columns that hold something, ascending. */
  usedColumns(): number[] {
    return Array.from(this.used.keys()).filter((column) => this.used[column] === 1);
  }

  cell(row: number, column: number): Cell | undefined {
    const place = this.placeOf(row);
    if (place < 0) return undefined;
    const index = this.find(this.starts[place] ?? 0, this.starts[place + 1] ?? this.count, column);
    return index < 0 ? undefined : this.cellAt(index);
  }

  private placeOf(row: number): number {
    const { rows, recent } = this;
    if (rows[recent] === row) return recent;
    if (rows[recent + 1] === row) return (this.recent += 1);
    let low = 0;
    let high = rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = rows[middle] ?? 0;
      if (found === row) return (this.recent = middle);
      if (found < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** In a row without gaps the cell lies where its column says; else it is searched for. */
  private find(from: number, to: number, column: number): number {
    const expected = from + column;
    if (expected < to && this.columns[expected] === column) return expected;
    let low = from;
    let high = Math.min(to, expected) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.columns[middle] ?? 0;
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private cellAt(index: number): Cell {
    const value = this.values[index] ?? 0;
    const { sharedStrings, ownStrings, formats } = this.context;
    switch (this.kinds[index]) {
      case CELL_KINDS.sharedText: return { kind: 'text', text: sharedStrings.text(value) };
      case CELL_KINDS.ownText: return { kind: 'text', text: ownStrings.text(value) };
      case CELL_KINDS.date: return { kind: 'date', serial: value };
      case CELL_KINDS.boolean: return { kind: 'boolean', value: value === 1 };
      case CELL_KINDS.error: return { kind: 'error', text: ownStrings.text(value) };
      case CELL_KINDS.uncalculated: return { kind: 'uncalculated' };
      case undefined:
      default: return { kind: 'number', value, format: (formats[this.styles[index] ?? 0] ?? GENERAL).format };
    }
  }

  private grow(): void {
    if (this.count >= this.room) throw fail('file.hostile', { what: 'zipBomb' });
    const length = Math.min(this.count * 2, this.room);
    const columns = new Uint16Array(length);
    columns.set(this.columns);
    this.columns = columns;
    const kinds = new Uint8Array(length);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const styles = new Uint16Array(length);
    styles.set(this.styles);
    this.styles = styles;
    const values = new Float64Array(length);
    values.set(this.values);
    this.values = values;
  }
}
