/**
 * Life-cycle cost, exactly. With the rate r per year and n years, an amount paid at the start counts in full, one paid
 * at the end of each year counts Σ 1/(1+r)ᵗ for t = 1…n, one paid at the end 1/(1+r)ⁿ. All costs of a lot are kept as
 * whole numbers over the same denominator (1+r)ⁿ, so that formulas compare them without ever rounding.
 */
import { countedPrice } from '../bid-correction';
import { ownValue } from '../json-equal';
import type { CostTiming } from '../life-cycle';
import { inOrder } from '../position';
import type { Bid, CostCriterion, Project } from '../project';
import type { DecimalString, Id, Money } from '../values';
import { priceObstacle } from './bid-prices';
import { fractionOf } from './fraction';
import type { MissingReason } from './result';

/** How much one minor unit of each timing counts, in parts of `unit`. */
export interface Discounting {
  /** The denominator that all costs of the criterion share. */
  readonly unit: bigint;
  readonly factors: Readonly<Record<CostTiming, bigint>>;
  readonly rate: DecimalString;
  readonly years: number;
}

/** Null when the call states no rate. */
export const discountingOf = ({ callRules }: Pick<Project, 'callRules'>, { horizonYears: years }: CostCriterion): Discounting | null => {
  const rate = callRules?.discountRate;
  const value = rate === undefined ? null : fractionOf(rate);
  if (rate === undefined || value === null) return null;
  // 1 / (1 + r) = kept / grown.
  const kept = 100n * value.denominator;
  const grown = kept + value.numerator;
  const span = BigInt(years);
  let yearly = 0n;
  for (let year = 1n; year <= span; year += 1n) yearly += kept ** year * grown ** (span - year);
  return { unit: grown ** span, factors: { once: grown ** span, yearly, atEnd: kept ** span }, rate, years };
};

/** One cost of a bid, for its explanation. */
export interface CostPart {
  /** Null for the offered price. */
  readonly itemId: Id | null;
  readonly timing: CostTiming;
  readonly amount: Money;
}

/** A bid's life-cycle cost as a whole number of `unit`ths of a minor unit, or what is missing. */
export type BidCost = { readonly scaled: bigint; readonly parts: readonly CostPart[] } | { readonly missing: readonly MissingReason[] };

export const bidCost = (bid: Bid, criterion: CostCriterion, discounting: Discounting | null, currency: string): BidCost => {
  const missing: MissingReason[] = [];
  const parts: CostPart[] = [];
  if (criterion.includesPrice) {
    const obstacle = priceObstacle(bid, currency);
    const amount = countedPrice(bid);
    if (obstacle !== null) missing.push(obstacle);
    else if (amount !== null) parts.push({ itemId: null, timing: 'once', amount });
  }
  for (const { id, timing } of inOrder(criterion.costItems)) {
    const amount = ownValue(bid.costs ?? {}, id);
    if (amount === undefined || amount.currency !== currency || amount.amount < 0) missing.push('noCost');
    else parts.push({ itemId: id, timing, amount });
  }
  if (discounting === null) missing.push('noDiscountRate');
  const scaled = parts.reduce((sum, { timing, amount }) => sum + BigInt(amount.amount) * (discounting?.factors[timing] ?? 0n), 0n);
  if (missing.length === 0 && scaled <= 0n) missing.push('costNotPositive');
  return missing.length > 0 ? { missing: [...new Set(missing)] } : { scaled, parts };
};

/** A life-cycle cost as money, for display: half up to a whole minor unit. Formulas use the exact cost. */
export const shownMoney = (scaled: bigint, unit: bigint, currency: string): Money => ({ amount: Number((scaled * 2n + unit) / (unit * 2n)), currency });
