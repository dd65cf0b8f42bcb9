/** Points of a price criterion. */
import type { Bid, PriceCriterion, PriceFormula } from '../project';
import type { Money } from '../values';
import { priceObstacle, type PriceField } from './bid-prices';
import { marked, unmarked, usableWeight, type Marked } from './criterion-points';
import { fractionOf, times, type Fraction } from './fraction';
import { lowestProportional, minMaxLinear, relativeLinear, toBudget, type PriceShare } from './price-formula';
import type { MissingReason } from './result';

/** Marks one bid's price. */
export type PriceMarker = (bid: Bid) => Marked;

const usableFullMarks = (criterion: PriceCriterion): Fraction | null => {
  const value = criterion.fullMarksAt === null ? null : fractionOf(criterion.fullMarksAt);
  return value !== null && value.numerator < 100n * value.denominator ? value : null;
};

/** The full-marks price as money, for display: half up to a whole minor unit. The formula itself uses the exact share. */
const fullMarksPrice = (budget: bigint, { numerator, denominator }: Fraction): number =>
  Number((budget * numerator * 2n + 100n * denominator) / (200n * denominator));

/** What an explanation shows beside the price itself. */
interface Inputs {
  readonly lowest: Money | null;
  readonly highest: Money | null;
  readonly budget: Money | null;
  readonly fullMarksPrice: Money | null;
}

interface Rule {
  readonly share: (price: bigint) => PriceShare;
  readonly inputs: Inputs;
}

const NO_INPUTS: Inputs = { lowest: null, highest: null, budget: null, fullMarksPrice: null };

/** A rule that depends on the other bids. `lowest` and `highest` are above zero wherever there is a price to mark. */
const relativeRule = (formula: Exclude<PriceFormula, 'toBudget'>, lowest: number, highest: number, currency: string): Rule => {
  const [low, high] = [BigInt(lowest), BigInt(highest)];
  const inputs: Inputs = { ...NO_INPUTS, lowest: { amount: lowest, currency } };
  switch (formula) {
    case 'lowestProportional':
      return { share: (price) => lowestProportional(price, low), inputs };
    case 'relativeLinear':
      return { share: (price) => relativeLinear(price, low), inputs };
    case 'minMaxLinear':
      return { share: (price) => minMaxLinear(price, low, high), inputs: { ...inputs, highest: { amount: highest, currency } } };
  }
};

const budgetRule = (estimate: number, fullMarks: Fraction, currency: string): Rule => {
  const budget = BigInt(estimate);
  return {
    share: (price) => toBudget(price, budget, fullMarks),
    inputs: { ...NO_INPUTS, budget: { amount: estimate, currency }, fullMarksPrice: { amount: fullMarksPrice(budget, fullMarks), currency } },
  };
};

/** The rule for a lot, or what is missing before any price of it can be marked. */
const ruleOf = (criterion: PriceCriterion, field: PriceField): Rule | readonly MissingReason[] => {
  if (criterion.formula !== 'toBudget') return relativeRule(criterion.formula, field.lowest ?? 0, field.highest ?? 0, field.currency);
  const fullMarks = usableFullMarks(criterion);
  if (field.estimate !== null && fullMarks !== null) return budgetRule(field.estimate, fullMarks, field.currency);
  return [...(field.estimate === null ? (['noEstimatedValue'] as const) : []), ...(fullMarks === null ? (['noFullMarks'] as const) : [])];
};

/** Prepares a price criterion for the bids of one lot; everything that is the same for all bids is worked out once. */
export const priceMarker = (criterion: PriceCriterion, field: PriceField): PriceMarker => {
  const weight = usableWeight(criterion.weight);
  const found = ruleOf(criterion, field);
  const rule = 'share' in found ? found : null;
  const missing: readonly MissingReason[] = [...(weight === null ? (['invalidWeight'] as const) : []), ...('share' in found ? [] : found)];
  return (bid) => {
    const obstacle = priceObstacle(bid, field.currency);
    if (bid.price === null || obstacle !== null || weight === null || rule === null) {
      return unmarked(criterion.id, criterion.weight, obstacle === null ? missing : [obstacle, ...missing]);
    }
    const { share, clamped } = rule.share(BigInt(bid.price.amount));
    return marked(criterion.id, times(weight, share), { rule: criterion.formula, weight: criterion.weight, price: bid.price, ...rule.inputs, clamped });
  };
};
