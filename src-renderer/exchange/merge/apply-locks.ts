/**
 * Keeps what is locked as it is. What the other side changed there is set aside as a conflict that names the lock, so
 * it is seen and not lost; it cannot be carried out while the lock holds.
 */
import { pathKey, Rewrite, valueAt } from '../../domain/field-path';
import { canonicalJson, sha256Hex } from '../../domain/digest';
import { diff } from '../../domain/json-diff';
import { conflictId, inSideOrder, type Conflicts, type ConflictSide, type MergeConflict } from '../../domain/merge-conflict';
import type { Project } from '../../domain/project';
import type { Json } from '../../domain/values';
import type { EventNode } from './event-graph';
import { LOCK_RULES, type Place } from './locks';

/** One of the two projects that meet, with the last change in it and the places its changes touched since they parted. */
export interface Meeting {
  readonly project: Project;
  readonly head: EventNode;
  readonly touched: (place: Place) => boolean;
}

export interface Locked {
  readonly project: Project;
  readonly places: readonly Place[];
  readonly setAside: Conflicts;
}

const union = (left: readonly Place[], right: readonly Place[]): Place[] =>
  [...new Map([...left, ...right].map((place) => [pathKey(place), place])).values()];

const setAside = (holder: Project, other: Meeting, places: readonly Place[]): ConflictSide | null => {
  const changes = places
    .flatMap((place) => diff(valueAt(holder, place), valueAt(other.project, place), place))
    .filter(({ path }) => other.touched(path))
    .map(({ path, after }) => ({ path: [...path], ...(after === undefined ? {} : { value: after }) }));
  if (changes.length === 0) return null;
  const { author, deviceId, at } = other.head.entry;
  return { change: `locked-${sha256Hex(canonicalJson(changes)).slice(0, 40)}`, author, deviceId, at, value: changes };
};

/** Locks of the project here hold; one that only the incoming project has comes in with what it locks. */
export const applyLocks = (merged: Project, local: Meeting, incoming: Meeting): Locked => {
  let project = merged;
  const held: Place[] = [];
  const conflicts: Record<string, MergeConflict> = {};
  for (const { lock, held: heldIn, places } of LOCK_RULES) {
    const here = heldIn(local.project);
    const all = new Set([...here, ...heldIn(incoming.project)]);
    for (const name of all) {
      const [holder, other] = here.includes(name) ? [local, incoming] : [incoming, local];
      const locked = union(union(places(holder.project, name), places(other.project, name)), places(project, name));
      const draft = new Rewrite(project);
      for (const place of locked) draft.set(place, valueAt(holder.project, place));
      project = draft.result();
      held.push(...locked);
      const side = setAside(holder.project, other, locked);
      if (side === null) continue;
      const path = [lock, name];
      const id = conflictId(path);
      conflicts[id] = { id, kind: 'locked', path, lock, standing: null, sides: inSideOrder([...(conflicts[id]?.sides ?? []), side]) };
    }
  }
  return { project, places: held, setAside: conflicts };
};

/** The changes a locked conflict set aside. */
export const changesSetAside = ({ value }: ConflictSide): readonly { readonly path: readonly string[]; readonly value?: Json }[] =>
  (Array.isArray(value) ? (value as unknown as readonly { readonly path: readonly string[]; readonly value?: Json }[]) : []);
