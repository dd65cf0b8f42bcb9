/** Safety copies: every project with its history, in the package format, read back by the same reader. */
import type { AuditEntry } from '../domain/change';
import { canonicalJson, sha256Hex } from '../domain/digest';
import { ProblemError } from '../domain/problem';
import type { Project } from '../domain/project';
import type { Instant } from '../domain/values';
import type { PackageProducer } from './package-schema';
import { readPackage } from './read-package';
import type { PackageReport } from './report';
import { writePackage } from './write-package';

export interface BackupContent {
  readonly projects: readonly { readonly project: Project; readonly history: readonly AuditEntry[] }[];
  readonly at: Instant;
  readonly producer: PackageProducer;
}

/** A safety copy's bytes. Its id is made of what it holds, so the same content at the same moment is the same copy. */
export const encodeBackup = ({ projects, at, producer }: BackupContent): Uint8Array => {
  const heads = Object.fromEntries(projects.map(({ project, history }) => [project.id, history.at(-1)?.hash ?? '']));
  const id = `backup-${sha256Hex(canonicalJson([at, producer, heads])).slice(0, 32)}`;
  return writePackage({ id, kind: 'backup', createdAt: at, producer, rulePack: null, projects });
};

/**
 * The projects of a safety copy, checked through and through.
 * @throws ProblemError with the first error found; a damaged copy is never restored in part.
 */
export const decodeBackup = (bytes: Uint8Array): PackageReport => {
  const report = readPackage('', bytes);
  const error = report.problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new ProblemError(error);
  return report;
};
