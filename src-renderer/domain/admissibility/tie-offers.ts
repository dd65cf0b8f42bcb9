/** New price offers between bids that stayed equal: the lowest wins (Norms HG 395/2016 art. 138-140). */
import type { Bid, Project } from '../project';
import type { Id } from '../values';
import { inOrderOfNumber } from './numbered';

export type TieOutcome =
  /** A new offer of each is needed; `waiting` have not given one in the round in hand. */
  | { readonly status: 'open'; readonly round: Id; readonly waiting: readonly Id[] }
  /** Equal once more: another round. */
  | { readonly status: 'again'; readonly round: Id; readonly equal: readonly Id[] }
  | { readonly status: 'settled'; readonly round: Id; readonly winner: Id; readonly order: readonly Id[] };

const lastRound = (bids: readonly Bid[]): Id => String(bids.reduce((most, { newOffers }) => Math.max(most, ...Object.keys(newOffers ?? {}).map(Number)), 1));

/** Where the new offers of bids that share a place have led. Every one of them offers anew in each round. */
export const tieOutcome = ({ bids, currency }: Pick<Project, 'bids' | 'currency'>, equal: readonly Id[]): TieOutcome => {
  const tied = equal.flatMap((id) => bids[id] ?? []);
  const round = lastRound(tied);
  const offered = tied.flatMap(({ id, newOffers }) => {
    const offer = newOffers?.[round];
    return offer === undefined || offer.price.currency !== currency || offer.price.amount <= 0 ? [] : [{ id, amount: offer.price.amount }];
  });
  const waiting = equal.filter((id) => !offered.some((offer) => offer.id === id));
  if (waiting.length > 0) return { status: 'open', round, waiting };
  const order = offered.toSorted((left, right) => left.amount - right.amount);
  const [first, second] = order;
  if (first === undefined) return { status: 'open', round, waiting: equal };
  if (second?.amount === first.amount) return { status: 'again', round, equal: order.filter(({ amount }) => amount === first.amount).map(({ id }) => id) };
  return { status: 'settled', round, winner: first.id, order: order.map(({ id }) => id) };
};

/** The price a contract would be made at: the last new offer where there is one. */
export const lastOffer = ({ newOffers }: Pick<Bid, 'newOffers'>): Bid['price'] => inOrderOfNumber(newOffers).at(-1)?.price ?? null;
