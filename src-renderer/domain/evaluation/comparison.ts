/**
 * Rules that set an amount against quality instead of giving the price points. Price per quality point: the amount
 * divided by the bid's points. Monetised quality: the amount less what the bid's points are worth, full points being
 * worth a published share of the lot's estimated value. The lowest figure is first under both; both are compared as
 * exact fractions and rounded only to be shown.
 */
import { countedPrice } from '../bid-correction';
import type { Bid, CostCriterion, Project } from '../project';
import type { Money } from '../values';
import { priceObstacle, type PriceField } from './bid-prices';
import { comparedCost, rankingRuleOf } from './counted-criteria';
import { fractionOf, type Fraction } from './fraction';
import { bidCost, discountingOf, shownMoney, type Discounting } from './life-cycle-cost';
import { costExplanation } from './price-points';
import type { Comparison, MissingReason } from './result';

/** The figure that ranks, the lowest first. The denominator is zero for a bid without points, which then comes last. */
export type Standing = Fraction;

export interface Compared {
  readonly comparison: Comparison;
  /** Null when something is missing. */
  readonly standing: Standing | null;
}

/** Lower first. */
export const compareStandings = (left: Standing, right: Standing): number => {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

interface Amount {
  readonly scaled: bigint;
  readonly unit: bigint;
  readonly shown: Pick<Exclude<Comparison, { readonly missing: readonly MissingReason[] }>, 'amount' | 'cost'>;
}

const priceAmount = (bid: Bid, currency: string): Amount | readonly MissingReason[] => {
  const obstacle = priceObstacle(bid, currency);
  const price = countedPrice(bid);
  return obstacle !== null || price === null ? [obstacle ?? 'noPrice'] : { scaled: BigInt(price.amount), unit: 1n, shown: { amount: price } };
};

const costAmount = (bid: Bid, criterion: CostCriterion, discounting: Discounting | null, currency: string): Amount | readonly MissingReason[] => {
  const cost = bidCost(bid, criterion, discounting, currency);
  if ('missing' in cost || discounting === null) return 'missing' in cost ? cost.missing : ['noDiscountRate'];
  const { unit } = discounting;
  return { scaled: cost.scaled, unit, shown: { amount: shownMoney(cost.scaled, unit, currency), cost: costExplanation(discounting, cost.parts) } };
};

/** Half up to a whole minor unit, also below zero (away from zero at the half). */
const shown = (numerator: bigint, denominator: bigint, currency: string): Money => {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (size * 2n + denominator) / (denominator * 2n);
  return { amount: Number(numerator < 0n ? -rounded : rounded), currency };
};

/** Points are in hundredths, so that a whole point is 100 and full quality 10,000. */
const perPoint = ({ scaled, unit, shown: amount }: Amount, hundredths: number, currency: string): Compared => ({
  standing: { numerator: scaled, denominator: BigInt(hundredths) },
  comparison: { rule: 'pricePerQuality', ...amount, figure: hundredths === 0 ? null : shown(scaled * 100n, unit * BigInt(hundredths), currency) },
});

const FULL_QUALITY = 10_000n;

const lessBonus = ({ scaled, unit, shown: amount }: Amount, hundredths: number, worth: Fraction, currency: string): Compared => {
  // Everything over the same denominator; `worth` is in minor units.
  const denominator = worth.denominator * FULL_QUALITY * unit;
  const bonus = worth.numerator * BigInt(hundredths) * unit;
  const numerator = scaled * worth.denominator * FULL_QUALITY - bonus;
  return {
    standing: { numerator, denominator },
    comparison: {
      rule: 'monetisedQuality', ...amount,
      worth: shown(worth.numerator, worth.denominator, currency), bonus: shown(bonus, denominator, currency), figure: shown(numerator, denominator, currency),
    },
  };
};

/** Compares one bid by its quality points in hundredths. */
export type Comparer = (bid: Bid, hundredths: number) => Compared;

/** Null under weighted points. */
export const comparerOf = (project: Project, lotId: string, field: PriceField, sealed: boolean): Comparer | null => {
  const rule = rankingRuleOf(project);
  if (rule === 'weightedPoints') return null;
  const { currency, estimate } = field;
  const cost = comparedCost(project, lotId);
  const discounting = cost === null ? null : discountingOf(project, cost);
  const share = project.callRules?.qualityWorth === undefined ? null : fractionOf(project.callRules.qualityWorth);
  const lacking: MissingReason[] = rule === 'monetisedQuality' ? [...(estimate === null ? ['noEstimatedValue' as const] : []), ...(share === null ? ['noQualityWorth' as const] : [])] : [];
  const worth: Fraction | null = estimate === null || share === null ? null : { numerator: BigInt(estimate) * share.numerator, denominator: share.denominator * 100n };
  const without = (missing: readonly MissingReason[]): Compared => ({ standing: null, comparison: { rule, missing } });
  return (bid, hundredths) => {
    if (sealed) return without(['priceSealed', ...lacking]);
    const amount = cost === null ? priceAmount(bid, currency) : costAmount(bid, cost, discounting, currency);
    if (!('scaled' in amount)) return without([...amount, ...lacking]);
    if (rule === 'pricePerQuality') return perPoint(amount, hundredths, currency);
    return worth === null ? without(lacking) : lessBonus(amount, hundredths, worth, currency);
  };
};

