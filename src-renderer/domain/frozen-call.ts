/** What the freeze of a call covers, and whether a call still is what was frozen. */
import type { Freeze } from './call-freeze';
import { canonicalJson, sha256Hex } from './digest';
import type { Project } from './project';

/** Fields of the aggregate that the freeze locks; absent ones are not part of the hash. */
export const FROZEN_FIELDS = ['currency', 'lots', 'awardCriteria', 'callRules', 'knockOuts'] as const satisfies readonly (keyof Project)[];

const frozenPart = (project: Project): Readonly<Record<string, unknown>> =>
  Object.fromEntries(FROZEN_FIELDS.flatMap((field) => (project[field] === undefined ? [] : [[field, project[field]]])));

/** The hash the call would be frozen under as it stands. */
export const callHash = (project: Project): string => sha256Hex(canonicalJson(frozenPart(project)));

/** The freeze in force: the one with the highest number; null while the call is open to changes. */
export const freezeInForce = ({ freezes }: Project): Freeze | null =>
  Object.values(freezes ?? {}).toSorted((left, right) => Number(right.id) - Number(left.id))[0] ?? null;

/** True when the call is frozen and still is what was frozen. */
export const frozenIntact = (project: Project): boolean => freezeInForce(project)?.hash === callHash(project);
