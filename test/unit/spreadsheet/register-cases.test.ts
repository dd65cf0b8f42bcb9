import { describe, expect, it } from 'vitest';
import type { BidRow } from '../../../src-renderer/domain/ports/import-kinds';
import { n, rawXlsx, sheetData, sheetXlsx, t, tableXml, tableXlsx } from './raw-xlsx';
import { fields, readRegister, utf8, type ReadOptions } from './read-register';
import { windows1250 } from '../../support/bid-register';

interface Case {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly options?: ReadOptions;
  readonly show: readonly Exclude<keyof BidRow, 'source'>[];
  /** Accepted rows, reduced to `show`. */
  readonly bids: readonly (readonly unknown[])[];
  /** `B3 error cell.notADate`; none when left out. */
  readonly marks?: readonly string[];
}

/** Rows under the headings `Ofertant` and the one given; bidders are A, B, C… */
const column = (heading: string, ...values: readonly (string | number | null)[]): Uint8Array =>
  tableXlsx([['Ofertant', heading], ...values.map((value, index) => [String.fromCharCode(65 + index), value])]);

/** The same with raw cells in column B. */
const rawColumn = (heading: string, cells: readonly string[], workbook: { readonly date1904?: boolean; readonly sharedStrings?: string } = {}): Uint8Array =>
  rawXlsx({ ...workbook, sheets: [{ xml: sheetData(t('A1', 'Ofertant') + t('B1', heading), ...cells.map((cell, index) => t(`A${index + 2}`, String.fromCharCode(65 + index)) + cell)) }] });

const csv = (text: string): { bytes: Uint8Array; options: ReadOptions } => ({ bytes: utf8(text), options: { name: 'r.csv' } });

const prices = (...values: readonly (string | number)[]): Pick<Case, 'bytes' | 'show'> => ({ bytes: column('Preț', ...values), show: ['price'] });
const lei = (...amounts: readonly string[]): string[][] => amounts.map((amount) => [`${amount} RON`]);
const noPrice = (...columns: readonly number[]): string[] => columns.map((row) => `B${row} warning cell.required`);
const dates = (...values: readonly (string | number)[]): Pick<Case, 'bytes' | 'show'> => ({ bytes: tableXlsx([['Ofertant', 'Preț', 'Data depunerii'], ...values.map((value, index) => [String.fromCharCode(65 + index), 1, value])]), show: ['receivedAt'] });

const amounts: readonly Case[] = [
  { what: 'Romanian and English grouping', ...prices('1.234,56 lei', '1,234.56', '1234,5 RON', '1 234,56'), bids: lei('1234.56', '1234.56', '1234.50', '1234.56') },
  { what: 'spaces of every kind between thousands', ...prices('1\u00a0234,56', '12\u202f345,60\u00a0lei', '1\u2009234\u2009567'), bids: lei('1234.56', '12345.60', '1234567.00') },
  { what: '1.234 beside decimal commas is a thousand, and says so', ...prices('1.234', '99,50'), bids: lei('1234.00', '99.50'), marks: ['B2 info cell.interpreted'] },
  { what: '1,234 beside decimal points is a thousand', ...prices('1,234', '99.50'), bids: lei('1234.00', '99.50'), marks: ['B2 info cell.interpreted'] },
  { what: '1.234 alone is asked about', ...prices('1.234'), bids: [], marks: ['B2 error cell.ambiguousNumber'] },
  { what: '1.234 in a column that contradicts itself is asked about', ...prices('1.234', '9,50', '9.50'), bids: lei('9.50', '9.50'), marks: ['B2 error cell.ambiguousNumber'] },
  { what: 'negative amounts in every spelling', ...prices('(1.234,56)', '1234-', '-5', '−5'), bids: [], marks: ['B2', 'B3', 'B4', 'B5'].map((at) => `${at} error cell.negative`) },
  { what: 'what is no amount', ...prices('la cerere', '19%', '1.2.3', '12 34', '1e5'), bids: [], marks: ['B2', 'B3', 'B4', 'B5', 'B6'].map((at) => `${at} error cell.notANumber`) },
  { what: 'another currency than the project\'s', ...prices('100 EUR', '€ 100', '100 lei'), bids: lei('100.00'), marks: ['B2 error cell.mixedCurrency', 'B3 error cell.mixedCurrency'] },
  { what: 'a currency in the heading', bytes: column('Preț ofertat (EUR)', 100), show: ['price'], bids: [], marks: ['B2 error cell.mixedCurrency'] },
  { what: 'a currency in the number format', bytes: rawColumn('Preț', [n('B2', 5, 3), n('B3', 5, 6)]), show: ['price'], bids: lei('5.00'), marks: ['B3 error cell.mixedCurrency'] },
  { what: 'float noise is cleaned', bytes: rawColumn('Preț', [n('B2', '1234.5599999999999'), n('B3', '0.30000000000000004')]), show: ['price'], bids: lei('1234.56', '0.30') },
  { what: 'a third decimal is rounded half up, and said', ...prices(10.005, '1234,005'), bids: lei('10.01', '1234.01'), marks: ['B2 warning cell.interpreted', 'B3 warning cell.interpreted'] },
  { what: 'absurd amounts', ...prices(1e14, '12345678901234'), bids: [], marks: ['B2 error cell.absurd', 'B3 error cell.absurd'] },
  { what: 'digits Excel has lost', bytes: rawColumn('Preț', [n('B2', '1234567890123456789')]), show: ['price'], bids: [], marks: ['B2 error cell.digitsLost'] },
  { what: 'no price at all', ...prices('-', ''), bids: [[null], [null]], marks: noPrice(2, 3) },
  { what: 'error values, as errors and as text', bytes: rawColumn('Preț', ['<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>', t('B3', '#DIV/0!')]), show: ['price'], bids: [], marks: ['B2 error cell.errorValue', 'B3 error cell.errorValue'] },
  { what: 'a formula without its result', bytes: rawColumn('Preț', ['<c r="B2"><f>1+1</f></c>', '<c r="B3"><f>1+1</f><v>2</v></c>']), show: ['price'], bids: lei('2.00'), marks: ['B2 error cell.formulaWithoutValue'] },
  { what: 'a date where a price belongs', bytes: rawColumn('Preț', [n('B2', 46023, 1)]), show: ['price'], bids: [], marks: ['B2 error cell.notANumber'] },
  { what: 'VAT named in the heading', bytes: column('Preț ofertat fără TVA (lei)', 100), show: ['price', 'vatIncluded'], bids: [['100.00 RON', false]] },
  { what: 'a price with VAT is read and marked', bytes: column('Preț cu TVA', 100), show: ['price', 'vatIncluded'], bids: [['100.00 RON', true]], marks: ['B2 warning cell.vatIncluded'] },
  { what: 'VAT named in the cell', ...prices('100 lei fără TVA', '100 + TVA'), show: ['vatIncluded'], bids: [[false], [false]] },
  { what: 'the price without VAT wins over the one with it', bytes: tableXlsx([['Ofertant', 'Preț cu TVA', 'Preț fără TVA'], ['A', 119, 100]]), show: ['price', 'vatIncluded'], bids: [['100.00 RON', false]] },
];

const days: readonly Case[] = [
  { what: 'text dates in every spelling', ...dates('03.04.2026', '2026-04-03', '3 aprilie 2026', '03-apr-2026', '13/04/2026', '3.4.26', '03.04.2026 10:30', '2026-04-03T23:30:00Z'), bids: [['2026-04-03'], ['2026-04-03'], ['2026-04-03'], ['2026-04-03'], ['2026-04-13'], ['2026-04-03'], ['2026-04-03'], ['2026-04-03']] },
  { what: 'the column decides whether the day comes first', ...dates('03/04/2026', '04/25/2026'), bids: [['2026-03-04'], ['2026-04-25']], marks: ['C2 info cell.interpreted'] },
  { what: 'a lone 03/04/2026 is read day first, with a warning', ...dates('03/04/2026'), bids: [['2026-04-03']], marks: ['C2 warning cell.ambiguousDate'] },
  { what: 'days that do not exist', ...dates('31.02.2026', '2026-13-01', 'mâine', '01.01.0206'), bids: [], marks: ['C2', 'C3', 'C4', 'C5'].map((at) => `${at} error cell.notADate`) },
  { what: 'a number that is a day', ...dates(46023), bids: [['2026-01-01']], marks: ['C2 warning cell.interpreted'] },
  { what: 'serials, at the edges of a day', bytes: rawColumn('Data depunerii', [n('B2', 46113, 1), n('B3', '46113.020833333336', 1), n('B4', '46113.99999', 1)]), show: ['receivedAt'], bids: [['2026-04-01'], ['2026-04-01'], ['2026-04-01']] },
  { what: 'an hour without a day, the day that never was, a day after year 9999', bytes: rawColumn('Data depunerii', [n('B2', 0.5, 5), n('B3', 60, 1), n('B4', 2958466, 1), n('B5', -1, 1)]), show: ['receivedAt'], bids: [], marks: ['B2', 'B3', 'B4', 'B5'].map((at) => `${at} error cell.notADate`) },
  { what: 'the 1904 calendar', bytes: rawColumn('Data depunerii', [n('B2', 44561, 1)], { date1904: true }), show: ['receivedAt'], bids: [['2026-01-01']] },
  { what: 'ISO date cells', bytes: rawColumn('Data depunerii', ['<c r="B2" t="d" s="1"><v>2026-01-15T00:00:00</v></c>', '<c r="B3" t="d" s="1"><v>2026-01-15T23:59:00</v></c>']), show: ['receivedAt'], bids: [['2026-01-15'], ['2026-01-15']] },
];

const codes: readonly Case[] = [
  { what: 'fiscal codes with prefix, spaces and zeros', bytes: column('CUI', 'RO 14399840', 'ro14399840', '14399840', 14399840, 'DE 123 456 789', '0014399840'), show: ['identifier', 'country'], bids: [['14399840', 'RO'], ['14399840', 'RO'], ['14399840', null], ['14399840', null], ['123456789', 'DE'], ['0014399840', null]], marks: ['3', '4', '5'].map((row) => `${row} warning row.otherName`) },
  { what: 'a wrong check digit is a warning', bytes: column('Cod fiscal', 'RO14399841'), show: ['identifier'], bids: [['14399841']], marks: ['B2 warning cell.checkDigit'] },
  { what: 'zeros that the format shows', bytes: rawColumn('CUI', [n('B2', 123456, 2)]), show: ['identifier'], bids: [['00123456']], marks: ['B2 warning cell.checkDigit'] },
  { what: 'a long number without an exponent, and one beyond saving', bytes: rawColumn('Cod fiscal', [n('B2', '1.9604012345670001E+12'), n('B3', '1234567890123456789')]), show: ['identifier'], bids: [['1960401234567']], marks: ['B3 error cell.digitsLost'] },
  { what: 'countries by name and code', bytes: column('Țara', 'România', 'de', 'Republica Moldova', 'Atlantida'), show: ['country'], bids: [['RO'], ['DE'], ['MD'], [null]], marks: ['B5 warning cell.unknownCountry'] },
  { what: 'yes and no', bytes: column('IMM', 'Da', 'nu', 'X', 'ADEVĂRAT', 'microîntreprindere', 'poate'), show: ['sme'], bids: [[true], [false], [true], [true], [true]], marks: ['B7 error cell.notYesNo'] },
  { what: 'durations with their unit', bytes: column('Durata de execuție (zile)', 90, '90 de zile', '2 săptămâni', '1.234', 'trei luni', 2.5, -1), show: ['durationDays'], bids: [[90], [90], [14], [1234]], marks: ['B4 info cell.interpreted', 'B5 info cell.interpreted', 'B6 error cell.notANumber', 'B7 error cell.notWhole', 'B8 error cell.negative'] },
  { what: 'durations in months and years, by the convention and said aloud', bytes: column('Termen de execuție', '2 ani', '18 luni', '12 luni', '3 săptămâni', '45 zile', '1 zi', '90 (nouăzeci) de zile', 'o lună'), show: ['durationDays'], bids: [[730], [545], [365], [21], [45], [1], [90]], marks: ['B2 warning cell.interpreted', 'B3 warning cell.interpreted', 'B4 warning cell.interpreted', 'B5 info cell.interpreted', 'B9 error cell.notANumber'] },
  { what: 'warranties in days and halves of a year', bytes: column('Garanție', '2 ani', '1,5 ani', '18 luni', '730 zile', '90 de zile', '45 zile', '24 (douăzeci și patru) luni'), show: ['warrantyMonths'], bids: [[24], [18], [18], [24], [3], [24]], marks: ['B2 info cell.interpreted', 'B3 info cell.interpreted', 'B5 warning cell.interpreted', 'B6 warning cell.interpreted', 'B7 error cell.notWhole'] },
  { what: 'warranties in years', bytes: column('Garanție (ani)', 2, '24 luni'), show: ['warrantyMonths'], bids: [[24], [24]], marks: ['B2 info cell.interpreted'] },
  { what: 'text too long for a name', bytes: column('E-mail', `${'a'.repeat(500)}@x.ro`), show: ['email'], bids: [], marks: ['B2 error cell.tooLong'] },
  { what: 'text that looks like a formula stays text', bytes: column('Observații', '=1+1', '@SUM(1)', '+40721123456'), show: ['notes'], bids: [['=1+1'], ['@SUM(1)'], ['+40721123456']] },
  { what: 'rich text, phonetic runs, entities and line ends', bytes: rawColumn('Observații', ['<c r="B2" t="s"><v>0</v></c>', '<c r="B3" t="s"><v>1</v></c>'], { sharedStrings: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><r><rPr><b/></rPr><t>Nume </t></r><r><t xml:space="preserve">ofertant</t></r><rPh sb="0" eb="1"><t>PHON</t></rPh></si><si><t>linia1_x000D_\nlinia2 &amp; &#537;&#x21B;</t></si></sst>' }), show: ['notes'], bids: [['Nume ofertant'], ['linia1\nlinia2 & șț']] },
];

const check = (cases: readonly Case[], { ignoreMissingPrice = false } = {}): void => {
  for (const { what, bytes, options, show, bids, marks = [] } of cases) {
    it(what, async () => {
      const register = await readRegister(bytes, options);
      expect(fields(register, ...show)).toEqual(bids);
      expect(ignoreMissingPrice ? register.marks.filter((mark) => !mark.endsWith('cell.required')) : register.marks).toEqual(marks);
    });
  }
};

describe('amounts', () => check(amounts));
describe('days', () => check(days, { ignoreMissingPrice: true }));
describe('codes, answers, durations and texts', () => check(codes, { ignoreMissingPrice: true }));

const lots = { lotNumbers: ['1', '2'] };
const table = (...rows: readonly (readonly (string | number | null)[])[]): Uint8Array => tableXlsx(rows);

const shapes: readonly Case[] = [
  { what: 'a table that starts at C5 keeps its addresses', bytes: sheetXlsx(sheetData(t('C5', 'Ofertant') + t('D5', 'Preț'), t('C6', 'Alfa') + t('D6', 'x'))), show: ['bidder'], bids: [], marks: ['D6 error cell.notANumber'] },
  { what: 'title lines above, total and signatures below', bytes: table(['Comuna Exemplu'], ['Registrul ofertelor', null, 'Nr. 12'], [null], ['Nr. crt.', 'Ofertant', 'Preț'], [1, 'Alfa', 100], [2, 'Total Soft SRL', 200], [null, 'TOTAL GENERAL', 300], [null], [null, 'Întocmit,', null], [null, 'Ion Popescu', null]), show: ['bidder', 'price'], bids: [['Alfa', '100.00 RON'], ['Total Soft SRL', '200.00 RON']], marks: ['7 row', '9 row', '10 row'] },
  { what: 'signatures under the prices', bytes: table(['Nr. crt.', 'Ofertant', 'Preț'], [1, 'Alfa', 100], [2, 'Primar Construct SRL', 'la cerere'], [null, 'TOTAL', 100], [null, 'Întocmit,', 'Președintele comisiei,'], [null, 'Ion Popescu', 'Maria Ionescu'], [null, null, 'Semnătura']), show: ['bidder', 'price'], bids: [['Alfa', '100.00 RON']], marks: ['C3 error cell.notANumber', '4 row', '5 row', '6 row', '7 row'] },
  { what: 'signatures without a total above', bytes: table(['Ofertant', 'Preț'], ['Alfa', 100], ['Director Consult SA', 90], ['Secretar,', 'Comisia de evaluare']), show: ['bidder'], bids: [['Alfa'], ['Director Consult SA']], marks: ['4 row'] },
  { what: 'headings that only say when it was handed in', bytes: table(['Ofertant', 'Preț', 'Depunere'], ['A', 1, '03.04.2026']), show: ['receivedAt'], bids: [['2026-04-03']] },
  { what: 'a day with its hour', bytes: table(['Ofertant', 'Preț', 'Data și ora depunerii'], ['A', 1, '03.04.2026, ora 10:30'], ['B', 1, '04.04.2026 9:05']), show: ['receivedAt'], bids: [['2026-04-03'], ['2026-04-04']] },
  { what: 'a way of handing in, which is no day', bytes: table(['Ofertant', 'Preț', 'Depunere'], ['A', 1, 'SEAP'], ['B', 1, 'la registratură']), show: ['receivedAt'], bids: [[null], [null]] },
  { what: 'a line of column numbers under the headings', bytes: table(['Nr. crt.', 'Ofertant', 'Preț'], [0, 1, 2], [1, 'Alfa', 100]), show: ['bidder'], bids: [['Alfa']], marks: ['2 heading'] },
  { what: 'headings printed again on the next page', bytes: table(['Ofertant', 'CUI', 'Preț'], ['Alfa', '14399840', 100], ['Ofertant', 'CUI', 'Preț'], ['Beta', '2864518', 100]), show: ['bidder'], bids: [['Alfa'], ['Beta']], marks: ['3 heading'] },
  { what: 'two rows of headings, tied by merged cells', bytes: sheetXlsx(`${tableXml([['Ofertant', 'Oferta', null, 'IMM'], [null, 'Preț', 'Termen de execuție (zile)', null], ['Alfa', 100, 30, 'da']])}<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>`), show: ['bidder', 'price', 'durationDays', 'sme'], bids: [['Alfa', '100.00 RON', 30, true]] },
  { what: 'a lot merged over its bids', bytes: sheetXlsx(`${tableXml([['Lot', 'Ofertant', 'Preț'], ['Lot 1', 'Alfa', 100], [null, 'Beta', 90], ['Lot 2', 'Alfa', 80]])}<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`), options: { context: lots }, show: ['lot', 'bidder'], bids: [['1', 'Alfa'], ['1', 'Beta'], ['2', 'Alfa']], marks: ['A3 info cell.interpreted'] },
  { what: 'lots in every spelling, and one the project does not have', bytes: table(['Lot', 'Ofertant', 'Preț'], ['Lotul nr. 1', 'A', 1], [2, 'B', 1], ['01', 'C', 1], ['2 - Iluminat', 'D', 1], ['Lot 3', 'E', 1], [null, 'F', 1]), options: { context: lots }, show: ['lot'], bids: [['1'], ['2'], ['1'], ['2']], marks: ['A6 error cell.unknownLot', 'A7 error cell.required'] },
  { what: 'a project of one lot needs no lot column', bytes: table(['Ofertant', 'Preț'], ['A', 1]), options: { context: { lotNumbers: ['I'] } }, show: ['lot'], bids: [['I']] },
  { what: 'the same bidder twice for a lot', bytes: table(['Lot', 'Ofertant', 'Preț'], [1, 'Șoimul SRL', 1], [2, 'Şoimul  srl', 1], [1, 'SOIMUL SRL', 2]), options: { context: lots }, show: ['lot', 'bidder'], bids: [['1', 'Șoimul SRL'], ['2', 'Şoimul srl']], marks: ['4 duplicate'] },
  { what: 'a bid the project already has', bytes: table(['Lot', 'Ofertant', 'Preț'], [1, 'Șoimul SRL', 1], [2, 'Șoimul SRL', 1]), options: { context: { ...lots, presentRows: ['soimul srl|1'] } }, show: ['lot'], bids: [['2']], marks: ['2 present'] },
  { what: 'hidden rows come in, with a warning', bytes: sheetXlsx(tableXml([['Ofertant', 'Preț'], ['Alfa', 100], ['Beta', 90]]).replace('<row r="2">', '<row r="2" hidden="1">')), show: ['bidder'], bids: [['Alfa'], ['Beta']], marks: ['2 hidden'] },
  { what: 'a heading twice: the person decides', bytes: table(['Ofertant', 'Preț', 'Preț'], ['A', 1, 2]), show: ['bidder', 'price'], bids: [['A', null]], marks: [' required'] },
  { what: 'diacritics of every kind, misspelt and upper-case headings', bytes: table(['OFERTANŢ', 'Pret\u0326 oferat', 'Data depuneri', 'Observaţii'], ['Şerban', 5, '03.04.2026', 'ţ']), show: ['bidder', 'price', 'receivedAt', 'notes'], bids: [['Şerban', '5.00 RON', '2026-04-03', 'ţ']] },
  { what: 'English headings', bytes: table(['No.', 'Tenderer', 'VAT number', 'Lot no.', 'Bid price (RON, excl. VAT)', 'Date received', 'SME', 'Duration (days)', 'Warranty (months)', 'E-mail', 'Remarks'], [1, 'Acme', 'DE123456789', 1, '1,234.50', '2026-03-02', 'yes', 30, 24, 'a@acme.example', 'ok']), options: { context: lots }, show: ['bidder', 'identifier', 'country', 'lot', 'price', 'vatIncluded', 'receivedAt', 'sme', 'durationDays', 'warrantyMonths', 'email', 'notes'], bids: [['Acme', '123456789', 'DE', '1', '1234.50 RON', false, '2026-03-02', true, 30, 24, 'a@acme.example', 'ok']] },
  { what: 'columns that only look like ours stay out', bytes: table(['Ofertant', 'Valoare estimată', 'Preț unitar', 'Valoare TVA', 'Garanție de participare', 'Nr. înregistrare', 'Data deschiderii', 'Durata (luni)'], ['A', 1, 2, 3, 4, 5, '01.01.2026', 6]), show: ['bidder', 'price', 'vatIncluded', 'warrantyMonths', 'receivedAt', 'durationDays'], bids: [['A', null, null, null, null, null]], marks: [' required'] },
  { what: 'cells without addresses', bytes: sheetXlsx('<sheetData><row><c t="inlineStr"><is><t>Ofertant</t></is></c><c t="inlineStr"><is><t>Preț</t></is></c></row><row><c t="inlineStr"><is><t>A</t></is></c><c><v>2</v></c></row></sheetData>'), show: ['bidder', 'price'], bids: [['A', '2.00 RON']] },
  { what: 'parts with a namespace prefix and single quotes', bytes: rawXlsx({ sheets: [{ part: `<?xml version='1.0'?><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>Ofertant</x:t></x:is></x:c></x:row><x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>A</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>` }] }), show: ['bidder'], bids: [['A']], marks: [' required'] },
];

describe('the shape of the table', () => {
  /** Row problems shortened to what the table above says. */
  const short = (mark: string): string => mark.replace(/^(\d+) warning row\.total$/, '$1 row').replace(/^(\d+) \w+ row\.heading$/, '$1 heading').replace(/^(\d+) error row\.duplicate$/, '$1 duplicate').replace(/^(\d+) warning row\.alreadyInProject$/, '$1 present').replace(/^(\d+) warning row\.hidden$/, '$1 hidden').replace(/^\d+ warning cell\.required$/, ' required');
  for (const { what, bytes, options, show, bids, marks = [] } of shapes) {
    it(what, async () => {
      const register = await readRegister(bytes, options);
      expect(fields(register, ...show)).toEqual(bids);
      expect(register.marks.map(short)).toEqual(marks);
    });
  }
});

const texts: readonly (Case & { readonly encoding: string; readonly separator: string })[] = [
  { what: 'semicolons, a byte order mark, decimal commas', ...csv('\ufeffOfertant;CUI;Preț;Data depunerii\r\nȘoimul;00123456;1.234,56;03.04.2026\r\nB;RO99;"1 234,5";31.12.2026\r\n'), encoding: 'utf-8', separator: ';', show: ['bidder', 'identifier', 'price', 'receivedAt'], bids: [['Șoimul', '00123456', '1234.56 RON', '2026-04-03'], ['B', '99', '1234.50 RON', '2026-12-31']], marks: ['B2 warning cell.checkDigit', 'B3 warning cell.checkDigit'] },
  { what: 'commas between quoted amounts', ...csv('Bidder,Price\nA,"1,234.50"\nB,"2,000.00"\n'), encoding: 'utf-8', separator: ',', show: ['bidder', 'price'], bids: [['A', '1234.50 RON'], ['B', '2000.00 RON']] },
  { what: 'semicolons although every amount has a comma', ...csv('Ofertant;Preț\nA;1,50\nB;2,50\nC;3,50\n'), encoding: 'utf-8', separator: ';', show: ['price'], bids: lei('1.50', '2.50', '3.50') },
  { what: 'a first line that names the separator', ...csv('sep=|\r\nOfertant|Preț\r\nA;B|5\r\n'), encoding: 'utf-8', separator: '|', show: ['bidder'], bids: [['A;B']] },
  { what: 'tabs in UTF-16', bytes: Uint8Array.from(Buffer.from('\ufeffOfertant\tPreț\r\nȚ\t1,5\r\n', 'utf16le')), options: { name: 'r.txt' }, encoding: 'utf-16le', separator: '\t', show: ['bidder', 'price'], bids: [['Ț', '1.50 RON']] },
  { what: 'UTF-16 without a mark', bytes: Uint8Array.from(Buffer.from('Ofertant\tPret\r\nAlfa\t1,5\r\n', 'utf16le')), options: { name: 'r.txt' }, encoding: 'utf-16le', separator: '\t', show: ['bidder'], bids: [['Alfa']] },
  { what: 'Windows-1250', bytes: windows1250('Ofertant;Preț;Observații\r\nȘantier Țepeș;1.234,56;Iași\r\n'), options: { name: 'r.csv' }, encoding: 'windows-1250', separator: ';', show: ['bidder', 'notes'], bids: [['Şantier Ţepeş', 'Iaşi']] },
  { what: 'Windows-1250 with signs that are letters in ISO-8859-2', bytes: Uint8Array.from('Ofertant;Pre\xfe\r\nMarca\xae \xabAlfa\xbb;5\r\n', (letter) => letter.charCodeAt(0)), options: { name: 'r.csv' }, encoding: 'windows-1250', separator: ';', show: ['bidder'], bids: [['Marca® «Alfa»']] },
  { what: 'ISO-8859-2', bytes: Uint8Array.from('Ofertant;Pre\xfe\r\n\xa9koda \xbeivot;5\r\n', (letter) => letter.charCodeAt(0)), options: { name: 'r.csv' }, encoding: 'iso-8859-2', separator: ';', show: ['bidder'], bids: [['Škoda život']] },
  { what: 'quotes, doubled quotes and line breaks inside a field', ...csv('Ofertant;Preț;Observații\n"A ""B"" SRL";5;"două\nrânduri"\nC;6;\n'), encoding: 'utf-8', separator: ';', show: ['bidder', 'notes'], bids: [['A "B" SRL', 'două\nrânduri'], ['C', null]] },
  { what: 'ragged rows and blank lines keep their numbers', ...csv('Ofertant;Preț\nA;5;6;7\n\n;;\nB;x\n'), encoding: 'utf-8', separator: ';', show: ['bidder'], bids: [['A']], marks: ['B5 error cell.notANumber'] },
];

describe('text files', () => {
  for (const { what, bytes, options, encoding, separator, show, bids, marks = [] } of texts) {
    it(what, async () => {
      const register = await readRegister(bytes, options);
      expect(register.session.info.text).toEqual({ encoding, separator });
      expect(fields(register, ...show)).toEqual(bids);
      expect(register.marks).toEqual(marks);
    });
  }
});

describe('several sheets', () => {
  it('tells hidden ones, hidden rows and columns, and reads the one asked for', async () => {
    const bytes = rawXlsx({ sheets: [
      { name: 'ascuns', state: 'veryHidden', xml: tableXml([['SECRET']]) },
      { name: 'Oferte', xml: `<cols><col min="2" max="2" width="9" hidden="1"/></cols>${tableXml([['Ofertant', 'Preț'], ['A', 1], ['B', 2]]).replace('<row r="3">', '<row r="3" hidden="1">')}` },
    ] });
    const { session, guess, bids } = await readRegister(bytes, { sheet: 1 });
    expect(guess.columns.map(({ letter, hidden }) => [letter, hidden])).toEqual([['A', false], ['B', true]]);
    expect(session.info.sheets).toEqual([
      { index: 0, name: 'ascuns', hidden: true, rows: 1, columns: 1, hiddenRows: 0, hiddenColumns: 0 },
      { index: 1, name: 'Oferte', hidden: false, rows: 3, columns: 2, hiddenRows: 1, hiddenColumns: 1 },
    ]);
    expect(bids.map(({ source }) => source)).toEqual([{ sheet: 'Oferte', row: 2 }, { sheet: 'Oferte', row: 3 }]);
  });
});
