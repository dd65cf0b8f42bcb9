/**
 * The complete bids of a lot as bare numbers: which share of each criterion's weight a bid earns. The shares are read
 * back from the evaluation's own explanations, so a contest can never disagree with the ranking about who takes part.
 */
import { fraction, fractionOf, times, toHundredths, type Fraction } from '../evaluation/fraction';
import { lowestProportional, minMaxLinear, relativeLinear, toBudget } from '../evaluation/price-formula';
import type { Explanation, LotResult, RankedBid } from '../evaluation/result';
import { levelOf } from '../evaluation/score-points';
import { decimalOrNull, HUNDRED, sum } from '../exact';
import type { AwardCriterion } from '../project';
import type { DecimalString, Id, Money } from '../values';

export interface ContestCriterion {
  readonly criterionId: Id;
  /** Per cent of the total, as the call says it and as a fraction. */
  readonly weightText: DecimalString;
  readonly weight: Fraction;
  /** The different shares of the weight that bids earn, from 0 to 1: far fewer than bids where there are scores. */
  readonly shares: readonly Fraction[];
  /** For each contender, which of `shares` it earns. */
  readonly shareOf: readonly number[];
}

export interface Contest {
  /** Complete bids, in the order of the ranking. */
  readonly contenders: readonly Id[];
  /** The total of each, in hundredths of a point, as ranked. */
  readonly totals: readonly number[];
  /** In the order of the call. */
  readonly criteria: readonly ContestCriterion[];
}

/** Why nothing can be tried out: no or one complete bid, or weights that are not a whole. */
export type NoContest = 'nothingRanked' | 'oneBid' | 'weightsNotWhole';

interface Earned {
  /** Equal for equal shares of one criterion. */
  readonly key: number;
  readonly share: Fraction;
}

const minorUnits = (money: Money | null): bigint => BigInt(money?.amount ?? 0);

const priceShare = (criterion: AwardCriterion, explanation: Exclude<Explanation, { readonly rule: 'score' | 'missing' }>): Fraction | null => {
  const price = minorUnits(explanation.price);
  const lowest = minorUnits(explanation.lowest);
  switch (explanation.rule) {
    case 'lowestProportional': return lowestProportional(price, lowest).share;
    case 'relativeLinear': return relativeLinear(price, lowest).share;
    case 'minMaxLinear': return minMaxLinear(price, lowest, minorUnits(explanation.highest)).share;
    case 'toBudget': {
      // The explanation's full-marks price is rounded to a whole minor unit; the points come from the exact share.
      const fullMarks = criterion.type === 'price' && criterion.fullMarksAt !== null ? fractionOf(criterion.fullMarksAt) : null;
      return fullMarks === null ? null : toBudget(price, minorUnits(explanation.budget), fullMarks).share;
    }
  }
};

const earned = (criterion: AwardCriterion, explanation: Explanation): Earned | null => {
  if (explanation.rule === 'missing') return null;
  if (explanation.rule === 'score') {
    const { scores, max } = explanation;
    const total = scores.reduce((sum, { value }) => sum + (levelOf(value, max) ?? 0), 0);
    return { key: total, share: fraction(BigInt(total), BigInt(scores.length * max)) };
  }
  const share = priceShare(criterion, explanation);
  return share === null ? null : { key: explanation.price.amount, share };
};

const contestCriterion = (criterion: AwardCriterion, bids: readonly RankedBid[]): ContestCriterion | null => {
  const weight = fractionOf(criterion.weight);
  if (weight === null) return null;
  const places = new Map<number, number>();
  const shares: Fraction[] = [];
  const shareOf: number[] = [];
  for (const bid of bids) {
    const points = bid.criteria.find(({ criterionId }) => criterionId === criterion.id);
    const found = points === undefined ? null : earned(criterion, points.explanation);
    if (found === null) return null;
    let place = places.get(found.key);
    if (place === undefined) {
      place = shares.push(found.share) - 1;
      places.set(found.key, place);
    }
    shareOf.push(place);
  }
  return { criterionId: criterion.id, weightText: criterion.weight, weight, shares, shareOf };
};

/** A total with two decimals in hundredths. */
export const hundredthsOf = (total: DecimalString): number => Number(total.replace('.', ''));

/** The contest of a lot, from its evaluation and the call's criteria in their order. */
export const contestOf = (criteria: readonly AwardCriterion[], lot: LotResult): Contest | NoContest => {
  const complete = lot.ranking.flatMap((bid) => (bid.total === null ? [] : [{ ...bid, total: bid.total }]));
  if (complete.length === 0) return 'nothingRanked';
  if (complete.length === 1) return 'oneBid';
  const prepared = criteria.flatMap((criterion) => contestCriterion(criterion, complete) ?? []);
  const whole = sum(prepared.map(({ weightText }) => decimalOrNull(weightText) ?? HUNDRED)).equals(HUNDRED);
  if (!whole || prepared.length < criteria.length) return 'weightsNotWhole';
  return { contenders: complete.map(({ bidId }) => bidId), totals: complete.map(({ total }) => hundredthsOf(total)), criteria: prepared };
};

/** The same contest among some of its contenders, given by index. */
export const among = ({ contenders, totals, criteria }: Contest, kept: readonly number[]): Contest => ({
  contenders: kept.map((index) => contenders[index] ?? ''),
  totals: kept.map((index) => totals[index] ?? 0),
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
