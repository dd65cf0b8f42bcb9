/** What the freeze of a call covers, and whether a call still is what was frozen. */
import type { Freeze } from './call-freeze';
import { canonicalJson, sha256Hex } from './digest';
import { equalJson } from './json-equal';
import type { Project } from './project';
import type { Requirement } from './requirement';
import type { Id } from './values';

/** Fields of the aggregate that every freeze locks, whole; absent ones are not part of the hash. */
export const FROZEN_FIELDS = ['currency', 'lots', 'awardCriteria', 'callRules', 'knockOuts'] as const satisfies readonly (keyof Project)[];

/** What a call frozen today covers. 2: the requirements of the specification too; before, they were not under the hash. */
export const FREEZE_COVERS = 2;

/** Of a requirement, what is the buyer's own and no part of the specification: notes, and where it came from. */
const REQUIREMENTS_OWN = ['notes', 'importId', 'needId'] as const satisfies readonly (keyof Requirement)[];

/** True for a field of a requirement that no freeze locks. */
export const isOwnOfRequirement = (field: string | undefined): boolean => REQUIREMENTS_OWN.some((own) => own === field);

/** The freeze in force: the one with the highest number; null while the call is open to changes. */
export const freezeInForce = ({ freezes }: Pick<Project, 'freezes'>): Freeze | null =>
  Object.values(freezes ?? {}).toSorted((left, right) => Number(right.id) - Number(left.id))[0] ?? null;

/** What the freeze in force covers, as its record says; 1 while the call is not frozen. */
const coverOf = (project: Pick<Project, 'freezes'>): number => freezeInForce(project)?.covers ?? 1;

/** True when the freeze in force locks the requirements. */
export const coversRequirements = (project: Pick<Project, 'freezes'>): boolean => coverOf(project) >= 2;

/** Null where there are none: no requirement and no map of them say the same. */
const frozenRequirements = ({ requirements = {} }: Project): Readonly<Record<Id, unknown>> | null => (Object.keys(requirements).length === 0 ? null
  : Object.fromEntries(Object.entries(requirements).map(([id, requirement]) => [id, Object.fromEntries(Object.entries(requirement).filter(([field]) => !isOwnOfRequirement(field)))])));

/** What a freeze that covers so much locks; without a number, the one in force. Fields that are not there are no part of it. */
export const frozenPart = (project: Project, covers = coverOf(project)): Readonly<Record<string, unknown>> => {
  const fields = Object.fromEntries(FROZEN_FIELDS.flatMap((field) => (project[field] === undefined ? [] : [[field, project[field]]])));
  const requirements = covers >= 2 ? frozenRequirements(project) : null;
  return requirements === null ? fields : { ...fields, requirements };
};

/** The hash of the call as it stands, over what the freeze in force covers or one that covers so much would. */
export const callHash = (project: Project, covers?: number): string => sha256Hex(canonicalJson(frozenPart(project, covers)));

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
