/**
 * The project store on IndexedDB: opening with its comparison against the safety copies, recovery, and the doors the
 * application uses. How a change is stored is told in `commit-writer.ts`, what is kept outside in `safety-copies.ts`.
 */
import type { Clock } from '../domain/ports/clock';
import type { OpenOutcome, ProjectStore, StoreProblemCode } from '../domain/ports/project-store';
import type { SafetyStore, SnapshotInfo } from '../domain/ports/safety-store';
import { fail, ProblemError } from '../domain/problem';
import { createCommitWriter } from './commit-writer';
import { compareWithSafety, expectedSeq, type DatabaseFacts, type Verdict } from './compare-with-safety';
import { createConnection } from './connection';
import { readFacts, readMigrations, writeCommitSeq } from './database-facts';
import { migrateRecords } from './migrate-records';
import { readHistory, readProject } from './project-rows';
import { pendingMigrations } from './record-migrations';
import { mergeWithPresent, offerOf, readPresent, rebuildFromCopies, replaceContent } from './restore';
import { SafetyCopies, safetyUnavailable, type BackupCodec, type SafetyState } from './safety-copies';
import { createSafetyKeeper } from './safety-keeper';
import { DATABASE_NAME, newestVersion, STORAGE_SCHEMA, type StorageSchema } from './schema';
import { createStoreEvents, type StoreChannel } from './store-events';
import { readSummaries } from './summaries';
import { platformLocks, queueName, type WriteLocks } from './write-queue';

export interface ProjectStoreOptions {
  /** Of the database; for tests. */
  readonly name?: string;
  /** Null where nothing can be kept outside the database. */
  readonly safety: SafetyStore | null;
  /** Makes and reads snapshots: packages of kind `backup`. */
  readonly backup: BackupCodec;
  readonly clock: Clock;
  readonly appVersion: string;
  /** Null in the browser edition. */
  readonly electronMajor: number | null;
  /** Web Locks by default. */
  readonly locks?: WriteLocks;
  /** A `BroadcastChannel` by default. */
  readonly channel?: StoreChannel;
  /** For tests of what a next version does. */
  readonly schema?: StorageSchema;
  /** A snapshot is taken after so many commits, once nothing was stored for a moment. */
  readonly snapshotEvery?: number;
}

export interface DexieProjectStore extends ProjectStore {
  /** Waits until everything stored so far is also in the ledger. */
  settle(): Promise<void>;
  /** Copies the whole database outside it and proves the copy. Rejects with `store.safetyUnavailable`. */
  snapshotNow(): Promise<void>;
  /** The safety copies, as the application's port wants them. */
  readonly snapshots: {
    list(): Promise<readonly SnapshotInfo[]>;
    read(name: string): Promise<Uint8Array>;
    writeNow(): Promise<void>;
  };
}

const SNAPSHOT_EVERY = 200;

/** Keeps the browser from evicting the data; where it cannot be had, nothing is lost by asking. */
const askForPersistence = (): void => {
  if (typeof navigator === 'object' && 'storage' in navigator) navigator.storage.persist().catch(() => false);
};

const refusal = (error: unknown): OpenOutcome => {
  if (error instanceof ProblemError) return { status: 'refused', problem: error.problem as ProblemError<StoreProblemCode>['problem'] };
  throw error;
};

export const createDexieProjectStore = (options: ProjectStoreOptions): DexieProjectStore => {
  const { safety, clock, name = DATABASE_NAME, schema = STORAGE_SCHEMA, locks = platformLocks() } = options;
  const events = createStoreEvents(options.channel ?? new BroadcastChannel(name));
  const connection = createConnection(name, schema, (problem) => events.emit({ type: 'closed', problem }));
  const copies = safety === null ? null : new SafetyCopies(safety, options.backup, clock, ({ problem }) => events.emit({ type: 'warning', problem }));
  const writer = createCommitWriter(connection, copies);
  /** False while a recovery offer waits for its answer: nothing may be stored over what can still be brought back. */
  let ready = false;

  const inQueue = <Result>(work: () => Promise<Result>): Promise<Result> => locks.request(queueName(name), work);
  const whenReady = <Result>(work: () => Promise<Result>): Promise<Result> =>
    inQueue(() => {
      if (!ready) throw fail<StoreProblemCode>('store.closed');
      return work();
    });

  const keeper = createSafetyKeeper({
    connection,
    copies,
    whenReady,
    ledger: (facts: DatabaseFacts) => ({
      appVersion: options.appVersion,
      electronMajor: options.electronMajor,
      schemaVersion: newestVersion(schema),
      commitSeq: facts.commitSeq,
      counts: facts.counts,
      writtenAt: clock.now(),
    }),
    snapshotEvery: options.snapshotEvery ?? SNAPSHOT_EVERY,
    warn: (problem) => events.emit({ type: 'warning', problem }),
  });

  const becomeReady = async (replayed: number, covered: boolean): Promise<OpenOutcome> => {
    const current = await connection.read(readMigrations);
    const upToDate = current !== null && pendingMigrations(current, schema.migrations).length === 0;
    const migrated = upToDate ? false : await connection.write((db) => migrateRecords(db, schema.migrations));
    ready = true;
    keeper.start(migrated || !covered);
    return { status: 'ready', replayed };
  };

  const judge = async (found: SafetyState | null): Promise<{ readonly facts: DatabaseFacts; readonly verdict: Verdict }> => {
    const facts = await connection.read(readFacts);
    return { facts, verdict: found === null ? { kind: 'whole', covered: true } : compareWithSafety(facts, found) };
  };

  /** Applies what the journal has more, as far as it continues the database. How many lines that were. */
  const catchUp = async (verdict: Verdict): Promise<number> => {
    if (verdict.kind !== 'behind') return 0;
    try {
      await writer.replay(verdict.lines);
      return verdict.lines.length;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code !== 'store.closed' && error.problem.code !== 'store.full') return 0;
      throw error;
    }
  };

  const compare = async (): Promise<OpenOutcome> => {
    const found = (await copies?.read()) ?? null;
    const written = found?.ledger?.schemaVersion ?? 0;
    const supported = newestVersion(schema);
    if (written > supported) throw fail<StoreProblemCode>('store.newerData', { found: written, supported });
    const replayed = await catchUp((await judge(found)).verdict);
    const { facts, verdict } = await judge(found);
    if (verdict.kind === 'whole' || copies === null || found === null) return becomeReady(replayed, verdict.kind === 'whole' && verdict.covered);
    return { status: 'recovery', offer: offerOf(await rebuildFromCopies(copies, found), facts, found) };
  };

  /** What is to be given up is written as a copy of its own first, which rotation never removes. */
  const keepAside = async (kept: SafetyCopies, projects: Parameters<SafetyCopies['writeVerified']>[0]): Promise<void> => {
    if (projects.length > 0) await kept.writeVerified(projects, 'kept');
  };

  const answer = async (kept: SafetyCopies, found: SafetyState, choice: 'restore' | 'keepPresent'): Promise<OpenOutcome> => {
    const rebuilt = await rebuildFromCopies(kept, found);
    const { present, facts } = await connection.read(async (db) => ({ present: await readPresent(db), facts: await readFacts(db) }));
    const commitSeq = Math.max(expectedSeq(found), facts.commitSeq);
    await keepAside(kept, choice === 'restore' ? present.projects : [...rebuilt.projects.values()]);
    await connection.write((db) =>
      choice === 'restore' ? replaceContent(db, mergeWithPresent(rebuilt, present, found), present, commitSeq, schema) : writeCommitSeq(db, commitSeq));
    const outcome = await becomeReady(0, true);
    await keeper.beginAnew();
    return outcome;
  };

  const refuseAndClose = (error: unknown): OpenOutcome => {
    connection.close();
    return refusal(error);
  };

  const list = (): Promise<SnapshotInfo[]> => safety?.listSnapshots() ?? Promise.resolve([]);

  return {
    open: async () => {
      askForPersistence();
      try {
        await connection.open();
        return await inQueue(compare);
      } catch (error) {
        return refuseAndClose(error);
      }
    },
    recover: (choice) =>
      inQueue(async () => {
        if (ready) return { status: 'ready', replayed: 0 };
        const found = (await copies?.read()) ?? null;
        if (copies === null || found === null) throw safetyUnavailable();
        return answer(copies, found, choice);
      }),
    summaries: () => connection.read(readSummaries),
    load: (id) => connection.read((db) => readProject(db, id)),
    history: (id) => connection.read((db) => readHistory(db, id)),
    commit: async (changes) => {
      const entries = await whenReady(() => writer.commit(changes));
      keeper.noteCommit();
      events.changed(changes.map(({ projectId }) => projectId));
      return entries;
    },
    adopt: async (adoptions) => {
      await whenReady(() => writer.adopt(adoptions));
      keeper.noteCommit();
      events.changed(adoptions.map(({ change }) => change.projectId));
    },
    purge: async (id) => {
      await whenReady(() => writer.purge(id));
      keeper.noteCommit();
      events.changed([id]);
    },
    subscribe: events.subscribe,
    settle: () => keeper.settle(),
    snapshotNow: () => keeper.snapshotNow(),
    snapshots: {
      list,
      read: (snapshot) => safety?.readSnapshot(snapshot) ?? Promise.reject(safetyUnavailable()),
      writeNow: () => keeper.snapshotNow(),
    },
    close: async () => {
      await keeper.close();
      ready = false;
      connection.close();
      events.close();
    },
  };
};
