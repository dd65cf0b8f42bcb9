/** Weights with one part of them changed and the others making room in proportion, so that they still sum to 100. */
import { fraction, times, type Fraction } from '../evaluation/fraction';
import type { ContestCriterion } from './contest-criterion';
import type { Part } from './parts';

/** What is left of a hundred. */
const restOf = ({ numerator, denominator }: Fraction): Fraction => fraction(100n * denominator - numerator, denominator);

const over = (left: Fraction, right: Fraction): Fraction => fraction(left.numerator * right.denominator, left.denominator * right.numerator);

/**
 * The weights once the part has `weight` (from 0 to 100), as exact fractions: nothing is rounded before the points are.
 * Within a group the criteria keep their proportions. Null when the other criteria weigh nothing, or those of the group,
 * for then no proportion says how they should share.
 */
export const weightsWith = (criteria: readonly ContestCriterion[], { members, weight: present }: Part, weight: Fraction): Fraction[] | null => {
  const rest = restOf(present);
  if (rest.numerator === 0n) return null;
  const factor = over(restOf(weight), rest);
  const [only, another] = members;
  if (only !== undefined && another === undefined) return criteria.map((criterion, index) => (index === only ? weight : times(criterion.weight, factor)));
  if (present.numerator === 0n) return null;
  const within = over(weight, present);
  return criteria.map((criterion, index) => times(criterion.weight, members.includes(index) ? within : factor));
};
