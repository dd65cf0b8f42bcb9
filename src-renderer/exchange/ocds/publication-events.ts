/**
 * The publication events of a project, read from its history: when a need or a document was told, when the call was
 * frozen, corrected, decided, opened again, signed. Nothing is stored for it twice; the state each event published is
 * the one its change left behind.
 */
import { freezeInForce, frozenIntact } from '../../domain/frozen-call';
import type { AuditEntry } from '../../domain/change';
import type { Project } from '../../domain/project';
import type { Id, Instant } from '../../domain/values';
import { knownSteps, type KnownStep } from './known-steps';
import { EVENT_SECTIONS, TELLING_PARTS, toldBy, type EventSection, type Told } from './told';

export interface PublicationEvent {
  readonly section: EventSection;
  readonly date: Instant;
  /** The project as it stood then. */
  readonly state: Project;
  /** Of awards, withdrawals and contracts; empty for all else. */
  readonly lotIds: readonly Id[];
  /** Of phases: the reviews told. */
  readonly reviewIds: readonly Id[];
}

export interface KnownEvents {
  /** In the order of their dates. */
  readonly events: readonly PublicationEvent[];
  /** How many are known to have been, but not what they said: nobody here has the state of that time. */
  readonly lost: number;
}

/** Something told for the first time, or told otherwise than before. */
interface Telling {
  readonly step: KnownStep;
  readonly key: string;
  readonly told: Told;
  /** It was told before, with another value. */
  readonly again: boolean;
}

/** The earlier one of two computers' tellings of the same; an import tells only what nobody else is known to have told. */
const isBetter = (one: Telling, other: Telling): boolean => {
  if (one.step.isImport !== other.step.isImport) return other.step.isImport;
  const moment = ({ told, step }: Telling): string => `${told.date ?? step.at} ${step.hash}`;
  return moment(one) < moment(other);
};

/** Each thing told once, by the change that told it. */
const tellings = (steps: Iterable<KnownStep>): Telling[] => {
  const found = new Map<string, Telling>();
  for (const step of steps) {
    const before = step.before === undefined ? new Map<string, Told>() : toldBy(step.before);
    for (const [key, told] of toldBy(step.after)) {
      const was = before.get(key);
      if (was?.value === told.value) continue;
      const telling = { step, key, told, again: was !== undefined };
      const identity = JSON.stringify([key, was?.value ?? null, told.value]);
      const known = found.get(identity);
      if (known === undefined || isBetter(telling, known)) found.set(identity, telling);
    }
  }
  return [...found.values()];
};

/** What corrects something told before has the time of the change that corrects it. */
const dateOf = ({ told: { date, isDatedByChange }, step: { at }, again }: Telling): Instant => (date === null || ((again || isDatedByChange === true) && at > date) ? at : date);

/** The state is the one this freeze locked, not a later one. */
const isKnown = ({ told: { freezeId }, step: { after } }: Telling): boolean =>
  freezeId === undefined || (freezeInForce(after)?.id === freezeId && frozenIntact(after));

/**
 * What one change told in one part: each moment is an event; what has no date of its own goes with them, or is one
 * together at the time of the change. Without a history there is no such time.
 */
const eventsOf = (group: readonly Telling[]): PublicationEvent[] => {
  const dated = group.filter(({ told }) => told.date !== null);
  const chosen = dated.length > 0 ? dated.filter(isKnown) : group.slice(0, 1);
  const byDate = new Map<Instant, PublicationEvent>();
  for (const telling of chosen) {
    const { told: { section, lotId, reviewId }, step: { after } } = telling;
    const date = dateOf(telling);
    const { lotIds, reviewIds } = byDate.get(date) ?? { lotIds: [], reviewIds: [] };
    byDate.set(date, { section, date, state: after, lotIds: [...lotIds, ...(lotId === undefined ? [] : [lotId])], reviewIds: [...reviewIds, ...(reviewId === undefined ? [] : [reviewId])] });
  }
  return [...byDate.values()].filter(({ date }) => date !== '');
};

const inOrder = (left: PublicationEvent, right: PublicationEvent): number => {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1;
  return EVENT_SECTIONS.indexOf(left.section) - EVENT_SECTIONS.indexOf(right.section);
};

/** Decisions that were opened again, and that no change known here made. */
const lostDecisions = ({ reopenings = {} }: Project, found: readonly Telling[]): number => {
  const made = new Set(found.filter(({ told }) => told.section === 'award').map(({ told }) => `${told.lotId} ${told.date}`));
  return Object.values(reopenings).filter(({ lotId, decision }) => !made.has(`${lotId} ${decision.decidedAt}`)).length;
};

/**
 * Every publication event the history tells of. Without a history, those the project itself dates: what it says of them
 * is then what it says now.
 */
export const publicationEvents = (project: Project, history: readonly AuditEntry[]): KnownEvents => {
  const now: KnownStep = { hash: '', at: '', before: undefined, after: project, isImport: false };
  const found = tellings(history.length === 0 ? [now] : knownSteps(history, TELLING_PARTS));
  const groups = new Map<string, Telling[]>();
  for (const telling of found) {
    const key = `${telling.step.hash} ${telling.told.section}`;
    groups.set(key, [...(groups.get(key) ?? []), telling]);
  }
  const events = [...groups.values()].flatMap(eventsOf).toSorted(inOrder);
  const lost = found.filter((telling) => !isKnown(telling)).length + lostDecisions(project, found);
  return { events, lost };
};
