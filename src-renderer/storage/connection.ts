/**
 * The connection to the database: opened once, checked for its version, and never silently reopened. When it is lost
 * (disk full, another window upgrading, a crash of the storage process) everything that follows is refused with
 * `store.closed` and the person is told; nothing is dropped unseen.
 */
import { Dexie } from 'dexie';
import type { StoreProblemCode } from '../domain/ports/project-store';
import { fail, ProblemError, type Problem } from '../domain/problem';
import { asStoreFailure } from './failures';
import { CaietDatabase, newestVersion, type StorageSchema } from './schema';

/** Dexie multiplies its versions by ten for IndexedDB. */
const NATIVE_STEP = 10;

export interface Connection {
  /** Opens and checks the version. Throws `store.newerData` (nothing was touched) or `store.closed`. */
  open(): Promise<void>;
  /** Runs database work; failures come out typed, and a lost connection is remembered. */
  run<Result>(work: (db: CaietDatabase) => Promise<Result>): Promise<Result>;
  /** As `run`, for reading: everything inside sees one moment of the data. */
  read<Result>(work: (db: CaietDatabase) => Promise<Result>): Promise<Result>;
  /** One strict write transaction over all tables: all of it or nothing. Only from within the write queue. */
  write<Result>(work: (db: CaietDatabase) => Promise<Result>): Promise<Result>;
  close(): void;
}

/** Undefined when there is no database, and when Chromium cannot list a damaged one: opening it then tells. */
const installedVersion = async (name: string): Promise<number | undefined> => {
  const { indexedDB } = Dexie.dependencies;
  const listed = await indexedDB.databases().catch((): IDBDatabaseInfo[] => []);
  const found = listed.find((database) => database.name === name)?.version;
  return found === undefined ? undefined : Math.floor(found / NATIVE_STEP);
};

/**
 * Dexie opens a database of a newer version without complaint and even adds "missing" tables to it, so the version is
 * looked up before opening, and once more on the open connection in case another window upgraded in between.
 */
const refuseNewer = (found: number | undefined, schema: StorageSchema): void => {
  const supported = newestVersion(schema);
  if (found !== undefined && found > supported) throw fail<StoreProblemCode>('store.newerData', { found, supported });
};

/** `onLost` is called once, when an open connection is lost without our doing. */
export const createConnection = (name: string, schema: StorageSchema, onLost: (problem: Problem<StoreProblemCode>) => void): Connection => {
  let opened: CaietDatabase | null = null;
  const closed = () => fail<StoreProblemCode>('store.closed');

  const lose = (problem: Problem<StoreProblemCode>): void => {
    if (opened === null) return;
    opened.close();
    opened = null;
    onLost(problem);
  };

  const typed = (error: unknown): unknown => {
    const failure = asStoreFailure(error);
    if (failure instanceof ProblemError && failure.problem.code === 'store.closed') lose({ severity: 'error', code: 'store.closed', data: {} });
    return failure;
  };

  const watch = (db: CaietDatabase): void => {
    db.on('versionchange', () => {
      lose(closed().problem);
      return false;
    });
    db.backendDB().addEventListener('close', () => {
      lose(closed().problem);
    });
  };

  const open = async (): Promise<void> => {
    refuseNewer(await installedVersion(name), schema);
    const db = new CaietDatabase(name, schema);
    try {
      await new Promise<void>((resolve, reject) => {
        // Other windows give way at once; one that does not would keep us waiting for ever.
        db.on('blocked', () => {
          reject(closed());
        });
        db.open().then(() => resolve(), reject);
      });
      refuseNewer(Math.floor(db.backendDB().version / NATIVE_STEP), schema);
    } catch (error) {
      db.close();
      throw asStoreFailure(error);
    }
    opened = db;
    watch(db);
  };

  const run = async <Result>(work: (db: CaietDatabase) => Promise<Result>): Promise<Result> => {
    if (opened === null) throw closed();
    try {
      return await work(opened);
    } catch (error) {
      throw typed(error);
    }
  };

  // Dexie follows native awaits into the work only when the scope function itself is an `async` function.
  return {
    open,
    run,
    read: (work) => run((db) => db.transaction('r', db.dataTables, async () => work(db))),
    write: (work) => run((db) => db.transaction('rw', db.dataTables, async () => work(db))),
    close: () => {
      opened?.close();
      opened = null;
    },
  };
};
