/** What changed between two states that share what did not: told by identity, so that a small edit of a large project costs little. */
import { ownValue } from './json-equal';
import type { Project } from './project';
import type { Id } from './values';

type Records<Item> = Readonly<Record<Id, Item>>;

/** Records that are not the same object in both, each as it was and as it is; undefined where it is not there. */
export function* changedRecords<Item>(before: Records<Item> = {}, after: Records<Item> = {}): Generator<readonly [was: Item | undefined, is: Item | undefined, id: Id]> {
  if (before === after) return;
  for (const id of Object.keys(before)) {
    const is = ownValue(after, id);
    if (before[id] !== is) yield [before[id], is, id];
  }
  for (const id of Object.keys(after)) if (!Object.hasOwn(before, id)) yield [undefined, after[id], id];
}

/** The lots of the bids whose scores or agreed scores changed, as those bids were and as they are. */
export const lotsOfChangedScores = (before: Project, after: Project): Set<Id> => {
  const lots = new Set<Id>();
  const add = (bidId: Id): void => {
    for (const { bids } of [before, after]) {
      const bid = ownValue(bids, bidId);
      if (bid !== undefined) lots.add(bid.lotId);
    }
  };
  for (const part of ['scoreSheets', 'moderations'] as const) {
    for (const [was, is] of changedRecords<{ readonly bidId: Id }>(before[part], after[part])) for (const record of [was, is]) if (record !== undefined) add(record.bidId);
  }
  return lots;
};
