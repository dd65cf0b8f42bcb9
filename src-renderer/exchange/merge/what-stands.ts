/**
 * What stands at a field or record after everything known has been done. A change replaces the values its author knew.
 * When one value is left, it stands. When several are, nobody who made one knew of the other: that is a conflict, and
 * all are kept. The result depends on what is known and on nothing else, so the order of imports cannot matter.
 */
import { pathKey, pathOf } from '../../domain/field-path';
import { equalJson } from '../../domain/json-equal';
import { conflictId, inSideOrder, type ConflictSide, type MergeConflict } from '../../domain/merge-conflict';
import type { Json } from '../../domain/values';
import { knows, latest, type EventNode } from './event-graph';
import type { FieldEvent, KnownEvents, RecordEvent } from './known-events';
import { RecordUses } from './record-uses';

export interface Standing {
  readonly value: Json | undefined;
  readonly conflict: MergeConflict | null;
  /** Every different value that is left, with the change that made it. */
  readonly sides: readonly ConflictSide[];
}

interface Keeping {
  readonly node: EventNode;
  readonly keeps: ReadonlySet<string> | null;
}

/** True when something later replaced this and nobody since has brought it back. */
const isReplaced = (change: string, node: EventNode, later: readonly Keeping[], all: readonly Keeping[]): boolean => later.some((each) =>
  each.node !== node && knows(each.node, node) && each.keeps?.has(change) !== true
  && !all.some((other) => other.node !== each.node && other.keeps?.has(change) === true && knows(other.node, each.node)));

/**
 * Which value is shown while a conflict is open: one that is there before one that is not, one whose author knew of
 * the others before them, and then by the hash of the change. A fixed rule, the same on every computer, that favours
 * nobody: no clock and no order of arrival has a say.
 */
const shown = (events: readonly FieldEvent[]): FieldEvent | undefined => {
  const there = events.filter(({ side }) => side.value !== undefined);
  const among = there.length > 0 ? there : events;
  const informed = among.filter((event) => !among.some((other) => other.node !== event.node && knows(other.node, event.node)));
  const order = ({ node, side }: FieldEvent): string => `${node.entry.hash} ${side.change}`;
  return informed.toSorted((left, right) => (order(left) < order(right) ? -1 : 1))[0];
};

const sameValue = (left: FieldEvent, right: FieldEvent): boolean => equalJson(left.side.value, right.side.value);

/** One event for each different value, whichever a fixed rule puts first. */
const distinct = (events: readonly FieldEvent[]): FieldEvent[] => {
  const found: FieldEvent[] = [];
  for (const event of events) {
    const same = found.findIndex((each) => sameValue(each, event));
    if (same < 0) found.push(event);
    else found[same] = shown([...found.slice(same, same + 1), event]) ?? event;
  }
  return found;
};

/** `deaths`: removals of a record around the field after which it was made anew; what was there before them is gone. */
const standingField = (path: readonly string[], events: readonly FieldEvent[], deaths: readonly EventNode[]): Standing => {
  const left = events.filter(({ node, side, writes }) => writes && !isReplaced(side.change, node, events, events) && !deaths.some((death) => death !== node && knows(death, node)));
  const [only, ...others] = distinct(left);
  if (only === undefined) return { value: undefined, conflict: null, sides: [] };
  if (others.length === 0) return { value: only.side.value, conflict: null, sides: [only.side] };
  const values = [only, ...others];
  const stands = shown(values) ?? only;
  const sides = inSideOrder(values.map(({ side }) => side));
  return { value: stands.side.value, conflict: { id: conflictId(path), kind: 'value', path: [...path], standing: stands.side.change, sides }, sides };
};

export interface RecordStanding {
  readonly state: 'there' | 'gone' | 'contested';
  /** Removals that count no more because the record was made anew after them. */
  readonly outlived: readonly EventNode[];
  readonly conflict: MergeConflict | null;
  /** The removals that count, and what made or kept the record. */
  readonly removedBy: readonly ConflictSide[];
  readonly madeBy: readonly ConflictSide[];
}

const sideAt = ({ entry: { id, author, deviceId, at } }: EventNode): ConflictSide => ({ change: id, author, deviceId, at });

const sidesAt = (nodes: readonly EventNode[]): ConflictSide[] => inSideOrder(nodes.map(sideAt));

/** What a removal and a change of the same record say of each other. The record itself is in the project meanwhile. */
const contested = (path: readonly string[], deaths: readonly EventNode[], uses: readonly EventNode[]): MergeConflict => {
  const use = uses.map(sideAt).toSorted((left, right) => (left.change < right.change ? -1 : 1));
  const sides = [...deaths.map(sideAt), ...use.map((side) => ({ ...side, value: true }))];
  const unique = [...new Map(sides.map((side) => [side.change, side])).values()];
  return { id: conflictId(path), kind: 'removed', path: [...path], standing: use[0]?.change ?? null, sides: inSideOrder(unique) };
};

interface Use {
  /** What was written in the record. */
  readonly changes: readonly EventNode[];
  /** What was written in records that lead here, by people who did not know of these removals. */
  readonly throughOthers: (removals: readonly EventNode[]) => readonly EventNode[];
  /** Something of the project leads here now; undefined when nothing does. */
  readonly needed: readonly EventNode[] | undefined;
}

const standingRecord = (path: readonly string[], events: readonly RecordEvent[], { changes, throughOthers, needed }: Use): RecordStanding => {
  const lives = events.filter(({ kind }) => kind !== 'death');
  const deaths = events.filter(({ kind }) => kind === 'death');
  const alive = ({ node }: RecordEvent): boolean => isReplaced(node.entry.id, node, lives, events);
  const surviving = deaths.filter((death) => !alive(death)).map(({ node }) => node);
  const outlived = deaths.filter((death) => alive(death) && events.some(({ node, kind }) => kind === 'birth' && node !== death.node && knows(node, death.node))).map(({ node }) => node);
  const births = events.filter(({ kind }) => kind === 'birth').map(({ node }) => node);
  if (surviving.length === 0) return { state: 'there', outlived, conflict: null, removedBy: [], madeBy: sidesAt(latest(births)) };
  const isUnaware = (change: EventNode): boolean => !surviving.some((death) => knows(death, change) || knows(change, death));
  // Whoever changed it, or what leads to it, without knowing of the removal is a side; those who knew only followed.
  const unaware = [...births, ...changes, ...throughOthers(surviving)].filter(isUnaware);
  const removedBy = sidesAt(latest(surviving));
  if (unaware.length === 0 && needed === undefined) return { state: 'gone', outlived, conflict: null, removedBy, madeBy: [] };
  const uses = unaware.length > 0 ? unaware : needed ?? [];
  return { state: 'contested', outlived, conflict: contested(path, latest(surviving), latest(uses)), removedBy, madeBy: sidesAt(latest(uses)) };
};

/** Answers about every place the events tell of. */
export class WhatStands {
  private readonly known = new Map<string, RecordStanding>();
  /** What was written in each record that somebody removed. */
  private readonly changes = new Map<string, EventNode[]>();

  private readonly uses: RecordUses;

  /** `needed`: records something of the project leads to, by path key, with the changes that made it lead there. */
  constructor(private readonly events: KnownEvents, private readonly needed: ReadonlyMap<string, readonly EventNode[]>) {
    this.uses = new RecordUses(events);
    for (const [key, records] of events.records) if (records.some(({ kind }) => kind === 'death')) this.changes.set(key, []);
    if (this.changes.size === 0) return;
    for (const [key, fields] of events.fields) {
      const path = pathOf(key);
      for (let length = 1; length < path.length; length += 1) {
        this.changes.get(pathKey(path.slice(0, length)))?.push(...fields.filter(({ writes }) => writes).map(({ node }) => node));
      }
    }
  }

  field(path: readonly string[]): Standing {
    const outlived = this.around(path).flatMap((record) => [...record.outlived]);
    return standingField(path, this.events.fields.get(pathKey(path)) ?? [], outlived);
  }

  /** True when the place lies in a record that is gone. */
  isGone(path: readonly string[]): boolean {
    return this.around(path).some(({ state }) => state === 'gone');
  }

  /** Every place something is known of, outer ones before those inside them. */
  places(): (readonly string[])[] {
    const keys = new Set([...this.events.records.keys(), ...this.events.fields.keys()]);
    return [...keys].map(pathOf).toSorted((left, right) => left.length - right.length || (pathKey(left) < pathKey(right) ? -1 : 1));
  }

  /** Null where no record was ever made or removed. */
  recordIfAny(path: readonly string[]): RecordStanding | null {
    return this.events.records.has(pathKey(path)) ? this.record(path) : null;
  }

  record(path: readonly string[]): RecordStanding {
    const key = pathKey(path);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const standing = standingRecord(path, this.events.records.get(key) ?? [], {
      changes: this.changes.get(key) ?? [], throughOthers: (removals) => this.uses.throughOthers(key, removals), needed: this.needed.get(key),
    });
    this.known.set(key, standing);
    return standing;
  }

  private around(path: readonly string[]): RecordStanding[] {
    const found: RecordStanding[] = [];
    for (let length = 1; length <= path.length; length += 1) {
      const place = path.slice(0, length);
      if (this.changes.has(pathKey(place))) found.push(this.record(place));
    }
    return found;
  }
}
