/** Decides which line above a table is which field of all its rows. */
import { placeName } from '../../domain/column-letter';
import type { ImportField, ImportKind } from '../../domain/ports/import-kinds';
import type { ColumnGuess } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { KINDS } from './kinds';
import type { LineAbove } from './lines-above';
import { recognise } from './recognise-heading';

/** Surer than a column: a line stands for every row, and headings without words of their own are no proof. */
const THRESHOLD = 0.8;
const LONGEST_SAMPLE = 80;
const SHOWN_SAMPLES = 3;

interface Claim {
  readonly line: LineAbove;
  readonly field: ImportField | null;
  readonly confidence: number;
}

/** Only what may hold for several rows, as a merged cell does: a bidder, a lot, a currency; never a price. */
const claimOf = (kind: ImportKind, line: LineAbove): Claim[] => {
  const { fields, named } = KINDS[kind];
  const likelihoods = recognise(kind, { text: line.label, upper: '', lower: '' });
  const [best] = named
    .flatMap((field) => (fields[field]?.fillsDown === true && (likelihoods[field] ?? 0) > 0 ? [{ field, confidence: likelihoods[field] ?? 0 }] : []))
    .toSorted((left, right) => right.confidence - left.confidence);
  if (best === undefined) return [];
  const suits = [line, ...line.below].every(({ cell }) => fields[best.field]?.value.suits(cell) === true);
  const fits = best.confidence >= THRESHOLD && suits && line.isEverywhere;
  return [{ line, field: fits ? best.field : null, confidence: best.confidence }];
};

/** The choice made before at this place; where the form has moved, the field it was used for then. */
const chosenBefore = ({ line, field }: Claim, known: ReadonlyMap<number, ImportField>, places: ReadonlySet<number>): ImportField | null => {
  const before = known.get(line.index);
  if (before !== undefined) return field === null || field === before ? before : null;
  return field !== null && [...known].some(([index, each]) => each === field && !places.has(index)) ? field : null;
};

/**
 * The lines whose words are known, each with its field; null where the words leave it open, two lines claim the same, a
 * column of the table says it row by row, or only some of the tables read on as one have it. `known`: the remembered mapping, null without one.
 */
export const matchLines = (kind: ImportKind, lines: readonly LineAbove[], columns: readonly ColumnGuess[], known: ReadonlyMap<number, ImportField> | null): ColumnGuess[] => {
  const claims = lines.flatMap((line) => claimOf(kind, line));
  const ofColumns = new Set(columns.map(({ field }) => field));
  const places = new Set(lines.map(({ index }) => index));
  const wanted = claims.map((claim) => (known === null ? claim.field : chosenBefore(claim, known, places)));
  return claims.map(({ line, confidence }, place) => {
    const field = wanted[place] ?? null;
    const isOpen = field === null || ofColumns.has(field) || wanted.filter((other) => other === field).length > 1;
    return {
      index: line.index, letter: placeName(line.index), header: line.label, field: isOpen ? null : field,
      samples: [line, ...line.below].slice(0, SHOWN_SAMPLES).map(({ cell }) => cellText(cell).slice(0, LONGEST_SAMPLE)), confidence, remembered: known?.has(line.index) === true, hidden: false,
    };
  });
};
