/** One criterion of a contest: what it weighs, and which share of that each bid earns. */
import type { Fraction } from '../evaluation/fraction';
import type { DecimalString, Id } from '../values';

export interface ContestCriterion {
  readonly criterionId: Id;
  /** Per cent of the total, as the call says it and as a fraction. */
  readonly weightText: DecimalString;
  readonly weight: Fraction;
  /** The different shares of the weight that bids earn, from 0 to 1: far fewer than bids where there are scores. */
  readonly shares: readonly Fraction[];
  /** For each contender, which of `shares` it earns. */
  readonly shareOf: readonly number[];
}
