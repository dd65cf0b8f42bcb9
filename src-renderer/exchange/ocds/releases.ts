/**
 * The releases of a project: one for each publication event its history tells of, and one of the call as it stands where
 * no event tells of it yet. Each holds what was public at its event and nothing later.
 */
import { callProblems } from '../../domain/call-problems';
import type { AuditEntry } from '../../domain/change';
import { decisionOf } from '../../domain/lot-decision';
import type { Project } from '../../domain/project';
import { forLeaving } from '../../domain/sealed-prices';
import type { Id, Instant } from '../../domain/values';
import type { PublicationPhase } from '../public/publication-phase';
import { awardStatus, withdrawnAward } from './awards';
import { callStatus, withOpenings } from './publication-day';
import { publicationEvents, type PublicationEvent } from './publication-events';
import type { OcdsRelease, ReleaseTag } from './release';
import { call, outcome, plan, release, type ReleaseContent, type ReleaseFrame } from './release-content';
import type { OcdsTender } from './tender';
import { reviewedAt, signedAt } from './told';

/** What a release is made with, beside the project. */
export interface ReleaseOptions extends ReleaseFrame {
  readonly phase: PublicationPhase;
  /** When the file is made: a day of publication that has come by then is told. It dates the call as it stands, where there is no history to take that from. */
  readonly date: Instant;
}

/** Parts that are secret until the report of the procedure is published (Law 98/2016 art. 65). */
const SECRET: ReadonlySet<PublicationEvent['section']> = new Set(['award', 'withdrawal', 'contract', 'implementation']);

/** How the tender ended, once every lot is decided; active while one is open. Without one bid that could win in any lot it was unsuccessful. */
const endOf = (project: Project): OcdsTender['status'] => {
  const decisions = Object.keys(project.lots).map((lotId) => decisionOf(project, lotId));
  if (decisions.length === 0 || decisions.includes(null)) return 'active';
  const ends = new Set(decisions.flatMap((decision) => (decision === null ? [] : [awardStatus(decision)])));
  if (ends.has('active')) return 'complete';
  return ends.has('cancelled') ? 'cancelled' : 'unsuccessful';
};

const kept = <Item extends { readonly id: Id }>(items: Readonly<Record<Id, Item>> | undefined, isKept: (item: Item) => boolean): Record<Id, Item> =>
  Object.fromEntries(Object.entries(items ?? {}).filter(([, item]) => isKept(item)));

/** The project as far as it had been told by that day: decisions, contracts and phases until then, and bids of the lots they concern. */
const toldUntil = (project: Project, date: Instant): Project => {
  const decisions = kept(project.decisions, ({ decidedAt }) => decidedAt <= date);
  const opened = new Set([...Object.keys(decisions), ...Object.values(project.reopenings ?? {}).map(({ lotId }) => lotId)]);
  const withDecisions = { ...project, decisions };
  return {
    ...withDecisions, bids: kept(project.bids, ({ lotId }) => opened.has(lotId)),
    afterDecisions: kept(project.afterDecisions, ({ id, signedOn }) => typeof signedOn === 'string' && signedAt(withDecisions, id) <= date),
    phaseReviews: kept(project.phaseReviews, (review) => reviewedAt(withDecisions, review) <= date),
  };
};

const contentOf = ({ section, date, state, lotIds }: PublicationEvent, frame: ReleaseFrame): ReleaseContent => {
  const project = forLeaving(state);
  if (section === 'planning') return plan(project, frame);
  if (section === 'tender') return call(project, callStatus(project, date), frame);
  const told = toldUntil(project, date);
  return outcome(told, endOf(told), frame, section === 'withdrawal' ? lotIds.flatMap((lotId) => withdrawnAward(told, lotId, date)) : []);
};

const UPDATES = { planning: 'planningUpdate', tender: 'tenderUpdate', award: 'awardUpdate', contract: 'contractUpdate', implementation: 'implementationUpdate' } as const;

/** What the parts of a tender and of the plan are, an award and a contract are by lot, and a phase is by itself. */
const subjectsOf = ({ section, lotIds, reviewIds }: PublicationEvent): string[] => {
  if (reviewIds.length > 0) return reviewIds.map((id) => `phase ${id}`);
  if (lotIds.length > 0) return lotIds.map((lotId) => `${section} ${lotId}`);
  // A document of an award or a contract is told after it.
  return section === 'award' || section === 'contract' ? [] : [section];
};

/** What was told of before is updated; the last lot cancelled cancels the tender. */
const tagOf = (event: PublicationEvent, { tender }: ReleaseContent, before: Set<string>): ReleaseTag => {
  const { section, lotIds } = event;
  if (section === 'withdrawal') return 'awardCancellation';
  if (section === 'award' && tender.status === 'cancelled' && lotIds.length > 0) return 'tenderCancellation';
  const subjects = subjectsOf(event);
  const isNew = subjects.some((subject) => !before.has(subject));
  for (const subject of subjects) before.add(subject);
  return isNew ? section : UPDATES[section];
};

/** One id is one content: what two events tell alike is told once. */
const once = (releases: readonly OcdsRelease[]): OcdsRelease[] => [...new Map(releases.map((each) => [each.id, each])).values()];

const ofEvents = (events: readonly PublicationEvent[], frame: ReleaseFrame): OcdsRelease[] => {
  const before = new Set<string>();
  return once(events.map((event) => {
    const content = contentOf(event, frame);
    return release(event.state, frame, event.date, [tagOf(event, content, before)], content);
  }));
};

/** Bids show that the call is out; a finished call without any is announced; anything less is still being prepared. */
const draftStatus = (project: Project): OcdsTender['status'] => {
  if (Object.keys(project.bids).length > 0) return 'active';
  return callProblems(project).some(({ severity }) => severity === 'error') ? 'planning' : 'planned';
};

/** Every part the call as it stands tells of; `isOut`: an earlier release told of the tender, or of the plan. */
const draftTags = ({ planning, tender: { status } }: ReleaseContent, isOut: { readonly tender: boolean; readonly planning: boolean }): readonly ReleaseTag[] => {
  if (isOut.tender) return ['tenderUpdate'];
  const planned = isOut.planning ? 'planningUpdate' as const : 'planning' as const;
  return status === 'planning' ? [planned] : [...(planning === undefined ? [] : [planned]), 'tender'];
};

/** What was publicly decided elsewhere, as the person states who says that the report is published; no decision is recorded here. */
const isReportedOnly = (project: Project, phase: PublicationPhase): boolean =>
  phase === 'afterReport' && Object.keys(project.bids).length > 0 && Object.keys(project.decisions ?? {}).length === 0 && Object.keys(project.reopenings ?? {}).length === 0;

export interface Releases {
  /** Oldest first. */
  readonly releases: readonly OcdsRelease[];
  /** The last of them tells of the call as it stands, and is not kept: a later file has the frozen call in its place. */
  readonly hasDraft: boolean;
  /** Events of which nobody here knows what they said. */
  readonly lost: number;
}

/** @param history the project's whole chain; empty where there is none. */
export const releasesOf = (project: Project, history: readonly AuditEntry[], { phase, date, ...frame }: ReleaseOptions): Releases => {
  const { events: recorded, lost } = publicationEvents(project, history);
  const events = withOpenings(recorded, date);
  const told = ofEvents(events.filter(({ section }) => phase === 'afterReport' || !SECRET.has(section)), frame);
  const isOut = { tender: events.some(({ section }) => section === 'tender'), planning: events.some(({ section }) => section === 'planning') };
  const isReported = isReportedOnly(project, phase);
  const isDecided = told.some(({ awards }) => awards !== undefined);
  if (!isReported && (isOut.tender || isDecided)) return { releases: told, hasDraft: false, lost };
  const now = forLeaving(project);
  const status = draftStatus(now);
  const content = isReported ? outcome(now, status, frame) : call(now, status, frame);
  const moment = [history.at(-1)?.at ?? date, ...told.map((each) => each.date)].toSorted().at(-1) ?? date;
  const draft = release(project, frame, moment, draftTags(content, isOut), content);
  return { releases: [...told, draft], hasDraft: true, lost };
};
