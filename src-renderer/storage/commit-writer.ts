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
import { bytesToHex } from '@noble/hashes/utils.js';
import { hashedText, unsealedEntry, verifyChain } from '../domain/audit';
import type { AuditEntry, Change, ChainHead } from '../domain/change';
import type { Adoption, StoreProblemCode, StoreWatched as Watched } from '../domain/ports/project-store';
import { sha256Hex } from '../domain/digest';
import { fail } from '../domain/problem';
import type { Id } from '../domain/values';
import { Turns } from '../turns/turns';
import type { Connection } from './connection';
import { readCommitSeq, writeCommitSeq } from './database-facts';
import type { DataLine } from './journal';
import { refusingInvalid } from './project-parts';
import { planEntries, readHead, removeProject, writePlan, type ProjectPlan } from './project-rows';
import type { SafetyCopies } from './safety-copies';
import type { CaietDatabase } from './schema';

/** All methods run inside the write queue. */
export interface CommitWriter {
  commit(changes: readonly Change[]): Promise<void>;
  adopt(adoptions: readonly Adoption[], watched?: Watched): Promise<void>;
  purge(id: Id): Promise<void>;
  /** Applies journal lines that the database lacks; stops with a ProblemError at one that does not continue it. */
  replay(lines: readonly DataLine[]): Promise<void>;
}

/** What a commit does to one project. */
interface Arrival {
  readonly projectId: Id;
  /** Empty, or the whole chain of a project that is not here yet. */
  readonly history: readonly AuditEntry[];
  readonly changes: readonly Change[];
}

/** Longer texts are hashed by the platform, on another thread; in UTF-16 units or bytes. */
const LONG = 16_384;

const digestOf = async (text: string): Promise<string> =>
  (text.length < LONG ? sha256Hex(text) : bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))));

/** Refuses a chain that is not whole, with turns for others. Outside any transaction, for it takes its time. */
const refuseBroken = async ({ projectId, history }: Arrival, turns: Turns): Promise<void> => {
  const proven = new Set<AuditEntry>();
  for (const entry of history.flatMap((one) => [one, ...(one.annex ?? [])])) {
    const text = hashedText(entry);
    if (text !== null && (await digestOf(text)) === entry.hash) proven.add(entry);
    await turns.take();
  }
  const whole = verifyChain(history, (entry) => proven.has(entry)).length === 0 && history.every((entry) => entry.projectId === projectId);
  if (!whole) throw fail<StoreProblemCode>('store.damaged', { id: projectId, where: 'audit' });
};

/** UTF-8 in pieces, so that no long text is turned into bytes at once. */
function* encoded(pieces: Generator<string>): Generator<number, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    const part = encoder.encode(piece);
    parts.push(part);
    length += part.length;
    yield length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const sealed = async (change: Change, head: ChainHead | null, turns: Turns): Promise<AuditEntry> => {
  const { pieces, seal } = unsealedEntry(change, head);
  const bytes = await turns.through(encoded(pieces()));
  return seal(bytes.length < LONG ? sha256Hex(bytes) : bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
};

/** The entries an arrival adds to the end `stored` of its project's chain. Outside any transaction, for others have turns meanwhile. Refuses a chain of a project that is here. */
const sealArrival = async ({ projectId, history, changes }: Arrival, stored: ChainHead | null, turns: Turns): Promise<AuditEntry[]> => {
  if (history.length > 0 && stored !== null) throw fail<StoreProblemCode>('store.stale', { id: projectId });
  let head = history.at(-1) ?? stored;
  const entries = [...history];
  for (const change of changes) {
    const entry = await sealed(change, head, turns);
    entries.push(entry);
    head = entry;
  }
  return entries;
};

/** Changes by their projects, in the order in which each project comes first. */
const arrivalsOf = (adoptions: readonly Adoption[]): Arrival[] => {
  const arrivals = new Map<Id, { readonly history: AuditEntry[]; readonly changes: Change[] }>();
  for (const { history, change } of adoptions) {
    const known = arrivals.get(change.projectId);
    if (known === undefined) arrivals.set(change.projectId, { history: [...history], changes: [change] });
    // A chain belongs before everything else of its project; here something of it has been met already.
    else if (history.length > 0) throw fail<StoreProblemCode>('store.stale', { id: change.projectId });
    else known.changes.push(change);
  }
  return [...arrivals].map(([projectId, arrival]) => ({ projectId, ...arrival }));
};

/** Share of the work before anything is written. */
const PREPARED = 0.6;

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

  const writePlans = (plans: readonly ProjectPlan[], onWritten: (fraction: number) => void = () => undefined) => async (db: CaietDatabase): Promise<void> => {
    for (const [index, plan] of plans.entries()) {
      await writePlan(db, plan);
      onWritten((index + 1) / plans.length);
    }
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

  /** Seals and checks everything first; the queue keeps others from writing meanwhile, in this window and any other. */
  const store = async (adoptions: readonly Adoption[], { onProgress = () => undefined, signal }: Watched = {}): Promise<void> => {
    const turns = new Turns();
    const arrivals = arrivalsOf(adoptions);
    const plans: ProjectPlan[] = [];
    let commitSeq = 0;
    for (const arrival of arrivals) {
      await refuseBroken(arrival, turns);
      const head = await connection.read(async (db) => {
        commitSeq ||= (await readCommitSeq(db)) + 1;
        return readHead(db, arrival.projectId);
      });
      const chain = await sealArrival(arrival, head, turns);
      const planned = await connection.read((db) => planEntries(db, chain));
      await turns.take();
      for (const { before, after } of planned) await turns.through(refusingInvalid(before, after));
      plans.push(...planned);
      await turns.take();
      if (signal?.aborted === true) throw fail('store.cancelled');
      onProgress((plans.length / arrivals.length) * PREPARED, true);
    }
    const entries = plans.flatMap((plan) => plan.entries);
    onProgress(PREPARED, false);
    await journalThenWrite({ kind: 'commit', commitSeq, entries }, writePlans(plans, (fraction) => onProgress(PREPARED + fraction * (1 - PREPARED), false)));
  };

  const replayLine = async (line: DataLine): Promise<void> => {
    if (line.kind === 'purge') return transact(line.commitSeq, (db) => removeProject(db, line.projectId));
    const plans = await connection.read((db) => planEntries(db, line.entries));
    return transact(line.commitSeq, writePlans(plans));
  };

  return {
    commit: (changes) => store(changes.map((change) => ({ history: [], change }))),
    adopt: store,
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
