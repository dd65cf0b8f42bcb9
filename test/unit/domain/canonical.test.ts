/** The fast way to the canonical text is held to the library that writes it by hand. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src-renderer/domain/digest';

const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('__proto__', 'toString', '', '0', '10', '2', '00', '1.5', '4294967295', 'a', 'A', 'ă', 'ș', '€', '\u{1f600}', '\ufb33', 'length'));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(1e21, 1e-7, -0, 5e-324, 333333333.3333333, 4.5, 2e-3),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => {
      const object: Record<string, unknown> = {};
      for (const [name, member] of entries) Object.defineProperty(object, name, { value: member, enumerable: true, configurable: true, writable: true });
      return object;
    })),
}));

/** The text, or that there is none. */
const written = (write: () => string | undefined): string => {
  try {
    return write() ?? 'refused';
  } catch {
    return 'refused';
  }
};

describe('canonical JSON', () => {
  it('is what the library writes, whatever the value and the order of its keys', () => {
    fc.assert(fc.property(value, (any) => {
      expect(written(() => canonicalJson(any))).toBe(written(() => canonicalize(any)));
    }), { numRuns: 2_000 });
  });

  it('leaves absent members out and refuses what JSON cannot carry, as the library does', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle['self'] = cycle;
    for (const any of [{ b: undefined, a: 1 }, [undefined], Number.NaN, { a: Infinity }, '\ud83d', { '\ud83d': 1 }, { a: { toJSON: () => 7 } }, cycle, undefined, 10n, Symbol('s'), () => 1]) {
      expect(written(() => canonicalJson(any))).toBe(written(() => canonicalize(any)));
    }
  });

  it('keeps a member called __proto__ when what is in it has to be reordered', () => {
    for (const text of ['{"__proto__":{"b":1,"a":2}}', '{"a":{"d":1,"c":2},"__proto__":{"b":1,"a":2}}']) {
      const any: unknown = JSON.parse(text);
      expect(canonicalJson(any)).toBe(canonicalize(any));
    }
  });

  it('leaves the value as it was, and gives back the same text for the same content', () => {
    const given = { z: [{ b: 1, a: { d: '2', c: null } }], a: true };
    const before = JSON.stringify(given);
    expect(canonicalJson(given)).toBe('{"a":true,"z":[{"a":{"c":null,"d":"2"},"b":1}]}');
    expect(JSON.stringify(given)).toBe(before);
  });
});
