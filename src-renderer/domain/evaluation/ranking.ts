/** From totals to places: equal ones share a place unless the law's order parts them, and the next place is counted past them (1, 1, 3). */
import { compareStandings, type Standing } from './comparison';
import type { BidFlag, RankedBid, Tie } from './result';
import type { Equal, Settled } from './ties';

/** A bid with what ranks it. */
export interface Totalled extends Equal {
  /** Null when it cannot be ranked. */
  readonly total: number | null;
  /** Under a rule that sets an amount against quality, the figure that ranks instead of the total. */
  readonly standing: Standing | null;
  /** Below a minimum: listed last. */
  readonly isOut: boolean;
  /** The bidder's name, folded: the order among equals and among the unranked. */
  readonly name: string;
  readonly bid: Omit<RankedBid, 'rank'>;
}

const byName = (left: Totalled, right: Totalled): number => {
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return left.bidId < right.bidId ? -1 : 1;
};

/** Best first: the lowest figure where there is one, else the highest total. */
const byMerit = (left: Totalled, right: Totalled): number =>
  (left.standing !== null && right.standing !== null ? compareStandings(left.standing, right.standing) : (right.total ?? 0) - (left.total ?? 0));

const placed = ({ bid }: Totalled, rank: number | null, flags: readonly BidFlag[]): RankedBid => {
  const { bidId, flags: own, ...rest } = bid;
  return { bidId, rank, ...rest, flags: [...flags, ...own] };
};

/** Neighbours of equal merit together. */
const runsOf = (sorted: readonly Totalled[]): Totalled[][] => {
  const runs: Totalled[][] = [];
  for (const each of sorted) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && byMerit(last[0], each) === 0) last.push(each);
    else runs.push([each]);
  }
  return runs;
};

export interface Ranking {
  readonly ranking: readonly RankedBid[];
  readonly ties: readonly Tie[];
}

/** Ranked bids first, then incomplete ones, then those below a minimum. `settle` parts equal ones as far as the law's order does. */
export const ranked = (bids: readonly Totalled[], canRank: (bid: Totalled) => boolean, settle: (equal: readonly Totalled[]) => Settled<Totalled>): Ranking => {
  const sorted = bids.filter(canRank).toSorted((left, right) => byMerit(left, right) || byName(left, right));
  const rest = bids.filter((bid) => !canRank(bid)).toSorted((left, right) => Number(left.isOut) - Number(right.isOut) || byName(left, right));
  const ranking: RankedBid[] = [];
  const ties: Tie[] = [];
  for (const run of runsOf(sorted)) {
    const [only] = run;
    if (run.length === 1 && only !== undefined) {
      ranking.push(placed(only, ranking.length + 1, []));
      continue;
    }
    const { groups, tie } = settle(run);
    ties.push(tie);
    for (const group of groups) {
      const rank = ranking.length + 1;
      for (const each of group) ranking.push(placed(each, rank, [group.length > 1 ? 'tie' : 'tieSettled']));
    }
  }
  return { ranking: [...ranking, ...rest.map((each) => placed(each, null, []))], ties };
};
