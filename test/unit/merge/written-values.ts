/** What people wrote, value by value, and whether it waits in a conflict. */
import { hasFields, isWithin } from '../../../src-renderer/domain/field-path';
import { diff } from '../../../src-renderer/domain/json-diff';
import type { MergeConflict } from '../../../src-renderer/domain/merge-conflict';
import type { Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { holdsChange } from '../../../src-renderer/exchange/merge/set-aside';
import type { Device } from './device';

export interface Written {
  readonly path: readonly string[];
  readonly after: Json;
  readonly deviceId: string;
}

/** The single values inside what was written. */
const leaves = function* (path: readonly string[], value: Json | undefined): Generator<Omit<Written, 'deviceId'>> {
  if (hasFields(value)) for (const [key, inner] of Object.entries(value)) yield* leaves([...path, key], inner);
  else if (value !== undefined) yield { path, after: value };
};

/** Values that a device wrote since `from` and that stand there now. */
export const writtenBy = ({ name, project }: Device, from: Project): Written[] =>
  diff(from, project).flatMap(({ path, after }) => [...leaves(path, after)]).map((leaf) => ({ ...leaf, deviceId: `device-${name}` }));

/** True when the value waits in a conflict: of its field, of its record, or under a lock. */
export const waits = (conflicts: readonly MergeConflict[], { path, after, deviceId }: Written): boolean => conflicts.some(({ kind, path: place, sides }) => (kind === 'locked'
  ? sides.some((side) => holdsChange(side, { path, value: after }))
  : isWithin(path, place) && sides.some((side) => side.deviceId === deviceId)));
