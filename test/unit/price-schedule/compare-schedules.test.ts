import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSchedules, isTroubled, type ComparedItem, type LineMark } from '../../../src-renderer/domain/price-schedule/compare-schedules';
import { arithmeticError } from '../../../src-renderer/domain/price-schedule/line-arithmetic';
import type { ScheduleLine } from '../../../src-renderer/domain/price-schedule/schedule-line';

const line = (item: string, fields: Partial<ScheduleLine> = {}): ScheduleLine =>
  ({ item, description: `Articol ${item}`, unit: 'buc', quantity: '10', unitPrice: '5', total: '50', row: 2, ...fields });
const marksOf = (items: readonly ComparedItem[]): Record<string, readonly (readonly LineMark[])[]> =>
  Object.fromEntries(items.map(({ key, cells }) => [key.replace(/^(code|text):/, ''), cells.map(({ marks }) => marks)]));

describe('price schedules side by side', () => {
  it('marks each remarkable line: one row a case', () => {
    const reference = { id: 'lot', lines: ['lowest', 'missing', 'twice', 'noprice', 'sum', 'unit', 'quantity', 'far'].map((item) => line(item)) };
    const alfa = { id: 'alfa', lines: [
      line('LOWEST'), line('twice'), line(' twice '), line('noprice', { unitPrice: null, total: null }), line('sum', { total: '51' }),
      line('unit', { unit: 'set' }), line('quantity', { quantity: '11', total: '55' }), line('far', { unitPrice: '11', total: '110' }),
    ] };
    const beta = { id: 'beta', lines: ['lowest', 'missing', 'twice', 'noprice', 'sum', 'unit', 'quantity', 'far'].map((item) => line(item, { unitPrice: '5.1', total: '51' })) };
    const gama = { id: 'gama', lines: beta.lines.map((each) => (each.item === 'far' ? line('far', { unitPrice: '2', total: '20' }) : each)) };
    const { items, totals } = compareSchedules(reference, [alfa, beta, gama]);
    expect(marksOf(items)).toEqual({
      lowest: [['lowest'], [], []],
      missing: [['missing'], ['lowest'], ['lowest']],
      twice: [['twice', 'lowest'], [], []],
      noprice: [['noPrice'], ['lowest'], ['lowest']],
      sum: [['arithmetic', 'lowest'], [], []],
      unit: [['unit', 'lowest'], [], []],
      quantity: [['quantity', 'lowest'], [], []],
      far: [['farAbove'], [], ['lowest', 'farBelow']],
    });
    expect(totals[0]).toEqual({ bidId: 'alfa', lines: 8, missing: 1, arithmeticErrors: 1, stated: '416.00', computed: '415.00' });
    expect(items.filter((item) => !isTroubled(item)).map(({ item }) => item)).toEqual(['lowest']);
  });

  it('matches by description and unit where there are no codes, and never by likeness', () => {
    const left = { id: 'a', lines: [line('', { description: 'Stâlp  metalic' }), line('', { description: 'Cablu' })] };
    const right = { id: 'b', lines: [line('', { description: 'STALP METALIC' }), line('', { description: 'Cablul' })] };
    expect(compareSchedules(null, [left, right]).items.map(({ description, cells }) => [description, cells.map((cell) => cell.line !== null)]))
      .toEqual([['Stâlp  metalic', [true, true]], ['Cablu', [true, false]], ['Cablul', [false, true]]]);
  });

  it('keeps the order of the buyer\'s list, and appends what only bidders have', () => {
    const reference = { id: 'lot', lines: [line('3'), line('1')] };
    const bids = [{ id: 'a', lines: [line('1'), line('9'), line('3')] }];
    expect(compareSchedules(reference, bids).items.map(({ item }) => item)).toEqual(['3', '1', '9']);
  });

  it('calls nobody lowest who is alone', () => {
    expect(compareSchedules(null, [{ id: 'a', lines: [line('1')] }]).items[0]?.cells[0]?.marks).toEqual([]);
  });
});

const number = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => new Decimal(digits.toString()).div(new Decimal(10).pow(decimals)).toFixed());
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

describe('arithmetic', () => {
  it('agrees with a decimal library on any numbers', () => {
    fc.assert(fc.property(number, number, (quantity, unitPrice) => {
      const expected = new Exact(quantity).times(unitPrice).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
      expect(arithmeticError({ ...line('1'), quantity, unitPrice, total: expected })).toBeNull();
      const wrong = new Exact(expected).plus('0.01').toFixed(2);
      expect(arithmeticError({ ...line('1'), quantity, unitPrice, total: wrong })).toBe(expected);
    }));
  });

  it('finds lowest, median and sums as a decimal library does', () => {
    fc.assert(fc.property(fc.array(number, { minLength: 1, maxLength: 9 }), (prices) => {
      const bids = prices.map((unitPrice, index) => ({ id: String(index), lines: [line('1', { quantity: '1', unitPrice, total: null })] }));
      const { items: [item], totals } = compareSchedules(null, bids);
      const sorted = prices.map((price) => new Exact(price)).toSorted((left, right) => left.comparedTo(right));
      const median = sorted[Math.floor(sorted.length / 2)]!.plus(sorted[Math.floor((sorted.length - 1) / 2)]!).div(2);
      expect(new Exact(item!.lowest!).equals(sorted[0]!)).toBe(true);
      expect(new Exact(item!.median!).equals(median)).toBe(true);
      totals.forEach(({ stated }, index) => expect(stated).toBe(new Exact(prices[index]!).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)));
    }));
  });
});
