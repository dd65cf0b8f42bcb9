/** What reading a package found, before anything is stored. */
import type { AuditEntry, Patch } from '../domain/change';
import type { EvaluationResult } from '../domain/evaluation/result';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import type { Id, Instant, Json } from '../domain/values';
import type { PackageKind } from './package-kinds';

export interface PackageProject {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
  /** SHA-256 of the canonical project, as computed here. */
  readonly digest: string;
  /** The evaluation the package's producer showed, for comparing only. */
  readonly storedResult?: EvaluationResult;
}

export interface PackageReport {
  readonly fileName: string;
  readonly packageId: Id;
  readonly kind: PackageKind;
  readonly createdAt: Instant;
  readonly producer: { readonly app: string; readonly version: string; readonly authority: string };
  readonly projects: readonly PackageProject[];
  /** What the kind carries beside projects; see `package-kinds.ts`. */
  readonly content?: Json;
  /** Errors forbid the import; warnings are shown with it. */
  readonly problems: readonly Problem[];
}

/** How a project of the package stands to the one already here. */
export type PackageComparison =
  | { readonly status: 'new' }
  | { readonly status: 'same' }
  | { readonly status: 'different'; /** From here to the package's state. */ readonly patches: readonly Patch[]; readonly localUpdatedAt: Instant };
