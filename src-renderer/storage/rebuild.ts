/** Rebuilding projects in memory from a snapshot and the journal lines that continue it. */
import { applyPatches } from '../domain/apply-patches';
import { verifyChain } from '../domain/audit';
import type { AuditEntry } from '../domain/change';
import type { Project } from '../domain/project';
import type { Id, Instant } from '../domain/values';
import type { CommitLine, DataLine } from './journal';

/** A project with its whole chain, as snapshots hold it. */
export interface KeptProject {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
}

export interface Rebuilt {
  readonly projects: ReadonlyMap<Id, KeptProject>;
  /** Number of the last line that could be applied, or of the base when there was none. */
  readonly lastSeq: number;
  /** When the newest change among them was made. */
  readonly newestAt: Instant | null;
}

/** The project after an entry; undefined when the entry does not continue it. An entry it already has changes nothing. */
const continued = (kept: KeptProject | undefined, entry: AuditEntry): KeptProject | undefined => {
  const history = kept?.history ?? [];
  const same = history[entry.seq - 1];
  if (same !== undefined) return same.hash === entry.hash ? kept : undefined;
  if (entry.seq !== history.length + 1 || (history.at(-1) !== undefined && history.at(-1)?.hash !== entry.previousHash)) return undefined;
  try {
    const project = applyPatches(kept?.project, entry.patches);
    return project === undefined ? undefined : { project, history: [...history, entry] };
  } catch {
    return undefined; // patches that do not fit are a gap like any other
  }
};

const applyCommit = (projects: ReadonlyMap<Id, KeptProject>, { entries }: CommitLine): Map<Id, KeptProject> | undefined => {
  const next = new Map(projects);
  for (const entry of entries) {
    const kept = continued(next.get(entry.projectId), entry);
    if (kept === undefined) return undefined;
    next.set(entry.projectId, kept);
  }
  return next;
};

const without = (projects: ReadonlyMap<Id, KeptProject>, id: Id): Map<Id, KeptProject> => {
  const next = new Map(projects);
  next.delete(id);
  return next;
};

const newest = (projects: ReadonlyMap<Id, KeptProject>): Instant | null =>
  [...projects.values()].map(({ history }) => history.at(-1)?.at ?? null).reduce((left, right) => (left !== null && (right === null || left > right) ? left : right), null);

/**
 * Applies lines in order until one does not continue what is there; whole lines only, so no commit is ever half there.
 * Projects of the base whose chain is not whole are left out.
 */
export const rebuild = (base: readonly KeptProject[], baseSeq: number, lines: readonly DataLine[]): Rebuilt => {
  let projects: ReadonlyMap<Id, KeptProject> = new Map(base.filter(({ history }) => verifyChain(history).length === 0).map((kept) => [kept.project.id, kept]));
  let lastSeq = baseSeq;
  for (const line of lines) {
    const next = line.kind === 'purge' ? without(projects, line.projectId) : applyCommit(projects, line);
    if (next === undefined) break;
    projects = next;
    lastSeq = line.commitSeq;
  }
  return { projects, lastSeq, newestAt: newest(projects) };
};

/** Which of two states of one project goes further: the one whose chain contains the other's. Null when neither does. */
export const furtherOf = (left: KeptProject, right: KeptProject): KeptProject | null => {
  const [shorter, longer] = left.history.length <= right.history.length ? [left, right] : [right, left];
  const last = shorter.history.at(-1);
  return last === undefined || longer.history[last.seq - 1]?.hash === last.hash ? longer : null;
};
