/** Bidders nobody bids for any more. */
import type { Project } from '../domain/project';
import type { Id } from '../domain/values';

/** Takes out, of the bidders given, those whose last bid has gone; others without a bid are not this change's business. */
export const dropIdleBidders = (draft: Pick<Project, 'bidders' | 'bids'>, bidderIds: Iterable<Id>): void => {
  const bidding = new Set(Object.values(draft.bids).map(({ bidderId }) => bidderId));
  for (const id of bidderIds) if (!bidding.has(id)) delete draft.bidders[id];
};
