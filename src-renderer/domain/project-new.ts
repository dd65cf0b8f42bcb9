/** How projects begin: empty, or with the call of an earlier one. */
import { positionBetween } from './position';
import type { Clock, IdSource } from './ports/clock';
import type { Buyer, Evaluator, Project } from './project';
import type { Id } from './values';

export interface NewProject {
  readonly title: string;
  readonly description?: string;
  /** Defaults to an unnamed buyer. */
  readonly buyer?: Buyer;
  /** ISO 4217; lei by default. */
  readonly currency?: string;
  /** Id of the rule pack in force. */
  readonly rulePackId?: string;
}

const DEFAULT_RULE_PACK = 'ro-2026';

/** A project with nothing in it but one evaluator, still without a name, so that scoring can begin at once. */
export const newProject = (ids: IdSource, clock: Clock, input: NewProject): Project => {
  const id = ids.next();
  const evaluator: Evaluator = { id: ids.next(), position: positionBetween(null, null), name: '' };
  return {
    id,
    title: input.title,
    description: input.description ?? '',
    buyer: input.buyer ?? { name: '', identifier: '', nutsCode: '' },
    currency: input.currency ?? 'RON',
    rulePackId: input.rulePackId ?? DEFAULT_RULE_PACK,
    createdAt: clock.now(),
    archivedAt: null,
    deletedAt: null,
    lots: {},
    awardCriteria: {},
    bidders: {},
    bids: {},
    evaluators: { [evaluator.id]: evaluator },
    scoreSheets: {},
    imports: {},
  };
};

/** Fresh ids for the records of some collections, by the old ones. */
const freshIds = (collections: readonly Readonly<Record<Id, unknown>>[], ids: IdSource): ReadonlyMap<Id, Id> =>
  new Map(collections.flatMap((collection) => Object.keys(collection).map((id): [Id, Id] => [id, ids.next()])));

const renamedKeys = (record: Readonly<Record<Id, true>>, name: (id: Id) => Id): Record<Id, true> =>
  Object.fromEntries(Object.keys(record).map((id): [Id, true] => [name(id), true]));

/** The record under its new id, what it names under theirs. */
const renamed = <Item extends { readonly id: Id; readonly parentId?: Id | null | undefined; readonly lotIds?: Record<Id, true> | undefined }>(item: Item, name: (id: Id) => Id): Item => ({
  ...item,
  id: name(item.id),
  ...(item.parentId === undefined || item.parentId === null ? {} : { parentId: name(item.parentId) }),
  ...(item.lotIds === undefined ? {} : { lotIds: renamedKeys(item.lotIds, name) }),
});

/** The parts of a call that name lots or one another. */
export type CallParts = Pick<Project, 'lots' | 'awardCriteria' | 'knockOuts'>;

/** A call whose records stand under other ids. */
export const renamedCall = ({ lots, awardCriteria, knockOuts }: CallParts, name: (id: Id) => Id): CallParts => {
  const rekeyed = <Item extends { readonly id: Id }>(collection: Readonly<Record<Id, Item>>): Record<Id, Item> =>
    Object.fromEntries(Object.values(collection).map((item): [Id, Item] => {
      const made = renamed(item, name);
      return [made.id, made];
    }));
  return { lots: rekeyed(lots), awardCriteria: rekeyed(awardCriteria), ...(knockOuts === undefined ? {} : { knockOuts: rekeyed(knockOuts) }) };
};

/** The answers about the procurement, its phases and risks; the choice made on them and its days belong to the old procedure. */
const planOfCall = ({ procedure, phases, risks }: Project, ids: IdSource): Pick<Project, 'procedure' | 'phases' | 'risks'> => ({
  ...(procedure === undefined ? {} : { procedure: { ...procedure, chosen: null, chosenReason: '' } }),
  ...(phases === undefined ? {} : { phases: Object.fromEntries(Object.values(phases).map((phase) => ({ ...phase, id: ids.next() })).map((phase) => [phase.id, phase])) }),
  ...(risks === undefined ? {} : { risks: Object.fromEntries(Object.values(risks).map((risk) => ({ ...risk, id: ids.next() })).map((risk) => [risk.id, risk])) }),
});

/** Needs and requirements under their new ids; which import brought them is told where they came in. */
const specificationOf = ({ needs, requirements }: Project, name: (id: Id) => Id): Pick<Project, 'needs' | 'requirements'> => ({
  ...(needs === undefined ? {} : { needs: Object.fromEntries(Object.values(needs).map((need) => [name(need.id), { ...renamed(need, name), importId: null }])) }),
  ...(requirements === undefined ? {} : {
    requirements: Object.fromEntries(Object.values(requirements).map(({ needId, criterionId, ...requirement }) => [
      name(requirement.id),
      { ...renamed(requirement, name), needId: needId === null ? null : name(needId), criterionId: criterionId === null ? null : name(criterionId), importId: null },
    ])),
  }),
});

/**
 * A new project with the same call: texts, buyer, needs, requirements, rules, lots, criteria and conditions, every record under a fresh id.
 * Bids, bidders, scores, evaluators, imports and freezes stay behind: they belong to the procedure they were made in.
 */
export const duplicateProject = (source: Project, ids: IdSource, clock: Clock, title: string): Project => {
  const made = newProject(ids, clock, { title, description: source.description, buyer: { ...source.buyer }, currency: source.currency, rulePackId: source.rulePackId });
  const fresh = freshIds([source.lots, source.awardCriteria, source.knockOuts ?? {}, source.needs ?? {}, source.requirements ?? {}], ids);
  const name = (id: Id): Id => fresh.get(id) ?? id;
  return { ...made, ...planOfCall(source, ids), ...specificationOf(source, name), ...renamedCall(source, name), ...(source.callRules === undefined ? {} : { callRules: source.callRules }) };
};
