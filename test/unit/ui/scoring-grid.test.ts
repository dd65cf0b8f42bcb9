import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { inOrder } from '../../../src-renderer/domain/position';
import { levelTyped, nextWanting, placeAfterKey, scoringGrid, type TypedDigits } from '../../../src-renderer/ui/screens/evaluation/scoring-grid';

const demo = () => {
  let minted = 0;
  return demoProject({ next: () => `id-${String((minted += 1)).padStart(4, '0')}` }, { now: () => '2026-03-02T08:00:00.000Z' });
};

const gridOfLot = (number: string) => {
  const project = demo();
  const lot = inOrder(project.lots).find((each) => each.number === number)!;
  return scoringGrid(project, lot.id, 'ro-RO');
};

describe('the scoring grid', () => {
  it('holds the valid bids of the lot by name and the quality criteria in order', () => {
    const grid = gridOfLot('2');
    expect(grid.rows.every(({ bid }) => bid.status === 'valid')).toBe(true);
    expect(grid.rows.map(({ bidder }) => bidder)).toEqual(grid.rows.map(({ bidder }) => bidder).toSorted(new Intl.Collator('ro-RO').compare));
    expect(grid.columns.every(({ type }) => type === 'quality')).toBe(true);
    expect(grid.asked).toBe(grid.rows.length * grid.columns.length);
  });

  it('finds the only missing score from anywhere, and none where all are given', () => {
    const grid = gridOfLot('2');
    expect(grid.asked - grid.given).toBe(1);
    const missing = nextWanting(grid, null, 'score');
    expect(missing).not.toBeNull();
    expect(nextWanting(grid, missing, 'score')).toEqual(missing);
    expect(nextWanting(grid, { row: grid.rows.length - 1, column: grid.columns.length - 1 }, 'score')).toEqual(missing);
    expect(nextWanting(gridOfLot('1'), null, 'score')).toBeNull();
  });

  it('never leaves its bounds, whatever keys are pressed', () => {
    const grid = gridOfLot('1');
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(fc.property(fc.array(fc.tuple(keys, fc.boolean())), (pressed) => {
      let place = { row: 0, column: 0 };
      for (const [key, control] of pressed) place = placeAfterKey(key, control, place, grid, 10) ?? place;
      expect(grid.rows[place.row]).toBeDefined();
      expect(grid.columns[place.column]).toBeDefined();
    }));
  });

  it('leaves other keys alone', () => {
    expect(placeAfterKey('a', false, { row: 0, column: 0 }, gridOfLot('1'), 10)).toBeNull();
  });
});

describe('typed digits', () => {
  const type = (text: string, max: number, gap = 100): TypedDigits | null =>
    text.split('').reduce<TypedDigits | null>((before, digit, index) => levelTyped(digit, before, index * gap, max), null);

  it('make one number while it stays on the scale', () => {
    expect(type('10', 10)?.text).toBe('10');
    expect(type('100', 100)?.text).toBe('100');
  });

  it('start anew after a pause or beyond the scale', () => {
    expect(type('10', 10, 5000)?.text).toBe('0');
    expect(type('34', 5)?.text).toBe('4');
  });

  it('are refused when the digit is no level', () => {
    expect(type('7', 5)).toBeNull();
  });

  it('never make a level outside the scale, nor one with a leading zero', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.stringMatching(/^\d{1,6}$/), (max, digits) => {
      const level = type(digits, max);
      if (level === null) return;
      expect(Number(level.text)).toBeLessThanOrEqual(max);
      expect(level.text).toBe(String(Number(level.text)));
    }));
  });
});
