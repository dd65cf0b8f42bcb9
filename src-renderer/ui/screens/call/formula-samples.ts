/** Sample prices run through a price formula by the same rules the evaluation applies, to draw and list what it does. */
import { fractionOf, hundredthsText, times, toHundredths } from '../../../domain/evaluation/fraction';
import { lowestProportional, minMaxLinear, relativeLinear, toBudget, type PriceShare } from '../../../domain/evaluation/price-formula';
import type { CostCriterion, PriceCriterion } from '../../../domain/project';
import type { DecimalString, Money } from '../../../domain/values';

export interface FormulaSample {
  readonly price: Money;
  /** Per cent of the estimated value. */
  readonly share: number;
  /** Two decimals, as the evaluation would give. */
  readonly points: DecimalString;
}

/** From the lowest to the highest sample price, per cent of the estimated value. */
const LOWEST = 60;
const HIGHEST = 120;
/** Distance of the listed samples, and of the drawn ones between them. */
const LISTED_STEP = 15;
const DRAWN_STEP = 1;

/** A round value for calls whose lots have none yet, so that the rule can be understood before the numbers are known. */
export const exampleEstimate = (currency: string): Money => ({ amount: 100_000_000, currency });

const priceAt = (estimate: bigint, share: number): bigint => (estimate * BigInt(share)) / 100n;

const shareOf = (criterion: Pick<PriceCriterion, 'formula' | 'fullMarksAt'>, price: bigint, estimate: bigint): PriceShare | null => {
  const lowest = priceAt(estimate, LOWEST);
  switch (criterion.formula) {
    case 'lowestProportional': return lowestProportional(price, lowest);
    case 'relativeLinear': return relativeLinear(price, lowest);
    case 'minMaxLinear': return minMaxLinear(price, lowest, priceAt(estimate, HIGHEST));
    case 'toBudget': {
      const fullMarksAt = criterion.fullMarksAt === null ? null : fractionOf(criterion.fullMarksAt);
      if (fullMarksAt === null || fullMarksAt.numerator >= 100n * fullMarksAt.denominator) return null;
      return toBudget(price, estimate, fullMarksAt);
    }
  }
};

const samplesEvery = (step: number, criterion: PriceCriterion | CostCriterion, estimate: Money): readonly FormulaSample[] | null => {
  const weight = fractionOf(criterion.weight);
  const budget = BigInt(estimate.amount);
  if (weight === null || weight.numerator === 0n || budget < 100n) return null;
  const samples: FormulaSample[] = [];
  for (let share = LOWEST; share <= HIGHEST; share += step) {
    const price = priceAt(budget, share);
    const part = shareOf(criterion, price, budget);
    if (part === null) return null;
    samples.push({ price: { amount: Number(price), currency: estimate.currency }, share, points: hundredthsText(toHundredths(times(weight, part.share))) });
  }
  return samples;
};

/** What the criterion gives between 60 % and 120 % of `estimate`; null while its full-marks price or weight is not usable. */
export const formulaSamples = (criterion: PriceCriterion | CostCriterion, estimate: Money) => {
  const listed = samplesEvery(LISTED_STEP, criterion, estimate);
  const drawn = samplesEvery(DRAWN_STEP, criterion, estimate);
  return listed === null || drawn === null ? null : { listed, drawn };
};
