/**
 * What this device remembers of its exchange targets: which target it is, what was sent, what waits, what was found there.
 * Kept beside the projects and never exported. Absence at a target changes nothing of it.
 */
import type { Problem } from '../problem';
import type { Id, Instant } from '../values';

/** The identity file of a target, as it was when the person took the target into use. */
export interface KnownIdentity {
  readonly id: Id;
  readonly name: string;
  /** SHA-256 of the file's bytes: the very file that must still be there. */
  readonly sha256: string;
}

/** A package on its way out. Its bytes are kept until it has arrived, so that a second attempt sends the same file. */
export interface OutgoingPackage {
  readonly name: string;
  readonly size: number;
  readonly kind: 'project' | 'receipt';
  /** Null for a receipt. */
  readonly projectId: Id | null;
  readonly title: string;
  /** Hash of the project's last change when the package was made; empty for a receipt. */
  readonly state: string;
  /** It had arrived and is no longer there. It counts as sent. */
  readonly gone?: true;
}

export interface TargetRecord {
  /** The host's id of the connection. */
  readonly id: string;
  readonly identity: KnownIdentity;
  readonly mode: 'manual' | 'automatic';
  /** Projects that are sent there. */
  readonly projects: readonly Id[];
  readonly waiting: readonly OutgoingPackage[];
  /** What has arrived there, by file name. */
  readonly sent: Readonly<Record<string, OutgoingPackage>>;
  /** Why nothing is exchanged until a person has looked; null when all is well. */
  readonly stopped: Problem | null;
}

/** What a fetched package says of itself. */
export interface PackageFacts {
  readonly packageId: Id;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly authority: string;
  readonly titles: readonly string[];
}

/** A package of somebody else at a target. */
export interface IncomingPackage {
  readonly name: string;
  readonly size: number;
  /** `listed`: seen, not fetched. `fetched`: whole and here. `damaged`: not what its name promises. `done`: imported or put aside. */
  readonly state: 'listed' | 'fetched' | 'damaged' | 'done';
  /** Null until fetched, and when the package does not show itself without a passphrase. */
  readonly facts: PackageFacts | null;
  readonly problem: Problem | null;
  /** No longer at the target. What was fetched stays here. */
  readonly gone?: true;
}

/** All of it is stored, or nothing. */
export interface TargetChanges {
  /** Made of what is stored at that moment, so that two windows do not undo each other's choices. */
  readonly record?: (before: TargetRecord | undefined) => TargetRecord | undefined;
  readonly incoming?: readonly IncomingPackage[];
  readonly bytes?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly dropBytes?: readonly string[];
}

export interface TargetStore {
  records(): Promise<readonly TargetRecord[]>;
  incoming(target: string): Promise<readonly IncomingPackage[]>;
  bytes(target: string, name: string): Promise<Uint8Array | undefined>;
  /** Gives the record as it is stored afterwards. */
  write(target: string, changes: TargetChanges): Promise<TargetRecord | undefined>;
  /** Forgets everything about a target. */
  remove(target: string): Promise<void>;
}
