/** A sheet that is one table: titles in a frozen row with filters, one row per item. */
import { fail } from '../../domain/problem';
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

/** What Excel takes on one sheet (specifications and limits of Excel). */
const MAX_ROWS = 1_048_576;

function* tableRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Generator<readonly Cell[]> {
  yield columns.map(({ title, align }) => text(title, align === 'right' ? 'headerRight' : 'header'));
  for (const row of rows) yield columns.map(({ cell }) => cell(row));
}

const refuseTooMany = (name: string, rowCount: number): number => {
  if (rowCount > MAX_ROWS) throw fail('workbook.tooManyRows', { sheet: name, count: rowCount, limit: MAX_ROWS });
  return rowCount;
};

/** Throws `workbook.tooManyRows` {sheet, count, limit}. */
export const tableSheet = <Row>(name: string, frozenColumns: number, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => ({
  name,
  widths: columns.map(({ width }) => width),
  rows: tableRows(columns, rows),
  rowCount: refuseTooMany(name, rows.length + 1),
  frozenRows: 1,
  frozenColumns,
  filtered: rows.length > 0,
});
