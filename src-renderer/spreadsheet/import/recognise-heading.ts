/** How likely a heading means a field, by its words alone: from 0 to 1, where 1 is a heading we know by heart. */
import type { ImportKind, NamedField } from '../../domain/ports/import-kinds';
import { editDistance } from './edit-distance';
import { readHeading, type Heading } from './heading';
import { KINDS } from './kinds';
import type { ImportKindRule } from './kinds/import-kind';

const EXACT = 1;
const MISSPELT = 0.85;
/** A hint alone is not enough; values that agree lift it over the threshold (see `match-columns.ts`). */
const HINT = 0.6;
/** A known name among other words: from here up to EXACT, by how much of the heading it is. */
const WITHIN = 0.6;
/** Romanian says first what it is, then whose: `CUI operator` is a number, not an operator. */
const HEADS = 0.04;

const slack = (length: number): number => (length >= 10 ? 2 : length >= 5 ? 1 : 0);

/** Romanian endings: ofertant, ofertantul, ofertantului; at most one slip of the finger in a longer word. */
export const sameWord = (heading: string, name: string): boolean => {
  if (heading === name) return true;
  const [short, long] = heading.length < name.length ? [heading, name] : [name, heading];
  if (short.length >= 4 && long.startsWith(short) && long.length - short.length <= 4) return true;
  return short.length >= 6 && editDistance(short, long, 1) <= 1;
};

/** The share of the heading's words that the name covers, in a row, and from which word on; null when it does not occur. */
const coverage = (heading: readonly string[], name: readonly string[]): { readonly share: number; readonly start: number } | null => {
  for (let start = 0; start + name.length <= heading.length; start += 1) {
    if (name.every((word, index) => sameWord(heading[start + index] ?? '', word))) return { share: name.length / heading.length, start };
  }
  return null;
};

const wordsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

interface Name {
  readonly text: string;
  readonly words: readonly string[];
}
const nameOf = (text: string): Name => ({ text, words: wordsOf(text) });

const likeness = (form: string, name: Name): number => {
  if (form === name.text) return EXACT;
  if (editDistance(form, name.text, slack(name.text.length)) <= slack(name.text.length)) return MISSPELT;
  const covered = coverage(wordsOf(form), name.words);
  if (covered === null) return 0;
  return WITHIN + (MISSPELT - WITHIN) * covered.share + (covered.start === 0 ? HEADS : 0);
};

const best = (heading: Heading, names: readonly Name[]): number =>
  Math.max(0, ...names.flatMap((name) => [likeness(heading.plain, name), heading.bare === '' ? 0 : likeness(heading.bare, name)]));

/** The words of one kind of table, and the headings judged by them so far. */
interface Dictionary {
  readonly fields: readonly { readonly field: NamedField; readonly fits: (heading: Heading) => boolean; readonly names: readonly Name[]; readonly hints: readonly Name[] }[];
  readonly others: readonly Name[];
  readonly known: Map<string, Judgement>;
}

/** What a heading may mean. */
interface Judgement {
  readonly likelihoods: Likelihoods;
  /** How likely it is one of the headings that mean nothing to us: an address, a number of registration. */
  readonly other: number;
}
const NOTHING: Judgement = { likelihoods: {}, other: 0 };

const dictionaryOf = ({ fields, named, others }: ImportKindRule): Dictionary => ({
  fields: named.map((field) => {
    const { names = [], hints = [], fits = () => true } = fields[field] ?? {};
    return { field, fits, names: names.map(nameOf), hints: hints.map(nameOf) };
  }),
  others: others.map(nameOf),
  known: new Map(),
});

const dictionaries = new Map<ImportKind, Dictionary>();
const dictionary = (kind: ImportKind): Dictionary => {
  const made = dictionaries.get(kind) ?? dictionaryOf(KINDS[kind]);
  dictionaries.set(kind, made);
  return made;
};

/** A heading as it is written: in one row, or in two that are joined. */
export interface HeadingText {
  /** Both rows: `Ofertă / Preț`. */
  readonly text: string;
  /** Empty where the heading has one row. */
  readonly upper: string;
  readonly lower: string;
}

export type Likelihoods = Readonly<Partial<Record<NamedField, number>>>;

const REMEMBERED_HEADINGS = 2_000;

const judged = (kind: ImportKind, text: string): Judgement => {
  const words = dictionary(kind);
  const { known } = words;
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = judge(readHeading(text), words);
  if (known.size >= REMEMBERED_HEADINGS) known.clear();
  known.set(text, found);
  return found;
};

/** The fields both call likely, each as likely as the surer of the two says. */
const agreed = (one: Likelihoods, other: Likelihoods): Likelihoods =>
  Object.fromEntries(Object.entries(one).flatMap(([field, likelihood]) => {
    const second = other[field as NamedField];
    return second === undefined ? [] : [[field, Math.max(likelihood, second)]];
  }));

/**
 * Fields with their likelihood; none when the heading is known to mean something else. Of two joined headings the
 * lower one decides where its words are known (`CUI` under `Ofertant`); else both together do.
 */
export const recognise = (kind: ImportKind, { text, upper, lower }: HeadingText): Likelihoods => {
  const whole = judged(kind, text).likelihoods;
  if (upper === '' || lower === '') return whole;
  const below = judged(kind, lower);
  if (Math.max(below.other, ...Object.values(below.likelihoods)) >= MISSPELT) return below.likelihoods;
  const above = judged(kind, upper);
  // A title over several headings, `Secțiunea tehnică`, takes nothing from them.
  const isTitle = above.other === 0 && Object.keys(above.likelihoods).length === 0;
  return { ...whole, ...(isTitle ? below.likelihoods : agreed(below.likelihoods, above.likelihoods)) };
};

/** How like a heading is to those that look like a field and are none, `Punctaj total`: from 0 to 1. */
export const likenessToOthers = (kind: ImportKind, { text, lower }: HeadingText): number => Math.max(judged(kind, text).other, lower === '' ? 0 : judged(kind, lower).other);

/** A remark on VAT says which amount it is; only without one is the VAT itself meant (`Valoare fără TVA`, `Valoare TVA`). */
const otherLikeness = (heading: Heading, others: readonly Name[]): number =>
  heading.vatIncluded === null || heading.bare === '' ? best(heading, others) : Math.max(0, ...others.map((name) => (heading.plain === name.text ? EXACT : likeness(heading.bare, name))));

/** A heading has a word in it; amounts, days, codes and addresses do not get as far as the dictionary. */
const hasWord = (text: string): boolean => /\p{L}{2}|\p{L}[./]\p{L}/u.test(text) && !text.includes('@');

/** Headings are short; a paragraph above the table is not one. */
const LONGEST_HEADING = 120;

const judge = (heading: Heading, { fields, others }: Dictionary): Judgement => {
  if (!hasWord(heading.text) || heading.plain.length > LONGEST_HEADING) return NOTHING;
  const other = otherLikeness(heading, others);
  const likelihoods: Partial<Record<NamedField, number>> = {};
  for (const { field, fits, names, hints } of fields) {
    if (!fits(heading)) continue;
    const byName = best(heading, names);
    const byHint = hints.some((hint) => hint.text === heading.plain || hint.text === heading.bare) ? HINT : best(heading, hints) * 0.5;
    const likelihood = Math.max(byName, byHint);
    // Known as something else at least as well, except where the name is matched to the letter.
    if (likelihood > 0 && (likelihood > other || byName === EXACT)) likelihoods[field] = likelihood;
  }
  return { likelihoods, other };
};
