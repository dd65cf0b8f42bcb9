/** What the freeze of a call covers, and whether a call still is what was frozen. */
import type { Freeze } from './call-freeze';
import { canonicalJson, sha256Hex } from './digest';
import { equalJson } from './json-equal';
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

/** A freeze without its moment: two devices that freeze the very same call apart say the same, each at its own time. */
const said = ({ at: _at, ...rest }: Freeze): unknown => rest;

/** True for the same freeze, by whoever recorded it: number, hash, rule pack and erratum agree. */
export const isSameFreeze = (left: Freeze | undefined, right: Freeze | undefined): boolean =>
  left !== undefined && right !== undefined && equalJson(said(left), said(right));

/** True when two projects were frozen the same way, freeze for freeze, whenever that was. */
export const sameFreezes = ({ freezes: left = {} }: Project, { freezes: right = {} }: Project): boolean =>
  Object.keys(left).length === Object.keys(right).length && Object.keys(left).every((id) => isSameFreeze(left[id], right[id]));
