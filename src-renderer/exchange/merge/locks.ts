/**
 * What no import may change. A frozen call is locked for everybody (Law 98/2016 art. 187-190), the quality scores of a
 * lot once they are fixed before prices are seen (Norms HG 395/2016 art. 60), a decided lot with everything its decision
 * rests on. This is the one table of it; what it locks is read from the project.
 */
import { wasOpened, isAmending } from '../../domain/call-guard';
import { decisionLock } from '../../domain/decision/decision-lock';
import { basisRecords } from '../../domain/decision/lot-basis';
import { isSameDecision } from '../../domain/lot-decision';
import type { Lock } from '../../domain/merge-conflict';
import { coversRequirements, FROZEN_FIELDS, freezeInForce, frozenIntact, isOwnOfRequirement, sameFreezes } from '../../domain/frozen-call';
import { equalJson } from '../../domain/json-equal';
import type { Project } from '../../domain/project';
import { qualityHash } from '../../domain/quality-lock';
import type { Id } from '../../domain/values';

export type Place = readonly string[];

export interface LockRule {
  readonly lock: Lock;
  /** What is locked in this project: names by which two devices mean the same. */
  readonly held: (project: Project) => readonly Id[];
  /** The parts of a project that are locked then, where these two projects meet. */
  readonly places: (project: Project, held: Id, meeting: readonly Project[]) => readonly Place[];
  /** Where the lock itself stands: who writes here locks, unlocks or locks anew. */
  readonly seals: (held: Id) => readonly Place[];
  /** True for a place that is locked by name and yet may be written later, as who approved a decision. */
  readonly isFree: (path: Place) => boolean;
  /** Two locks made apart that lock the very same. */
  readonly agree: (left: Project, right: Project, held: Id) => boolean;
  /** Nothing is locked here against what comes in, as while an erratum keeps the call open to changes. */
  readonly isOpen: (local: Project, incoming: Project) => boolean;
  /** Whether what the other side locked is all there in the merged project; if not, its lock cannot come in. */
  readonly isWhole: (merged: Project, locked: Project, held: Id) => boolean;
  /** Whether a person may put what came in the place of what is locked: only what could be done here by hand as well. */
  readonly mayExchange: (exchanged: Project, before: Project, held: Id) => boolean;
}

const CALL = 'call';
const callSeals: readonly Place[] = [['freezes'], ['amendment']];
const callPlaces: readonly Place[] = [...FROZEN_FIELDS.map((field) => [field]), ...callSeals];

/** Record by record, for notes and links to needs stay free; where either call was frozen with its requirements. */
const requirementPlaces = ({ requirements = {} }: Project, meeting: readonly Project[]): readonly Place[] =>
  (meeting.some(coversRequirements) ? Object.keys(requirements).map((id) => ['requirements', id]) : []);

const isOwnPlace = ([collection, , field]: Place): boolean => collection === 'requirements' && isOwnOfRequirement(field);

/** While an erratum keeps the call open here, what comes from the same freeze, or from before it, is no change of anything locked. */
const isOpenHere = (local: Project, incoming: Project): boolean => {
  if (freezeInForce(local) === null) return isAmending(incoming);
  if (!isAmending(local)) return false;
  return freezeInForce(incoming) === null || (sameFreezes(local, incoming) && (!isAmending(incoming) || local.amendment?.erratumId === incoming.amendment?.erratumId));
};

const never = (): boolean => false;

const recordPlaces = (collection: string, records: Readonly<Record<Id, unknown>> | undefined, belongs: (id: Id) => boolean): Place[] =>
  Object.keys(records ?? {}).filter(belongs).map((id) => [collection, id]);

const ofLot = (project: Project, lotId: Id) => (bidId: Id | undefined): boolean => project.bids[bidId ?? '']?.lotId === lotId;

/** What the commission said of the bids for a lot. */
const scorePlaces = (project: Project, lotId: Id): readonly Place[] => {
  const belongs = ofLot(project, lotId);
  return [
    ['envelopes', lotId],
    ...recordPlaces('scoreSheets', project.scoreSheets, (id) => belongs(project.scoreSheets[id]?.bidId)),
    ...recordPlaces('moderations', project.moderations, (id) => belongs(project.moderations?.[id]?.bidId)),
  ];
};

/** A lot with its bids, who made them, and everything that was said about them. */
const lotPlaces = (project: Project, lotId: Id): readonly Place[] => {
  const belongs = ofLot(project, lotId);
  const bidders = new Set(Object.values(project.bids).flatMap((bid) => (bid.lotId === lotId ? [bid.bidderId] : [])));
  return [
    ['decisions', lotId], ['lots', lotId], ['evaluators'],
    ...recordPlaces('reopenings', project.reopenings, (id) => project.reopenings?.[id]?.lotId === lotId),
    ...recordPlaces('bids', project.bids, belongs),
    ...recordPlaces('bidders', project.bidders, (id) => bidders.has(id)),
    ...scorePlaces(project, lotId),
  ];
};

/** Fields that are told after a decision, or that it does not rest on. */
const isToldLater = (place: Place): boolean => isOwnPlace(place) || isLaterField(place);

const isLaterField = ([collection, , field]: Place): boolean =>
  (collection === 'decisions' && (field === 'approvedBy' || field === 'approvedOn')) || (collection === 'bidders' && (field === 'email' || field === 'sme'));

export const LOCK_RULES: readonly LockRule[] = [
  {
    lock: 'call',
    held: (project) => (freezeInForce(project) === null ? [] : [CALL]),
    places: (project, _name, meeting) => [...callPlaces, ...requirementPlaces(project, meeting)],
    seals: () => callSeals,
    isFree: isOwnPlace,
    agree: (left, right) => sameFreezes(left, right) && !isAmending(left) && !isAmending(right),
    isOpen: isOpenHere,
    isWhole: () => true,
    // Until something is opened the freeze may be taken back, so another one may take its place; after that nothing may.
    mayExchange: (exchanged, before) => !wasOpened(before, []) && (freezeInForce(exchanged) === null || frozenIntact(exchanged)),
  },
  {
    lock: 'scores',
    held: ({ envelopes }) => Object.values(envelopes ?? {}).flatMap(({ id, qualityLockedAt }) => (qualityLockedAt === null ? [] : [id])),
    places: scorePlaces,
    seals: (lotId) => [['envelopes', lotId]],
    isFree: never,
    agree: (left, right, lotId) => left.envelopes?.[lotId]?.qualityHash === right.envelopes?.[lotId]?.qualityHash,
    isOpen: never,
    isWhole: (merged, locked, lotId) => qualityHash(merged, lotId) === locked.envelopes?.[lotId]?.qualityHash,
    // As by hand: the lock comes off only while the prices of the lot are still in their envelopes.
    mayExchange: (exchanged, before, lotId) => {
      const envelope = exchanged.envelopes?.[lotId];
      return before.envelopes?.[lotId]?.pricesOpenedAt === null && (!envelope?.qualityLockedAt || envelope.qualityHash === qualityHash(exchanged, lotId));
    },
  },
  {
    lock: 'decision',
    held: (project) => Object.keys(project.decisions ?? {}),
    places: (project, lotId, meeting) => [...lotPlaces(project, lotId), ...FROZEN_FIELDS.filter((field) => field !== 'lots').map((field) => [field]), ...requirementPlaces(project, meeting)],
    seals: (lotId) => [['decisions', lotId]],
    isFree: isToldLater,
    agree: (left, right, lotId) => isSameDecision(left.decisions?.[lotId], right.decisions?.[lotId]),
    isOpen: never,
    isWhole: (merged, locked, lotId) => equalJson(basisRecords(merged, lotId), basisRecords(locked, lotId)),
    // A decision opened again elsewhere, by an act on record, may be taken over; nothing else opens it.
    mayExchange: (exchanged, before, lotId) => before.decisions?.[lotId] !== undefined && decisionLock(before, exchanged) === null,
  },
];

/** A lock two projects meet under, and who of them has it. */
export interface HeldLock {
  readonly rule: LockRule;
  readonly name: Id;
  readonly mine: boolean;
  readonly theirs: boolean;
}

/** Every lock either of two projects holds against the other. */
export const locksBetween = (local: Project, incoming: Project): HeldLock[] => LOCK_RULES.flatMap((rule) => {
  const [here, there] = [rule.held(local), rule.held(incoming)];
  if (here.length + there.length === 0 || rule.isOpen(local, incoming)) return [];
  return [...new Set([...here, ...there])].map((name) => ({ rule, name, mine: here.includes(name), theirs: there.includes(name) }));
});

export const lockRule = (lock: Lock): LockRule | undefined => LOCK_RULES.find((rule) => rule.lock === lock);
