/** Which of some names a heading or a cell means: the criteria, evaluators or bidders of a project. */
import { foldText } from '../../domain/fold-text';
import { editDistance } from './edit-distance';
import { sameWord } from './recognise-heading';

/** `1.`, `C1.`, `b)` before a name; `(max. 5 puncte)`, `[0-10]`, `- pondere 40%` behind it. */
const NUMBERING = /^(?:(?:criteriul|criterion)\s+)?(?:\p{L}{0,2}\d{1,2}(?:\.\d{1,2})*|\p{L}(?=[).]))\s*[-–—.:)]+\s*(?=\p{L})/iu;
const REMARK = /\s*(?:[([][^)\]]*[)\]]|[-–—,:]?\s*(?:max(?:im|imum)?\b\.?|pondere|weight|punctaj maxim)[^\p{L}]*\d.*)\s*$/iu;

/** The name in a heading, without its number and what is said of its scale. */
export const nameIn = (text: string): string => {
  const bare = text.replace(/\s+/g, ' ').trim().replace(NUMBERING, '');
  return bare.replace(REMARK, '').replace(REMARK, '').trim();
};

const wordsOf = (text: string): readonly string[] => foldText(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

const SAME = 1;
const SAME_WORDS = 0.95;
/** Whoever is only like a name may be somebody else, so from here down the person is asked to look. */
const MISSPELT = 0.78;
const PART = 0.75;
/** Shorter words are found in too many names. */
const SHORTEST_PART = 4;

type Likeness = (one: string, other: string) => boolean;
const toTheLetter: Likeness = (one, other) => one === other;
const includesAll = (words: readonly string[], part: readonly string[], isSame: Likeness): boolean => part.every((word) => words.some((each) => isSame(each, word)));
const areSame = (one: readonly string[], other: readonly string[], isSame: Likeness): boolean => one.length === other.length && includesAll(one, other, isSame) && includesAll(other, one, isSame);

/** `A. Pop` beside `Ana Pop`. */
const isInitialled = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === long.length && short.length > 1 && short.every((word, index) => word === long[index] || (word.length === 1 && long[index]?.startsWith(word) === true))
  && short.some((word, index) => word === long[index] && word.length > 1);

const likeness = (written: string, name: string): number => {
  const [left, right] = [foldText(written), foldText(name)];
  if (left === right) return SAME;
  const [own, known] = [wordsOf(written), wordsOf(name)];
  if (own.length === 0 || known.length === 0) return 0;
  if (areSame(own, known, toTheLetter)) return SAME_WORDS;
  const slack = right.length >= 10 ? 2 : right.length >= 5 ? 1 : 0;
  if (areSame(own, known, sameWord) || editDistance(left, right, slack) <= slack) return MISSPELT;
  const [short, long] = own.length < known.length ? [own, known] : [known, own];
  const isPart = includesAll(long, short, sameWord) && short.some((word) => word.length >= SHORTEST_PART);
  return isPart || isInitialled(own, known) || isInitialled(known, own) ? PART : 0;
};

export interface MeantName {
  readonly name: string;
  /** 1 for a name written out, less for one that is only like it. */
  readonly confidence: number;
}

/** The name meant; null where none is, or two as much. */
export const meantName = (written: string, names: readonly string[]): MeantName | null => {
  const text = nameIn(written);
  const sides = names.map((name) => ({ name, confidence: Math.max(likeness(written, name), text === '' ? 0 : likeness(text, nameIn(name))) })).toSorted((left, right) => right.confidence - left.confidence);
  const [best, second] = sides;
  return best === undefined || best.confidence === 0 || best.confidence === second?.confidence ? null : best;
};
