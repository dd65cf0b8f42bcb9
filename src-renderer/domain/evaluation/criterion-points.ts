/** Points as they leave a criterion: exact inside, rounded once on the way out. */
import type { DecimalString } from '../values';
import { cutText, hundredthsText, times, toHundredths, type Fraction } from './fraction';
import type { CriterionPoints, Explanation, MissingReason } from './result';

/** A criterion's points for one bid, with the hundredths that totals are added up from. */
export interface Marked {
  readonly points: CriterionPoints;
  /** Null when something is missing. */
  readonly hundredths: number | null;
  /** Of the criterion's weight, from 0 to 1, before any rounding; null when something is missing. */
  readonly share: Fraction | null;
}

/** Rounds half up to two decimals. This is the only place of an evaluation that rounds. */
export const marked = (criterionId: string, weight: Fraction, share: Fraction, explanation: Explanation): Marked => {
  const exact = times(weight, share);
  const hundredths = toHundredths(exact);
  return { hundredths, share, points: { criterionId, points: hundredthsText(hundredths), exact: cutText(exact, 2), explanation } };
};

export const unmarked = (criterionId: string, weight: DecimalString, reasons: readonly MissingReason[]): Marked => ({
  hundredths: null,
  share: null,
  points: { criterionId, points: null, exact: null, explanation: { rule: 'missing', weight, reasons } },
});
