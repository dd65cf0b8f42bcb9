/** Where projects are kept. Implemented by `storage/` on IndexedDB; `app/` knows only this. */
import type { Nomenclature } from '../cpv/nomenclature';
import type { AuditEntry, Change, ChainHead } from '../change';
import type { DeviceKeys } from '../known-devices';
import type { OtherPurchase } from '../procedure/similar-purchases';
import type { Project } from '../project';
import type { Id, Instant } from '../values';
import type { Problem } from '../problem';
import type { ColumnRules } from './sheet-import';
import type { StopSignal } from './stop-signal';

export type StoreProblemCode =
  | 'store.newerData' // data: {found, supported}: written by a newer Caiet; nothing was opened or changed
  | 'store.stale' // another window changed the same values first
  | 'store.full' // disk or quota full
  | 'store.closed' // the connection was lost; read-only until restart
  | 'store.notFound' // data: {id}
  | 'store.cancelled' // stopped by the person; nothing was changed
  | 'store.safetyUnavailable' // warning: the journal outside the browser could not be written
  | 'store.damaged'; // stored rows do not form a valid project, data: {id}

/** One line of the project list. Derived from the aggregate in the same transaction that changes it. */
export interface ProjectSummary {
  readonly id: Id;
  readonly title: string;
  readonly buyerName: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly archivedAt: Instant | null;
  readonly deletedAt: Instant | null;
  readonly lotCount: number;
  readonly bidCount: number;
  /** Only for a score sheet somebody handed to this person. */
  readonly isSheet?: true;
  /** Title, texts and bidder names, folded by `foldText`, for searching. */
  readonly searchText: string;
}

export interface StoredProject {
  readonly project: Project;
  readonly head: ChainHead;
}

/** What the safety ledger says was there and the database does not have; offered to the person, never decided silently. */
export interface RecoveryOffer {
  /** Projects the snapshot and journal can bring back, and how many the database still has. */
  readonly recoverableProjects: number;
  readonly presentProjects: number;
  readonly lostChanges: number;
  /** The newest moment that can be restored. */
  readonly newestAt: Instant | null;
}

export type OpenOutcome =
  | { readonly status: 'ready'; /** Changes replayed from the journal at start; 0 as a rule. */ readonly replayed: number }
  | { readonly status: 'recovery'; readonly offer: RecoveryOffer }
  | { readonly status: 'refused'; readonly problem: Problem<StoreProblemCode> };

export type StoreEvent =
  | { readonly type: 'changed'; /** All of one commit, each once. */ readonly projectIds: readonly Id[]; /** True when another window did it. */ readonly remote: boolean }
  | { readonly type: 'closed'; readonly problem: Problem<StoreProblemCode> }
  /** Told once when the safety copies cannot be written, and again only after they could be in between. Data is saved. */
  | { readonly type: 'warning'; readonly problem: Problem<StoreProblemCode> };

/** A project that arrives or is replaced: its own chain if it brings one, then the change that says so. */
export interface Adoption {
  /** Empty, or a whole chain from its first entry whose patches rebuild the project. */
  readonly history: readonly AuditEntry[];
  readonly change: Change;
}

/** For long work; `signal` stops it while nothing has been written, and the call rejects with `store.cancelled`. */
export interface StoreWatched {
  /** Hears how much is done, from 0 to 1, and whether it can still be stopped. */
  readonly onProgress?: ((fraction: number, canStop: boolean) => void) | undefined;
  readonly signal?: StopSignal | undefined;
}

export interface ProjectStore {
  /** Opens the database, compares it with the safety ledger, replays what is missing or offers it. */
  open(): Promise<OpenOutcome>;
  /** Answers a recovery offer: rebuild from snapshot and journal, or go on with what the database has. */
  recover(choice: 'restore' | 'keepPresent'): Promise<OpenOutcome>;
  summaries(): Promise<ProjectSummary[]>;
  /** What each project buys, without opening any: projects in the bin, handed out sheets and damaged ones are left out. */
  purchases(): Promise<readonly OtherPurchase[]>;
  load(id: Id): Promise<StoredProject | undefined>;
  /** Oldest first. */
  history(id: Id): Promise<AuditEntry[]>;
  /**
   * Journal, then one strict transaction with the audit entry. Resolves after the transaction has completed; rejects
   * with a ProblemError and leaves the data untouched. Every `before` must match what is stored, else `store.stale`.
   * A change on several projects at once (a package import) commits all or nothing.
   */
  commit(changes: readonly Change[]): Promise<void>;
  /**
   * Stores what a package brings, all or nothing. With a history the project must be new here: its state is the
   * history's patches replayed, and `change` follows. Without one, `change` is committed as by `commit` (on the
   * project present here, or creating it with a patch at `[]`). They are taken one by one; where taking one fails,
   * nothing is stored and the call rejects with that.
   */
  adopt(adoptions: Iterable<Adoption> | AsyncIterable<Adoption>, watched?: StoreWatched): Promise<void>;
  /** Removes a deleted project and its chain for good. */
  purge(id: Id): Promise<void>;
  subscribe(listener: (event: StoreEvent) => void): () => void;
  close(): Promise<void>;
}

/** Per-device settings, stored beside the projects but never exported. */
export interface Settings {
  readonly locale: 'ro' | 'en' | null;
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  readonly authorName: string;
  readonly authority: { readonly name: string; readonly identifier: string; readonly nutsCode: string };
  readonly deviceId: Id;
  /** Column mappings remembered per source: signature of the header row → field per column. */
  readonly importMappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What was said of columns as a whole, by the same signatures; absent: nothing yet. */
  readonly importRules?: Readonly<Record<string, ColumnRules>>;
  /** The authority's registered OCDS prefix, for publications; absent or empty when it has none. */
  readonly ocidPrefix?: string;
  /** Devices whose signed packages were taken in here, by device id. */
  readonly knownDevices?: DeviceKeys;
  /** Whether documents end with the line that they are drafts to be checked; absent means they do. */
  readonly documentDraftLine?: boolean;
  /** The language documents are written in; absent: the window's. */
  readonly documentLocale?: 'ro' | 'en';
}

export interface SettingsStore {
  read(): Promise<Partial<Settings>>;
  write(settings: Settings): Promise<void>;
  /** The CPV nomenclature imported on this computer; null when there is none. Read by itself, since it is large. */
  readNomenclature(): Promise<Nomenclature | null>;
  /** Null forgets it. */
  writeNomenclature(nomenclature: Nomenclature | null): Promise<void>;
}
