import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assembly, inPieces, isSmall, type Piece } from '../../../src-renderer/domain/in-pieces';

const together = (pieces: Iterable<Piece>): unknown => {
  const assembly = new Assembly();
  // What goes over a line is a copy.
  for (const piece of pieces) assembly.add(structuredClone(piece));
  return assembly.value;
};

const nodes = (value: unknown): number =>
  (typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, member) => sum + nodes(member), 1) : 1);

/** Values with parts heavy enough to be taken apart, at any depth. */
const heavy = fc.jsonValue({ maxDepth: 3 }).chain((part) =>
  fc.record({ times: fc.integer({ min: 0, max: 3000 }), wrap: fc.constantFrom('list', 'record', 'deep') }).map(({ times, wrap }): unknown => {
    const many = Array.from({ length: times }, (_, index): [number, unknown] => [index, part]);
    if (wrap === 'list') return [many, part];
    const record = Object.fromEntries(many.map(([index, member]) => [`k${index}`, member]));
    return wrap === 'record' ? record : { a: { b: [record, { c: many }] }, d: part };
  }));

describe('values in pieces', () => {
  it('come together again as they were, with their members in order', () => {
    fc.assert(fc.property(heavy, (value) => {
      const copy = together(inPieces(value));
      expect(copy).toEqual(value);
      expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
    }), { numRuns: 60, verbose: 1 });
  });

  it('are small, whatever the value', () => {
    fc.assert(fc.property(heavy, (value) => {
      for (const piece of inPieces(value)) expect(nodes(piece)).toBeLessThan(6_100);
    }), { numRuns: 60, verbose: 1 });
  });

  it('are one for a small value', () => {
    const value = { title: 'Iluminat', lots: [1, 2, 3], none: undefined };
    expect(isSmall(value)).toBe(true);
    expect([...inPieces(value)]).toEqual([{ at: [], is: value }]);
    expect(together(inPieces(undefined))).toBeUndefined();
  });

  it('weigh texts by their length', () => {
    const texts = Array.from({ length: 40 }, () => 'x'.repeat(500_000));
    expect([...inPieces(texts)].length).toBeGreaterThan(9);
    expect(together(inPieces(texts))).toEqual(texts);
  });

  it('keep members that are undefined, and own members named __proto__', () => {
    const hostile = JSON.parse(`{"__proto__": {"polluted": [${Array.from({ length: 5000 }, () => '1').join(',')}]}, "b": 1}`) as object;
    const value = { hostile, absent: undefined, more: Array.from({ length: 5000 }, (_, index) => index) };
    const copy = together(inPieces(value)) as typeof value;
    expect(Object.keys(copy)).toEqual(['hostile', 'absent', 'more']);
    expect(Object.getOwnPropertyDescriptor(copy.hostile, '__proto__')?.value).toEqual({ polluted: Array.from({ length: 5000 }, () => 1) });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('leave bytes whole', () => {
    const bytes = new Uint8Array(10_000).fill(7);
    expect([...inPieces({ bytes })]).toHaveLength(1);
  });
});
