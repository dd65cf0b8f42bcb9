/** Which of some names a heading or a cell means: the criteria, evaluators or bidders of a project. */
import { foldText } from '../../domain/fold-text';
import { editDistance } from './edit-distance';

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
const MISSPELT = 0.85;
const PART = 0.8;
/** Shorter words are found in too many names. */
const SHORTEST_PART = 4;

const includesAll = (words: readonly string[], part: readonly string[]): boolean => part.every((word) => words.includes(word));

/** `A. Pop` beside `Ana Pop`. */
const isInitialled = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === long.length && short.length > 1 && short.every((word, index) => word === long[index] || (word.length === 1 && long[index]?.startsWith(word) === true))
  && short.some((word, index) => word === long[index] && word.length > 1);

const likeness = (written: string, name: string): number => {
  const [left, right] = [foldText(written), foldText(name)];
  if (left === right) return SAME;
  const [own, known] = [wordsOf(written), wordsOf(name)];
  if (own.length === 0 || known.length === 0) return 0;
  if (own.length === known.length && includesAll(known, own) && includesAll(own, known)) return SAME_WORDS;
  const slack = right.length >= 10 ? 2 : right.length >= 5 ? 1 : 0;
  if (editDistance(left, right, slack) <= slack) return MISSPELT;
  const [short, long] = own.length < known.length ? [own, known] : [known, own];
  const isPart = includesAll(long, short) && short.some((word) => word.length >= SHORTEST_PART);
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
