/** Safety copies: every project with its history, in the package format, read back by the same reader. */
import type { AuditEntry } from '../domain/change';
import { canonicalJson, sha256Hex } from '../domain/digest';
import type { Project } from '../domain/project';
import type { Instant } from '../domain/values';
import { openPackage } from './open-package';
import { refuseErrors, type PackageDesk } from './package-desk';
import type { PackageProducer } from './package-schema';
import type { PackagePlatform } from './platform';
import type { PackageReport } from './report';
import type { PackageHead } from './write-package';

export interface BackupContent {
  readonly projects: readonly { readonly project: Project; readonly history: readonly AuditEntry[] }[];
  readonly at: Instant;
  readonly producer: PackageProducer;
}

/** Its id is made of what it holds, so the same content at the same moment is the same copy. */
const headOf = ({ projects, at, producer }: BackupContent): PackageHead => {
  const heads = Object.fromEntries(projects.map(({ project, history }) => [project.id, history.at(-1)?.hash ?? '']));
  return { id: `backup-${sha256Hex(canonicalJson([at, producer, heads])).slice(0, 32)}`, kind: 'backup', createdAt: at, producer, rulePack: null };
};

async function* oneByOne<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** A safety copy's bytes and their SHA-256. */
export const encodeBackup = async (content: BackupContent, desk: PackageDesk): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> =>
  desk.write({ head: headOf(content), projects: oneByOne(content.projects), count: content.projects.length });

/**
 * The projects of a safety copy, checked through and through.
 * Rejects with the first error found; a damaged copy is never restored in part.
 */
export const decodeBackup = async (bytes: Uint8Array, platform: PackagePlatform): Promise<PackageReport> => refuseErrors(await openPackage('', bytes, platform));
