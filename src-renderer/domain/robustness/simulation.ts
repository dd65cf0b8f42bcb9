/**
 * A formula tried on prices before the call is published: the evaluation itself, asked about a small made-up call with
 * this criterion and one for everything else. So what the simulator says is what the ranking will say.
 */
import { removalOf } from './without-bid';
import { contestOf } from './contest';
import { leavesOf } from '../criteria-tree';
import type { AwardCriterion, Bid, CostCriterion, Lot, PriceCriterion, Project } from '../project';
import type { RulePack } from '../rule-pack';
import { scoreSheetId } from '../project';
import type { DecimalString, Id, Money } from '../values';
import { decimalOrNull, HUNDRED, plainDecimal } from '../exact';
import { evaluate } from '../evaluation/evaluate';

/** An invented bid: what it costs, and how much of the other points it earns, in whole per cent. */
export interface Trial {
  readonly price: Money;
  readonly quality: number;
}

export interface TrialResult {
  readonly points: DecimalString | null;
  readonly total: DecimalString | null;
  readonly rank: number | null;
}

/** Leaving one bid out would turn two others round. Bids by their place in the list. */
export interface Paradox {
  readonly removed: number;
  readonly ahead: number;
  readonly behind: number;
}

export interface Simulation {
  readonly results: readonly TrialResult[];
  readonly paradoxes: readonly Paradox[];
}

const LOT: Id = 'lot';
const OTHER: Id = 'quality';
const EVALUATOR: Id = 'evaluator';
const bidId = (index: number): Id => `bid-${index}`;

const madeUp = (project: Project, criterion: PriceCriterion | CostCriterion, estimate: Money, trials: readonly Trial[]): Project => {
  const weight = leavesOf(project.awardCriteria).find((leaf) => leaf.criterion.id === criterion.id)?.weightText ?? criterion.weight;
  const rest = HUNDRED.minus(decimalOrNull(weight) ?? HUNDRED);
  const price: AwardCriterion = {
    id: criterion.id, position: 'a0', name: '', description: '', weight, axis: 'costEffectiveness', type: 'price', formula: criterion.formula, fullMarksAt: criterion.fullMarksAt,
  };
  const quality: AwardCriterion = {
    id: OTHER, position: 'a1', name: '', description: '', weight: plainDecimal(rest), axis: 'transformativePotential', type: 'quality', scale: { max: 100, anchors: {} }, evidence: '',
  };
  const lot: Lot = { id: LOT, position: 'a0', number: '1', title: '', description: '', estimatedValue: estimate };
  const bids = trials.map(({ price: offered }, index): Bid => ({
    id: bidId(index), bidderId: bidId(index), lotId: LOT, price: offered, vatIncluded: false, receivedAt: null, durationDays: null, warrantyMonths: null,
    notes: '', status: 'valid', statusReason: '', importId: null,
  }));
  const sheets = trials.map(({ quality: level }, index) => ({
    id: scoreSheetId(EVALUATOR, bidId(index)), evaluatorId: EVALUATOR, bidId: bidId(index), scores: { [OTHER]: { value: String(level), reason: '' } },
  }));
  return {
    ...project,
    lots: { [LOT]: lot },
    awardCriteria: { [price.id]: price, [OTHER]: quality },
    callRules: undefined, envelopes: undefined, moderations: undefined,
    bidders: {},
    bids: Object.fromEntries(bids.map((bid) => [bid.id, bid])),
    evaluators: { [EVALUATOR]: { id: EVALUATOR, position: 'a0', name: '' } },
    scoreSheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
};

export const simulate = (project: Project, rulePack: RulePack, criterion: PriceCriterion | CostCriterion, estimate: Money, trials: readonly Trial[]): Simulation => {
  const asked = madeUp(project, criterion, estimate, trials);
  const [lot] = evaluate(asked, rulePack).lots;
  if (lot === undefined) return { results: [], paradoxes: [] };
  const results = trials.map((_, index): TrialResult => {
    const ranked = lot.ranking.find((each) => each.bidId === bidId(index));
    return { points: ranked?.criteria[0]?.points ?? null, total: ranked?.total ?? null, rank: ranked?.rank ?? null };
  });
  const contest = contestOf(asked, lot);
  if (typeof contest === 'string') return { results, paradoxes: [] };
  const placeOf = (id: Id): number => trials.findIndex((_, index) => bidId(index) === id);
  const paradoxes = contest.contenders.flatMap((removed) => (removalOf({ project: asked, rulePack, lot }, contest, removed)?.changes ?? [])
    .filter(({ change }) => change === 'reversed')
    .map(({ ahead, behind }): Paradox => ({ removed: placeOf(removed), ahead: placeOf(ahead), behind: placeOf(behind) })));
  return { results, paradoxes };
};
