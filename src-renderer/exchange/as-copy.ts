/** A project of a package taken in beside the one already here, as a project of its own. */
import type { IdSource } from '../domain/ports/clock';
import { COLLECTIONS, scoreSheetId, type Project } from '../domain/project';
import type { Id } from '../domain/values';

type Renamed = ReadonlyMap<Id, Id>;

const newIds = (project: Project, ids: IdSource): Renamed => {
  const renamed = new Map<Id, Id>();
  for (const collection of COLLECTIONS) {
    // Score sheets are named after their evaluator and bid.
    if (collection === 'scoreSheets') continue;
    for (const id of Object.keys(project[collection])) renamed.set(id, ids.next());
  }
  return renamed;
};

/** A collection under new ids, each record also put through `refer` for the ids it points to. */
const rekey = <Item extends { readonly id: Id }>(items: Readonly<Record<Id, Item>>, nameOf: (item: Item) => Id, refer: (item: Item) => Item): Record<Id, Item> =>
  Object.fromEntries(Object.values(items).map((item) => [nameOf(item), { ...refer(item), id: nameOf(item) }]));

/**
 * The same content under new ids throughout, so that the two projects can go on separately and still be told apart by
 * whoever collects both. Unknown fields are kept as they are.
 */
export const asCopy = (project: Project, ids: IdSource): Project => {
  const renamed = newIds(project, ids);
  const name = (id: Id): Id => renamed.get(id) ?? id;
  const own = ({ id }: { readonly id: Id }): Id => name(id);
  return {
    ...project,
    id: ids.next(),
    lots: rekey(project.lots, own, (lot) => lot),
    awardCriteria: rekey(project.awardCriteria, own, (criterion) => criterion),
    bidders: rekey(project.bidders, own, (bidder) => bidder),
    evaluators: rekey(project.evaluators, own, (evaluator) => evaluator),
    imports: rekey(project.imports, own, (record) => record),
    bids: rekey(project.bids, own, (bid) => ({
      ...bid,
      bidderId: name(bid.bidderId),
      lotId: name(bid.lotId),
      importId: bid.importId === null ? null : name(bid.importId),
    })),
    scoreSheets: rekey(project.scoreSheets, (sheet) => scoreSheetId(name(sheet.evaluatorId), name(sheet.bidId)), (sheet) => ({
      ...sheet,
      evaluatorId: name(sheet.evaluatorId),
      bidId: name(sheet.bidId),
      scores: Object.fromEntries(Object.entries(sheet.scores).map(([criterionId, score]) => [name(criterionId), score])),
    })),
  };
};
