/** The version gate: what is newer is refused with both numbers, what is older is brought forward step by step. */
import { fail } from '../domain/problem';
import type { Json } from '../domain/values';
import { PACKAGE_KINDS } from './package-kinds';
import { PACKAGE_FORMAT, PACKAGE_VERSION } from './package-schema';

export type JsonObject = { [key: string]: Json };

/** Takes a package of version `from` to version `from + 1`. Never edited once a version is released. */
export interface UpgradeStep {
  readonly from: number;
  upgrade(older: JsonObject): JsonObject;
}

/**
 * 1 → 2: everything of version 1 means the same in version 2, which adds optional fields, change codes and kinds that a
 * version 1 reader would have misunderstood.
 */
const fromVersion1: UpgradeStep = { from: 1, upgrade: (older) => older };

export const UPGRADE_STEPS: readonly UpgradeStep[] = [fromVersion1];

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The object if it says it is a package of a version from 1 to `current`.
 * @throws ProblemError `package.notAPackage`, `package.badVersion`, `package.newerVersion` {found, supported}.
 */
export const checkFormat = (value: Json, current: number = PACKAGE_VERSION): JsonObject & { readonly version: number } => {
  if (!isJsonObject(value) || value['format'] !== PACKAGE_FORMAT) throw fail('package.notAPackage', {}, isJsonObject(value) ? '/format' : '');
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw fail('package.badVersion', {}, '/version');
  if (version > current) throw fail('package.newerVersion', { found: version, supported: current }, '/version');
  return { ...value, version };
};

/**
 * Brings a checked package to version `current`, one numbered step after another.
 * @throws ProblemError `package.noUpgrade` {found, supported} when a step is missing.
 */
export const upgradePackage = (
  checked: JsonObject & { readonly version: number },
  steps: readonly UpgradeStep[] = UPGRADE_STEPS,
  current: number = PACKAGE_VERSION,
): JsonObject => {
  let upgraded: JsonObject = checked;
  for (let { version } = checked; version < current; version += 1) {
    const step = steps.find(({ from }) => from === version);
    if (step === undefined) throw fail('package.noUpgrade', { found: checked.version, supported: current }, '/version');
    upgraded = { ...step.upgrade(upgraded), version: version + 1 };
  }
  return upgraded;
};

/**
 * Kinds and features of the format that this version does not read, refused by name and not as a schema error.
 * @throws ProblemError `package.encrypted`, `package.otherKind` {kind, supported}.
 */
export const checkKind = (upgraded: JsonObject): void => {
  if (upgraded['encryption'] !== undefined) throw fail('package.encrypted', {}, '/encryption');
  const { kind } = upgraded;
  if (typeof kind === 'string' && !PACKAGE_KINDS.some((known) => known === kind)) {
    throw fail('package.otherKind', { kind: kind.slice(0, 40), supported: PACKAGE_KINDS.join(', ') }, '/kind');
  }
};
