/**
 * What no import may change. A frozen call is locked for everybody (Law 98/2016 art. 187-190), a decided lot with
 * everything its decision rests on. This is the one table of it; what it locks is read from the project.
 */
import type { Lock } from '../../domain/merge-conflict';
import { FROZEN_FIELDS, freezeInForce, frozenIntact } from '../../domain/frozen-call';
import type { Project } from '../../domain/project';
import type { Id } from '../../domain/values';

export type Place = readonly string[];

interface LockRule {
  readonly lock: Lock;
  /** What is locked in this project: names by which two devices mean the same. */
  readonly held: (project: Project) => readonly Id[];
  /** The parts of a project that are locked then. */
  readonly places: (project: Project, held: Id) => readonly Place[];
  /** Whether a locked part may be exchanged as a whole by a person's decision: the result has to be locked as well. */
  readonly mayExchange: (exchanged: Project, before: Project) => boolean;
}

const CALL = 'call';
const callPlaces: readonly Place[] = [...FROZEN_FIELDS.map((field) => [field]), ['freezes']];

const frozenNumber = (project: Project): number => Number(freezeInForce(project)?.id ?? 0);

const recordPlaces = (collection: string, records: Readonly<Record<Id, unknown>> | undefined, belongs: (id: Id) => boolean): Place[] =>
  Object.keys(records ?? {}).filter(belongs).map((id) => [collection, id]);

/** A lot with its bids and everything that was said about them. */
const lotPlaces = (project: Project, lotId: Id): readonly Place[] => {
  const ofLot = (bidId: Id | undefined): boolean => project.bids[bidId ?? '']?.lotId === lotId;
  return [
    ['decisions', lotId], ['lots', lotId], ['envelopes', lotId],
    ...recordPlaces('bids', project.bids, ofLot),
    ...recordPlaces('scoreSheets', project.scoreSheets, (id) => ofLot(project.scoreSheets[id]?.bidId)),
    ...recordPlaces('moderations', project.moderations, (id) => ofLot(project.moderations?.[id]?.bidId)),
  ];
};

export const LOCK_RULES: readonly LockRule[] = [
  {
    lock: 'call',
    held: (project) => (freezeInForce(project) === null ? [] : [CALL]),
    places: () => callPlaces,
    // An erratum elsewhere made a later freeze: taking it over is lawful, changing the frozen call is not.
    mayExchange: (exchanged, before) => frozenNumber(exchanged) > frozenNumber(before) && frozenIntact(exchanged),
  },
  {
    lock: 'decision',
    held: (project) => Object.keys(project.decisions ?? {}),
    places: (project, lotId) => [...lotPlaces(project, lotId), ...FROZEN_FIELDS.filter((field) => field !== 'lots').map((field) => [field])],
    mayExchange: () => false,
  },
];

export const lockRule = (lock: Lock): LockRule | undefined => LOCK_RULES.find((rule) => rule.lock === lock);
