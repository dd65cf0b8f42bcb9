/** A lot's ranking with the names and prices a person reads it by. */
import type { BidFlag, LotResult, RankedBid } from '../../../domain/evaluation/result';
import type { Project } from '../../../domain/project';
import type { Id, Money } from '../../../domain/values';

export interface RankingRow {
  readonly bidder: string;
  readonly price: Money | null;
  readonly ranked: RankedBid;
}

export const bidderOf = (project: Project, bidId: Id): string => project.bidders[project.bids[bidId]?.bidderId ?? '']?.name ?? '';

export const rankingRows = (project: Project, lot: LotResult): readonly RankingRow[] =>
  lot.ranking.map((ranked) => ({ bidder: bidderOf(project, ranked.bidId), price: project.bids[ranked.bidId]?.price ?? null, ranked }));

/** Flags worth a pill: "incomplete" only when no other flag says what is missing. */
export const flagsToShow = (flags: readonly BidFlag[]): readonly BidFlag[] => {
  const saysWhy = flags.some((flag) => flag === 'noPrice' || flag === 'priceIncludesVat' || flag === 'missingScores');
  return flags.filter((flag) => flag !== 'incomplete' || !saysWhy);
};
