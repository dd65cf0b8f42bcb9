import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWARD_METHODS, RANKING_RULES, type CallRules } from '../../../src-renderer/domain/call-rules';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { explain } from '../../../src-renderer/domain/evaluation/explain';
import { evaluationProblems } from '../../../src-renderer/domain/evaluation-problems';
import type { RankedBid } from '../../../src-renderer/domain/evaluation/result';
import type { AwardCriterion, Bid, Evaluator, Project } from '../../../src-renderer/domain/project';
import { COST_TIMINGS } from '../../../src-renderer/domain/life-cycle';
import { PRICE_FORMULAS } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { oracle } from './evaluation-oracle';
import { bid, bidder, cost, group, lei, lot, price, projectOf, quality } from './fixtures';

const lotIds = ['1', '2'] as const;
const weight = fc.constantFrom('40', '33.33', '12.5', '0', '100', '7.125', '0.01');
const money = (max: number) => fc.record({ amount: fc.oneof(fc.integer({ min: 1, max }), fc.constantFrom(100, 200, 300)), currency: fc.constant('RON') });

const formula = fc.constantFrom(...PRICE_FORMULAS);
const fullMarksAt = fc.constantFrom(null, '0', '60', '62.5', '99.99', '100');
const levels = fc.constantFrom(1, 3, 5, 10);
const somewhere = fc.constantFrom<Readonly<Record<string, true>> | undefined>(undefined, undefined, undefined, {}, { 1: true }, { 2: true }, { 1: true, 2: true });

/** A node of the tree: mostly on the first level or in one of the groups, sometimes in a place that leads nowhere. */
const criterion = (id: string): fc.Arbitrary<AwardCriterion> => {
  const node = {
    position: fc.constantFrom('a0', 'a1', 'a2'),
    weight,
    parentId: fc.oneof({ weight: 8, arbitrary: fc.constantFrom<string | null | undefined>(undefined, null, 'g0', 'g1', 'g2') }, { weight: 1, arbitrary: fc.constantFrom<string | null | undefined>('gone', 'c0') }),
    lotIds: somewhere,
  };
  const axis = fc.constantFrom('costEffectiveness' as const, 'transformativePotential' as const);
  return fc.oneof(
    fc.record({ ...node, axis, formula, fullMarksAt }).map((fields) => price(id, fields)),
    fc.record({ ...node, axis, formula, fullMarksAt, horizonYears: fc.constantFrom(1, 2, 7), includesPrice: fc.boolean(), timings: fc.array(fc.constantFrom(...COST_TIMINGS), { maxLength: 3 }) })
      .map(({ timings, ...fields }) => cost(id, { ...fields, costItems: Object.fromEntries(timings.map((timing, index) => [`i${index}`, { id: `i${index}`, position: `a${index}`, name: timing, timing }])) })),
    fc.record({ ...node, axis, max: levels, minScore: fc.constantFrom(null, undefined, undefined, '1', '1.5', '2') }).map(({ max, ...fields }) => quality(id, { ...fields, scale: { max, anchors: {} } })),
  );
};

/** Groups in one another, mostly soundly: `g1` may lie in `g0`, `g2` in `g1`, and now and then a group lies in itself. */
const groups: fc.Arbitrary<AwardCriterion[]> = fc.tuple(...['g0', 'g1', 'g2'].map((id, index) =>
  fc.record({ weight, lotIds: somewhere, minShare: fc.constantFrom(undefined, undefined, null, '0', '33.3', '50', '100'), parentId: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string | null>(null, index === 0 ? null : `g${index - 1}`) }, { weight: 1, arbitrary: fc.constantFrom<string | null>(id, 'g2') }) })
    .map((fields) => group(id, { position: `a${index}`, ...fields }))));

const anyBid = (id: string): fc.Arbitrary<Bid> =>
  fc.record({
    lotId: fc.constantFrom(...lotIds),
    price: fc.oneof({ weight: 12, arbitrary: money(500) }, { weight: 1, arbitrary: fc.constantFrom(null, { amount: 0, currency: 'RON' }, { amount: -5, currency: 'RON' }, { amount: 90, currency: 'EUR' }) }),
    vatIncluded: fc.oneof({ weight: 8, arbitrary: fc.constant<boolean | null>(false) }, { weight: 1, arbitrary: fc.constantFrom(true, null) }),
    status: fc.oneof({ weight: 6, arbitrary: fc.constant<Bid['status']>('valid') }, { weight: 1, arbitrary: fc.constantFrom<Bid['status']>('disqualified', 'withdrawn') }),
    costs: fc.oneof({ weight: 6, arbitrary: fc.record({ i0: money(300), i1: money(300), i2: money(300) }) }, { weight: 1, arbitrary: fc.constantFrom(undefined, { i0: { amount: 5, currency: 'EUR' } }, { i0: { amount: 0, currency: 'RON' } }) }),
    corrections: fc.option(fc.array(fc.record({ correctedPrice: money(500), accepted: fc.constantFrom(true, false, null) }), { maxLength: 3 }), { nil: undefined, freq: 3 }),
  }).map(({ corrections, costs, ...fields }) => bid(id, {
    ...fields,
    ...(costs === undefined ? {} : { costs }),
    ...(corrections === undefined ? {} : {
      corrections: Object.fromEntries(corrections.map((each, index) => [String(index + 9), { id: String(index + 9), kind: 'arithmetic' as const, reason: 'Suma.', notifiedOn: null, ...each }])),
    }),
  }));

const value = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 0, max: 3 }).map(String) }, { weight: 1, arbitrary: fc.constantFrom(null, '11', '2.5', '-1') });

const rules: fc.Arbitrary<CallRules | undefined> = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, {
  weight: 3,
  arbitrary: fc.record({
    discountRate: fc.constantFrom('4', '0', '5.25', '12.5'),
    rankingRule: fc.constantFrom(undefined, undefined, ...RANKING_RULES),
    awardMethod: fc.constantFrom(undefined, undefined, ...AWARD_METHODS),
    qualityWorth: fc.constantFrom(undefined, '30', '12.5'),
    twoEnvelopes: fc.constantFrom(undefined, undefined, undefined, true),
    tieBreaker: fc.constantFrom(undefined, 'Termenul cel mai scurt.'),
  }),
});

const agreedAt = '2026-05-21T09:00:00.000Z';
const moderation = fc.option(fc.record({ value, agreedAt: fc.constantFrom(null, agreedAt) }), { freq: 3 });

const withRoles = (roles: Readonly<Record<string, Partial<Evaluator>>>, project: Project): Project =>
  ({ ...project, evaluators: Object.fromEntries(Object.values(project.evaluators).map((person) => [person.id, { ...person, ...roles[person.id] }])) });

const anyProject: fc.Arbitrary<Project> = fc
  .record({ criteria: fc.integer({ min: 0, max: 5 }), bids: fc.integer({ min: 0, max: 7 }), evaluators: fc.integer({ min: 1, max: 3 }) })
  .chain((size) => {
    const criterionIds = Array.from({ length: size.criteria }, (_, index) => `c${index}`);
    const bidIds = Array.from({ length: size.bids }, (_, index) => `b${index}`);
    const evaluators = Array.from({ length: size.evaluators }, (_, index) => `e${index}`);
    const all = <Item>(keys: readonly string[], item: fc.Arbitrary<Item>) => fc.record(Object.fromEntries(keys.map((key) => [key, item])));
    return fc.record({
      criteria: fc.tuple(...criterionIds.map(criterion)),
      inGroups: groups,
      bids: fc.tuple(...bidIds.map(anyBid)),
      scores: all(evaluators, all(bidIds, all(criterionIds, value))),
      agreed: fc.option(all(bidIds, all(criterionIds, moderation)), { nil: undefined }),
      estimates: fc.tuple(fc.option(money(400)), fc.option(money(400))),
      callRules: rules,
      opened: fc.boolean(),
      roles: all(evaluators, fc.constantFrom({}, {}, {}, { role: 'member' as const }, { role: 'chair' as const, votes: false }, { role: 'expert' as const })),
    }).map(({ criteria, inGroups, bids, scores, agreed, estimates, callRules, opened, roles }): Project => withRoles(roles, {
      ...projectOf({ criteria: [...criteria, ...inGroups], bids, scores, evaluators, lots: lotIds.map((id, index) => lot(id, { position: `a${index}`, estimatedValue: estimates[index] ?? null })) }),
      ...(callRules === undefined ? {} : { callRules }),
      ...(opened ? { envelopes: { 1: { id: '1', qualityLockedAt: agreedAt, qualityHash: null, pricesOpenedAt: agreedAt } } } : {}),
      ...(agreed === undefined ? {} : {
        moderations: Object.fromEntries(Object.entries(agreed).flatMap(([bidId, byCriterion]) => Object.entries(byCriterion).flatMap(([criterionId, made]) =>
          (made === null ? [] : [[`${bidId}.${criterionId}`, { id: `${bidId}.${criterionId}`, bidId, criterionId, reason: 'Pag. 3.', votes: {}, dissents: {}, ...made }]])))),
      }),
    }));
  });

const hundredths = (text: string | null): bigint | null => (text === null ? null : BigInt(text.replace('.', '')));

// Thousands of projects take seconds; a busy machine must not turn that into a failure.
describe('evaluate', { timeout: 60_000 }, () => {
  it('agrees with an evaluation written a second time in fractions', () => {
    fc.assert(fc.property(anyProject, (project) => {
      const result = evaluate(project, RO_2026);
      expect(result.lots.map(({ lotId }) => lotId)).toEqual([...lotIds]);
      for (const { lotId, ranking, provisional } of result.lots) {
        const expected = oracle(project, lotId);
        expect(ranking).toHaveLength(expected.length);
        for (const { bidId, rank, points, total, isOut, isLow, isAbove } of expected) {
          const found = ranking.find((each) => each.bidId === bidId);
          expect(found?.rank).toBe(rank);
          expect(hundredths(found?.total ?? null)).toBe(total);
          expect(Object.fromEntries((found?.criteria ?? []).map((each) => [each.criterionId, hundredths(each.points)]))).toEqual(points);
          expect(found?.flags.includes('incomplete')).toBe(rank === null && !isOut);
          expect(found?.flags.includes('belowMinimum')).toBe(isOut);
          expect([found?.flags.includes('abnormallyLow'), found?.flags.includes('aboveEstimate')]).toEqual([isLow, isAbove]);
          expect(found?.flags.includes('tie')).toBe(rank !== null && expected.filter((each) => each.rank === rank).length > 1);
        }
        expect(provisional).toBe(expected.some((each) => each.rank === null && !each.isOut));
      }
    }), { numRuns: 3000 });
  });

  it('adds axes to the total and lists bids by rank, then name', () => {
    fc.assert(fc.property(anyProject, (project) => {
      for (const { ranking } of evaluate(project, RO_2026).lots) {
        for (const [index, each] of ranking.entries()) {
          if (each.total !== null) expect((hundredths(each.costEffectiveness) ?? -1n) + (hundredths(each.transformativePotential) ?? -1n)).toBe(hundredths(each.total));
          const next = ranking[index + 1];
          if (next !== undefined) expect(each.rank ?? Infinity).toBeLessThanOrEqual(next.rank ?? Infinity);
        }
      }
    }), { numRuns: 500 });
  });

  it('does not depend on the order records are kept in', () => {
    const turned = <Item>(collection: Readonly<Record<string, Item>>): Record<string, Item> => Object.fromEntries(Object.entries(collection).toReversed());
    fc.assert(fc.property(anyProject, (project) => {
      const other = { ...project, lots: turned(project.lots), awardCriteria: turned(project.awardCriteria), bids: turned(project.bids), bidders: turned(project.bidders), evaluators: turned(project.evaluators), scoreSheets: turned(project.scoreSheets) };
      expect(evaluate(other, RO_2026)).toEqual(evaluate(project, RO_2026));
    }), { numRuns: 500 });
  });

  it('leaves the others as they were when a bid without influence goes', () => {
    fc.assert(fc.property(anyProject, (project) => {
      const compared = { ...project, bids: Object.fromEntries(Object.entries(project.bids).filter(([, { status }]) => status === 'valid')) };
      const ranking = (each: Project) => evaluate(each, RO_2026).lots.map((found) => found.ranking);
      expect(ranking(compared)).toEqual(ranking(project));
    }), { numRuns: 500 });
  });
});

const only = (project: Project): readonly RankedBid[] => evaluate(project, RO_2026).lots[0]?.ranking ?? [];
const points = (project: Project): Record<string, string | null> => Object.fromEntries(only(project).map(({ bidId, total }) => [bidId, total]));
const priced = (formula: Partial<Parameters<typeof price>[1]>, prices: Record<string, number>, estimate = 0): Project =>
  projectOf({
    lots: [lot('1', { estimatedValue: estimate === 0 ? null : lei(estimate) })],
    criteria: [price('p', { weight: '40', ...formula })],
    bids: Object.entries(prices).map(([id, amount]) => bid(id, { price: lei(amount) })),
  });

/*
 * Where each formula comes from: lowest proportional as Negometrix documents its "low bid scoring formula"
 * (https://support-us.negometrix.com/support/solutions/articles/44001761046-low-bid-scoring-formula); relative and min-max
 * linear, relative to the other bids, and to budget, absolute, as Stilger, Siderius and van Raaij sort them (Journal of
 * Public Procurement 17(1), 2017, https://repub.eur.nl/pub/99582). The numbers are our own, worked by hand; the sources
 * were read through the project's handbook, not page by page. The two rules that set an amount against quality, life-cycle
 * cost and ties: `criteria.test.ts`.
 */
describe('price formulas, worked by hand', () => {
  it('lowest proportional: S × Pmin / P', () => {
    // 40 × 100 000 / 125 000 = 32; 40 × 100 000 / 300 000 = 13.333…
    expect(points(priced({ formula: 'lowestProportional' }, { a: 100_000, b: 125_000, c: 300_000 }))).toEqual({ a: '40.00', b: '32.00', c: '13.33' });
  });

  it('relative linear: 25 % dearer has 25 % fewer points, twice as dear has none (Stilger et al. 2017, formula family "linear to lowest")', () => {
    expect(points(priced({ formula: 'relativeLinear' }, { a: 100_000, b: 125_000, c: 200_000, d: 250_000 }))).toEqual({ a: '40.00', b: '30.00', c: '0.00', d: '0.00' });
  });

  it('min-max linear: none for the dearest, half way for the middle, all when prices are the same', () => {
    expect(points(priced({ formula: 'minMaxLinear' }, { a: 100_000, b: 150_000, c: 200_000 }))).toEqual({ a: '40.00', b: '20.00', c: '0.00' });
    expect(points(priced({ formula: 'minMaxLinear' }, { a: 100_000, b: 100_000 }))).toEqual({ a: '40.00', b: '40.00' });
    expect(points(priced({ formula: 'minMaxLinear' }, { a: 100_000 }))).toEqual({ a: '40.00' });
  });

  it('to budget: S × (B − P) / (B − Bmin), whatever the others bid', () => {
    const formula = { formula: 'toBudget' as const, fullMarksAt: '60' };
    // B = 200 000, full points at 120 000: 40 × (200 − 150) / (200 − 120) = 25
    expect(points(priced(formula, { a: 150_000, b: 120_000, c: 90_000, d: 200_000, e: 210_000 }, 200_000))).toEqual({ a: '25.00', b: '40.00', c: '40.00', d: '0.00', e: '0.00' });
    expect(points(priced(formula, { a: 150_000 }, 200_000))).toEqual({ a: '25.00' });
  });

  it('rounds half up once, at the criterion', () => {
    // 33.33 × 3/8 = 12.49875 → 12.50; 0.05 × 1/10 = 0.005 → 0.01
    const project = projectOf({
      criteria: [quality('q', { weight: '33.33', scale: { max: 8, anchors: {} } }), quality('r', { weight: '0.05', scale: { max: 10, anchors: {} } })],
      bids: [bid('a')],
      scores: { e1: { a: { q: '3', r: '1' } } },
    });
    expect(only(project)[0]?.criteria.map((each) => [each.exact, each.points])).toEqual([['12.49875', '12.50'], ['0.005', '0.01']]);
    expect(points(project)).toEqual({ a: '12.51' });
  });
});

describe('what is missing, low or tied', () => {
  it('is stated: mean of all evaluators, none left out', () => {
    const parts = { criteria: [quality('q', { weight: '60' })], bids: [bid('a')], evaluators: ['e1', 'e2', 'e3'] };
    const whole = projectOf({ ...parts, scores: { e1: { a: { q: '4' } }, e2: { a: { q: '5' } }, e3: { a: { q: '4' } } } });
    // mean 13/3 of 5: 60 × 13 / 15 = 52
    expect(only(whole)[0]?.criteria[0]).toMatchObject({ points: '52.00', explanation: { mean: '4.333333' } });
    const waiting = evaluate(projectOf({ ...parts, scores: { e1: { a: { q: '4' } }, e2: { a: { q: '9' } } } }), RO_2026).lots[0];
    expect(waiting).toMatchObject({ missingScores: 2, provisional: true });
    expect(waiting?.ranking[0]).toMatchObject({ rank: null, total: null, flags: ['incomplete', 'missingScores'] });
    expect(waiting?.ranking[0]?.criteria[0]?.explanation).toMatchObject({ rule: 'missing', reasons: ['scoreOutsideScale', 'noScore'] });
  });

  it('flags prices below 80 % of the estimate, not those at it (Law 98/2016 art. 210, Norms art. 136), and above it (art. 137)', () => {
    // The prices differ by less than a hundredth of a point, so each pair also ties.
    const flags = Object.fromEntries(only(priced({}, { a: 79_999.99, b: 80_000, c: 100_000, d: 100_000.01 }, 100_000)).map((each) => [each.bidId, each.flags]));
    expect(flags).toEqual({ a: ['tie', 'abnormallyLow'], b: ['tie'], c: ['tie'], d: ['tie', 'aboveEstimate'] });
  });

  it('compares prices only without VAT and in the project\'s currency', () => {
    const project = projectOf({
      criteria: [price('p', { weight: '100' })],
      bids: [bid('a', { price: lei(100) }), bid('b', { price: lei(10), vatIncluded: true }), bid('c', { price: { amount: 1, currency: 'EUR' } }), bid('d'), bid('e', { price: lei(0) })],
    });
    const reasons = Object.fromEntries(only(project).map(({ bidId, total, criteria }) => [bidId, total ?? (criteria[0]?.explanation.rule === 'missing' ? criteria[0].explanation.reasons : [])]));
    expect(reasons).toEqual({ a: '100.00', b: ['priceIncludesVat'], c: ['otherCurrency'], d: ['noPrice'], e: ['priceNotPositive'] });
    expect(only(project).find(({ bidId }) => bidId === 'b')?.flags).toEqual(['incomplete', 'priceIncludesVat']);
  });

  it('shares a rank among equal totals and counts past them', () => {
    const project = priced({}, { a: 300, b: 100, c: 100, d: 200 });
    expect(only(project).map(({ bidId, rank, flags }) => [bidId, rank, flags])).toEqual([['b', 1, ['tie']], ['c', 1, ['tie']], ['d', 3, []], ['a', 4, []]]);
  });

  it('puts equal bids in the order of their bidders\' names as people read them', () => {
    const bids = [bid('a', { bidderId: 'x', price: lei(1) }), bid('b', { bidderId: 'y', price: lei(1) }), bid('c', { bidderId: 'z', price: lei(1) })];
    const bidders = [bidder('x', { name: 'Țiglă SRL' }), bidder('y', { name: 'stâlp SA' }), bidder('z', { name: 'Umbră' })];
    expect(only(projectOf({ criteria: [price('p')], bids, bidders })).map(({ bidId }) => bidId)).toEqual(['b', 'a', 'c']);
  });

  it('finds no score in what every object inherits', () => {
    const project = projectOf({ criteria: [quality('toString')], bids: [bid('a')], scores: { e1: { a: {} } } });
    expect(only(project)[0]?.criteria[0]?.explanation).toMatchObject({ rule: 'missing', reasons: ['noScore'] });
    expect(evaluationProblems(project)).toMatchObject([{ code: 'score.missing' }]);
  });

  it('ranks nobody without criteria, and says what each axis can give', () => {
    expect(only(projectOf({ bids: [bid('a')] }))[0]).toMatchObject({ rank: null, total: null, flags: ['incomplete', 'noPrice'] });
    expect(evaluate(projectOf({ criteria: [price('p', { weight: '33.3' }), price('r', { weight: '6.7' }), quality('q')] }), RO_2026).axisMaximum).toEqual({ costEffectiveness: '40', transformativePotential: '60' });
  });
});

describe('explain', () => {
  const stepsOf = (project: Project, bidId: string) => {
    const found = only(project).find((each) => each.bidId === bidId)?.criteria[0];
    const asked = project.awardCriteria[found?.criterionId ?? ''];
    return found === undefined || asked === undefined ? [] : explain(asked, found);
  };

  it('gives a price\'s steps from formula to rounded points', () => {
    expect(stepsOf(priced({}, { a: 100, b: 300 }), 'b')).toEqual([
      { kind: 'formula', rule: 'lowestProportional' },
      { kind: 'numbers', rule: 'lowestProportional', numbers: { weight: '40', price: lei(300), lowest: lei(100) } },
      { kind: 'exact', value: '13.333333', cut: true },
      { kind: 'rounded', points: '13.33', changed: true },
    ]);
  });

  it('says where a formula was cut, with the budget\'s numbers', () => {
    const steps = stepsOf(priced({ formula: 'toBudget', fullMarksAt: '60' }, { a: 110_000 }, 200_000), 'a');
    expect(steps).toEqual([
      { kind: 'formula', rule: 'toBudget' },
      { kind: 'numbers', rule: 'toBudget', numbers: { weight: '40', price: lei(110_000), budget: lei(200_000), fullMarksPrice: lei(120_000), fullMarksAt: '60' } },
      { kind: 'clamped', to: '40.00' },
      { kind: 'exact', value: '40.00', cut: false },
      { kind: 'rounded', points: '40.00', changed: false },
    ]);
  });

  it('gives the mean when several scored, and the reasons when there are no points', () => {
    const parts = { criteria: [quality('q')], bids: [bid('a')], evaluators: ['e1', 'e2'] };
    expect(stepsOf(projectOf({ ...parts, scores: { e1: { a: { q: '4' } }, e2: { a: { q: '5' } } } }), 'a').slice(1, 3)).toEqual([
      { kind: 'mean', scores: ['4', '5'], mean: '4.5' },
      { kind: 'numbers', rule: 'score', numbers: { weight: '60', mean: '4.5', max: 5 } },
    ]);
    expect(stepsOf(projectOf(parts), 'a')).toEqual([{ kind: 'missing', reason: 'noScore' }]);
  });
});
