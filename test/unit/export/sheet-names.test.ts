import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../../src-renderer/spreadsheet/export/sheet-names';

describe('sheet names', () => {
  it('are always ones Excel takes, and all different', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('Loturi', 'LOTURI', '[a]:*?/\\', "'x'", '')), { maxLength: 12 }), (wanted) => {
      const names = sheetNames(wanted);
      expect(names).toHaveLength(wanted.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      }
    }));
  });

  it('stay as they are when they can', () => {
    expect(sheetNames(['Privire de ansamblu', 'Loturi'])).toEqual(['Privire de ansamblu', 'Loturi']);
    expect(sheetNames(['Lot', 'lot', 'a/b'])).toEqual(['Lot', 'lot (2)', 'a b']);
  });
});
