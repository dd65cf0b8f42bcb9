/**
 * What the scores still missing may change, as far as it can be said for certain. An incomplete bid can end anywhere
 * between the points it has and those plus the full weight of every criterion still without points. Nothing is said
 * about places when a price is missing: under most formulas one price moves the points of every other bid.
 */
import { decimal, decimalOrNull, sum, ZERO, type Exact } from '../../../domain/exact';
import type { LotResult, RankedBid } from '../../../domain/evaluation/result';
import type { Id } from '../../../domain/values';

export type Outlook =
  /** Nothing is missing. */
  | { readonly kind: 'final' }
  /** First place stays where it is, whatever the missing scores will be. */
  | { readonly kind: 'firstPlaceSafe'; readonly leaders: readonly Id[] }
  /** These incomplete bids could still reach or share first place. */
  | { readonly kind: 'firstPlaceOpen'; readonly challengers: readonly Id[] }
  /** A price is missing or unusable, so every bid's points may still change. */
  | { readonly kind: 'pricesOpen'; readonly bids: readonly Id[] }
  /** No bid is complete yet. */
  | { readonly kind: 'nothingRanked' };

const lacksPrice = (bid: RankedBid): boolean =>
  (bid.comparison !== undefined && 'missing' in bid.comparison)
  || bid.criteria.some(({ explanation }) => explanation.rule === 'missing' && explanation.reasons.some((reason) => reason !== 'noScore' && reason !== 'scoreOutsideScale'));

/** The most this bid can still reach. */
const ceiling = (bid: RankedBid): Exact => sum(bid.criteria.map(({ points, explanation }) => decimalOrNull(points ?? explanation.weight) ?? ZERO));

export const outlookOf = (lot: LotResult): Outlook => {
  const incomplete = lot.ranking.filter((bid) => bid.rank === null && !bid.flags.includes('belowMinimum'));
  if (incomplete.length === 0) return { kind: 'final' };
  const priceless = incomplete.filter(lacksPrice);
  if (priceless.length > 0) return { kind: 'pricesOpen', bids: priceless.map((bid) => bid.bidId) };
  const [leader] = lot.ranking;
  if (leader === undefined || leader.total === null || leader.rank === null) return { kind: 'nothingRanked' };
  const best = decimal(leader.total);
  // Where an amount is set against quality, no points are safe.
  const challengers = leader.comparison !== undefined ? incomplete : incomplete.filter((bid) => ceiling(bid).greaterThanOrEqualTo(best));
  return challengers.length === 0
    ? { kind: 'firstPlaceSafe', leaders: lot.ranking.filter((bid) => bid.rank === 1).map((bid) => bid.bidId) }
    : { kind: 'firstPlaceOpen', challengers: challengers.map((bid) => bid.bidId) };
};

/** A rank that several bids share. */
export interface Tie {
  readonly rank: number;
  readonly bidIds: readonly Id[];
}

/** Every tie, best rank first. */
export const tiesOf = (lot: LotResult): readonly Tie[] => {
  const byRank = new Map<number, Id[]>();
  for (const { rank, bidId } of lot.ranking) {
    if (rank !== null) byRank.set(rank, [...(byRank.get(rank) ?? []), bidId]);
  }
  return [...byRank].filter(([, bidIds]) => bidIds.length > 1).map(([rank, bidIds]) => ({ rank, bidIds }));
};
