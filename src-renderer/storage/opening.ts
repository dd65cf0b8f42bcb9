/**
 * What happens before anything may be stored: the database is compared with the copies outside it, what only the
 * journal has is applied, and what the journal alone cannot bring back is offered to the person.
 */
import type { OpenOutcome, StoreProblemCode } from '../domain/ports/project-store';
import { fail, ProblemError } from '../domain/problem';
import type { CommitWriter } from './commit-writer';
import { compareWithSafety, expectedSeq, type DatabaseFacts, type Verdict } from './compare-with-safety';
import type { Connection } from './connection';
import { readFacts, readMigrations, writeCommitSeq } from './database-facts';
import { migrateRecords } from './migrate-records';
import { pendingMigrations } from './record-migrations';
import { mergeWithPresent, offerOf, readPresent, rebuildFromCopies, replaceContent } from './restore';
import { safetyUnavailable, type SafetyCopies, type SafetyState } from './safety-copies';
import { newestVersion, type StorageSchema } from './schema';

export interface OpeningOptions {
  readonly connection: Connection;
  readonly copies: SafetyCopies | null;
  readonly writer: CommitWriter;
  readonly schema: StorageSchema;
  /** Called when the data may be used, with the number of commits that no snapshot holds. */
  readonly becomeReady: (sinceSnapshot: number) => void;
  /** Copies and journal start from what the database holds now. */
  readonly beginAnew: () => Promise<void>;
}

/** Both run inside the write queue. */
export interface Opening {
  compare(): Promise<OpenOutcome>;
  answer(choice: 'restore' | 'keepPresent'): Promise<OpenOutcome>;
}

interface Finding {
  readonly facts: DatabaseFacts;
  readonly verdict: Verdict;
}

/** A line that does not continue the data ends the replay; a lost connection or full disk ends the start. */
const isGap = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code !== 'store.closed' && error.problem.code !== 'store.full';

export const createOpening = ({ connection, copies, writer, schema, becomeReady, beginAnew }: OpeningOptions): Opening => {
  /** True when records were brought to a newer form. */
  const migrate = async (): Promise<boolean> => {
    const applied = await connection.read(readMigrations);
    const upToDate = applied !== null && pendingMigrations(applied, schema.migrations).length === 0;
    return upToDate ? false : connection.write((db) => migrateRecords(db, schema.migrations));
  };

  /** What is not covered by the copies counts as endless: a snapshot is due. */
  const begin = async (replayed: number, sinceSnapshot: number): Promise<OpenOutcome> => {
    const migrated = await migrate();
    becomeReady(migrated ? Infinity : sinceSnapshot);
    return { status: 'ready', replayed };
  };

  const sinceSnapshot = (found: SafetyState | null, covered: boolean): number => (covered ? (found?.journal.lines.length ?? 0) : Infinity);

  const judge = async (found: SafetyState | null): Promise<Finding> => {
    const facts = await connection.read(readFacts);
    return { facts, verdict: found === null ? { kind: 'whole', covered: true } : compareWithSafety(facts, found) };
  };

  /** Applies what the journal has more, as far as it continues the database. How many commits that were. */
  const catchUp = async ({ verdict }: Finding): Promise<number> => {
    if (verdict.kind !== 'behind') return 0;
    try {
      await writer.replay(verdict.lines);
      return verdict.lines.length;
    } catch (error) {
      if (isGap(error)) return 0;
      throw error;
    }
  };

  const compare = async (): Promise<OpenOutcome> => {
    const found = (await copies?.read()) ?? null;
    const written = found?.ledger?.schemaVersion ?? 0;
    const supported = newestVersion(schema);
    if (written > supported) throw fail<StoreProblemCode>('store.newerData', { found: written, supported });
    const replayed = await catchUp(await judge(found));
    const { facts, verdict } = await judge(found);
    if (verdict.kind === 'whole') return begin(replayed, sinceSnapshot(found, verdict.covered));
    if (copies === null || found === null) throw safetyUnavailable();
    return { status: 'recovery', offer: offerOf(await rebuildFromCopies(copies, found), facts, found) };
  };

  const answer = async (choice: 'restore' | 'keepPresent'): Promise<OpenOutcome> => {
    const found = (await copies?.read()) ?? null;
    if (copies === null || found === null) throw safetyUnavailable();
    const { facts, verdict } = await judge(found);
    if (verdict.kind === 'whole') return begin(0, sinceSnapshot(found, verdict.covered)); // another window has answered
    const rebuilt = await rebuildFromCopies(copies, found);
    const present = await connection.read(readPresent);
    // What is given up is written as a copy of its own first, which rotation never removes.
    const givenUp = choice === 'restore' ? present.projects : [...rebuilt.projects.values()];
    if (givenUp.length > 0) await copies.writeVerified(givenUp, 'kept');
    const commitSeq = Math.max(expectedSeq(found), facts.commitSeq);
    await connection.write((db) =>
      choice === 'restore' ? replaceContent(db, mergeWithPresent(rebuilt, present, found), present, commitSeq, schema) : writeCommitSeq(db, commitSeq));
    const outcome = await begin(0, 0);
    await beginAnew();
    return outcome;
  };

  return { compare, answer };
};
