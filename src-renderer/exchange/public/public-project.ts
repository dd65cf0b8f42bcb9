/**
 * A project as the public may see it. Built from the fields named here and no others, so that what a later version or
 * another program added stays at home until somebody has decided that it is public.
 */
import { inOrder } from '../../domain/position';
import { scoreSheetId, type AwardCriterion, type Bid, type Bidder, type Evaluator, type Lot, type Project, type ScoreSheet } from '../../domain/project';
import type { Id, Money } from '../../domain/values';
import type { PublicationPhase } from './publication-phase';

/** What was taken out, as the package's `redacted.removed` tells it. */
export const REMOVABLE = ['history', 'otherFields', 'imports', 'evaluatorNames', 'contactDetails', 'notes', 'scoreReasons', 'bidders', 'bids', 'scores', 'results'] as const;
export type Removed = (typeof REMOVABLE)[number];

const ALWAYS_REMOVED: readonly Removed[] = ['history', 'otherFields', 'imports', 'evaluatorNames', 'contactDetails', 'notes', 'scoreReasons'];

/** Everything that publications of this phase go without. */
export const removedIn = (phase: PublicationPhase): readonly Removed[] =>
  (phase === 'afterReport' ? ALWAYS_REMOVED : [...ALWAYS_REMOVED, 'bidders', 'bids', 'scores', 'results']);

const keyed = <Item extends { readonly id: Id }>(items: readonly Item[]): Record<Id, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

const moneyOf = (money: Money | null): Money | null => (money === null ? null : { amount: money.amount, currency: money.currency });

const lotOf = ({ id, position, number, title, description, estimatedValue }: Lot): Lot =>
  ({ id, position, number, title, description, estimatedValue: moneyOf(estimatedValue) });

const criterionOf = (criterion: AwardCriterion): AwardCriterion => {
  const { id, position, name, description, weight, axis } = criterion;
  const common = { id, position, name, description, weight, axis };
  if (criterion.type === 'price') return { ...common, type: 'price', formula: criterion.formula, fullMarksAt: criterion.fullMarksAt };
  return { ...common, type: 'quality', scale: { max: criterion.scale.max, anchors: { ...criterion.scale.anchors } }, evidence: criterion.evidence };
};

/** Thirteen digits are a personal number (CNP), whatever the field was meant for. */
const publicIdentifier = (identifier: string): string => (/^\d{13}$/.test(identifier.replace(/\D/g, '')) ? '' : identifier);

const bidderOf = ({ id, name, identifier, country, sme }: Bidder): Bidder => ({ id, name, identifier: publicIdentifier(identifier), country, sme, email: '' });

/** Notes and reasons are free text about bidders and may hold anything; the published report has the reasons. */
const bidOf = ({ id, bidderId, lotId, price, vatIncluded, receivedAt, durationDays, warrantyMonths, status }: Bid): Bid => ({
  id, bidderId, lotId, price: moneyOf(price), vatIncluded, receivedAt, durationDays, warrantyMonths, notes: '', status, statusReason: '', importId: null,
});

/** Evaluators under numbers: even an id may have been made of a name. */
const pseudonyms = ({ evaluators }: Project): ReadonlyMap<Id, Evaluator> =>
  new Map(inOrder(evaluators).map(({ id, position }, index) => [id, { id: `evaluator-${index + 1}`, position, name: '' }]));

const sheetsOf = ({ scoreSheets }: Project, known: ReadonlyMap<Id, Evaluator>): ScoreSheet[] => Object.values(scoreSheets).flatMap(({ evaluatorId, bidId, scores }) => {
  const evaluator = known.get(evaluatorId);
  if (evaluator === undefined) return [];
  const values = Object.entries(scores).map(([criterionId, { value }]): [Id, { value: string | null; reason: string }] => [criterionId, { value, reason: '' }]);
  return [{ id: scoreSheetId(evaluator.id, bidId), evaluatorId: evaluator.id, bidId, scores: Object.fromEntries(values) }];
});

const callOf = (project: Project): Project => ({
  id: project.id,
  title: project.title,
  description: project.description,
  buyer: { name: project.buyer.name, identifier: publicIdentifier(project.buyer.identifier), nutsCode: project.buyer.nutsCode },
  currency: project.currency,
  rulePackId: project.rulePackId,
  createdAt: project.createdAt,
  archivedAt: null,
  deletedAt: null,
  lots: keyed(Object.values(project.lots).map(lotOf)),
  awardCriteria: keyed(Object.values(project.awardCriteria).map(criterionOf)),
  bidders: {},
  bids: {},
  evaluators: {},
  scoreSheets: {},
  imports: {},
});

/** Before the report only the call; after it also bidders, bids with their prices, and scores by nameless evaluators. */
export const publicProject = (project: Project, phase: PublicationPhase): Project => {
  const call = callOf(project);
  if (phase === 'beforeReport') return call;
  const evaluators = pseudonyms(project);
  const bidding = new Set(Object.values(project.bids).map(({ bidderId }) => bidderId));
  return {
    ...call,
    bidders: keyed(Object.values(project.bidders).filter(({ id }) => bidding.has(id)).map(bidderOf)),
    bids: keyed(Object.values(project.bids).map(bidOf)),
    evaluators: keyed([...evaluators.values()]),
    scoreSheets: keyed(sheetsOf(project, evaluators)),
  };
};
