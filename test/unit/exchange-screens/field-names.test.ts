/** Every field a dry run, a conflict or a difference can name has words in both languages, and so has every code it can hold. */
import { describe, expect, it } from 'vitest';
import { LOCALES, createTranslator } from '../../../src-renderer/i18n/translator';
import { valueText } from '../../../src-renderer/ui/screens/exchange/value-text';
import { demo } from '../export/workbook-fixture';
import { codesOf, fieldPaths, namesIn } from './schema-fields';

const project = demo();
/** Numbers and days are not what is asked here. */
const format = new Proxy({}, { get: () => (value: unknown) => String(value) }) as Parameters<typeof valueText>[4];
const WORDLESS = '\u0001';

describe.each(LOCALES)('in %s', (locale) => {
  const translator = createTranslator(locale);

  it('every field has a name', () => {
    const nameless = fieldPaths().flatMap((path) => namesIn(path).filter((name) => translator.tCode('exchange.field', name, 'exchange.field.other', { name: WORDLESS }) === WORDLESS).map((name) => `${path.join('.')}: ${name}`));
    expect(nameless).toEqual([]);
  });

  it('every code has words', () => {
    // Every word is marked, for some words are written as their codes are.
    const marked = { ...translator, t: (...asked: Parameters<typeof translator.t>) => `«${translator.t(...asked)}»`, tCode: (prefix: string, code: string) => {
      const word = translator.tCode(prefix, code, 'exchange.field.other', { name: WORDLESS });
      return word === WORDLESS ? code : `«${word}»`;
    } };
    const wordless = codesOf().flatMap(({ path, codes }) => codes.filter((code) => valueText(path, code, project, marked, format) === code).map((code) => `${path.join('.')}: ${code}`));
    expect(wordless).toEqual([]);
  });
});
