/**
 * A database of its own for what is known of exchange targets. It has its own write queue, and whatever happens to it costs
 * no project: without it the person takes the target into use once more.
 */
import { Dexie, type Table } from 'dexie';
import type { IncomingPackage, TargetRecord, TargetStore } from '../domain/ports/target-store';
import type { StoreProblemCode } from '../domain/ports/project-store';
import { fail } from '../domain/problem';
import { z } from '../domain/schema';
import { asStoreFailure } from './failures';
import { platformLocks, queueName, type WriteLocks } from './write-queue';

/** Never renamed: a changed name is a lost address. */
const TARGETS_DATABASE = 'caiet-targets';
const VERSION = 1;
/** Dexie multiplies its versions by ten for IndexedDB. */
const NATIVE_STEP = 10;

interface IncomingRow {
  readonly target: string;
  readonly name: string;
  readonly record: IncomingPackage;
}
interface BytesRow {
  readonly target: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
interface HandleRow {
  readonly id: string;
  readonly handle: FileSystemDirectoryHandle;
}

class TargetsDatabase extends Dexie {
  declare readonly targets: Table<TargetRecord, string>;
  declare readonly incoming: Table<IncomingRow, [string, string]>;
  declare readonly bytes: Table<BytesRow, [string, string]>;
  declare readonly handles: Table<HandleRow, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
    this.version(VERSION).stores({ targets: 'id', incoming: '[target+name]', bytes: '[target+name]', handles: 'id' });
  }
}

const problem = z.looseObject({ severity: z.enum(['error', 'warning', 'info']), code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable();
const outgoing = z.looseObject({
  name: z.string(), size: z.int().min(0), kind: z.enum(['project', 'receipt']), projectId: z.string().nullable(), title: z.string(), state: z.string(),
  gone: z.literal(true).optional(),
});
const recordSchema: z.ZodType<TargetRecord> = z.looseObject({
  id: z.string(),
  identity: z.looseObject({ id: z.string(), name: z.string(), sha256: z.string() }),
  mode: z.enum(['manual', 'automatic']),
  projects: z.array(z.string()),
  waiting: z.array(outgoing),
  sent: z.record(z.string(), outgoing),
  stopped: problem,
});

export interface TargetsDatabaseOptions {
  /** Of the database; for tests. */
  readonly name?: string;
  readonly locks?: WriteLocks;
}

/** A target's rows in a table keyed by `[target+name]`. */
const rowsOf = <Row>(table: Table<Row, [string, string]>, target: string) => table.where('[target+name]').between([target, Dexie.minKey], [target, Dexie.maxKey]);

/** Undefined also for one that cannot be read: then the person takes the target into use once more. */
const readRecord = async (db: TargetsDatabase, target: string): Promise<TargetRecord | undefined> => {
  const stored = await db.targets.get(target);
  return recordSchema.safeParse(stored).success ? stored : undefined;
};

/** Where the browser keeps folders it was given; the same form as the host's port. */
export interface StoredHandles {
  all(): Promise<readonly HandleRow[]>;
  put(id: string, handle: FileSystemDirectoryHandle): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Opens at the first call. Rejects with `store.newerData`, `store.full` or `store.closed`. */
export const createTargetsDatabase = ({ name = TARGETS_DATABASE, locks = platformLocks() }: TargetsDatabaseOptions = {}): { readonly store: TargetStore; readonly handles: StoredHandles } => {
  let opened: Promise<TargetsDatabase> | null = null;

  const open = async (): Promise<TargetsDatabase> => {
    const listed = await Dexie.dependencies.indexedDB.databases();
    const found = Math.floor((listed.find((database) => database.name === name)?.version ?? 0) / NATIVE_STEP);
    if (found > VERSION) throw fail<StoreProblemCode>('store.newerData', { found, supported: VERSION });
    const db = new TargetsDatabase(name);
    db.on('versionchange', () => {
      db.close();
      opened = null;
      return false;
    });
    await db.open();
    db.backendDB().addEventListener('close', () => {
      opened = null;
    });
    return db;
  };

  const run = async <Result>(work: (db: TargetsDatabase) => Promise<Result>): Promise<Result> => {
    opened ??= open();
    try {
      return await work(await opened);
    } catch (error) {
      opened = null;
      throw asStoreFailure(error);
    }
  };

  // Every write names all tables, so that IndexedDB itself runs them one after another as well.
  const write = <Result>(work: (db: TargetsDatabase) => Promise<Result>): Promise<Result> =>
    locks.request(queueName(name), () => run((db) => db.transaction('rw', [db.targets, db.incoming, db.bytes, db.handles], async () => work(db))));

  return {
    store: {
      records: () => run(async (db) => (await db.targets.toArray()).filter((record) => recordSchema.safeParse(record).success)),
      incoming: (target) => run(async (db) => (await rowsOf(db.incoming, target).toArray()).map(({ record }) => record)),
      bytes: (target, file) => run(async (db) => (await db.bytes.get([target, file]))?.bytes),
      write: (target, { record, incoming = [], bytes = [], dropBytes = [] }) => write(async (db) => {
        await db.bytes.bulkDelete(dropBytes.map((file) => [target, file]));
        await db.bytes.bulkPut(bytes.map((each) => ({ target, ...each })));
        await db.incoming.bulkPut(incoming.map((each) => ({ target, name: each.name, record: each })));
        const before = await readRecord(db, target);
        const after = record === undefined ? before : record(before);
        if (after !== undefined && after !== before) await db.targets.put(after);
        return after;
      }),
      remove: (target) => write(async (db) => {
        await db.targets.delete(target);
        await rowsOf(db.incoming, target).delete();
        await rowsOf(db.bytes, target).delete();
      }),
    },
    handles: {
      all: () => run((db) => db.handles.toArray()),
      put: (id, handle) => write(async (db) => { await db.handles.put({ id, handle }); }),
      remove: (id) => write((db) => db.handles.delete(id)),
    },
  };
};
