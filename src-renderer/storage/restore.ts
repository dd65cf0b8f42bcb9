/** Bringing back what the database lost: from the newest readable snapshot and the journal that continues it. */
import { summarise } from '../domain/project-summary';
import type { RecoveryOffer, StoreProblemCode } from '../domain/ports/project-store';
import { fail, ProblemError } from '../domain/problem';
import type { Id } from '../domain/values';
import { verifyChain } from '../domain/audit';
import { expectedSeq, type DatabaseFacts } from './compare-with-safety';
import { writeCommitSeq, writeMigrations } from './database-facts';
import { projectRow, readHistory, readProject, recordRows, removeProject } from './project-rows';
import { furtherOf, rebuild, type KeptProject, type Rebuilt } from './rebuild';
import type { SafetyCopies, SafetyState } from './safety-copies';
import type { CaietDatabase, StorageSchema } from './schema';

/** Projects that can be read whole, and the ids of those that cannot. */
export interface Present {
  readonly projects: readonly KeptProject[];
  readonly damaged: readonly Id[];
}

/** Every project with its chain; damaged ones are named, not dropped. Inside the caller's transaction. */
export const readPresent = async (db: CaietDatabase): Promise<Present> => {
  const projects: KeptProject[] = [];
  const damaged: Id[] = [];
  for (const id of await db.projects.toCollection().primaryKeys()) {
    try {
      const stored = await readProject(db, id);
      const history = await readHistory(db, id);
      if (stored !== undefined && verifyChain(history).length === 0) projects.push({ project: stored.project, history });
      else damaged.push(id);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      damaged.push(id);
    }
  }
  return { projects, damaged };
};

/** What the copies outside the database add up to. */
export const rebuildFromCopies = async (copies: SafetyCopies, { journal }: SafetyState): Promise<Rebuilt> => {
  const { base, lines } = journal;
  const startsEmpty = base === null ? lines[0]?.commitSeq === 1 : base.snapshot === null;
  const snapshot = startsEmpty ? null : await copies.newestReadable(base?.snapshot ?? null);
  return rebuild(snapshot?.projects ?? [], base?.commitSeq ?? 0, lines);
};

/** What is shown before the person decides. */
export const offerOf = (rebuilt: Rebuilt, facts: DatabaseFacts, safety: SafetyState): RecoveryOffer => ({
  recoverableProjects: rebuilt.projects.size,
  presentProjects: facts.counts['projects'] ?? 0,
  lostChanges: expectedSeq(safety) - facts.commitSeq,
  newestAt: rebuilt.newestAt,
});

const purgedIn = ({ journal }: SafetyState): ReadonlySet<Id> =>
  new Set(journal.lines.flatMap((line) => (line.kind === 'purge' ? [line.projectId] : [])));

/** Per project whichever goes further; a project only the database has stays, unless it was removed for good since. */
export const mergeWithPresent = (rebuilt: Rebuilt, present: Present, safety: SafetyState): KeptProject[] => {
  const purged = purgedIn(safety);
  const merged = new Map(rebuilt.projects);
  for (const here of present.projects) {
    const { id } = here.project;
    const copy = merged.get(id);
    if (copy !== undefined) merged.set(id, furtherOf(copy, here) ?? copy);
    else if (!purged.has(id)) merged.set(id, here);
  }
  return [...merged.values()];
};

const sameSize = (left: object, right: object): boolean => Object.keys(left).length === Object.keys(right).length;

/** Reads back what was just written; a project that is not there as it should be undoes the whole transaction. */
const verifyStored = async (db: CaietDatabase, { project, history }: KeptProject): Promise<void> => {
  const stored = await readProject(db, project.id);
  const whole = stored !== undefined && sameSize(stored.project.bids, project.bids) && sameSize(stored.project.scoreSheets, project.scoreSheets)
    && stored.head.hash === history.at(-1)?.hash;
  if (!whole) throw fail<StoreProblemCode>('store.damaged', { id: project.id, where: 'count' });
};

const putProject = async (db: CaietDatabase, { project, history }: KeptProject): Promise<void> => {
  await removeProject(db, project.id);
  await db.projects.put(projectRow(project));
  await db.bids.bulkPut(recordRows(project.id, project.bids));
  await db.scoreSheets.bulkPut(recordRows(project.id, project.scoreSheets));
  await db.audit.bulkPut(history);
  await db.index.put(summarise(project, history.at(-1)?.at ?? project.createdAt));
};

/**
 * Makes the database hold the given projects, inside the caller's write transaction: chains are proven before and
 * rows read back after, and any difference undoes everything. Damaged projects that no copy can replace are left.
 */
export const replaceContent = async (db: CaietDatabase, projects: readonly KeptProject[], present: Present, commitSeq: number, schema: StorageSchema): Promise<void> => {
  const broken = projects.find(({ history }) => history.length === 0 || verifyChain(history).length > 0);
  if (broken !== undefined) throw fail<StoreProblemCode>('store.damaged', { id: broken.project.id, where: 'audit' });
  for (const { project } of present.projects) await removeProject(db, project.id);
  for (const kept of projects) await putProject(db, kept);
  await writeCommitSeq(db, commitSeq);
  await writeMigrations(db, schema.migrations.map(({ id }) => id));
  for (const kept of projects) await verifyStored(db, kept);
};
