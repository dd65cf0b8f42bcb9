/** The copies kept outside IndexedDB (see docs): a journal, a ledger and snapshots. Wired to the host in `window.tsx`. */
import type { Instant } from '../values';

/** Written after each commit; compared with the database at start. */
export interface Ledger {
  readonly appVersion: string;
  /** Null in the browser edition. */
  readonly electronMajor: number | null;
  readonly schemaVersion: number;
  /** Counts every committed change of this database. */
  readonly commitSeq: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly writtenAt: Instant;
}

export interface SnapshotInfo {
  readonly name: string;
  readonly size: number;
}

export interface SafetyStore {
  /**
   * Keeps part number `part` (from 0, which forgets any before it) of a line too long to go over at once. Nothing of it
   * reaches the journal before `appendJournal`. No part ends in the middle of a character.
   */
  holdJournal(part: number, text: string): Promise<void>;
  /**
   * Appends `lines`, then the parts that are held, then a line end where there is none; all of it or nothing. Returns
   * after it is on the disk. Rejects when not exactly `parts` (0 by default) are held; afterwards none are.
   */
  appendJournal(lines: string, parts?: number): Promise<void>;
  readJournal(): Promise<string>;
  /** Empties the journal; called only after a verified snapshot that contains everything in it. */
  restartJournal(): Promise<void>;
  readLedger(): Promise<Ledger | null>;
  writeLedger(ledger: Ledger): Promise<void>;
  listSnapshots(): Promise<SnapshotInfo[]>;
  readSnapshot(name: string): Promise<Uint8Array>;
  writeSnapshot(name: string, bytes: Uint8Array): Promise<void>;
  removeSnapshot(name: string): Promise<void>;
}
