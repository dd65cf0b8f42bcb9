/** Two states of one project, field by field, as a person compares them. */
import type { Patch } from '../../../domain/change';
import { valueAt } from '../../../domain/field-path';
import type { Project } from '../../../domain/project';
import type { Json } from '../../../domain/values';
import { SINGLE_PARTS } from './later-places';

export interface Difference {
  /** From the project to the field: money, scales and whole records are one field each. */
  readonly path: readonly string[];
  /** Undefined where there is nothing. */
  readonly here: Json | undefined;
  readonly there: Json | undefined;
}

const PARTS: ReadonlySet<string> = new Set(['buyer', ...Object.keys(SINGLE_PARTS)]);

/** How deep a field lies: 1 in the project itself, 2 in a part that is one record, 3 in a record, 5 for a score. */
const depthOf = (path: readonly string[], collections: ReadonlySet<string>): number => {
  const [first, , field] = path;
  if (first === undefined || !collections.has(first)) return first !== undefined && PARTS.has(first) ? 2 : 1;
  return first === 'scoreSheets' && field === 'scores' ? 5 : 3;
};

/** Patches go down to single scalars; a person compares whole amounts, so patches inside one field become one difference. */
export const differencesOf = (patches: readonly Patch[], here: Project, there: Project, collections: readonly string[]): readonly Difference[] => {
  const known = new Set(collections);
  const found = new Map<string, Difference>();
  for (const { path } of patches) {
    const field = path.slice(0, depthOf(path, known));
    const key = JSON.stringify(field);
    if (!found.has(key)) found.set(key, { path: field, here: valueAt(here, field), there: valueAt(there, field) });
  }
  return [...found.values()];
};
