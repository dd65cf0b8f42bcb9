/** What a person does about a conflict: decides it, or edits the field while it is open. */
import type { Change } from './change';
import { Rewrite, valueAt } from './field-path';
import { equalJson } from './json-equal';
import { pathOfPointer } from './json-pointer';
import { conflictsOf, inSideOrder, sideOf, standingSide, withConflicts, type ConflictSide, type MergeConflict } from './merge-conflict';
import { fail } from './problem';
import type { Project } from './project';
import { projectProblems } from './project-problems';
import type { Id, Json } from './values';

type Maker = Pick<Change, 'id' | 'author' | 'deviceId' | 'at'>;

/** The conflict after an edit of its field: the value that stood is exchanged, the others wait on. Null: they agree now. */
const followed = (conflict: MergeConflict, value: Json | undefined, maker: Maker): MergeConflict | null => {
  const others = conflict.sides.filter(({ change }) => change !== conflict.standing);
  if (others.every((side) => equalJson(side.value, value))) return null;
  return { ...conflict, standing: maker.id, sides: inSideOrder([...others.filter((side) => !equalJson(side.value, value)), sideOf(maker, value)]) };
};

const isLeft = (project: Project, path: readonly string[]): boolean => path.length < 3 || valueAt(project, path.slice(0, 2)) !== undefined;

const follow = (conflict: MergeConflict, before: Project, next: Project, maker: Maker): MergeConflict | null => {
  const { kind, path } = conflict;
  if (kind === 'locked') return conflict;
  const value = valueAt(next, path);
  if (kind === 'removed') return value === undefined ? null : conflict;
  if (!isLeft(next, path)) return null;
  return equalJson(valueAt(before, path), value) ? conflict : followed(conflict, value, maker);
};

/**
 * An edit replaces what its author saw, and nothing else: editing a field with an open conflict leaves the other side
 * waiting, and removing a record ends the conflicts inside it.
 */
export const followConflicts = (before: Project, next: Project, maker: Maker): Project => {
  const open = conflictsOf(before);
  const left = conflictsOf(next);
  const entries = Object.entries(left).map(([id, conflict]): [Id, MergeConflict | null] => [id, open[id] === conflict ? follow(conflict, before, next, maker) : conflict]);
  if (entries.every(([id, conflict]) => left[id] === conflict)) return next;
  return withConflicts(next, Object.fromEntries(entries.flatMap(([id, conflict]) => (conflict === null ? [] : [[id, conflict]]))));
};

const without = (project: Project, id: Id): Project =>
  withConflicts(project, Object.fromEntries(Object.entries(conflictsOf(project)).filter(([each]) => each !== id)));

const at = (project: Project, path: readonly string[], value: Json | undefined): Project => {
  const draft = new Rewrite(project);
  draft.set(path, value);
  return draft.result();
};

/** Without a record and without what cannot be there without it: a lot takes its bids along, a bid its scores. */
export const withoutRecord = (project: Project, path: readonly string[]): Project => {
  let left = at(project, path, undefined);
  for (;;) {
    const orphans = projectProblems(left).filter(({ code, severity }) => code === 'project.danglingReference' && severity === 'error');
    if (orphans.length === 0) return left;
    const draft = new Rewrite(left);
    for (const { pointer = '' } of orphans) draft.set(pathOfPointer(pointer).slice(0, 2), undefined);
    left = draft.result();
  }
};

/** Open conflicts inside a record that is not there any more have nothing left to decide. */
const withoutStranded = (project: Project): Project => {
  const conflicts = conflictsOf(project);
  const left = Object.entries(conflicts).filter(([, { kind, path }]) => kind === 'locked' || (isLeft(project, path) && (kind === 'value' || valueAt(project, path) !== undefined)));
  return left.length === Object.keys(conflicts).length ? project : withConflicts(project, Object.fromEntries(left));
};

const taken = (project: Project, conflict: MergeConflict, side: ConflictSide): Project => {
  switch (conflict.kind) {
    case 'value': return at(project, conflict.path, side.value);
    case 'removed': return side.value === undefined ? withoutRecord(project, conflict.path) : project;
    case 'locked': return (Array.isArray(side.value) ? side.value : []).reduce<Project>((whole, change) => {
      const { path, value } = change as unknown as { readonly path: readonly string[]; readonly value?: Json };
      return at(whole, path, value);
    }, project);
  }
};

/** What a person chose: a side by its change, what stands now, or for a text both, one after the other. */
export type ConflictChoice = { readonly side: Id } | 'standing' | 'bothTexts';

/** Texts people write in sentences; both sides of such a conflict can stay, one after the other. */
const PROSE: ReadonlySet<string> = new Set(['description', 'notes', 'reason', 'statusReason', 'evidence', 'note']);

/** The texts of all sides, one under the other; null where that makes no sense. */
export const bothTexts = ({ kind, path, sides }: MergeConflict): string | null => {
  if (kind !== 'value' || !PROSE.has(path.at(-1) ?? '')) return null;
  const texts = sides.flatMap(({ value }) => (typeof value === 'string' && value.trim() !== '' ? [value] : []));
  return texts.length === sides.length ? texts.join('\n\n') : null;
};

const chosen = (project: Project, conflict: MergeConflict, choice: ConflictChoice): Project => {
  if (choice === 'standing') return project;
  if (choice === 'bothTexts') return at(project, conflict.path, bothTexts(conflict) ?? standingSide(conflict)?.value);
  const side = conflict.sides.find(({ change }) => change === choice.side);
  if (side === undefined) throw fail('store.stale', {});
  return taken(project, conflict, side);
};

/** The project with one conflict decided. Throws `store.stale` when it is not open any more. */
export const decideConflict = (project: Project, id: Id, choice: ConflictChoice): Project => {
  const conflict = conflictsOf(project)[id];
  if (conflict === undefined) throw fail('store.stale', {});
  return withoutStranded(without(chosen(project, conflict, choice), id));
};
