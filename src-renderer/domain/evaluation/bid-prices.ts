/** The prices of a lot that can be compared, and why the others cannot: without VAT, above zero, in the project's currency. */
import type { Bid, Lot, Project } from '../project';
import type { MissingReason } from './result';

/** Why a bid's price cannot be compared; null when it can (Norms HG 395/2016 art. 141: prices without VAT). */
export const priceObstacle = (bid: Bid, currency: string): MissingReason | null => {
  if (bid.price === null) return 'noPrice';
  if (bid.price.currency !== currency) return 'otherCurrency';
  if (bid.price.amount <= 0) return 'priceNotPositive';
  return bid.vatIncluded === true ? 'priceIncludesVat' : null;
};

/** False only when quality alone decides, as with a fixed budget (Law 98/2016 art. 187 par. 6): then a bid needs no price. */
export const priceCounts = ({ awardCriteria }: Project): boolean => {
  const criteria = Object.values(awardCriteria);
  return criteria.length === 0 || criteria.some(({ type }) => type === 'price');
};

/** A lot's estimated value in minor units, when it can be compared with prices. */
export const usableEstimate = (lot: Lot, currency: string): number | null => {
  const estimate = lot.estimatedValue;
  return estimate !== null && estimate.currency === currency && estimate.amount > 0 ? estimate.amount : null;
};

/** What a lot's prices are measured against. */
export interface PriceField {
  readonly currency: string;
  /** Among the comparable prices of valid bids, in minor units; null when there are none. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly estimate: number | null;
}

export const priceFieldOf = (project: Project, lot: Lot, validBids: readonly Bid[]): PriceField => {
  let lowest: number | null = null;
  let highest: number | null = null;
  for (const bid of validBids) {
    if (bid.price === null || priceObstacle(bid, project.currency) !== null) continue;
    const { amount } = bid.price;
    if (lowest === null || amount < lowest) lowest = amount;
    if (highest === null || amount > highest) highest = amount;
  }
  return { currency: project.currency, lowest, highest, estimate: usableEstimate(lot, project.currency) };
};
