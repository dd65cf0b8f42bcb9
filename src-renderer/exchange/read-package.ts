/** Reading a package as a dry run: what it holds and everything that is wrong with it; nothing is stored. */
import type { RulePack } from '../domain/rule-pack';
import { packageProblems } from './check-package';
import { decodePackage } from './decode-package';
import type { PackageProject, PackageReport } from './report';
import type { CaietPackage } from './package-schema';
import { projectDigest } from './write-package';

export interface ReadOptions {
  /** Recomputes the stored results; without it they are left uncompared. */
  readonly rulePack?: RulePack;
}

const packageProjects = ({ projects, history, results }: CaietPackage): PackageProject[] => projects.map((project) => ({
  project,
  history: Object.hasOwn(history, project.id) ? history[project.id] ?? [] : [],
  digest: projectDigest(project),
  ...(Object.hasOwn(results, project.id) ? { storedResult: results[project.id] } : {}),
}));

/**
 * What a package file holds. Whatever is wrong inside is in the report's problems.
 * @throws ProblemError `package.*` when the file cannot be read as a package at all; `PackageShapeError` tells every
 * place that has the wrong shape.
 */
export const readPackage = (fileName: string, bytes: Uint8Array, options: ReadOptions = {}): PackageReport => {
  const decoded = decodePackage(bytes);
  const { id, createdAt, producer } = decoded.content;
  return {
    fileName,
    packageId: id,
    createdAt,
    producer: { app: producer.app, version: producer.version, authority: producer.authority },
    projects: packageProjects(decoded.content),
    problems: packageProblems(decoded, options.rulePack),
  };
};
