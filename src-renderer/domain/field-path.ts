/** Places inside the aggregate: which values are fields of their own, and reading and writing along a path. */
import { FILED_UNDER } from './attachment';
import { isPlainObject, ownValue } from './json-equal';
import type { Json } from './values';

/** Money is one value to a person; its two parts never change apart. */
export const isMoney = (value: unknown): value is Readonly<Record<'amount' | 'currency', Json>> =>
  isPlainObject(value) && Object.hasOwn(value, 'amount') && Object.hasOwn(value, 'currency') && Object.keys(value).length === 2;

const FILINGS: ReadonlySet<unknown> = new Set(FILED_UNDER);
const FILING_PARTS: ReadonlySet<string> = new Set(['kind', 'id', 'priceEnvelope']);

/** Where a document is filed is one answer: which kind of record, which of them, and in which envelope. */
export const isFiling = (value: unknown): value is Readonly<Record<string, Json>> =>
  isPlainObject(value) && FILINGS.has(ownValue(value, 'kind')) && Object.keys(value).every((key) => FILING_PARTS.has(key));

/** An object with fields of its own. Everything else is one value: text, numbers, lists, money, the place of a document. */
export const hasFields = (value: unknown): value is Readonly<Record<string, Json>> => isPlainObject(value) && !isMoney(value) && !isFiling(value);

const SEPARATOR = '\u0000';

/** A path as one text, for maps and sets; no id and no field name holds the separator. */
export const pathKey = (path: readonly string[]): string => path.join(SEPARATOR);
export const pathOf = (key: string): string[] => key.split(SEPARATOR);

/** True for the place itself and everything inside it. */
export const isWithin = (path: readonly string[], place: readonly string[]): boolean =>
  place.length <= path.length && place.every((segment, index) => path[index] === segment);

/** The value at a path, undefined where there is none. */
export const valueAt = (root: unknown, path: readonly string[]): Json | undefined => {
  let value: unknown = root;
  for (const key of path) value = isPlainObject(value) ? ownValue(value, key) : undefined;
  // What is inside a project is JSON by its schema.
  return value as Json | undefined;
};

type Member = Record<string, unknown>;

/** A tree while several of its places are written: objects are copied once, and what is not touched stays shared. */
export class Rewrite<Root extends object> {
  private readonly copies = new Set<object>();
  private root: Member;

  constructor(root: Root) {
    this.root = this.own(root);
  }

  /** Puts a value at a path, making the objects on the way; undefined takes it out. */
  set(path: readonly string[], value: Json | undefined): void {
    const key = path.at(-1);
    if (key === undefined) return;
    let parent = this.root;
    for (const segment of path.slice(0, -1)) {
      const child = ownValue(parent, segment);
      if (!isPlainObject(child) && value === undefined) return;
      const copy = isPlainObject(child) ? this.own(child) : this.own({});
      parent[segment] = copy;
      parent = copy;
    }
    if (value === undefined) delete parent[key];
    else parent[key] = value;
  }

  result(): Root {
    return this.root as Root;
  }

  private own(value: object): Member {
    if (this.copies.has(value)) return value as Member;
    const copy = { ...value } as Member;
    this.copies.add(copy);
    return copy;
  }
}
