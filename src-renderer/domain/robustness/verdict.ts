/** The report in one judgement: does first place hold, and if not, on what does it depend? */
import { decimal, type Exact } from '../exact';
import type { PriceFormula } from '../project';
import type { DecimalString, Id } from '../values';
import type { BreakEven } from './break-even';
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

export type Verdict =
  | { readonly kind: 'tie' }
  | { readonly kind: 'weight'; readonly nearest: NearestBreakEven }
  | { readonly kind: 'formula'; readonly formulas: readonly PriceFormula[] }
  | { readonly kind: 'bid'; readonly removed: readonly Id[] }
  | { readonly kind: 'evaluator'; readonly removed: readonly Id[] }
  | { readonly kind: 'scores' }
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

/** The first thing first place depends on, the most telling ones first. Null while the draws that would settle it are under way. */
export const verdictOf = (report: Robustness, noise: NoiseTally | null): Verdict | null => {
  if (report.leaders.length > 1) return { kind: 'tie' };
  const nearest = nearestBreakEven(report.weights);
  if (nearest !== null && decimal(nearest.distance).lessThanOrEqualTo(FIRM_WEIGHT_POINTS)) return { kind: 'weight', nearest };
  const formulas = report.formulas.flatMap(({ formula, outcome }) => (outcome?.firstPlaceChanges === true ? [formula] : []));
  if (formulas.length > 0) return { kind: 'formula', formulas };
  const bids = report.withoutBid.flatMap(({ removed, firstPlaceChanges }) => (firstPlaceChanges ? [removed] : []));
  if (bids.length > 0) return { kind: 'bid', removed: bids };
  const evaluators = report.withoutEvaluator.flatMap(({ removed, firstPlaceChanges }) => (firstPlaceChanges ? [removed] : []));
  if (evaluators.length > 0) return { kind: 'evaluator', removed: evaluators };
  if (noise === null) return null;
  return { kind: holdsInNoise(report, noise) ? 'firm' : 'scores' };
};
