/** What reading a package found, before anything is stored. */
import type { AuditEntry, Patch } from '../domain/change';
import type { EvaluationResult } from '../domain/evaluation/result';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import type { Id, Instant, Json } from '../domain/values';
import type { MergeOutcome } from './merge/merge-projects';
import type { PackageKind } from './package-kinds';

export interface PackageProject {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
  /** SHA-256 of the canonical project, as computed here. */
  readonly digest: string;
  /** The evaluation the package's producer showed, for comparing only. */
  readonly storedResult?: EvaluationResult;
}

/** What arithmetic says of the signature; what it is worth here is `trust.ts`. */
export type SignatureReport =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; /** Base64, as the signature carries it. */ readonly publicKey: string; readonly sequence: number }
  /** It is not the signature of this content. */
  | { readonly state: 'invalid' }
  /** Read without a platform that could check it. */
  | { readonly state: 'notChecked' };

export interface PackageReport {
  readonly fileName: string;
  readonly packageId: Id;
  readonly kind: PackageKind;
  readonly createdAt: Instant;
  /** The device that says it made the package; the signature, where there is one, proves it. */
  readonly deviceId: Id;
  readonly signature: SignatureReport;
  /** It was under a passphrase; what is made of it in its place should be, too. */
  readonly isEncrypted: boolean;
  readonly producer: { readonly app: string; readonly version: string; readonly authority: string };
  /** Project id → digest of the state last exchanged, as its producer knew it. */
  readonly base: Readonly<Record<Id, string>>;
  /** Made to be published: things were taken out of it, so it can never stand in for the project here. */
  readonly isRedacted: boolean;
  readonly projects: readonly PackageProject[];
  /** What the kind carries beside projects; see `package-kinds.ts`. */
  readonly content?: Json;
  /** Contents of attached files by their SHA-256; empty for a package that is one JSON file. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Errors forbid the import; warnings are shown with it. */
  readonly problems: readonly Problem[];
}

/** How a project of the package stands to the one already here. */
export type PackageComparison =
  | { readonly status: 'new' }
  /** The content is the same. `learns`: its maker did something nobody here knew of, so a merge makes this state the common one. */
  | { readonly status: 'same'; readonly learns: boolean }
  | {
    readonly status: 'different';
    /** From here to the package's state. */
    readonly patches: readonly Patch[];
    readonly localUpdatedAt: Instant;
    /** What merging the two would do; a redacted project is never merged. */
    readonly merge: MergeOutcome;
  };
