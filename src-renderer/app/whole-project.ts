/** A project together with the changes that made it. */
import { applyingPatches, applyPatches } from '../domain/apply-patches';
import { sealEntry } from '../domain/audit';
import type { AuditEntry, Change, ChangeLabel, Patch } from '../domain/change';
import { invert } from '../domain/invert';
import type { ProjectStore } from '../domain/ports/project-store';
import { fail, ProblemError } from '../domain/problem';
import type { Project } from '../domain/project';
import type { Id } from '../domain/values';

export interface WholeProject<Entry extends Change = Change> {
  readonly project: Project;
  /** Oldest first. */
  readonly log: readonly Entry[];
}

/** As stored; read again when something was stored between the two readings. Throws `store.notFound`. */
export const readWhole = async (store: ProjectStore, id: Id): Promise<WholeProject<AuditEntry>> => {
  const found = await store.load(id);
  if (found === undefined) throw fail('store.notFound', { id });
  const history = await store.history(id);
  return history.at(-1)?.hash === found.head.hash ? { project: found.project, log: history } : readWhole(store, id);
};

/** With changes that still wait to be stored on top, as far as they fit; storing refuses the others soon. */
export const withWaiting = (stored: WholeProject, waiting: readonly Change[]): WholeProject => {
  const known = new Set(stored.log.map(({ id }) => id));
  let { project } = stored;
  const log = [...stored.log];
  for (const change of waiting.filter(({ id }) => !known.has(id))) {
    try {
      project = applyPatches(project, change.patches) ?? project;
    } catch (error) {
      if (error instanceof ProblemError) break;
      throw error;
    }
    log.push(change);
  }
  return { project, log };
};

const isSealed = (change: Change | AuditEntry): change is AuditEntry => 'hash' in change;

/** The chain of a log; what is not stored yet is sealed as storing will. */
export const sealedLog = (log: readonly Change[]): AuditEntry[] => {
  const entries: AuditEntry[] = [];
  for (const change of log) entries.push(isSealed(change) ? change : sealEntry(change, entries.at(-1) ?? null));
  return entries;
};

/** What undo or redo does. */
export interface Travel {
  readonly next: Project;
  readonly label: ChangeLabel;
  readonly patches: readonly Patch[];
  readonly link: Pick<Change, 'undoes' | 'redoes'>;
}

export type Direction = 'undo' | 'redo';

/** The project as it is once `target` has been taken back or brought back, worked out with stops; null when nothing would be left. */
export function* travelling(project: Project, target: Change, direction: Direction): Generator<unknown, Travel | null> {
  const back = direction === 'undo';
  const patches = back ? invert(target.patches) : target.patches;
  const next = yield* applyingPatches(project, patches);
  if (next === undefined) return null;
  return {
    next, patches,
    label: { code: back ? 'undone' : 'redone', data: { ...target.label.data, of: target.label.code } },
    link: back ? { undoes: target.id } : { redoes: target.id },
  };
}
