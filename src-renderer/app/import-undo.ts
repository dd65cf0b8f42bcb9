/**
 * Taking back one spreadsheet import, also when other edits came after it. A bid that was changed or scored since is
 * somebody's work and stays; the rest of the import goes.
 */
import type { Change } from '../domain/change';
import { filterInSteps } from '../domain/in-steps';
import { equalJson } from '../domain/json-equal';
import type { Need } from '../domain/need';
import type { Bid, Project } from '../domain/project';
import type { Requirement } from '../domain/requirement';
import { answeredNeeds } from '../domain/specification-problems';
import type { Id, Json } from '../domain/values';
import { dropIdleBidders } from './idle-bidders';
import type { TakenBack } from './taken-back';

const without = <T>(collection: Readonly<Record<Id, T>>, gone: ReadonlySet<Id>): Record<Id, T> =>
  Object.fromEntries(Object.entries(collection).filter(([id]) => !gone.has(id)));

type Imported = 'bids' | 'needs' | 'requirements';

/** Each record as the import stored it, from the project's own log. */
const asImported = (log: readonly Change[], collection: Imported, importId: Id): ReadonlyMap<Id, Json> => {
  const patches = log.find(({ label }) => label.code === `${collection}Imported` && label.data['importId'] === importId)?.patches ?? [];
  // The first import of a collection that was not there is one patch of the whole collection.
  return new Map(patches.flatMap(({ path: [root, id, field], after }) => {
    if (root !== collection || field !== undefined || after === undefined) return [];
    return id === undefined ? Object.entries(after as Readonly<Record<Id, Json>>) : [[id, after]];
  }));
};

/** Takes back the needs or the requirements of an import. Needs that requirements answer are somebody's work too. */
export function* takingBackSpecification(project: Project, log: readonly Change[], kind: 'needs' | 'requirements', importId: Id): Generator<number, TakenBack> {
  const original = asImported(log, kind, importId);
  const records: Readonly<Record<Id, Need | Requirement>> = project[kind] ?? {};
  const answered = kind === 'needs' ? answeredNeeds(project) : new Set<Id>();
  const mine = Object.values(records).filter((record) => record.importId === importId);
  const going = yield* filterInSteps(mine, (record) => !answered.has(record.id) && equalJson(original.get(record.id), record));
  const gone = new Set(going.map(({ id }) => id));
  const kept = mine.length - gone.size;
  return {
    project: { ...project, [kind]: without(records, gone), imports: kept === 0 ? without(project.imports, new Set([importId])) : project.imports },
    removed: gone.size,
    kept,
  };
}

/** `log`: the project's changes, which tell what the import stored. Bidders whose last bid goes, go too. */
export function* takingBackImport(project: Project, log: readonly Change[], importId: Id): Generator<number, TakenBack> {
  const original = asImported(log, 'bids', importId);
  const scored = new Set(Object.values(project.scoreSheets).map((sheet) => sheet.bidId));
  const mine = Object.values(project.bids).filter((bid: Bid) => bid.importId === importId);
  const going = yield* filterInSteps(mine, (bid) => !scored.has(bid.id) && equalJson(original.get(bid.id), bid));
  const gone = new Set(going.map(({ id }) => id));
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
}
