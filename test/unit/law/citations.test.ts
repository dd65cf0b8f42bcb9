/** Every article that a sentence or a constant names is in the register, in both languages the same. */
import { describe, expect, it } from 'vitest';
import grounds from '../../../assets/rules/ro-grounds.json' with { type: 'json' };
import holidays from '../../../assets/rules/ro-holidays.json' with { type: 'json' };
import procedures from '../../../assets/rules/ro-procedures.json' with { type: 'json' };
import { citationsIn, englishReference, romanianReference } from '../../../src-renderer/domain/law/citation';
import { LEGAL_REGISTER, legalBasis } from '../../../src-renderer/domain/law/register';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { en } from '../../../src-renderer/i18n/en';
import { ro } from '../../../src-renderer/i18n/ro';
import type { MessageKey } from '../../../src-renderer/i18n/translator';

const keys = Object.keys(ro) as MessageKey[];
const cited = (text: string): readonly string[] => citationsIn(text).map(romanianReference);
const known = new Set(LEGAL_REGISTER.articles.map(({ reference }) => reference));

/** What still looks like an article once those that were read are taken out. */
const unread = (text: string): boolean => {
  const rest = citationsIn(text).toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return /\b(?:art|alin|lit)\. ?[\d(a-z]/.test(rest);
};

const CONSTANTS = [...RO_2026.rules, ...grounds.rejection, ...grounds.cancellation, ...grounds.secondPlace, ...procedures.grounds, ...holidays.holidays];

describe('a citation', () => {
  it.each([
    ['Legea 98/2016 art. 187 alin. (3¹)', ['Legea 98/2016 art. 187 alin. (3¹)']],
    ['(HG 395/2016, art. 131 alin. (4)).', ['HG 395/2016 art. 131 alin. (4)']],
    ['Law 98/2016 art. 7, 9(2), 11(2); Government Decision 395/2016 art. 16.', ['Legea 98/2016 art. 7', 'Legea 98/2016 art. 9 alin. (2)', 'Legea 98/2016 art. 11 alin. (2)', 'HG 395/2016 art. 16']],
    ['Legea 98/2016 art. 3 alin. (1) lit. ddd) și alin. (2)', ['Legea 98/2016 art. 3 alin. (1) lit. ddd)', 'Legea 98/2016 art. 3 alin. (2)']],
    ['Romanian Law 98/2016, art. 187 par. 6', ['Legea 98/2016 art. 187 alin. (6)']],
    ['art. 70 alin. (1) lit. c)-d) din Legea 98/2016', []],
    ['Legea 98/2016 se aplică din 2016, iar 58 de oferte', []],
  ])('is read out of “%s”', (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });

  it('reads the same from what each language writes of it', () => {
    for (const { reference } of LEGAL_REGISTER.articles) {
      const [citation, more] = citationsIn(reference);
      expect([reference, more]).toEqual([romanianReference(citation!), undefined]);
      expect(cited(englishReference(citation!))).toEqual([reference]);
    }
  });

  it('of a text somebody typed is told as not looked up', () => {
    expect(legalBasis('Vezi Legea 98/2016 art. 999 și HG 395/2016 art. 130. Din nou: HG 395/2016 art. 130.')).toMatchObject([
      { reference: { ro: 'Legea 98/2016 art. 999' }, checkedOn: null, certainty: 'memory' },
      { reference: { en: 'Government Decision 395/2016 art. 130' }, checkedOn: '2026-11-27', certainty: 'verbatim', act: { consolidatedOn: '2026-02-25' } },
    ]);
  });
});

describe('the register', () => {
  it('has every article that a sentence names', () => {
    expect(keys.flatMap((key) => [ro[key], en[key]].flatMap(cited).filter((reference) => !known.has(reference)).map((reference) => `${key}: ${reference}`))).toEqual([]);
  });

  it('can read every article that a sentence names', () => {
    expect(keys.filter((key) => unread(ro[key]) || unread(en[key]))).toEqual([]);
  });

  it('is named the same way in both languages', () => {
    expect(keys.filter((key) => cited(ro[key]).toSorted((left, right) => left.localeCompare(right)).join() !== cited(en[key]).toSorted((left, right) => left.localeCompare(right)).join())).toEqual([]);
  });

  it('has every article a constant rests on, and no constant is surer than its articles', () => {
    const certain = new Map(LEGAL_REGISTER.articles.map(({ reference, certainty }) => [reference, certainty]));
    const wrong = CONSTANTS.filter(({ legalReference, certainty }) => {
      const references = cited(legalReference);
      return unread(legalReference) || references.some((reference) => certain.get(reference) === undefined || (certainty === 'verbatim' && certain.get(reference) === 'memory'));
    });
    expect(wrong.map(({ legalReference }) => legalReference)).toEqual([]);
  });

  it('names each article once, and none that nothing rests on', () => {
    expect(known.size).toBe(LEGAL_REGISTER.articles.length);
    const used = new Set([...keys.flatMap((key) => cited(ro[key])), ...CONSTANTS.flatMap(({ legalReference }) => cited(legalReference))]);
    expect([...known].filter((reference) => !used.has(reference))).toEqual([]);
  });
});
