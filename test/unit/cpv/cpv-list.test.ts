import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpvCodeSchema } from '../../../src-renderer/domain/cpv/cpv-code';
import { cpvList, cpvName, OWN_CPV_LIST, searchCpv } from '../../../src-renderer/domain/cpv/cpv-list';
import { INNOVATION_CODES } from '../../../src-renderer/domain/cpv/innovation-codes';
import { readTypedCpv } from '../../../src-renderer/domain/cpv/read-typed';

const codesFor = (query: string): readonly string[] => searchCpv(OWN_CPV_LIST, query, 100).found.map(({ code }) => code);

/** Check digits that the weights of the others do not give; read one by one in the nomenclature. */
const EXCEPTIONS = [
  '09323000-9', '09330000-1', '09331000-8', '09331100-9', '09331200-0', '09332000-5', '35125300-2', '72330000-2', '72413000-8', '72416000-9', '72420000-0', '72810000-1',
];
const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7];

describe('our selection of CPV codes', () => {
  it('has well-formed codes, each once, with a name in both languages', () => {
    expect(INNOVATION_CODES.length).toBeGreaterThanOrEqual(120);
    expect(new Set(INNOVATION_CODES.map(([code]) => code)).size).toBe(INNOVATION_CODES.length);
    for (const [code, ro, en] of INNOVATION_CODES) {
      expect(cpvCodeSchema.safeParse(code).success).toBe(true);
      expect([ro, en].every((name) => name.trim() === name && name.length > 5)).toBe(true);
      expect(ro).not.toMatch(/[şţŞŢ]/u);
    }
  });

  it('has no mistyped check digit', () => {
    const odd = INNOVATION_CODES.map(([code]) => code).filter((code) => WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(code[at]), 0) % 10 !== Number(code[9]));
    expect(odd.toSorted()).toEqual(EXCEPTIONS);
  });
});

describe('searching CPV codes', () => {
  it('finds by digits from the beginning, with or without the hyphen', () => {
    expect(codesFor('349285')).toEqual(['34928500-3', '34928510-6', '34928530-2']);
    expect(codesFor('34928500-3')).toEqual(['34928500-3']);
    expect(codesFor('349285003')).toEqual(['34928500-3']);
  });

  it('finds by words of either language, in any order and without diacritics', () => {
    expect(codesFor('stalpi iluminat')).toEqual(['34928510-6']);
    expect(codesFor('LIGHTING street')).toEqual(['34928500-3', '34928510-6']);
    expect(codesFor('poluării apelor')).toEqual(codesFor('apelor poluarii'));
    expect(codesFor('senzori')[0]).toBe('35125100-7');
    expect(codesFor('xyz')).toEqual([]);
  });

  it('puts names that begin with the word first, and counts what it does not offer', () => {
    expect(codesFor('baterii')).toEqual(['31440000-2', '31158100-9']);
    const { found, total } = searchCpv(OWN_CPV_LIST, '', 10);
    expect([found.length, total]).toEqual([10, INNOVATION_CODES.length]);
  });
});

describe('an imported nomenclature', () => {
  it('gives names over ours and never loses a check digit', () => {
    const list = cpvList([{ code: '34928500', ro: 'Alt nume', en: '' }, { code: '03000000-1', ro: '', en: 'Agricultural products' }]);
    expect(list.byDigits.get('34928500')).toEqual({ code: '34928500-3', ro: 'Alt nume', en: 'Street-lighting equipment' });
    expect(cpvName(list, '03000000-1', 'ro')).toBe('Agricultural products');
    expect(list.entries[0]?.code).toBe('03000000-1');
    expect(cpvName(list, '11111111-1', 'ro')).toBeNull();
  });
});

describe('a typed CPV code', () => {
  it('is read with spaces, other dashes or no dash, and completed from the list', () => {
    for (const text of ['34928500-3', ' 34928500 – 3 ', '349285003', '34928500']) expect(readTypedCpv(OWN_CPV_LIST, text)).toEqual({ kind: 'known', code: '34928500-3' });
  });

  it('is refused where the list has another check digit, taken with a doubt where no list has it', () => {
    expect(readTypedCpv(OWN_CPV_LIST, '34928500-4')).toEqual({ kind: 'contradicts', typed: '34928500-4', listed: '34928500-3' });
    expect(readTypedCpv(OWN_CPV_LIST, '03000000-1')).toEqual({ kind: 'unknown', code: '03000000-1' });
    expect(readTypedCpv(OWN_CPV_LIST, '03000000')).toEqual({ kind: 'checkDigitMissing', digits: '03000000' });
    expect(readTypedCpv(cpvList([{ code: '03000000', ro: 'Produse agricole', en: '' }]), '03000000-1')).toEqual({ kind: 'known', code: '03000000-1' });
  });

  it('is a valid code whenever it is taken, whatever was typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{7,10}$/), fc.stringMatching(/^\d{8}-\d$/)), (text) => {
      const typed = readTypedCpv(OWN_CPV_LIST, text);
      if ('code' in typed) expect(cpvCodeSchema.safeParse(typed.code).success).toBe(true);
      else expect(['contradicts', 'checkDigitMissing', 'notACode']).toContain(typed.kind);
    }));
  });
});
