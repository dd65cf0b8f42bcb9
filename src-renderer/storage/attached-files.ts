/**
 * The contents of documents. Bytes never go through the journal or into snapshots, which would write the same megabytes
 * over and over: a content is written once, under its SHA-256, into the database and beside the snapshots, before the
 * change that speaks of it is made. When the database has lost it, it comes back from there as soon as it is asked for.
 * A document taken off the list keeps its content, for undo may bring it back; it goes with the project.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AttachedFiles } from '../domain/ports/attached-files';
import type { SafetyStore } from '../domain/ports/safety-store';
import { Dexie } from 'dexie';
import type { Id } from '../domain/values';
import { lazyConnection } from './lazy-connection';
import { DATABASE_NAME, type CaietDatabase, type FileRow } from './schema';
import { platformLocks, queueName, type WriteLocks } from './write-queue';

export interface AttachedFilesOptions {
  /** Of the database; for tests. */
  readonly name?: string;
  readonly locks?: WriteLocks;
  /** Null where nothing can be kept outside the database. */
  readonly safety: SafetyStore | null;
}

/** Name of the copy beside the snapshots. */
const COPY = 'caiet-file-';
const fileCopyName = (sha256: string): string => `${COPY}${sha256}`;
export const isFileCopy = (name: string): boolean => name.startsWith(COPY);

const isContent = async (bytes: Uint8Array, sha256: string): Promise<boolean> =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))) === sha256;

const rowsOfProject = (db: CaietDatabase, projectId: Id) => db.files.where('[projectId+id]').between([projectId, Dexie.minKey], [projectId, Dexie.maxKey]);

export const createDexieAttachedFiles = ({ name = DATABASE_NAME, locks = platformLocks(), safety }: AttachedFilesOptions): AttachedFiles => {
  const connected = lazyConnection(name);

  const write = <Result>(work: (db: CaietDatabase) => Promise<Result>): Promise<Result> =>
    locks.request(queueName(name), async () => (await connected()).write(work));

  /** The second home is a comfort, not a condition: without it the content is in the database all the same. */
  const copyOut = async (files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
    if (safety === null) return;
    try {
      const there = new Set((await safety.listSnapshots()).map((each) => each.name));
      for (const [sha256, bytes] of files) {
        if (!there.has(fileCopyName(sha256))) await safety.writeSnapshot(fileCopyName(sha256), bytes);
      }
    } catch {
      // Told by the next change: its journal line goes to the same place.
    }
  };

  const copyIn = async (projectId: Id, sha256: string): Promise<Uint8Array | undefined> => {
    if (safety === null) return undefined;
    try {
      const bytes = await safety.readSnapshot(fileCopyName(sha256));
      if (!(await isContent(bytes, sha256))) return undefined;
      await write((db) => db.files.put({ projectId, id: sha256, bytes }));
      return bytes;
    } catch {
      return undefined;
    }
  };

  return {
    put: async (projectId, files) => {
      if (files.size === 0) return;
      await copyOut(files);
      await write((db) => db.files.bulkPut([...files].map(([id, bytes]): FileRow => ({ projectId, id, bytes }))));
    },
    get: async (projectId, sha256) => {
      const row = await (await connected()).read((db) => db.files.get([projectId, sha256]));
      return row !== undefined && (await isContent(row.bytes, sha256)) ? row.bytes : copyIn(projectId, sha256);
    },
    forget: async (projectId) => {
      const gone = await write(async (db) => {
        const keys = await rowsOfProject(db, projectId).primaryKeys();
        await rowsOfProject(db, projectId).delete();
        const left = new Set((await db.files.toCollection().primaryKeys()).map(([, id]) => id));
        return keys.map(([, id]) => id).filter((id) => !left.has(id));
      });
      for (const sha256 of gone) await safety?.removeSnapshot(fileCopyName(sha256)).catch(() => undefined);
    },
  };
};
