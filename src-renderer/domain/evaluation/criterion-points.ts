/** Points as they leave a criterion: exact inside, rounded once on the way out. */
import type { DecimalString } from '../values';
import { cutText, fractionOf, hundredthsText, toHundredths, type Fraction } from './fraction';
import type { CriterionPoints, Explanation, MissingReason } from './result';

/** A criterion's points for one bid, with the hundredths that totals are added up from. */
export interface Marked {
  readonly points: CriterionPoints;
  /** Null when something is missing. */
  readonly hundredths: number | null;
}

/** Rounds half up to two decimals. This is the only place of an evaluation that rounds. */
export const marked = (criterionId: string, exact: Fraction, explanation: Explanation): Marked => {
  const hundredths = toHundredths(exact);
  return { hundredths, points: { criterionId, points: hundredthsText(hundredths), exact: cutText(exact, 2), explanation } };
};

export const unmarked = (criterionId: string, weight: DecimalString, reasons: readonly MissingReason[]): Marked => ({
  hundredths: null,
  points: { criterionId, points: null, exact: null, explanation: { rule: 'missing', weight, reasons } },
});

/** A criterion's weight, when it is a share of a whole: from 0 to 100 per cent. */
export const usableWeight = (weight: DecimalString): Fraction | null => {
  const value = fractionOf(weight);
  return value !== null && value.numerator <= 100n * value.denominator ? value : null;
};
