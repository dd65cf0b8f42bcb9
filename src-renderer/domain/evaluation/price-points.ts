/** Points of a price or cost criterion. */
import { countedPrice } from '../bid-correction';
import type { Leaf } from '../criteria-tree';
import type { Bid, CostCriterion, PriceCriterion, PriceFormula } from '../project';
import type { Money } from '../values';
import { priceObstacle, type PriceField } from './bid-prices';
import { marked, unmarked, type Marked } from './criterion-points';
import { fractionOf, type Fraction } from './fraction';
import { bidCost, shownMoney, type CostPart, type Discounting } from './life-cycle-cost';
import { lowestProportional, minMaxLinear, relativeLinear, toBudget, type PriceShare } from './price-formula';
import type { CostExplanation, MissingReason } from './result';

/** Marks one bid's price. */
export type PriceMarker = (bid: Bid) => Marked;

/** Per cent of the estimated value from which all points are given, when it is below 100. */
export const usableFullMarks = ({ fullMarksAt }: Pick<PriceCriterion, 'fullMarksAt'>): Fraction | null => {
  const value = fullMarksAt === null ? null : fractionOf(fullMarksAt);
  return value !== null && value.numerator < 100n * value.denominator ? value : null;
};

/** The full-marks price as money, for display: half up to a whole minor unit. The formula itself uses the exact share. */
const fullMarksPrice = (budget: bigint, { numerator, denominator }: Fraction): number =>
  Number((budget * numerator * 2n + 100n * denominator) / (200n * denominator));

/** The amounts of a lot under one criterion, as whole numbers of `unit`ths of a minor unit. */
interface AmountField {
  readonly unit: bigint;
  readonly currency: string;
  readonly lowest: bigint | null;
  readonly highest: bigint | null;
  /** The lot's estimated value in minor units. */
  readonly estimate: number | null;
}

/** What an explanation shows beside the price itself. */
interface Inputs {
  readonly lowest: Money | null;
  readonly highest: Money | null;
  readonly budget: Money | null;
  readonly fullMarksPrice: Money | null;
}

interface Rule {
  readonly share: (amount: bigint) => PriceShare;
  readonly inputs: Inputs;
}

const NO_INPUTS: Inputs = { lowest: null, highest: null, budget: null, fullMarksPrice: null };

/** A rule that depends on the other bids. `lowest` and `highest` are above zero wherever there is an amount to mark. */
const relativeRule = (formula: Exclude<PriceFormula, 'toBudget'>, { unit, currency, ...field }: AmountField): Rule => {
  const [low, high] = [field.lowest ?? 0n, field.highest ?? 0n];
  const inputs: Inputs = { ...NO_INPUTS, lowest: shownMoney(low, unit, currency) };
  switch (formula) {
    case 'lowestProportional':
      return { share: (amount) => lowestProportional(amount, low), inputs };
    case 'relativeLinear':
      return { share: (amount) => relativeLinear(amount, low), inputs };
    case 'minMaxLinear':
      return { share: (amount) => minMaxLinear(amount, low, high), inputs: { ...inputs, highest: shownMoney(high, unit, currency) } };
  }
};

const budgetRule = (estimate: number, fullMarks: Fraction, { unit, currency }: AmountField): Rule => ({
  share: (amount) => toBudget(amount, BigInt(estimate) * unit, fullMarks),
  inputs: { ...NO_INPUTS, budget: { amount: estimate, currency }, fullMarksPrice: { amount: fullMarksPrice(BigInt(estimate), fullMarks), currency } },
});

/** The rule for a lot, or what is missing before any amount of it can be marked. */
const ruleOf = (criterion: PriceCriterion | CostCriterion, field: AmountField): Rule | readonly MissingReason[] => {
  if (criterion.formula !== 'toBudget') return relativeRule(criterion.formula, field);
  const fullMarks = usableFullMarks(criterion);
  if (field.estimate !== null && fullMarks !== null) return budgetRule(field.estimate, fullMarks, field);
  return [...(field.estimate === null ? (['noEstimatedValue'] as const) : []), ...(fullMarks === null ? (['noFullMarks'] as const) : [])];
};

/** A bid's amount under a criterion, or what is missing of it. */
type Amount = { readonly scaled: bigint; readonly shown: Money; readonly cost?: CostExplanation } | { readonly missing: readonly MissingReason[] };

/** Everything that is the same for all bids is worked out once; bids of the same amount share their points. */
const amountMarker = ({ criterion, weight, weightText }: Leaf<PriceCriterion | CostCriterion>, field: AmountField, amountOf: (bid: Bid) => Amount): PriceMarker => {
  const found = ruleOf(criterion, field);
  const rule = 'share' in found ? found : null;
  const missing: readonly MissingReason[] = [...(weight === null ? (['invalidWeight'] as const) : []), ...('share' in found ? [] : found)];
  const shares = new Map<bigint, PriceShare>();
  return (bid) => {
    const amount = amountOf(bid);
    if ('missing' in amount) return unmarked(criterion.id, weightText, [...amount.missing, ...missing]);
    if (weight === null || rule === null) return unmarked(criterion.id, weightText, missing);
    const { scaled, shown, cost } = amount;
    const { share, clamped } = shares.get(scaled) ?? rule.share(scaled);
    if (!shares.has(scaled)) shares.set(scaled, { share, clamped });
    return marked(criterion.id, weight, share, {
      rule: criterion.formula, weight: weightText, price: shown, ...rule.inputs, clamped, ...(cost === undefined ? {} : { cost }),
    });
  };
};

/** Prepares a price criterion for the bids of one lot. */
export const priceMarker = (leaf: Leaf<PriceCriterion>, field: PriceField): PriceMarker => {
  const whole = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount));
  return amountMarker(leaf, { ...field, unit: 1n, lowest: whole(field.lowest), highest: whole(field.highest) }, (bid) => {
    const obstacle = priceObstacle(bid, field.currency);
    const price = countedPrice(bid);
    return obstacle !== null || price === null ? { missing: [obstacle ?? 'noPrice'] } : { scaled: BigInt(price.amount), shown: price };
  });
};

export const costExplanation = ({ rate, years }: Discounting, parts: readonly CostPart[]): CostExplanation => ({ rate, years, parts });

/** Prepares a cost criterion: the formula is the price's, the amount the life-cycle cost. `compared`: the bids that set lowest and highest. */
export const costMarker = (leaf: Leaf<CostCriterion>, { currency, estimate }: PriceField, discounting: Discounting | null, compared: readonly Bid[]): PriceMarker => {
  const { criterion } = leaf;
  const costs = compared.flatMap((bid) => {
    const cost = bidCost(bid, criterion, discounting, currency);
    return 'scaled' in cost ? [cost.scaled] : [];
  });
  const least = (one: bigint | null, other: bigint): bigint => (one === null || other < one ? other : one);
  const most = (one: bigint | null, other: bigint): bigint => (one === null || other > one ? other : one);
  const unit = discounting?.unit ?? 1n;
  const field: AmountField = { unit, currency, lowest: costs.reduce(least, null), highest: costs.reduce(most, null), estimate };
  return amountMarker(leaf, field, (bid) => {
    const cost = bidCost(bid, criterion, discounting, currency);
    if ('missing' in cost || discounting === null) return { missing: 'missing' in cost ? cost.missing : ['noDiscountRate'] };
    return { scaled: cost.scaled, shown: shownMoney(cost.scaled, unit, currency), cost: costExplanation(discounting, cost.parts) };
  });
};
