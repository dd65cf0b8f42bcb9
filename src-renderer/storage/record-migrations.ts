/**
 * What later versions do to stored records. Every migration has an id, they are applied in the order of the list, and
 * the list of those applied is stored with the data. The stored list must be the beginning of ours: an id we do not
 * know was written by a newer Caiet, and a known one out of order is a mistake in the program, never guessed around.
 */
import type { StoreProblemCode } from '../domain/ports/project-store';
import { fail } from '../domain/problem';

/** A stored record as plain JSON. */
export type StoredRecord = Readonly<Record<string, unknown>>;

export interface RecordMigration {
  /** What it is about and its number among those, `bids/1`. Never changed once released. */
  readonly id: string;
  readonly table: 'projects' | 'bids' | 'scoreSheets';
  /** The record in its next form. Must leave alone what it does not know. */
  readonly migrate: (record: StoredRecord) => StoredRecord;
}

/** The migrations still to apply. Throws `store.newerData` when the data has seen some we do not know. */
export const pendingMigrations = (applied: readonly string[], known: readonly RecordMigration[]): readonly RecordMigration[] => {
  const unknown = applied.find((id) => !known.some((migration) => migration.id === id));
  if (unknown !== undefined) throw fail<StoreProblemCode>('store.newerData', { found: applied.length, supported: known.length });
  const outOfOrder = applied.findIndex((id, index) => known[index]?.id !== id);
  if (outOfOrder >= 0) throw new Error(`record migrations were applied in another order: ${applied[outOfOrder]} at ${outOfOrder}`);
  return known.slice(applied.length);
};
