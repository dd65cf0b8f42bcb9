/** Contents of documents that a package brings, kept before the projects that speak of them. */
import { attachmentsOf } from '../domain/attachment';
import type { Adoption } from '../domain/ports/project-store';
import type { PackageReport } from '../exchange/report';
import type { CaietPorts } from './ports';

/** `planned` runs beside the report's projects; null for one that is left out. */
export const keepContents = async ({ projects, files }: PackageReport, planned: readonly (Adoption | null)[], { attachedFiles }: Pick<CaietPorts, 'attachedFiles'>): Promise<void> => {
  for (const [index, { project }] of projects.entries()) {
    const adoption = planned[index];
    if (adoption === null || adoption === undefined) continue;
    const contents = attachmentsOf(project).flatMap(({ sha256 }) => {
      const bytes = files.get(sha256);
      return bytes === undefined ? [] : [[sha256, bytes] as const];
    });
    if (contents.length > 0) await attachedFiles.put(adoption.change.projectId, new Map(contents));
  }
};
