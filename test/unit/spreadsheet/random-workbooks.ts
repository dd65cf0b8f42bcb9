/** Workbooks nobody would think of, as three programs write them. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { utils, write, type CellObject, type WorkSheet } from 'xlsx';
import type { Cell as WrittenCell } from '../../../src-renderer/spreadsheet/export/xlsx-sheet';
import { xlsxFile } from '../../../src-renderer/spreadsheet/export/xlsx-file';
import { addDays } from '../../../src-renderer/domain/civil-date';

export type RandomValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rich'; readonly runs: readonly string[] }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'day'; readonly serial: number }
  | { readonly kind: 'answer'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'formula'; readonly result: number | string | null };

export interface RandomSheet {
  readonly hidden: boolean;
  /** Row, column and value; addresses differ. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: RandomValue }[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merge: { readonly top: number; readonly left: number; readonly height: number; readonly width: number } | null;
}

const letters = fc.constantFrom(...Array.from('abcXYZ 09.,;-+=@/\'"<>&_x()șțăîâȘȚşţ€\u00a0\u2009\n\t😀中'), '&amp;', '&#10;', '_x000D_', '_x0041_', ']]>', '<!--', '  ');
const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));
const amount = fc.oneof(fc.integer({ min: -1_000_000, max: 100_000_000 }), fc.integer({ min: 0, max: 1e9 }).map((bani) => bani / 100), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })).filter((value) => !Object.is(value, -0));
const FORMATS = ['General', '0.00', '#,##0.00', '00000000', '#,##0.00" lei"', '@', '0%', '#,##0.00 [$€-407]', '0.00E+00'];

const value: fc.Arbitrary<RandomValue> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('rich' as const), runs: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('number' as const), value: amount, format: fc.constantFrom(...FORMATS) }),
  fc.record({ kind: fc.constant('day' as const), serial: fc.oneof(fc.integer({ min: 61, max: 60_000 }), fc.integer({ min: 6100, max: 6_000_000 }).map((part) => part / 100)) }),
  fc.record({ kind: fc.constant('answer' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('error' as const), text: fc.constantFrom('#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!') }),
  fc.record({ kind: fc.constant('formula' as const), result: fc.oneof(fc.constant(null), amount, fc.constantFrom('text', 'două', 'a<b')) }),
);

const row = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 1, arbitrary: fc.constantFrom(1000, 70_000, 1_048_576) });
const column = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: fc.constantFrom(255, 700, 16_383) });

export const randomSheet: fc.Arbitrary<RandomSheet> = fc.record({
  hidden: fc.boolean(),
  cells: fc.uniqueArray(fc.record({ row, column, value }), { maxLength: 40, selector: (cell) => `${cell.row}:${cell.column}` }),
  hiddenRows: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
  hiddenColumns: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
  merge: fc.option(fc.record({ top: fc.integer({ min: 1, max: 40 }), left: fc.integer({ min: 0, max: 20 }), height: fc.integer({ min: 1, max: 4 }), width: fc.integer({ min: 2, max: 4 }) })),
});

const LAST_NEAR_ROW = 1000;
const LAST_NEAR_COLUMN = 255;

const DAY_FORMAT = 'dd.mm.yyyy';
const NAMES = ['Oferte', 'Lot 1 & 2', 'Țară'];

/** SheetJS never leaves a formula without a result, and misreads `&` in text it has not written as a shared string. */
const sheetJsCell = (value: RandomValue, bookSST: boolean): CellObject => {
  const written = (plain: string): CellObject => ({ t: 's', v: bookSST ? plain : plain.replaceAll('&', '+') });
  switch (value.kind) {
    case 'text': return written(value.text);
    case 'rich': return written(value.runs.join(''));
    case 'number': return { t: 'n', v: value.value, z: value.format };
    case 'day': return { t: 'n', v: value.serial, z: DAY_FORMAT };
    case 'answer': return { t: 'b', v: value.value };
    case 'error': return { t: 'e', v: { '#NULL!': 0, '#DIV/0!': 7, '#VALUE!': 15, '#REF!': 23, '#NAME?': 29, '#NUM!': 36, '#N/A': 42 }[value.text] ?? 42 };
    case 'formula':
      if (typeof value.result === 'string') return { t: 's', v: value.result, f: 'A1&""' };
      return { t: 'n', v: value.result ?? 0, f: '1+1' };
  }
};

export const writtenBySheetJs = (sheets: readonly RandomSheet[], { date1904 = false, bookSST = true } = {}): Uint8Array => {
  const book = utils.book_new();
  for (const [index, { cells, hiddenRows, hiddenColumns, merge }] of sheets.entries()) {
    // It writes every cell up to the last one, so the far corners are left to the others.
    const near = cells.filter((cell) => cell.row <= LAST_NEAR_ROW && cell.column <= LAST_NEAR_COLUMN);
    const sheet: WorkSheet = { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, ...near.map((cell) => cell.row - 1)), c: Math.max(0, ...near.map((cell) => cell.column)) } }) };
    for (const cell of near) sheet[utils.encode_cell({ r: cell.row - 1, c: cell.column })] = sheetJsCell(cell.value, bookSST);
    sheet['!rows'] = [];
    for (const hidden of hiddenRows) sheet['!rows'][hidden - 1] = { hidden: true };
    sheet['!cols'] = [];
    for (const hidden of hiddenColumns) sheet['!cols'][hidden] = { hidden: true, wch: 9 };
    if (merge !== null) sheet['!merges'] = [{ s: { r: merge.top - 1, c: merge.left }, e: { r: merge.top + merge.height - 2, c: merge.left + merge.width - 1 } }];
    utils.book_append_sheet(book, sheet, NAMES[index]);
  }
  book.Workbook = { WBProps: { date1904 }, Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST }) as ArrayBuffer);
};

const exceljsValue = (value: RandomValue): ExcelJS.CellValue => {
  switch (value.kind) {
    case 'text': return value.text;
    case 'rich': return { richText: value.runs.map((run) => ({ text: run, font: { bold: true } })) };
    case 'number': return value.value;
    case 'day': return value.serial;
    case 'answer': return value.value;
    case 'error': return { error: value.text as ExcelJS.CellErrorValue['error'] };
    case 'formula': return { formula: '1+1', ...(value.result === null ? {} : { result: value.result }) };
  }
};

export const writtenByExceljs = async (sheets: readonly RandomSheet[], { date1904 = false } = {}): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  for (const [index, { hidden, cells, hiddenRows, hiddenColumns, merge }] of sheets.entries()) {
    const sheet = book.addWorksheet(NAMES[index], { state: hidden ? 'veryHidden' : 'visible' });
    for (const { row: number, column: index0, value: written } of cells) {
      const cell = sheet.getCell(number, index0 + 1);
      cell.value = exceljsValue(written);
      if (written.kind === 'number') cell.numFmt = written.format;
      if (written.kind === 'day') cell.numFmt = DAY_FORMAT;
    }
    for (const number of hiddenRows) sheet.getRow(number).hidden = true;
    for (const number of hiddenColumns) sheet.getColumn(number + 1).hidden = true;
    if (merge !== null) sheet.mergeCells(merge.top, merge.left + 1, merge.top + merge.height - 1, merge.left + merge.width);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const ourCell = (value: RandomValue): WrittenCell => {
  switch (value.kind) {
    case 'text': return { type: 'text', text: value.text, style: 'body' };
    case 'rich': return { type: 'text', text: value.runs.join(''), style: 'body' };
    case 'number': return Number.isInteger(value.value * 100) ? { type: 'number', value: String(value.value), style: 'number' } : null;
    case 'day': return { type: 'date', date: addDays('1899-12-30', Math.floor(value.serial)), style: 'dateDotted' };
    case 'answer':
    case 'error':
    case 'formula': return null;
  }
};

/** Our export writes tables, so only the near corner of each sheet is taken. */
export const writtenByExport = (sheets: readonly RandomSheet[]): Promise<Uint8Array> =>
  xlsxFile(sheets.map(({ cells }, index) => {
    const rows: WrittenCell[][] = Array.from({ length: 40 }, () => Array.from({ length: 31 }, () => null));
    for (const cell of cells) {
      const target = rows[cell.row - 1];
      if (target !== undefined && cell.column < 31) target[cell.column] = ourCell(cell.value);
    }
    return { name: NAMES[index] ?? '', widths: rows[0]?.map(() => 10) ?? [], rows, rowCount: rows.length, frozenRows: 1, frozenColumns: 0, filtered: true };
  }), { title: 'Probă', cutMark: '…' });
