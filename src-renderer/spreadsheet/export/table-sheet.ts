/** A sheet that is one table: titles in a frozen row with filters, one row per item. */
import type { Cell, Sheet } from './xlsx-sheet';
import { text } from './workbook-source';

export interface Column<Row> {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Set where the values are numbers or dates. */
  readonly align?: 'right';
  readonly cell: (row: Row) => Cell;
}

export const tableSheet = <Row>(name: string, frozenColumns: number, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => ({
  name,
  widths: columns.map(({ width }) => width),
  rows: [columns.map(({ title, align }) => text(title, align === 'right' ? 'headerRight' : 'header')), ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
  frozenRows: 1,
  frozenColumns,
  filtered: rows.length > 0,
});
