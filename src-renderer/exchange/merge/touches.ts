/** What a patch touches, field by field: the patch may carry a whole project, a record, or one value. */
import { hasFields, pathKey } from '../../domain/field-path';
import type { Patch } from '../../domain/change';
import { ownValue } from '../../domain/json-equal';
import type { Json } from '../../domain/values';

/** The collection of open conflicts is not merged field by field: it is worked out anew from what is known. */
export const CONFLICTS = 'conflicts';

/** The fields and records a merge has to look at, so that a long history is read for those alone. */
export class Interest {
  private readonly fields = new Set<string>();
  private readonly records = new Map<string, readonly string[]>();
  private readonly above = new Set<string>();

  addField(path: readonly string[]): void {
    this.fields.add(pathKey(path));
    this.addAbove(path);
  }

  /** A record as a whole, with every field it has. */
  addRecord(path: readonly string[]): void {
    this.records.set(pathKey(path), path);
    this.addAbove(path);
  }

  hasRecord(path: readonly string[]): boolean {
    return this.records.has(pathKey(path));
  }

  /** True when the place is of interest itself. */
  wants(path: readonly string[]): boolean {
    return this.fields.has(pathKey(path)) || this.recordsAround(path).length > 0;
  }

  /** True when the place or something inside it is of interest. */
  reaches(path: readonly string[]): boolean {
    return path.length === 0 || this.above.has(pathKey(path)) || this.wants(path);
  }

  /** Keys of the wanted records this place lies in, or is. */
  recordsAround(path: readonly string[]): string[] {
    const keys: string[] = [];
    if (this.records.size === 0) return keys;
    for (let length = 1; length <= path.length; length += 1) {
      const key = pathKey(path.slice(0, length));
      if (this.records.has(key)) keys.push(key);
    }
    return keys;
  }

  private addAbove(path: readonly string[]): void {
    for (let length = 1; length < path.length; length += 1) this.above.add(pathKey(path.slice(0, length)));
  }
}

export type Touch =
  | { readonly kind: 'field'; readonly path: readonly string[]; readonly value: Json | undefined }
  /** It looks like one part of an amount, or of where a document is filed; older histories have them apart. */
  | { readonly kind: 'part'; readonly path: readonly string[]; readonly value: Json | undefined }
  | { readonly kind: 'birth' | 'death'; readonly path: readonly string[] }
  /** A map of records that went as a whole, with the records in it. */
  | { readonly kind: 'emptied'; readonly path: readonly string[] };

/** A map of records has no life of its own: it is there when one of its records is. */
const isMap = (value: Readonly<Record<string, Json>>): boolean => Object.values(value).every(hasFields);

const born = function* (path: readonly string[], value: Json, within: (path: readonly string[]) => boolean): Generator<Touch> {
  if (!hasFields(value)) {
    yield { kind: 'field', path, value };
    return;
  }
  yield { kind: 'birth', path };
  const keys = Object.keys(value);
  if (keys.length === 0) yield { kind: 'field', path, value };
  for (const key of keys) {
    const child = [...path, key];
    if (within(child)) yield* born(child, value[key] ?? null, within);
  }
};

const died = function* (path: readonly string[], value: Readonly<Record<string, Json>>): Generator<Touch> {
  if (!isMap(value)) {
    yield { kind: 'death', path };
    return;
  }
  yield { kind: 'emptied', path };
  for (const [key, member] of Object.entries(value)) if (hasFields(member)) yield* died([...path, key], member);
};

const isPart = (path: readonly string[], before: unknown, after: unknown): boolean => {
  const last = path.at(-1);
  if (path[0] === 'attachments' && path[2] === 'filedUnder' && path.length === 4) return true;
  return after !== undefined && path.length > 2 && ((last === 'amount' && typeof before === 'number' && typeof after === 'number') || (last === 'currency' && typeof before === 'string' && typeof after === 'string'));
};

/** Everything a patch touches outside the conflicts; `within` says which places to go into. */
export const touchesOf = function* ({ path, before, after }: Patch, within: (path: readonly string[]) => boolean): Generator<Touch> {
  if (path[0] === CONFLICTS) return;
  if (path.length === 0) {
    if (hasFields(after)) for (const key of Object.keys(after)) if (key !== CONFLICTS && within([key])) yield* born([key], ownValue(after, key) ?? null, within);
    return;
  }
  if (!within(path)) return;
  if (hasFields(before) && !hasFields(after)) yield* died(path, before);
  if (hasFields(after)) {
    if (before !== undefined && !hasFields(before)) yield { kind: 'field', path, value: undefined };
    yield* born(path, after, within);
  } else if (isPart(path, before, after)) yield { kind: 'part', path, value: after };
  else if (!hasFields(before) || after !== undefined) yield { kind: 'field', path, value: after };
};
