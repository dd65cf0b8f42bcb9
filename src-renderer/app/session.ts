/**
 * The open project and its edits. An edit shows at once and is stored right after, in order, one transaction each.
 * "Saved" is said only when nothing is waiting. When storing fails, editing stops: what is on the screen and what is
 * on the disk must not drift apart.
 */
import { produce, type Draft } from 'immer';
import { applyPatches } from '../domain/apply-patches';
import type { Change, ChangeLabel, Patch } from '../domain/change';
import { diff } from '../domain/json-diff';
import { invert } from '../domain/invert';
import { summarise } from '../domain/project-summary';
import { fail, ProblemError } from '../domain/problem';
import type { Project } from '../domain/project';
import { undoState } from '../domain/undo';
import type { Id } from '../domain/values';
import type { CaietPorts } from './ports';
import { problemOf, type Workspace } from './workspace';

type Link = Pick<Change, 'undoes' | 'redoes'>;

export interface Session {
  /** The open project; throws `store.notFound` when none is. */
  project(): Project;
  /** The open project's changes, oldest first. */
  log(): readonly Change[];
  open(id: Id): Promise<void>;
  close(): void;
  /** Changes the open project. False when nothing changed or editing is stopped. */
  edit(label: ChangeLabel, recipe: (draft: Draft<Project>) => void): boolean;
  /** As `edit`, for a next state made by a pure function. */
  replace(label: ChangeLabel, next: Project): boolean;
  /** Changes a stored project, open or not, and waits until it is stored. */
  editStored(id: Id, label: ChangeLabel, recipe: (draft: Draft<Project>) => void): Promise<void>;
  /** A change of any project, made here and now by the person in the settings. */
  change(projectId: Id, label: ChangeLabel, patches: readonly Patch[], link?: Link): Change;
  undo(): void;
  redo(): void;
  settle(): Promise<void>;
  /** Tries again to store what could not be stored. */
  retry(): void;
  /** Reads the open project again, after another window or an import changed it. */
  reload(): Promise<void>;
}

export const createSession = (ports: CaietPorts, workspace: Workspace): Session => {
  let current: Project | null = null;
  let log: Change[] = [];
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;
  let unstored: Change[] = [];
  let stale = false;
  let closed = false;

  const project = (): Project => {
    if (current === null) throw fail('store.notFound', { id: '' });
    return current;
  };

  const publish = (): void => {
    if (current === null) {
      workspace.set({ open: null });
      return;
    }
    const { undo, redo } = undoState(log);
    workspace.set({ open: { project: current, undo: undo?.label ?? null, redo: redo?.label ?? null } });
  };

  const change = (projectId: Id, label: ChangeLabel, patches: readonly Patch[], link: Link = {}): Change => {
    const { authorName, deviceId } = workspace.state().settings;
    return { id: ports.ids.next(), projectId, label, at: ports.clock.now(), author: authorName, deviceId, patches, ...link };
  };

  const editable = (): boolean => {
    if (workspace.state().save.status !== 'failed') return true;
    workspace.notify({ tone: 'warning', code: 'readOnly' });
    return false;
  };

  const load = async (id: Id): Promise<void> => {
    const stored = await ports.store.load(id);
    if (stored === undefined) throw fail('store.notFound', { id });
    log = await ports.store.history(id);
    current = stored.project;
    publish();
  };

  const reload = async (): Promise<void> => {
    if (current !== null) await load(current.id);
  };

  const store = async (next: Change): Promise<void> => {
    if (unstored.length > 0) {
      unstored.push(next);
      return;
    }
    try {
      await ports.store.commit([next]);
      if (current?.id === next.projectId) workspace.putSummary(summarise(current, next.at));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'store.stale') {
        stale = true;
        return;
      }
      unstored.push(next);
      workspace.set({ save: { status: 'failed', problem } });
    }
  };

  const drained = async (): Promise<void> => {
    if (waiting > 0) return;
    if (stale) {
      stale = false;
      await reload();
      workspace.notify({ tone: 'warning', code: 'reloaded' });
    }
    if (unstored.length === 0 && !closed) workspace.set({ save: { status: 'saved', at: ports.clock.now() } });
  };

  const enqueue = (next: Change): void => {
    waiting += 1;
    if (workspace.state().save.status === 'saved') workspace.set({ save: { status: 'saving' } });
    queue = queue.then(async () => {
      try {
        await store(next);
      } finally {
        waiting -= 1;
      }
      await drained();
    });
  };

  const commitEdit = (next: Project, made: Change): void => {
    current = next;
    log = [...log, made];
    publish();
    enqueue(made);
  };

  const replace = (label: ChangeLabel, next: Project): boolean => {
    if (!editable()) return false;
    const before = project();
    const patches = diff(before, next);
    if (patches.length === 0) return false;
    commitEdit(next, change(before.id, label, patches));
    return true;
  };

  const step = (which: 'undo' | 'redo'): void => {
    if (current === null || !editable()) return;
    const target = undoState(log)[which];
    if (target === null) return;
    const patches = which === 'undo' ? invert(target.patches) : target.patches;
    const label: ChangeLabel = { code: which === 'undo' ? 'undone' : 'redone', data: { ...target.label.data, of: target.label.code } };
    const next = applyPatches(current, patches);
    if (next === undefined) return;
    commitEdit(next, change(current.id, label, patches, which === 'undo' ? { undoes: target.id } : { redoes: target.id }));
  };

  ports.store.subscribe((event) => {
    if (event.type === 'closed') {
      closed = true;
      workspace.set({ save: { status: 'failed', problem: event.problem } });
    } else if (event.type === 'warning') workspace.notify({ tone: 'warning', code: 'problem', problem: event.problem });
    else if (event.remote && event.projectId === current?.id) {
      if (waiting > 0) stale = true;
      else void reload();
    }
  });

  return {
    project,
    log: () => log,
    open: async (id) => {
      await queue;
      await load(id);
    },
    close: () => {
      current = null;
      log = [];
      publish();
    },
    edit: (label, recipe) => replace(label, produce(project(), recipe)),
    replace,
    editStored: async (id, label, recipe) => {
      if (!editable()) return;
      await queue;
      const stored = await ports.store.load(id);
      if (stored === undefined) throw fail('store.notFound', { id });
      const next = produce(stored.project, recipe);
      const patches = diff(stored.project, next);
      if (patches.length === 0) return;
      const made = change(id, label, patches);
      await ports.store.commit([made]);
      workspace.putSummary(summarise(next, made.at));
      if (current?.id === id) await reload();
    },
    change,
    undo: () => {
      step('undo');
    },
    redo: () => {
      step('redo');
    },
    settle: async () => {
      await queue;
    },
    retry: () => {
      const again = unstored;
      unstored = [];
      workspace.set({ save: { status: 'saving' } });
      for (const made of again) enqueue(made);
    },
    reload,
  };
};

/** Turns an expected failure of a command into a notice; anything else is a defect and is rethrown. */
export const reportingTo = (workspace: Workspace) => async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) workspace.notify({ tone: 'error', code: 'problem', problem: error.problem });
    throw error;
  }
};
