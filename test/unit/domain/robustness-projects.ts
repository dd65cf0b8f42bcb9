/** Lots for trying robustness on: a worked one with round numbers, and any complete one. */
import fc from 'fast-check';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { LotResult } from '../../../src-renderer/domain/evaluation/result';
import { PRICE_FORMULAS, type AwardCriterion, type Project } from '../../../src-renderer/domain/project';
import { contestOf, type Contest } from '../../../src-renderer/domain/robustness/contest';
import type { Part } from '../../../src-renderer/domain/robustness/parts';
import { robustnessOf, type Robustness } from '../../../src-renderer/domain/robustness/robustness';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { bid, lei, lot, price, projectOf, quality } from './fixtures';

/** Runs to the end what a window would run in slices. */
export const finish = <Answer>(steps: Generator<unknown, Answer>): Answer => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

export const lotOf = (project: Project): LotResult => {
  const [result] = evaluate(project, RO_2026).lots;
  if (result === undefined) throw new Error('The project has no lot');
  return result;
};

export const contestIn = (project: Project): Contest => {
  const contest = contestOf(project, lotOf(project));
  if (typeof contest === 'string') throw new Error(contest);
  return contest;
};

/** The weight of one criterion of a call without groups, by its place. */
export const partIn = ({ parts }: Contest, index: number): Part => {
  const part = parts[index];
  if (part === undefined) throw new Error(`No part ${index}`);
  return part;
};

export const reportOn = (project: Project): Robustness => {
  const answer = finish(robustnessOf(project, RO_2026, lotOf(project)));
  if (answer.kind !== 'report') throw new Error(answer.reason);
  return answer.report;
};

type Offers = Readonly<Record<string, readonly [price: number, ...levels: number[]]>>;

/** One evaluator's lot: prices in lei, then a level for each quality criterion. */
export const lotWith = (criteria: readonly AwardCriterion[], offers: Offers, evaluators: readonly Offers[] = [offers]): Project => {
  const scales = criteria.flatMap((criterion) => (criterion.type === 'quality' ? [criterion] : []));
  return projectOf({
    criteria,
    lots: [lot('1', { estimatedValue: lei(300) })],
    bids: Object.entries(offers).map(([id, [amount]]) => bid(id, { price: lei(amount) })),
    evaluators: evaluators.map((_, index) => `e${index + 1}`),
    scores: Object.fromEntries(evaluators.map((given, index) => [`e${index + 1}`, Object.fromEntries(Object.entries(given).map(([id, [, ...levels]]) =>
      [id, Object.fromEntries(scales.map((criterion, at) => [criterion.id, String(levels[at])]))]))])),
  });
};

const inPlace = (criteria: readonly AwardCriterion[]): AwardCriterion[] => criteria.map((criterion, index) => ({ ...criterion, position: `a${index}` }));

/** Weights of a whole, in hundredths, cut at random places. */
const wholeWeights = (count: number): fc.Arbitrary<string[]> =>
  fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const edges = [0, ...cuts.toSorted((left, right) => left - right), 10_000];
    return edges.slice(1).map((edge, index) => String((edge - (edges[index] ?? 0)) / 100));
  });

/** Two to six complete bids on two to five criteria by one to three evaluators; weights sum to 100. */
export const anyCompleteLot: fc.Arbitrary<Project> = fc
  .record({ criteria: fc.integer({ min: 2, max: 5 }), bids: fc.integer({ min: 2, max: 6 }), evaluators: fc.integer({ min: 1, max: 3 }) })
  .chain(({ criteria, bids, evaluators }) =>
    fc.record({
      weights: wholeWeights(criteria),
      kinds: fc.array(fc.oneof(fc.record({ formula: fc.constantFrom(...PRICE_FORMULAS) }), fc.record({ max: fc.constantFrom(1, 3, 5, 10) })), { minLength: criteria, maxLength: criteria }),
      prices: fc.array(fc.oneof(fc.integer({ min: 1, max: 50_000 }), fc.constantFrom(10_000, 20_000)), { minLength: bids, maxLength: bids }),
      levels: fc.array(fc.array(fc.array(fc.nat(10), { minLength: criteria, maxLength: criteria }), { minLength: bids, maxLength: bids }), { minLength: evaluators, maxLength: evaluators }),
    }).map(({ weights, kinds, prices, levels }) => {
      const made = inPlace(kinds.map((kind, index): AwardCriterion => {
        const weight = weights[index] ?? '0';
        return 'max' in kind ? quality(`c${index}`, { weight, scale: { max: kind.max, anchors: {} } }) : price(`c${index}`, { weight, formula: kind.formula, fullMarksAt: '60' });
      }));
      const level = (evaluator: number, bidder: number, at: number): number => {
        const criterion = made[at];
        return criterion?.type === 'quality' ? (levels[evaluator]?.[bidder]?.[at] ?? 0) % (criterion.scale.max + 1) : 0;
      };
      return projectOf({
        criteria: made,
        lots: [lot('1', { estimatedValue: lei(300) })],
        bids: prices.map((amount, index) => bid(`b${index}`, { price: { amount, currency: 'RON' } })),
        evaluators: levels.map((_, index) => `e${index}`),
        scores: Object.fromEntries(levels.map((_, evaluator) => [`e${evaluator}`, Object.fromEntries(prices.map((_, bidder) =>
          [`b${bidder}`, Object.fromEntries(made.flatMap((criterion, at) => (criterion.type === 'quality' ? [[criterion.id, String(level(evaluator, bidder, at))]] : [])))]))])),
      });
    }));
