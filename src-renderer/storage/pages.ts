/** Tables read a few rows at a time: whatever a reading brings is copied out of the database in one go. */
import type { Table } from 'dexie';
import type { Id } from '../domain/values';
import { rowsOf } from './schema';

/**
 * Hands on the rows of a table keyed by `id`, so many at a time, in the order of their keys. Inside the caller's
 * transaction, so all pages are of one moment.
 */
export const eachPage = async <Row>(table: Table<Row, Id>, size: number, take: (rows: readonly Row[]) => void): Promise<void> => {
  let last: Id | null = null;
  for (;;) {
    const rows: Row[] = await (last === null ? table.orderBy(':id') : table.where(':id').above(last)).limit(size).toArray();
    take(rows);
    if (rows.length < size) return;
    last = (rows.at(-1) as { readonly id: Id } | undefined)?.id ?? null;
  }
};

/** The same for the rows of one project in a table keyed by the project and something of the row's own. */
export const eachPageOf = async <Row, Part extends Id | number>(
  table: Table<Row, [Id, Part]>, keyPath: '[projectId+id]' | '[projectId+seq]', projectId: Id, size: number, partOf: (row: Row) => Part, take: (rows: readonly Row[]) => void,
): Promise<void> => {
  let last: Part | undefined;
  for (;;) {
    const rows: Row[] = await rowsOf(table, keyPath, projectId, last).limit(size).toArray();
    take(rows);
    const end = rows.at(-1);
    if (end === undefined || rows.length < size) return;
    last = partOf(end);
  }
};
