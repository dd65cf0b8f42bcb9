/** What would happen if one criterion, or one group of them, weighed 5 or 10 points more or less. */
import { fractionOf } from '../evaluation/fraction';
import { decimal, HUNDRED, plainDecimal, ZERO } from '../exact';
import type { DecimalString, Id } from '../values';
import { totalsWith, type Contest } from './contest';
import type { Part } from './parts';
import { weightsWith } from './reweigh';
import { sameList } from './standing';

/** In points of weight; what practice calls a sensitivity test of a tender's weights. */
export const SWINGS = [-10, -5, 5, 10] as const;

export interface Swing {
  /** Asked for, in points of weight. */
  readonly points: number;
  /** Reached: never below 0 or above 100. */
  readonly weight: DecimalString;
  /** Of the bid that is listed first now, before the best of the others, in the figure that ranks; negative once it is overtaken. */
  readonly margin: DecimalString | null;
  /** Who would be first. */
  readonly leaders: readonly Id[];
  readonly firstPlaceChanges: boolean;
  /** True when any two bids change their order, at whatever place, or become or stop being equal. */
  readonly orderChanges: boolean;
}

/** One part's swing by `points`; null where no proportion says how the others make room. */
export const swingOf = (contest: Contest, part: Part, points: number): Swing | null => {
  const asked = decimal(part.weightText).plus(points);
  const weight = plainDecimal(asked.lessThan(ZERO) ? ZERO : asked.greaterThan(HUNDRED) ? HUNDRED : asked);
  const weights = weightsWith(contest.criteria, part, fractionOf(weight) ?? part.weight);
  if (weights === null) return null;
  const { order, totals: present } = contest;
  const totals = totalsWith(contest, weights);
  const leaders = order.leaders(totals);
  return {
    points,
    weight,
    margin: order.lead(totals, 0),
    leaders: leaders.map((leader) => contest.contenders[leader] ?? ''),
    firstPlaceChanges: !sameList(leaders, order.leaders(present)),
    orderChanges: !sameList(order.places(totals), order.places(present)),
  };
};
