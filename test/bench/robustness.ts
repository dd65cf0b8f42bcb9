/** The robustness of a ranking: ten thousand exact draws against the same loop in floats, and the whole report against one evaluation. */
import { evaluate } from '../../src-renderer/domain/evaluation/evaluate';
import type { LotResult } from '../../src-renderer/domain/evaluation/result';
import { positionBetween } from '../../src-renderer/domain/position';
import { newProject } from '../../src-renderer/domain/project-new';
import { scoreSheetId, type AwardCriterion, type Bid, type Evaluator, type Project, type ScoreSheet } from '../../src-renderer/domain/project';
import { robustnessOf } from '../../src-renderer/domain/robustness/robustness';
import { noiseOf, scoreFieldOf, USUAL_DRAWS } from '../../src-renderer/domain/robustness/score-noise';
import { RO_2026 } from '../../src-renderer/domain/rule-packs';
import type { Position } from '../../src-renderer/domain/values';
import type { BenchRow } from './bench-row';

const BIDS = 20;
const CRITERIA = 30;
const EVALUATORS = 5;
const LEVELS = 5;
const ROUNDS = 5;

const levelAt = (bid: number, criterion: number, evaluator: number): number => (bid * 7 + criterion * 13 + evaluator * 5 + ((bid * criterion) % 11)) % (LEVELS + 1);

const positions = (count: number): Position[] => {
  let last: Position | null = null;
  return Array.from({ length: count }, () => (last = positionBetween(last, null)));
};

const criteria = (): AwardCriterion[] => positions(CRITERIA).map((position, index): AwardCriterion => {
  const base = { id: `c${index}`, position, name: `Criterion ${index}`, description: '' };
  return index === 0
    ? { ...base, weight: '42', type: 'price', axis: 'costEffectiveness', formula: 'lowestProportional', fullMarksAt: '60' }
    : { ...base, weight: '2', type: 'quality', axis: 'transformativePotential', scale: { max: LEVELS, anchors: {} }, evidence: '' };
});

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

/** One lot of 20 bids, 30 criteria and 5 evaluators: more than any commission sees. */
export const lotProject = (): Project => {
  const made = newProject({ next: () => 'p' }, { now: () => '2026-05-20T09:00:00.000Z' }, { title: 'Large' });
  const awardCriteria = criteria();
  const evaluators = positions(EVALUATORS).map((position, index): Evaluator => ({ id: `e${index}`, position, name: `Evaluator ${index}` }));
  const bids = Array.from({ length: BIDS }, (_, index): Bid => ({
    id: `b${index}`, bidderId: `o${index}`, lotId: 'lot', price: { amount: 180_000 + ((index * 37) % 90) * 1000, currency: 'RON' }, vatIncluded: false, receivedAt: null,
    durationDays: null, warrantyMonths: null, notes: '', status: 'valid', statusReason: '', importId: null,
  }));
  const scoreSheets = evaluators.flatMap((evaluator, at) => bids.map((bid, index): ScoreSheet => {
    const scores = awardCriteria.flatMap(({ id, type }, criterion) => (type === 'quality' ? [[id, { value: String(levelAt(index, criterion, at)), reason: '' }] as const] : []));
    return { id: scoreSheetId(evaluator.id, bid.id), evaluatorId: evaluator.id, bidId: bid.id, scores: Object.fromEntries(scores) };
  }));
  return {
    ...made, awardCriteria: byId(awardCriteria), evaluators: byId(evaluators), bids: byId(bids), scoreSheets: byId(scoreSheets),
    bidders: byId(bids.map(({ bidderId }) => ({ id: bidderId, name: bidderId, identifier: '', country: '', sme: null, email: '' }))),
    lots: { lot: { id: 'lot', position: 'a0', number: '1', title: '', description: '', estimatedValue: { amount: 300_000, currency: 'RON' } } },
  };
};

/** The same scores in a flat array, as no project holds them. */
const bareLevels = (): Uint8Array =>
  Uint8Array.from({ length: BIDS * (CRITERIA - 1) * EVALUATORS }, (_, at) =>
    levelAt(Math.floor(at / ((CRITERIA - 1) * EVALUATORS)), 1 + (Math.floor(at / EVALUATORS) % (CRITERIA - 1)), at % EVALUATORS));

/** The least that draws cost: random floats, no exact rounding, no seed, no answer that anyone could check. */
const bareDraws = (levels: Uint8Array): Int32Array => {
  const perBid = levels.length / BIDS;
  const wins = new Int32Array(BIDS);
  for (let draw = 0; draw < USUAL_DRAWS; draw += 1) {
    let best = -1;
    let first = 0;
    for (let bid = 0; bid < BIDS; bid += 1) {
      let total = 0;
      for (let at = bid * perBid; at < (bid + 1) * perBid; at += 1) {
        const level = (levels[at] ?? 0) + Math.floor(Math.random() * 3) - 1;
        total += level < 0 ? 0 : level > LEVELS ? LEVELS : level;
      }
      if (total > best) [best, first] = [total, bid];
    }
    wins[first] = (wins[first] ?? 0) + 1;
  }
  return wins;
};

const finish = (steps: Generator<unknown, unknown>): void => {
  while (steps.next().done !== true);
};

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const measured = (ours: () => unknown, floor: () => unknown): Pick<BenchRow, 'ms' | 'floorMs' | 'ratio'> => {
  const times: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) times.push([timed(ours), timed(floor)]);
  // The first round warms both up.
  const [ms, floorMs] = [median(times.slice(1).map(([own]) => own)), median(times.slice(1).map(([, other]) => other))];
  return { ms, floorMs, ratio: ms / floorMs };
};

/** The same lot under a rule that sets the price against quality: the price's weight goes to the first quality criterion. */
const underRule = (project: Project, rankingRule: 'pricePerQuality' | 'monetisedQuality'): Project => {
  const { c0: _price, ...awardCriteria } = project.awardCriteria;
  const first = awardCriteria['c1'];
  return { ...project, callRules: { rankingRule, qualityWorth: '40' }, awardCriteria: first === undefined ? awardCriteria : { ...awardCriteria, c1: { ...first, weight: '44' } } };
};

export const benchRobustness = (): Promise<BenchRow[]> => {
  const project = lotProject();
  const [lot] = evaluate(project, RO_2026).lots;
  if (lot === undefined) throw new Error('The project has no lot');
  const result: LotResult = lot;
  const levels = bareLevels();
  const size = `${BIDS} bids × ${CRITERIA} criteria × ${EVALUATORS} evaluators`;
  const rules = (['pricePerQuality', 'monetisedQuality'] as const).flatMap((rule): BenchRow[] => {
    const changed = underRule(project, rule);
    const [compared] = evaluate(changed, RO_2026).lots;
    if (compared === undefined) throw new Error('The project has no lot');
    return [
      { what: `${rule}: 10,000 draws of scores`, floor: 'the same loop in floats, unrounded, unseeded', ...measured(() => finish(noiseOf(scoreFieldOf(changed, compared), 1)), () => bareDraws(levels)) },
      { what: `${rule}: weights, break-evens, formulas and absences`, floor: 'one evaluation of that lot', ...measured(() => finish(robustnessOf(changed, RO_2026, compared)), () => evaluate(changed, RO_2026)) },
    ];
  });
  return Promise.resolve([
    { what: `10,000 draws of scores, ${size}`, floor: 'the same loop in floats, unrounded, unseeded', ...measured(() => finish(noiseOf(scoreFieldOf(project, result), 1)), () => bareDraws(levels)) },
    { what: `weights, break-evens, formulas and absences, ${size}`, floor: 'one evaluation of that lot', ...measured(() => finish(robustnessOf(project, RO_2026, result)), () => evaluate(project, RO_2026)) },
    ...rules,
  ]);
};
