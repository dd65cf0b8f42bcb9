import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedulesFromRows, withoutSchedules } from '../../../src-renderer/app/rows-to-schedules';
import type { PriceLineRow } from '../../../src-renderer/domain/ports/import-kinds';
import { finish } from '../../../src-renderer/domain/in-steps';
import { lotSchedules } from '../../../src-renderer/domain/price-schedule/lot-schedules';
import { MAX_SCHEDULE_LINES, packSchedule, unpackSchedule } from '../../../src-renderer/domain/price-schedule/packed-schedule';
import type { ScheduleLine } from '../../../src-renderer/domain/price-schedule/schedule-line';
import { ProblemError } from '../../../src-renderer/domain/problem';
import { projectSchema, type ImportRecord, type Project } from '../../../src-renderer/domain/project';
import { matrixRows } from '../../../src-renderer/ui/screens/schedules/matrix-rows';
import { bid, bidder, lot, projectOf } from '../domain/fixtures';

const record = (id: string): ImportRecord => ({
  id, kind: 'price-schedule', fileName: 'preturi.xlsx', sha256: '0'.repeat(64), sheet: 'Foaie1', importedAt: '2026-03-20T08:00:00.000Z',
  rowsRead: 2, rowsAccepted: 2, rowsExcluded: 0, warnings: 0, cellsCorrected: 0,
});
const row = (fields: Partial<PriceLineRow>, at = 4): PriceLineRow => ({
  bidder: null, lot: null, item: '1', description: null, unit: 'buc', quantity: '2', unitPrice: { amount: '3.50', currency: 'RON' }, total: null, source: { sheet: 'Foaie1', row: at }, ...fields,
});
const project = (): Project => projectOf({
  lots: [lot('1'), lot('2', { position: 'a1' })],
  bidders: [bidder('alfa', { name: 'Alfa SRL' }), bidder('beta', { name: 'Beta SA' })],
  bids: [bid('a1', { bidderId: 'alfa' }), bid('a2', { bidderId: 'alfa', lotId: '2' }), bid('b1', { bidderId: 'beta' })],
});
const problemOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return null;
};

describe('rows become schedules', () => {
  it('by bidder and lot, also where these stand only on the first of several rows', () => {
    const taken = schedulesFromRows(project(), [row({ bidder: 'ALFA srl', lot: '1' }), row({ item: '2' }), row({ bidder: 'Beta SA', lot: '1' })], { kind: 'byBidder' }, record('i'));
    expect(projectSchema.parse(taken)).toEqual(taken);
    expect([taken.bids['a1']?.priceSchedule?.lineCount, taken.bids['a2']?.priceSchedule, taken.bids['b1']?.priceSchedule?.lineCount]).toEqual([2, undefined, 1]);
    expect(lotSchedules(taken, '1').comparison.items.map(({ item, cells }) => [item, cells.map(({ line }) => line?.unitPrice ?? null)])).toEqual([['1', ['3.50', '3.50']], ['2', ['3.50', null]]]);
  });

  it('of one bid or of the authority, whatever the rows say', () => {
    const one = schedulesFromRows(project(), [row({ bidder: 'Altcineva' })], { kind: 'bid', bidId: 'b1' }, record('i'));
    expect(one.bids['b1']?.priceSchedule?.lineCount).toBe(1);
    const list = schedulesFromRows(one, [row({ unitPrice: null }), row({ item: '9', unitPrice: null })], { kind: 'lot', lotId: '1' }, record('j'));
    expect(lotSchedules(list, '1')).toMatchObject({ hasPriceList: true, comparison: { totals: [{ missing: 1 }] } });
  });

  it('or nothing at all, with the row named', () => {
    const start = project();
    const refused = (rows: readonly PriceLineRow[]) => problemOf(() => schedulesFromRows(start, rows, { kind: 'byBidder' }, record('i')));
    expect(refused([row({})])).toMatchObject({ code: 'schedule.noBidder', data: { row: 4 } });
    expect(refused([row({ bidder: 'Gama', lot: '1' }, 7)])).toMatchObject({ code: 'schedule.unknownBidder', data: { bidder: 'Gama', lot: '1', row: 7 } });
    expect(refused([row({ bidder: 'Alfa SRL' })])).toMatchObject({ code: 'schedule.unclearBid' });
  });

  it('of a hundred thousand lines, and not one more', () => {
    const lines = (count: number): PriceLineRow[] => Array.from({ length: count }, (_, index) => row({ item: String(index) }, index + 2));
    expect(MAX_SCHEDULE_LINES).toBe(100_000);
    const taken = schedulesFromRows(project(), lines(MAX_SCHEDULE_LINES), { kind: 'bid', bidId: 'a1' }, record('i'));
    // As it stands in a package, checked by the schema and read back line by line.
    const again = projectSchema.parse(JSON.parse(JSON.stringify(taken)));
    const packed = again.bids['a1']?.priceSchedule;
    expect(packed?.lineCount).toBe(MAX_SCHEDULE_LINES);
    expect(packed === undefined ? null : unpackSchedule(packed)?.at(-1)).toMatchObject({ item: '99999', unitPrice: '3.50', row: 100_001 });
    expect(lotSchedules(taken, '1').comparison.items.length).toBe(MAX_SCHEDULE_LINES);
    const refused = problemOf(() => schedulesFromRows(project(), lines(MAX_SCHEDULE_LINES + 1), { kind: 'bid', bidId: 'a1' }, record('i')));
    expect(refused).toMatchObject({ code: 'schedule.tooManyLines', data: { limit: MAX_SCHEDULE_LINES } });
    const tooLong = { ...again.bids['a1'], priceSchedule: { ...packed, lineCount: MAX_SCHEDULE_LINES + 1 } };
    expect(projectSchema.safeParse({ ...again, bids: { ...again.bids, a1: tooLong } }).success).toBe(false);
  });

  it('and are taken out again whole, leaving what other imports brought', () => {
    const start = project();
    const first = schedulesFromRows(start, [row({ bidder: 'Beta SA' })], { kind: 'byBidder' }, record('i'));
    const second = schedulesFromRows(first, [row({})], { kind: 'bid', bidId: 'a1' }, record('j'));
    expect(withoutSchedules(second, 'j')).toEqual({ project: first, removed: 1, kept: 0 });
    expect(withoutSchedules(first, 'i')).toEqual({ project: start, removed: 1, kept: 0 });
  });
});

const text = fc.string({ maxLength: 12, unit: 'grapheme' });
const decimal = fc.option(fc.integer({ min: 0, max: 10 ** 9 }).map((value) => String(value / 100)));
const lineOf: fc.Arbitrary<ScheduleLine> = fc.record({ item: text, description: text, unit: text, quantity: decimal, unitPrice: decimal, total: decimal, row: fc.integer({ min: 1, max: 10 ** 6 }) });

describe('packing', () => {
  it('gives back every line, over several pieces too', () => {
    fc.assert(fc.property(fc.array(lineOf, { maxLength: 30 }), (lines) => {
      expect(unpackSchedule(packSchedule('i', 'RON', lines))).toEqual(lines);
    }));
    const many = Array.from({ length: 2500 }, (_, index): ScheduleLine => ({ item: String(index), description: '', unit: '', quantity: null, unitPrice: '1', total: null, row: index + 1 }));
    const packed = packSchedule('i', 'RON', many);
    expect(Object.keys(packed.pieces)).toEqual(['0', '1', '2']);
    expect(unpackSchedule(packed)).toEqual(many);
  });

  it('refuses pieces that are not what they should be', () => {
    const good = packSchedule('i', 'RON', [{ item: '1', description: '', unit: '', quantity: null, unitPrice: '1', total: null, row: 1 }]);
    for (const piece of ['', '{}', '[1]', '[["1"]]', '[["1","","",null,"NaN",null,1]]', '[["1","","",null,"1",null,"1"]]']) expect(unpackSchedule({ ...good, pieces: { '0': piece } })).toBeNull();
    expect(unpackSchedule({ ...good, lineCount: 2 })).toBeNull();
  });
});

describe('the matrix', () => {
  const bids = (prices: readonly (readonly [item: string, price: string | null])[][]) => prices.reduce<Project>((current, lines, index) => schedulesFromRows(
    current, lines.map(([item, price]) => row({ item, quantity: '2', unitPrice: price === null ? null : { amount: price, currency: 'RON' } })), { kind: 'bid', bidId: ['a1', 'b1'][index] ?? '' }, record(`i${index}`),
  ), project());
  const { comparison } = lotSchedules(bids([[['a', '10'], ['b', '1'], ['c', '5']], [['a', '11'], ['b', '2.5'], ['c', null]]]), '1');
  const shown = (filter: Partial<Parameters<typeof matrixRows>[1]>) => finish(matrixRows(comparison, { query: '', sort: 'list', onlyTroubled: false, ...filter })).map(({ item }) => item);

  it('is sorted by list, value and spread, searched and reduced to what wants a look', () => {
    expect(shown({})).toEqual(['a', 'b', 'c']);
    expect(shown({ sort: 'value' })).toEqual(['a', 'c', 'b']);
    expect(shown({ sort: 'spread' })).toEqual(['b', 'a', 'c']);
    expect(shown({ onlyTroubled: true })).toEqual(['c']);
    expect(shown({ query: 'B' })).toEqual(['b']);
  });
});
