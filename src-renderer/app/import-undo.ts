/**
 * Taking back one spreadsheet import, also when other edits came after it. A bid that was changed or scored since is
 * somebody's work and stays; the rest of the import goes.
 */
import { canonicalJson } from '../domain/digest';
import type { Change } from '../domain/change';
import type { Bid, Project } from '../domain/project';
import type { Id } from '../domain/values';
import { dropIdleBidders } from './idle-bidders';

/** The project without the import, and how many of its bids went and stayed. */
export interface TakenBack {
  readonly project: Project;
  readonly removed: number;
  readonly kept: number;
}

const without = <T>(collection: Readonly<Record<Id, T>>, gone: ReadonlySet<Id>): Record<Id, T> =>
  Object.fromEntries(Object.entries(collection).filter(([id]) => !gone.has(id)));

/** Each bid as the import stored it, in canonical form, from the project's own log. */
const asImported = (log: readonly Change[], importId: Id): ReadonlyMap<Id, string> => {
  const entry = log.find((change) => change.label.code === 'bidsImported' && change.label.data['importId'] === importId);
  return new Map((entry?.patches ?? []).flatMap((patch) => (patch.path[0] === 'bids' && patch.path.length === 2 ? [[patch.path[1] ?? '', canonicalJson(patch.after)]] : [])));
};

/** `log`: the project's changes, which tell what the import stored. Bidders whose last bid goes, go too. */
export const takeBackImport = (project: Project, log: readonly Change[], importId: Id): TakenBack => {
  const original = asImported(log, importId);
  const touched = (bid: Bid): boolean => original.get(bid.id) !== canonicalJson(bid);
  const scored = new Set(Object.values(project.scoreSheets).map((sheet) => sheet.bidId));
  const mine = Object.values(project.bids).filter((bid: Bid) => bid.importId === importId);
  const gone = new Set(mine.filter((bid) => !scored.has(bid.id) && !touched(bid)).map((bid) => bid.id));
  const bids = without(project.bids, gone);
  const bidders = { ...project.bidders };
  dropIdleBidders({ bids, bidders }, mine.map((bid) => bid.bidderId));
  const kept = mine.length - gone.size;
  return {
    project: {
      ...project,
      bids,
      bidders,
      imports: kept === 0 ? without(project.imports, new Set([importId])) : project.imports,
    },
    removed: gone.size,
    kept,
  };
};
