/** The prices of a lot that can be compared, and why the others cannot: without VAT, above zero, in the project's currency. */
import { countedPrice } from '../bid-correction';
import { scoredCriteria } from '../criteria-tree';
import type { Bid, Lot, Project } from '../project';
import { rankingRuleOf } from './counted-criteria';
import type { MissingReason } from './result';

/** True once an accepted correction says the price without VAT (Norms HG 395/2016 art. 134). */
const isCorrected = (bid: Bid): boolean => countedPrice(bid) !== bid.price;

/** Why a bid's price cannot be compared; null when it can (Norms HG 395/2016 art. 141: prices without VAT). */
export const priceObstacle = (bid: Bid, currency: string): MissingReason | null => {
  const price = countedPrice(bid);
  if (price === null) return 'noPrice';
  if (price.currency !== currency) return 'otherCurrency';
  if (price.amount <= 0) return 'priceNotPositive';
  return bid.vatIncluded === true && !isCorrected(bid) ? 'priceIncludesVat' : null;
};

/** False only when quality alone decides, as with a fixed budget (Law 98/2016 art. 187 par. 6): then a bid needs no price. */
export const priceCounts = (project: Pick<Project, 'awardCriteria' | 'callRules'>): boolean => {
  const criteria = scoredCriteria(project.awardCriteria);
  return criteria.length === 0 || rankingRuleOf(project) !== 'weightedPoints'
    || criteria.some((criterion) => criterion.type === 'price' || (criterion.type === 'cost' && criterion.includesPrice));
};

/** A lot's estimated value in minor units, when it can be compared with prices. */
export const usableEstimate = (lot: Lot, currency: string): number | null => {
  const estimate = lot.estimatedValue;
  return estimate !== null && estimate.currency === currency && estimate.amount > 0 ? estimate.amount : null;
};

/** What a lot's prices are measured against. */
export interface PriceField {
  readonly currency: string;
  /** Among the comparable prices of the compared bids, in minor units; null when there are none. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly estimate: number | null;
}

export const priceFieldOf = (project: Project, lot: Lot, compared: readonly Bid[]): PriceField => {
  let lowest: number | null = null;
  let highest: number | null = null;
  for (const bid of compared) {
    const price = countedPrice(bid);
    if (price === null || priceObstacle(bid, project.currency) !== null) continue;
    const { amount } = price;
    if (lowest === null || amount < lowest) lowest = amount;
    if (highest === null || amount > highest) highest = amount;
  }
  return { currency: project.currency, lowest, highest, estimate: usableEstimate(lot, project.currency) };
};
