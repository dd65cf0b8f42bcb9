/** Robustness under the rules that set an amount against quality, and of groups moved as a whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { RankedBid } from '../../../src-renderer/domain/evaluation/result';
import type { AwardCriterion, Project } from '../../../src-renderer/domain/project';
import { scoreSheetId } from '../../../src-renderer/domain/project';
import { breakEvensOf } from '../../../src-renderer/domain/robustness/break-even';
import { totalsWith } from '../../../src-renderer/domain/robustness/contest';
import { fillThirds, randomOf } from '../../../src-renderer/domain/robustness/random';
import { weightsWith } from '../../../src-renderer/domain/robustness/reweigh';
import { noiseOf, scoreFieldOf, shake, totalsFrom } from '../../../src-renderer/domain/robustness/score-noise';
import { checksOf, verdictOf } from '../../../src-renderer/domain/robustness/verdict';
import { swingOf } from '../../../src-renderer/domain/robustness/weight-swings';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { bid, cost, group, lei, lot, price, projectOf, quality } from './fixtures';
import { contestIn, finish, lotOf, lotWith, partIn, reportOn } from './robustness-projects';

const RULES = ['pricePerQuality', 'monetisedQuality'] as const;
type Rule = (typeof RULES)[number];

const under = (rule: Rule, project: Project, qualityWorth = '50'): Project => ({ ...project, callRules: { ...project.callRules, rankingRule: rule, qualityWorth } });
const withWeights = (project: Project, weights: Readonly<Record<string, string>>): Project =>
  ({ ...project, awardCriteria: Object.fromEntries(Object.entries(project.awardCriteria).map(([id, criterion]) => [id, { ...criterion, weight: weights[id] ?? criterion.weight }])) });

/** Who stands equal first in the evaluation, whatever settles their places afterwards. */
const firstIn = (project: Project): string[] => {
  const { ranking, ties = [] } = lotOf(project);
  const [first] = ranking.filter(({ rank }) => rank === 1).map(({ bidId }) => bidId);
  return (ties.map(({ groups }) => groups.flat()).find((equal) => first !== undefined && equal.includes(first)) ?? [first ?? '']).toSorted();
};
const figureOf = ({ comparison }: RankedBid): number | null => (comparison === undefined || 'missing' in comparison ? null : (comparison.figure?.amount ?? null));

/** The lot is estimated at 300 lei. Dear: 200 lei for 90 points; cheap: 100 lei for 40 points. */
const twoBids = lotWith([quality('a', { weight: '50', scale: { max: 10, anchors: {} } }), quality('b', { weight: '50', position: 'a2', scale: { max: 10, anchors: {} } })], { dear: [200, 10, 8], cheap: [100, 6, 2] });

/** Two to five complete bids under two or three quality criteria, with prices that often tie; perhaps a life-cycle cost. */
const anyAmountLot: fc.Arbitrary<Project> = fc.record({
  rule: fc.constantFrom(...RULES),
  worth: fc.constantFrom('0', '20', '60'),
  hasCost: fc.boolean(),
  first: fc.integer({ min: 1, max: 79 }),
  prices: fc.array(fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.constantFrom(10_000, 20_000)), { minLength: 2, maxLength: 5 }),
  levels: fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 10, maxLength: 10 }),
}).map(({ rule, worth, hasCost, first, prices, levels }) => {
  const scale = { max: 4, anchors: {} };
  const criteria: AwardCriterion[] = [
    quality('a', { weight: String(first), position: 'a1', scale }), quality('b', { weight: String(80 - first), position: 'a2', scale }), quality('c', { weight: '20', position: 'a3', scale }),
    ...(hasCost ? [cost('whole', { weight: '0', position: 'a4', costItems: { run: { id: 'run', position: 'a0', name: 'Run', timing: 'yearly' } } })] : []),
  ];
  const ids = prices.map((_, index) => `b${index}`);
  const project = projectOf({
    criteria, lots: [lot('1', { estimatedValue: lei(300) })],
    bids: prices.map((amount, index) => bid(ids[index] ?? '', { price: { amount, currency: 'RON' }, costs: { run: { amount: (amount * 7) % 9000, currency: 'RON' } } })),
    evaluators: ['e1', 'e2'],
    scores: Object.fromEntries(['e1', 'e2'].map((evaluator, at) => [evaluator, Object.fromEntries(ids.map((id, index) =>
      [id, Object.fromEntries(['a', 'b', 'c'].map((criterion, place) => [criterion, String(levels[(index * 2 + at) % 10]?.[place] ?? 0)]))]))])),
  });
  return { ...under(rule, project, worth), callRules: { rankingRule: rule, qualityWorth: worth, discountRate: '4.5' } };
});

describe('a rule that sets an amount against quality', { timeout: 60_000 }, () => {
  it('is asked for the lead in its own figure, and for the weight at which another would win', () => {
    // Price of a point: dear 200 / 90 = 2.22, cheap 100 / 40 = 2.50: dear leads by 0.28 lei a point.
    const perPoint = reportOn(under('pricePerQuality', twoBids));
    expect(perPoint).toMatchObject({ unit: 'moneyPerPoint', leaders: ['dear'], margin: '0.28' });
    // With a at 60: dear 60 + 32 = 92 points for 2.17, cheap 36 + 8 = 44 for 2.27: 0.10.
    expect(perPoint.weights[0]?.swings.at(-1)).toMatchObject({ points: 10, weight: '60', margin: '0.10', leaders: ['dear'], firstPlaceChanges: false });
    // Level without rounding where 2 × cheap's points are dear's: 2 (20 + 0.4 w) = 80 + 0.2 w, at w = 66.67. With it, at
    // 66.66 dear has 66.66 + 26.67 = 93.33 and cheap 40.00 + 6.67 = 46.67, which is more than half; at 66.65 it is not.
    expect(perPoint.weights[0]).toMatchObject({ below: null, above: { takesOver: ['cheap'] } });
    const at = (weight: string, rest: string): string[] => firstIn(withWeights(under('pricePerQuality', twoBids), { a: weight, b: rest }));
    expect(perPoint.weights[0]?.above?.weight).toBe('66.66');
    expect([at('66.65', '33.35'), at('66.66', '33.34')]).toEqual([['dear'], ['cheap']]);
  });

  it('counts the lead in money where quality has a price', () => {
    // Full quality is worth 150 lei: dear 200 − 135 = 65, cheap 100 − 60 = 40.
    const inMoney = reportOn(under('monetisedQuality', twoBids));
    expect(inMoney).toMatchObject({ unit: 'money', leaders: ['cheap'], margin: '25.00' });
    // The more b weighs, the more dear's lead in points: 50 points more at 50, 60 at b = 100, never the 66.67 that 100 lei buy.
    expect(inMoney.weights.map(({ below, above }) => [below, above])).toEqual([[null, null], [null, null]]);
    expect(inMoney.formulas.map(({ formula, isChosen, outcome }) => [formula, isChosen, outcome?.unit, outcome?.leaders, outcome?.order.map(({ bidId, figure }) => `${bidId} ${figure}`)])).toEqual([
      ['pricePerQuality', false, 'moneyPerPoint', ['dear'], ['dear 2.22', 'cheap 2.50']],
      ['monetisedQuality', true, 'money', ['cheap'], ['cheap 40.00', 'dear 65.00']],
    ]);
  });

  it('says that the other rule cannot be computed where the call does not say what quality is worth', () => {
    const { formulas } = reportOn({ ...twoBids, callRules: { rankingRule: 'pricePerQuality' } });
    expect(formulas.map(({ formula, outcome }) => [formula, outcome === null])).toEqual([['pricePerQuality', false], ['monetisedQuality', true]]);
  });

  it('puts a bid without points last, without a figure and without a lead to speak of', () => {
    const none = under('pricePerQuality', lotWith(Object.values(twoBids.awardCriteria), { good: [200, 5, 5], none: [1, 0, 0] }));
    expect(reportOn(none)).toMatchObject({ leaders: ['good'], margin: null });
    expect(contestIn(none).order.figure(1, 0)).toBeNull();
  });

  it('measures no bid against another, so that none can decide between others', () => {
    fc.assert(fc.property(anyAmountLot, (project) => {
      const { withoutBid, contenders } = reportOn(project);
      expect(withoutBid).toEqual([]);
      const placed = (of: Project): string[] => lotOf(of).ranking.map(({ bidId }) => bidId);
      for (const removed of contenders) {
        const less = { ...project, bids: Object.fromEntries(Object.entries(project.bids).filter(([id]) => id !== removed)) };
        expect(placed(less)).toEqual(placed(project).filter((id) => id !== removed));
      }
    }), { numRuns: 60 });
  });

  it('orders bids as the evaluation does', () => {
    fc.assert(fc.property(anyAmountLot, (project) => {
      const { order, totals, contenders } = contestIn(project);
      const { ranking, ties = [] } = lotOf(project);
      const isEqual = (left: string, right: string): boolean => ties.some(({ groups }) => groups.flat().includes(left) && groups.flat().includes(right));
      const places = order.places(totals);
      for (const [upper, one] of contenders.entries()) {
        for (const [lower, other] of contenders.entries()) {
          if (lower > upper) expect(Math.sign((places[lower] ?? 0) - (places[upper] ?? 0)), `${one} ${other}`).toBe(isEqual(one, other) ? 0 : 1);
        }
      }
      expect(order.leaders(totals).flatMap((index) => contenders[index] ?? []).toSorted()).toEqual(firstIn(project));
      expect(totals.map((total, index) => order.figure(index, total))).toEqual(contenders.map((id) => {
        const figure = figureOf(ranking.find(({ bidId }) => bidId === id)!);
        return figure === null ? null : (figure / 100).toFixed(2);
      }));
    }), { numRuns: 400 });
  });

  it('finds who is first as quickly as exactly, for any points', () => {
    fc.assert(fc.property(anyAmountLot, fc.array(fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(0, 5000, 10_000)), { minLength: 5, maxLength: 5 }), (project, points) => {
      const { order, contenders } = contestIn(project);
      const totals = contenders.map((_, index) => points[index] ?? 0);
      expect(order.leaders(totals)).toEqual(order.places(totals).flatMap((place, index) => (place === 1 ? [index] : [])));
    }), { numRuns: 400 });
  });

  it('says of other weights what the evaluation would say with them', () => {
    fc.assert(fc.property(anyAmountLot, fc.integer({ min: 0, max: 100 }), (drawn, weight) => {
      // a and b share alike what c leaves, so that the evaluation can read their weights.
      const project = withWeights(drawn, { a: '40', b: '40', c: '20' });
      const changed = withWeights(project, { a: String((100 - weight) / 2), b: String((100 - weight) / 2), c: String(weight) });
      const contest = contestIn(project);
      const part = partIn(contest, 2);
      const totals = totalsWith(contest, weightsWith(contest.criteria, part, { numerator: BigInt(weight), denominator: 1n }) ?? []);
      expect(contest.order.leaders(totals).flatMap((index) => contest.contenders[index] ?? []).toSorted()).toEqual(firstIn(changed));
      const swing = swingOf(contest, part, weight - 20);
      expect(swing?.leaders.toSorted()).toEqual(firstIn(changed));
      const figures = new Map(lotOf(changed).ranking.map((ranked) => [ranked.bidId, figureOf(ranked)]));
      const own = figures.get(contest.contenders[0] ?? '') ?? null;
      const others = contest.contenders.slice(1).flatMap((id) => figures.get(id) ?? []);
      if (own === null || others.length === 0) expect(swing?.margin).toBeNull();
      else expect(swing?.margin).toBe(((Math.min(...others) - own) / 100).toFixed(2).replace('-0.00', '0.00'));
    }), { numRuns: 300 });
  });

  it('breaks even at the first hundredth that trying each of them finds', () => {
    let found = 0;
    fc.assert(fc.property(anyAmountLot, fc.nat(2), (project, index) => {
      const contest = contestIn(project);
      const part = partIn(contest, index);
      const start = Math.round(Number(part.weightText) * 100);
      const now = contest.order.leaders(contest.totals).join(' ');
      const tried = (from: number, step: number): string | null => {
        for (let at = from; at >= 0 && at <= 10_000; at += step) {
          const weights = weightsWith(contest.criteria, part, { numerator: BigInt(at), denominator: 100n }) ?? [];
          if (contest.order.leaders(totalsWith(contest, weights)).join(' ') !== now) return (at / 100).toFixed(2);
        }
        return null;
      };
      const { below, above } = finish(breakEvensOf(contest, part));
      found += Number(below !== null) + Number(above !== null);
      expect({ below: below?.weight ?? null, above: above?.weight ?? null }).toEqual({ below: tried(start - 1, -1), above: tried(start + 1, 1) });
    }), { numRuns: 30 });
    expect(found).toBeGreaterThan(0);
  });

  it('leaves one evaluator out as the evaluation would', () => {
    fc.assert(fc.property(anyAmountLot, (project) => {
      for (const { removed, leaders } of reportOn(project).withoutEvaluator) {
        const { [removed]: _gone, ...evaluators } = project.evaluators;
        expect(leaders.toSorted()).toEqual(firstIn({ ...project, evaluators }));
      }
    }), { numRuns: 100 });
  });

  it('draws what the evaluation of each draw would say', () => {
    fc.assert(fc.property(anyAmountLot, fc.nat(), (project, seed) => {
      const field = scoreFieldOf(project, lotOf(project));
      const thirds = new Uint8Array(field.levels.length);
      const shaken = new Uint8Array(field.levels.length);
      const totals = new Int32Array(field.contenders.length);
      fillThirds(randomOf(seed), thirds);
      shake(field, thirds, shaken);
      totalsFrom(field, shaken, totals);
      const scoreSheets = structuredClone(project.scoreSheets);
      let at = 0;
      for (const bidId of field.contenders) for (const criterionId of ['a', 'b', 'c']) for (const evaluatorId of ['e1', 'e2']) {
        scoreSheets[scoreSheetId(evaluatorId, bidId)]!.scores[criterionId]!.value = String(shaken[at]);
        at += 1;
      }
      const leaders = field.order.leaders(totals).flatMap((index) => field.contenders[index] ?? []).toSorted();
      expect(leaders).toEqual(firstIn({ ...project, scoreSheets }));
      const tally = finish(noiseOf(field, seed, 1));
      expect(tally.firsts.filter(({ alone, shared }) => alone + shared === 1).map(({ bidId }) => bidId).toSorted()).toEqual(leaders);
      expect(tally.ties).toBe(leaders.length > 1 ? 1 : 0);
    }), { numRuns: 300 });
  });

  it('has a verdict like any other', () => {
    const report = reportOn(under('monetisedQuality', twoBids));
    const draws = { seed: 1, draws: 10, drawn: 10, ties: 0, firsts: [{ bidId: 'cheap', alone: 10, shared: 0 }, { bidId: 'dear', alone: 0, shared: 0 }] };
    expect(verdictOf(report, draws)).toEqual({ kind: 'formula', formulas: ['pricePerQuality'] });
    expect(checksOf(report, draws, true)).toMatchObject({ weights: 'holds', formulas: 'changes' });
  });
});

describe('a group of criteria moved as a whole', { timeout: 60_000 }, () => {
  /** Price 40; impact 40 of 75 and 25; team 20. */
  const tree = [
    price('p', { weight: '40', position: 'a0' }), group('impact', { weight: '40', position: 'a1' }), quality('deep', { weight: '75', parentId: 'impact', position: 'a2' }),
    quality('wide', { weight: '25', parentId: 'impact', position: 'a3' }), quality('team', { weight: '20', position: 'a4' }),
  ];
  const project = lotWith(tree, { dear: [200, 5, 4, 3], cheap: [100, 2, 3, 4] });

  it('stands before what is in it, with the sum of its weights', () => {
    expect(reportOn(project).weights.map(({ criterionId, isGroup, depth, weight }) => [criterionId, isGroup, depth, weight])).toEqual([
      ['p', false, 0, '40'], ['impact', true, 0, '40'], ['deep', false, 1, '30'], ['wide', false, 1, '10'], ['team', false, 0, '20'],
    ]);
  });

  it('is no part of its own with one criterion, or with all of them', () => {
    const lonely = lotWith([price('p', { weight: '40' }), group('g', { weight: '60' }), quality('q', { weight: '100', parentId: 'g' })], { dear: [200, 5], cheap: [100, 2] });
    expect(reportOn(lonely).weights.map(({ criterionId }) => criterionId)).toEqual(['p', 'q']);
    const all = lotWith([group('g', { weight: '100' }), price('p', { weight: '40', parentId: 'g' }), quality('q', { weight: '60', parentId: 'g' })], { dear: [200, 5], cheap: [100, 2] });
    expect(reportOn(all).weights.map(({ criterionId }) => criterionId)).toEqual(['p', 'q']);
  });

  it('swings and breaks even as the evaluation would with that weight of the group', () => {
    const offers = fc.record({ price: fc.integer({ min: 50, max: 300 }), levels: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)) });
    fc.assert(fc.property(offers, offers, offers, fc.integer({ min: 0, max: 100 }), (one, two, three, weight) => {
      const drawn = lotWith(tree, Object.fromEntries([one, two, three].map(({ price: amount, levels }, index) => [`b${index}`, [amount, ...levels] as const])));
      const contest = contestIn(drawn);
      const part = contest.parts.find(({ isGroup }) => isGroup)!;
      // Price and team weigh 40 and 20 of the 60 that are left: exact for a weight in whole hundredths of a third.
      const weights = weightsWith(contest.criteria, part, { numerator: BigInt(weight), denominator: 1n }) ?? [];
      const totals = totalsWith(contest, weights);
      const rest = 100 - weight;
      if (rest % 3 === 0) {
        const changed = withWeights(drawn, { impact: String(weight), p: String((rest * 2) / 3), team: String(rest / 3) });
        const expected = new Map(evaluate(changed, RO_2026).lots[0]!.ranking.map(({ bidId, total }) => [bidId, total]));
        expect(totals.map((total) => (total / 100).toFixed(2))).toEqual(contest.contenders.map((id) => expected.get(id)));
      }
      const { below, above } = finish(breakEvensOf(contest, part));
      const leadersAt = (at: number): string => contest.order.leaders(totalsWith(contest, weightsWith(contest.criteria, part, { numerator: BigInt(at), denominator: 100n }) ?? [])).join(' ');
      for (const [breakEven, back] of [[below, 1], [above, -1]] as const) {
        if (breakEven === null) continue;
        const at = Math.round(Number(breakEven.weight) * 100);
        expect(leadersAt(at)).not.toBe(leadersAt(4000));
        expect(leadersAt(at + back)).toBe(leadersAt(4000));
      }
    }), { numRuns: 100 });
  });

  it('cannot be moved while nothing in it weighs anything', () => {
    const weightless = withWeights(project, { deep: '0', wide: '0', impact: '0', p: '80', team: '20' });
    expect(reportOn(weightless).weights.find(({ isGroup }) => isGroup)).toMatchObject({ weight: '0', swings: [], below: null, above: null });
  });
});
