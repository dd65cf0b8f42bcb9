/**
 * A project as the public may see it. Built from the fields named here and no others, so that what a later version or
 * another program added stays at home until somebody has decided that it is public.
 */
import type { BidCorrection } from '../../domain/bid-correction';
import type { Freeze } from '../../domain/call-freeze';
import type { CallRules } from '../../domain/call-rules';
import type { Envelope } from '../../domain/envelope';
import type { KnockOut } from '../../domain/knock-out';
import type { Moderation } from '../../domain/moderation';
import { isUnderContract } from '../../domain/contract-phases';
import type { Phase } from '../../domain/phase';
import type { PhaseReview } from '../../domain/phase-review';
import { inOrder } from '../../domain/position';
import type { Need } from '../../domain/need';
import { qualityHash } from '../../domain/quality-lock';
import { scoreSheetId, type AwardCriterion, type Bid, type Bidder, type Evaluator, type Lot, type Project, type ScoreSheet } from '../../domain/project';
import type { Requirement } from '../../domain/requirement';
import { forLeaving } from '../../domain/sealed-prices';
import type { Id, Money } from '../../domain/values';
import type { PublicationPhase } from './publication-phase';

/** What was taken out, as the package's `redacted.removed` tells it. */
export const REMOVABLE = ['history', 'otherFields', 'imports', 'evaluatorNames', 'contactDetails', 'notes', 'scoreReasons', 'unpublishedNeeds', 'bidders', 'bids', 'scores', 'results'] as const;
export type Removed = (typeof REMOVABLE)[number];

const ALWAYS_REMOVED: readonly Removed[] = ['history', 'otherFields', 'imports', 'evaluatorNames', 'contactDetails', 'notes', 'scoreReasons'];

/** Everything that publications of this phase go without. */
export const removedIn = ({ needs = {} }: Project, phase: PublicationPhase): readonly Removed[] => [
  ...ALWAYS_REMOVED,
  // Whether there were any is no secret: a requirement may have lost the need it answers.
  ...(Object.values(needs).some(({ state }) => state !== 'published') ? ['unpublishedNeeds' as const] : []),
  ...(phase === 'afterReport' ? [] : ['bidders', 'bids', 'scores', 'results'] as const),
];

const keyed = <Item extends { readonly id: Id }>(items: readonly Item[]): Record<Id, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

/** A field that is only there when the record has it. */
const kept = <Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Key in Name]?: Value } => (value === undefined ? {} : { [name]: value } as { [Key in Name]: Value });

const moneyOf = (money: Money | null): Money | null => (money === null ? null : { amount: money.amount, currency: money.currency });

const lotOf = ({ id, position, number, title, description, estimatedValue, cpv, additionalCpv }: Lot): Lot => ({
  id, position, number, title, description, estimatedValue: moneyOf(estimatedValue),
  ...(cpv === undefined ? {} : { cpv }), ...(additionalCpv === undefined ? {} : { additionalCpv: [...additionalCpv] }),
});

const criterionOf = (criterion: AwardCriterion): AwardCriterion => {
  const { id, position, name, description, weight, parentId, lotIds } = criterion;
  const node = { id, position, name, description, weight, ...kept('parentId', parentId), ...kept('lotIds', lotIds) };
  if (criterion.type === 'group') return { ...node, type: 'group', ...kept('minShare', criterion.minShare) };
  const common = { ...node, axis: criterion.axis };
  if (criterion.type === 'quality') {
    const { scale, evidence, minScore } = criterion;
    return { ...common, type: 'quality', scale: { max: scale.max, anchors: { ...scale.anchors } }, evidence, ...kept('minScore', minScore) };
  }
  const { formula, fullMarksAt } = criterion;
  if (criterion.type === 'price') return { ...common, type: 'price', formula, fullMarksAt };
  const { horizonYears, includesPrice, costItems } = criterion;
  return {
    ...common, type: 'cost', formula, fullMarksAt, horizonYears, includesPrice,
    costItems: keyed(Object.values(costItems).map((item) => ({ id: item.id, position: item.position, name: item.name, timing: item.timing }))),
  };
};

const knockOutOf = ({ id, position, kind, title, description, evidence, lotIds }: KnockOut): KnockOut =>
  ({ id, position, kind, title, description, evidence, ...kept('lotIds', lotIds) });

/** Needs the authority has published. Who answers for one inside, and notes, stay at home. */
const needsOf = ({ needs }: Project): Record<Id, Need> | undefined => {
  const published = Object.values(needs ?? {}).filter(({ state }) => state === 'published').map(needOf);
  return published.length === 0 ? undefined : keyed(published);
};

const needOf = ({ id, position, title, problem, affected, desiredOutcome, baseline, target, unit, source, priority, state }: Need): Need =>
  ({ id, position, title, problem, affected, desiredOutcome, baseline, target, unit, department: '', source, priority, state, notes: '', importId: null });

const requirementOf = ({ id, position, code, section, text, kind, aspect, verification, needId, criterionId, lotIds }: Requirement, needs: Readonly<Record<Id, Need>>): Requirement => ({
  id, position, code, section, text, kind, aspect, verification, needId: needId !== null && Object.hasOwn(needs, needId) ? needId : null, criterionId,
  ...kept('lotIds', lotIds), notes: '', importId: null,
});

/** Requirements are public with the call; the need one answers only when it is public itself. */
const specificationOf = (project: Project): Partial<Project> => {
  const needs = needsOf(project);
  const { requirements } = project;
  return { ...kept('needs', needs), ...kept('requirements', requirements === undefined ? undefined : keyed(Object.values(requirements).map((each) => requirementOf(each, needs ?? {})))) };
};

const freezeOf = ({ id, at, hash, covers, rulePackId, erratumId }: Freeze): Freeze => ({ id, at, hash, ...kept('covers', covers), rulePackId, erratumId });

/** Rules, conditions and freezes are published with the call; absent where the call has none. */
const rulesOf = ({ callRules, knockOuts, freezes }: Project): Partial<Project> => ({
  ...kept('callRules', callRules === undefined ? undefined : publicRules(callRules)),
  ...kept('knockOuts', knockOuts === undefined ? undefined : keyed(Object.values(knockOuts).map(knockOutOf))),
  ...kept('freezes', freezes === undefined ? undefined : keyed(Object.values(freezes).map(freezeOf))),
});

const publicRules = ({ awardMethod, rankingRule, twoEnvelopes, qualityWorth, discountRate, discountRateSource, tieBreaker }: CallRules): CallRules => ({
  ...kept('awardMethod', awardMethod), ...kept('rankingRule', rankingRule), ...kept('twoEnvelopes', twoEnvelopes), ...kept('qualityWorth', qualityWorth),
  ...kept('discountRate', discountRate), ...kept('discountRateSource', discountRateSource), ...kept('tieBreaker', tieBreaker),
});

/** Thirteen digits are a personal number (CNP), whatever the field was meant for. */
const publicIdentifier = (identifier: string): string => (/^\d{13}$/.test(identifier.replace(/\D/g, '')) ? '' : identifier);

const bidderOf = ({ id, name, identifier, country, sme }: Bidder): Bidder => ({ id, name, identifier: publicIdentifier(identifier), country, sme, email: '' });

/** Notes and reasons are free text about bidders and may hold anything; the published report has the reasons. */
const bidOf = ({ id, bidderId, lotId, price, vatIncluded, receivedAt, durationDays, warrantyMonths, status, corrections, costs, requirementResponses }: Bid): Bid => ({
  id, bidderId, lotId, price: moneyOf(price), vatIncluded, receivedAt, durationDays, warrantyMonths, notes: '', status, statusReason: '', importId: null,
  ...kept('corrections', corrections === undefined ? undefined : keyed(Object.values(corrections).map(correctionOf))),
  // Yes or no; the words are the bidder's technical proposal, which may be confidential (Law 98/2016 art. 57).
  ...kept('requirementResponses', requirementResponses === undefined ? undefined : keyed(Object.values(requirementResponses).map(({ id: requirement, meets }) => ({ id: requirement, meets, text: '' })))),
  ...kept('costs', costs === undefined ? undefined : Object.fromEntries(Object.entries(costs).map(([item, { amount, currency }]) => [item, { amount, currency }]))),
});

const correctionOf = ({ id, kind, correctedPrice: { amount, currency }, notifiedOn, accepted }: BidCorrection): BidCorrection =>
  ({ id, kind, correctedPrice: { amount, currency }, reason: '', notifiedOn, accepted });

/** What the commission agreed on, without who voted how. */
const moderationOf = ({ id, bidId, criterionId, value, agreedAt }: Moderation): Moderation => ({ id, bidId, criterionId, value, reason: '', agreedAt, votes: {}, dissents: {} });

/** Evaluators under numbers: even an id may have been made of a name. */
const pseudonyms = ({ evaluators }: Project): ReadonlyMap<Id, Evaluator> =>
  new Map(inOrder(evaluators).map(({ id, position }, index) => [id, { id: `evaluator-${index + 1}`, position, name: '' }]));

const sheetsOf = ({ scoreSheets }: Project, known: ReadonlyMap<Id, Evaluator>): ScoreSheet[] => Object.values(scoreSheets).flatMap(({ evaluatorId, bidId, scores }) => {
  const evaluator = known.get(evaluatorId);
  if (evaluator === undefined) return [];
  const values = Object.entries(scores).map(([criterionId, { value }]): [Id, { value: string | null; reason: string }] => [criterionId, { value, reason: '' }]);
  return [{ id: scoreSheetId(evaluator.id, bidId), evaluatorId: evaluator.id, bidId, scores: Object.fromEntries(values) }];
});

/**
 * Opened envelopes only: without them a reader would take the prices for sealed. Scores are published without names and
 * reasons, so the lock is told by the hash of what is published; a lock that no longer held keeps its own.
 */
const envelopesOf = (project: Project, published: Project): Record<Id, Envelope> => keyed(Object.values(project.envelopes ?? {}).flatMap((envelope): Envelope[] => {
  const { id, qualityLockedAt, pricesOpenedAt } = envelope;
  if (pricesOpenedAt === null) return [];
  const held = envelope.qualityHash === qualityHash(project, id);
  return [{ id, qualityLockedAt, qualityHash: held ? qualityHash(published, id) : envelope.qualityHash, pricesOpenedAt }];
}));

const phaseOf = ({ id, position, name, months, result }: Phase): Phase => ({ id, position, name, suppliers: null, capPerSupplier: null, budget: null, months, result });

/** Who decided, and remarks, stay at home. */
const reviewOf = ({ id, lotId, phaseId, dueOn, status, metOn, reviewedOn, delivered, gate, stopReason }: PhaseReview): PhaseReview =>
  ({ id, lotId, phaseId, dueOn, status, metOn, reviewedOn, reviewedBy: '', delivered, gate, stopReason, remarks: '' });

/** What signed contracts have carried out, with the plan it is told by. */
const carriedOut = (project: Project): Partial<Project> => {
  const phases = project.phases ?? {};
  const reviews = Object.values(project.phaseReviews ?? {}).filter(({ lotId, phaseId }) => phases[phaseId] !== undefined && isUnderContract(project, lotId));
  if (reviews.length === 0) return {};
  return { phases: keyed(Object.values(phases).map(phaseOf)), phaseReviews: keyed(reviews.map(reviewOf)) };
};

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
  ...rulesOf(project),
  ...specificationOf(project),
  bidders: {},
  bids: {},
  evaluators: {},
  scoreSheets: {},
  imports: {},
});

/** Before the report only the call; after it also bidders, bids with their prices, and scores by nameless evaluators. */
export const publicProject = (given: Project, phase: PublicationPhase): Project => {
  const project = forLeaving(given);
  const call = callOf(project);
  if (phase === 'beforeReport') return call;
  const evaluators = pseudonyms(project);
  const bidding = new Set(Object.values(project.bids).map(({ bidderId }) => bidderId));
  const published: Project = {
    ...call,
    bidders: keyed(Object.values(project.bidders).filter(({ id }) => bidding.has(id)).map(bidderOf)),
    bids: keyed(Object.values(project.bids).map(bidOf)),
    evaluators: keyed([...evaluators.values()]),
    scoreSheets: keyed(sheetsOf(project, evaluators)),
    ...carriedOut(project),
    ...kept('moderations', project.moderations === undefined ? undefined : keyed(Object.values(project.moderations).map(moderationOf))),
  };
  return { ...published, ...kept('envelopes', project.envelopes === undefined ? undefined : envelopesOf(project, published)) };
};
