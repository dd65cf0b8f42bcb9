/** Applying a change to a project. */
import type { Patch } from './change';
import { finish, mapInSteps } from './in-steps';
import { equalJson, isPlainObject, ownValue } from './json-equal';
import { pointerTo } from './json-pointer';
import { fail } from './problem';
import type { Project } from './project';

/** Names that reach an object's prototype in careless code; no record or field of ours is called so. */
const HOSTILE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const refuseHostileKeys = (value: unknown, path: readonly string[]): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    if (HOSTILE_KEYS.has(key)) throw fail('change.hostileKey', { key }, pointerTo([...path, key]));
    const member: unknown = Reflect.get(value, key);
    if (typeof member === 'object' && member !== null) refuseHostileKeys(member, [...path, key]);
  }
};

const refuseHostilePatch = ({ path, after }: Patch): void => {
  const key = path.find((segment) => HOSTILE_KEYS.has(segment));
  if (key !== undefined) throw fail('change.hostileKey', { key }, pointerTo(path));
  refuseHostileKeys(after, path);
};

const stale = (path: readonly string[]) => fail('store.stale', {}, pointerTo(path));

/** The project while patches are applied: objects copied once are then written in place, so a thousand patches copy a map once. */
class Draft {
  private readonly copies = new Set<object>();

  constructor(private root: unknown) {}

  apply({ path, before, after }: Patch): void {
    const key = path.at(-1);
    if (key === undefined) {
      if (!equalJson(this.root, before)) throw stale(path);
      this.root = after;
      return;
    }
    const parent = this.ownParent(path);
    if (!equalJson(ownValue(parent, key), before)) throw stale(path);
    if (after === undefined) delete parent[key];
    else parent[key] = after;
  }

  result(): unknown {
    return this.root;
  }

  private ownParent(path: readonly string[]): Record<string, unknown> {
    let parent = this.own(this.root, path);
    this.root = parent;
    for (const key of path.slice(0, -1)) {
      const child = this.own(ownValue(parent, key), path);
      parent[key] = child;
      parent = child;
    }
    return parent;
  }

  /** The object itself when this draft made it, else a copy to write on. */
  private own(value: unknown, path: readonly string[]): Record<string, unknown> {
    if (!isPlainObject(value)) throw stale(path);
    if (this.copies.has(value)) return value;
    const copy = { ...value };
    this.copies.add(copy);
    return copy;
  }
}

/**
 * The project after the patches; the one given stays as it is and shares every part that did not change.
 * Throws `store.stale` with a pointer when a `before` is not what is there, `change.hostileKey` for names such as
 * `__proto__`. Undefined stands for no project, before its creation and after its purge.
 */
export const applyPatches = (project: Project | undefined, patches: readonly Patch[]): Project | undefined => finish(applyingPatches(project, patches));

/** As `applyPatches`, with stops. */
export function* applyingPatches(project: Project | undefined, patches: readonly Patch[]): Generator<number, Project | undefined> {
  yield* mapInSteps(patches, refuseHostilePatch);
  const draft = new Draft(project);
  yield* mapInSteps(patches, (patch) => draft.apply(patch));
  // What comes out has the shape of what the patches were made from; storage and packages check it by schema.
  return draft.result() as Project | undefined;
}
