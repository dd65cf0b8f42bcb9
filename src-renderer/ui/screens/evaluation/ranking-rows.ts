/** A lot's ranking with the names and prices a person reads it by. */
import { countedPrice } from '../../../domain/bid-correction';
import { pricesSealed } from '../../../domain/envelope';
import type { BidFlag, LotResult, RankedBid } from '../../../domain/evaluation/result';
import type { Project } from '../../../domain/project';
import type { Id, Money } from '../../../domain/values';

export interface RankingRow {
  readonly bidder: string;
  readonly price: Money | null;
  readonly ranked: RankedBid;
}

export const bidderOf = (project: Project, bidId: Id): string => project.bidders[project.bids[bidId]?.bidderId ?? '']?.name ?? '';

/** As corrected, and only once the prices of its lot may be seen. */
const priceOf = (project: Project, bidId: Id): Money | null => {
  const bid = project.bids[bidId];
  return bid === undefined || pricesSealed(project, bid.lotId) ? null : countedPrice(bid);
};

export const rankingRows = (project: Project, lot: LotResult): readonly RankingRow[] =>
  lot.ranking.map((ranked) => ({ bidder: bidderOf(project, ranked.bidId), price: priceOf(project, ranked.bidId), ranked }));

/** Flags worth a pill: "incomplete" only when no other flag says what is missing. */
export const flagsToShow = (flags: readonly BidFlag[]): readonly BidFlag[] => {
  const saysWhy = flags.some((flag) => flag === 'noPrice' || flag === 'priceIncludesVat' || flag === 'missingScores');
  return flags.filter((flag) => flag !== 'incomplete' || !saysWhy);
};
