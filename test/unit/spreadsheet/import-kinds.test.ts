import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, IMPORT_KINDS, isHelpingField, type ImportKind, type RowOf } from '../../../src-renderer/domain/ports/import-kinds';
import { KINDS } from '../../../src-renderer/spreadsheet/import/kinds';
import { n, rawXlsx, sheetData, t, tableXlsx } from './raw-xlsx';
import { CONTEXT, openFile, problemOf, readTable } from './read-register';

type Cells = readonly (readonly (string | number | null)[])[];

interface Case<Kind extends ImportKind> {
  readonly what: string;
  readonly kind: Kind;
  readonly cells: Cells;
  readonly rows: readonly Partial<RowOf[Kind]>[];
  readonly marks?: readonly string[];
}
const aCase = <Kind extends ImportKind>(value: Case<Kind>): Case<Kind> => value;

const money = (amount: string, currency = 'RON') => ({ amount, currency });

const CASES = [
  aCase({
    what: 'a price schedule with a title, units and a total', kind: 'price-schedule',
    cells: [
      ['Formular de prețuri, lotul 1'],
      ['Nr. crt.', 'Denumire produs/serviciu', 'U.M.', 'Cantitate', 'Preț unitar fără TVA (lei)', 'Valoare totală fără TVA (lei)'],
      [1, 'Senzor de calitate a aerului', 'buc', 40, '1.250,50', '50.020,00'],
      [2, 'Instalare', 'buc', 40, '99,5', 3980],
      [null, 'TOTAL', null, null, null, '54.000,00'],
    ],
    rows: [
      { bidder: null, lot: null, item: '1', description: 'Senzor de calitate a aerului', unit: 'buc', quantity: '40', unitPrice: money('1250.50'), total: money('50020.00') },
      { item: '2', description: 'Instalare', unitPrice: money('99.50'), total: money('3980.00') },
    ],
    marks: ['5 warning row.total'],
  }),
  aCase({
    what: 'an English price schedule of two bidders', kind: 'price-schedule',
    cells: [['Bidder', 'Lot', 'Item no.', 'Description', 'Unit', 'Qty', 'Unit price (EUR)', 'Total price (EUR)'], ['Alfa SRL', 'Lot 2', '1.1', 'Gateway', 'pcs', '1,5', '100', '150.00'], ['Beta SA', '2', '1.1', 'Gateway', 'pcs', 2, 90, 185]],
    rows: [
      { bidder: 'Alfa SRL', lot: '2', item: '1.1', unit: 'pcs', quantity: '1.5', unitPrice: money('100.00', 'EUR'), total: money('150.00', 'EUR') },
      { bidder: 'Beta SA', quantity: '2', total: money('185.00', 'EUR') },
    ],
    marks: ['H3 warning cell.totalDiffers'],
  }),
  aCase({
    what: 'needs as departments send them', kind: 'needs',
    cells: [
      ['Nr. crt.', 'Denumirea nevoii', 'Descrierea problemei', 'Cine este afectat', 'Rezultatul dorit', 'Valoare inițială', 'Țintă', 'UM', 'Compartiment', 'Prioritate'],
      [1, 'Răspuns mai rapid la sesizări', 'Cetățenii așteaptă prea mult', 'locuitorii comunei', 'răspuns în două zile', 14, '2,5', 'zile', 'Relații cu publicul', 'ridicată'],
      [2, 'Semnătura electronică nu este acceptată la ghișeu', null, null, null, 'necunoscută', '90%', null, 'IT', 1],
    ],
    rows: [
      { title: 'Răspuns mai rapid la sesizări', problem: 'Cetățenii așteaptă prea mult', affected: 'locuitorii comunei', desiredOutcome: 'răspuns în două zile', baseline: '14', target: '2.5', unit: 'zile', department: 'Relații cu publicul', priority: 'ridicată' },
      { title: 'Semnătura electronică nu este acceptată la ghișeu', problem: null, baseline: 'necunoscută', target: '90%', unit: null, priority: '1' },
    ],
  }),
  aCase({
    what: 'English needs, one without a title and one without anything', kind: 'needs',
    cells: [['Need', 'Problem statement', 'Beneficiaries', 'Desired outcome', 'Baseline', 'Target', 'Unit', 'Department', 'Priority'], [null, 'Buses are late', 'commuters', 'on time', '1,234.5', 3, 'min', 'Transport', 'high'], [null, null, null, null, null, null, null, 'Transport', null]],
    rows: [{ title: null, problem: 'Buses are late', baseline: '1234.5', target: '3' }],
    marks: ['A2 warning cell.required', 'A3 error cell.required'],
  }),
  aCase({
    what: 'requirements under merged chapters', kind: 'requirements',
    cells: [['Cod cerință', 'Secțiune', 'Cerința', 'Tip', 'Obligativitate', 'Nevoia asociată', 'Mod de verificare'], ['F-01', 'Interoperabilitate', 'Expune datele prin API deschis', 'funcțională', 'obligatorie', 'N-1', 'demonstrație'], ['F-01', 'Securitate', 'Jurnal al accesului', 'nefuncțională', 'opțională', 'N-2', 'audit'], [2.1, 'Securitate', 'Date criptate', null, null, null, null]],
    rows: [
      { code: 'F-01', section: 'Interoperabilitate', text: 'Expune datele prin API deschis', kind: 'funcțională', priority: 'obligatorie', need: 'N-1', verification: 'demonstrație' },
      { code: '2.1', text: 'Date criptate', kind: null, verification: null },
    ],
    marks: ['3 error row.duplicate'],
  }),
  aCase({
    what: 'English requirements without a text', kind: 'requirements',
    cells: [['ID', 'Category', 'Requirement', 'Type', 'Priority', 'Need', 'Verification method'], ['R1', 'Core', 'Works offline', 'functional', 'must', 'N1', 'test'], ['R2', 'Core', null, 'functional', 'must', 'N1', 'test']],
    rows: [{ code: 'R1', section: 'Core', text: 'Works offline', kind: 'functional', priority: 'must', need: 'N1', verification: 'test' }],
    marks: ['C3 error cell.required'],
  }),
  aCase({
    what: 'a score sheet', kind: 'scores',
    cells: [['Membru comisie', 'Ofertant', 'Lot', 'Criteriu', 'Punctaj maxim', 'Punctaj acordat', 'Observații'], ['Ana Pop', 'Alfa SRL', 1, 'Calitate', 10, '8,5', 'Bine argumentat'], ['Ana Pop', 'Alfa SRL', 1, 'Inovare', 10, 'bun', null], ['Ana Pop', 'Beta SA', 1, 'Calitate', 10, null, 'lipsesc dovezi']],
    rows: [
      { evaluator: 'Ana Pop', bidder: 'Alfa SRL', lot: '1', criterion: 'Calitate', score: '8.5', justification: 'Bine argumentat' },
      { bidder: 'Beta SA', score: null, justification: 'lipsesc dovezi' },
    ],
    marks: ['F3 error cell.notANumber', 'F4 warning cell.required'],
  }),
  aCase({
    what: 'an English score sheet with a repeated score', kind: 'scores',
    cells: [['Evaluator', 'Tenderer', 'Award criterion', 'Score', 'Justification'], ['Ion', 'Alfa', 'Quality', 7, 'ok'], ['Ion', 'ALFA', 'quality', 9, 'again']],
    rows: [{ evaluator: 'Ion', bidder: 'Alfa', lot: null, criterion: 'Quality', score: '7', justification: 'ok' }],
    marks: ['3 error row.duplicate'],
  }),
];

describe('tables of every kind', () => {
  it.each(CASES)('$what', async ({ kind, cells, rows, marks = [] }) => {
    const table = await readTable(kind, tableXlsx(cells));
    expect(table.rows).toMatchObject(rows);
    expect(table.rows).toHaveLength(rows.length);
    expect(table.marks).toEqual(marks);
  });

  it.each(IMPORT_KINDS)('a row of %s has exactly its keys', async (kind) => {
    const headings = KINDS[kind].fieldNames.map((field) => KINDS[kind].fields[field]?.names[0] ?? '');
    expect(KINDS[kind].fieldNames).toEqual(IMPORT_FIELDS[kind]);
    const { columns, rows } = await readTable(kind, tableXlsx([headings, headings.map(() => '7'), headings.map((_, index) => (index === 0 ? 'Alfa' : 'x'))]));
    expect(Object.values(columns)).toEqual(IMPORT_FIELDS[kind]);
    for (const row of rows) expect(Object.keys(row)).toEqual([...IMPORT_FIELDS[kind].filter((field) => !isHelpingField(field)), 'source']);
  });

  it.each(IMPORT_KINDS)('every heading of %s is known by heart, and no two fields share one', (kind) => {
    const { fieldNames, fields } = KINDS[kind];
    const all = fieldNames.flatMap((field) => fields[field]?.names ?? []);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it('a percentage is what the sheet shows, asked about as a score and refused as a price', async () => {
    const rows = (heading: string): Uint8Array => rawXlsx({ sheets: [{ xml: sheetData(t('A1', 'Criteriu') + t('B1', 'Ofertant') + t('C1', heading), t('A2', 'Preț') + t('B2', 'Alfa') + n('C2', '0.855', 7), t('A3', 'Preț') + t('B3', 'Beta') + t('C3', '85,5 %')) }] });
    const scores = await readTable('scores', rows('Punctaj'));
    expect(scores.rows).toMatchObject([{ score: '85.5' }, { score: '85.5' }]);
    expect(scores.marks).toEqual(['C2 warning cell.interpreted', 'C3 warning cell.interpreted']);
    expect((await readTable('bids', rows('Preț'))).marks).toEqual(['C2 error cell.notANumber', 'C3 error cell.notANumber']);
  });

  it('rows of one kind are not handed out as another', async () => {
    const session = await openFile(tableXlsx([['Ofertant', 'Preț'], ['Alfa', 1]]));
    const { plan } = await session.guess(0, CONTEXT);
    await session.check(plan, CONTEXT, { edits: {}, excluded: [], included: [] });
    expect(await problemOf(session.accepted('scores'))).toMatchObject({ code: 'file.badMapping' });
  });
});
