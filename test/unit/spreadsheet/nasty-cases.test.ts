/**
 * Files as they come: the cases of our list of nasty spreadsheets that the tables of values, shapes and refusals do not
 * hold already. One row a case.
 */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CFB, utils, write, type WorkBook } from 'xlsx';
import { bestTable } from '../../../src-renderer/ui/screens/imports/best-table';
import { n, rawParts, rawXlsx, sheetData, sheetXlsx, t, tableXlsx, tableXml, zipped } from './raw-xlsx';
import { CONTEXT, fields, openFile, problemOf, readRegister, utf8, type Register } from './read-register';

const books = (book: WorkBook, bookType: 'biff8' | 'xlsb' | 'ods' | 'xlsx'): Uint8Array => new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);

interface Case {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly headerRow?: number;
  readonly right: (register: Register) => unknown;
  readonly is: unknown;
}

const CASES: readonly Case[] = [
  { what: 'a code typed after an apostrophe keeps its zeros', bytes: rawXlsx({ sheets: [{ xml: sheetData(t('A1', 'Ofertant') + t('B1', 'CUI'), t('A2', 'Alfa') + '<c r="B2" t="inlineStr" quotePrefix="1"><is><t>00123</t></is></c>') }] }), right: (register) => fields(register, 'identifier'), is: [['00123']] },
  { what: 'two columns of one name are told apart by their letters', bytes: tableXlsx([['Ofertant', 'Preț', 'Preț', null], ['Alfa', 1, 2, 3]]), right: ({ guess }) => guess.columns.map(({ letter, header, field }) => [letter, header, field]), is: [['A', 'Ofertant', 'bidder'], ['B', 'Preț', null], ['C', 'Preț', null], ['D', '', null]] },
  { what: 'a heading broken over lines with Alt+Enter', bytes: tableXlsx([['Denumire\nofertant', 'Preț\r\nofertat\n(lei fără TVA)'], ['Alfa', 5]]), right: (register) => fields(register, 'bidder', 'price'), is: [['Alfa', '5.00 RON']] },
  { what: 'a cell as long as Excel allows is an error where a name belongs', bytes: tableXlsx([['Ofertant', 'Preț'], ['x'.repeat(32_767), 5]]), right: ({ marks }) => marks, is: ['A2 error cell.tooLong'] },
  { what: 'a note as long as Excel allows stays whole, or is told to be too long', bytes: tableXlsx([['Ofertant', 'Preț', 'Observații'], ['Alfa', 5, 'y'.repeat(32_767)]]), right: (register) => [register.marks, fields(register, 'notes')[0]?.[0] === 'y'.repeat(32_767)], is: [['C2 error cell.tooLong'], false] },
  { what: 'sixteen thousand styled columns that hold nothing', bytes: sheetXlsx(tableXml([['Ofertant', 'Preț'], ['Alfa', 5]]).replace('</row></sheetData>', `${Array.from({ length: 16_000 }, () => '<c s="3"/>').join('')}</row></sheetData>`)), right: ({ session, bids }) => [session.info.sheets[0]?.columns, bids.length], is: [2, 1] },
  { what: 'csv named xlsx', bytes: utf8('Ofertant;Preț\nAlfa;5\n'), name: 'oferte.xlsx', right: ({ session, bids }) => [session.info.format, bids.length], is: ['csv', 1] },
  { what: 'xlsx named xls', bytes: tableXlsx([['Ofertant', 'Preț'], ['Alfa', 5]]), name: 'oferte.xls', right: ({ session, bids }) => [session.info.format, bids.length], is: ['xlsx', 1] },
  { what: 'semicolons where a comma would make fifteen of one and a half', bytes: utf8('Ofertant;Preț\nAlfa;1,5\n'), name: 'r.csv', right: (register) => fields(register, 'price'), is: [['1.50 RON']] },
  { what: 'letters that were read in the wrong code page once, before the file was saved', bytes: tableXlsx([['Ofertant', 'Preț'], ['ªoimul Timiºoara SRL', 5], ['Construcþii SA', 6], ['Nº 1 SRL', 7], ['Construc\ufffdii SA', 8]]), right: ({ problems, bids }) => [problems.map(({ row, code, data }) => [row, code, data['as']]), bids.map(({ bidder }) => bidder)], is: [[[2, 'cell.garbled', 'Șoimul Timișoara SRL'], [3, 'cell.garbled', 'Construcții SA'], [5, 'cell.garbled', '']], ['ªoimul Timiºoara SRL', 'Construcþii SA', 'Nº 1 SRL', 'Construc\ufffdii SA']] },
  { what: 'macros are left aside, with a note', bytes: zipped({ ...rawParts({ sheets: [{ xml: tableXml([['Ofertant', 'Preț'], ['Alfa', 5]]) }] }), 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }), name: 'r.xlsm', right: ({ session, bids }) => [session.info.ignored, bids.length], is: [['macros', 'links'], 1] },
  { what: 'characters no spreadsheet shows', bytes: tableXlsx([['Ofertant', 'Preț'], ['\u200bAl_x0007_fa\ufeff', 5], ['\u200b', 6], ['\u200b'.repeat(40), 7]]), right: (register) => [fields(register, 'bidder'), register.marks], is: [[['Alfa']], ['A3 error cell.required', 'A4 error cell.required']] },
];

describe('nasty cases', () => {
  it.each(CASES)('$what', async ({ bytes, name, headerRow, right, is }) => {
    expect(right(await readRegister(bytes, { ...(name === undefined ? {} : { name }), ...(headerRow === undefined ? {} : { headerRow }) }))).toEqual(is);
  });

  it.each(['xlsx', 'biff8', 'xlsb', 'ods'] as const)('a hidden first sheet of %s is told and never chosen', async (bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Ofertant', 'Preț', 'CUI'], ['Secret', 1, '14399840']]), 'ascuns');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Ofertant', 'Preț'], ['Alfa', 1]]), 'Oferte');
    book.Workbook = { Sheets: [{ name: 'ascuns', Hidden: 1 }, { name: 'Oferte', Hidden: 0 }] };
    const session = await openFile(books(book, bookType), 'r');
    // SheetJS writes no visibility into ods; LibreOffice's own files are read in its tests.
    if (bookType === 'ods') return;
    expect(session.info.sheets.map(({ hidden }) => hidden)).toEqual([true, false]);
    expect((await bestTable(session, CONTEXT)).sheet).toBe(1);
  });

  it('macros of an old Excel file are left aside, with a note', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Ofertant'], ['Alfa']]), 'x');
    const container = CFB.read(books(book, 'biff8'), { type: 'array' });
    CFB.utils.cfb_add(container, '/_VBA_PROJECT_CUR/VBA/dir', strToU8('x'.repeat(5000)));
    const { session, bids } = await readRegister(new Uint8Array(CFB.write(container, { type: 'array' }) as unknown as ArrayBuffer), { name: 'r.xls' });
    expect([session.info.ignored, bids.length]).toEqual([['macros'], 1]);
  });

  it('zip64 marks and parts over one another do not pass for a workbook', async () => {
    const bytes = tableXlsx([['Ofertant', 'Preț'], ['Alfa', 5]]);
    const at = (mark: number, from = 0): number => {
      const view = new DataView(bytes.buffer);
      for (let place = from; place + 4 <= bytes.length; place += 1) if (view.getUint32(place, true) === mark) return place;
      throw new Error('no mark');
    };
    const first = at(0x02014b50);
    const second = at(0x02014b50, first + 4);
    const overlapping = bytes.slice();
    const view = new DataView(overlapping.buffer);
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    expect((await problemOf(openFile(overlapping))).code).toMatch(/^file\.(hostile|damaged)$/);
    const zip64 = bytes.slice();
    new DataView(zip64.buffer).setUint32(first + 20, 0xffffffff, true);
    expect((await problemOf(openFile(zip64))).code).toMatch(/^file\.(hostile|damaged|truncated)$/);
    expect((await problemOf(openFile(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })))).code).toMatch(/^file\./);
  });

  it('a number with its cell far away costs nothing', async () => {
    const register = await readRegister(sheetXlsx(sheetData(t('A1', 'Ofertant') + t('B1', 'Preț'), t('A2', 'Alfa') + n('B2', 1), n('XFD1048576', 7))));
    expect(register.bids.map(({ source }) => source.row)).toEqual([2]);
  });
});
