/** Worked examples of the tree, life-cycle costs, minimums, agreed scores, ranking rules and ties; and Kendall's W. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callGuards } from '../../../src-renderer/domain/call-guards';
import { callProblems } from '../../../src-renderer/domain/call-problems';
import { leavesOf } from '../../../src-renderer/domain/criteria-tree';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { LotResult } from '../../../src-renderer/domain/evaluation/result';
import type { AwardCriterion, Project } from '../../../src-renderer/domain/project';
import { agreementOf, concordanceOf } from '../../../src-renderer/domain/robustness/agreement';
import { simulate } from '../../../src-renderer/domain/robustness/simulation';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { bid, cost, group, lei, lot, price, projectOf, quality } from './fixtures';
import { lotWith, reportOn } from './robustness-projects';

const lotOf = (project: Project): LotResult => {
  const [result] = evaluate(project, RO_2026).lots;
  if (result === undefined) throw new Error('The project has no lot');
  return result;
};
const totals = (project: Project): Record<string, string | null> => Object.fromEntries(lotOf(project).ranking.map(({ bidId, total }) => [bidId, total]));
const ranks = (project: Project): Record<string, number | null> => Object.fromEntries(lotOf(project).ranking.map(({ bidId, rank }) => [bidId, rank]));
const codes = (project: Project): string[] => callProblems(project, RO_2026).map(({ code }) => code);

describe('a tree of criteria', () => {
  const tree = (fields: Partial<AwardCriterion> = {}): AwardCriterion[] => [
    price('p', { weight: '40' }), group('g', { weight: '60' }), quality('a', { weight: '75', parentId: 'g' }), { ...quality('b', { weight: '25', parentId: 'g' }), ...fields } as AwardCriterion,
  ];

  it('weighs the exact product of the shares on the way down, and rounds only at the leaf', () => {
    // 60 % of 75 % is 45, of 25 % is 15: 40 + 45 × 4/5 + 15 × 2/5 = 40 + 36 + 6.
    const project = projectOf({ criteria: tree(), bids: [bid('x', { price: lei(100) })], scores: { e1: { x: { a: '4', b: '2' } } } });
    expect(leavesOf(project.awardCriteria).map(({ criterion, weightText }) => [criterion.id, weightText])).toEqual([['p', '40'], ['a', '45'], ['b', '15']]);
    expect(totals(project)).toEqual({ x: '82.00' });
    expect(codes(project)).not.toContain('call.groupNot100');
  });

  it('says which level of which lot does not sum to 100', () => {
    const lots = [lot('1', { position: 'a0' }), lot('2', { position: 'a1' })];
    expect(codes(projectOf({ lots, criteria: tree() }))).not.toContain('call.groupNot100InLot');
    const some = callProblems(projectOf({ lots, criteria: tree({ lotIds: { 1: true } }) }), RO_2026).find(({ code }) => code === 'call.groupNot100InLot');
    expect(some).toMatchObject({ pointer: '/awardCriteria/g', data: { group: 'g', lot: '2', sum: '75', difference: '25' } });
    expect(codes(projectOf({ lots, criteria: tree({ weight: '20' }) })).filter((code) => code === 'call.groupNot100')).toHaveLength(1);
    expect(codes(projectOf({ criteria: [price('p', { weight: '40' }), group('g')] }))).toContain('call.groupEmpty');
    expect(codes(projectOf({ criteria: [quality('q', { weight: '100', parentId: 'gone' })] }))).toContain('call.groupMissing');
  });

  it('keeps effective weights a whole whenever every level is one', () => {
    const shares = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(shares, shares, shares, (top, middle, bottom) => {
      const criteria = [
        price('p', { weight: String(100 - top) }), group('g', { weight: String(top) }), quality('a', { weight: String(100 - middle), parentId: 'g' }),
        group('h', { weight: String(middle), parentId: 'g' }), quality('b', { weight: `${bottom}.5`, parentId: 'h' }), quality('c', { weight: `${99 - bottom}.5`, parentId: 'h' }),
      ];
      const sum = leavesOf(projectOf({ criteria }).awardCriteria).reduce((total, { weight }) => total + (weight === null ? 0 : (Number(weight.numerator) / Number(weight.denominator))), 0);
      expect(Math.abs(sum - 100)).toBeLessThan(1e-9);
    }));
  });
});

describe('life-cycle cost (Law 98/2016 art. 191-192; Norms HG 395/2016 art. 33)', () => {
  const items = { use: { id: 'use', position: 'a0', name: 'Energie', timing: 'yearly' as const }, end: { id: 'end', position: 'a1', name: 'Demontare', timing: 'atEnd' as const } };
  const call = (fields: Parameters<typeof cost>[1] = {}): Project => ({
    ...projectOf({
      criteria: [cost('c', { weight: '100', horizonYears: 2, costItems: items, ...fields })],
      bids: [
        bid('dear', { price: lei(1000), costs: { use: lei(100), end: lei(0) } }),
        bid('cheap', { price: lei(900), costs: { use: lei(210), end: lei(242) } }),
      ],
    }),
    callRules: { discountRate: '10' },
  });

  it('adds the price, each year and the end, discounted exactly', () => {
    // dear: 1000 + 100/1.1 + 100/1.21 = 1173.553…; cheap: 900 + 210/1.1 + 210/1.21 + 242/1.21 = 1464.462…; 100 × 1173.553/1464.462 = 80.135…
    const found = lotOf(call()).ranking;
    expect(found.map(({ bidId, total, criteria }) => [bidId, total, criteria[0]?.explanation])).toMatchObject([
      ['dear', '100.00', { rule: 'lowestProportional', price: lei(1173.55), cost: { rate: '10', years: 2 } }],
      ['cheap', '80.14', { price: lei(1464.46), lowest: lei(1173.55) }],
    ]);
  });

  it('counts costs alone where the price has a criterion of its own, and says what is missing', () => {
    expect(totals(call({ includesPrice: false }))).toMatchObject({ dear: '100.00' });
    const { callRules: _, ...without } = call();
    expect(lotOf(without).ranking[0]?.criteria[0]?.explanation).toMatchObject({ rule: 'missing', reasons: ['noDiscountRate'] });
    expect(codes(without)).toContain('call.discountRateMissing');
    const project = call();
    const bare = { ...project, bids: { ...project.bids, dear: bid('dear', { price: lei(1000), costs: { use: lei(100) } }) } };
    expect(lotOf(bare).ranking.find(({ bidId }) => bidId === 'dear')?.criteria[0]?.explanation).toMatchObject({ rule: 'missing', reasons: ['noCost'] });
  });
});

describe('a lowest score (eForms BT-5423)', () => {
  it('puts a bid out of the ranking, and its price moves nobody', () => {
    const project = projectOf({
      criteria: [price('p', { weight: '40' }), quality('q', { weight: '60', minScore: '3' })],
      bids: [bid('weak', { price: lei(50) }), bid('good', { price: lei(100) })],
      scores: { e1: { weak: { q: '2' }, good: { q: '4' } } },
    });
    expect(lotOf(project)).toMatchObject({ provisional: false, ranking: [{ bidId: 'good', rank: 1, total: '88.00' }, { bidId: 'weak', rank: null, flags: ['belowMinimum'] }] });
  });
});

describe('a least share of a group\'s quality points', () => {
  const call = (minShare: string | null): Project => projectOf({
    criteria: [price('p', { weight: '40' }), group('g', { weight: '60', minShare }), quality('q', { weight: '75', parentId: 'g' }), quality('r', { weight: '25', parentId: 'g' })],
    bids: [bid('weak', { price: lei(50) }), bid('good', { price: lei(100) })],
    // Of 45 and 15 points on a scale to 5: weak has 18 + 15 = 33 of 60, which is 55 %.
    scores: { e1: { weak: { q: '2', r: '5' }, good: { q: '4', r: '4' } } },
  });

  it('puts a bid out of the ranking when the printed points are below it, and at it does not', () => {
    expect(lotOf(call('55')).ranking.map(({ bidId, rank }) => [bidId, rank])).toEqual([['weak', 1], ['good', 2]]);
    expect(lotOf(call('55.01'))).toMatchObject({ provisional: false, ranking: [{ bidId: 'good', rank: 1, total: '88.00' }, { bidId: 'weak', rank: null, flags: ['belowMinimum'] }] });
    expect(lotOf(call('55.01')).ranking[1]?.minimums).toEqual([{ groupId: 'g', points: '33.00', most: '60', least: '55.01', met: false }]);
    expect(lotOf(call(null)).ranking[0]).not.toHaveProperty('minimums');
  });

  it('says nothing while a score is missing, and stops nobody without quality criteria, which is told', () => {
    const waiting = { ...call('100'), scoreSheets: {} };
    expect(lotOf(waiting).ranking.every(({ flags, minimums }) => !flags.includes('belowMinimum') && minimums?.[0]?.met === null)).toBe(true);
    const idle = projectOf({ criteria: [group('g', { weight: '100', minShare: '50' }), price('p', { weight: '100', parentId: 'g' })] });
    expect(callProblems(idle, RO_2026).map(({ code }) => code)).toContain('call.minShareIdle');
    expect(callProblems(call('101'), RO_2026).map(({ code }) => code)).toContain('call.minShareInvalid');
  });
});

describe('a score the commission agreed on (Norms HG 395/2016 art. 131)', () => {
  const agreed = (value: string | null, agreedAt: string | null): Project => ({
    ...projectOf({ criteria: [quality('q', { weight: '100' })], bids: [bid('a')], evaluators: ['e1', 'e2'], scores: { e1: { a: { q: '1' } }, e2: { a: { q: '4' } } } }),
    moderations: { 'a.q': { id: 'a.q', bidId: 'a', criterionId: 'q', value, reason: 'Pilot.', agreedAt, votes: {}, dissents: {} } },
  });

  it('counts instead of the mean once agreed, and the original scores stay', () => {
    expect(totals(agreed('4', null))).toEqual({ a: '50.00' });
    expect(totals(agreed(null, '2026-03-02T08:00:00.000Z'))).toEqual({ a: '50.00' });
    const found = lotOf(agreed('4', '2026-03-02T08:00:00.000Z')).ranking[0];
    expect(found?.total).toBe('80.00');
    expect(found?.criteria[0]?.explanation).toMatchObject({ mean: '2.5', agreed: { value: '4' }, scores: [{ value: '1' }, { value: '4' }] });
  });

  it('stays when one evaluator is left out', () => {
    const base = lotWith([quality('q', { weight: '100' })], { one: [100, 5], two: [100, 4] }, [{ one: [100, 5], two: [100, 4] }, { one: [100, 0], two: [100, 5] }]);
    const moderation = (bidId: string, value: string) => ({ id: `${bidId}.q`, bidId, criterionId: 'q', value, reason: '', agreedAt: '2026-03-02T08:00:00.000Z', votes: {}, dissents: {} });
    const project = { ...base, moderations: { 'one.q': moderation('one', '5'), 'two.q': moderation('two', '3') } };
    expect(reportOn(project).withoutEvaluator.map(({ firstPlaceChanges }) => firstPlaceChanges)).toEqual([false, false]);
    expect(reportOn(base).withoutEvaluator.some(({ firstPlaceChanges }) => firstPlaceChanges)).toBe(true);
  });
});

describe('rules that set an amount against quality', () => {
  const call = (rankingRule: 'pricePerQuality' | 'monetisedQuality', qualityWorth?: string): Project => ({
    ...projectOf({
      lots: [lot('1', { estimatedValue: lei(1000) })],
      criteria: [quality('q', { weight: '100' })],
      bids: [bid('fine', { price: lei(900) }), bid('plain', { price: lei(600) }), bid('none', { price: lei(100) })],
      scores: { e1: { fine: { q: '5' }, plain: { q: '3' }, none: { q: '0' } } },
    }),
    callRules: { rankingRule, ...(qualityWorth === undefined ? {} : { qualityWorth }) },
  });

  it('price per quality point: 900 / 100 = 9 before 600 / 60 = 10; without points the last', () => {
    expect(ranks(call('pricePerQuality'))).toEqual({ fine: 1, plain: 2, none: 3 });
    expect(lotOf(call('pricePerQuality')).ranking.map(({ comparison }) => comparison)).toMatchObject([{ figure: lei(9) }, { figure: lei(10) }, { figure: null }]);
  });

  it('monetised quality: with full quality worth 50 %, 900 − 500 = 400, 600 − 300 = 300, 100 − 0 = 100', () => {
    expect(ranks(call('monetisedQuality', '50'))).toEqual({ none: 1, plain: 2, fine: 3 });
    expect(lotOf(call('monetisedQuality', '50')).ranking.map(({ comparison }) => comparison)).toMatchObject([{ figure: lei(100) }, { figure: lei(300), bonus: lei(300) }, { figure: lei(400), worth: lei(500) }]);
    expect(ranks(call('monetisedQuality'))).toEqual({ fine: null, plain: null, none: null });
    expect(codes(call('monetisedQuality'))).toContain('call.qualityWorthMissing');
  });
});

describe('ties (Norms HG 395/2016 art. 138-140)', () => {
  const equal = (scores: Readonly<Record<string, Readonly<Record<string, string>>>>): Project => projectOf({
    criteria: [quality('heavy', { weight: '60', position: 'a1' }), quality('light', { weight: '40', position: 'a0' })],
    bids: Object.keys(scores).map((id) => bid(id)), scores: { e1: scores },
  });

  it('are settled by the points of the factors in falling order of weight', () => {
    // 60 × 2/5 + 40 × 5/5 = 64; 60 × 4/5 + 40 × 2/5 = 64.
    const project = equal({ a: { heavy: '2', light: '5' }, b: { heavy: '4', light: '2' } });
    expect(ranks(project)).toEqual({ b: 1, a: 2 });
    expect(lotOf(project).ties).toEqual([{ groups: [['b'], ['a']], steps: [{ weight: '60', criterionIds: ['heavy'] }], next: 'nothing' }]);
  });

  it('need new price offers when every factor is equal, or the extra criterion of the notice first', () => {
    const project = equal({ a: { heavy: '3', light: '3' }, b: { heavy: '3', light: '3' } });
    expect(ranks(project)).toEqual({ a: 1, b: 1 });
    expect(lotOf(project).ties).toMatchObject([{ groups: [['a', 'b']], next: 'newOffers' }]);
    expect(lotOf({ ...project, callRules: { tieBreaker: 'Termenul cel mai scurt.' } }).ties).toMatchObject([{ next: 'extraCriterion' }]);
  });

  it('by lowest price go straight to new offers', () => {
    const project = projectOf({ criteria: [price('p', { weight: '100' })], bids: [bid('a', { price: lei(5) }), bid('b', { price: lei(5) })] });
    expect(lotOf(project).ties).toEqual([{ groups: [['a', 'b']], steps: [], next: 'newOffers' }]);
  });
});

describe('the simulator', () => {
  it('warns of the ranking paradox before the call is published (Stilger et al. 2017)', () => {
    const criterion = price('p', { weight: '50' });
    const project = projectOf({ criteria: [criterion, quality('q', { weight: '50' })] });
    const trials = [{ price: lei(200), quality: 100 }, { price: lei(150), quality: 80 }, { price: lei(100), quality: 0 }];
    const { results, paradoxes } = simulate(project, RO_2026, criterion, lei(300), trials);
    // 25 + 50, 33.33 + 40, 50 + 0; without the third 37.5 + 50 against 50 + 40.
    expect(results.map(({ total, rank }) => [total, rank])).toEqual([['75.00', 1], ['73.33', 2], ['50.00', 3]]);
    expect(paradoxes).toEqual([{ removed: 2, ahead: 0, behind: 1 }]);
    expect(simulate(project, RO_2026, { ...criterion, formula: 'toBudget', fullMarksAt: '30' }, lei(300), trials).paradoxes).toEqual([]);
  });
});

describe('Kendall\'s W', () => {
  const rows = (...values: readonly (readonly number[])[]): bigint[][] => values.map((row) => row.map(BigInt));

  it('is 1 for the same order, and what the formula says for others', () => {
    expect(concordanceOf(rows([3, 2, 1], [30, 20, 10], [9, 8, 7]))).toMatchObject({ w: '1.00', agreement: 'strong' });
    expect(concordanceOf(rows([1, 2], [2, 1]))).toMatchObject({ w: '0.00', agreement: 'little' });
    // Ranks 1 2 3 4, 1 3 2 4, 2 1 3 4: sums 4 6 8 12, S = 35, W = 12 × 35 / (9 × 60) = 0.777…
    expect(concordanceOf(rows([4, 3, 2, 1], [4, 2, 3, 1], [3, 4, 2, 1]))).toMatchObject({ w: '0.78' });
    // Ties: ranks 1.5 1.5 3 and 1 2 3: sums 2.5 3.5 6, S = 6.5, W = 12 × 6.5 / (4 × 24 − 2 × 6) = 0.928…
    expect(concordanceOf(rows([5, 5, 1], [5, 4, 1]))).toMatchObject({ w: '0.93' });
  });

  it('says when it cannot say anything', () => {
    expect(concordanceOf(rows([1, 2, 3]))).toBe('tooFew');
    expect(concordanceOf(rows([1, 1], [2, 2]))).toBe('noDifference');
  });

  it('lies between 0 and 1 and does not depend on who comes first', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 6 }).chain((n) => fc.array(fc.array(fc.nat(5), { minLength: n, maxLength: n }), { minLength: 2, maxLength: 5 })), (values) => {
      const found = concordanceOf(rows(...values));
      expect(concordanceOf(rows(...values.toReversed()))).toEqual(found);
      if (typeof found !== 'string') expect(Number(found.w)).toSatisfy((w: number) => w >= 0 && w <= 1);
    }));
  });

  it('is taken over the bids that everyone scored', () => {
    const project = lotWith([quality('q', { weight: '100' })], { one: [1, 5], two: [1, 3], three: [1, 1] }, [{ one: [1, 5], two: [1, 3], three: [1, 1] }, { one: [1, 4], two: [1, 2], three: [1, 0] }]);
    expect(agreementOf(project, lotOf(project))).toMatchObject({ overall: { w: '1.00', evaluators: 2, bids: 3 }, criteria: [{ criterionId: 'q', concordance: { w: '1.00' } }] });
  });
});

describe('legal guards', () => {
  const guards = (project: Project): string[] => callGuards(project, RO_2026).map(({ code }) => code);
  const described = { description: 'Ce se schimbă.', evidence: 'Plan.' };
  const both = projectOf({ lots: [lot('1', { estimatedValue: lei(2_000_000) })], criteria: [price('p'), quality('q', described)] });

  it('hold the method to its criteria', () => {
    expect(guards(both)).toEqual([]);
    expect(guards({ ...both, callRules: { awardMethod: 'lowestPrice' } })).toEqual(['call.methodForbidsQuality', 'call.lowestPriceAboveThreshold']);
    expect(guards({ ...both, callRules: { awardMethod: 'qualityOnly' } })).toEqual(['call.qualityOnlyWithPrice']);
    const bare = projectOf({ criteria: [quality('q', described)] });
    expect(guards({ ...bare, callRules: { awardMethod: 'bestPriceQuality' } })).toEqual(['call.methodNeedsAmount']);
  });

  it('follow the answers about the procedure', () => {
    expect(guards({ ...both, procedure: { intellectual: true } })).toEqual([]);
    const dear = { ...both, awardCriteria: { ...both.awardCriteria, p: price('p', { weight: '41' }) } };
    expect(guards({ ...dear, procedure: { intellectual: true } })).toEqual(['call.priceAboveCap']);
    const lowest = projectOf({ criteria: [price('p', { weight: '100' })] });
    expect(guards({ ...lowest, procedure: { intellectual: true } })).toEqual(['call.lowestForbidden']);
    expect(guards({ ...lowest, procedure: { chosen: 'competitiveDialogue' } })).toEqual(['call.methodNotForRoute']);
    expect(guards({ ...both, procedure: { chosen: 'innovationPartnership', fixedBudget: true } })).toEqual(['call.fixedBudgetWithPrice']);
  });

  it('ask whether the same thing is a condition and a criterion, and whether a criterion can be verified', () => {
    const knockOut = { id: 'k', position: 'a0', kind: 'qualification' as const, title: ' Q ', description: '', evidence: '' };
    expect(guards({ ...both, knockOuts: { k: knockOut } })).toEqual(['call.alsoKnockOut']);
    expect(guards(projectOf({ criteria: [price('p'), quality('q', { name: 'Calitatea generală' })] }))).toEqual(['call.criterionVague']);
    expect(guards(projectOf({ criteria: [price('p'), quality('q', { name: 'Calitatea generală', ...described })] }))).toEqual([]);
  });
});
