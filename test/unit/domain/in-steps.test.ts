/** Work with stops comes to the same as work without. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, mapInSteps, sortInSteps } from '../../../src-renderer/domain/in-steps';

const numbers = fc.array(fc.record({ key: fc.nat(9), at: fc.nat() }), { maxLength: 2000, size: 'max' });

describe('work in steps', () => {
  it('sorts as toSorted does, equals in their order', () => {
    fc.assert(fc.property(numbers, (items) => {
      const compare = (one: { readonly key: number }, other: { readonly key: number }): number => one.key - other.key;
      expect(finish(sortInSteps(items, compare))).toEqual(items.toSorted(compare));
    }), { numRuns: 30 });
  });

  it('maps as map does, and stops on the way', () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    expect(finish(mapInSteps(items, (item, index) => [item * 2, index]))).toEqual(items.map((item, index) => [item * 2, index]));
    expect([...mapInSteps(items, (item) => item, 300)]).toEqual([300, 600, 900]);
  });
});
