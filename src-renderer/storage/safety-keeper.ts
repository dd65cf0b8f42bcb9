/** When the ledger and the snapshots are written: soon after commits, in the background, and at the end. */
import type { StoreProblemCode } from '../domain/ports/project-store';
import type { Ledger } from '../domain/ports/safety-store';
import { ProblemError, type Problem } from '../domain/problem';
import type { DatabaseFacts } from './compare-with-safety';
import type { Connection } from './connection';
import { readFacts } from './database-facts';
import { readPresent, type Present } from './restore';
import { safetyUnavailable, type SafetyCopies } from './safety-copies';

/** Commits in quick succession share one ledger. */
const LEDGER_AFTER_MS = 250;
/** A snapshot waits for a pause of the person's work. */
const SNAPSHOT_AFTER_MS = 5_000;
/** At the start and end of a session a snapshot is made when so many commits rest on the journal alone. */
const RESTING_ON_JOURNAL = 20;

export interface SafetyKeeperOptions {
  readonly connection: Connection;
  readonly copies: SafetyCopies | null;
  /** The write queue; refuses while the store is not ready. */
  readonly whenReady: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly ledger: (facts: DatabaseFacts) => Ledger;
  readonly snapshotEvery: number;
  readonly warn: (problem: Problem<StoreProblemCode>) => void;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

export class SafetyKeeper {
  private sinceSnapshot = 0;
  private ledgerDue = false;
  private ledgerTimer: Timer;
  private snapshotTimer: Timer;

  constructor(private readonly options: SafetyKeeperOptions) {}

  /** From now on commits are followed; so many were made before that no snapshot holds. */
  start(sinceSnapshot: number): void {
    this.sinceSnapshot = sinceSnapshot;
    this.ledgerSoon();
    if (sinceSnapshot >= RESTING_ON_JOURNAL) this.snapshotSoon();
  }

  noteCommit(): void {
    this.sinceSnapshot += 1;
    if (this.options.copies?.needsSnapshot === true) this.sinceSnapshot = Infinity;
    this.ledgerSoon();
    if (this.sinceSnapshot >= this.options.snapshotEvery) this.snapshotSoon();
  }

  /** Returns when the ledger knows of everything stored so far. */
  async settle(): Promise<void> {
    const { copies, whenReady } = this.options;
    if (copies === null || !this.ledgerDue) return;
    clearTimeout(this.ledgerTimer);
    this.ledgerTimer = undefined;
    await this.inBackground(() => whenReady(() => this.writeLedger(copies)));
  }

  /** Throws `store.safetyUnavailable`. */
  async snapshotNow(): Promise<void> {
    const { copies, whenReady } = this.options;
    if (copies === null) throw safetyUnavailable();
    clearTimeout(this.snapshotTimer);
    await whenReady(() => this.snapshot(copies));
  }

  /** For use inside the queue: copies and journal start from what the database holds now. */
  async beginAnew(): Promise<void> {
    const { copies, connection } = this.options;
    if (copies === null) return;
    await this.inBackground(async () => {
      const facts = await connection.read(readFacts);
      if ((facts.counts['projects'] ?? 0) === 0) await copies.continueFrom(null, facts.commitSeq);
      else await this.snapshot(copies);
      await this.writeLedger(copies);
    });
  }

  async close(): Promise<void> {
    this.stopTimers();
    if (this.options.copies !== null && this.sinceSnapshot >= RESTING_ON_JOURNAL) await this.inBackground(() => this.snapshotNow());
    await this.settle();
    this.stopTimers();
  }

  /** What goes wrong in the background is told as a warning; a lost connection has told of itself already. */
  private async inBackground(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.code === 'store.safetyUnavailable') this.options.warn(error.problem as Problem<StoreProblemCode>);
    }
  }

  private async writeLedger(copies: SafetyCopies): Promise<void> {
    this.ledgerDue = false;
    await copies.writeLedger(this.options.ledger(await this.options.connection.read(readFacts)));
  }

  /** An empty database is never copied over copies that hold something; damaged projects keep the journal they need. */
  private async snapshot(copies: SafetyCopies): Promise<void> {
    const { present, facts } = await this.options.connection.read(async (db) => ({ present: await readPresent(db), facts: await readFacts(db) }));
    if (present.projects.length === 0) return;
    const { name, whole } = await this.copyOf(copies, present);
    await copies.writeLedger(this.options.ledger(facts));
    if (whole) await copies.continueFrom(name, facts.commitSeq);
    this.sinceSnapshot = 0;
  }

  /** When the copy cannot be made, once more without the projects that the format refuses. */
  private async copyOf(copies: SafetyCopies, { projects, damaged }: Present): Promise<{ readonly name: string; readonly whole: boolean }> {
    try {
      return { name: await copies.writeVerified(projects, 'rotating'), whole: damaged.length === 0 };
    } catch (error) {
      const copyable = await copies.copyable(projects);
      if (copyable.length === 0 || copyable.length === projects.length) throw error;
      return { name: await copies.writeVerified(copyable, 'rotating'), whole: false };
    }
  }

  private ledgerSoon(): void {
    if (this.options.copies === null) return;
    this.ledgerDue = true;
    this.ledgerTimer ??= setTimeout(() => void this.settle(), LEDGER_AFTER_MS);
  }

  /** Put off again by every commit, so that it falls into a pause. */
  private snapshotSoon(): void {
    if (this.options.copies === null) return;
    clearTimeout(this.snapshotTimer);
    this.snapshotTimer = setTimeout(() => void this.inBackground(() => this.snapshotNow()), SNAPSHOT_AFTER_MS);
  }

  private stopTimers(): void {
    clearTimeout(this.ledgerTimer);
    clearTimeout(this.snapshotTimer);
    this.ledgerTimer = undefined;
  }
}
