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

/** Records compared between two stops. */
const RECORDS_AT_A_TIME = 128;

/** As `diff` of two states of a project, with stops between the records of its collections. */
export function* diffInSteps(before: Project, after: Project): Generator<number, Patch[]> {
  const patches: Patch[] = [];
  const [was, is] = [before as unknown as PlainObject, after as unknown as PlainObject];
  for (const name of changedKeys(was, is)) {
    const [left, right] = [ownValue(was, name), ownValue(is, name)];
    const keys = hasFields(left) && hasFields(right) ? changedKeys(left, right) : null;
    if (keys === null) collect(left, right, [name], patches);
    for (const [index, key] of (keys ?? []).entries()) {
      if (index % RECORDS_AT_A_TIME === 0) yield patches.length;
      collect(ownValue(left as PlainObject, key), ownValue(right as PlainObject, key), [name, key], patches);
    }
  }
  return patches;
}

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
