import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src-renderer/i18n/en';
import { ro } from '../../../src-renderer/i18n/ro';
import { createTranslator, LOCALES, type MessageKey } from '../../../src-renderer/i18n/translator';
import { problemCodeUses } from './problem-codes';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
const SELECT = 5;
const PLURAL = 6;
const LITERAL = 0;
const POUND = 7;

const argumentsOf = (ast: Ast): string[] =>
  ast.flatMap((element) => {
    if (element.type === LITERAL || element.type === POUND || !('value' in element)) return [];
    const inner = element.type === SELECT || element.type === PLURAL ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : [];
    return [element.value, ...inner];
  });

const argumentsIn = (message: string, tag: string): readonly string[] =>
  [...new Set(argumentsOf(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst()))].toSorted();

const isKey = (key: string): key is MessageKey => Object.hasOwn(ro, key);
const keys = Object.keys(ro).filter((key) => isKey(key) && key.startsWith('problem.')) as readonly MessageKey[];
const uses = problemCodeUses();
const codes = [...new Set(uses.map(({ code }) => code))].toSorted();

/** What a message may quote: everything any use of the code gives, and a cell's own text. Null when a spread hides part of it. */
const offered = (code: string): ReadonlySet<string> | null => {
  const ofCode = uses.filter((use) => use.code === code);
  if (ofCode.some((use) => use.isOpen)) return null;
  return new Set([...ofCode.flatMap((use) => use.data ?? []), ...(code.startsWith('cell.') ? ['value'] : []), 'code']);
};

describe('problem messages', () => {
  it('finds the codes of the sources', () => {
    expect(codes.length).toBeGreaterThan(100);
    expect(codes).toEqual(expect.arrayContaining(['file.damaged', 'cell.required', 'store.stale', 'host.noSpace', 'package.truncated', 'bid.duplicate', 'call.noLots', 'audit.hash']));
  });

  it('has a sentence for every code that can be thrown or told', () => {
    expect(codes.filter((code) => !isKey(`problem.${code}`))).toEqual([]);
  });

  it('has no sentence for a code that no longer exists', () => {
    expect(keys.filter((key) => key !== 'problem.unknown' && !codes.includes(key.slice('problem.'.length)))).toEqual([]);
  });

  it('uses only the data its problem carries', () => {
    const strangers = keys.flatMap((key) => {
      const known = offered(key.slice('problem.'.length));
      return argumentsIn(ro[key], 'ro-RO').filter((name) => known?.has(name) === false).map((name) => `${key}: ${name}`);
    });
    expect(strangers).toEqual([]);
  });

  it('says the same things in both languages', () => {
    for (const key of keys) expect(argumentsIn(en[key], 'en-IE'), key).toEqual(argumentsIn(ro[key], 'ro-RO'));
  });

  it.each(LOCALES)('formats every sentence (%s)', (locale) => {
    const { t, tag } = createTranslator(locale);
    const catalogue = locale === 'ro' ? ro : en;
    for (const key of keys) {
      const sentence = t(key, Object.fromEntries(argumentsIn(catalogue[key], tag).map((name) => [name, 3])));
      expect(sentence, key).toMatch(/[.]$/);
      expect(sentence, key).not.toMatch(/[{}]|undefined/);
    }
  });

  it('writes Romanian with comma-below letters, without shouting', () => {
    for (const key of keys) {
      expect(ro[key], key).not.toMatch(/[şţŞŢ!]/);
      expect(en[key], key).not.toMatch(/[!]/);
    }
  });

  it('tells an unknown code with the code itself', () => {
    const { tCode } = createTranslator('ro');
    expect(tCode('problem', 'future.thing', 'problem.unknown', { code: 'future.thing' })).toContain('future.thing');
  });
});
