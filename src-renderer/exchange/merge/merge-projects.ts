/**
 * Two states of one project become one, field by field, against what both already knew. Different fields merge; one
 * field with two values is a conflict with both kept; removing what the other side changed or needs is a conflict;
 * what is locked stays. Nothing here asks a clock, compares texts for likeness, or prefers who came last.
 */
import { losesFreeze, type FreezeProblemCode } from '../../domain/call-guard';
import { callProblems } from '../../domain/call-problems';
import type { AuditEntry, ChainHead, Patch } from '../../domain/change';
import { decisionLock } from '../../domain/decision/decision-lock';
import { hasFields, isWithin, pathKey, pathOf, Rewrite, valueAt } from '../../domain/field-path';
import { diff } from '../../domain/json-diff';
import { pathOfPointer } from '../../domain/json-pointer';
import { isSameDecision } from '../../domain/lot-decision';
import { conflictId, openConflicts, withConflicts, type MergeConflict } from '../../domain/merge-conflict';
import { fail, type Problem } from '../../domain/problem';
import { projectSchema, type Project } from '../../domain/project';
import { projectProblems } from '../../domain/project-problems';
import { envelopeProblems } from '../../domain/quality-lock';
import type { Id } from '../../domain/values';
import { applyLocks, type Locked } from './apply-locks';
import { conflictRecords } from './conflict-touches';
import { EventGraph, knows, onlyTakesIn, type EventNode } from './event-graph';
import { readEvents, type KnownEvents } from './known-events';
import { LockRecords } from './lock-records';
import { LOCK_RULES, locksBetween, type HeldLock, type Place } from './locks';
import { referrersOf } from './record-uses';
import { CONFLICTS, Interest, touchesOf } from './touches';
import { WhatStands } from './what-stands';

/** A project with the chain that made it. */
export interface MergeSide {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
}

export interface Merged {
  readonly status: 'merged';
  readonly project: Project;
  /** From the state here to the merged one. */
  readonly patches: readonly Patch[];
  /** For the change that stores the merge. */
  readonly merged: ChainHead;
  readonly annex: readonly AuditEntry[];
  /** Conflicts this merge opened or gave another value. */
  readonly opened: readonly MergeConflict[];
  /** What the person should know: rules of the call that held before and do not hold now. */
  readonly notes: readonly Problem[];
}

export type MergeOutcome =
  | Merged
  /** Everything the package knows is known here. */
  | { readonly status: 'nothing' }
  /** The histories share no beginning, so nothing tells what either side changed. */
  | { readonly status: 'unrelated' }
  /** The merged project would not be sound; nothing was changed. */
  | { readonly status: 'refused'; readonly problems: readonly Problem[] };

const everywhere = (): boolean => true;

/** What one side did since the two parted. */
const newsOf = (nodes: readonly EventNode[], mine: EventNode, theirs: EventNode): readonly EventNode[] =>
  nodes.filter((node) => knows(mine, node) && !knows(theirs, node) && !onlyTakesIn(node));

const addConflictPlaces = (interest: Interest, conflicts: readonly MergeConflict[]): void => {
  for (const { kind, path } of conflicts) {
    if (kind === 'value') interest.addField(path);
    if (kind === 'removed') interest.addRecord(path);
  }
};

/** What meets: both states, what each did since they parted, and everything known to either. */
interface Encounter {
  readonly local: MergeSide;
  readonly incoming: MergeSide;
  readonly here: readonly EventNode[];
  readonly there: readonly EventNode[];
  readonly nodes: readonly EventNode[];
  /** Conflicts open on either side. */
  readonly seen: readonly MergeConflict[];
  readonly records: LockRecords;
  readonly locks: readonly HeldLock[];
}

const addTouched = (interest: Interest, node: EventNode, within: (path: readonly string[]) => boolean): void => {
  for (const patch of node.entry.patches) {
    for (const { kind, path } of touchesOf(patch, everywhere)) {
      if (!within(path)) continue;
      if (kind === 'death') interest.addRecord(path);
      else if (kind !== 'birth' && kind !== 'emptied') interest.addField(path);
      if (kind === 'part') interest.addField(path.slice(0, -1));
    }
  }
};

const lockedPlaces = ({ local, incoming, locks }: Encounter): Place[] =>
  locks.flatMap(({ rule, name }) => [local.project, incoming.project].flatMap((project, _index, meeting) => rule.places(project, name, meeting)));

/** The places the merge must look at: what came in, every record either side removed, every open conflict, and what either did to what is locked. */
const interestIn = (encounter: Encounter): Interest => {
  const { here, there, seen, records, locks } = encounter;
  const interest = new Interest();
  for (const node of there) {
    addTouched(interest, node, everywhere);
    for (const patch of node.entry.patches) addConflictPlaces(interest, conflictRecords(patch));
  }
  const locked = lockedPlaces(encounter);
  const isLocked = (path: readonly string[]): boolean => locked.some((place) => isWithin(path, place));
  for (const node of here) {
    if (locked.length > 0) addTouched(interest, node, isLocked);
    for (const patch of node.entry.patches) for (const { kind, path } of touchesOf(patch, everywhere)) if (kind === 'death') interest.addRecord(path);
  }
  for (const { lock, seals } of LOCK_RULES) for (const name of records.names(lock)) for (const place of [...seals(name), ...records.places(conflictId([lock, name]))]) interest.addRecord(place);
  addConflictPlaces(interest, seen);
  for (const { rule, name } of locks) for (const path of records.places(conflictId([rule.lock, name]))) interest.addRecord(path);
  for (const { kind, path } of seen) if (kind !== 'locked' && isLocked(path)) interest.addRecord(path);
  return interest;
};

interface Rebuilt {
  /** With what is locked kept as it was. */
  readonly locked: Locked;
  readonly conflicts: readonly MergeConflict[];
}

const isEmptyObject = (value: unknown): boolean => hasFields(value) && Object.keys(value).length === 0;

/** Maps with nothing in them that somebody took out as a whole, and that nobody has made anew since. */
const emptyMaps = (project: Project, { emptied, records }: KnownEvents): (readonly string[])[] =>
  [...emptied].flatMap(([key, nodes]) => {
    const path = pathOf(key);
    const births = (records.get(key) ?? []).filter(({ kind }) => kind === 'birth');
    const isOut = nodes.some((node) => !births.some((birth) => birth.node !== node && knows(birth.node, node)));
    return isOut && isEmptyObject(valueAt(project, path)) ? [path] : [];
  });

/** The project here with everything of interest as it stands now. */
const rebuild = (project: Project, interest: Interest, events: KnownEvents, stands: WhatStands): { readonly project: Project; readonly conflicts: readonly MergeConflict[] } => {
  const draft = new Rewrite(project);
  const conflicts: MergeConflict[] = [];
  for (const path of stands.places()) {
    const key = pathKey(path);
    const record = events.records.has(key) ? stands.record(path) : null;
    if (interest.hasRecord(path)) {
      if (record?.state === 'gone') draft.set(path, undefined);
      if (record?.conflict) conflicts.push(record.conflict);
    }
    if (!events.fields.has(key) || stands.isGone(path.slice(0, -1)) || record?.state === 'contested') continue;
    const { value, conflict } = stands.field(path);
    if (conflict !== null) conflicts.push(conflict);
    // An object at this place stands or falls with its record; an empty one only makes sure that it is there.
    const isObject = hasFields(valueAt(draft.result(), path));
    if (value === undefined ? record === null || record.state === 'gone' : !isEmptyObject(value) || !isObject) draft.set(path, value);
  }
  for (const path of emptyMaps(draft.result(), events)) draft.set(path, undefined);
  return { project: draft.result(), conflicts };
};

/** The changes, among those given, that made a field what it is. */
const madeBy = (nodes: readonly EventNode[], field: readonly string[]): EventNode[] =>
  nodes.filter((node) => !onlyTakesIn(node) && node.entry.patches.some(({ path }) => isWithin(path, field) || isWithin(field, path)));

/** Records that are gone and that something still leads to, with what leads there. */
const missedIn = (project: Project): { readonly target: readonly string[]; readonly from: readonly string[] }[] =>
  projectProblems(project).flatMap(({ code, severity, data, pointer }) => (code === 'project.danglingReference' && severity === 'error'
    ? [{ target: [String(data['collection']), String(data['id'])], from: pathOfPointer(pointer ?? '') }] : []));

/** Everything known of the places of interest, which grow by the records that lead to removed ones. */
const eventsOf = ({ nodes, seen }: Encounter, interest: Interest): KnownEvents => {
  for (;;) {
    const events = readEvents(nodes, interest, seen);
    const more = referrersOf(nodes, events).filter((path) => !interest.hasRecord(path));
    if (more.length === 0) return events;
    for (const path of more) interest.addRecord(path);
  }
};

/** Brings back removed records that are still needed, as often as one of them needs another. */
const rebuildWhole = (encounter: Encounter): Rebuilt => {
  const { local, incoming, here, there, nodes, records, locks } = encounter;
  const interest = interestIn(encounter);
  const needed = new Map<string, readonly EventNode[]>();
  for (;;) {
    const events = eventsOf(encounter, interest);
    const stands = new WhatStands(events, needed);
    const { project, conflicts } = rebuild(local.project, interest, events, stands);
    const locked = applyLocks(project, { project: local.project, news: here }, { project: incoming.project, news: there }, locks, { stands, records });
    const missed = missedIn(locked.project).filter(({ target }) => !needed.has(pathKey(target)));
    if (missed.length === 0) return { locked, conflicts: conflicts.filter(({ path }) => !locked.holds(path)) };
    for (const { target, from } of missed) {
      needed.set(pathKey(target), [...(needed.get(pathKey(target)) ?? []), ...madeBy(nodes, from)]);
      interest.addRecord(target);
    }
  }
};

/** An optional map that one side never had, or has no more, is not left behind empty. */
const withoutEmptied = (merged: Project, local: Project, incoming: Project): Project => {
  const emptied = Object.keys(merged).filter((key) => isEmptyObject(merged[key]) && (local[key] === undefined || incoming[key] === undefined));
  if (emptied.length === 0) return merged;
  const draft = new Rewrite(merged);
  for (const key of emptied) draft.set([key], undefined);
  return draft.result();
};

const problemKey = ({ code, pointer = '' }: Problem): string => `${code} ${pointer}`;

/** Rules of the call that did not speak up before. */
const newNotes = (before: Project, after: Project): Problem[] => {
  const known = new Set(callProblems(before).map(problemKey));
  return callProblems(after).filter((problem) => problem.severity !== 'info' && !known.has(problemKey(problem)));
};

/** The project with those of its decisions that are in the merged one, each with the moment it has there: decisions made apart alike are one. */
const withDecisions = (project: Project, { decisions = {} }: Project): Project => ({
  ...project,
  decisions: Object.fromEntries(Object.entries(project.decisions ?? {}).flatMap(([id, decision]) => {
    const merged = decisions[id];
    return merged !== undefined && isSameDecision(decision, merged) ? [[id, { ...decision, decidedAt: merged.decidedAt }]] : [];
  })),
});

/** What a lock would lose by the merge. The rules above keep all of it; where two of them cannot both hold, nothing is merged. */
const brokenLocks = (before: Project, incoming: Project, after: Project): Problem[] => {
  const mine = { ...before, decisions: { ...before.decisions, ...withDecisions(before, after).decisions } };
  const decision = decisionLock(mine, after) ?? decisionLock(withDecisions(incoming, after), after);
  const known = new Set(envelopeProblems(before).map(problemKey));
  const lost = LOCK_RULES.some((rule) => rule.held(before).some((name) => !rule.held(after).includes(name)));
  return [
    ...(lost ? [fail('merge.locked', {}).problem] : []),
    ...(losesFreeze(before, after) ? [fail<FreezeProblemCode>('call.freezeReplaced', { title: before.title }).problem] : []),
    ...(decision === null ? [] : [decision]),
    ...envelopeProblems(after).filter((problem) => !known.has(problemKey(problem))),
  ];
};

const refusal = (before: Project, incoming: Project, project: Project): readonly Problem[] => {
  const parsed = projectSchema.safeParse(project);
  const issue = parsed.error?.issues[0];
  if (issue !== undefined) return [{ severity: 'error', code: 'merge.badShape', data: { where: issue.path.join('/') } }];
  const unsound = projectProblems(project).filter(({ severity }) => severity === 'error');
  return unsound.length > 0 ? unsound : brokenLocks(before, incoming, project);
};

/** Entries that are new here, flat and oldest first, as the merge will keep them. */
const annexOf = (history: readonly AuditEntry[], isKnown: (hash: string) => boolean): AuditEntry[] => {
  const flat = history.flatMap(({ annex = [], ...entry }): AuditEntry[] => [...annex, entry]);
  return flat.filter(({ hash }) => !isKnown(hash));
};

/** Merges what comes in into what is here. Neither side is changed. */
export const mergeProjects = (local: MergeSide, incoming: MergeSide): MergeOutcome => {
  const graph = new EventGraph();
  const mine = graph.add(local.history);
  if (mine === null || !incoming.history.some(({ hash }) => graph.has(hash))) return { status: 'unrelated' };
  const present = new Set([...graph.nodes()].map(({ entry }) => entry.hash));
  const theirs = graph.add(incoming.history);
  if (theirs === null) return { status: 'unrelated' };
  const nodes = [...graph.nodes()].filter((node) => knows(mine, node) || knows(theirs, node));
  const there = newsOf(nodes, theirs, mine);
  if (!there.some(({ entry }) => entry.patches.length > 0)) return { status: 'nothing' };
  const seen = [...openConflicts(local.project), ...openConflicts(incoming.project)];
  const records = new LockRecords(local.project, incoming.project, nodes);
  const { locked, conflicts: found } = rebuildWhole({ local, incoming, here: newsOf(nodes, mine, theirs), there, nodes, seen, records, locks: locksBetween(local.project, incoming.project) });
  const conflicts: Record<Id, MergeConflict> = { ...records.unlocked(locked.project, (id) => locked.looked.has(id)), ...locked.setAside };
  for (const conflict of found) conflicts[conflict.id] = conflict;
  const project = withConflicts(withoutEmptied(locked.project, local.project, incoming.project), conflicts);
  const problems = refusal(local.project, incoming.project, project);
  if (problems.length > 0) return { status: 'refused', problems };
  const patches = diff(local.project, project);
  const changed = new Set(patches.flatMap(({ path, after }) => (path[0] === CONFLICTS && after !== undefined ? (path[1] === undefined ? Object.keys(conflicts) : [path[1]]) : [])));
  return {
    status: 'merged',
    project,
    patches,
    merged: { seq: theirs.entry.seq, hash: theirs.entry.hash },
    annex: annexOf(incoming.history, (hash) => present.has(hash)),
    opened: openConflicts(project).filter(({ id }) => changed.has(id)),
    notes: newNotes(local.project, project),
  };
};
