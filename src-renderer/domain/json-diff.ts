/** What changed between two states of the aggregate, as the patches a change is made of. */
import type { Patch } from './change';
import { hasFields } from './field-path';
import { equalJson, ownValue, type PlainObject } from './json-equal';
import type { Project } from './project';
import type { Json } from './values';

// Projects are JSON by their schema; their type only says `unknown` about members a later version added.
const asPatch = (path: readonly string[], before: unknown, after: unknown): Patch => ({
  path,
  ...(before === undefined ? {} : { before: before as Json }),
  ...(after === undefined ? {} : { after: after as Json }),
});

const changedKeys = (before: PlainObject, after: PlainObject): string[] => {
  const keys = Object.keys(before).filter((key) => before[key] !== ownValue(after, key));
  for (const key of Object.keys(after)) if (!Object.hasOwn(before, key)) keys.push(key);
  return keys.toSorted();
};

const collect = (before: unknown, after: unknown, path: readonly string[], into: Patch[]): void => {
  if (before === after) return;
  if (hasFields(before) && hasFields(after)) {
    for (const key of changedKeys(before, after)) collect(ownValue(before, key), ownValue(after, key), [...path, key], into);
    return;
  }
  if (!equalJson(before, after)) into.push(asPatch(path, before, after));
};

/**
 * The patches that turn `before` into `after`, in the order of their keys. Only objects are descended into; money,
 * arrays and scalars are single values. Parts that are the same object (`===`) are skipped unseen, so the cost follows the
 * size of the change when states share structure. `base` is put before every path.
 */
export const diff = (before: Json | Project | undefined, after: Json | Project | undefined, base: readonly string[] = []): Patch[] => {
  const patches: Patch[] = [];
  collect(before, after, base, patches);
  return patches;
};
