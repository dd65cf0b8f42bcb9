/**
 * What would happen to the others if one bid had not come. Under a formula that measures prices against one another, a
 * bid that has no chance can decide which of two others stands before the other (the ranking paradox; see Stilger,
 * Siderius and van Raaij, "A comparative study of formulas for choosing the economically most advantageous tender",
 * Journal of Public Procurement 17(1), 2017).
 */
import { countedPrice } from '../bid-correction';
import { isAdmitted } from '../evaluation/admitted';
import { priceObstacle } from '../evaluation/bid-prices';
import { pointLeaves } from '../evaluation/counted-criteria';
import { bidCost, discountingOf } from '../evaluation/life-cycle-cost';
import type { AwardCriterion, Bid, Project } from '../project';
import type { Id } from '../values';
import type { Contest } from './contest';
import { allKnown, totalsIf, type Question } from './evaluated-again';
import { leadersOf } from './standing';

/** Two bids whose order among themselves hangs on a third. */
export interface OrderChange {
  readonly ahead: Id;
  readonly behind: Id;
  /** `reversed`: the one behind would stand ahead. `levelled`: they would be equal. `parted`: equal now, `ahead` would lead. */
  readonly change: 'reversed' | 'levelled' | 'parted';
}

export interface BidRemoval {
  readonly removed: Id;
  /** True when, the removed bid aside, others would be first than now. Never said of removing a bid that is first itself. */
  readonly firstPlaceChanges: boolean;
  /** How many pairs change; `changes` names the first of them. */
  readonly count: number;
  readonly changes: readonly OrderChange[];
}

/** Pairs named for one removed bid; more than these nobody reads. */
export const MOST_CHANGES = 50;

/** The comparable amounts of a lot under one criterion, by bid; empty when the criterion has none. */
type Amounts = ReadonlyMap<Id, bigint>;

const amountsUnder = (project: Project, criterion: AwardCriterion, bids: readonly Bid[]): Amounts => {
  const amounts = new Map<Id, bigint>();
  const discounting = criterion.type === 'cost' ? discountingOf(project, criterion) : null;
  for (const bid of bids) {
    if (criterion.type === 'price') {
      const price = countedPrice(bid);
      if (price !== null && priceObstacle(bid, project.currency) === null) amounts.set(bid.id, BigInt(price.amount));
    } else if (criterion.type === 'cost') {
      const cost = bidCost(bid, criterion, discounting, project.currency);
      if ('scaled' in cost) amounts.set(bid.id, cost.scaled);
    }
  }
  return amounts;
};

/** Bids whose amount alone is the lowest or the highest. */
const alone = (amounts: Amounts): Id[] => {
  const values = [...amounts.values()];
  const [first] = values;
  if (first === undefined) return [];
  const extremes = new Set([values.reduce((low, each) => (each < low ? each : low), first), values.reduce((high, each) => (each > high ? each : high), first)]);
  return [...amounts].flatMap(([id, amount]) => (extremes.has(amount) && values.filter((each) => each === amount).length === 1 ? [id] : []));
};

/**
 * Contenders whose price or cost alone is the lowest or the highest of the lot: nobody else's leaving moves another bid's
 * points. Under a rule that sets the amount against quality no price gives points, and nobody is such a contender.
 */
export const priceSetters = ({ project, lot }: Question, { contenders }: Contest): Id[] => {
  const outside = new Set(lot.ranking.flatMap(({ bidId, flags }) => (flags.includes('belowMinimum') ? [bidId] : [])));
  const bids = Object.values(project.bids).filter((bid) => isAdmitted(bid) && !outside.has(bid.id));
  const setters = new Set(pointLeaves(project, lot.lotId).flatMap(({ criterion }) => alone(amountsUnder(project, criterion, bids))));
  return contenders.filter((id) => setters.has(id));
};

const changeOf = (before: number, after: number): OrderChange['change'] | null => {
  if (Math.sign(before) === Math.sign(after)) return null;
  if (before === 0) return 'parted';
  return after === 0 ? 'levelled' : 'reversed';
};

/** Pairs of `ids` (in ranking order) that stand in another order by `after` than by `before`. */
const orderChanges = (ids: readonly Id[], before: readonly number[], after: readonly number[]): Pick<BidRemoval, 'count' | 'changes'> => {
  const changes: OrderChange[] = [];
  let count = 0;
  for (let upper = 0; upper < ids.length; upper += 1) {
    for (let lower = upper + 1; lower < ids.length; lower += 1) {
      const now = (after[upper] ?? 0) - (after[lower] ?? 0);
      const change = changeOf((before[upper] ?? 0) - (before[lower] ?? 0), now);
      if (change === null) continue;
      count += 1;
      if (changes.length >= MOST_CHANGES) continue;
      const [ahead, behind] = change === 'parted' && now < 0 ? [ids[lower], ids[upper]] : [ids[upper], ids[lower]];
      changes.push({ ahead: ahead ?? '', behind: behind ?? '', change });
    }
  }
  return { count, changes };
};

/** The lot without one bid; null when the order of the others stays as it is. */
export const removalOf = (question: Question, contest: Contest, removed: Id): BidRemoval | null => {
  const { project } = question;
  const kept = contest.contenders.flatMap((id, index) => (id === removed ? [] : [index]));
  const ids = kept.map((index) => contest.contenders[index] ?? '');
  const after = totalsIf(question, { ...project, bids: Object.fromEntries(Object.entries(project.bids).filter(([id]) => id !== removed)) }, ids);
  if (!allKnown(after)) return null;
  const changed = orderChanges(ids, kept.map((index) => contest.totals[index] ?? 0), after);
  if (changed.count === 0) return null;
  const first = leadersOf(contest.totals).map((index) => contest.contenders[index] ?? '');
  const firstAfter = leadersOf(after).map((index) => ids[index] ?? '');
  const isFirst = first.includes(removed);
  return { removed, firstPlaceChanges: !isFirst && first.join(' ') !== firstAfter.join(' '), ...changed };
};
