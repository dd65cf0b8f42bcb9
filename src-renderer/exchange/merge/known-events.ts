/**
 * Everything known about some fields and records: who wrote what, removed or made it, seeing which other values. Read
 * from the graph of changes in one pass, for the places a merge asks about and no others.
 */
import { isFiling, isMoney, isWithin, pathKey } from '../../domain/field-path';
import { conflictId, type ConflictSide, type MergeConflict } from '../../domain/merge-conflict';
import type { Id, Json } from '../../domain/values';
import { conflictRecords, conflictTouches, type ConflictTouch } from './conflict-touches';
import { importTakenBack, knows, onlyTakesIn, type EventNode } from './event-graph';
import { CONFLICTS, touchesOf, type Interest, type Touch } from './touches';

/** Something done to a field. It replaces every value its author knew, but those in `keeps`. */
export interface FieldEvent {
  readonly node: EventNode;
  readonly side: ConflictSide;
  /** False when it only says which values stay. */
  readonly writes: boolean;
  readonly keeps: ReadonlySet<Id> | null;
}

/** Something done to a record as a whole. `kept`: a person decided that it stays. */
export interface RecordEvent {
  readonly node: EventNode;
  readonly kind: 'birth' | 'death' | 'kept';
  readonly keeps: ReadonlySet<Id> | null;
}

export interface KnownEvents {
  /** By path key. */
  readonly fields: ReadonlyMap<string, readonly FieldEvent[]>;
  readonly records: ReadonlyMap<string, readonly RecordEvent[]>;
  /** Maps that somebody took out as a whole. */
  readonly emptied: ReadonlyMap<string, readonly EventNode[]>;
  /** Paths of conflicts by their ids, wherever one was seen. */
  readonly conflicts: ReadonlyMap<Id, MergeConflict>;
}

const into = <Item>(map: Map<string, Item[]>, key: string, item: Item): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
};

const idsOf = (sides: readonly ConflictSide[]): ReadonlySet<Id> => new Set(sides.map(({ change }) => change));

/** Reads the nodes in the order given, which is one in which whatever a node knows comes before it. */
class EventReader {
  readonly fields = new Map<string, FieldEvent[]>();
  readonly records = new Map<string, RecordEvent[]>();
  readonly emptied = new Map<string, EventNode[]>();
  readonly conflicts = new Map<Id, MergeConflict>();
  private readonly changes = new Set<Id>();

  constructor(private readonly interest: Interest, seen: readonly MergeConflict[]) {
    for (const conflict of seen) this.conflicts.set(conflict.id, conflict);
  }

  read(node: EventNode): void {
    this.changes.add(node.entry.id);
    for (const patch of node.entry.patches) for (const conflict of conflictRecords(patch)) this.conflicts.set(conflict.id, conflict);
    if (onlyTakesIn(node)) return;
    const taken = importTakenBack(node);
    // Conflicts an import opened go with it; that decides nothing.
    const touches = taken === null ? conflictTouches(node.entry.patches) : new Map<Id, ConflictTouch>();
    const wanted = this.wantedIn(node, taken);
    for (const patch of node.entry.patches) for (const touch of touchesOf(patch, (path) => this.interest.reaches(path))) if (wanted(touch.path)) this.note(node, touch, touches);
    for (const [id, touch] of touches) this.noteConflict(node, id, touch);
  }

  /** Taking an import back says nothing of its own, except where the person had edited what the import brought. */
  private wantedIn(node: EventNode, taken: EventNode | null): (path: readonly string[]) => boolean {
    if (taken === null) return () => true;
    const edited: (readonly string[])[] = [];
    for (let each = node.before; each !== null && each !== taken; each = each.before) for (const { path } of each.entry.patches) if (path[0] !== CONFLICTS) edited.push(path);
    return (path) => edited.some((place) => isWithin(path, place) || isWithin(place, path));
  }

  private note(node: EventNode, touch: Touch, touches: ReadonlyMap<Id, ConflictTouch>): void {
    switch (touch.kind) {
      case 'birth': case 'death': return this.noteRecord(node, touch.kind, touch.path, touches);
      case 'emptied': return into(this.emptied, pathKey(touch.path), node);
      case 'field': return this.noteField(node, touch.path, touch.value, touches);
      case 'part': return this.notePart(node, touch.path, touch.value, touches);
    }
  }

  /** One part of a value that is one: the whole value as it became; several parts of one change are one event. */
  private notePart(node: EventNode, path: readonly string[], value: Json | undefined, touches: ReadonlyMap<Id, ConflictTouch>): void {
    const parent = path.slice(0, -1);
    const before = this.lastValue(node, parent);
    if (!isMoney(before) && !isFiling(before)) return this.noteField(node, path, value, touches);
    const { [path.at(-1) ?? '']: _part, ...rest } = before as Readonly<Record<string, Json>>;
    const events = this.fields.get(pathKey(parent));
    if (events?.at(-1)?.node === node) events.pop();
    return this.noteField(node, parent, { ...rest, ...(value === undefined ? {} : { [path.at(-1) ?? '']: value }) }, touches);
  }

  private lastValue(node: EventNode, path: readonly string[]): Json | null {
    const events = this.fields.get(pathKey(path)) ?? [];
    return events.findLast((event) => event.writes && knows(node, event.node))?.side.value ?? null;
  }

  private keeps(path: readonly string[], touches: ReadonlyMap<Id, ConflictTouch>): ReadonlySet<Id> | null {
    if (touches.size === 0) return null;
    const sides = touches.get(conflictId(path))?.sides;
    return sides === undefined ? null : idsOf(sides);
  }

  private noteField(node: EventNode, path: readonly string[], value: Json | undefined, touches: ReadonlyMap<Id, ConflictTouch>): void {
    if (!this.interest.wants(path)) return;
    const { id, author, deviceId, at } = node.entry;
    const keeps = this.keeps(path, touches);
    const side = { change: id, author, deviceId, at, ...(value === undefined ? {} : { value }) };
    into(this.fields, pathKey(path), { node, side, writes: keeps === null || keeps.has(id), keeps });
  }

  private noteRecord(node: EventNode, kind: 'birth' | 'death', path: readonly string[], touches: ReadonlyMap<Id, ConflictTouch>): void {
    if (!this.interest.reaches(path)) return;
    into(this.records, pathKey(path), { node, kind, keeps: this.keeps(path, touches) });
  }

  private noteConflict(node: EventNode, id: Id, { decided, sides }: ConflictTouch): void {
    const conflict = decided ?? this.conflicts.get(id);
    if (conflict === undefined || conflict.kind === 'locked' || !this.interest.reaches(conflict.path)) return;
    const key = pathKey(conflict.path);
    if (conflict.kind === 'removed') {
      const listed = this.records.get(key)?.some((event) => event.node === node) ?? false;
      if (!listed) into(this.records, key, { node, kind: sides === undefined ? 'kept' : 'birth', keeps: sides === undefined ? null : idsOf(sides) });
      return;
    }
    const written = this.fields.get(key)?.some((event) => event.node === node) ?? false;
    const { id: change, author, deviceId, at } = node.entry;
    if (sides === undefined) {
      const value = conflict.sides.find((side) => side.change === conflict.standing)?.value;
      if (!written) into(this.fields, key, { node, side: { change, author, deviceId, at, ...(value === undefined ? {} : { value }) }, writes: true, keeps: null });
      return;
    }
    const keeps = idsOf(sides);
    if (!written) into(this.fields, key, { node, side: { change, author, deviceId, at }, writes: false, keeps });
    // Sides whose changes are in no history here: the project came without one.
    for (const side of sides) if (!this.changes.has(side.change)) into(this.fields, key, { node, side, writes: true, keeps });
  }
}

/** `seen`: the conflicts open in the projects that meet. */
export const readEvents = (nodes: Iterable<EventNode>, interest: Interest, seen: readonly MergeConflict[]): KnownEvents => {
  const reader = new EventReader(interest, seen);
  for (const node of nodes) reader.read(node);
  return reader;
};
