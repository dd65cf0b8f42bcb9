/** The list of projects. It reads one small table, whatever the projects hold. */
import type { ProjectSummary } from '../domain/ports/project-store';
import { ProblemError } from '../domain/problem';
import { summarise } from '../domain/project-summary';
import type { Id } from '../domain/values';
import { readProject } from './project-rows';
import type { CaietDatabase } from './schema';
import { eachPage } from './pages';

const TEXTS = ['id', 'title', 'buyerName', 'createdAt', 'updatedAt', 'searchText'] as const;
const COUNTS = ['lotCount', 'bidCount'] as const;
const MOMENTS = ['archivedAt', 'deletedAt'] as const;

/** With what is searched in them, some twenty thousand characters each. */
const LINES_AT_A_TIME = 50;

const isWhole = (line: Partial<ProjectSummary>): line is ProjectSummary =>
  TEXTS.every((key) => typeof line[key] === 'string') && COUNTS.every((key) => typeof line[key] === 'number')
  && MOMENTS.every((key) => line[key] === null || typeof line[key] === 'string');

/** So that a project whose line and rows are damaged is still in the list; opening it says what is wrong. */
const bareLine = (id: Id): ProjectSummary => ({
  id, title: id, buyerName: '', createdAt: '', updatedAt: '', archivedAt: null, deletedAt: null, lotCount: 0, bidCount: 0, searchText: '',
});

const derive = async (db: CaietDatabase, id: Id): Promise<ProjectSummary> => {
  try {
    const stored = await readProject(db, id);
    const last = await db.audit.get([id, stored?.head.seq ?? 0]);
    return stored === undefined ? bareLine(id) : summarise(stored.project, last?.at ?? stored.project.createdAt);
  } catch (error) {
    if (error instanceof ProblemError) return bareLine(id);
    throw error;
  }
};

/** Every project's line, in no particular order. A damaged line is derived again, without writing. */
export const readSummaries = async (db: CaietDatabase): Promise<ProjectSummary[]> => {
  const lines: Partial<ProjectSummary>[] = [];
  await eachPage(db.index, LINES_AT_A_TIME, (page) => lines.push(...page));
  const whole = lines.filter(isWhole);
  if (whole.length === lines.length && lines.length === (await db.projects.count())) return whole;
  const known = new Set(whole.map(({ id }) => id));
  const ids = new Set([...(await db.projects.toCollection().primaryKeys()), ...lines.flatMap(({ id }) => id ?? [])]);
  const derived: ProjectSummary[] = [];
  for (const id of ids) if (!known.has(id)) derived.push(await derive(db, id));
  return [...whole, ...derived];
};
