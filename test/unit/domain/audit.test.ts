import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, sealEntry, unsealedEntry, verifyChain } from '../../../src-renderer/domain/audit';
import type { AuditEntry, Change } from '../../../src-renderer/domain/change';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';

const change = (id: string, title: string): Change => ({
  id, projectId: 'p1', label: { code: 'projectRenamed', data: { title } }, at: '2026-05-20T09:00:00.000Z', author: 'Ana Știrbu', deviceId: 'd1',
  patches: [{ path: ['title'], before: 'Before', after: title }],
});

const chainOf = (titles: readonly string[]): AuditEntry[] =>
  titles.reduce<AuditEntry[]>((chain, title, index) => [...chain, sealEntry(change(`c${index}`, title), chain.at(-1) ?? null)], []);

const codes = (entries: readonly AuditEntry[]) => verifyChain(entries).map(({ code }) => code);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const looksLikeEntry = (value: unknown): value is AuditEntry => typeof value === 'object' && value !== null && !Array.isArray(value);

describe('an entry written out in pieces', () => {
  it('is what the canonical form of the whole is, however many patches', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), fc.string({ unit: 'grapheme' }), fc.boolean(), (count, text, isUndo) => {
      const patches = Array.from({ length: count }, (_, index) => ({ path: ['bids', `b${index}`], after: { notes: text, id: `b${index}`, amount: index } }));
      const made: Change = { ...change('c1', text), patches, ...(isUndo ? { undoes: 'c0' } : {}), annex: [] };
      const { pieces, seal } = unsealedEntry(made, { seq: 4, hash: 'f'.repeat(64) });
      const { hash: _hash, annex: _annex, ...entry } = seal('');
      const written = [...pieces()];
      expect(written.join('')).toBe(canonicalJson(entry));
      expect(written).toHaveLength(2 + Math.ceil(count / 250));
    }), { numRuns: 30 });
  });
});

describe('canonical JSON and its digest', () => {
  it('follows the sample of RFC 8785 section 3.2.2 to 3.2.4', () => {
    const sample = parsed(String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`);
    expect(canonicalJson(sample)).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  it('is the FIPS 180-4 SHA-256', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([['half of a surrogate pair', 'a\ud800'], ['not a number', Number.NaN], ['nothing', undefined]])('refuses %s with a problem', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow('data.notCanonical');
  });
});

describe('the audit chain', { timeout: 60_000 }, () => {
  it('begins with zeros and counts from one', () => {
    const [first, second] = chainOf(['One', 'Two']);
    expect(first).toMatchObject({ seq: 1, previousHash: CHAIN_START });
    expect(second).toMatchObject({ seq: 2, previousHash: first?.hash });
  });

  it('is whole as sealed, and after a round trip through JSON', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (titles) => {
      const chain = chainOf(titles);
      expect(verifyChain(chain)).toEqual([]);
      expect(verifyChain(JSON.parse(JSON.stringify(chain)) as AuditEntry[])).toEqual([]);
    }));
  });

  it('shows any changed character of any entry', () => {
    const chain = chainOf(['One', 'Two', 'Three']);
    fc.assert(fc.property(fc.nat(2), fc.nat(), fc.constantFrom('0', '1', 'a', 'x', ' '), (at, offset, replacement) => {
      const text = JSON.stringify(chain[at]);
      const place = offset % text.length;
      const altered = parsed(text.slice(0, place) + replacement + text.slice(place + 1));
      fc.pre(looksLikeEntry(altered) && canonicalJson(altered) !== canonicalJson(chain[at]));
      expect(verifyChain(chain.with(at, altered))).not.toEqual([]);
    }), { numRuns: 3000 });
  });

  it('shows missing, exchanged, doubled and foreign entries', () => {
    const chain = chainOf(['One', 'Two', 'Three']);
    const [one, two, three] = chain as [AuditEntry, AuditEntry, AuditEntry];
    expect(codes([one, three])).toEqual(['audit.gap', 'audit.broken']);
    expect(codes([two, three])).toEqual(['audit.gap', 'audit.broken']);
    expect(codes([one, three, two])).toContain('audit.gap');
    expect(codes([one, one])).toContain('audit.gap');
    expect(codes([one, sealEntry({ ...change('c9', 'Four'), projectId: 'p2' }, one)])).toEqual(['audit.broken']);
  });

  it('shows an entry sealed anew after it was altered', () => {
    const [one, two, three] = chainOf(['One', 'Two', 'Three']) as [AuditEntry, AuditEntry, AuditEntry];
    const forged = sealEntry({ ...change('c1', 'Forged') }, one);
    expect(codes([one, forged, three])).toEqual(['audit.broken']);
    expect(two.hash).not.toBe(forged.hash);
  });
});
