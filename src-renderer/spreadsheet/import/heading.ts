/** What a column heading says: the words in it, and the unit, currency and VAT it mentions on the side. */
import { foldText } from '../../domain/fold-text';
import { readAround } from './number-text';

export type DurationUnit = 'days' | 'weeks' | 'months' | 'years';

export interface Heading {
  readonly text: string;
  /** Folded words without punctuation: `data si ora depunerii`. */
  readonly plain: string;
  /** The same without units, currencies and remarks on VAT. */
  readonly bare: string;
  readonly currency: string | null;
  readonly vatIncluded: boolean | null;
  readonly unit: DurationUnit | null;
}

const UNITS: readonly (readonly [DurationUnit, RegExp])[] = [
  ['days', /\b(?:zile|zi|days?)\b(?: (?:calendaristice|lucratoare|calendar|working))?/],
  ['weeks', /\b(?:saptamani|saptamana|weeks?)\b/],
  ['months', /\b(?:luni|luna|months?)\b/],
  ['years', /\b(?:ani|an|years?)\b/],
];

/** Words that add nothing: question marks of yes/no columns, units of amounts. */
const NOISE = /\b(?:da nu|yes no|mii|in|exprimat[ae]?)\b/g;

const words = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}€$£%]+/gu, ' ').trim();

/** The unit a text names, as in `Durata (zile)` or `24 luni`. */
export const durationUnit = (text: string): DurationUnit | null => UNITS.find(([, pattern]) => pattern.test(words(text)))?.[0] ?? null;

export const readHeading = (text: string): Heading => {
  const around = readAround(text);
  const unit = durationUnit(text);
  let bare = words(around.rest).replace(NOISE, ' ');
  for (const [, pattern] of UNITS) bare = bare.replace(pattern, ' ');
  return { text, plain: words(text), bare: bare.replace(/\s+/g, ' ').trim(), currency: around.currency, vatIncluded: around.vatIncluded, unit };
};
