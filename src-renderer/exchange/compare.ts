/** How a project in a package stands to the one already here, before a person decides. */
import { diff } from '../domain/json-diff';
import type { Project } from '../domain/project';
import type { Instant, Json } from '../domain/values';
import type { PackageComparison } from './report';

export interface LocalProject {
  readonly project: Project;
  readonly updatedAt: Instant;
}

/** `local` undefined: no project with that id is here. Patches lead from here to the package's state. */
export const comparePackageProject = (local: LocalProject | undefined, incoming: Project): PackageComparison => {
  if (local === undefined) return { status: 'new' };
  const patches = diff(local.project as Json, incoming as Json);
  return patches.length === 0 ? { status: 'same' } : { status: 'different', patches, localUpdatedAt: local.updatedAt };
};
