/**
 * What a state of the project tells the public, each thing under a key of its own: a change that adds a key, or gives one
 * another value, is a publication event. Which part of a release it belongs to says what else may go out with it.
 */
import { isAmending } from '../../domain/call-guard';
import { dayAfterDecision } from '../../domain/decision/after-decision';
import { freezeInForce } from '../../domain/frozen-call';
import type { Attachment } from '../../domain/attachment';
import type { PhaseReview } from '../../domain/phase-review';
import type { Project } from '../../domain/project';
import { plannedDate, type MilestoneKind } from '../../domain/timeline/milestone';
import type { Id, Instant } from '../../domain/values';
import { sectionOfDocument } from './documents';

/** `withdrawal`: a decision that was opened again. */
export const EVENT_SECTIONS = ['planning', 'tender', 'award', 'withdrawal', 'contract', 'implementation'] as const;
export type EventSection = (typeof EVENT_SECTIONS)[number];

export interface Told {
  readonly section: EventSection;
  /** Compared as text; never shown. */
  readonly value: string;
  /** When it happened, as the project records it; null where only the change that wrote it has a time. */
  readonly date: Instant | null;
  /** The lot whose decision or contract it is. */
  readonly lotId?: Id;
  /** The number of the freeze it is. */
  readonly freezeId?: Id;
  /** The review of a phase it is. */
  readonly reviewId?: Id;
  /** The change that told it has the time; `date` is for a project that comes without its history. */
  readonly isDatedByChange?: true;
}

/** The parts of a project something public is read from here; a change elsewhere is no event. Bids of a decision are locked with it. */
export const TELLING_PARTS: ReadonlySet<string> = new Set(['needs', 'attachments', 'freezes', 'amendment', 'errata', 'milestones', 'decisions', 'reopenings', 'afterDecisions', 'phaseReviews']);

type Entry = readonly [key: string, told: Told];

/** A day has no hour: it begins with its first second. */
const dayBegins = (day: string): Instant => `${day}T00:00:00Z`;

/** What only has a day is not before what it follows, which has an hour, on the same day. */
const later = (day: Instant, follows: Instant): Instant => (day > follows ? day : follows);

const needsTold = ({ needs = {} }: Project): Entry[] => Object.values(needs).filter(({ state }) => state === 'published')
  .map(({ id }): Entry => [`need ${id}`, { section: 'planning', value: 'published', date: null }]);

const freezesTold = ({ freezes = {} }: Project): Entry[] => Object.values(freezes)
  .map(({ id, hash, at }): Entry => [`freeze ${id}`, { section: 'tender', value: hash, date: at, freezeId: id }]);

/** True once the call is out and nobody is changing it. */
const isCallOut = (project: Project): boolean => freezeInForce(project) !== null && !isAmending(project);

/** Days bidders act by; the authority's own forecasts are corrected without a word. */
const BIDDERS_DAYS = ['publication', 'questionsUntil', 'answersUntil', 'requestsUntil', 'deadline', 'opening'] as const satisfies readonly MilestoneKind[];

const daysTold = (project: Project): Entry[] => (isCallOut(project)
  ? [['days', { section: 'tender', value: JSON.stringify(BIDDERS_DAYS.map((kind) => plannedDate(project, kind))), date: null }]] : []);

/** Those no freeze carries out; one that cancels the procedure is told by the decision. */
const errataTold = (project: Project): Entry[] => {
  if (!isCallOut(project)) return [];
  const carriedOut = new Set(Object.values(project.freezes ?? {}).map(({ erratumId }) => erratumId));
  return Object.values(project.errata ?? {}).flatMap(({ id, what, effect, publishedOn }): Entry[] =>
    (publishedOn === null || effect === 'cancels' || carriedOut.has(id) ? []
      : [[`erratum ${id}`, { section: 'tender', value: JSON.stringify([what, publishedOn]), date: later(dayBegins(publishedOn), freezeInForce(project)?.at ?? '') }]]));
};

/** An award whose bid is gone says nothing that could be published. */
const decisionsTold = ({ decisions = {}, bids }: Project): Entry[] => Object.values(decisions).filter(({ outcome, winnerBidId }) => outcome === 'cancel' || bids[winnerBidId ?? ''] !== undefined).map(({ id, decidedAt, outcome, winnerBidId }): Entry =>
  [`decision ${id}`, { section: 'award', value: JSON.stringify([decidedAt, outcome, winnerBidId]), date: decidedAt, lotId: id }]);

const reopeningsTold = ({ reopenings = {} }: Project): Entry[] => Object.values(reopenings).map(({ id, lotId, at }): Entry =>
  [`reopening ${id}`, { section: 'withdrawal', value: at, date: at, lotId }]);

/** Signed, of an award whose bid is there. */
const isSigned = (project: Project, lotId: Id): boolean =>
  project.bids[project.decisions?.[lotId]?.winnerBidId ?? ''] !== undefined && dayAfterDecision(project, lotId, 'signedOn') !== null;

/** When the contract of a lot was signed, after its award. */
export const signedAt = (project: Project, lotId: Id): Instant =>
  later(dayBegins(dayAfterDecision(project, lotId, 'signedOn') ?? ''), project.decisions?.[lotId]?.decidedAt ?? '');

const contractsTold = (project: Project): Entry[] => Object.values(project.afterDecisions ?? {}).filter(({ id }) => isSigned(project, id)).map(({ id, signedOn, contractNumber, contractEndsOn }): Entry =>
  [`contract ${id}`, { section: 'contract', value: JSON.stringify([signedOn, contractNumber ?? '', contractEndsOn ?? null]), date: signedAt(project, id), lotId: id }]);

/** When a phase was judged, as far as the project says: not before the contract. */
export const reviewedAt = (project: Project, { lotId, reviewedOn, metOn }: PhaseReview): Instant => {
  const on = reviewedOn ?? metOn;
  return on === null ? signedAt(project, lotId) : later(dayBegins(on), signedAt(project, lotId));
};

/** What is recorded of a phase of a signed contract: judged, due on another day than the plan says, or no longer judged. */
const phasesTold = (project: Project): Entry[] => Object.values(project.phaseReviews ?? {})
  .filter(({ lotId, phaseId }) => project.phases?.[phaseId] !== undefined && isSigned(project, lotId))
  .map((review): Entry => {
    const { id, dueOn, status, metOn, reviewedOn, delivered, gate } = review;
    const value = JSON.stringify([dueOn, status, metOn, reviewedOn, delivered.trim(), gate === 'stop']);
    return [`phase ${id}`, { section: 'implementation', value, date: reviewedAt(project, review), reviewId: id, isDatedByChange: true }];
  });

/** A document is an event of its own once the part of the release it belongs to is out; until then it goes out with that part. */
const isOut = (project: Project, section: EventSection): boolean => {
  if (section === 'planning') return true;
  if (section === 'tender') return isCallOut(project);
  if (section === 'award') return Object.keys(project.decisions ?? {}).length > 0;
  return Object.keys(project.afterDecisions ?? {}).some((lotId) => isSigned(project, lotId));
};

const documentTold = (project: Project, { id, publicAs, filedUnder }: Attachment): Entry[] => {
  if (publicAs === null || publicAs === undefined || filedUnder.kind === 'bid') return [];
  const part = sectionOfDocument(publicAs);
  const section = publicAs === 'completionCertificate' ? 'implementation' : part === 'report' ? 'award' : part;
  return isOut(project, section) ? [[`document ${id}`, { section, value: publicAs, date: null }]] : [];
};

/** Everything told by this state, by key. */
export const toldBy = (project: Project): ReadonlyMap<string, Told> => new Map([
  ...needsTold(project), ...freezesTold(project), ...daysTold(project), ...errataTold(project), ...decisionsTold(project), ...reopeningsTold(project), ...contractsTold(project), ...phasesTold(project),
  ...Object.values(project.attachments ?? {}).flatMap((attachment) => documentTold(project, attachment)),
]);
