/**
 * The project aggregate as rows and back. A change touches the rows its patches lead to and no others: correcting one
 * bid reads and writes that bid, however many the project has. What is in memory while a change is worked out is the
 * aggregate with only the touched members of the large collections (a part of it, yet a project by its type).
 */
import type { Table } from 'dexie';
import { applyPatches } from '../domain/apply-patches';
import { finish } from '../domain/in-steps';
import type { AuditEntry, ChainHead, Patch } from '../domain/change';
import type { ProjectSummary, StoredProject, StoreProblemCode } from '../domain/ports/project-store';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { summarise } from '../domain/project-summary';
import type { Id } from '../domain/values';
import { eachPageOf } from './pages';
import { piecesOf } from './pieces';
import { lookingForInvalid } from './project-parts';
import { rowsOf, type CaietDatabase, type ProjectRow, type RecordRow } from './schema';

/** The collections with a table of their own. */
const LARGE = ['bids', 'scoreSheets'] as const;
type Large = (typeof LARGE)[number];

/** Which rows of a project some patches lead to. `all` is the whole collection. */
interface Touched {
  readonly project: boolean;
  readonly ids: Readonly<Record<Large, ReadonlySet<Id> | 'all'>>;
}

const isLarge = (name: string | undefined): name is Large => LARGE.some((large) => large === name);

const idsTouched = (patches: readonly Patch[], collection: Large): ReadonlySet<Id> | 'all' => {
  const ids = new Set<Id>();
  for (const { path } of patches) {
    if (path.length === 0) return 'all';
    if (path[0] !== collection) continue;
    if (path[1] === undefined) return 'all';
    ids.add(path[1]);
  }
  return ids;
};

const touchedBy = (patches: readonly Patch[]): Touched => ({
  project: patches.some(({ path }) => !isLarge(path[0])),
  ids: { bids: idsTouched(patches, 'bids'), scoreSheets: idsTouched(patches, 'scoreSheets') },
});

const keyed = <Row>(rows: readonly (RecordRow<Row> | undefined)[]): Record<Id, Row> =>
  Object.fromEntries(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row.record] as const])));

/** Rows asked for or written at a time: the thread is free while the database answers. */
const ROWS_AT_A_TIME = 250;
/** Entries of a chain; a single one may hold a whole import. */
const ENTRIES_AT_A_TIME = 50;

const readCollection = async <Row>(table: Table<RecordRow<Row>, [Id, Id]>, projectId: Id, ids: ReadonlySet<Id> | 'all'): Promise<Record<Id, Row>> => {
  const rows: (RecordRow<Row> | undefined)[] = [];
  if (ids === 'all') {
    await eachPageOf(table, '[projectId+id]', projectId, ROWS_AT_A_TIME, ({ id }) => id, (page) => rows.push(...page));
    return keyed(rows);
  }
  for (const piece of piecesOf([...ids], ROWS_AT_A_TIME)) rows.push(...(await table.bulkGet(piece.map((id): [Id, Id] => [projectId, id]))));
  return keyed(rows);
};

const readPart = async (db: CaietDatabase, projectId: Id, { ids }: Touched): Promise<Project | undefined> => {
  const row = await db.projects.get(projectId);
  if (row === undefined) return undefined;
  const bids = await readCollection(db.bids, projectId, ids.bids);
  const scoreSheets = await readCollection(db.scoreSheets, projectId, ids.scoreSheets);
  return { ...row, bids, scoreSheets } as Project;
};

/** The last entry of a project's chain, or null when it has none. */
export const readHead = async (db: CaietDatabase, projectId: Id): Promise<ChainHead | null> => {
  const last = await rowsOf(db.audit, '[projectId+seq]', projectId).last();
  return last === undefined ? null : { seq: last.seq, hash: last.hash };
};

/** One project's rows before and after some entries of its chain; made by `planEntries`, carried out by `writePlan`. */
export interface ProjectPlan {
  readonly projectId: Id;
  readonly entries: readonly AuditEntry[];
  readonly touched: Touched;
  readonly before: Project | undefined;
  readonly after: Project | undefined;
  readonly summary: ProjectSummary | null;
}

/** The list line after a change. Counts are carried on by difference, for only part of the project is in memory. */
const nextSummary = (stored: ProjectSummary | undefined, before: Project | undefined, after: Project | undefined, at: string): ProjectSummary | null => {
  if (after === undefined) return null;
  const line = summarise(after, at);
  if (before === undefined || stored === undefined) return line;
  return { ...line, bidCount: stored.bidCount + line.bidCount - summarise(before, at).bidCount };
};

const continues = (entry: AuditEntry, head: ChainHead | null): boolean =>
  head === null ? entry.seq === 1 : entry.seq === head.seq + 1 && entry.previousHash === head.hash;

const planProject = async (db: CaietDatabase, projectId: Id, entries: readonly AuditEntry[]): Promise<ProjectPlan> => {
  let head = await readHead(db, projectId);
  for (const entry of entries) {
    if (!continues(entry, head)) throw fail<StoreProblemCode>('store.stale', { id: projectId });
    head = entry;
  }
  const patches = entries.flatMap((entry) => entry.patches);
  const touched = touchedBy(patches);
  const before = await readPart(db, projectId, touched);
  if (before === undefined && patches[0]?.path.length !== 0) throw fail<StoreProblemCode>('store.notFound', { id: projectId });
  const after = applyPatches(before, patches);
  const stored = await db.index.get(projectId);
  const at = entries.at(-1)?.at ?? '';
  return { projectId, entries, touched, before, after, summary: nextSummary(stored, before, after, at) };
};

/**
 * Works out what sealed entries do, without writing. Throws `store.stale` when an entry does not continue its chain
 * or a `before` is not what is stored, `store.notFound` when the project is not here and the entry does not create it.
 */
export const planEntries = async (db: CaietDatabase, entries: readonly AuditEntry[]): Promise<ProjectPlan[]> => {
  const projectIds = new Set(entries.map(({ projectId }) => projectId));
  const plans: ProjectPlan[] = [];
  for (const id of projectIds) plans.push(await planProject(db, id, entries.filter(({ projectId }) => projectId === id)));
  return plans;
};

/** The row of the `projects` table. */
export const projectRow = ({ bids: _bids, scoreSheets: _scoreSheets, ...row }: Project): ProjectRow => row as ProjectRow;

/** The rows of one large collection. */
export const recordRows = <Row>(projectId: Id, records: Readonly<Record<Id, Row>>): RecordRow<Row>[] =>
  Object.entries(records).map(([id, record]) => ({ projectId, id, record }));

const writeCollection = async (db: CaietDatabase, collection: Large, { projectId, before, after }: ProjectPlan): Promise<void> => {
  const table = db.table<RecordRow<unknown>, [Id, Id]>(collection);
  const was: Readonly<Record<Id, unknown>> = before?.[collection] ?? {};
  const is: Readonly<Record<Id, unknown>> = after?.[collection] ?? {};
  const gone = Object.keys(was).filter((id) => !Object.hasOwn(is, id));
  const changed = recordRows(projectId, is).filter(({ id, record }) => was[id] !== record);
  if (gone.length > 0) await table.bulkDelete(gone.map((id): [Id, Id] => [projectId, id]));
  for (const piece of piecesOf(changed, ROWS_AT_A_TIME)) await table.bulkPut(piece);
};

/** Carries a plan out, inside the caller's transaction. */
export const writePlan = async (db: CaietDatabase, plan: ProjectPlan): Promise<void> => {
  for (const collection of LARGE) await writeCollection(db, collection, plan);
  if (plan.after === undefined) await db.projects.delete(plan.projectId);
  else if (plan.touched.project) await db.projects.put(projectRow(plan.after));
  if (plan.summary === null) await db.index.delete(plan.projectId);
  else await db.index.put(plan.summary);
  await db.audit.bulkAdd(plan.entries);
};

/** Removes everything of a project, its chain too, inside the caller's transaction. */
export const removeProject = async (db: CaietDatabase, projectId: Id): Promise<void> => {
  await db.projects.delete(projectId);
  await db.index.delete(projectId);
  await rowsOf(db.bids, '[projectId+id]', projectId).delete();
  await rowsOf(db.scoreSheets, '[projectId+id]', projectId).delete();
  await rowsOf(db.audit, '[projectId+seq]', projectId).delete();
};

const damaged = (id: Id, where = '') => fail<StoreProblemCode>('store.damaged', { id, where });

const idsMatch = (project: Project): boolean =>
  LARGE.every((collection) => Object.entries(project[collection]).every(([id, record]) => record.id === id));

const WHOLE: Touched = { project: true, ids: { bids: 'all', scoreSheets: 'all' } };

/** The aggregate as it is stored, unchecked; undefined when it is not here. */
export const readProjectRows = (db: CaietDatabase, id: Id): Promise<Project | undefined> => readPart(db, id, WHOLE);

/**
 * A project as it is stored and the end of its chain, not looked at yet; undefined when it is not here. Throws
 * `store.damaged` when something of it is missing.
 */
export const readStored = async (db: CaietDatabase, id: Id): Promise<StoredProject | undefined> => {
  const project = await readProjectRows(db, id);
  if (project === undefined) {
    if ((await db.index.get(id)) !== undefined) throw damaged(id, 'projects');
    return undefined;
  }
  const head = await readHead(db, id);
  const length = await rowsOf(db.audit, '[projectId+seq]', id).count();
  if (head === null || head.seq !== length) throw damaged(id, 'audit');
  return { project, head };
};

/** Proves with stops that what was read is a project. Throws `store.damaged`. */
export function* checkingStored({ project }: StoredProject): Generator<number, void> {
  const place = yield* lookingForInvalid(undefined, project);
  if (place !== null) throw damaged(project.id, place);
  if (!idsMatch(project)) throw damaged(project.id, 'id');
}

/** The whole project and the end of its chain, proven without a stop, as a transaction needs it; undefined when it is not here. Throws `store.damaged`. */
export const readProject = async (db: CaietDatabase, id: Id): Promise<StoredProject | undefined> => {
  const stored = await readStored(db, id);
  if (stored !== undefined) finish(checkingStored(stored));
  return stored;
};

/** A project's chain, oldest first. */
export const readHistory = async (db: CaietDatabase, id: Id): Promise<AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  await eachPageOf(db.audit, '[projectId+seq]', id, ENTRIES_AT_A_TIME, ({ seq }) => seq, (page) => entries.push(...page));
  return entries;
};
