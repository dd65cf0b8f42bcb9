/** When the ledger and the snapshots are written: soon after commits, in the background, and at the end. */
import type { StoreProblemCode } from '../domain/ports/project-store';
import type { Ledger } from '../domain/ports/safety-store';
import { ProblemError, type Problem } from '../domain/problem';
import type { DatabaseFacts } from './compare-with-safety';
import type { Connection } from './connection';
import { readFacts } from './database-facts';
import { readPresent } from './restore';
import { safetyUnavailable, type SafetyCopies } from './safety-copies';

/** Commits in quick succession share one ledger. */
const LEDGER_AFTER_MS = 250;
/** A snapshot waits for a pause of the person's work. */
const SNAPSHOT_AFTER_MS = 5_000;
/** Closing waits for a snapshot only when so many commits would otherwise rest on the journal alone. */
const SNAPSHOT_AT_CLOSE = 20;

export interface SafetyKeeper {
  /** From now on commits are followed. `behind`: the copies do not cover the database, so a snapshot is due. */
  start(behind: boolean): void;
  noteCommit(): void;
  settle(): Promise<void>;
  snapshotNow(): Promise<void>;
  /** For use inside the queue: copies and journal start from what the database holds now. */
  beginAnew(): Promise<void>;
  close(): Promise<void>;
}

export interface SafetyKeeperOptions {
  readonly connection: Connection;
  readonly copies: SafetyCopies | null;
  /** The write queue; refuses while the store is not ready. */
  readonly whenReady: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly ledger: (facts: DatabaseFacts) => Ledger;
  readonly snapshotEvery: number;
  readonly warn: (problem: Problem<StoreProblemCode>) => void;
}

export const createSafetyKeeper = ({ connection, copies, whenReady, ledger, snapshotEvery, warn }: SafetyKeeperOptions): SafetyKeeper => {
  let sinceSnapshot = 0;
  let ledgerDue = false;
  let ledgerTimer: ReturnType<typeof setTimeout> | undefined;
  let snapshotTimer: ReturnType<typeof setTimeout> | undefined;

  const stopTimers = (): void => {
    clearTimeout(ledgerTimer);
    clearTimeout(snapshotTimer);
    ledgerTimer = undefined;
    snapshotTimer = undefined;
  };

  /** What goes wrong in the background is told as a warning; a lost connection has told of itself already. */
  const inBackground = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.code === 'store.safetyUnavailable') warn(error.problem as Problem<StoreProblemCode>);
    }
  };

  const writeLedger = async (kept: SafetyCopies): Promise<void> => {
    ledgerDue = false;
    await kept.writeLedger(ledger(await connection.read(readFacts)));
  };

  /** An empty database is never copied over copies that hold something; damaged projects keep the journal they need. */
  const snapshot = async (kept: SafetyCopies): Promise<void> => {
    const { present, facts } = await connection.read(async (db) => ({ present: await readPresent(db), facts: await readFacts(db) }));
    if (present.projects.length === 0) return;
    const name = await kept.writeVerified(present.projects, 'rotating');
    await kept.writeLedger(ledger(facts));
    if (present.damaged.length === 0) await kept.continueFrom(name, facts.commitSeq);
    sinceSnapshot = 0;
  };

  const settle = async (): Promise<void> => {
    if (copies === null || !ledgerDue) return;
    clearTimeout(ledgerTimer);
    ledgerTimer = undefined;
    await inBackground(() => whenReady(() => writeLedger(copies)));
  };

  const snapshotNow = async (): Promise<void> => {
    if (copies === null) throw safetyUnavailable();
    clearTimeout(snapshotTimer);
    snapshotTimer = undefined;
    await whenReady(() => snapshot(copies));
  };

  const snapshotSoon = (): void => {
    clearTimeout(snapshotTimer);
    snapshotTimer = setTimeout(() => void inBackground(snapshotNow), SNAPSHOT_AFTER_MS);
  };

  const ledgerSoon = (): void => {
    ledgerDue = true;
    ledgerTimer ??= setTimeout(() => void settle(), LEDGER_AFTER_MS);
  };

  return {
    start: (behind) => {
      if (copies === null) return;
      if (behind) {
        sinceSnapshot = snapshotEvery;
        snapshotSoon();
      }
      ledgerSoon();
    },
    noteCommit: () => {
      if (copies === null) return;
      sinceSnapshot += 1;
      if (copies.needsSnapshot) sinceSnapshot = Math.max(sinceSnapshot, snapshotEvery);
      ledgerSoon();
      if (sinceSnapshot >= snapshotEvery) snapshotSoon();
    },
    settle,
    snapshotNow,
    beginAnew: () =>
      inBackground(async () => {
        if (copies === null) return;
        const facts = await connection.read(readFacts);
        if ((facts.counts['projects'] ?? 0) === 0) await copies.continueFrom(null, facts.commitSeq);
        else await snapshot(copies);
        await writeLedger(copies);
      }),
    close: async () => {
      stopTimers();
      if (copies === null) return;
      if (sinceSnapshot >= SNAPSHOT_AT_CLOSE) await inBackground(snapshotNow);
      await settle();
      stopTimers();
    },
  };
};
