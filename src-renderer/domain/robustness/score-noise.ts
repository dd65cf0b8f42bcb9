/**
 * What would happen if every score were a level higher or lower, as two careful readers of one bid often differ. Each
 * draw moves every evaluator's every score by −1, 0 or +1, equally likely, and keeps it on its scale; prices stay. How
 * often a bid then comes first says how much its place depends on the last level of each score.
 *
 * Draws number in the thousands, so points are looked up instead of computed: for each criterion a table from the sum
 * of the scores to hundredths of a point, filled by the evaluation's own rounding. Bids are taken in the ranking's
 * order, criteria in the call's, evaluators in theirs, and every draw begins with a fresh random number, so that a seed
 * always shakes the same score the same way.
 */
import { isQuality } from '../criteria-tree';
import { pointLeaves } from '../evaluation/counted-criteria';
import { fraction, times, toHundredths, type Fraction } from '../evaluation/fraction';
import type { LotResult } from '../evaluation/result';
import { levelOf } from '../evaluation/score-points';
import { decimal, roundHalfUp } from '../exact';
import type { Project } from '../project';
import type { DecimalString, Id } from '../values';
import { hundredthsOf } from './contest';
import { orderOf } from './lot-order';
import type { Order } from './order';
import { fillThirds, randomOf } from './random';

export const USUAL_DRAWS = 10_000;

/** A lot's complete bids as flat arrays. */
export interface ScoreField {
  readonly contenders: readonly Id[];
  readonly evaluators: number;
  /** Highest level of each quality criterion. */
  readonly maxima: readonly number[];
  /** For each quality criterion: hundredths of a point by the sum of its scores. */
  readonly points: readonly Int32Array[];
  /** For each contender: hundredths that no score moves. */
  readonly fixed: Int32Array;
  /** Every score that counts: by contender, then quality criterion, then evaluator. Where the commission agreed, its score stands in the first place. */
  readonly levels: Uint8Array;
  /** By contender, then quality criterion: 1 where the commission agreed on the score. */
  readonly agreed: Uint8Array;
  /** Who comes first by totals. */
  readonly order: Order;
}

const pointsBySum = (weight: Fraction, max: number, evaluators: number): Int32Array =>
  Int32Array.from({ length: max * evaluators + 1 }, (_, sum) => toHundredths(times(weight, fraction(BigInt(sum), BigInt(max * evaluators)))));

/** The scores of a lot's complete bids. `lot` is the lot's result in the evaluation of `project`. */
export const scoreFieldOf = (project: Project, lot: LotResult): ScoreField => {
  const evaluators = Object.keys(project.evaluators).length;
  const quality = pointLeaves(project, lot.lotId).filter(isQuality);
  const places = new Map(quality.map(({ criterion }, index) => [criterion.id, index]));
  const complete = lot.ranking.filter(({ total, rank }) => total !== null && rank !== null);
  const fixed = new Int32Array(complete.length);
  const levels = new Uint8Array(complete.length * quality.length * evaluators);
  const agreed = new Uint8Array(complete.length * quality.length);
  for (const [contender, { criteria: marks }] of complete.entries()) {
    for (const { criterionId, points, explanation } of marks) {
      if (explanation.rule !== 'score') {
        fixed[contender] = (fixed[contender] ?? 0) + hundredthsOf(points ?? '0.00');
        continue;
      }
      const cell = contender * quality.length + (places.get(criterionId) ?? 0);
      const counted = explanation.agreed === undefined ? explanation.scores : [explanation.agreed];
      agreed[cell] = explanation.agreed === undefined ? 0 : 1;
      for (const [evaluator, { value }] of counted.entries()) levels[cell * evaluators + evaluator] = levelOf(value, explanation.max) ?? 0;
    }
  }
  const contenders = complete.map(({ bidId }) => bidId);
  return {
    contenders,
    order: orderOf(project, lot.lotId, contenders),
    evaluators,
    maxima: quality.map(({ criterion }) => criterion.scale.max),
    points: quality.map(({ weight, criterion }) => pointsBySum(weight ?? fraction(0n), criterion.scale.max, evaluators)),
    fixed,
    levels,
    agreed,
  };
};

/** Everyone's total in hundredths, had these scores been given; as the evaluation would say. */
export const totalsFrom = ({ fixed, points, evaluators, agreed }: ScoreField, levels: Uint8Array, totals: Int32Array): void => {
  let at = 0;
  let cell = 0;
  for (let contender = 0; contender < fixed.length; contender += 1) {
    let total = fixed[contender] ?? 0;
    for (const bySum of points) {
      let sum = 0;
      // An agreed score counts as if every evaluator had given it.
      if (agreed[cell] === 1) sum = (levels[at] ?? 0) * evaluators;
      else for (let evaluator = 0; evaluator < evaluators; evaluator += 1) sum += levels[at + evaluator] ?? 0;
      total += bySum[sum] ?? 0;
      at += evaluators;
      cell += 1;
    }
    totals[contender] = total;
  }
};

/** Moves every score by its third (0 down, 1 not, 2 up), and keeps it on its scale. */
export const shake = ({ levels, maxima, evaluators, fixed }: ScoreField, thirds: Uint8Array, shaken: Uint8Array): void => {
  let at = 0;
  for (let contender = 0; contender < fixed.length; contender += 1) {
    for (const max of maxima) {
      for (const end = at + evaluators; at < end; at += 1) {
        const level = (levels[at] ?? 0) + (thirds[at] ?? 0) - 1;
        shaken[at] = level < 0 ? 0 : level > max ? max : level;
      }
    }
  }
};

/** How the draws so far went. */
export interface NoiseTally {
  readonly seed: number;
  readonly drawn: number;
  readonly draws: number;
  /** By contender, in the ranking's order. */
  readonly firsts: readonly { readonly bidId: Id; readonly alone: number; readonly shared: number }[];
  /** Draws in which several bids shared first place. */
  readonly ties: number;
}

/** A count of draws as per cent of all of them, half up to one decimal. */
export const shareOfDraws = (count: number, { draws }: NoiseTally): DecimalString => roundHalfUp(decimal(String(count)).times(100).dividedBy(draws), 1);

class Tally {
  readonly #alone: Int32Array;
  readonly #shared: Int32Array;
  #ties = 0;
  #drawn = 0;

  constructor(readonly contenders: readonly Id[], readonly order: Order) {
    this.#alone = new Int32Array(contenders.length);
    this.#shared = new Int32Array(contenders.length);
  }

  count(totals: Int32Array): void {
    if (this.order.unit !== 'points') {
      this.credit(this.order.leaders(totals));
      return;
    }
    let highest = -1;
    let first = 0;
    let leaders = 0;
    for (let contender = 0; contender < totals.length; contender += 1) {
      const total = totals[contender] ?? 0;
      if (total > highest) [highest, first, leaders] = [total, contender, 1];
      else if (total === highest) leaders += 1;
    }
    this.#drawn += 1;
    if (leaders === 1) {
      this.#alone[first] = (this.#alone[first] ?? 0) + 1;
      return;
    }
    this.#ties += 1;
    for (const [contender, total] of totals.entries()) if (total === highest) this.#shared[contender] = (this.#shared[contender] ?? 0) + 1;
  }

  private credit(leaders: readonly number[]): void {
    const [first, another] = leaders;
    const counts = another === undefined ? this.#alone : this.#shared;
    this.#drawn += 1;
    if (first === undefined) return;
    if (another !== undefined) this.#ties += 1;
    for (const leader of leaders) counts[leader] = (counts[leader] ?? 0) + 1;
  }

  read(seed: number, draws: number): NoiseTally {
    const firsts = this.contenders.map((bidId, index) => ({ bidId, alone: this.#alone[index] ?? 0, shared: this.#shared[index] ?? 0 }));
    return { seed, draws, drawn: this.#drawn, ties: this.#ties, firsts };
  }
}

/** Scores shaken between two pauses: about a millisecond of work. */
const PER_PAUSE = 100_000;

/** Draws again and again, pausing after about a millisecond's work with how many are done. The same seed gives the same tally, everywhere. */
export function* noiseOf(field: ScoreField, seed: number, draws: number = USUAL_DRAWS): Generator<number, NoiseTally> {
  const random = randomOf(seed);
  const thirds = new Uint8Array(field.levels.length);
  const shaken = new Uint8Array(field.levels.length);
  const totals = new Int32Array(field.fixed.length);
  const perPause = Math.max(1, Math.floor(PER_PAUSE / Math.max(1, field.levels.length)));
  const tally = new Tally(field.contenders, field.order);
  for (let drawn = 0; drawn < draws;) {
    for (const end = Math.min(draws, drawn + perPause); drawn < end; drawn += 1) {
      fillThirds(random, thirds);
      shake(field, thirds, shaken);
      totalsFrom(field, shaken, totals);
      tally.count(totals);
    }
    yield drawn;
  }
  return tally.read(seed, draws);
}
