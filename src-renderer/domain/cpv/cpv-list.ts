/** The CPV codes a person can choose from, ready to be searched. */
import { foldText } from '../fold-text';
import { INNOVATION_CODES } from './innovation-codes';

export interface CpvEntry {
  /** With its check digit, or eight digits where the imported list has none. */
  readonly code: string;
  readonly ro: string;
  /** Empty where the imported list has no such name; never both. */
  readonly en: string;
}

export interface CpvList {
  /** In the order of their codes. */
  readonly entries: readonly CpvEntry[];
  readonly byDigits: ReadonlyMap<string, CpvEntry>;
  /** Both names of each entry, folded, in the same order. */
  readonly folded: readonly string[];
}

/** The eight digits without the check digit. */
export const cpvDigits = (code: string): string => code.slice(0, 8);

const hasCheckDigit = ({ code }: CpvEntry): boolean => code.length > 8;

/** One entry a code; of two, the later gives the names, and the check digit is never lost. */
const merged = (entries: readonly CpvEntry[]): ReadonlyMap<string, CpvEntry> => {
  const byDigits = new Map<string, CpvEntry>();
  for (const entry of entries) {
    const before = byDigits.get(cpvDigits(entry.code));
    byDigits.set(cpvDigits(entry.code), before === undefined ? entry : {
      code: hasCheckDigit(entry) ? entry.code : before.code,
      ro: entry.ro === '' ? before.ro : entry.ro,
      en: entry.en === '' ? before.en : entry.en,
    });
  }
  return byDigits;
};

const OURS: readonly CpvEntry[] = INNOVATION_CODES.map(([code, ro, en]) => ({ code, ro, en }));

/** Our selection, and an imported nomenclature over it. */
export const cpvList = (imported: readonly CpvEntry[] = []): CpvList => {
  const byDigits = merged([...OURS, ...imported]);
  const entries = [...byDigits.values()].toSorted((left, right) => (left.code < right.code ? -1 : 1));
  return { entries, byDigits, folded: entries.map(({ ro, en }) => foldText(`${ro} ${en}`)) };
};

/** What is known without any import. */
export const OWN_CPV_LIST: CpvList = cpvList();

/** In the reader's language, or in the other where there is none; null for a code in no list. */
export const cpvName = (list: CpvList, code: string, locale: 'ro' | 'en'): string | null => {
  const entry = list.byDigits.get(cpvDigits(code));
  if (entry === undefined) return null;
  const [first, second] = locale === 'ro' ? [entry.ro, entry.en] : [entry.en, entry.ro];
  return first === '' ? second : first;
};

/**
 * Entries that begin with the digits typed, or hold every word typed, in either language and without diacritics. Those
 * whose name begins with the first word come first. `total` counts also those beyond the limit.
 */
export const searchCpv = ({ entries, folded }: CpvList, query: string, limit: number): { readonly found: readonly CpvEntry[]; readonly total: number } => {
  const text = foldText(query);
  const digits = text.replaceAll(/[\s.-]/g, '');
  const byCode = digits !== '' && /^\d+$/.test(digits);
  const words = text.split(' ');
  const matches = byCode
    ? entries.filter(({ code }) => code.replace('-', '').startsWith(digits))
    : entries.filter((_, index) => words.every((word) => folded[index]?.includes(word) === true));
  const begins = ({ ro, en }: CpvEntry): boolean => foldText(ro).startsWith(words[0] ?? '') || foldText(en).startsWith(words[0] ?? '');
  const ordered = byCode || text === '' ? matches : [...matches.filter(begins), ...matches.filter((entry) => !begins(entry))];
  return { found: ordered.slice(0, limit), total: matches.length };
};
