/** Projects kept in memory for as long as a demo is being made. */
import { applyPatches } from '../../domain/apply-patches';
import { sealEntry } from '../../domain/audit';
import type { AuditEntry, Change } from '../../domain/change';
import type { ProjectStore } from '../../domain/ports/project-store';
import { fail } from '../../domain/problem';
import type { Project } from '../../domain/project';
import type { Id } from '../../domain/values';

type Kept = { readonly project: Project; readonly history: readonly AuditEntry[] };

const withChange = (kept: Kept | undefined, change: Change): Kept => {
  const project = applyPatches(kept?.project, change.patches);
  if (project === undefined) throw fail('store.notFound', { id: change.projectId });
  const history = kept?.history ?? [];
  return { project, history: [...history, sealEntry(change, history.at(-1) ?? null)] };
};

/** A store with nothing in it that forgets everything with the page. */
export const createMemoryStore = (): ProjectStore => {
  const projects = new Map<Id, Kept>();
  const take = (change: Change): void => {
    projects.set(change.projectId, withChange(projects.get(change.projectId), change));
  };
  return {
    open: async () => ({ status: 'ready', replayed: 0 }),
    recover: async () => ({ status: 'ready', replayed: 0 }),
    summaries: async () => [],
    purchases: async () => [],
    load: async (id) => {
      const kept = projects.get(id);
      const last = kept?.history.at(-1);
      return kept === undefined || last === undefined ? undefined : { project: kept.project, head: last };
    },
    history: async (id) => [...(projects.get(id)?.history ?? [])],
    commit: async (changes) => changes.forEach(take),
    adopt: async (adoptions) => {
      for await (const { change } of adoptions) take(change);
    },
    purge: async (id) => void projects.delete(id),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
};
