/**
 * The complete bids of a lot as bare numbers: which share of each criterion's weight a bid earns, as the evaluation's
 * own marks have it, so that a contest can never disagree with the ranking. Criteria in groups stand with what they
 * weigh in the total.
 */
import type { Leaf } from '../criteria-tree';
import { times, toHundredths, type Fraction } from '../evaluation/fraction';
import { markLot, type MarkedBid } from '../evaluation/lot-marks';
import type { LotResult } from '../evaluation/result';
import { decimalOrNull, HUNDRED, sum } from '../exact';
import type { Project } from '../project';
import type { DecimalString, Id } from '../values';
import type { ContestCriterion } from './contest-criterion';
import { orderOf } from './lot-order';
import type { Order } from './order';
import { partsOf, type Part } from './parts';

export interface Contest {
  /** Complete bids, in the order of the ranking. */
  readonly contenders: readonly Id[];
  /** The total of each, in hundredths of a point, as ranked. */
  readonly totals: readonly number[];
  /** In the order of the call. */
  readonly criteria: readonly ContestCriterion[];
  /** The weights that can be moved. */
  readonly parts: readonly Part[];
  /** Who stands before whom. */
  readonly order: Order;
}

/** Why nothing can be tried out: no or one complete bid, or weights that are not a whole. */
export type NoContest = 'nothingRanked' | 'oneBid' | 'weightsNotWhole';

/** A criterion's different shares, and which of them each bid earns; null when one earns none. */
const contestCriterion = ({ criterion, weight, weightText }: Leaf, index: number, bids: readonly MarkedBid[]): ContestCriterion | null => {
  if (weight === null) return null;
  // Bids of the same score or price were given the very same share.
  const places = new Map<Fraction, number>();
  const shares: Fraction[] = [];
  const shareOf: number[] = [];
  for (const { marks } of bids) {
    const share = marks[index]?.share ?? null;
    if (share === null) return null;
    let place = places.get(share);
    if (place === undefined) {
      place = shares.push(share) - 1;
      places.set(share, place);
    }
    shareOf.push(place);
  }
  return { criterionId: criterion.id, weightText, weight, shares, shareOf };
};

/** A total with two decimals in hundredths. */
export const hundredthsOf = (total: DecimalString): number => Number(total.replace('.', ''));

const isWhole = (criteria: readonly ContestCriterion[]): boolean =>
  sum(criteria.map(({ weightText }) => decimalOrNull(weightText) ?? HUNDRED)).equals(HUNDRED);

/** The contest of a lot. `lot` is the lot's result in the evaluation of `project`. */
export const contestOf = (project: Project, lot: LotResult): Contest | NoContest => {
  const complete = lot.ranking.flatMap((bid) => (bid.total === null || bid.rank === null ? [] : [{ ...bid, total: bid.total }]));
  if (complete.length === 0) return 'nothingRanked';
  if (complete.length === 1) return 'oneBid';
  const own = project.lots[lot.lotId];
  const marks = own === undefined ? null : markLot(project, own, Object.values(project.bids).filter(({ lotId }) => lotId === lot.lotId));
  const marked = new Map((marks?.bids ?? []).map((each) => [each.bid.id, each]));
  const bids = complete.flatMap(({ bidId }) => marked.get(bidId) ?? []);
  const prepared = (marks?.leaves ?? []).flatMap((leaf, index) => contestCriterion(leaf, index, bids) ?? []);
  if (!isWhole(prepared) || prepared.length < (marks?.leaves.length ?? 0)) return 'weightsNotWhole';
  const contenders = complete.map(({ bidId }) => bidId);
  return { contenders, totals: complete.map(({ total }) => hundredthsOf(total)), criteria: prepared, parts: partsOf(project, prepared), order: orderOf(project, lot.lotId, contenders) };
};

/** The same contest among some of its contenders, given by index. */
export const among = ({ contenders, totals, criteria, parts, order }: Contest, kept: readonly number[]): Contest => ({
  contenders: kept.map((index) => contenders[index] ?? ''),
  totals: kept.map((index) => totals[index] ?? 0),
  parts,
  order: order.among(kept),
  criteria: criteria.map((criterion) => {
    const places = [...new Set(kept.map((index) => criterion.shareOf[index] ?? 0))];
    const newPlace = new Map(places.map((place, index) => [place, index]));
    return {
      ...criterion,
      shares: places.flatMap((place) => criterion.shares[place] ?? []),
      shareOf: kept.map((index) => newPlace.get(criterion.shareOf[index] ?? 0) ?? 0),
    };
  }),
});

/** Everyone's total in hundredths under other weights, given in the order of the criteria; rounded as the evaluation rounds. */
export const totalsWith = ({ contenders, criteria }: Contest, weights: readonly Fraction[]): number[] => {
  const totals = contenders.map(() => 0);
  for (const [index, { shares, shareOf, weight }] of criteria.entries()) {
    const points = shares.map((share) => toHundredths(times(weights[index] ?? weight, share)));
    for (const [contender, share] of shareOf.entries()) totals[contender] = (totals[contender] ?? 0) + (points[share] ?? 0);
  }
  return totals;
};
