/** Registers as other programs and other people make them. */
import { read, utils, write, type BookType } from 'xlsx';
import { bidRegister, windows1250, type BidRegister } from '../../../support/bid-register';
import type { FileToOpen } from '../pages/imports';

const bytesOf = (written: unknown): Uint8Array => new Uint8Array(written as ArrayBuffer);

/** The ordinary register saved by another program. */
export const savedAs = (bookType: Extract<BookType, 'biff8' | 'xlsb' | 'ods' | 'fods' | 'xlml'>, extension: string): BidRegister => {
  const register = bidRegister({ bids: 4, lots: ['1', '2'] });
  const workbook = read(register.bytes, { cellNF: true });
  return { ...register, name: `registru.${extension}`, bytes: bytesOf(write(workbook, { type: 'array', bookType })) };
};

/** Headings that no vocabulary knows, a hidden sheet, and instructions first. */
export const strangeWorkbook = (prices: readonly number[] = [120_000, 130_000]): FileToOpen => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Instrucțiuni de completare'], ['Se completează numai foaia următoare.']]), 'Instrucțiuni');
  utils.book_append_sheet(book, utils.aoa_to_sheet([
    ['Ședința din 2 martie'],
    ['Ofertant', 'Lot', 'Bani', 'Zile'],
    ['Întâia SRL', '1', prices[0], 90],
    ['A doua SA', '7', prices[1], 60],
  ]), 'Deschidere');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Ofertant', 'Lot', 'Preț'], ['Vechea SRL', '1', 1]]), 'Vechi');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  return { name: 'deschidere.xlsx', bytes: bytesOf(write(book, { type: 'array', bookType: 'xlsx' })) };
};

/** With the letters of an old Windows, where ș is ş, and semicolons between the fields. */
export const oldCsv = (): FileToOpen => ({
  name: 'registru vechi.csv',
  bytes: windows1250(['Ofertant;Nr. lot;Preț ofertat fără TVA (lei)', 'Țigănești Șantier SRL;1;1.250,50', '"Știință; și Artă SA";2;2.000'].join('\r\n')),
});
