/** What the database says of itself: how many commits it has seen, how many rows it holds, what was done to its records. */
import { z } from '../domain/schema';
import type { CaietDatabase } from './schema';
import type { DatabaseFacts } from './compare-with-safety';

const readMeta = async <Value>(db: CaietDatabase, key: string, schema: z.ZodType<Value>, absent: Value): Promise<Value> => {
  const row = await db.meta.get(key);
  const value = schema.safeParse(row?.value);
  return value.success ? value.data : absent;
};

/** Number of the last commit in the database; 0 when there was none. */
export const readCommitSeq = (db: CaietDatabase): Promise<number> => readMeta(db, 'commitSeq', z.int().min(0), 0);

/** Inside the caller's transaction. */
export const writeCommitSeq = async (db: CaietDatabase, value: number): Promise<void> => {
  await db.meta.put({ key: 'commitSeq', value });
};

/** Ids of the record migrations the data has been through; null for a database without any data yet. */
export const readMigrations = (db: CaietDatabase): Promise<string[] | null> => readMeta(db, 'migrations', z.array(z.string()).nullable(), null);

/** Inside the caller's transaction. */
export const writeMigrations = async (db: CaietDatabase, ids: readonly string[]): Promise<void> => {
  await db.meta.put({ key: 'migrations', value: [...ids] });
};

/** Rows by table, for the ledger. */
export const readFacts = async (db: CaietDatabase): Promise<DatabaseFacts> => {
  const tables = [db.projects, db.bids, db.scoreSheets, db.audit, db.index];
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table.name] = await table.count();
  return { commitSeq: await readCommitSeq(db), counts };
};
