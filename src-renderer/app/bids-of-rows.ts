/** Which bid each row of a table about bids is for. */
import { foldText } from '../domain/fold-text';
import { fail } from '../domain/problem';
import type { RowSource } from '../domain/ports/import-kinds';
import type { Bid, Project } from '../domain/project';

export type RowBidProblemCode =
  | 'schedule.noBidder' // data: {row}
  | 'schedule.unknownBidder' // data: {bidder, lot, row}
  | 'schedule.unclearBid'; // data: {bidder, row}: bids for several lots, and the row names none

interface BidderRow {
  readonly bidder: string | null;
  readonly lot: string | null;
  readonly source: RowSource;
}

const bidOf = (project: Project, bidder: string, lot: string | null, row: number): Bid => {
  const named = Object.values(project.bids).filter(({ bidderId, lotId }) =>
    foldText(project.bidders[bidderId]?.name ?? '') === foldText(bidder) && (lot === null || foldText(project.lots[lotId]?.number ?? '') === foldText(lot)));
  const [only] = named;
  if (only === undefined) throw fail<RowBidProblemCode>('schedule.unknownBidder', { bidder, lot: lot ?? '', row });
  if (named.length > 1) throw fail<RowBidProblemCode>('schedule.unclearBid', { bidder, row });
  return only;
};

/**
 * The rows with their bids, in their order. A bidder or lot that stands only on the first of several rows holds for
 * those below.
 * @throws ProblemError<RowBidProblemCode>
 */
export const bidsOfRows = <Row extends BidderRow>(project: Project, rows: readonly Row[]): readonly (readonly [Bid, Row])[] => {
  /** A hundred thousand rows name ten bidders. */
  const known = new Map<string, Bid>();
  let bidder: string | null = null;
  let lot: string | null = null;
  return rows.map((row) => {
    if (row.bidder !== null && row.bidder !== bidder) lot = null;
    bidder = row.bidder ?? bidder;
    lot = row.lot ?? lot;
    if (bidder === null) throw fail<RowBidProblemCode>('schedule.noBidder', { row: row.source.row });
    const name = JSON.stringify([bidder, lot]);
    const bid = known.get(name) ?? bidOf(project, bidder, lot, row.source.row);
    known.set(name, bid);
    return [bid, row] as const;
  });
};
