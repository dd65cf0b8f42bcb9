/** How a project in a package stands to the one already here, before a person decides. */
import type { AuditEntry } from '../domain/change';
import { diffInSteps } from '../domain/json-diff';
import type { Project } from '../domain/project';
import type { Instant } from '../domain/values';
import { mergeIncoming } from './merge/known-base';
import type { MergeOutcome } from './merge/merge-projects';
import type { PackageComparison, PackageProject, PackageReport } from './report';

export interface LocalProject {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
  readonly updatedAt: Instant;
}

type Origin = Pick<PackageReport, 'packageId' | 'createdAt' | 'producer' | 'deviceId' | 'base' | 'isRedacted'>;

/** How a project of a package stands to the one here, told briefly. */
export type StandingFacts =
  | { readonly status: 'new' }
  | { readonly status: 'same'; readonly learns: boolean }
  | { readonly status: 'different'; /** What a merge would come to. */ readonly merge: MergeOutcome['status']; /** Conflicts it would open. */ readonly conflicts: number };

export const standingFacts = (comparison: PackageComparison): StandingFacts => {
  if (comparison.status !== 'different') return comparison;
  const { merge } = comparison;
  return { status: 'different', merge: merge.status, conflicts: merge.status === 'merged' ? merge.opened.length : 0 };
};

/** What merging a package's project into the one here would do. What was taken out of a redacted one cannot be told from what was removed. */
export const mergePackageProject = (local: Pick<LocalProject, 'project' | 'history'>, incoming: PackageProject, { packageId, createdAt, producer, deviceId, base, isRedacted }: Origin): MergeOutcome => {
  if (isRedacted) return { status: 'unrelated' };
  const source = { packageId, createdAt, author: producer.authority, deviceId };
  return mergeIncoming({ local, incoming }, source, Object.hasOwn(base, incoming.project.id) ? base[incoming.project.id] : undefined);
};

/** With stops, for large projects. `local` undefined: no project with that id is here. Patches lead from here to the package's state. */
export function* comparingPackageProject(local: LocalProject | undefined, incoming: PackageProject, origin: Origin): Generator<number, PackageComparison> {
  if (local === undefined) return { status: 'new' };
  const patches = yield* diffInSteps(local.project, incoming.project);
  yield patches.length;
  const merge = mergePackageProject(local, incoming, origin);
  if (patches.length === 0) return { status: 'same', learns: merge.status === 'merged' };
  return { status: 'different', patches, localUpdatedAt: local.updatedAt, merge };
}
