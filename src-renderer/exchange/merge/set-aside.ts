/** What a lock keeps out: the changes a locked conflict holds for a person to see, and maybe to take over. */
import { isWithin, pathKey, valueAt } from '../../domain/field-path';
import { equalJson } from '../../domain/json-equal';
import type { ConflictSide } from '../../domain/merge-conflict';
import type { Id, Json } from '../../domain/values';

/** One change. `value` absent: it took the place away. */
export interface SetAside {
  readonly path: readonly string[];
  readonly value?: Json;
}

const WHOLE = 'whole-';

/** The name of a side that holds a locked part as a whole; it is taken over whole or not at all. */
export const wholeName = (change: Id): Id => `${WHOLE}${change}`;

/** The change a side that holds a whole was made by; null for one that holds single changes. */
export const changeOfWhole = ({ change }: ConflictSide): Id | null => (change.startsWith(WHOLE) ? change.slice(WHOLE.length) : null);

/** The changes of a side. */
export const changesSetAside = ({ value }: ConflictSide): readonly SetAside[] => (Array.isArray(value) ? (value as unknown as readonly SetAside[]) : []);

/** The side with these changes, in the order of their places. */
export const sideWith = ({ value: _before, ...side }: ConflictSide, changes: readonly SetAside[]): ConflictSide =>
  ({ ...side, value: changes.toSorted((left, right) => (pathKey(left.path) < pathKey(right.path) ? -1 : 1)) as unknown as Json });

/** True when the side holds this change, by itself or inside a record. */
export const holdsChange = (side: ConflictSide, { path, value }: SetAside): boolean => changesSetAside(side).some((each) =>
  isWithin(path, each.path) && equalJson(each.path.length === path.length ? each.value : valueAt(each.value, path.slice(each.path.length)), value));
