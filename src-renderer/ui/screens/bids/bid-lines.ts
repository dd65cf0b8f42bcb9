/** The lines of the bids screen: each bid with its bidder and what needs attention, searched and sorted. */
import { bidProblems } from '../../../domain/bid-problems';
import { foldText } from '../../../domain/fold-text';
import { inOrder } from '../../../domain/position';
import type { Problem } from '../../../domain/problem';
import type { Bid, Bidder, Lot, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';

export interface BidLine {
  readonly bid: Bid;
  readonly bidder: Bidder | undefined;
  readonly problems: readonly Problem[];
  /** What a search looks through, folded. */
  readonly folded: string;
}

export interface LotLines {
  readonly lot: Lot;
  /** Every bid of the lot, whatever the search. */
  readonly total: number;
  readonly lines: readonly BidLine[];
}

export const BID_SORTS = ['bidder', 'priceUp', 'priceDown', 'received'] as const;
export type BidSort = (typeof BID_SORTS)[number];

export interface BidFilter {
  readonly query: string;
  readonly sort: BidSort;
  readonly onlyProblems: boolean;
}

/** `/bids/ID/price` → `ID`; a bidder's problem is told at each of its bids. */
const bidsConcerned = (pointer: string | undefined, bidsOfBidder: ReadonlyMap<Id, readonly Id[]>): readonly Id[] => {
  const [, collection, id] = (pointer ?? '').split('/');
  if (id === undefined) return [];
  if (collection === 'bids') return [id];
  return collection === 'bidders' ? (bidsOfBidder.get(id) ?? []) : [];
};

const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

const problemsByBid = (project: Project): ReadonlyMap<Id, readonly Problem[]> => {
  const bidsOfBidder = new Map([...groupBy(Object.values(project.bids), (bid) => bid.bidderId)].map(([id, bids]) => [id, bids.map((bid) => bid.id)]));
  const found = new Map<Id, Problem[]>();
  for (const problem of bidProblems(project)) {
    for (const id of bidsConcerned(problem.pointer, bidsOfBidder)) found.set(id, [...(found.get(id) ?? []), problem]);
  }
  return found;
};

/** Every bid of the project as a line. */
export const bidLines = (project: Project): readonly BidLine[] => {
  const problems = problemsByBid(project);
  return Object.values(project.bids).map((bid) => {
    const bidder = project.bidders[bid.bidderId];
    return { bid, bidder, problems: problems.get(bid.id) ?? [], folded: foldText(`${bidder?.name ?? ''} ${bidder?.identifier ?? ''} ${bid.notes}`) };
  });
};

type Compare = (left: BidLine, right: BidLine) => number;

/** Lines without the value come last, whichever way the rest is sorted. */
const byValue = <Value,>(valueOf: (line: BidLine) => Value | null, compare: (left: Value, right: Value) => number): Compare => (left, right) => {
  const [one, other] = [valueOf(left), valueOf(right)];
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return compare(one, other);
};

const comparisons = (collator: Intl.Collator): Readonly<Record<BidSort, Compare>> => ({
  bidder: (left, right) => collator.compare(left.bidder?.name ?? '', right.bidder?.name ?? ''),
  priceUp: byValue((line) => line.bid.price?.amount ?? null, (left, right) => left - right),
  priceDown: byValue((line) => line.bid.price?.amount ?? null, (left, right) => right - left),
  received: byValue((line) => line.bid.receivedAt, (left, right) => (left < right ? -1 : left > right ? 1 : 0)),
});

/** Lots in their order, each with the lines the filter lets through. `tag`: the reader's language, which orders names. */
export const linesByLot = (project: Project, lines: readonly BidLine[], { query, sort, onlyProblems }: BidFilter, tag: string): readonly LotLines[] => {
  const words = foldText(query).split(' ').filter((word) => word !== '');
  const shown = (line: BidLine): boolean => words.every((word) => line.folded.includes(word)) && (!onlyProblems || line.problems.length > 0);
  const chosen = comparisons(new Intl.Collator(tag, { numeric: true }));
  const compare: Compare = (left, right) => chosen[sort](left, right) || chosen.bidder(left, right) || (left.bid.id < right.bid.id ? -1 : 1);
  const ofLot = groupBy(lines, (line) => line.bid.lotId);
  return inOrder(project.lots).map((lot) => {
    const all = ofLot.get(lot.id) ?? [];
    return { lot, total: all.length, lines: all.filter(shown).toSorted(compare) };
  });
};
