import { describe, expect, it } from 'vitest';
import type { RowDecisions, TablePlan } from '../../../src-renderer/domain/ports/sheet-import';
import { bidRegister } from '../../support/bid-register';
import { rawXlsx, tableXlsx, tableXml } from './raw-xlsx';
import { CONTEXT, fields, NO_DECISIONS, openFile, problemOf, readRegister } from './read-register';

const bytes = tableXlsx([
  ['Lot', 'Ofertant', 'Preț'],
  [1, 'Alfa', 100],
  [1, 'Beta', 'la cerere'],
  [1, 'Alfa', 90],
  [2, 'Alfa', '80,00'],
  [null, 'TOTAL', 270],
]);
const context = { lotNumbers: ['1', '2'] };

describe('decisions in the preview', () => {
  it('a typed correction is checked like a cell', async () => {
    const mended = await readRegister(bytes, { context, decisions: { edits: { '3:price': '1.234,56 lei' } } });
    expect(fields(mended, 'bidder', 'price')).toContainEqual(['Beta', '1234.56 RON']);
    const worse = await readRegister(bytes, { context, decisions: { edits: { '3:price': 'mult', '2:lot': '9' } } });
    expect(worse.marks).toEqual(expect.arrayContaining(['C3 error cell.notANumber', 'A2 error cell.unknownLot']));
  });

  it('a typed 1.234 is a thousand, as the person types it, and says so', async () => {
    const { bids, problems } = await readRegister(bytes, { context, decisions: { edits: { '3:price': '1.234' } } });
    expect(bids.find(({ bidder }) => bidder === 'Beta')?.price?.amount).toBe('1234.00');
    expect(problems).toContainEqual(expect.objectContaining({ row: 3, severity: 'info', code: 'cell.interpreted', data: { as: '1234' } }));
  });

  it('an emptied cell is empty, and a bidder cannot be', async () => {
    const { marks } = await readRegister(bytes, { context, decisions: { edits: { '2:bidder': '', '5:price': ' ' } } });
    expect(marks).toEqual(expect.arrayContaining(['B2 error cell.required', 'C5 warning cell.required']));
  });

  it('a field without a column can be typed in', async () => {
    const { bids } = await readRegister(bytes, { context, decisions: { edits: { '2:sme': 'da' } } });
    expect(bids[0]).toMatchObject({ bidder: 'Alfa', sme: true });
  });

  it('rows left out stay out and complain of nothing', async () => {
    const { summary, marks } = await readRegister(bytes, { context, decisions: { excluded: [3] } });
    expect(summary).toMatchObject({ rowsRead: 5, accepted: 2, withErrors: 1, excluded: 2 });
    expect(marks.some((mark) => mark.includes('3 error cell'))).toBe(false);
  });

  it('leaving the first of two out frees the second', async () => {
    const { bids } = await readRegister(bytes, { context, decisions: { excluded: [2] } });
    expect(bids.map(({ source, price }) => [source.row, price?.amount])).toEqual([[4, '90.00'], [5, '80.00']]);
  });

  it('a row the reader left out comes in when the person wants it', async () => {
    const { bids, marks } = await readRegister(bytes, { context, decisions: { included: [4, 6], edits: { '6:lot': '2' } } });
    expect(bids.map(({ source }) => source.row)).toEqual([2, 4, 5, 6]);
    expect(marks).toEqual(expect.arrayContaining([expect.stringContaining('4 warning row.duplicate'), expect.stringContaining('6 warning row.total')]));
  });

  it('hidden rows stay out when the person does not want them, one by one taken in again', async () => {
    const hidden = rawXlsx({ sheets: [{ xml: tableXml([['Ofertant', 'Preț'], ['Alfa', 1], ['Beta', 2], ['Gama', 3]]).replace('<row r="3">', '<row r="3" hidden="1">').replace('<row r="4">', '<row r="4" hidden="1">') }] });
    expect((await readRegister(hidden)).bids).toHaveLength(3);
    const without = await readRegister(hidden, { decisions: { skipsHidden: true, included: [4] } });
    expect(without.bids.map(({ bidder }) => bidder)).toEqual(['Alfa', 'Gama']);
    expect(without.marks).toEqual(['3 warning row.hidden', '4 warning row.hidden']);
    expect(without.summary).toMatchObject({ accepted: 2, excluded: 1 });
  });

  it('the same decisions give the same answer however often they are asked', async () => {
    const { session, guess, summary } = await readRegister(bytes, { context });
    const facts = { ...CONTEXT, ...context };
    await session.check(guess.plan, facts, { edits: { '3:price': '1' }, excluded: [2], included: [4] });
    expect(await session.check(guess.plan, facts, NO_DECISIONS)).toEqual(summary);
  });
});

describe('one fiscal number under several names', () => {
  const shared = tableXlsx([
    ['Lot', 'Ofertant', 'CUI', 'Preț'],
    [1, 'Șoimul SRL', 'RO14399840', 100],
    [2, 'SOIMUL srl', '14399840', 90],
    [2, 'Soimul Construct SRL', '14399840', 80],
    [1, 'Falke GmbH', 'DE14399840', 70],
    [2, 'Falke AG', 'DE14399840', 'la cerere'],
  ]);
  const others = async (options: Parameters<typeof readRegister>[1]): Promise<unknown> =>
    (await readRegister(shared, { context, ...options })).problems.filter(({ code }) => code === 'row.otherName').map(({ row, severity, data }) => [row, severity, data]);

  it('is one bidder, and the other name is told', async () => {
    expect(await others({})).toEqual([[4, 'warning', { row: 2, name: 'Șoimul SRL' }]]);
    expect(await others({ decisions: { edits: { '6:price': '60' } } })).toEqual([[4, 'warning', { row: 2, name: 'Șoimul SRL' }], [6, 'warning', { row: 5, name: 'Falke GmbH' }]]);
  });

  it('is nothing to tell once the name or the number is mended, or the row is left out', async () => {
    const mended: readonly Partial<RowDecisions>[] = [{ edits: { '4:bidder': 'Șoimul  SRL' } }, { edits: { '4:identifier': '2864518' } }, { excluded: [4] }];
    for (const decisions of mended) expect(await others({ decisions })).toEqual([]);
  });
});

describe('pages of the preview', () => {
  const page = (session: Awaited<ReturnType<typeof openFile>>, from: number, to: number, onlyProblems: boolean, errorsFirst: boolean): Promise<unknown> =>
    session.rows(from, to, { onlyProblems, errorsFirst }).then(({ total, rows }) => ({ total, rows: rows.map(({ row, state }) => `${row} ${state}`) }));

  it('puts errors first, then warnings, then rows left out, then the rest', async () => {
    const { session } = await readRegister(bytes, { context });
    expect(await page(session, 0, 10, false, false)).toEqual({ total: 5, rows: ['2 ok', '3 error', '4 error', '5 ok', '6 excluded'] });
    expect(await page(session, 0, 10, false, true)).toEqual({ total: 5, rows: ['3 error', '4 error', '6 excluded', '2 ok', '5 ok'] });
    expect(await page(session, 1, 3, true, true)).toEqual({ total: 3, rows: ['4 error', '6 excluded'] });
    expect(await page(session, 9, 12, true, true)).toEqual({ total: 3, rows: [] });
  });

  it('shows texts as Romanian Excel does, or as corrected', async () => {
    const { session } = await readRegister(bytes, { context, decisions: { edits: { '2:price': '7' } } });
    const { rows } = await session.rows(0, 2, { onlyProblems: false, errorsFirst: false });
    expect(rows.map(({ texts }) => texts)).toEqual([{ lot: '1', bidder: 'Alfa', price: '7' }, { lot: '1', bidder: 'Beta', price: 'la cerere' }]);
  });
});

describe('a check under way', () => {
  const large = bidRegister({ bids: 20_000, format: 'csv' });

  it('tells how far it is, and ends at one', async () => {
    const session = await openFile(large.bytes, large.name);
    const { plan } = await session.guess(0, CONTEXT);
    const fractions: number[] = [];
    await session.check(plan, CONTEXT, NO_DECISIONS, ({ fraction }) => fractions.push(fraction));
    expect(fractions.length).toBeGreaterThan(10);
    expect(fractions).toEqual([...fractions].sort((left, right) => left - right));
    expect(fractions.at(-1)).toBe(1);
  });

  it('stops when the file is closed', async () => {
    const session = await openFile(large.bytes, large.name);
    const { plan } = await session.guess(0, CONTEXT);
    const pending = problemOf(session.check(plan, CONTEXT, NO_DECISIONS));
    setTimeout(() => session.close());
    expect(await pending).toMatchObject({ code: 'file.cancelled' });
  });

  it('is followed by the next one, whose answer counts', async () => {
    const session = await openFile(large.bytes, large.name);
    const { plan } = await session.guess(0, CONTEXT);
    const [first, second] = await Promise.all([session.check(plan, CONTEXT, NO_DECISIONS), session.check(plan, CONTEXT, { ...NO_DECISIONS, excluded: [6] })]);
    expect(second.excluded).toBe(first.excluded + 1);
    expect(await session.accepted('bids')).toHaveLength(second.accepted);
  });
});

describe('mapping', () => {
  it('is remembered by its headings, whatever their spelling', async () => {
    const first = await readRegister(tableXlsx([['Cine', 'Cât', 'Preț'], ['Alfa', 5, 7]]));
    expect(first.guess.plan.columns).toEqual({ 2: 'price' });
    const remembered = { [first.guess.signature]: { 0: 'bidder', 1: 'price' } };
    const again = await readRegister(tableXlsx([['CINE', 'cat', ' preţ'], ['Beta', 6, 8]]), { context: { remembered } });
    expect(again.guess.columns.map(({ field, remembered: known, confidence }) => [field, known, confidence])).toEqual([['bidder', true, 1], ['price', true, 1], [null, true, 1]]);
    expect(fields(again, 'bidder', 'price')).toEqual([['Beta', '6.00 RON']]);
  });

  it('takes nothing from a remembered mapping that names no field', async () => {
    const bytes = tableXlsx([['Cine', 'Cât'], ['Alfa', 5]]);
    const session = await openFile(bytes);
    const guess = await session.guess(0, CONTEXT);
    const again = await session.guess(0, { ...CONTEXT, remembered: { [guess.signature]: { 0: 'bidder', 1: '__proto__', x: 'price', 2: 'bidder' } } });
    expect(again.plan.columns).toEqual({ 0: 'bidder' });
  });

  it('offers other rows as headings, and takes the one the person chose', async () => {
    const bytes = tableXlsx([['Centralizator oferte', 'Preț'], ['Ofertant', 'Preț'], ['Alfa', 1]]);
    const session = await openFile(bytes);
    const found = await session.guess(0, CONTEXT);
    expect(found.plan.headerRow).toBe(2);
    expect(found.headerCandidates.map(({ row }) => row)).toContain(1);
    const chosen = await session.guess(0, CONTEXT, 1);
    expect(chosen).toMatchObject({ plan: { headerRow: 1, columns: { 1: 'price' } } });
  });

  it('refuses plans that do not fit', async () => {
    const session = await openFile(bytes);
    const plans: TablePlan[] = [
      { sheet: 5, headerRow: 1, columns: { 0: 'lot' } },
      { sheet: 0, headerRow: 1, columns: {} },
      { sheet: 0, headerRow: 1, columns: { 0: 'lot', 1: 'lot' } },
      { sheet: 0, headerRow: 1, columns: { 99_999: 'lot' } },
      { sheet: 0, headerRow: 1, columns: { 0: 'toString' as 'lot' } },
      { sheet: 0, headerRow: Number.NaN, columns: { 0: 'lot' } },
    ];
    for (const plan of plans) expect(await problemOf(session.check(plan, CONTEXT, NO_DECISIONS))).toMatchObject({ code: 'file.badMapping' });
  });
});

describe('no project', () => {
  it('takes prices in the currency they are written in', async () => {
    const register = await readRegister(tableXlsx([['Ofertant', 'Preț'], ['Alfa', '5 EUR'], ['Beta', 6]]), { context: { currency: '' } });
    expect(fields(register, 'price')).toEqual([['5.00 EUR'], ['6.00 RON']]);
  });
});

describe('a register as a town hall has it', () => {
  for (const format of ['xlsx', 'csv'] as const) {
    it(`gives every bid of the ${format} file`, async () => {
      const register = bidRegister({ format, bids: 40 });
      const { guess, bids, summary } = await readRegister(register.bytes, { name: register.name, context });
      expect(guess.plan.headerRow).toBe(register.headerRow);
      expect(summary).toMatchObject({ accepted: 40, withErrors: 0, withWarnings: 0, excluded: 2 });
      const cedillas = (text: string): string => (format === 'csv' ? text.replace(/[ȘșȚț]/g, (letter) => ({ Ș: 'Ş', ș: 'ş', Ț: 'Ţ', ț: 'ţ' })[letter] ?? letter) : text);
      expect(bids.map((bid) => ({ ...bid, country: null, notes: null, vatIncluded: null, source: bid.source.row }))).toEqual(register.bids.map(({ row, amount, bidder, ...bid }) => ({
        ...bid, bidder: cedillas(bidder), price: { amount, currency: 'RON' }, country: null, notes: null, vatIncluded: null, source: row,
      })));
    });
  }
});
