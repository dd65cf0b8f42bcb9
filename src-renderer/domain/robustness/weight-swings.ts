/** What would happen if one criterion weighed 5 or 10 points more or less. */
import { fractionOf } from '../evaluation/fraction';
import { decimal, HUNDRED, plainDecimal, ZERO } from '../exact';
import type { DecimalString, Id } from '../values';
import { totalsWith, type Contest } from './contest';
import { weightsWith } from './reweigh';
import { leadersOf, marginOf, placesOf, sameList, signedText } from './standing';

/** In points of weight; what practice calls a sensitivity test of a tender's weights. */
export const SWINGS = [-10, -5, 5, 10] as const;

export interface Swing {
  /** Asked for, in points of weight. */
  readonly points: number;
  /** Reached: never below 0 or above 100. */
  readonly weight: DecimalString;
  /** Of the bid that is listed first now, before the best of the others; negative once it is overtaken. */
  readonly margin: DecimalString;
  /** Who would be first. */
  readonly leaders: readonly Id[];
  readonly firstPlaceChanges: boolean;
  /** True when any two bids change their order, at whatever place, or become or stop being equal. */
  readonly orderChanges: boolean;
}

/** One criterion's swing by `points`; null where the other criteria weigh nothing, so that none can make room. */
export const swingOf = (contest: Contest, index: number, points: number): Swing | null => {
  const criterion = contest.criteria[index];
  if (criterion === undefined) return null;
  const asked = decimal(criterion.weightText).plus(points);
  const weight = plainDecimal(asked.lessThan(ZERO) ? ZERO : asked.greaterThan(HUNDRED) ? HUNDRED : asked);
  const weights = weightsWith(contest.criteria, index, fractionOf(weight) ?? criterion.weight);
  if (weights === null) return null;
  const totals = totalsWith(contest, weights);
  const leaders = leadersOf(totals);
  return {
    points,
    weight,
    margin: signedText(marginOf(totals, 0)),
    leaders: leaders.map((leader) => contest.contenders[leader] ?? ''),
    firstPlaceChanges: !sameList(leaders, leadersOf(contest.totals)),
    orderChanges: !sameList(placesOf(totals), placesOf(contest.totals)),
  };
};
