/** Text tables: own decoding and separator, then PapaParse. Rows are numbered as Excel numbers them when it opens the file. */
import Papa from 'papaparse';
import { fail } from '../../domain/problem';
import { findSeparator } from './csv-separator';
import { decodeText } from './decode-text';
import { ENOUGH_ROWS, firstRows, type ReadingWatch } from './first-rows';
import { MAX_ROWS } from './limits';
import type { Cell, SheetGrid, SheetSource } from './sheet-source';

/** Title lines, blank lines and totals come on top of the table's rows. */
const MAX_RECORDS = MAX_ROWS + 1_000;

const gridOf = (name: string, records: readonly (readonly string[])[]): SheetGrid => {
  const rows: number[] = [];
  const columns = new Set<number>();
  records.forEach((fields, index) => {
    let used = false;
    fields.forEach((field, column) => {
      if (field.trim() === '') return;
      used = true;
      columns.add(column);
    });
    if (used) rows.push(index + 1);
  });
  return {
    name, hidden: false, rows, columns: [...columns].sort((left, right) => left - right),
    hiddenRows: new Set(), hiddenColumns: new Set(), merges: [],
    cell: (row, column): Cell | undefined => {
      const text = records[row - 1]?.[column];
      return text === undefined || text.trim() === '' ? undefined : { kind: 'text', text };
    },
  };
};

/** Shorter texts are read before anybody could look at their first rows. */
const LARGE = 256 * 1024;

/** As Excel names the only sheet of a text file. */
const sheetName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');

/** Throws `file.empty`, `file.tooManyRows`, `file.unclosedQuote` (a quote that never closes would swallow every row after it). */
export const readCsv = (fileName: string, bytes: Uint8Array, onFirstRows: ReadingWatch['onFirstRows']): SheetSource => {
  const { text, encoding } = decodeText(bytes);
  const lines = text.replace(/\r\n?/g, '\n');
  if (lines.trim() === '') throw fail('file.empty');
  const { separator, body } = findSeparator(lines);
  if (body.length > LARGE) {
    const top = Papa.parse<string[]>(body.slice(0, LARGE), { delimiter: separator, newline: '\n', preview: ENOUGH_ROWS });
    onFirstRows(firstRows(gridOf(sheetName(fileName), top.data), Math.min(1, top.meta.cursor / body.length)));
  }
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n', preview: MAX_RECORDS + 1 });
  const unclosed = errors.find((error) => error.type === 'Quotes');
  if (unclosed !== undefined) throw fail('file.unclosedQuote', { row: (unclosed.row ?? 0) + 1 });
  if (data.length > MAX_RECORDS) throw fail('file.tooManyRows', { limit: MAX_ROWS });
  return { format: 'csv', text: { encoding, separator }, sheets: [gridOf(sheetName(fileName), data)] };
};
