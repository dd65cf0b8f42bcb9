/**
 * Whether a deviation is minor: worth no more than the rule pack's share of the price, and without effect on the
 * ranking (Norms HG 395/2016 art. 134). The tool reckons both and says so; the other conditions are the commission's.
 */
import { countedPrice, type BidCorrection } from '../bid-correction';
import { utcDate } from '../civil-date';
import { evaluate } from '../evaluation/evaluate';
import { fractionOf } from '../evaluation/fraction';
import type { Bid, Project } from '../project';
import { ruleValue, type RulePack } from '../rule-pack';
import type { DecimalString } from '../values';

export const MINOR_DEVIATION_RULE = 'deviation.minorShareOfPrice';

export interface MinorDeviation {
  /** The most it may be worth, in minor units of the currency, and the per cent that comes from. */
  readonly limit: number;
  readonly share: DecimalString;
  readonly worth: number;
  readonly withinShare: boolean;
  readonly sameRanking: boolean;
}

/** Places of the lot's bids with the correction taken as accepted or as refused. */
const placesWith = (project: Project, rulePack: RulePack, bid: Bid, correction: BidCorrection, accepted: boolean): string => {
  const changed: Bid = { ...bid, status: 'valid', corrections: { ...bid.corrections, [correction.id]: { ...correction, accepted } } };
  const lot = evaluate({ ...project, bids: { ...project.bids, [bid.id]: changed } }, rulePack).lots.find(({ lotId }) => lotId === bid.lotId);
  return (lot?.ranking ?? []).map(({ bidId, rank }) => `${bidId} ${rank ?? ''}`).join(',');
};

/** Null where it cannot be reckoned: without a price, in another currency, or without the rule. */
export const minorDeviation = (project: Project, rulePack: RulePack, bid: Bid, correction: BidCorrection): MinorDeviation | null => {
  const others = Object.fromEntries(Object.entries(bid.corrections ?? {}).filter(([id]) => id !== correction.id));
  const price = countedPrice({ price: bid.price, corrections: others });
  const share = ruleValue(rulePack, MINOR_DEVIATION_RULE, utcDate(project.createdAt));
  const exactShare = share === null ? null : fractionOf(share);
  if (price === null || price.currency !== correction.correctedPrice.currency || share === null || exactShare === null) return null;
  const worth = Math.abs(correction.correctedPrice.amount - price.amount);
  const limit = Number((BigInt(price.amount) * exactShare.numerator) / (100n * exactShare.denominator));
  return {
    limit, share, worth,
    withinShare: worth <= limit,
    sameRanking: placesWith(project, rulePack, bid, correction, true) === placesWith(project, rulePack, bid, correction, false),
  };
};
