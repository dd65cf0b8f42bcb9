/** The weights of a call as a person sees them: their sum, how far it is from 100, and what each axis gets. */
import { decimalOrNull, HUNDRED, plainDecimal, sum, ZERO } from '../../../domain/exact';
import { AXES, type AwardCriterion, type Axis } from '../../../domain/project';
import type { DecimalString } from '../../../domain/values';

export interface Weights {
  readonly sum: DecimalString;
  /** 100 less the sum: positive when some is left to give, negative when too much was given. */
  readonly left: DecimalString;
  readonly state: 'balanced' | 'short' | 'over';
  readonly byAxis: Readonly<Record<Axis, DecimalString>>;
}

export const weightsOf = (criteria: readonly AwardCriterion[]): Weights => {
  const total = (some: readonly AwardCriterion[]) => sum(some.map((criterion) => decimalOrNull(criterion.weight) ?? ZERO));
  const all = total(criteria);
  const left = HUNDRED.minus(all);
  const axisSum = (axis: Axis): DecimalString => plainDecimal(total(criteria.filter((criterion) => criterion.axis === axis)));
  return {
    sum: plainDecimal(all),
    left: plainDecimal(left),
    state: left.isZero() ? 'balanced' : left.isPositive() ? 'short' : 'over',
    byAxis: { [AXES[0]]: axisSum(AXES[0]), [AXES[1]]: axisSum(AXES[1]) },
  };
};
