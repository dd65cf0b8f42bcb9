/** What one row of texts right above another is to it: one judgement for finding tables and for joining their headings. */
import { foldText } from '../../domain/fold-text';
import { readHeading } from './heading';
import { isKnownHeading } from './known-heading';
import { isClosingLine } from './special-row';

/** Column → text. */
export type RowTexts = ReadonlyMap<number, string>;

/** A row with so many headings known by heart is no row of values. */
export const KNOWN_HEADINGS = 2;

/** A heading may end in a number, `Etapa 1`; a value begins with one, or is an address. A label before a value ends in a colon. */
const couldBeHeading = (text: string): boolean => /^\p{L}/u.test(text) && !/@|:$/.test(text);

/** `(lei, fără TVA)`, `zile`, `[buc]`: it says how the heading above is counted. */
export const isQualifier = (text: string): boolean => {
  const { bare, currency, vatIncluded, unit } = readHeading(text);
  return /^[([].*[)\]]$/u.test(text) || (bare === '' && (currency !== null || vatIncluded !== null || unit !== null));
};

const countKnown = (texts: RowTexts): number => [...texts.values()].filter(isKnownHeading).length;

/** Headings known by heart, and no value among them. */
export const areKnown = (texts: RowTexts): boolean => [...texts.values()].every((text) => !/\d/.test(text)) && countKnown(texts) >= KNOWN_HEADINGS;

/** Different words in every cell, none of them a value, a total or a signature. */
export const areWords = (texts: RowTexts): boolean => {
  const written = [...texts.values()];
  return written.every(couldBeHeading) && new Set(written.map(foldText)).size === written.length && !isClosingLine(written[0] ?? '');
};

const lacks = (one: RowTexts, other: RowTexts): boolean => [...other.keys()].some((column) => !one.has(column));

/** Headings that nobody merged: the lower row names columns the upper one leaves open, and one of them is known or each leaves some to the other. */
const areGroups = (above: RowTexts, below: RowTexts): boolean => {
  const names = [...below.values()];
  const known = names.filter((text) => isKnownHeading(text) || isQualifier(text)).length;
  return lacks(above, below) && known * 2 > names.length && (countKnown(above) >= KNOWN_HEADINGS || (lacks(below, above) && countKnown(below) >= KNOWN_HEADINGS));
};

/**
 * `groups`: the upper row belongs to the headings of the lower one; `words`: the lower one names the columns, and what stands
 * above it may as well be a line of its own; null where neither can be told.
 */
export const standsOver = (above: RowTexts, below: RowTexts): 'groups' | 'words' | null => {
  if (areGroups(above, below)) return 'groups';
  return areWords(above) && areKnown(below) ? 'words' : null;
};
