import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src-renderer/domain/project';
import { hundredthsOf } from '../../../src-renderer/domain/robustness/contest';
import { fillThirds, randomFrom, randomOf } from '../../../src-renderer/domain/robustness/random';
import { noiseOf, scoreFieldOf, shake, totalsFrom } from '../../../src-renderer/domain/robustness/score-noise';
import { inOrder } from '../../../src-renderer/domain/position';
import { price, quality } from './fixtures';
import { anyCompleteLot, finish, lotOf, lotWith } from './robustness-projects';

describe('random numbers', () => {
  it('are those of the published generator', () => {
    // State 1, 2, 3, 4: first numbers of the authors' own program, version 1.1.
    const random = randomFrom([1, 2, 3, 4]);
    expect(Array.from({ length: 6 }, random)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('are the same for the same seed and others for another', () => {
    const drawn = (seed: number): number[] => Array.from({ length: 8 }, randomOf(seed));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it('give thirds that are equally likely', () => {
    const thirds = new Uint8Array(300_000);
    fillThirds(randomOf(2026), thirds);
    const counts = [0, 1, 2].map((third) => thirds.reduce((count, each) => count + (each === third ? 1 : 0), 0));
    // Five standard deviations of a fair three-sided die.
    for (const count of counts) expect(Math.abs(count - 100_000)).toBeLessThan(1_300);
  });
});

/** The project with exactly these scores, given as the field lays them out. */
const rescored = (project: Project, contenders: readonly string[], levels: Uint8Array): Project => {
  const criteria = inOrder(project.awardCriteria).filter(({ type }) => type === 'quality');
  const evaluators = inOrder(project.evaluators);
  const scoreSheets = structuredClone(project.scoreSheets);
  let at = 0;
  for (const bidId of contenders) {
    for (const { id } of criteria) {
      for (const evaluator of evaluators) {
        const score = scoreSheets[`${evaluator.id}.${bidId}`]?.scores[id];
        if (score === undefined) throw new Error('A score is missing');
        score.value = String(levels[at]);
        at += 1;
      }
    }
  }
  return { ...project, scoreSheets };
};

describe('shaken scores', { timeout: 60_000 }, () => {
  it('earn exactly what the evaluation would give them', () => {
    fc.assert(fc.property(anyCompleteLot, fc.nat(), (project, seed) => {
      const field = scoreFieldOf(project, lotOf(project));
      const thirds = new Uint8Array(field.levels.length);
      const shaken = new Uint8Array(field.levels.length);
      const totals = new Int32Array(field.contenders.length);
      fillThirds(randomOf(seed), thirds);
      shake(field, thirds, shaken);
      totalsFrom(field, shaken, totals);
      const expected = new Map(lotOf(rescored(project, field.contenders, shaken)).ranking.map(({ bidId, total }) => [bidId, hundredthsOf(total ?? '')]));
      expect([...totals]).toEqual(field.contenders.map((id) => expected.get(id)));
    }), { numRuns: 1000 });
  });

  it('move by one level at most and stay on their scale', () => {
    fc.assert(fc.property(anyCompleteLot, fc.nat(), (project, seed) => {
      const field = scoreFieldOf(project, lotOf(project));
      const thirds = new Uint8Array(field.levels.length);
      const shaken = new Uint8Array(field.levels.length);
      fillThirds(randomOf(seed), thirds);
      shake(field, thirds, shaken);
      for (const [index, level] of shaken.entries()) {
        const max = field.maxima[Math.floor(index / field.evaluators) % field.maxima.length] ?? 0;
        expect(level).toBe(Math.max(0, Math.min(max, (field.levels[index] ?? 0) + (thirds[index] ?? 0) - 1)));
      }
    }), { numRuns: 200 });
  });
});

describe('the draws', { timeout: 60_000 }, () => {
  const criteria = [price('p', { weight: '40' }), quality('q', { weight: '60' })];

  it('count first places as often as they are likely', () => {
    // Equal prices, levels 4 and 3 of 5. Of nine equally likely outcomes the first leads in 4 > 2, 4 > 3, 5 > 2, 5 > 3,
    // 5 > 4 and 3 > 2; they are level in 4 = 4 and 3 = 3; the second leads in 3 < 4.
    const project = lotWith(criteria, { one: [100, 4], two: [100, 3] });
    const { firsts, ties, draws } = finish(noiseOf(scoreFieldOf(project, lotOf(project)), 1, 90_000));
    expect(firsts.map(({ bidId }) => bidId)).toEqual(['one', 'two']);
    const near = (count: number, ninths: number): void => expect(Math.abs(count - (draws * ninths) / 9)).toBeLessThan(750);
    near(firsts[0]?.alone ?? 0, 6);
    near(firsts[1]?.alone ?? 0, 1);
    near(ties, 2);
    expect(firsts.map(({ shared }) => shared)).toEqual([ties, ties]);
  });

  it('account for every draw, and depend on the seed alone', () => {
    fc.assert(fc.property(anyCompleteLot, fc.nat(), fc.integer({ min: 1, max: 40 }), (project, seed, draws) => {
      const field = scoreFieldOf(project, lotOf(project));
      const tally = finish(noiseOf(field, seed, draws));
      expect(tally).toMatchObject({ seed, draws, drawn: draws });
      expect(tally.firsts.reduce((sum, { alone }) => sum + alone, tally.ties)).toBe(draws);
      expect(finish(noiseOf(field, seed, draws))).toEqual(tally);
    }), { numRuns: 200 });
  });

  // The numbers come from a second program, written in another language from the description alone.
  it('are one fixed answer for one seed, so that a printed share can be checked', () => {
    const project = lotWith(criteria, { one: [100, 4], two: [120, 4], three: [90, 2] });
    const tally = finish(noiseOf(scoreFieldOf(project, lotOf(project)), 1, 1000));
    expect(tally.firsts.map(({ bidId, alone }) => [bidId, alone])).toEqual([['one', 619], ['two', 347], ['three', 34]]);
  });

  it('pause often enough for a window to be drawn', () => {
    const project = lotWith(criteria, { one: [100, 4], two: [120, 4] });
    const steps = noiseOf(scoreFieldOf(project, lotOf(project)), 1, 120_000);
    const pauses: number[] = [];
    for (let step = steps.next(); step.done !== true; step = steps.next()) pauses.push(step.value);
    expect(pauses).toEqual([50_000, 100_000, 120_000]);
  });
});
