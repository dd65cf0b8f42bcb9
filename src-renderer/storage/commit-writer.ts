/**
 * Projects in IndexedDB, with copies outside it. How a change gets stored:
 *
 * 1. In the write queue (one writer over all windows) the change is checked against what is stored and sealed into
 *    its project's chain. A `before` that does not match is refused as `store.stale`; nothing was written anywhere.
 * 2. Its line, numbered `commitSeq`, goes to the journal outside the browser and to the disk.
 * 3. One strict transaction writes the touched rows, the audit entries, the list lines and `commitSeq`. Only then is
 *    the change acknowledged. The ledger follows shortly after.
 *
 * The journal comes first, so whenever the process dies, what was acknowledged is in both and what was under way is
 * in the journal: it is applied at the next start (a change the person made, found again, and told as such) or, if
 * the line itself was torn, it never was. When the transaction is refused while we live, the person is told "not
 * saved", so the line must not come back at the next start: a `void` line takes its number back, and the next commit
 * uses the number again, which replaces the line a second time. Replaying is idempotent: only numbers above the
 * database's own `commitSeq` are applied, in order, each checked against the chain, and a line that does not continue
 * it stops the replay. One case is left: a disk that takes the line, refuses the transaction, and refuses the void
 * line as well, followed by the end of the process. Then the change is applied at the next start, as a whole and
 * announced by `replayed`; nothing the person typed is lost by it.
 *
 * If the journal cannot be written, the change is stored all the same and a warning is emitted.
 */
import { sealEntry, verifyChain } from '../domain/audit';
import type { AuditEntry, Change, ChainHead } from '../domain/change';
import type { Adoption, StoreProblemCode } from '../domain/ports/project-store';
import { fail } from '../domain/problem';
import type { Id } from '../domain/values';
import type { Connection } from './connection';
import { readCommitSeq, writeCommitSeq } from './database-facts';
import type { DataLine } from './journal';
import { refuseInvalid } from './project-parts';
import { planEntries, readHead, removeProject, writePlan, type ProjectPlan } from './project-rows';
import type { SafetyCopies } from './safety-copies';
import type { CaietDatabase } from './schema';

/** All methods run inside the write queue. */
export interface CommitWriter {
  commit(changes: readonly Change[]): Promise<AuditEntry[]>;
  adopt(adoptions: readonly Adoption[]): Promise<void>;
  purge(id: Id): Promise<void>;
  /** Applies journal lines that the database lacks; stops with a ProblemError at one that does not continue it. */
  replay(lines: readonly DataLine[]): Promise<void>;
}

interface Prepared {
  readonly entries: readonly AuditEntry[];
  readonly plans: readonly ProjectPlan[];
  readonly commitSeq: number;
}

/** The ends of the chains while several changes are sealed one after another. */
class Heads {
  private readonly known = new Map<Id, ChainHead | null>();

  constructor(private readonly db: CaietDatabase) {}

  async of(projectId: Id): Promise<ChainHead | null> {
    const known = this.known.get(projectId);
    return known === undefined ? readHead(this.db, projectId) : known;
  }

  async seal(change: Change): Promise<AuditEntry> {
    const entry = sealEntry(change, await this.of(change.projectId));
    this.known.set(change.projectId, entry);
    return entry;
  }

  /** A whole chain of a project that is not here yet. */
  async take(projectId: Id, history: readonly AuditEntry[]): Promise<void> {
    const whole = verifyChain(history).length === 0 && history.every((entry) => entry.projectId === projectId);
    if (!whole) throw fail<StoreProblemCode>('store.damaged', { id: projectId, where: 'audit' });
    if ((await this.of(projectId)) !== null) throw fail<StoreProblemCode>('store.stale', { id: projectId });
    this.known.set(projectId, history.at(-1) ?? null);
  }
}

const sealChanges = async (db: CaietDatabase, changes: readonly Change[]): Promise<AuditEntry[]> => {
  const heads = new Heads(db);
  const entries: AuditEntry[] = [];
  for (const change of changes) entries.push(await heads.seal(change));
  return entries;
};

const sealAdoptions = async (db: CaietDatabase, adoptions: readonly Adoption[]): Promise<AuditEntry[]> => {
  const heads = new Heads(db);
  const entries: AuditEntry[] = [];
  for (const { history, change } of adoptions) {
    if (history.length > 0) await heads.take(change.projectId, history);
    entries.push(...history, await heads.seal(change));
  }
  return entries;
};

const exists = async (db: CaietDatabase, id: Id): Promise<boolean> =>
  (await db.index.get(id)) !== undefined || (await db.projects.get(id)) !== undefined;

export const createCommitWriter = (connection: Connection, copies: SafetyCopies | null): CommitWriter => {
  const transact = (commitSeq: number, work: (db: CaietDatabase) => Promise<void>): Promise<void> =>
    connection.write(async (db) => {
      // The queue makes this true; without the queue (a platform lacking locks) it keeps two windows from mixing.
      if ((await readCommitSeq(db)) !== commitSeq - 1) throw fail<StoreProblemCode>('store.stale');
      await work(db);
      await writeCommitSeq(db, commitSeq);
    });

  const writePlans = (plans: readonly ProjectPlan[]) => async (db: CaietDatabase): Promise<void> => {
    for (const plan of plans) await writePlan(db, plan);
  };

  const journalThenWrite = async (line: DataLine, work: (db: CaietDatabase) => Promise<void>): Promise<void> => {
    await copies?.append(line);
    try {
      await transact(line.commitSeq, work);
    } catch (error) {
      await copies?.append({ kind: 'void', commitSeq: line.commitSeq });
      throw error;
    }
  };

  const store = async (seal: (db: CaietDatabase) => Promise<AuditEntry[]>): Promise<AuditEntry[]> => {
    const { entries, plans, commitSeq } = await connection.read(async (db): Promise<Prepared> => {
      const sealed = await seal(db);
      return { entries: sealed, plans: await planEntries(db, sealed), commitSeq: (await readCommitSeq(db)) + 1 };
    });
    for (const { before, after } of plans) refuseInvalid(before, after);
    await journalThenWrite({ kind: 'commit', commitSeq, entries }, writePlans(plans));
    return [...entries];
  };

  const replayLine = async (line: DataLine): Promise<void> => {
    if (line.kind === 'purge') return transact(line.commitSeq, (db) => removeProject(db, line.projectId));
    const plans = await connection.read((db) => planEntries(db, line.entries));
    return transact(line.commitSeq, writePlans(plans));
  };

  return {
    commit: (changes) => store((db) => sealChanges(db, changes)),
    adopt: async (adoptions) => {
      await store((db) => sealAdoptions(db, adoptions));
    },
    purge: async (id) => {
      const commitSeq = await connection.read(async (db) => {
        if (!(await exists(db, id))) throw fail<StoreProblemCode>('store.notFound', { id });
        return (await readCommitSeq(db)) + 1;
      });
      await journalThenWrite({ kind: 'purge', commitSeq, projectId: id }, (db) => removeProject(db, id));
    },
    replay: async (lines) => {
      for (const line of lines) await replayLine(line);
    },
  };
};
