/**
 * How firmly a lot's ranking stands: what other weights, other formulas, one bid less or one evaluator less would do to
 * it. It informs and never ranks: the call's published weights and formula decide, and nothing here is stored. Only
 * complete bids take part; the prices of the others still count as the lowest or highest, as they do in the ranking.
 */
import type { LotResult } from '../evaluation/result';
import { inOrder } from '../position';
import type { Project } from '../project';
import type { RulePack } from '../rule-pack';
import type { DecimalString, Id } from '../values';
import { breakEvensOf, type BreakEvens } from './break-even';
import { contestOf, type Contest, type NoContest } from './contest';
import { lotAlone, type Question } from './evaluated-again';
import type { FigureUnit } from './order';
import { formulaOutcome, formulasFor, type FormulaOutcome } from './other-formulas';
import { SWINGS, swingOf, type Swing } from './weight-swings';
import { priceSetters, removalOf, type BidRemoval } from './without-bid';
import { evaluatorRemovalOf, type EvaluatorRemoval } from './without-evaluator';

export interface WeightSensitivity extends BreakEvens {
  /** Of a criterion, or of a group that is moved as a whole. */
  readonly criterionId: Id;
  readonly isGroup: boolean;
  /** Levels of the tree above it. */
  readonly depth: number;
  readonly weight: DecimalString;
  /** By points, smallest first; empty when the other criteria weigh nothing, so that the weight cannot move. */
  readonly swings: readonly Swing[];
}

export interface Robustness {
  /** Complete bids by rank. */
  readonly contenders: readonly Id[];
  /** Valid bids that take no part because something of theirs is missing. */
  readonly incomplete: readonly Id[];
  /** Who is first now; several at a tie. */
  readonly leaders: readonly Id[];
  /** What leads are in. */
  readonly unit: FigureUnit;
  /** The lead of the first listed before the best of the others; 0 at a tie, null where a bid has no points to have a price for. */
  readonly margin: DecimalString | null;
  /** In the order of the call, a group before its criteria. */
  readonly weights: readonly WeightSensitivity[];
  /** None when the call marks no price. */
  readonly formulas: readonly FormulaOutcome[];
  /** Only bids whose leaving would change the order of others; none under a rule that measures no bid against another. */
  readonly withoutBid: readonly BidRemoval[];
  /** None when there is one evaluator. */
  readonly withoutEvaluator: readonly EvaluatorRemoval[];
}

/** Everything that is known before any score is shaken. */
export type RobustnessReport = { readonly kind: 'notPossible'; readonly reason: NoContest } | { readonly kind: 'report'; readonly report: Robustness; readonly contest: Contest };

function* weightsOf(contest: Contest): Generator<void, WeightSensitivity[]> {
  const weights: WeightSensitivity[] = [];
  for (const part of contest.parts) {
    const { criterionId, isGroup, depth, weightText } = part;
    const swings: Swing[] = [];
    for (const points of SWINGS) {
      const swing = swingOf(contest, part, points);
      if (swing !== null) swings.push(swing);
      yield;
    }
    weights.push({ criterionId, isGroup, depth, weight: weightText, swings, ...(yield* breakEvensOf(contest, part)) });
  }
  return weights;
}

function* eachOf<Key, Answer>(keys: readonly Key[], answer: (key: Key) => Answer | null): Generator<void, Answer[]> {
  const answers: Answer[] = [];
  for (const key of keys) {
    const given = answer(key);
    if (given !== null) answers.push(given);
    yield;
  }
  return answers;
}

/** Bids whose leaving would change the order of others, worked out in small steps; none where nothing can be tried out. */
export function* bidRemovalsOf(project: Project, rulePack: RulePack, lot: LotResult): Generator<void, readonly BidRemoval[]> {
  const contest = contestOf(project, lot);
  if (typeof contest === 'string') return [];
  const question: Question = { project: lotAlone(project, lot.lotId), rulePack, lot };
  return yield* eachOf(priceSetters(question, contest), (id) => removalOf(question, contest, id));
}

/** Works the report out in small steps, pausing after each, so that a window can draw in between. `lot` is the lot's result in the evaluation of `project`. */
export function* robustnessOf(project: Project, rulePack: RulePack, lot: LotResult): Generator<void, RobustnessReport> {
  const contest = contestOf(project, lot);
  if (typeof contest === 'string') return { kind: 'notPossible', reason: contest };
  const question: Question = { project: lotAlone(project, lot.lotId), rulePack, lot };
  const weights = yield* weightsOf(contest);
  const formulas = yield* eachOf(formulasFor(question.project), (formula) => formulaOutcome(question, contest, formula));
  const withoutBid = yield* eachOf(priceSetters(question, contest), (id) => removalOf(question, contest, id));
  const withoutEvaluator = yield* eachOf(inOrder(question.project.evaluators), ({ id }) => evaluatorRemovalOf(question, contest, id));
  const report: Robustness = {
    contenders: contest.contenders,
    incomplete: lot.ranking.flatMap(({ bidId, rank, flags }) => (rank === null && !flags.includes('belowMinimum') ? [bidId] : [])),
    leaders: contest.order.leaders(contest.totals).map((index) => contest.contenders[index] ?? ''),
    unit: contest.order.unit,
    margin: contest.order.lead(contest.totals, 0),
    weights, formulas, withoutBid, withoutEvaluator,
  };
  return { kind: 'report', report, contest };
}
