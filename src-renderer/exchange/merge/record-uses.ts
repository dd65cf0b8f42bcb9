/**
 * Who used a record: changed it, or something that leads to it, since somebody removed it. A lot is used by whoever
 * changes one of its bids. Read from all that was ever done and not from what is there now, so that the answer is the
 * same on every computer that knows the same.
 */
import { pathKey, pathOf } from '../../domain/field-path';
import { RECORD_REFERENCES } from '../../domain/project-problems';
import { knows, onlyTakesIn, type EventNode } from './event-graph';
import type { FieldEvent, KnownEvents } from './known-events';
import { touchesOf } from './touches';

/** The collection a field leads to; undefined for a field that leads nowhere. */
const targetOf = ([collection, , field, deeper]: readonly string[]): string | undefined =>
  (deeper === undefined ? RECORD_REFERENCES.find((each) => each.collection === collection && each.field === field)?.target : undefined);

const recordKey = (path: readonly string[]): string => pathKey(path.slice(0, 2));

const removedRecords = ({ records }: KnownEvents): ReadonlySet<string> =>
  new Set([...records].flatMap(([key, events]) => (events.some(({ kind }) => kind === 'death') && pathOf(key).length === 2 ? [key] : [])));

const mayLead = ([collection]: readonly string[]): boolean => collection === undefined || RECORD_REFERENCES.some((each) => each.collection === collection);

/** Records that at any time led to one somebody removed, so that the merge has to look at them too. */
export const referrersOf = (nodes: readonly EventNode[], events: KnownEvents): (readonly string[])[] => {
  const removed = removedRecords(events);
  const found = new Map<string, readonly string[]>();
  if (removed.size === 0) return [];
  for (const node of nodes) {
    if (onlyTakesIn(node)) continue;
    for (const patch of node.entry.patches) {
      if (!mayLead(patch.path)) continue;
      for (const touch of touchesOf(patch, mayLead)) {
        const target = touch.kind === 'field' ? targetOf(touch.path) : undefined;
        if (target === undefined || touch.kind !== 'field' || typeof touch.value !== 'string' || !removed.has(pathKey([target, touch.value]))) continue;
        found.set(recordKey(touch.path), touch.path.slice(0, 2));
      }
    }
  }
  return [...found.values()];
};

/** A field that leads to another record, of the record under `owner`. */
interface Leading {
  readonly owner: string;
  readonly fields: readonly FieldEvent[];
}

export class RecordUses {
  private readonly writes = new Map<string, EventNode[]>();
  /** By the record led to: the fields that ever led there. */
  private readonly leading = new Map<string, Leading[]>();

  constructor(private readonly events: KnownEvents) {
    const removed = removedRecords(events);
    if (removed.size === 0) return;
    for (const [key, fields] of events.fields) {
      const path = pathOf(key);
      this.noteWrites(recordKey(path), fields);
      const target = targetOf(path);
      if (target === undefined) continue;
      for (const value of new Set(fields.map(({ side }) => side.value))) {
        const led = typeof value === 'string' ? pathKey([target, value]) : '';
        if (removed.has(led)) this.leading.set(led, [...(this.leading.get(led) ?? []), { owner: recordKey(path), fields }]);
      }
    }
  }

  /** Changes inside the records that lead to this one, by people who knew of none of its removals. */
  throughOthers(key: string, removals: readonly EventNode[]): EventNode[] {
    const id = pathOf(key)[1];
    const isAware = (node: EventNode): boolean => removals.some((removal) => knows(node, removal));
    return (this.leading.get(key) ?? []).flatMap(({ owner, fields }) => {
      const leads = fields.some((event) => event.side.value === id && event.writes
        && !fields.some((later) => later !== event && later.writes && later.side.value !== id && knows(later.node, event.node) && !isAware(later.node)));
      if (!leads) return [];
      const gone = (this.events.records.get(owner) ?? []).filter(({ kind, node }) => kind === 'death' && !isAware(node));
      const made = [...this.births(owner), ...(this.writes.get(owner) ?? []), ...this.throughOthers(owner, removals)];
      return made.filter((node) => !gone.some((death) => knows(death.node, node)));
    });
  }

  private births(key: string): EventNode[] {
    return (this.events.records.get(key) ?? []).filter(({ kind }) => kind === 'birth').map(({ node }) => node);
  }

  private noteWrites(key: string, fields: readonly FieldEvent[]): void {
    const made = fields.filter(({ writes }) => writes).map(({ node }) => node);
    const known = this.writes.get(key);
    if (known === undefined) this.writes.set(key, made);
    else known.push(...made);
  }
}
