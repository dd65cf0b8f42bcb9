/**
 * The project store on IndexedDB, put together from its parts. How a change is stored is told in `commit-writer.ts`,
 * what happens at start in `opening.ts`, what is kept outside the database in `safety-copies.ts`.
 */
import type { Clock } from '../domain/ports/clock';
import type { Adoption, OpenOutcome, ProjectStore, StoreProblemCode } from '../domain/ports/project-store';
import type { SafetyStore, SnapshotInfo } from '../domain/ports/safety-store';
import { fail, ProblemError } from '../domain/problem';
import type { Id } from '../domain/values';
import { Turns } from '../turns/turns';
import { isFileCopy } from './attached-files';
import { createCommitWriter } from './commit-writer';
import type { DatabaseFacts } from './compare-with-safety';
import { createConnection } from './connection';
import { createOpening } from './opening';
import { checkingStored, readHistory, readStored } from './project-rows';
import { SafetyCopies, safetyUnavailable, type BackupCodec } from './safety-copies';
import { readPurchases } from './purchases';
import { SafetyKeeper } from './safety-keeper';
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
  /** A snapshot is taken after so many commits, once nothing was stored for a moment; earlier at the start and end of a session. */
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

  const keeper = new SafetyKeeper({
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

  const opening = createOpening({
    connection, copies, writer, schema,
    becomeReady: (sinceSnapshot) => {
      ready = true;
      keeper.start(sinceSnapshot);
    },
    beginAnew: () => keeper.beginAnew(),
  });

  const stored = async <Result>(projectIds: readonly Id[], work: () => Promise<Result>): Promise<Result> => {
    const result = await whenReady(work);
    keeper.noteCommit();
    events.changed(projectIds);
    return result;
  };

  const list = async (): Promise<SnapshotInfo[]> => ((await safety?.listSnapshots()) ?? []).filter(({ name: file }) => !isFileCopy(file));

  return {
    open: async () => {
      try {
        await connection.open();
        return await inQueue(() => opening.compare());
      } catch (error) {
        connection.close();
        return refusal(error);
      }
    },
    recover: (choice) => inQueue(async () => (ready ? { status: 'ready', replayed: 0 } : opening.answer(choice))),
    summaries: () => connection.read(readSummaries),
    purchases: () => connection.read(readPurchases),
    load: async (id) => {
      const stored = await connection.read((db) => readStored(db, id));
      if (stored !== undefined) await new Turns().through(checkingStored(stored));
      return stored;
    },
    history: (id) => connection.read((db) => readHistory(db, id)),
    commit: async (changes) => {
      if (changes.length > 0) await stored(changes.map(({ projectId }) => projectId), () => writer.commit(changes));
    },
    adopt: async (arriving, watched) => {
      const adoptions: Adoption[] = [];
      for await (const adoption of arriving) {
        if (watched?.signal?.aborted === true) throw fail<StoreProblemCode>('store.cancelled');
        adoptions.push(adoption);
      }
      if (adoptions.length > 0) await stored(adoptions.map(({ change }) => change.projectId), () => writer.adopt(adoptions, watched));
    },
    purge: (id) => stored([id], () => writer.purge(id)),
    subscribe: (listener) => events.subscribe(listener),
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
