/** A project of a package taken in beside the one already here, as a project of its own. */
import { mapInSteps } from '../domain/in-steps';
import type { IdSource } from '../domain/ports/clock';
import { conflictsOf, withConflicts } from '../domain/merge-conflict';
import { renamedCall } from '../domain/project-new';
import type { Collection, LaterCollection, Project } from '../domain/project';
import { isMilestoneKind } from '../domain/timeline/milestone';
import type { Id } from '../domain/values';
import { renamedConflicts } from './renamed-conflicts';
import {
  rekey, renamedAttachment, renamedBid, renamedCostItems, renamedEnvelope, renamedItself, renamedModeration, renamedNeed, renamedPriceList, renamedQuestion, renamedRequirement, renamedSession, renamedSheet, where,
  type Name,
} from './renamed-records';

/**
 * What becomes of the ids of each collection. `new`: records take new ones. `derived`: they are made of other ids.
 * `numbered`: numbers that mean the same everywhere. `left`: the collection stays behind.
 */
const IDS: Readonly<Record<Collection | LaterCollection, 'new' | 'derived' | 'numbered' | 'left'>> = {
  lots: 'new',
  awardCriteria: 'new',
  bidders: 'new',
  bids: 'new',
  evaluators: 'new',
  scoreSheets: 'derived',
  imports: 'new',
  knockOuts: 'new',
  envelopes: 'derived',
  moderations: 'derived',
  milestones: 'new',
  phases: 'new',
  risks: 'new',
  clarifications: 'new',
  errata: 'new',
  attachments: 'new',
  sessions: 'numbered',
  // Hashes of records under their old ids: the copy is open until it is frozen and decided itself.
  freezes: 'left',
  decisions: 'left',
  // They keep the decisions that stood, with their hashes, and the days that followed from a decision.
  reopenings: 'left',
  afterDecisions: 'left',
  // Of a contract the copy does not have.
  phaseReviews: 'left',
  // Files of the original's score sheets: they come back to its id and its freeze.
  handouts: 'left',
  needs: 'new',
  requirements: 'new',
};

const isNew = (collection: string): boolean => IDS[collection as keyof typeof IDS] === 'new';
/** An amendment opens a frozen call, and the copy's is not frozen; an assignment is of a sheet under the original's ids and hash. */
const LEFT: ReadonlySet<string> = new Set([...Object.keys(IDS).filter((collection) => IDS[collection as keyof typeof IDS] === 'left'), 'amendment', 'assignment']);

const costItemsOf = ({ awardCriteria }: Project): Id[] => Object.values(awardCriteria).flatMap((criterion) => (criterion.type === 'cost' ? Object.keys(criterion.costItems) : []));

/** Records that are gone but still contended for. */
const removedRecords = (project: Project): Id[] => Object.values(conflictsOf(project)).flatMap(({ kind, path: [collection = '', id = '', ...inside] }) =>
  (kind === 'removed' && inside.length === 0 && isNew(collection) ? [id] : []));

function* newIds(project: Project, ids: IdSource): Generator<number, ReadonlyMap<Id, Id>> {
  const collections = (Object.keys(IDS) as (keyof typeof IDS)[]).filter(isNew);
  const old = [...collections.flatMap((collection) => Object.keys(project[collection] ?? {})), ...costItemsOf(project), ...removedRecords(project)];
  // The days every call has are named by their kind.
  return new Map(yield* mapInSteps([...new Set(old)].filter((id) => !isMilestoneKind(id)), (id) => [id, ids.next()] as const));
}

/** A collection that may be large, under the ids its records have taken. */
function* rekeying<Item extends { readonly id: Id }>(items: Readonly<Record<Id, Item>>, renew: (item: Item) => Item): Generator<number, Record<Id, Item>> {
  const renewed = yield* mapInSteps(Object.values(items), renew);
  return Object.fromEntries(renewed.map((item) => [item.id, item]));
}

/** Collections that a project may not have. */
const laterCollections = (project: Project, name: Name): Partial<Project> => ({
  ...where('moderations', project.moderations, (all) => rekey(all, (each) => renamedModeration(each, name))),
  ...where('milestones', project.milestones, (all) => rekey(all, (each) => renamedItself(each, name))),
  ...where('phases', project.phases, (all) => rekey(all, (each) => renamedItself(each, name))),
  ...where('risks', project.risks, (all) => rekey(all, (each) => renamedItself(each, name))),
  ...where('clarifications', project.clarifications, (all) => rekey(all, (each) => renamedQuestion(each, name))),
  ...where('errata', project.errata, (all) => rekey(all, (each) => renamedItself(each, name))),
  ...where('attachments', project.attachments, (all) => rekey(all, (each) => renamedAttachment(each, name))),
  ...where('sessions', project.sessions, (all) => rekey(all, (each) => renamedSession(each, name))),
});

const callOf = (project: Project, name: Name): Partial<Project> => {
  const call = renamedCall(project, name);
  return {
    ...call,
    lots: rekey(call.lots, (lot) => renamedPriceList(lot, name)),
    awardCriteria: rekey(call.awardCriteria, (criterion) => renamedCostItems(criterion, name)),
  };
};

/** The project without what only holds for the records under their old ids. */
const withoutLeft = (project: Project): Project =>
  Object.fromEntries(Object.entries(project).filter(([field]) => !LEFT.has(field))) as Project;

/**
 * The same content under new ids throughout, so that the two projects can go on separately and still be told apart by
 * whoever collects both. Unknown fields are kept as they are. With stops, for large projects.
 */
export function* copying(project: Project, ids: IdSource): Generator<number, Project> {
  const renamed = yield* newIds(project, ids);
  const name: Name = (id) => renamed.get(id) ?? id;
  const copy: Project = {
    ...withConflicts(withoutLeft(project), renamedConflicts(project, LEFT, name)),
    id: ids.next(),
    ...callOf(project, name),
    ...laterCollections(project, name),
    ...(project.needs === undefined ? {} : { needs: yield* rekeying(project.needs, (each) => renamedNeed(each, name)) }),
    ...(project.requirements === undefined ? {} : { requirements: yield* rekeying(project.requirements, (each) => renamedRequirement(each, name)) }),
    bidders: yield* rekeying(project.bidders, (bidder) => renamedItself(bidder, name)),
    evaluators: rekey(project.evaluators, (evaluator) => renamedItself(evaluator, name)),
    imports: rekey(project.imports, (record) => renamedItself(record, name)),
    bids: yield* rekeying(project.bids, (bid) => renamedBid(bid, name)),
    scoreSheets: yield* rekeying(project.scoreSheets, (sheet) => renamedSheet(sheet, name)),
  };
  return { ...copy, ...where('envelopes', project.envelopes, (all) => rekey(all, (each) => renamedEnvelope(each, name, project, copy))) };
}
