/**
 * Two states of one project become one, field by field, against what both already knew. Different fields merge; one
 * field with two values is a conflict with both kept; removing what the other side changed or needs is a conflict;
 * what is locked stays. Nothing here asks a clock, compares texts for likeness, or prefers who came last.
 */
import { callProblems } from '../../domain/call-problems';
import type { AuditEntry, ChainHead, Patch } from '../../domain/change';
import { hasFields, isWithin, pathKey, pathOf, Rewrite, valueAt } from '../../domain/field-path';
import { diff } from '../../domain/json-diff';
import { pathOfPointer } from '../../domain/json-pointer';
import { conflictsOf, openConflicts, withConflicts, type Conflicts, type MergeConflict } from '../../domain/merge-conflict';
import type { Problem } from '../../domain/problem';
import { projectSchema, type Project } from '../../domain/project';
import { projectProblems } from '../../domain/project-problems';
import type { Id } from '../../domain/values';
import { applyLocks, type Meeting } from './apply-locks';
import { conflictRecords, conflictTouches } from './conflict-touches';
import { EventGraph, importTakenBack, knows, onlyTakesIn, type EventNode } from './event-graph';
import { readEvents, type KnownEvents } from './known-events';
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

/** What one side did since the two parted. */
interface News {
  readonly nodes: readonly EventNode[];
  readonly paths: readonly (readonly string[])[];
}

const everywhere = (): boolean => true;

const newsOf = (nodes: readonly EventNode[], mine: EventNode, theirs: EventNode): News => {
  const fresh = nodes.filter((node) => knows(mine, node) && !knows(theirs, node) && !onlyTakesIn(node));
  return { nodes: fresh, paths: fresh.flatMap(({ entry }) => entry.patches.map(({ path }) => path)) };
};

const meetingOf = ({ project }: MergeSide, head: EventNode, { paths }: News): Meeting =>
  ({ project, head, touched: (place) => paths.some((path) => isWithin(path, place) || isWithin(place, path)) });

const addConflictPlaces = (interest: Interest, conflicts: readonly MergeConflict[]): void => {
  for (const { kind, path } of conflicts) {
    if (kind === 'value') interest.addField(path);
    if (kind === 'removed') interest.addRecord(path);
  }
};

/** The places the merge must look at: what came in, every record either side removed, every open conflict. */
const interestIn = (here: News, there: News, conflicts: readonly MergeConflict[]): Interest => {
  const interest = new Interest();
  for (const { entry } of there.nodes) {
    for (const patch of entry.patches) {
      for (const { kind, path } of touchesOf(patch, everywhere)) {
        if (kind === 'death') interest.addRecord(path);
        else if (kind !== 'birth') interest.addField(path);
        if (kind === 'part') interest.addField(path.slice(0, -1));
      }
      addConflictPlaces(interest, conflictRecords(patch));
    }
  }
  for (const { entry } of here.nodes) for (const patch of entry.patches) for (const { kind, path } of touchesOf(patch, everywhere)) if (kind === 'death') interest.addRecord(path);
  addConflictPlaces(interest, conflicts);
  return interest;
};

interface Rebuilt {
  readonly project: Project;
  readonly conflicts: readonly MergeConflict[];
}

const isEmptyObject = (value: unknown): boolean => hasFields(value) && Object.keys(value).length === 0;

/** The project here with everything of interest as it stands now. */
const rebuild = (project: Project, interest: Interest, events: KnownEvents, stands: WhatStands): Rebuilt => {
  const draft = new Rewrite(project);
  const conflicts: MergeConflict[] = [];
  const paths = [...new Set([...events.records.keys(), ...events.fields.keys()])].map(pathOf).toSorted((left, right) => left.length - right.length);
  for (const path of paths) {
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
  return { project: draft.result(), conflicts };
};

/** The changes, among those given, that made a field what it is. */
const madeBy = (nodes: readonly EventNode[], field: readonly string[]): EventNode[] =>
  nodes.filter((node) => !onlyTakesIn(node) && node.entry.patches.some(({ path }) => isWithin(path, field) || isWithin(field, path)));

/** Records that are gone and that something still leads to, with what leads there. */
const missedIn = (project: Project): { readonly target: readonly string[]; readonly from: readonly string[] }[] =>
  projectProblems(project).flatMap(({ code, severity, data, pointer }) => (code === 'project.danglingReference' && severity === 'error'
    ? [{ target: [String(data['collection']), String(data['id'])], from: pathOfPointer(pointer ?? '') }] : []));

/** Brings back removed records that are still needed, as often as one of them needs another. */
const rebuildWhole = (project: Project, interest: Interest, nodes: readonly EventNode[], seen: readonly MergeConflict[]): Rebuilt => {
  const needed = new Map<string, readonly EventNode[]>();
  let events = readEvents(nodes, interest, seen);
  for (;;) {
    const rebuilt = rebuild(project, interest, events, new WhatStands(events, needed));
    const missed = missedIn(rebuilt.project).filter(({ target }) => !needed.has(pathKey(target)));
    if (missed.length === 0) return rebuilt;
    for (const { target, from } of missed) {
      needed.set(pathKey(target), [...(needed.get(pathKey(target)) ?? []), ...madeBy(nodes, from)]);
      interest.addRecord(target);
    }
    events = readEvents(nodes, interest, seen);
  }
};

/** Locked conflicts of both sides, without the sides a person has decided on either of them. */
const lockedConflicts = (local: Project, incoming: Project, nodes: readonly EventNode[]): Conflicts => {
  const decided = new Set<string>();
  for (const node of nodes) {
    if (onlyTakesIn(node) || importTakenBack(node) !== null) continue;
    for (const [id, touch] of conflictTouches(node.entry.patches)) {
      for (const { change } of touch.decided?.sides ?? []) decided.add(`${id} ${change}`);
      for (const { change } of touch.sides ?? []) decided.delete(`${id} ${change}`);
    }
  }
  const open: Record<Id, MergeConflict> = {};
  for (const conflict of [...Object.values(conflictsOf(local)), ...Object.values(conflictsOf(incoming))]) {
    if (conflict.kind !== 'locked') continue;
    const sides = conflict.sides.filter(({ change }) => !decided.has(`${conflict.id} ${change}`));
    if (sides.length > 0) open[conflict.id] = joined(open[conflict.id], { ...conflict, sides });
  }
  return open;
};

const joined = (before: MergeConflict | undefined, conflict: MergeConflict): MergeConflict => {
  if (before === undefined) return conflict;
  const sides = [...new Map([...before.sides, ...conflict.sides].map((side) => [side.change, side])).values()];
  return { ...conflict, sides: sides.toSorted((left, right) => (left.change < right.change ? -1 : 1)) };
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

const refusal = (project: Project): readonly Problem[] => {
  const parsed = projectSchema.safeParse(project);
  const issue = parsed.error?.issues[0];
  if (issue !== undefined) return [{ severity: 'error', code: 'merge.badShape', data: { where: issue.path.join('/') } }];
  return projectProblems(project).filter(({ severity }) => severity === 'error');
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
  if (!there.nodes.some(({ entry }) => entry.patches.length > 0)) return { status: 'nothing' };
  const here = newsOf(nodes, mine, theirs);
  const seen = [...openConflicts(local.project), ...openConflicts(incoming.project)];
  const rebuilt = rebuildWhole(local.project, interestIn(here, there, seen), nodes, seen);
  const locked = applyLocks(rebuilt.project, meetingOf(local, mine, here), meetingOf(incoming, theirs, there));
  const found = rebuilt.conflicts.filter(({ path }) => !locked.places.some((place) => isWithin(path, place)));
  const before = lockedConflicts(local.project, incoming.project, nodes);
  const conflicts: Record<Id, MergeConflict> = { ...before };
  for (const conflict of [...Object.values(locked.setAside), ...found]) conflicts[conflict.id] = joined(before[conflict.id], conflict);
  const project = withConflicts(withoutEmptied(locked.project, local.project, incoming.project), conflicts);
  const problems = refusal(project);
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
