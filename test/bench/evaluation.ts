/** The exact, explained evaluation against the least any evaluation has to do: one loop over the same numbers, in floats, and one sort. */
import { evaluate } from '../../src-renderer/domain/evaluation/evaluate';
import { positionBetween } from '../../src-renderer/domain/position';
import { newProject } from '../../src-renderer/domain/project-new';
import { scoreSheetId, type AwardCriterion, type Bid, type Bidder, type Lot, type Project, type ScoreSheet } from '../../src-renderer/domain/project';
import { RO_2026 } from '../../src-renderer/domain/rule-packs';
import type { Position } from '../../src-renderer/domain/values';
import type { BenchRow } from './bench-row';

const BIDS = 1000;
const CRITERIA = 40;
const PRICE_CRITERIA = 2;
const LEVELS = 5;
const ROUNDS = 15;

const levelAt = (bid: number, criterion: number): number => (bid * 7 + criterion * 13 + ((bid * criterion) % 11)) % (LEVELS + 1);

const priceAt = (bid: number): number => 100_000_00 + ((bid * 7919) % 50_000) * 100 + (bid % 97);

const criteria = (): AwardCriterion[] => {
  let position: Position | null = null;
  return Array.from({ length: CRITERIA }, (_, index): AwardCriterion => {
    position = positionBetween(position, null);
    const base = { id: `c${index}`, position, name: `Criterion ${index}`, description: '', weight: '2.5' };
    return index < PRICE_CRITERIA
      ? { ...base, type: 'price', axis: 'costEffectiveness', formula: 'lowestProportional', fullMarksAt: null }
      : { ...base, type: 'quality', axis: 'transformativePotential', scale: { max: LEVELS, anchors: {} }, evidence: '' };
  });
};

const largeProject = (): Project => {
  let last = 0;
  const project = newProject({ next: () => `p${(last += 1)}` }, { now: () => '2026-05-20T09:00:00.000Z' }, { title: 'Large' });
  const [evaluatorId = ''] = Object.keys(project.evaluators);
  const lot: Lot = { id: 'lot', position: positionBetween(null, null), number: '1', title: '', description: '', estimatedValue: { amount: 140_000_00, currency: 'RON' } };
  const awardCriteria = criteria();
  const bidders: Record<string, Bidder> = {};
  const bids: Record<string, Bid> = {};
  const scoreSheets: Record<string, ScoreSheet> = {};
  for (let index = 0; index < BIDS; index += 1) {
    const id = `b${index}`;
    bidders[`o${index}`] = { id: `o${index}`, name: `Bidder ${index}`, identifier: '', country: '', sme: null, email: '' };
    bids[id] = {
      id, bidderId: `o${index}`, lotId: lot.id, price: { amount: priceAt(index), currency: 'RON' }, vatIncluded: false, receivedAt: null,
      durationDays: null, warrantyMonths: null, notes: '', status: 'valid', statusReason: '', importId: null,
    };
    const scores = awardCriteria.slice(PRICE_CRITERIA).map(({ id: criterionId }, at) => [criterionId, { value: String(levelAt(index, at)), reason: 'Section 3, page 12.' }]);
    const sheetId = scoreSheetId(evaluatorId, id);
    scoreSheets[sheetId] = { id: sheetId, evaluatorId, bidId: id, scores: Object.fromEntries(scores) };
  }
  return { ...project, lots: { [lot.id]: lot }, awardCriteria: Object.fromEntries(awardCriteria.map((each) => [each.id, each])), bidders, bids, scoreSheets };
};

/** The same numbers in flat arrays, as no project holds them. */
const bareNumbers = (): { readonly prices: Float64Array; readonly levels: Float64Array } => {
  const quality = CRITERIA - PRICE_CRITERIA;
  return {
    prices: Float64Array.from({ length: BIDS }, (_, bid) => priceAt(bid)),
    levels: Float64Array.from({ length: BIDS * quality }, (_, at) => levelAt(Math.floor(at / quality), at % quality)),
  };
};

const bareLoop = ({ prices, levels }: ReturnType<typeof bareNumbers>): number[] => {
  const quality = CRITERIA - PRICE_CRITERIA;
  const lowest = prices.reduce((low, price) => Math.min(low, price), Infinity);
  const totals = Array.from(prices, (price, bid) => {
    let total = PRICE_CRITERIA * (Math.round((250 * lowest) / price) / 100);
    for (let at = bid * quality; at < (bid + 1) * quality; at += 1) total += Math.round((250 * (levels[at] ?? 0)) / LEVELS) / 100;
    return total;
  });
  return totals.toSorted((left, right) => right - left);
};

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** 1,000 bids by 40 criteria; ours and the floor in turn, the median of each. Throws when the two do not agree on the winner's total. */
export const benchEvaluation = (): Promise<BenchRow[]> => {
  const project = largeProject();
  const numbers = bareNumbers();
  const ours: number[] = [];
  const floor: number[] = [];
  const best = evaluate(project, RO_2026).lots[0]?.ranking[0]?.total;
  const bareBest = bareLoop(numbers)[0]?.toFixed(2);
  if (best !== bareBest) throw new Error(`The evaluation says ${best}, the bare loop ${bareBest}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(timed(() => evaluate(project, RO_2026)));
    floor.push(timed(() => bareLoop(numbers)));
  }
  const [ms, floorMs] = [median(ours), median(floor)];
  return Promise.resolve([{ what: '1,000 bids × 40 criteria, ranked and explained', floor: 'a bare float loop and a sort', ratio: ms / floorMs, ms, floorMs }]);
};
