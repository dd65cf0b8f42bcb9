/** How projects begin: empty, or with the call of an earlier one. */
import { positionBetween } from './position';
import type { Clock, IdSource } from './ports/clock';
import type { AwardCriterion, Buyer, Evaluator, Lot, Project } from './project';
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

const withFreshIds = <Item extends Lot | AwardCriterion>(collection: Readonly<Record<Id, Item>>, ids: IdSource): Record<Id, Item> =>
  Object.fromEntries(Object.values(collection).map((item): [Id, Item] => {
    const id = ids.next();
    return [id, { ...item, id }];
  }));

/**
 * A new project with the same call: texts, buyer, lots and award criteria, every record under a fresh id. Bids,
 * bidders, scores, evaluators and imports stay behind: they belong to the procedure they were made in.
 */
export const duplicateProject = (source: Project, ids: IdSource, clock: Clock, title: string): Project => ({
  ...newProject(ids, clock, { title, description: source.description, buyer: { ...source.buyer }, currency: source.currency, rulePackId: source.rulePackId }),
  lots: withFreshIds(source.lots, ids),
  awardCriteria: withFreshIds(source.awardCriteria, ids),
});
