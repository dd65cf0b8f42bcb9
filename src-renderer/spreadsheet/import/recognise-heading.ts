/** How likely a heading means a field, by its words alone: from 0 to 1, where 1 is a heading we know by heart. */
import type { ImportField, ImportKind } from '../../domain/ports/import-kinds';
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

/** The words of one kind of table, and the headings judged by them so far. */
interface Dictionary {
  readonly fields: readonly { readonly field: ImportField; readonly fits: (heading: Heading) => boolean; readonly names: readonly Name[]; readonly hints: readonly Name[] }[];
  readonly others: readonly Name[];
  readonly known: Map<string, Likelihoods>;
}

const dictionaryOf = ({ fields, fieldNames, others }: ImportKindRule): Dictionary => ({
  fields: fieldNames.map((field) => {
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

export type Likelihoods = Readonly<Partial<Record<ImportField, number>>>;

const REMEMBERED_HEADINGS = 2_000;

/** Fields with their likelihood; none when the heading is known to mean something else. */
export const recognise = (kind: ImportKind, text: string): Likelihoods => {
  const words = dictionary(kind);
  const { known } = words;
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = judge(readHeading(text), words);
  if (known.size >= REMEMBERED_HEADINGS) known.clear();
  known.set(text, found);
  return found;
};

/** A heading has a word in it; amounts, days, codes and addresses do not get as far as the dictionary. */
const hasWord = (text: string): boolean => /\p{L}{2}|\p{L}\.\p{L}/u.test(text) && !text.includes('@');

/** Headings are short; a paragraph above the table is not one. */
const LONGEST_HEADING = 120;

const judge = (heading: Heading, { fields, others }: Dictionary): Likelihoods => {
  if (!hasWord(heading.text) || heading.plain.length > LONGEST_HEADING) return {};
  const other = best(heading, others);
  const likelihoods: Partial<Record<ImportField, number>> = {};
  for (const { field, fits, names, hints } of fields) {
    if (!fits(heading)) continue;
    const byName = best(heading, names);
    const byHint = hints.some((hint) => hint.text === heading.plain || hint.text === heading.bare) ? HINT : best(heading, hints) * 0.5;
    const likelihood = Math.max(byName, byHint);
    // Known as something else at least as well, except where the name is matched to the letter.
    if (likelihood > 0 && (likelihood > other || byName === EXACT)) likelihoods[field] = likelihood;
  }
  return likelihoods;
};
