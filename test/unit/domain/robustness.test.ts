import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src-renderer/domain/project';
import { breakEvensOf } from '../../../src-renderer/domain/robustness/break-even';
import { hundredthsOf, totalsWith } from '../../../src-renderer/domain/robustness/contest';
import { weightsWith } from '../../../src-renderer/domain/robustness/reweigh';
import { bidRemovalsOf, robustnessOf } from '../../../src-renderer/domain/robustness/robustness';
import { leadersOf, marginOf, placesOf, signedText } from '../../../src-renderer/domain/robustness/standing';
import { checksOf, nearestBreakEven, verdictOf } from '../../../src-renderer/domain/robustness/verdict';
import { swingOf, SWINGS } from '../../../src-renderer/domain/robustness/weight-swings';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { bid, price, quality } from './fixtures';
import { anyCompleteLot, contestIn, finish, lotOf, lotWith, partIn, reportOn } from './robustness-projects';

const hundredths = (weight: number): { numerator: bigint; denominator: bigint } => ({ numerator: BigInt(weight), denominator: 100n });

const withWeights = (project: Project, weights: Readonly<Record<string, string>>): Project => ({
  ...project,
  awardCriteria: Object.fromEntries(Object.entries(project.awardCriteria).map(([id, criterion]) => [id, { ...criterion, weight: weights[id] ?? criterion.weight }])),
});

/** By points alone: where several have the most, the order of factors may still part them. */
const leadersIn = (project: Project): string[] => {
  const { ranking } = lotOf(project);
  return ranking.filter(({ total }) => total === ranking[0]?.total).map(({ bidId }) => bidId).toSorted();
};

/** The price decides 40, one quality 60: `dear` has 20 + 60 = 80, `cheap` 40 + 36 = 76. */
const twoBids = lotWith([price('p', { weight: '40' }), quality('q', { weight: '60' })], { cheap: [100, 3], dear: [200, 5] });

describe('weight swings', () => {
  it('move one weight, share the rest in proportion and say who would be first', () => {
    const { weights, leaders, margin } = reportOn(twoBids);
    expect({ leaders, margin }).toEqual({ leaders: ['dear'], margin: '4.00' });
    // At 45 for the price: cheap 45 + 55 × 3/5 = 78; dear 22.5 + 55 = 77.5.
    expect(weights[0]?.swings).toEqual([
      { points: -10, weight: '30', margin: '13.00', leaders: ['dear'], firstPlaceChanges: false, orderChanges: false },
      { points: -5, weight: '35', margin: '8.50', leaders: ['dear'], firstPlaceChanges: false, orderChanges: false },
      { points: 5, weight: '45', margin: '-0.50', leaders: ['cheap'], firstPlaceChanges: true, orderChanges: true },
      { points: 10, weight: '50', margin: '-5.00', leaders: ['cheap'], firstPlaceChanges: true, orderChanges: true },
    ]);
  });

  it('see a change of order below first place', () => {
    const project = lotWith([price('p', { weight: '20' }), quality('q', { weight: '80' })], { best: [100, 5], cheap: [100, 2], good: [200, 3] });
    // Second and third at 20: cheap 20 + 32 = 52, good 10 + 48 = 58; at 30: cheap 30 + 28 = 58, good 15 + 42 = 57.
    const swing = swingOf(contestIn(project), partIn(contestIn(project), 0), 10);
    expect(swing).toMatchObject({ firstPlaceChanges: false, orderChanges: true });
  });

  it('stop at 0 and at 100', () => {
    const project = lotWith([price('p', { weight: '4' }), quality('q', { weight: '96' })], { one: [100, 3], two: [200, 5] });
    expect(reportOn(project).weights.map(({ swings }) => swings.map(({ weight }) => weight))).toEqual([['0', '0', '9', '14'], ['86', '91', '100', '100']]);
  });

  it('cannot move a weight that has nothing to share with', () => {
    const project = lotWith([price('p', { weight: '0' }), quality('q', { weight: '100' })], { one: [100, 3], two: [200, 5] });
    const [priceWeight, qualityWeight] = reportOn(project).weights;
    expect(qualityWeight).toMatchObject({ swings: [], below: null, above: null });
    expect(priceWeight?.swings).toHaveLength(SWINGS.length);
  });

  it('change nothing when they move by nothing', () => {
    fc.assert(fc.property(anyCompleteLot, (project) => {
      const contest = contestIn(project);
      const margin = signedText(marginOf(contest.totals, 0));
      expect(totalsWith(contest, contest.criteria.map(({ weight }) => weight))).toEqual(contest.totals);
      for (const index of contest.criteria.keys()) {
        const swing = swingOf(contest, partIn(contest, index), 0);
        if (swing !== null) expect(swing).toMatchObject({ firstPlaceChanges: false, orderChanges: false, margin });
      }
    }), { numRuns: 300 });
  });

  it('say what the evaluation would say with those weights', () => {
    const shares = fc.record({ weight: fc.integer({ min: 0, max: 100 }), half: fc.boolean() });
    fc.assert(fc.property(anyCompleteLot, shares, (drawn, { weight, half }) => {
      // Weights whose shares stay decimals, so that the evaluation can read them: 20 and then 80, or 40 and 40.
      const [first = '', second = '', third] = Object.keys(drawn.awardCriteria);
      const others: [string, number][] = third === undefined || !half ? [[second, 80]] : [[second, 40], [third, 40]];
      const rest = Object.keys(drawn.awardCriteria).map((id): [string, string] => [id, '0']);
      const weighed = (own: string, each: (of: number) => string): Record<string, string> =>
        ({ ...Object.fromEntries(rest), [first]: own, ...Object.fromEntries(others.map(([id, of]) => [id, each(of)])) });
      const contest = contestIn(withWeights(drawn, weighed('20', String)));
      const changed = lotOf(withWeights(drawn, weighed(String(weight), (of) => String(((100 - weight) * of) / 80))));
      const weights = weightsWith(contest.criteria, partIn(contest, 0), hundredths(weight * 100)) ?? [];
      const expected = new Map(changed.ranking.map(({ bidId, total }) => [bidId, hundredthsOf(total ?? '')]));
      expect(totalsWith(contest, weights)).toEqual(contest.contenders.map((id) => expected.get(id)));
    }), { numRuns: 500 });
  });
});

describe('the break-even weight', { timeout: 60_000 }, () => {
  it('is where the first place would change, to a hundredth', () => {
    // Level at 40 / 0.9 = 44.4…; at 44.44 both round to 77.78, at 44.43 dear is first with 77.79 against 77.77.
    const [onPrice, onQuality] = reportOn(twoBids).weights;
    expect(onPrice).toMatchObject({ below: null, above: { weight: '44.44', leaders: ['dear', 'cheap'], takesOver: ['cheap'] } });
    expect(onQuality).toMatchObject({ below: { weight: '55.56', takesOver: ['cheap'] }, above: null });
  });

  it('does not exist for a bid that is best in everything', () => {
    const project = lotWith([price('p'), quality('q')], { best: [100, 5], other: [150, 4] });
    for (const { below, above } of reportOn(project).weights) expect({ below, above }).toEqual({ below: null, above: null });
    expect(nearestBreakEven(reportOn(project).weights)).toBeNull();
  });

  it('flips the winner between it and the weight a hundredth before, in the evaluation itself', () => {
    let found = 0;
    fc.assert(fc.property(anyCompleteLot, (drawn) => {
      const [first = '', second = ''] = Object.keys(drawn.awardCriteria);
      const only = { ...drawn, awardCriteria: Object.fromEntries(Object.entries(drawn.awardCriteria).filter(([id]) => id === first || id === second)) };
      const at = (weight: number): Project => withWeights(only, { [first]: String(weight / 100), [second]: String((10_000 - weight) / 100) });
      const contest = contestIn(at(4000));
      const { below, above } = finish(breakEvensOf(contest, partIn(contest, 0)));
      for (const [breakEven, back] of [[below, 1], [above, -1]] as const) {
        if (breakEven === null) continue;
        found += 1;
        const weight = hundredthsOf(breakEven.weight);
        expect(leadersIn(at(weight))).toEqual(breakEven.leaders.toSorted());
        expect(leadersIn(at(weight))).not.toEqual(leadersIn(at(4000)));
        expect(leadersIn(at(weight + back))).toEqual(leadersIn(at(4000)));
        expect(breakEven.takesOver).toEqual(breakEven.leaders.filter((id) => !leadersIn(at(4000)).includes(id)));
      }
    }), { numRuns: 500 });
    expect(found).toBeGreaterThan(100);
  });

  it('is the one that trying every hundredth finds', () => {
    fc.assert(fc.property(anyCompleteLot, fc.nat(4), (project, chosen) => {
      const contest = contestIn(project);
      const index = chosen % contest.criteria.length;
      const start = Number(contest.criteria[index]?.weightText ?? '0') * 100;
      const now = leadersOf(contest.totals).join(' ');
      const tried = (from: number, step: number): string | null => {
        for (let at = from; at >= 0 && at <= 10_000; at += step) {
          const weights = weightsWith(contest.criteria, partIn(contest, index), hundredths(at));
          if (weights !== null && leadersOf(totalsWith(contest, weights)).join(' ') !== now) return signedText(at);
        }
        return null;
      };
      const { below, above } = finish(breakEvensOf(contest, partIn(contest, index)));
      expect({ below: below?.weight ?? null, above: above?.weight ?? null }).toEqual({ below: tried(Math.round(start) - 1, -1), above: tried(Math.round(start) + 1, 1) });
    }), { numRuns: 25 });
  });
});

/** With the hopeless `third`, `first` leads by 75 to 73.33; without it `second` would, by 90 to 87.5. */
const paradox = lotWith([price('p', { weight: '50' }), quality('q', { weight: '50' })], { first: [200, 5], second: [150, 4], third: [100, 0] });

describe('one bid less', () => {
  it('names the pairs whose order hangs on a third bid', () => {
    expect(reportOn(paradox).withoutBid).toEqual([
      { removed: 'third', firstPlaceChanges: true, count: 1, changes: [{ ahead: 'first', behind: 'second', change: 'reversed' }] },
    ]);
  });

  it('is told by itself as in the whole report, for the ranking to warn of it', () => {
    expect(finish(bidRemovalsOf(paradox, RO_2026, lotOf(paradox)))).toEqual(reportOn(paradox).withoutBid);
    expect(finish(bidRemovalsOf({ ...paradox, scoreSheets: {} }, RO_2026, lotOf({ ...paradox, scoreSheets: {} })))).toEqual([]);
  });

  it('moves nobody when the price formula is absolute', () => {
    const absolute = { ...paradox, awardCriteria: { ...paradox.awardCriteria, p: price('p', { weight: '50', formula: 'toBudget', fullMarksAt: '30' }) } };
    expect(reportOn(absolute).withoutBid).toEqual([]);
  });

  it('moves nobody when another bid has the same lowest price', () => {
    const twin = { ...paradox, bids: { ...paradox.bids, twin: bid('twin', { price: { amount: 100_00, currency: 'RON' } }) } };
    expect(reportOn(twin).withoutBid).toEqual([]);
    expect(reportOn(twin).incomplete).toEqual(['twin']);
  });

  it('finds every pair that the evaluation orders differently without that bid', () => {
    let found = 0;
    fc.assert(fc.property(anyCompleteLot, (project) => {
      const { withoutBid, contenders } = reportOn(project);
      const totals = (of: Project): Map<string, number> => new Map(lotOf(of).ranking.map(({ bidId, total }) => [bidId, hundredthsOf(total ?? '')]));
      const before = totals(project);
      for (const removed of contenders) {
        const after = totals({ ...project, bids: Object.fromEntries(Object.entries(project.bids).filter(([id]) => id !== removed)) });
        const others = contenders.filter((id) => id !== removed);
        const pairs = others.flatMap((one, index) => others.slice(index + 1).map((other) => [one, other] as const));
        const order = (of: Map<string, number>, [one, other]: readonly [string, string]): number => Math.sign((of.get(one) ?? 0) - (of.get(other) ?? 0));
        const changed = pairs.filter((pair) => order(before, pair) !== order(after, pair));
        found += changed.length;
        expect(withoutBid.find((each) => each.removed === removed)?.changes.map(({ ahead, behind }) => [ahead, behind].toSorted()) ?? []).toEqual(changed.map((pair) => [...pair].toSorted()));
      }
    }), { numRuns: 300 });
    expect(found).toBeGreaterThan(20);
  });
});

describe('one evaluator less', () => {
  const criteria = [price('p', { weight: '40' }), quality('q', { weight: '60' })];

  it('says whose scores decide', () => {
    // Means 5 and 4 of 5, equal prices: one leads. Without the second evaluator both have 5.
    const project = lotWith(criteria, { one: [100, 5], two: [100, 5] }, [{ one: [100, 5], two: [100, 5] }, { one: [100, 5], two: [100, 3] }]);
    expect(reportOn(project).withoutEvaluator).toEqual([
      { removed: 'e1', leaders: ['one'], firstPlaceChanges: false, orderChanges: false },
      { removed: 'e2', leaders: ['one', 'two'], firstPlaceChanges: true, orderChanges: true },
    ]);
  });

  it('asks nothing when there is one', () => expect(reportOn(twoBids).withoutEvaluator).toEqual([]));
});

describe('another price formula', () => {
  it('tells winner, order and totals, or that the call does not say enough', () => {
    // Twice the lowest price: proportional 20 of 40, relative and min-max 0. Dear then has 60, cheap 76.
    const formulas = reportOn(twoBids).formulas.map(({ formula, isChosen, outcome }) => [formula, isChosen, outcome?.firstPlaceChanges, outcome?.order.map(({ bidId, place, figure }) => `${place} ${bidId} ${figure}`)]);
    expect(formulas).toEqual([
      ['lowestProportional', true, false, ['1 dear 80.00', '2 cheap 76.00']],
      ['relativeLinear', false, true, ['1 cheap 76.00', '2 dear 60.00']],
      ['minMaxLinear', false, true, ['1 cheap 76.00', '2 dear 60.00']],
      ['toBudget', false, undefined, undefined],
    ]);
  });

  it('is not asked for when no price is marked', () => {
    const project = lotWith([quality('a', { weight: '50' }), quality('b', { weight: '50' })], { one: [100, 3, 4], two: [200, 5, 1] });
    expect(reportOn(project).formulas).toEqual([]);
  });
});

describe('robustnessOf', () => {
  const reason = (project: Project): string => {
    const answer = finish(robustnessOf(project, RO_2026, lotOf(project)));
    return answer.kind === 'report' ? 'report' : answer.reason;
  };

  it('says why nothing can be tried out', () => {
    expect(reason(withWeights(twoBids, { p: '30' }))).toBe('weightsNotWhole');
    expect(reason({ ...twoBids, scoreSheets: {} })).toBe('nothingRanked');
    expect(reason({ ...twoBids, bids: { dear: twoBids.bids['dear']! } })).toBe('oneBid');
  });

  it('never changes the ranking, and leaves the project as it was', () => {
    fc.assert(fc.property(anyCompleteLot, (project) => {
      const before = structuredClone(project);
      const ranking = lotOf(project);
      reportOn(project);
      expect(project).toEqual(before);
      expect(lotOf(project)).toEqual(ranking);
    }), { numRuns: 50 });
  });

  it('places as the ranking does', () => {
    expect(placesOf([500, 700, 700, 100])).toEqual([3, 1, 1, 4]);
  });
});

describe('the verdict', () => {
  it('names the nearest weight on which first place depends', () => {
    expect(verdictOf(reportOn(twoBids), null)).toEqual({
      kind: 'weight', nearest: { criterionId: 'p', direction: 'above', distance: '4.44', breakEven: { weight: '44.44', leaders: ['dear', 'cheap'], takesOver: ['cheap'] } },
    });
  });

  it('names the bid that decides between others', () => {
    expect(verdictOf({ ...reportOn(paradox), weights: [] }, null)).toEqual({ kind: 'bid', removed: ['third'] });
  });

  it('names the evaluator whose scores decide', () => {
    const sole = { ...reportOn(paradox), weights: [], withoutBid: [], withoutEvaluator: [{ removed: 'e2', leaders: ['second'], firstPlaceChanges: true, orderChanges: true }] };
    expect(verdictOf(sole, null)).toEqual({ kind: 'evaluator', removed: ['e2'] });
  });

  it('says tie before anything else, and waits for the draws before it says firm', () => {
    const tie = lotWith([price('p'), quality('q')], { one: [100, 5], two: [100, 5] });
    expect(verdictOf(reportOn(tie), null)).toEqual({ kind: 'tie' });
    const clear = reportOn(lotWith([price('p'), quality('q')], { one: [100, 5], two: [150, 3] }));
    expect(verdictOf(clear, null)).toBeNull();
    const tally = (alone: number) => ({ seed: 1, draws: 100, drawn: 100, ties: 0, firsts: [{ bidId: 'one', alone, shared: 0 }, { bidId: 'two', alone: 100 - alone, shared: 0 }] });
    expect(verdictOf(clear, tally(90))).toEqual({ kind: 'firm' });
    expect(verdictOf(clear, tally(89))).toEqual({ kind: 'scores' });
    expect(checksOf(clear, tally(89), true)).toEqual({ weights: 'holds', bids: 'notAsked', evaluators: 'notAsked', scores: 'changes', formulas: 'holds' });
    expect(checksOf(clear, null, true).scores).toBe('pending');
    expect(checksOf(clear, null, false).scores).toBe('notAsked');
  });

  it('speaks of the formula last, for the published one decides', () => {
    // Min-max gives the dearer of two bids nothing for its price, however small the difference.
    const project = lotWith([price('p', { weight: '40' }), quality('q', { weight: '60' })], { dear: [101, 5], cheap: [100, 2] });
    const draws = { seed: 1, draws: 10, drawn: 10, ties: 0, firsts: [{ bidId: 'dear', alone: 10, shared: 0 }, { bidId: 'cheap', alone: 0, shared: 0 }] };
    expect(verdictOf(reportOn(project), draws)).toEqual({ kind: 'formula', formulas: ['minMaxLinear'] });
    expect(checksOf(reportOn(project), draws, true).formulas).toBe('changes');
  });
});
