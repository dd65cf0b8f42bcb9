/**
 * The open project and its edits. An edit shows at once and is stored right after, in order. When storing fails,
 * editing stops: what is on the screen and what is on the disk must not drift apart.
 */
import { produce, type Draft } from 'immer';
import { applyPatches } from '../domain/apply-patches';
import type { Change, ChangeLabel, Patch } from '../domain/change';
import { invert } from '../domain/invert';
import { diff } from '../domain/json-diff';
import { fail } from '../domain/problem';
import { summarise } from '../domain/project-summary';
import type { Project } from '../domain/project';
import { undoState } from '../domain/undo';
import type { Id } from '../domain/values';
import { wellFormed } from '../domain/well-formed';
import type { CaietPorts } from './ports';
import { createSaveQueue } from './save-queue';
import type { Workspace } from './workspace';

type Link = Pick<Change, 'undoes' | 'redoes'>;
type Recipe = (draft: Draft<Project>) => void;

export interface Session {
  /** The open project; throws `store.notFound` when none is. */
  readonly project: () => Project;
  /** The open project's changes, oldest first. */
  readonly log: () => readonly Change[];
  readonly open: (id: Id) => Promise<void>;
  readonly close: () => void;
  /** Changes the open project. False when nothing changed or editing is stopped. */
  readonly edit: (label: ChangeLabel, recipe: Recipe) => boolean;
  /** As `edit`, for a next state made by a pure function. */
  readonly replace: (label: ChangeLabel, next: Project) => boolean;
  /** Changes a stored project, open or not, and waits until it is stored. */
  readonly editStored: (id: Id, label: ChangeLabel, recipe: Recipe) => Promise<void>;
  /** A change of any project, made here and now by the person in the settings. */
  readonly change: (projectId: Id, label: ChangeLabel, patches: readonly Patch[], link?: Link) => Change;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when nothing waits to be stored. */
  readonly settle: () => Promise<void>;
  /** Tries again to store what could not be stored. */
  readonly retry: () => void;
  /** Reads the open project again, after another window or an import changed it. */
  readonly reload: () => Promise<void>;
}

/** Patches from one state to the next, and that next state, with every text well formed. */
const step = (before: Project, next: Project): { readonly patches: readonly Patch[]; readonly next: Project } => {
  const patches = diff(before, next);
  const clean = patches.map((patch) => (patch.after === undefined ? patch : { ...patch, after: wellFormed(patch.after) }));
  const changed = clean.some((patch, index) => patch.after !== patches[index]?.after);
  return { patches: clean, next: changed ? (applyPatches(before, clean) ?? next) : next };
};

/** Makes changes in the name of the person in the settings. */
const changeMaker = (ports: CaietPorts, workspace: Workspace): Session['change'] => (projectId, label, patches, link = {}) => {
  const { authorName, deviceId } = workspace.state().settings;
  return { id: ports.ids.next(), projectId, label, at: ports.clock.now(), author: authorName, deviceId, patches, ...link };
};

export const createSession = (ports: CaietPorts, workspace: Workspace): Session => {
  const change = changeMaker(ports, workspace);
  let current: Project | null = null;
  let log: readonly Change[] = [];

  const project = (): Project => {
    if (current === null) throw fail('store.notFound', { id: '' });
    return current;
  };

  const show = (next: Project | null, changes: readonly Change[]): void => {
    current = next;
    log = changes;
    const { undo, redo } = undoState(log);
    workspace.set({ open: next === null ? null : { project: next, undo: undo?.label ?? null, redo: redo?.label ?? null } });
  };

  const stored = async (id: Id): Promise<Project> => {
    const found = await ports.store.load(id);
    if (found === undefined) throw fail('store.notFound', { id });
    return found.project;
  };

  const load = async (id: Id): Promise<void> => {
    show(await stored(id), await ports.store.history(id));
  };
  const reload = async (): Promise<void> => {
    if (current !== null) await load(current.id);
  };

  const queue = createSaveQueue({
    store: ports.store,
    clock: ports.clock,
    show: (save) => {
      workspace.set({ save });
    },
    stored: ({ projectId, at }) => {
      if (current?.id === projectId) workspace.putSummary(summarise(current, at));
    },
    overtaken: async () => {
      await reload();
      workspace.notify({ tone: 'warning', code: 'reloaded' });
    },
  });

  const editable = (): boolean => {
    if (workspace.state().save.status !== 'failed') return true;
    workspace.notify({ tone: 'warning', code: 'readOnly' });
    return false;
  };

  const make = (next: Project, made: Change): void => {
    show(next, [...log, made]);
    queue.add(made);
  };

  const replace: Session['replace'] = (label, wanted) => {
    if (!editable()) return false;
    const before = project();
    const { patches, next } = step(before, wanted);
    if (patches.length === 0) return false;
    make(next, change(before.id, label, patches));
    return true;
  };

  const travel = (direction: 'undo' | 'redo'): void => {
    const target = undoState(log)[direction];
    if (current === null || target === null || !editable()) return;
    const back = direction === 'undo';
    const patches = back ? invert(target.patches) : target.patches;
    const next = applyPatches(current, patches);
    if (next === undefined) return;
    const label: ChangeLabel = { code: back ? 'undone' : 'redone', data: { ...target.label.data, of: target.label.code } };
    make(next, change(current.id, label, patches, back ? { undoes: target.id } : { redoes: target.id }));
  };

  ports.store.subscribe((event) => {
    if (event.type === 'closed') queue.stop(event.problem);
    else if (event.type === 'warning') workspace.notify({ tone: 'warning', code: 'problem', problem: event.problem });
    else if (event.remote && event.projectId === current?.id) {
      if (queue.idle()) void reload();
      else queue.noteOvertaken();
    }
  });

  return {
    project,
    log: () => log,
    open: async (id) => {
      await queue.settle();
      await load(id);
    },
    close: () => {
      show(null, []);
    },
    edit: (label, recipe) => replace(label, produce(project(), recipe)),
    replace,
    editStored: async (id, label, recipe) => {
      if (!editable()) return;
      await queue.settle();
      const before = await stored(id);
      const { patches, next } = step(before, produce(before, recipe));
      if (patches.length === 0) return;
      const made = change(id, label, patches);
      await ports.store.commit([made]);
      workspace.putSummary(summarise(next, made.at));
      if (current?.id === id) await reload();
    },
    change,
    undo: () => {
      travel('undo');
    },
    redo: () => {
      travel('redo');
    },
    settle: queue.settle,
    retry: queue.retry,
    reload,
  };
};
