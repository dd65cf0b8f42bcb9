/** Brings stored records to the form this version knows, in one transaction with the list of what was applied. */
import type { CaietDatabase } from './schema';
import { readCommitSeq, readMigrations, writeMigrations } from './database-facts';
import { readProjectRows } from './project-rows';
import { summarise } from '../domain/project-summary';
import { pendingMigrations, type RecordMigration, type StoredRecord } from './record-migrations';

const migrateTable = async (db: CaietDatabase, { table, migrate }: RecordMigration): Promise<void> => {
  if (table === 'projects') {
    const rows = await db.table<StoredRecord>('projects').toArray();
    await db.table('projects').bulkPut(rows.map(migrate));
  } else {
    const rows = await db.table<{ readonly record: StoredRecord }>(table).toArray();
    await db.table(table).bulkPut(rows.map((row) => ({ ...row, record: migrate(row.record) })));
  }
};

const renewSummaries = async (db: CaietDatabase): Promise<void> => {
  for (const line of await db.index.toArray()) {
    const project = await readProjectRows(db, line.id);
    if (project !== undefined) await db.index.put(summarise(project, line.updatedAt));
  }
};

/**
 * Inside the caller's write transaction. A database that never held data starts with everything applied. True when
 * records were changed: the journal's lines then speak of the older form, and a snapshot has to follow at once.
 */
export const migrateRecords = async (db: CaietDatabase, known: readonly RecordMigration[]): Promise<boolean> => {
  const ids = known.map(({ id }) => id);
  const stored = await readMigrations(db);
  const empty = (await readCommitSeq(db)) === 0 && (await db.projects.count()) === 0;
  const pending = pendingMigrations(stored ?? (empty ? ids : []), known);
  if (stored !== null && pending.length === 0) return false;
  for (const migration of pending) await migrateTable(db, migration);
  if (pending.length > 0) await renewSummaries(db);
  await writeMigrations(db, ids);
  return pending.length > 0;
};
