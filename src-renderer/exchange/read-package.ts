/** Reading a package as a dry run: what it holds and everything that is wrong with it; nothing is stored. */
import { canonicalJson, sha256Hex } from '../domain/digest';
import type { Project } from '../domain/project';
import { packageProblems, writtenDigests, type ReadOptions, type WrittenDigests } from './check-package';
import { decodePackage, type DecodedPackage } from './decode-package';
import { PACKAGE_VERSION } from './package-schema';
import type { PackageProject, PackageReport, SignatureReport } from './report';


/** The digest of a project as it is now: the written one, unless an upgrade has changed the project since. */
const digestNow = (project: Project, { written }: DecodedPackage, { projects }: WrittenDigests): string =>
  (written['version'] === PACKAGE_VERSION ? projects.get(project.id) : undefined) ?? sha256Hex(canonicalJson(project));

const packageProjects = (decoded: DecodedPackage, digests: WrittenDigests): PackageProject[] => {
  const { projects, history, results } = decoded.content;
  return projects.map((project) => ({
    project,
    history: Object.hasOwn(history, project.id) ? history[project.id] ?? [] : [],
    digest: digestNow(project, decoded, digests),
    ...(Object.hasOwn(results, project.id) ? { storedResult: results[project.id] } : {}),
  }));
};

/** What a decoded package holds, with its signature as far as it has been checked. */
export const reportOf = (fileName: string, decoded: DecodedPackage, digests: WrittenDigests, signature: SignatureReport, options: ReadOptions): PackageReport => {
  const { id, kind, createdAt, producer, content, base, redacted } = decoded.content;
  return {
    fileName,
    packageId: id,
    kind,
    createdAt,
    deviceId: producer.deviceId,
    signature,
    isEncrypted: false,
    producer: { app: producer.app, version: producer.version, authority: producer.authority },
    base,
    isRedacted: redacted !== undefined,
    projects: packageProjects(decoded, digests),
    ...(content === undefined ? {} : { content }),
    files: new Map(),
    problems: packageProblems(decoded, digests, options),
  };
};

/**
 * What a package of one JSON file holds, its signature unchecked. Whatever is wrong inside is in the report's problems.
 * @throws ProblemError `package.*` when the file cannot be read as a package at all; `PackageShapeError` tells every
 * place that has the wrong shape.
 */
export const readPackage = (fileName: string, bytes: Uint8Array, options: ReadOptions = {}): PackageReport => {
  const decoded = decodePackage(bytes);
  return reportOf(fileName, decoded, writtenDigests(decoded), { state: decoded.content.signature === undefined ? 'none' : 'notChecked' }, options);
};
