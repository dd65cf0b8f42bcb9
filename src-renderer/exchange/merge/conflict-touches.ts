/**
 * What a change did to open conflicts. Three things can happen to one: a person decides it (the record goes), a person
 * edits the field while it is open (the standing side is exchanged, the others stay), or an undo opens it again.
 */
import type { Patch } from '../../domain/change';
import { isPlainObject } from '../../domain/json-equal';
import { conflictSideSchema, mergeConflictSchema, type ConflictSide, type MergeConflict } from '../../domain/merge-conflict';
import type { Id } from '../../domain/values';
import { CONFLICTS } from './touches';

/** Of one conflict. `sides` undefined: it was decided, and `decided` is what it was before. */
export interface ConflictTouch {
  readonly decided?: MergeConflict;
  readonly sides?: readonly ConflictSide[];
}

const recordOf = (value: unknown): MergeConflict | undefined => mergeConflictSchema.safeParse(value).data;
const sidesOf = (value: unknown): readonly ConflictSide[] | undefined => conflictSideSchema.array().safeParse(value).data;

const touchOf = (before: unknown, after: unknown): ConflictTouch | undefined => {
  const opened = recordOf(after);
  if (opened !== undefined) return { sides: opened.sides };
  const decided = recordOf(before);
  return decided === undefined ? undefined : { decided };
};

/** Whole records that appear in a patch, before or after. */
export const conflictRecords = ({ path, before, after }: Patch): MergeConflict[] => {
  if (path.length > 2 || (path.length > 0 && path[0] !== CONFLICTS)) return [];
  const found = path.length === 2 ? [before, after] : [before, after].flatMap((value) => {
    const map = path.length === 0 && isPlainObject(value) ? value[CONFLICTS] : value;
    return isPlainObject(map) ? Object.values(map) : [];
  });
  return found.map(recordOf).filter((record) => record !== undefined);
};

const membersOf = (value: unknown): Readonly<Record<string, unknown>> => (isPlainObject(value) ? value : {});

/** By conflict id. */
export const conflictTouches = (patches: readonly Patch[]): ReadonlyMap<Id, ConflictTouch> => {
  const touches = new Map<Id, ConflictTouch>();
  const note = (id: Id, before: unknown, after: unknown): void => {
    const touch = touchOf(before, after);
    if (touch !== undefined) touches.set(id, touch);
  };
  for (const { path, before, after } of patches) {
    const [first, id, part] = path;
    if (first === undefined) for (const [each, record] of Object.entries(membersOf(membersOf(after)[CONFLICTS]))) note(each, undefined, record);
    if (first !== CONFLICTS) continue;
    if (id === undefined) {
      const [was, is] = [membersOf(before), membersOf(after)];
      for (const each of new Set([...Object.keys(was), ...Object.keys(is)])) note(each, was[each], is[each]);
    } else if (part === undefined) note(id, before, after);
    else if (part === 'sides') {
      const sides = sidesOf(after);
      if (sides !== undefined) touches.set(id, { sides });
    }
  }
  return touches;
};
