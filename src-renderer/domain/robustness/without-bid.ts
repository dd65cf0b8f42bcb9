/**
 * What would happen to the others if one bid had not come. Under a formula that measures prices against one another, a
 * bid that has no chance can decide which of two others stands before the other (the ranking paradox; see Stilger,
 * Siderius and van Raaij, "A comparative study of formulas for choosing the economically most advantageous tender",
 * Journal of Public Procurement 17(1), 2017).
 */
import { priceFieldOf, priceObstacle } from '../evaluation/bid-prices';
import type { Bid, Project } from '../project';
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

const validBids = (project: Project): Bid[] => Object.values(project.bids).filter(({ status }) => status === 'valid');

/** Contenders whose price alone is the lowest or the highest of the lot: nobody else's leaving moves another bid's points. */
export const priceSetters = ({ project, lot }: Question, { contenders }: Contest): Id[] => {
  const [owner] = Object.values(project.lots).filter(({ id }) => id === lot.lotId);
  if (owner === undefined) return [];
  const valid = validBids(project);
  const { lowest, highest } = priceFieldOf(project, owner, valid);
  const amounts = valid.flatMap((bid) => (bid.price === null || priceObstacle(bid, project.currency) !== null ? [] : [bid.price.amount]));
  const isAlone = (amount: number): boolean => amounts.filter((each) => each === amount).length === 1;
  const deciding = new Set([lowest, highest].filter((amount) => amount !== null && isAlone(amount)));
  return contenders.filter((id) => deciding.has(project.bids[id]?.price?.amount ?? Number.NaN));
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
