/**
 * A package that was read, as whoever decides about it holds it: what it says of itself and of its projects. The
 * projects stay where they were read, which in the window is a worker, and come over one at a time when they are asked
 * for. Whatever is worked out of a project and the one already here is worked out there, too.
 */
import { attachmentsOf } from '../domain/attachment';
import type { AuditEntry } from '../domain/change';
import { finish } from '../domain/in-steps';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { withoutSealedPrices } from '../domain/sealed-prices';
import type { Id } from '../domain/values';
import { comparingPackageProject, mergePackageProject, standingFacts, type LocalProject, type StandingFacts } from './compare';
import { comparisonToShow } from './comparison-to-show';
import type { MergeOutcome } from './merge/merge-projects';
import type { PackageComparison, PackageProject, PackageReport } from './report';
import { sheetOf, type SheetInPackage } from './sheet-package';

/** What is known of a project in a package without having it. */
export interface ProjectFacts {
  readonly id: Id;
  readonly title: string;
  readonly lots: number;
  readonly bids: number;
  /** Entries of its audit trail. */
  readonly entries: number;
  /** SHA-256 of the canonical project, as computed here. */
  readonly digest: string;
  /** Hash of the last entry; null without a trail. */
  readonly head: string | null;
  /** SHA-256 of every file it speaks of. */
  readonly files: readonly string[];
}

export interface OpenedFacts extends Omit<PackageReport, 'projects' | 'files'> {
  readonly projects: readonly ProjectFacts[];
  /** The score sheet of a package that is one; null in any other. */
  readonly sheet: SheetInPackage | null;
}

/** A comparison as it may be shown: without prices that are still sealed on either side. */
export interface ShownComparison {
  readonly outcome: PackageComparison;
  readonly incoming: Project;
}

/** Every call rejects with `store.notFound` for a project the package does not have, and once the package is closed. */
export interface OpenedPackage extends OpenedFacts {
  project(id: Id): Promise<Project>;
  /** Oldest first; empty without a trail. */
  history(id: Id): Promise<readonly AuditEntry[]>;
  /** Undefined for a file that is not in the package. */
  file(sha256: string): Promise<Uint8Array | undefined>;
  /** How the project stands to the one here, told briefly. */
  standing(id: Id, local: LocalProject): Promise<StandingFacts>;
  compare(id: Id, local: LocalProject): Promise<ShownComparison>;
  merge(id: Id, local: Pick<LocalProject, 'project' | 'history'>): Promise<MergeOutcome>;
  /** Lets go of the projects. */
  close(): void;
}

const projectFacts = ({ project, history, digest }: PackageProject): ProjectFacts => ({
  id: project.id, title: project.title, lots: Object.keys(project.lots).length, bids: Object.keys(project.bids).length,
  entries: history.length, digest, head: history.at(-1)?.hash ?? null,
  files: [...new Set(attachmentsOf(project).map(({ sha256 }) => sha256))],
});

export const openedFacts = (report: PackageReport): OpenedFacts => {
  const { fileName, packageId, kind, createdAt, deviceId, signature, isEncrypted, producer, base, isRedacted, content, problems } = report;
  return {
    fileName, packageId, kind, createdAt, deviceId, signature, isEncrypted, producer, base, isRedacted, ...(content === undefined ? {} : { content }), problems,
    projects: report.projects.map(projectFacts), sheet: sheetOf(report),
  };
};

/** What can be asked of a project in a package, answered where the projects are. */
export const packageAnswers = (report: PackageReport) => {
  const byId = new Map(report.projects.map((each) => [each.project.id, each]));
  const found = (id: Id): PackageProject => {
    const project = byId.get(id);
    if (project === undefined) throw fail('store.notFound', { id });
    return project;
  };
  const compared = (incoming: PackageProject, local: LocalProject): PackageComparison => finish(comparingPackageProject(local, incoming, report));
  return {
    project: (id: Id) => found(id).project,
    history: (id: Id) => found(id).history,
    standing: (id: Id, local: LocalProject) => standingFacts(compared(found(id), local)),
    compare: (id: Id, local: LocalProject): ShownComparison => {
      const incoming = found(id);
      return { outcome: comparisonToShow(compared(incoming, local), local.project, incoming.project), incoming: withoutSealedPrices(incoming.project) };
    },
    merge: (id: Id, local: Pick<LocalProject, 'project' | 'history'>) => mergePackageProject(local, found(id), report),
  };
};

/** A package whose projects are in the memory of whoever asks. */
export const openedHere = (report: PackageReport): OpenedPackage => {
  const answers = packageAnswers(report);
  return {
    ...openedFacts(report),
    project: async (id) => answers.project(id),
    history: async (id) => answers.history(id),
    file: async (sha256) => report.files.get(sha256),
    standing: async (id, local) => answers.standing(id, local),
    compare: async (id, local) => answers.compare(id, local),
    merge: async (id, local) => answers.merge(id, local),
    close: () => undefined,
  };
};
