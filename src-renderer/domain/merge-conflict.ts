/**
 * Two people changed the same thing apart, and their packages met. Nobody's value is dropped: all of them are kept in
 * the project until a person chooses. The record is part of the aggregate, so a conflict survives a restart, is undone
 * and audited like every value, travels in packages, and can itself be merged.
 */
import type { AuditEntry, Change } from './change';
import { canonicalJson, sha256Hex } from './digest';
import { z } from './schema';
import { shortText } from './texts';
import { idSchema, instantSchema, type Id, type Json } from './values';

/**
 * `value`: one field, different values. `removed`: one side removed a record that another changed or still needs.
 * `locked`: a change to what is frozen or decided here, which no import may carry out.
 */
const CONFLICT_KINDS = ['value', 'removed', 'locked'] as const;

/** What locks a part of a project against imports. */
export const LOCKS = ['call', 'scores', 'decision'] as const;
export type Lock = (typeof LOCKS)[number];

/** Nothing to check: whoever reads the project has made sure that it is JSON, which zod's `unknown` cannot say. */
const jsonSchema = z.unknown() as z.ZodType<Json>;

export const conflictSideSchema = z.looseObject({
  change: idSchema.describe('The change that made it so; `whole-` and a change where a locked part was set aside as a whole.'),
  author: z.string(),
  deviceId: idSchema,
  at: instantSchema,
  value: jsonSchema.optional().describe('Absent where there is nothing any more. Of a locked part: a list of {path, value}.'),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;

export const mergeConflictSchema = z.looseObject({
  id: idSchema.describe('Made of the path, so that two devices that find the same conflict make the same record.'),
  kind: z.enum(CONFLICT_KINDS),
  path: z.array(shortText).min(1).max(20).describe('From the project to the field or record.'),
  lock: z.enum(LOCKS).optional().describe('Only of a locked part.'),
  standing: idSchema.nullable().describe('The side whose value the project shows meanwhile; null for a locked part.'),
  sides: z.array(conflictSideSchema).describe('In ascending order of `change`.'),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

export type Conflicts = Readonly<Record<Id, MergeConflict>>;
interface Conflicted {
  readonly conflicts?: Conflicts | undefined;
}

export const conflictId = (path: readonly string[]): Id => `conflict-${sha256Hex(canonicalJson(path)).slice(0, 40)}`;

const NONE: Conflicts = {};

/** The open conflicts; an absent map is an empty one. */
export const conflictsOf = ({ conflicts }: Conflicted): Conflicts => conflicts ?? NONE;

/** In the order of their places, the same on every device. */
export const openConflicts = (project: Conflicted): MergeConflict[] =>
  Object.values(conflictsOf(project)).toSorted((left, right) => {
    const [a, b] = [left.path.join('\n'), right.path.join('\n')];
    return a < b ? -1 : a > b ? 1 : 0;
  });

/** The project with exactly these conflicts; none at all leaves no map behind. */
export const withConflicts = <Whole extends Conflicted>(project: Whole, conflicts: Conflicts): Whole => {
  const { conflicts: _before, ...rest } = project;
  // Only the optional member changes, which the spread's type cannot say.
  return (Object.keys(conflicts).length === 0 ? rest : { ...rest, conflicts }) as Whole;
};

export const inSideOrder = (sides: readonly ConflictSide[]): ConflictSide[] =>
  sides.toSorted((left, right) => (left.change < right.change ? -1 : left.change > right.change ? 1 : 0));

/** A side made by a change. `value` undefined: it left nothing there. */
export const sideOf = ({ id, author, deviceId, at }: Pick<Change | AuditEntry, 'id' | 'author' | 'deviceId' | 'at'>, value: Json | undefined): ConflictSide =>
  ({ change: id, author, deviceId, at, ...(value === undefined ? {} : { value }) });

export const standingSide = ({ sides, standing }: MergeConflict): ConflictSide | undefined => sides.find(({ change }) => change === standing);
