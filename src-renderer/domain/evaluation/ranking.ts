/** From totals to places: equal totals share a place, and the next place is counted past them (1, 1, 3). */
import type { BidFlag, RankedBid } from './result';

/** A bid with its total; `hundredths` is null when it cannot be ranked. */
export interface Totalled {
  readonly hundredths: number | null;
  /** The bidder's name, folded: the order among equals and among the unranked. */
  readonly name: string;
  readonly bid: Omit<RankedBid, 'rank'>;
}

const byName = (left: Totalled, right: Totalled): number => {
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return left.bid.bidId < right.bid.bidId ? -1 : 1;
};

const byTotal = (left: Totalled, right: Totalled): number => (right.hundredths ?? -1) - (left.hundredths ?? -1) || byName(left, right);

const withTie = (flags: readonly BidFlag[]): readonly BidFlag[] => ['tie', ...flags];

/** Highest total first, bids without one last. A tie is stated, never broken here: the law asks for new price offers (Norms HG 395/2016 art. 138-140). */
export const ranked = (bids: readonly Totalled[]): RankedBid[] => {
  const sorted = bids.toSorted(byTotal);
  let rank = 0;
  return sorted.map(({ bid, hundredths }, index) => {
    const { bidId, flags, ...sums } = bid;
    if (hundredths === null) return { bidId, rank: null, ...sums, flags };
    const tiesBefore = sorted[index - 1]?.hundredths === hundredths;
    const tied = tiesBefore || sorted[index + 1]?.hundredths === hundredths;
    if (!tiesBefore) rank = index + 1;
    return { bidId, rank, ...sums, flags: tied ? withTie(flags) : flags };
  });
};
