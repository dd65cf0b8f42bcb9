/**
 * The shape of the database on this device. A released version is never edited: a new one is added below it, and
 * `test/fixtures/storage/` keeps the data of each released version so that every later Caiet must still read it.
 */
import { Dexie, type Table } from 'dexie';
import type { AuditEntry } from '../domain/change';
import type { ProjectSummary } from '../domain/ports/project-store';
import type { Bid, Project, ScoreSheet } from '../domain/project';
import type { Id } from '../domain/values';
import type { RecordMigration } from './record-migrations';

/** Where the database lives. Never renamed: a changed name is a lost address. */
export const DATABASE_NAME = 'caiet';

/** The aggregate without the collections that have tables of their own. */
export type ProjectRow = Omit<Project, 'bids' | 'scoreSheets'>;

/** One record of a large collection; the record itself is kept as it came, unknown fields included. */
export interface RecordRow<Row> {
  readonly projectId: Id;
  readonly id: Id;
  readonly record: Row;
}

/** `commitSeq` (a number) and `migrations` (ids in the order they were applied). */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** The content of a document; `id` is its SHA-256. Two projects that have the same file each have a row of their own. */
export interface FileRow {
  readonly projectId: Id;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** One numbered Dexie version: table name → its primary key and indexes. */
export interface SchemaVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
}

/** Everything that describes stored data: the table versions and what was done to records since. */
export interface StorageSchema {
  readonly versions: readonly SchemaVersion[];
  readonly migrations: readonly RecordMigration[];
}

/** Tables by version, oldest first. Large collections are keyed by project and id, so two projects never collide. */
export const STORAGE_SCHEMA: StorageSchema = {
  versions: [
    {
      version: 1,
      stores: {
        projects: 'id',
        bids: '[projectId+id]',
        scoreSheets: '[projectId+id]',
        audit: '[projectId+seq]',
        index: 'id',
        meta: 'key',
        settings: 'key',
      },
    },
    {
      version: 2,
      stores: {
        // Contents of attached documents, under their SHA-256, and this device's signing key.
        files: '[projectId+id]',
        device: 'key',
      },
    },
  ],
  migrations: [],
};

/** The newest version a schema knows. */
export const newestVersion = (schema: StorageSchema): number => Math.max(...schema.versions.map(({ version }) => version));

/**
 * The open database. Strict durability: a transaction completes after its data reached the disk. Nothing reopens by
 * itself: a lost connection is a state the person is told about (see `connection.ts`).
 */
export class CaietDatabase extends Dexie {
  declare readonly projects: Table<ProjectRow, Id>;
  declare readonly bids: Table<RecordRow<Bid>, [Id, Id]>;
  declare readonly scoreSheets: Table<RecordRow<ScoreSheet>, [Id, Id]>;
  declare readonly audit: Table<AuditEntry, [Id, number]>;
  declare readonly index: Table<ProjectSummary, Id>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly settings: Table<MetaRow, string>;
  declare readonly files: Table<FileRow, [Id, string]>;
  declare readonly device: Table<MetaRow, string>;

  constructor(name: string, schema: StorageSchema) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
    for (const { version, stores } of schema.versions) this.version(version).stores({ ...stores });
    // Nobody observes queries here, and noting and broadcasting every key of ten thousand rows holds the thread.
    this.unuse({ stack: 'dbcore', name: 'Observability' });
  }

  /**
   * Every table with data. Each write transaction names them all, so that IndexedDB itself runs writes one after the
   * other even if something ever got past the write queue: two unfinished ones at a kill can cost the whole database.
   */
  get dataTables(): Table[] {
    return [this.projects, this.bids, this.scoreSheets, this.audit, this.index, this.meta, this.settings, this.files, this.device];
  }
}

/** The key range of one project's rows in a table keyed by `[projectId+…]`; those behind `after`, where it is given. */
export const rowsOf = <Row, Part extends Id | number>(table: Table<Row, [Id, Part]>, keyPath: '[projectId+id]' | '[projectId+seq]', projectId: Id, after?: Part) =>
  table.where(keyPath).between([projectId, after ?? Dexie.minKey], [projectId, Dexie.maxKey], after === undefined, false);
