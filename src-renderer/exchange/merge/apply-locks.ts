/**
 * Keeps what is locked as it is. What the other side changed there is set aside as a conflict that names the lock, so
 * it is seen and not lost; it cannot be carried out while the lock holds.
 */
import { hasFields, isWithin, pathKey, Rewrite, valueAt } from '../../domain/field-path';
import { canonicalJson } from '../../domain/digest';
import { diff } from '../../domain/json-diff';
import { conflictId, inSideOrder, type Conflicts, type ConflictSide, type MergeConflict } from '../../domain/merge-conflict';
import { equalJson } from '../../domain/json-equal';
import type { Project } from '../../domain/project';
import type { Id, Json } from '../../domain/values';
import { knows, latest, type EventNode } from './event-graph';
import { LOCK_RULES, type HeldLock, type LockRule, type Place } from './locks';
import type { LockRecords } from './lock-records';
import { changesSetAside, holdsChange, sideWith, wholeName, type SetAside } from './set-aside';
import type { WhatStands } from './what-stands';

/** One of the two projects that meet, with what it did since they parted. */
export interface Meeting {
  readonly project: Project;
  readonly news: readonly EventNode[];
}

export interface Locked {
  readonly project: Project;
  /** True for a place that a lock decides about. */
  readonly holds: (path: Place) => boolean;
  readonly setAside: Conflicts;
  /** The conflicts of the locks that were looked at, by id. */
  readonly looked: ReadonlySet<Id>;
}

/** Who holds a lock, and against whom. */
interface Holding {
  readonly rule: LockRule;
  readonly name: Id;
  readonly holder: Meeting;
  readonly other: Meeting;
}

const union = (...lists: (readonly Place[])[]): Place[] => [...new Map(lists.flat().map((place) => [pathKey(place), place])).values()];

const placesOf = ({ rule, name, holder, other }: Holding, merged: Project, records: LockRecords): Place[] => {
  const meeting = [holder.project, other.project];
  return union(...[...meeting, merged].map((project) => rule.places(project, name, meeting)), records.places(conflictId([rule.lock, name])));
};

/** The smaller of two records that say the same but for the moment; the same on every computer. */
const first = (left: Json | undefined, right: Json | undefined): Json | undefined => (canonicalJson(left ?? null) <= canonicalJson(right ?? null) ? left : right);

/** Null where neither is a moment. */
const earliest = (...moments: readonly (Json | undefined)[]): string | null => moments.filter((at) => typeof at === 'string').toSorted()[0] ?? null;

/** Locks made apart that agree: one record of them, with the earlier moment; prices that either side has opened are open. */
const agreed = (place: Place, left: Project, right: Project): Json | undefined => {
  const [mine, theirs] = [valueAt(left, place), valueAt(right, place)];
  // A decision's approval is told later and merges by itself.
  if (place[0] === 'decisions' && hasFields(mine) && hasFields(theirs)) return { ...mine, decidedAt: earliest(mine['decidedAt'], theirs['decidedAt']) };
  const chosen = first(mine, theirs);
  if (place[0] !== 'envelopes' || !hasFields(mine) || !hasFields(theirs) || !hasFields(chosen)) return chosen;
  return { ...chosen, pricesOpenedAt: earliest(mine['pricesOpenedAt'], theirs['pricesOpenedAt']) };
};

/** Puts the holder's values into the locked places, but for what may be written there later. */
const held = (merged: Project, { rule }: Holding, places: readonly Place[], value: (place: Place) => Json | undefined): Project => {
  const draft = new Rewrite(merged);
  for (const place of places) {
    const [before, locked] = [valueAt(merged, place), value(place)];
    draft.set(place, locked);
    if (!hasFields(before) || !hasFields(locked)) continue;
    for (const key of Object.keys(before)) if (rule.isFree([...place, key])) draft.set([...place, key], before[key]);
  }
  return draft.result();
};

/** The change that locked, unlocked or locked anew without the holder knowing; undefined when nobody did. */
const breaking = ({ rule, name, other }: Holding): EventNode | undefined => {
  const seals = rule.seals(name);
  const breakers = other.news.filter(({ entry }) => entry.patches.some(({ path }) => seals.some((seal) => isWithin(path, seal) || isWithin(seal, path))));
  return latest(breakers).toSorted((left, right) => (left.entry.hash < right.entry.hash ? -1 : 1))[0];
};

/** What the other side made of the locked part, to be taken over as a whole or not at all. */
const wholeSide = ({ entry: { id, author, deviceId, at } }: EventNode, { rule, holder, other }: Holding, places: readonly Place[]): ConflictSide[] => {
  const changes = places
    .flatMap((place) => diff(valueAt(holder.project, place), valueAt(other.project, place), place))
    .filter(({ path }) => !rule.isFree(path))
    .map(({ path, after }) => ({ path: [...path], ...(after === undefined ? {} : { value: after }) }));
  return changes.length === 0 ? [] : [sideWith({ change: wholeName(id), author, deviceId, at }, changes)];
};

/** A map without records says nothing: whether it is there or not is all the same. */
const hasMembers = (value: Json | undefined): boolean => hasFields(value) && Object.keys(value).length > 0;

/** The changes, each by itself, that would stand in the locked places if nothing were locked. */
const singleSides = ({ rule, name, holder }: Holding, places: readonly Place[], stands: WhatStands, merged: Project): Map<Id, ConflictSide> => {
  const sides = new Map<Id, ConflictSide>();
  const seals = rule.seals(name);
  const note = (side: ConflictSide, change: SetAside): void => {
    const known = sides.get(side.change);
    sides.set(side.change, sideWith(side, [...(known === undefined ? [] : changesSetAside(known)), change]));
  };
  const isLocked = (path: Place): boolean => places.some((place) => isWithin(path, place)) && !seals.some((seal) => isWithin(path, seal)) && !rule.isFree(path);
  const whole: Place[] = [];
  for (const path of stands.places().filter(isLocked)) {
    if (whole.some((record) => isWithin(path, record))) continue;
    const here = valueAt(holder.project, path);
    const record = stands.recordIfAny(path);
    if (record !== null && hasFields(here)) {
      const removal = record.removedBy[0];
      if (removal === undefined) continue;
      whole.push(path);
      note(removal, { path });
    } else if (record !== null && hasMembers(valueAt(merged, path))) {
      whole.push(path);
      const maker = record.madeBy[0];
      if (maker !== undefined) note(maker, { path, value: valueAt(merged, path) ?? null });
    } else if (record === null && !stands.isGone(path.slice(0, -1))) {
      for (const side of stands.field(path).sides) if (!equalJson(side.value, here) && !hasFields(side.value)) note(side, { path, ...(side.value === undefined ? {} : { value: side.value }) });
    }
  }
  return sides;
};

/** Without the changes that `isKept` says are kept elsewhere; null when none is left. */
const without = (side: ConflictSide, isKept: (change: SetAside) => boolean): ConflictSide | null => {
  const left = changesSetAside(side).filter((change) => !isKept(change));
  return left.length === 0 ? null : sideWith(side, left);
};

interface Known {
  readonly stands: WhatStands;
  readonly records: LockRecords;
}

const sidesOf = (holding: Holding, places: readonly Place[], { stands, records }: Known, merged: Project): ConflictSide[] => {
  const id = conflictId([holding.rule.lock, holding.name]);
  const breaker = breaking(holding);
  const carried = records.wholes(id).filter(({ node }) => breaker === undefined || node === undefined || !knows(breaker, node)).map(({ side }) => side);
  const wholes = [...carried, ...(breaker === undefined ? [] : wholeSide(breaker, holding, places))].filter((side) => !records.isDecided(id, side));
  const singles = [...singleSides(holding, places, stands, merged).values()].flatMap((side) => {
    return without(side, (change) => wholes.some((whole) => holdsChange(whole, change)) || records.isDeclined(id, side, change)) ?? [];
  });
  return [...wholes, ...singles, ...records.withoutHistory(id)];
};

/** Locks of the project here hold; one that only the incoming project has comes in with what it locks. */
export const applyLocks = (merged: Project, local: Meeting, incoming: Meeting, locks: readonly HeldLock[], { stands, records }: Known): Locked => {
  let project = merged;
  const places: { readonly rule: LockRule; readonly places: readonly Place[] }[] = [];
  const conflicts: Record<Id, MergeConflict> = {};
  const looked = new Set<Id>();
  const keep = (holding: Holding, seals: readonly Place[]): void => {
    project = held(project, holding, seals, (place) => valueAt(local.project, place));
    places.push({ rule: holding.rule, places: seals });
  };
  const hold = (holding: Holding, locked: readonly Place[]): void => {
    const path = [holding.rule.lock, holding.name];
    const id = conflictId(path);
    looked.add(id);
    // A place under two locks is told of once, under the first.
    const told = places.flatMap((each) => each.places);
    places.push({ rule: holding.rule, places: locked });
    const sides = sidesOf(holding, locked.filter((place) => !told.some((each) => isWithin(place, each))), { stands, records }, merged);
    if (sides.length > 0) conflicts[id] = { id, kind: 'locked', path, lock: holding.rule.lock, standing: null, sides: inSideOrder(sides) };
  };
  // What was kept out before and is still not locked here does not come in by a later word about it.
  for (const { rule, name } of LOCK_RULES.flatMap((rule) => records.names(rule.lock)
    .filter((name) => !locks.some((each) => each.rule === rule && each.name === name) && !rule.isOpen(local.project, incoming.project))
    .map((name) => ({ rule, name })))) keep({ rule, name, holder: local, other: incoming }, rule.seals(name));
  const keptOut: Holding[] = [];
  const own: Place[] = [];
  // What is locked here comes first: a lock that comes in takes nothing of it.
  for (const { rule, name, mine, theirs } of locks.toSorted((left, right) => Number(right.mine) - Number(left.mine))) {
    // A lock that was taken off here on purpose does not come back with a package that does not know of it.
    if (!mine && !rule.held(merged).includes(name)) continue;
    const holding: Holding = mine ? { rule, name, holder: local, other: incoming } : { rule, name, holder: incoming, other: local };
    const all = placesOf(holding, project, records);
    const locked = mine ? all : all.filter((place) => !own.some((each) => isWithin(place, each) || isWithin(each, place)));
    const isAgreed = mine && theirs && rule.agree(local.project, incoming.project, name);
    const isSeal = (place: Place): boolean => rule.seals(name).some((seal) => isWithin(place, seal));
    const next = held(project, holding, locked, (place) => (isAgreed && isSeal(place) ? agreed(place, local.project, incoming.project) : valueAt(holding.holder.project, place)));
    // What it rests on is locked otherwise here: the lock itself stays out, and the rest merges.
    if (!mine && !rule.isWhole(next, incoming.project, name)) keptOut.push({ rule, name, holder: local, other: incoming });
    else {
      project = next;
      if (mine) own.push(...locked);
      hold(isAgreed ? { ...holding, other: { ...holding.other, news: [] } } : holding, locked);
    }
  }
  for (const holding of keptOut) {
    const seals = holding.rule.seals(holding.name);
    hold(holding, seals);
    keep(holding, seals);
  }
  return {
    project,
    setAside: conflicts,
    looked,
    holds: (path) => places.some((each) => !each.rule.isFree(path) && each.places.some((place) => isWithin(path, place))),
  };
};
