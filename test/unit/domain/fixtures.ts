/** Small, complete records for tests; each test says only what matters to it. */
import { positionBetween } from '../../../src-renderer/domain/position';
import type { Clock, IdSource } from '../../../src-renderer/domain/ports/clock';
import { newProject } from '../../../src-renderer/domain/project-new';
import { scoreSheetId, type AwardCriterion, type Bid, type Bidder, type CostCriterion, type CriterionGroup, type Lot, type PriceCriterion, type Project, type QualityCriterion } from '../../../src-renderer/domain/project';
import type { Position } from '../../../src-renderer/domain/values';

export const clock: Clock = { now: () => '2026-05-20T09:00:00.000Z' };

export const countingIds = (prefix = 'id'): IdSource => {
  let last = 0;
  return { next: () => `${prefix}${(last += 1)}` };
};

export const lei = (amount: number) => ({ amount: Math.round(amount * 100), currency: 'RON' });

export const lot = (id: string, fields: Partial<Lot> = {}): Lot => ({ id, position: 'a0', number: id, title: `Lot ${id}`, description: '', estimatedValue: null, ...fields });

export const price = (id: string, fields: Partial<PriceCriterion> = {}): PriceCriterion => ({
  id, position: 'a0', name: id, description: '', weight: '40', axis: 'costEffectiveness', type: 'price', formula: 'lowestProportional', fullMarksAt: null, ...fields,
});

export const quality = (id: string, fields: Partial<QualityCriterion> = {}): QualityCriterion => ({
  id, position: 'a1', name: id, description: '', weight: '60', axis: 'transformativePotential', type: 'quality', scale: { max: 5, anchors: {} }, evidence: '', ...fields,
});

export const cost = (id: string, fields: Partial<CostCriterion> = {}): CostCriterion => ({
  id, position: 'a0', name: id, description: '', weight: '40', axis: 'costEffectiveness', type: 'cost', formula: 'lowestProportional', fullMarksAt: null,
  horizonYears: 5, includesPrice: true, costItems: {}, ...fields,
});

export const group = (id: string, fields: Partial<CriterionGroup> = {}): CriterionGroup => ({ id, position: 'a1', name: id, description: '', weight: '60', type: 'group', ...fields });

export const bidder = (id: string, fields: Partial<Bidder> = {}): Bidder => ({ id, name: `Bidder ${id}`, identifier: '', country: '', sme: null, email: '', ...fields });

export const bid = (id: string, fields: Partial<Bid> = {}): Bid => ({
  id, bidderId: `o-${id}`, lotId: '1', price: null, vatIncluded: false, receivedAt: null, durationDays: null, warrantyMonths: null,
  notes: '', status: 'valid', statusReason: '', importId: null, ...fields,
});

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

export interface Parts {
  readonly lots?: readonly Lot[];
  readonly criteria?: readonly AwardCriterion[];
  readonly bids?: readonly Bid[];
  readonly bidders?: readonly Bidder[];
  /** Evaluator ids; one called `e1` by default. */
  readonly evaluators?: readonly string[];
  /** evaluator → bid → criterion → value. */
  readonly scores?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>>;
}

/** A project of these parts, with a bidder for every bid. */
export const projectOf = ({ lots = [lot('1')], criteria = [], bids = [], bidders, evaluators = ['e1'], scores = {} }: Parts): Project => {
  let position: Position | null = null;
  const people = evaluators.map((id) => {
    position = positionBetween(position, null);
    return { id, position, name: `Evaluator ${id}` };
  });
  const sheets = Object.entries(scores).flatMap(([evaluatorId, byBid]) =>
    Object.entries(byBid).map(([bidId, values]) => ({
      id: scoreSheetId(evaluatorId, bidId),
      evaluatorId,
      bidId,
      scores: Object.fromEntries(Object.entries(values).map(([criterionId, value]) => [criterionId, { value, reason: 'Seen in the offer, page 3.' }])),
    })));
  return {
    ...newProject(countingIds('p'), clock, { title: 'Test', buyer: { name: 'Town', identifier: '', nutsCode: '' } }),
    lots: byId(lots),
    awardCriteria: byId(criteria),
    bidders: byId(bidders ?? bids.map(({ bidderId }) => bidder(bidderId))),
    bids: byId(bids),
    evaluators: byId(people),
    scoreSheets: byId(sheets),
  };
};
