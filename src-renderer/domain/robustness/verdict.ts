/** The report in one judgement: does first place hold, and if not, on what does it depend? */
import { decimal, type Exact } from '../exact';
import type { DecimalString, Id } from '../values';
import type { BreakEven } from './break-even';
import type { Formula } from './other-formulas';
import type { Robustness, WeightSensitivity } from './robustness';
import type { NoiseTally } from './score-noise';

/** First place must hold for a weight moved by up to this many points. */
export const FIRM_WEIGHT_POINTS = 10;
/** Per cent of the draws in which the bid now first must be first alone. Our own yardstick, like the one above; no law sets it. */
export const FIRM_SHARE_OF_DRAWS = 90;

/** The nearest weight at which first place would change. */
export interface NearestBreakEven {
  readonly criterionId: Id;
  readonly direction: 'below' | 'above';
  readonly breakEven: BreakEven;
  /** From the present weight, in points. */
  readonly distance: DecimalString;
}

/**
 * The first thing first place depends on. Weights, bids, evaluators and scores come before the formula: another formula
 * is no longer to be had once bids are opened, so first place that only another formula would change is firm enough.
 */
export type Verdict =
  | { readonly kind: 'tie' }
  | { readonly kind: 'weight'; readonly nearest: NearestBreakEven }
  | { readonly kind: 'bid'; readonly removed: readonly Id[] }
  | { readonly kind: 'evaluator'; readonly removed: readonly Id[] }
  | { readonly kind: 'scores' }
  | { readonly kind: 'formula'; readonly formulas: readonly Formula[] }
  | { readonly kind: 'firm' };

const candidatesOf = ({ criterionId, weight, below, above }: WeightSensitivity): (NearestBreakEven & { readonly points: Exact })[] =>
  (['below', 'above'] as const).flatMap((direction) => {
    const breakEven = direction === 'below' ? below : above;
    if (breakEven === null) return [];
    const points = decimal(breakEven.weight).minus(decimal(weight)).abs();
    return [{ criterionId, direction, breakEven, distance: points.toFixed(), points }];
  });

/** Over all criteria; null when no weight of any single criterion changes first place. */
export const nearestBreakEven = (weights: readonly WeightSensitivity[]): NearestBreakEven | null => {
  const [nearest] = weights.flatMap(candidatesOf).toSorted((left, right) => left.points.comparedTo(right.points));
  if (nearest === undefined) return null;
  const { points: _, ...rest } = nearest;
  return rest;
};

/** True when the bid now first is first alone in enough of the draws. */
export const holdsInNoise = ({ contenders }: Robustness, { firsts, draws }: NoiseTally): boolean =>
  (firsts.find(({ bidId }) => bidId === contenders[0])?.alone ?? 0) * 100 >= FIRM_SHARE_OF_DRAWS * draws;

const formulasThatChange = ({ formulas }: Robustness): Formula[] => formulas.flatMap(({ formula, outcome }) => (outcome?.firstPlaceChanges === true ? [formula] : []));

const thatChange = (removals: readonly { readonly removed: Id; readonly firstPlaceChanges: boolean }[]): Id[] =>
  removals.flatMap(({ removed, firstPlaceChanges }) => (firstPlaceChanges ? [removed] : []));

const isNear = (nearest: NearestBreakEven | null): nearest is NearestBreakEven => nearest !== null && decimal(nearest.distance).lessThanOrEqualTo(FIRM_WEIGHT_POINTS);

/** Null while the draws that would settle it are under way. */
export const verdictOf = (report: Robustness, noise: NoiseTally | null): Verdict | null => {
  if (report.leaders.length > 1) return { kind: 'tie' };
  const nearest = nearestBreakEven(report.weights);
  if (isNear(nearest)) return { kind: 'weight', nearest };
  const bids = thatChange(report.withoutBid);
  if (bids.length > 0) return { kind: 'bid', removed: bids };
  const evaluators = thatChange(report.withoutEvaluator);
  if (evaluators.length > 0) return { kind: 'evaluator', removed: evaluators };
  if (noise === null) return null;
  if (!holdsInNoise(report, noise)) return { kind: 'scores' };
  const formulas = formulasThatChange(report);
  return formulas.length > 0 ? { kind: 'formula', formulas } : { kind: 'firm' };
};

/** Does first place hold when this is tried? `notAsked`: there is nothing to try. */
export type CheckOutcome = 'holds' | 'changes' | 'notAsked' | 'pending';
export type Check = 'weights' | 'bids' | 'evaluators' | 'scores' | 'formulas';

const outcome = (isAsked: boolean, changes: boolean): CheckOutcome => (!isAsked ? 'notAsked' : changes ? 'changes' : 'holds');

/** Every question asked of first place, with its answer. `scored` is false when no criterion has a scale. */
export const checksOf = (report: Robustness, noise: NoiseTally | null, scored: boolean): Readonly<Record<Check, CheckOutcome>> => ({
  weights: outcome(report.weights.some(({ swings }) => swings.length > 0), isNear(nearestBreakEven(report.weights))),
  bids: outcome(report.contenders.length > 2, thatChange(report.withoutBid).length > 0),
  evaluators: outcome(report.withoutEvaluator.length > 0, thatChange(report.withoutEvaluator).length > 0),
  scores: scored && noise === null ? 'pending' : outcome(scored, noise !== null && !holdsInNoise(report, noise)),
  formulas: outcome(report.formulas.some(({ isChosen, outcome }) => !isChosen && outcome !== null), formulasThatChange(report).length > 0),
});
