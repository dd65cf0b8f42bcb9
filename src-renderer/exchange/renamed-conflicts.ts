/** Open conflicts of a project whose records stand under other ids. */
import { conflictId, conflictsOf, type Conflicts, type ConflictSide } from '../domain/merge-conflict';
import type { Project } from '../domain/project';
import type { Id, Json } from '../domain/values';
import type { Name } from './renamed-records';

/** Ids of score sheets and moderations are made of two others. */
const inParts = (id: Id, name: Name): Id => id.split('.').map(name).join('.');

const isReference = (key: string): boolean => key === 'id' || key === 'mergedInto' || key.endsWith('Id');

/** A value as a side keeps it: a field, or a whole record with the records it names. Words are left alone. */
const renamedValue = (value: Json, key: string, name: Name): Json => {
  if (typeof value === 'string') return isReference(key) ? inParts(value, name) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => renamedValue(item as Json, key, name));
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [inParts(field, name), renamedValue(inner as Json, field, name)]));
};

const renamedSide = (side: ConflictSide, field: string, name: Name): ConflictSide =>
  (side.value === undefined ? side : { ...side, value: renamedValue(side.value, field, name) });

/** The conflicts that a project without these fields still has, each at its place under the new names. */
export const renamedConflicts = (project: Project, without: ReadonlySet<string>, name: Name): Conflicts =>
  Object.fromEntries(Object.values(conflictsOf(project)).flatMap((conflict) => {
    // A lock that stays behind leaves nothing for its refused changes to be decided against.
    if (conflict.kind === 'locked' || without.has(conflict.path[0] ?? '')) return [];
    const path = conflict.path.map((segment) => inParts(segment, name));
    const id = conflictId(path);
    return [[id, { ...conflict, id, path, sides: conflict.sides.map((side) => renamedSide(side, conflict.path.at(-1) ?? '', name)) }]];
  }));
