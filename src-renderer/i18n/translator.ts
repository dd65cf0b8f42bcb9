/** Messages in ICU MessageFormat, typed by key, in the language the person chose. */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';
import { ro } from './ro';

/** Every key of the Romanian catalogue; English is checked against it by the compiler. */
export type MessageKey = keyof typeof ro;
export type Catalogue = Readonly<Record<MessageKey, string>>;
export const LOCALES = ['ro', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** `pseudo` exists for tests: it marks every message, so that text that never passed through here stands out. */
export type CatalogueName = Locale | 'pseudo';

export type MessageValues = Readonly<Record<string, string | number | boolean | null>>;

export interface Translator {
  readonly locale: Locale;
  /** BCP 47 tag for `Intl` and the `lang` attribute. */
  readonly tag: string;
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  /**
   * For keys made of a prefix and a code (`problem.` + code). Unknown codes fall back to `fallback`. The values come
   * from stored records, so one that is missing is shown as an ellipsis instead of failing.
   */
  readonly tCode: (prefix: string, code: string, fallback: MessageKey, values?: MessageValues) => string;
}

const TAGS: Readonly<Record<Locale, string>> = { ro: 'ro-RO', en: 'en-IE' };

/** Braces and the apostrophe, which quotes them. A message without them is its own text, and tables ask for thousands. */
const ICU_SYNTAX = /[{}']/;

/** Lengthens and brackets a message outside its ICU arguments: `⟦Sàave pròoject⟧`. */
const pseudo = (message: string): string => `⟦${message}⟧`;

/** Values in which every name exists. */
const forgiving = (values: MessageValues): MessageValues =>
  new Proxy(values, { has: () => true, get: (known, name) => (typeof name === 'string' ? (known[name] ?? '…') : undefined) });

const catalogueOf = (name: CatalogueName): Catalogue => (name === 'en' ? en : ro);

export const createTranslator = (name: CatalogueName): Translator => {
  const locale: Locale = name === 'pseudo' ? 'ro' : name;
  const tag = TAGS[locale];
  const catalogue = catalogueOf(name);
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const t = (key: MessageKey, values: MessageValues = {}): string => {
    const message = catalogue[key];
    if (!ICU_SYNTAX.test(message)) return name === 'pseudo' ? pseudo(message) : message;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    const text = String(format.format(values as Record<string, string | number>));
    return name === 'pseudo' ? pseudo(text) : text;
  };
  const isKey = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
  return {
    locale,
    tag,
    t,
    tCode: (prefix, code, fallback, values = {}) => {
      const key = `${prefix}.${code}`;
      return t(isKey(key) ? key : fallback, forgiving(values));
    },
  };
};
