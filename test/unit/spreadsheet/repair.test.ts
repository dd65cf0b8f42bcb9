import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { RowDecisions, TablePlan } from '../../../src-renderer/domain/ports/sheet-import';
import { n, rawXlsx, sheetData, t, tableXlsx } from './raw-xlsx';
import { CONTEXT, fields, NO_DECISIONS, openFile, readRegister } from './read-register';

const context = { lotNumbers: ['1', '2'] };

describe('one correction for a whole column', () => {
  const bytes = tableXlsx([['Lot', 'Ofertant', 'Preț'], ['unu', 'Alfa', 100], ['unu', 'Beta', 90], ['2', 'Gama', 80], ['unu', 'Delta', 70]]);
  const replacements: RowDecisions['replacements'] = { lot: { unu: '1' } };

  it('mends every cell that reads alike and no other', async () => {
    const register = await readRegister(bytes, { context, decisions: { replacements } });
    expect(fields(register, 'lot', 'bidder')).toEqual([['1', 'Alfa'], ['1', 'Beta'], ['2', 'Gama'], ['1', 'Delta']]);
    expect(register.marks).toEqual([]);
  });

  it('gives way to what is typed into one cell, and is shown', async () => {
    const { session, bids } = await readRegister(bytes, { context, decisions: { replacements, edits: { '3:lot': '2' } } });
    expect(bids.map(({ lot }) => lot)).toEqual(['1', '2', '2', '1']);
    expect((await session.rowsAt([5, 3])).map(({ row, texts }) => [row, texts.lot])).toEqual([[5, '1'], [3, '2']]);
  });

  it('is a name like any other, whatever the cell says', async () => {
    const odd = tableXlsx([['Lot', 'Ofertant', 'Preț'], ['__proto__', 'Alfa', 100], ['constructor', 'Beta', 90]]);
    const { bids, marks } = await readRegister(odd, { context, decisions: { replacements: { lot: { ['__proto__']: '1' } } } });
    expect(bids.map(({ bidder }) => bidder)).toEqual(['Alfa']);
    expect(marks).toEqual(['A3 error cell.unknownLot']);
  });
});

describe('how a column writes its values', () => {
  const bytes = tableXlsx([['Ofertant', 'Preț', 'Data depunerii'], ['Alfa', '1.234', '03/04/2026'], ['Beta', '2.345', '05/06/2026']]);
  const readAs = async (styles: TablePlan['styles']): Promise<{ readonly values: unknown[][]; readonly codes: readonly string[] }> => {
    const session = await openFile(bytes);
    const { plan } = await session.guess(0, CONTEXT);
    await session.check({ ...plan, ...(styles === undefined ? {} : { styles }) }, CONTEXT, NO_DECISIONS);
    const bids = await session.accepted('bids');
    return { values: bids.map(({ price, receivedAt }) => [price?.amount ?? null, receivedAt]), codes: (await session.problems()).map(({ severity, code }) => `${severity} ${code}`) };
  };

  it('is asked when its cells do not say, and obeyed once it is said', async () => {
    expect((await readAs(undefined)).codes).toContain('error cell.ambiguousNumber');
    expect((await readAs({ price: { mark: ',', order: null }, receivedAt: { mark: null, order: 'monthFirst' } })).values).toEqual([['1234.00', '2026-03-04'], ['2345.00', '2026-05-06']]);
    expect((await readAs({ price: { mark: '.', order: null } })).values).toEqual([['1.23', '2026-04-03'], ['2.35', '2026-06-05']]);
  });
});

describe('sums against the total of the file', () => {
  const totals = async (rows: readonly (readonly (string | number | null)[])[], decisions: Partial<RowDecisions> = {}): Promise<unknown> =>
    (await readRegister(tableXlsx([['Ofertant', 'Preț'], ...rows]), { decisions })).summary.totals;

  it('are the same when nothing is missing', async () => {
    expect(await totals([['Alfa', '0,10'], ['Beta', '0,20'], ['TOTAL', '0,30']])).toEqual([{ field: 'price', currency: 'RON', accepted: '0.3', all: '0.3', stated: { row: 4, amount: '0.3' } }]);
  });

  it('follow every correction and every row left out', async () => {
    const rows = [['Alfa', 100], ['Beta', 'mult'], ['TOTAL', 300]] as const;
    expect(await totals(rows)).toMatchObject([{ accepted: '100', all: '100', stated: { amount: '300' } }]);
    expect(await totals(rows, { edits: { '3:price': '200' } })).toMatchObject([{ accepted: '300', all: '300' }]);
    expect(await totals(rows, { edits: { '3:price': '200' }, excluded: [2] })).toMatchObject([{ accepted: '200', all: '300' }]);
  });

  it('take the total that fits among several, and none where there is none', async () => {
    expect(await totals([['Alfa', 100], ['Total lot 1', 100], ['Beta', 50], ['Total lot 2', 50], ['TOTAL GENERAL', 150]])).toMatchObject([{ all: '150', stated: { row: 6, amount: '150' } }]);
    expect(await totals([['Alfa', 100]])).toMatchObject([{ stated: null }]);
    expect(await totals([['Alfa', null]])).toEqual([]);
  });
});

describe('the copy to send back', () => {
  const WORDS = { title: 'Registru', notes: 'Ce este de îndreptat', list: 'Probleme', heads: ['Rând', 'Coloană', 'Valoare', 'De ce'], cutMark: '…' } as const;

  it('has every cell in its place, the notes beside them and a list', async () => {
    const bytes = rawXlsx({ sheets: [{ name: 'Oferte', xml: sheetData(t('B2', 'Ofertant') + t('C2', 'Preț'), t('B3', 'Șoimul') + n('C3', '1234.5'), t('B5', '=cmd()') + t('C5', 'mult') + n('D5', 46023, 1)) }] });
    const { session, problems } = await readRegister(bytes);
    const notes = problems.map(({ row, column, severity, value, code }) => ({ row, column, severity, value, text: code }));
    const book = read(await session.markedCopy(notes, WORDS), { cellDates: false });
    expect(book.SheetNames).toEqual(['Oferte', 'Probleme']);
    const sheet = book.Sheets['Oferte'];
    const at = (address: string): unknown => (sheet?.[address] as { readonly v?: unknown } | undefined)?.v;
    expect(['B2', 'C2', 'B3', 'C3', 'B5', 'C5', 'D5', 'E5'].map(at)).toEqual(['Ofertant', 'Preț', 'Șoimul', 1234.5, '=cmd()', 'mult', 46023, 'cell.notANumber']);
    expect(at('E2')).toBe('Ce este de îndreptat');
    expect(utils.sheet_to_json(book.Sheets['Probleme'] ?? {}, { header: 1 })).toEqual([['Rând', 'Coloană', 'Valoare', 'De ce'], [5, 'C', 'mult', 'cell.notANumber']]);
  });
});
