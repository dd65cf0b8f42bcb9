/** A project of a package taken in beside the one already here, as a project of its own. */
import type { IdSource } from '../domain/ports/clock';
import { conflictId, conflictsOf, withConflicts, type Conflicts } from '../domain/merge-conflict';
import { moderationId } from '../domain/moderation';
import { renamedCall } from '../domain/project-new';
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
  for (const id of [...Object.keys(project.knockOuts ?? {}), ...Object.keys(project.attachments ?? {})]) renamed.set(id, ids.next());
  return renamed;
};

/** Open conflicts, with the places they speak of under their new names. */
const conflictsUnder = (project: Project, name: (id: Id) => Id): Conflicts => Object.fromEntries(Object.values(conflictsOf(project)).map((conflict) => {
  const path = conflict.path.map((segment) => segment.split('.').map(name).join('.'));
  const id = conflictId(path);
  return [id, { ...conflict, id, path }];
}));

/** A collection whose records have taken new ids, under those ids. */
const rekey = <Item extends { readonly id: Id }>(items: Readonly<Record<Id, Item>>, renew: (item: Item) => Item): Record<Id, Item> =>
  Object.fromEntries(Object.values(items).map((item) => {
    const renewed = renew(item);
    return [renewed.id, renewed];
  }));

/** Records whose ids are made of other ids. */
const derived = (project: Project, name: (id: Id) => Id): Partial<Project> => ({
  ...(project.moderations === undefined ? {} : {
    moderations: rekey(project.moderations, (each) => ({ ...each, id: moderationId(name(each.bidId), name(each.criterionId)), bidId: name(each.bidId), criterionId: name(each.criterionId) })),
  }),
  ...(project.attachments === undefined ? {} : {
    attachments: rekey(project.attachments, (each) => ({
      ...each, id: name(each.id), filedUnder: { ...each.filedUnder, ...(each.filedUnder.id === undefined ? {} : { id: name(each.filedUnder.id) }) },
    })),
  }),
  ...(project.envelopes === undefined ? {} : { envelopes: rekey(project.envelopes, (each) => ({ ...each, id: name(each.id) })) }),
});

/**
 * The same content under new ids throughout, so that the two projects can go on separately and still be told apart by
 * whoever collects both. Unknown fields are kept as they are. Freezes and decisions stay behind: their hashes are of the
 * records under their old ids, so that the copy is open until it is frozen and decided itself.
 */
export const asCopy = (project: Project, ids: IdSource): Project => {
  const renamed = newIds(project, ids);
  const name = (id: Id): Id => renamed.get(id) ?? id;
  const { freezes: _freezes, amendment: _amendment, decisions: _decisions, ...kept } = project;
  return {
    ...withConflicts(kept, conflictsUnder(project, name)),
    id: ids.next(),
    ...renamedCall(project, name),
    ...derived(project, name),
    bidders: rekey(project.bidders, (bidder) => ({ ...bidder, id: name(bidder.id) })),
    evaluators: rekey(project.evaluators, (evaluator) => ({ ...evaluator, id: name(evaluator.id) })),
    imports: rekey(project.imports, (record) => ({ ...record, id: name(record.id) })),
    bids: rekey(project.bids, (bid) => ({
      ...bid,
      id: name(bid.id),
      bidderId: name(bid.bidderId),
      lotId: name(bid.lotId),
      importId: bid.importId === null ? null : name(bid.importId),
    })),
    scoreSheets: rekey(project.scoreSheets, (sheet) => ({
      ...sheet,
      id: scoreSheetId(name(sheet.evaluatorId), name(sheet.bidId)),
      evaluatorId: name(sheet.evaluatorId),
      bidId: name(sheet.bidId),
      scores: Object.fromEntries(Object.entries(sheet.scores).map(([criterionId, score]) => [name(criterionId), score])),
    })),
  };
};
