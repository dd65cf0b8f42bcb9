/** Weights with one of them changed and the others making room in proportion, so that they still sum to 100. */
import { fraction, times, type Fraction } from '../evaluation/fraction';
import type { ContestCriterion } from './contest';

/** What is left of a hundred. */
const restOf = ({ numerator, denominator }: Fraction): Fraction => fraction(100n * denominator - numerator, denominator);

/**
 * The weights once criterion `changed` has `weight` (from 0 to 100), as exact fractions: nothing is rounded before the
 * points are. Null when the other criteria weigh nothing, for then no proportion says how they should share.
 */
export const weightsWith = (criteria: readonly ContestCriterion[], changed: number, weight: Fraction): Fraction[] | null => {
  const rest = restOf(criteria[changed]?.weight ?? weight);
  if (rest.numerator === 0n) return null;
  const factor = times(restOf(weight), fraction(rest.denominator, rest.numerator));
  return criteria.map((criterion, index) => (index === changed ? weight : times(criterion.weight, factor)));
};
