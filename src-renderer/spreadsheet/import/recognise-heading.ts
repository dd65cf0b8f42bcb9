/** How likely a heading means a field, by its words alone: from 0 to 1, where 1 is a heading we know by heart. */
import { BID_FIELDS, type BidField } from '../../domain/ports/sheet-import';
import { editDistance } from './edit-distance';
import { readHeading, type Heading } from './heading';
import { OTHER_HEADINGS, VOCABULARY } from './vocabulary';

const EXACT = 1;
const MISSPELT = 0.85;
/** A hint alone is not enough; values that agree lift it over the threshold (see `match-columns.ts`). */
const HINT = 0.6;
/** A known name among other words: from here up to EXACT, by how much of the heading it is. */
const WITHIN = 0.6;

const slack = (length: number): number => (length >= 10 ? 2 : length >= 5 ? 1 : 0);

/** Romanian endings: ofertant, ofertantul, ofertantului; at most one slip of the finger in a longer word. */
const sameWord = (heading: string, name: string): boolean => {
  if (heading === name) return true;
  const [short, long] = heading.length < name.length ? [heading, name] : [name, heading];
  if (short.length >= 4 && long.startsWith(short) && long.length - short.length <= 4) return true;
  return short.length >= 6 && editDistance(short, long, 1) <= 1;
};

/** The share of the heading's words that the name covers, in a row; 0 when it does not occur. */
const coverage = (heading: readonly string[], name: readonly string[]): number => {
  for (let start = 0; start + name.length <= heading.length; start += 1) {
    if (name.every((word, index) => sameWord(heading[start + index] ?? '', word))) return name.length / heading.length;
  }
  return 0;
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
  const share = coverage(wordsOf(form), name.words);
  return share === 0 ? 0 : WITHIN + (MISSPELT - WITHIN) * share;
};

const best = (heading: Heading, names: readonly Name[]): number =>
  Math.max(0, ...names.flatMap((name) => [likeness(heading.plain, name), heading.bare === '' ? 0 : likeness(heading.bare, name)]));

const FIELDS = BID_FIELDS.map((field) => ({ field, names: VOCABULARY[field].names.map(nameOf), hints: VOCABULARY[field].hints.map(nameOf) }));
const OTHERS = OTHER_HEADINGS.map(nameOf);

/** A duration in months cannot be told in days, nor can a warranty be read from days. */
const unitFits = (field: BidField, heading: Heading): boolean => {
  if (field === 'durationDays') return heading.unit !== 'months' && heading.unit !== 'years';
  return field !== 'warrantyMonths' || (heading.unit !== 'days' && heading.unit !== 'weeks');
};

export type Likelihoods = Readonly<Partial<Record<BidField, number>>>;

const known = new Map<string, Likelihoods>();
const REMEMBERED_HEADINGS = 2_000;

/** Fields with their likelihood; none when the heading is known to mean something else. */
export const recognise = (text: string): Likelihoods => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = judge(readHeading(text));
  if (known.size >= REMEMBERED_HEADINGS) known.clear();
  known.set(text, found);
  return found;
};

/** A heading has a word in it; amounts, days, codes and addresses do not get as far as the dictionary. */
const hasWord = (text: string): boolean => /\p{L}{2}|\p{L}\.\p{L}/u.test(text) && !text.includes('@');

/** Headings are short; a paragraph above the table is not one. */
const LONGEST_HEADING = 120;

const judge = (heading: Heading): Likelihoods => {
  if (!hasWord(heading.text) || heading.plain.length > LONGEST_HEADING) return {};
  const other = best(heading, OTHERS);
  const likelihoods: Partial<Record<BidField, number>> = {};
  for (const { field, names, hints } of FIELDS) {
    if (!unitFits(field, heading)) continue;
    const byName = best(heading, names);
    const byHint = hints.some((hint) => hint.text === heading.plain || hint.text === heading.bare) ? HINT : best(heading, hints) * 0.5;
    const likelihood = Math.max(byName, byHint);
    // Known as something else at least as well, except where the name is matched to the letter.
    if (likelihood > 0 && (likelihood > other || byName === EXACT)) likelihoods[field] = likelihood;
  }
  return likelihoods;
};
