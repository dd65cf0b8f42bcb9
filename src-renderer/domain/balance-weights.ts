/** Making weights sum to exactly 100. */
import { decimalOrNull, HUNDRED, plainDecimal, sum, ZERO, type Exact } from './exact';
import type { DecimalString } from './values';

/** Weights are handed out in hundredths of a per cent. */
const UNITS = HUNDRED.times(HUNDRED);

interface Share {
  readonly index: number;
  readonly whole: Exact;
  readonly remainder: Exact;
}

/** Indexes that get one unit more: the largest remainders, the earlier ones first among equals. */
const roundedUp = (shares: readonly Share[]): ReadonlySet<number> => {
  const left = UNITS.minus(sum(shares.map(({ whole }) => whole))).toNumber();
  const byRemainder = shares.toSorted((one, other) => other.remainder.comparedTo(one.remainder) || one.index - other.index);
  return new Set(byRemainder.slice(0, left).map(({ index }) => index));
};

/**
 * The weights in the same proportions, each with two decimals at most, summing to exactly 100 (largest remainder
 * method, Hamilton). Negative or unreadable weights count as zero; when all are zero the shares are equal.
 */
export const balanceWeights = (weights: readonly DecimalString[]): DecimalString[] => {
  const given = weights.map((weight) => decimalOrNull(weight) ?? ZERO).map((weight) => (weight.isNegative() ? ZERO : weight));
  const total = sum(given);
  const shares = given.map((weight, index): Share => {
    const exact = total.isZero() ? UNITS.dividedBy(given.length) : weight.times(UNITS).dividedBy(total);
    return { index, whole: exact.floor(), remainder: exact.minus(exact.floor()) };
  });
  const up = roundedUp(shares);
  return shares.map(({ index, whole }) => plainDecimal(whole.plus(up.has(index) ? 1 : 0).dividedBy(HUNDRED)));
};
