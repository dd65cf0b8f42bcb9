/** Registers and forms as town halls and bidders lay them out: headings in two and three rows, chapters, sums, currencies. */
import { describe, expect, it } from 'vitest';
import type { BidRow, ImportKind, RowOf } from '../../../src-renderer/domain/ports/import-kinds';
import { sheetXlsx, tableXml } from './raw-xlsx';
import { readTable } from './read-register';

type Cells = readonly (readonly (string | number | null)[])[];

const workbook = (cells: Cells, merged: readonly string[] = []): Uint8Array =>
  sheetXlsx(tableXml(cells) + (merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`));

const shown = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value ? `${String(value.amount)} ${String(value.currency)}` : value);
const only = <Kind extends ImportKind>(rows: readonly RowOf[Kind][], fields: readonly (keyof RowOf[Kind])[]): unknown[][] => rows.map((row) => fields.map((field) => shown(row[field])));

interface Register {
  readonly what: string;
  readonly cells: Cells;
  readonly merged?: readonly string[];
  readonly show: readonly (keyof BidRow)[];
  readonly bids: readonly (readonly unknown[])[];
  readonly marks?: readonly string[];
}

const REGISTERS: readonly Register[] = [
  {
    what: 'groups over headings, merged as the minutes of an opening have them',
    cells: [['Nr. crt.', 'Operator economic', null, 'Preț', null, 'Garanție'], [null, 'Denumire', 'CUI', 'Valoare fără TVA (lei)', 'Valoare cu TVA (lei)', 'luni'], [1, 'Alfa SRL', 'RO 14399840', '1.234.567,89', '1.493.827,15', 24]],
    merged: ['A1:A2', 'B1:C1', 'D1:E1'],
    show: ['bidder', 'identifier', 'country', 'price', 'vatIncluded', 'warrantyMonths'], bids: [['Alfa SRL', '14399840', 'RO', '1234567.89 RON', false, 24]],
  },
  {
    what: 'the same without merged cells',
    cells: [['Nr.', 'Operator economic', null, 'Preț', null, 'Garanție'], [null, 'Denumire', 'CUI', 'fără TVA', 'cu TVA', 'luni'], [1, 'Alfa', '14399840', 100, 121, 24]],
    show: ['bidder', 'identifier', 'price', 'vatIncluded', 'warrantyMonths'], bids: [['Alfa', '14399840', '100.00 RON', false, 24]],
  },
  {
    what: 'titles of sections over the headings, and the VAT in a column of its own',
    cells: [['Date de identificare', null, null, 'Oferta financiară', null, null, 'Termene', null], ['Denumire ofertant', 'CUI', 'Adresa', 'Valoare fără TVA', 'TVA', 'Valoare cu TVA', 'Execuție (zile)', 'Garanție (luni)'], ['Alfa', '14399840', 'Str. Lungă 1', 100, 21, 121, 30, 24]],
    merged: ['A1:C1', 'D1:F1', 'G1:H1'],
    show: ['bidder', 'identifier', 'price', 'vatIncluded', 'durationDays', 'warrantyMonths'], bids: [['Alfa', '14399840', '100.00 RON', false, 30, 24]],
  },
  {
    what: 'a row of units below the headings',
    cells: [['Ofertant', 'Preț', 'Durata de execuție', 'Garanție'], [null, 'lei fără TVA', 'zile', 'luni'], ['Alfa', 100, 30, 24]],
    show: ['bidder', 'price', 'vatIncluded', 'durationDays', 'warrantyMonths'], bids: [['Alfa', '100.00 RON', false, 30, 24]],
  },
  {
    what: 'a row of units in brackets below every heading',
    cells: [['Ofertant', 'Preț', 'Durata', 'Garanție'], ['(denumire)', '(lei fără TVA)', '(zile)', '(luni)'], ['Alfa', 100, 30, 24]],
    show: ['bidder', 'price', 'durationDays', 'warrantyMonths'], bids: [['Alfa', '100.00 RON', 30, 24]],
  },
  {
    what: 'headings in three rows under a title',
    cells: [['OFERTE', null, null, null], ['Ofertant', null, 'Oferta', null], ['Nume', 'CUI', 'Preț', 'Termen'], [null, null, 'lei', 'zile'], ['Alfa', '14399840', 100, 30]],
    merged: ['A1:D1', 'A2:B2', 'C2:D2'],
    show: ['bidder', 'identifier', 'price', 'durationDays'], bids: [['Alfa', '14399840', '100.00 RON', 30]],
  },
  {
    what: 'the words of a text row are no second row of headings',
    cells: [['Ofertant', 'Preț', 'Observații'], ['Alfa', null, 'a retras oferta'], ['Beta', 'la cerere', null]],
    show: ['bidder', 'notes'], bids: [['Alfa', 'a retras oferta']], marks: ['B2 warning cell.required', 'B3 error cell.notANumber'],
  },
  {
    what: 'whose code, whose name, and a currency for each row',
    cells: [['Denumire operator', 'CIF operator', 'Data depunere', 'Valoare ofertă fără TVA', 'Moneda'], ['Alfa SRL', 'RO14399840', '20.03.2026 14:59:59', '1.250.000,00', 'RON'], ['Gamma SA', '2864518', '20.03.2026', '99.000,00', 'euro'], ['Delta SA', '2864526', '20.03.2026', '10 lei', 'EUR'], ['Eta SA', '2864534', '20.03.2026', '10', 'bitcoin']],
    show: ['bidder', 'identifier', 'receivedAt', 'price', 'vatIncluded'],
    bids: [['Alfa SRL', '14399840', '2026-03-20', '1250000.00 RON', false], ['Gamma SA', '2864518', '2026-03-20', '99000.00 EUR', false]],
    marks: ['D4 error cell.currenciesDiffer', 'E5 error cell.unknownCurrency'],
  },
  {
    what: 'the value of VAT is not the value without VAT',
    cells: [['Ofertant', 'Valoare TVA', 'Valoare fără TVA'], ['Alfa', 21, 100]],
    show: ['bidder', 'price', 'vatIncluded'], bids: [['Alfa', '100.00 RON', false]],
  },
];

describe('registers of bids', () => {
  for (const { what, cells, merged, show, bids, marks = [] } of REGISTERS) {
    it(what, async () => {
      const read = await readTable('bids', workbook(cells, merged));
      expect(only<'bids'>(read.rows, show)).toEqual(bids);
      expect(read.marks.filter((mark) => !mark.endsWith('cell.checkDigit'))).toEqual(marks);
    });
  }
});

describe('bills of quantities', () => {
  const lines = async (cells: Cells, merged: readonly string[] = []) => {
    const { rows, marks } = await readTable('price-schedule', workbook(cells, merged));
    return { lines: only<'price-schedule'>(rows, ['item', 'description', 'unit', 'quantity', 'unitPrice', 'total']), marks };
  };

  it('in the form of HG 907/2016, with prices in parts, chapters, sums and taxes', async () => {
    const read = await lines([
      ['Formularul F3', null, null, null, null, null, null, null],
      ['Nr. crt.', 'Simbol articol', 'Capitolul de lucrări', 'U.M.', 'Cantitatea', 'Prețul unitar (lei)', null, 'TOTAL (lei)'],
      [null, null, null, null, null, 'a) materiale', 'b) manoperă', null],
      ['0', null, '1', '2', '3', '4', '5', '6 = 3 x (4+5)'],
      ['Cap. 1', 'Instalații electrice', null, null, null, null, null, null],
      [1, 'EA01A1', 'Demontare corp de iluminat', 'buc', 120, '0', '25,50', '3.060,00'],
      [2, 'EB02', 'Montare corp LED 40 W', 'buc', 120, '310,00', '35', '41.400,00'],
      [null, null, 'TOTAL Cap. 1', null, null, null, null, '44.460,00'],
      [null, null, 'TOTAL GENERAL (fără TVA)', null, null, null, null, '44.460,00'],
      [null, null, 'TVA (21%)', null, null, null, null, '9.336,60'],
      [null, null, 'TOTAL GENERAL (inclusiv TVA)', null, null, null, null, '53.796,60'],
    ], ['F2:G2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'H2:H3']);
    // Which of the two parts is the unit price, nobody can tell: neither is taken.
    expect(read.lines).toEqual([
      ['EA01A1', 'Demontare corp de iluminat', 'buc', '120', null, '3060.00 RON'],
      ['EB02', 'Montare corp LED 40 W', 'buc', '120', null, '41400.00 RON'],
    ]);
    expect(read.marks).toEqual(['4 warning row.heading', '5 warning row.section', '8 warning row.total', '9 warning row.total', '10 warning row.total', '11 warning row.total']);
  });

  it('under titles of sections, with one price a unit', async () => {
    const read = await lines([
      ['SECȚIUNEA TEHNICĂ', null, null, null, 'SECȚIUNEA FINANCIARĂ', null],
      ['Nr.', 'Capitolul de lucrări', 'U.M.', 'Cantitatea', 'Prețul unitar (exclusiv TVA) - lei', 'TOTALUL (exclusiv TVA) - lei'],
      [0, 1, 2, 3, 4, '5=3x4'],
      [1, 'Montare corp LED 40 W', 'buc.', 120, '345,00', '41.400,00'],
    ], ['A1:D1', 'E1:F1']);
    expect(read.lines).toEqual([['1', 'Montare corp LED 40 W', 'buc.', '120', '345.00 RON', '41400.00 RON']]);
    expect(read.marks).toEqual(['3 warning row.heading']);
  });

  it('as a summary of prices, with and without VAT side by side', async () => {
    const read = await lines([
      ['Nr. Crt', 'Denumire produs', 'Specificații', 'U/M', 'Cant.', 'Preț unitar lei fără TVA', 'Valoare totală lei fără TVA', 'TVA 21%', 'Valoare cu TVA'],
      [1, 'Senzor calitate aer', 'PM2.5', 'buc', 25, 1200, 30000, 6300, 36300],
      ['TOTAL', null, null, null, null, null, 30000, 6300, 36300],
    ]);
    expect(read.lines).toEqual([['1', 'Senzor calitate aer', 'buc', '25', '1200.00 RON', '30000.00 RON']]);
    expect(read.marks).toEqual(['3 warning row.total']);
  });

  it('a line its bidder did not price is a line, no chapter', async () => {
    const read = await lines([['Articol', 'Denumire', 'UM', 'Cantitate', 'Preț unitar'], ['A1', 'Lampă', 'buc', 10, null], ['A2', 'Stâlp', 'buc', 1, 5]]);
    expect(read.lines).toEqual([['A1', 'Lampă', 'buc', '10', null, null], ['A2', 'Stâlp', 'buc', '1', '5.00 RON', null]]);
    expect(read.marks).toEqual(['E2 warning cell.required']);
  });

  it('prices in the currency their row names', async () => {
    const { rows, marks } = await readTable('price-schedule', workbook([['Item', 'Description', 'Qty', 'Unit price', 'Total', 'Currency'], ['1', 'Sensor', 2, 10, 20, 'EUR'], ['2', 'Cloud', 1, '€ 7', 7, 'RON']]));
    expect(only<'price-schedule'>(rows, ['unitPrice', 'total'])).toEqual([['10.00 EUR', '20.00 EUR']]);
    expect(marks).toEqual(['D3 error cell.currenciesDiffer']);
  });
});

it('needs as departments answer a questionnaire', async () => {
  const { rows } = await readTable('needs', workbook([
    ['Chestionar: nevoile compartimentelor'], ['Completat de: Compartiment urbanism'], [],
    ['Nr.', 'Care este problema?', 'Cine este afectat?', 'Ce rezultat doriți?', 'Cum se face acum?'],
    [1, 'Autorizațiile durează 45 de zile', 'cetățenii', 'sub 15 zile', 'pe hârtie'],
  ]));
  expect(only<'needs'>(rows, ['problem', 'affected', 'desiredOutcome', 'baseline'])).toEqual([['Autorizațiile durează 45 de zile', 'cetățenii', 'sub 15 zile', 'pe hârtie']]);
});
