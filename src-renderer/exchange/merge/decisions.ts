/** Decisions that need to know more than the conflict itself: locks, and keeping both sides as records. */
import { decideConflict } from '../../domain/conflict-decision';
import { valueAt } from '../../domain/field-path';
import { isPlainObject } from '../../domain/json-equal';
import { conflictsOf, type MergeConflict } from '../../domain/merge-conflict';
import { inOrder, positionBetween } from '../../domain/position';
import type { IdSource } from '../../domain/ports/clock';
import { projectSchema, type Project } from '../../domain/project';
import { projectProblems } from '../../domain/project-problems';
import type { Id, Json } from '../../domain/values';
import { lockRule } from './locks';

/** True when what was set aside may take the place of what is locked, or nothing is locked there any more. */
export const mayExchange = (project: Project, conflict: MergeConflict, side: Id): boolean => {
  const rule = conflict.lock === undefined ? undefined : lockRule(conflict.lock);
  if (rule === undefined) return false;
  const [, held = ''] = conflict.path;
  const exchanged = decideConflict(project, conflict.id, { side });
  const isSound = projectSchema.safeParse(exchanged).success && !projectProblems(exchanged).some(({ severity }) => severity === 'error');
  return isSound && ((conflict.lock !== 'decision' && !rule.held(project).includes(held)) || rule.mayExchange(exchanged, project, held));
};

/** Collections whose records stand for themselves, so that a second one beside the first makes sense. */
const DOUBLED = ['lots', 'awardCriteria'] as const;
type Doubled = (typeof DOUBLED)[number];

const doubledCollection = ({ kind, path }: MergeConflict): Doubled | null =>
  (kind === 'value' && path.length >= 3 ? DOUBLED.find((name) => name === path[0]) ?? null : null);

/** Whether the record of a conflict can be kept twice, once with each side's values. */
export const canKeepBothRecords = (conflict: MergeConflict): boolean => conflict.sides.length === 2 && doubledCollection(conflict) !== null;

const placeAfter = (project: Project, collection: Doubled, id: Id): string => {
  const places = inOrder<{ readonly id: Id; readonly position: string }>(project[collection]);
  const index = places.findIndex((each) => each.id === id);
  return positionBetween(places[index]?.position ?? null, places[index + 1]?.position ?? null);
};

/**
 * The record stays as it stands, and a second one beside it takes the other values of all its open conflicts. Null
 * when it cannot be kept twice.
 */
export const keptAsRecords = (project: Project, id: Id, ids: IdSource): Project | null => {
  const asked = conflictsOf(project)[id];
  const collection = asked === undefined || !canKeepBothRecords(asked) ? null : doubledCollection(asked);
  const recordId = asked?.path[1];
  if (collection === null || recordId === undefined) return null;
  const record = valueAt(project, [collection, recordId]);
  if (!isPlainObject(record)) return null;
  const mine = Object.values(conflictsOf(project)).filter(({ kind, path }) => kind === 'value' && path[0] === collection && path[1] === recordId);
  const copyId = ids.next();
  // The copy is changed through the same decision, on a project in which it stands in the record's place.
  let other = project;
  let kept = project;
  for (const conflict of mine) {
    const side = conflict.sides.find(({ change }) => change !== conflict.standing);
    if (side === undefined) continue;
    other = decideConflict(other, conflict.id, { side: side.change });
    kept = decideConflict(kept, conflict.id, 'standing');
  }
  const copy = { ...(valueAt(other, [collection, recordId]) as Readonly<Record<string, Json>>), id: copyId, position: placeAfter(project, collection, recordId) };
  return { ...kept, [collection]: { ...kept[collection], [copyId]: copy } };
};
