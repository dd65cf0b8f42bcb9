/**
 * The open project and its edits. An edit shows at once and is stored right after, in order. When storing fails,
 * editing stops: what is on the screen and what is on the disk must not drift apart.
 */
import { produce, type Draft } from 'immer';
import { applyPatches } from '../domain/apply-patches';
import type { AuditEntry, Change, ChangeLabel, Patch } from '../domain/change';
import { followConflicts } from '../domain/conflict-decision';
import { invert } from '../domain/invert';
import { guardRefusal } from '../domain/call-guard';
import { freezeInForce } from '../domain/frozen-call';
import { finish, mapInSteps } from '../domain/in-steps';
import { diffInSteps } from '../domain/json-diff';
import { decisionLock } from '../domain/decision/decision-lock';
import { fail, ProblemError } from '../domain/problem';
import { refuseGrowth } from '../domain/project-problems';
import { lockedScoresChanged } from '../domain/quality-lock';
import { summarise } from '../domain/project-summary';
import type { Project } from '../domain/project';
import { undoState } from '../domain/undo';
import type { Id } from '../domain/values';
import { wellFormed } from '../domain/well-formed';
import { inSlices } from '../turns/turns';
import type { ProjectPorts } from './ports';
import { createSaveQueue, type SaveQueue } from './save-queue';
import { createTravels } from './travels';
import { readWhole, sealedLog, withWaiting, type WholeProject } from './whole-project';
import type { Workspace } from './workspace';

/** Of a change whose label is made with it. */
const UNSAID: ChangeLabel = { code: 'projectEdited', data: {} };

type Link = Pick<Change, 'undoes' | 'redoes' | 'merged' | 'annex'>;
type Recipe = (draft: Draft<Project>) => void;

export interface Session {
  /** The open project; throws `store.notFound` when none is. */
  readonly project: () => Project;
  /** The open project's changes, oldest first. */
  readonly log: () => readonly Change[];
  /**
   * A project with the history that tells of exactly it: as shown when it is open, also while saving fails, else as
   * stored. Throws `store.notFound`.
   */
  readonly whole: (id: Id) => Promise<WholeProject<AuditEntry>>;
  readonly open: (id: Id) => Promise<void>;
  readonly close: () => void;
  /** Changes the open project. False when nothing changed, editing is stopped or a decision forbids it. Throws `project.tooMany`. */
  readonly edit: (label: ChangeLabel, recipe: Recipe) => boolean;
  /** As `edit`, for a next state made by a pure function. */
  readonly replace: (label: ChangeLabel, next: Project) => boolean;
  /**
   * As `replace`, for much work: the window draws and answers in between, and when the project was changed meanwhile the
   * next state is made of it from the start. A label that tells of the outcome is made after it. Rejects with
   * `store.notFound` when the project was left.
   */
  readonly replaceInSlices: (label: ChangeLabel | (() => ChangeLabel), make: (now: Project) => Generator<unknown, Project>) => Promise<boolean>;
  /** Changes a stored project, open or not, and waits until it is stored. False when editing is stopped. */
  readonly editStored: (id: Id, label: ChangeLabel, recipe: Recipe) => Promise<boolean>;
  /** A change of any project, made here and now by the person in the settings. */
  readonly change: (projectId: Id, label: ChangeLabel, patches: readonly Patch[], link?: Link) => Change;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when nothing waits to be stored. */
  readonly settle: () => Promise<void>;
  /** True while something a person did is not stored. */
  readonly unstored: () => boolean;
  /** Tries again to store what could not be stored. */
  readonly retry: () => void;
  /** Reads the open project again, after another window or an import changed it. */
  readonly reload: () => Promise<void>;
}

interface Step {
  readonly patches: readonly Patch[];
  readonly next: Project;
}

const clean = (patch: Patch): Patch => (patch.after === undefined ? patch : { ...patch, after: wellFormed(patch.after) });

/** Patches from one state to the next, and that next state, with every text well formed. Throws `project.tooMany`. */
function* stepping(before: Project, next: Project): Generator<number, Step> {
  refuseGrowth(before, next);
  const asked = yield* diffInSteps(before, next);
  const patches = yield* mapInSteps(asked, clean);
  const changed = patches.some((patch, index) => patch.after !== asked[index]?.after);
  return { patches, next: changed ? (applyPatches(before, patches) ?? next) : next };
}

const step = (before: Project, next: Project): Step => finish(stepping(before, next));

/** Makes changes in the name of the person in the settings. */
const changeMaker = (ports: ProjectPorts, workspace: Workspace): Session['change'] => (projectId, label, patches, link = {}) => {
  const { authorName, deviceId } = workspace.state().settings;
  return { id: ports.ids.next(), projectId, label, at: ports.clock.now(), author: authorName, deviceId, patches, ...link };
};

/** For work nobody waits for: a problem is told, a defect surfaces. */
const tellProblem = (workspace: Workspace) => (error: unknown): void => {
  if (!(error instanceof ProblemError)) throw error;
  workspace.notify({ tone: 'warning', code: 'problem', problem: error.problem });
};

/** False, with a word about it, while what is on the screen could not be stored. */
const mayEdit = (workspace: Workspace): boolean => {
  if (workspace.state().save.status !== 'failed') return true;
  workspace.notify({ tone: 'warning', code: 'readOnly' });
  return false;
};

/** False, with a word about it, for a change of what a decision, locked scores or the freeze of the call cover; nothing of it is made. */
const mayBecome = (workspace: Workspace, before: Project, next: Project, log: readonly Change[]): boolean => {
  const scored = lockedScoresChanged(before, next);
  const locked = decisionLock(before, next) ?? (scored === null ? null : fail('score.locked', { lot: before.lots[scored]?.number ?? '' }).problem);
  if (locked !== null) workspace.notify({ tone: 'warning', code: 'problem', problem: locked });
  const code = locked === null ? guardRefusal(before, next, log) : null;
  if (code !== null) workspace.notify({ tone: 'error', code: 'problem', problem: fail(code, { freeze: freezeInForce(before)?.id ?? '' }).problem });
  return locked === null && code === null;
};

/** Reads the project, and shows what the others buy, which some of its warnings rest on. */
const readOpening = async (store: ProjectPorts['store'], workspace: Workspace, id: Id): ReturnType<typeof readWhole> => {
  const [found, purchases] = await Promise.all([readWhole(store, id), store.purchases()]);
  workspace.set({ purchases });
  return found;
};

/** Stores what a recipe changes in a project that need not be open; `empty` is the change still without patches. */
const editInStore = async (store: ProjectPorts['store'], workspace: Workspace, recipe: Recipe, empty: Change): Promise<'stored' | 'same' | 'refused'> => {
  const { project: before, log } = await readWhole(store, empty.projectId);
  const { patches, next } = step(before, followConflicts(before, produce(before, recipe), empty));
  if (patches.length === 0) return 'same';
  if (!mayBecome(workspace, before, next, log)) return 'refused';
  await store.commit([{ ...empty, patches }]);
  workspace.putSummary(summarise(next, empty.at));
  return 'stored';
};

/** Each half in slices: making the next state, and finding what changed. */
const stepInSlices = async (before: Project, make: (now: Project) => Generator<unknown, Project>, made: Change): Promise<Step> =>
  inSlices(stepping(before, followConflicts(before, await inSlices(make(before)), made)));

/** What the store says by itself: that it is lost, that a copy is missing, or that another window changed the open project. */
const followStore = (store: ProjectPorts['store'], workspace: Workspace, queue: SaveQueue, open: () => Id | null): void => {
  store.subscribe((event) => {
    const id = open();
    if (event.type === 'closed') queue.stop(event.problem);
    else if (event.type === 'warning') workspace.notify({ tone: 'warning', code: 'problem', problem: event.problem });
    else if (event.remote && id !== null && event.projectIds.includes(id)) queue.noteOvertaken();
  });
};

export const createSession = (ports: ProjectPorts, workspace: Workspace): Session => {
  const change = changeMaker(ports, workspace);
  let current: Project | null = null;
  let log: readonly Change[] = [];
  /** What the person asked for last: a slower reading of another project must not come up instead. */
  let wanted: Id | null = null;

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

  const close = (): void => {
    wanted = null;
    show(null, []);
  };

  const load = async (id: Id): Promise<void> => {
    const before = log;
    const found = await readOpening(ports.store, workspace, id);
    if (wanted !== id) return;
    // An edit made meanwhile may be stored by now, and yet be missing from what was read.
    if (current?.id === id && log !== before) return load(id);
    const now = withWaiting(found, queue.waiting(id));
    show(now.project, now.log);
  };

  /** A project that another window removed for good is closed, and that is told. */
  const reload = async (): Promise<void> => {
    if (current === null) return;
    const { id } = current;
    try {
      await load(id);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'store.notFound') throw error;
      close();
      workspace.notify({ tone: 'warning', code: 'problem', problem: error.problem });
    }
  };

  const queue = createSaveQueue({
    store: ports.store,
    clock: ports.clock,
    show: (save) => workspace.set({ save }),
    stored: ({ projectId, at }) => {
      if (current?.id === projectId) workspace.putSummary(summarise(current, at));
    },
    overtaken: async (lost) => {
      await reload();
      if (lost && current !== null) workspace.notify({ tone: 'warning', code: 'reloaded' });
    },
  });

  const editable = (): boolean => mayEdit(workspace);
  const take = (next: Project, made: Change): void => {
    show(next, [...log, made]);
    queue.add(made);
  };

  const takeStep = (before: Project, made: Change, { patches, next }: Step): boolean => {
    const isTaken = editable() && patches.length > 0 && mayBecome(workspace, before, next, log);
    if (isTaken) take(next, { ...made, patches });
    return isTaken;
  };

  const replace: Session['replace'] = (label, asked) => {
    if (!editable()) return false;
    const before = project();
    const made = change(before.id, label, []);
    return takeStep(before, made, step(before, followConflicts(before, asked, made)));
  };

  const replaceInSlices: Session['replaceInSlices'] = async (label, make) => {
    if (!editable()) return false;
    const before = project();
    const made = change(before.id, UNSAID, []);
    const found = await stepInSlices(before, make, made);
    if (project().id !== before.id) throw fail('store.notFound', { id: before.id });
    return current === before ? takeStep(before, { ...made, label: typeof label === 'function' ? label() : label }, found) : replaceInSlices(label, make);
  };

  /** While saving fails, undo takes back what could not be stored: often that alone mends it. */
  const withdraw = (): boolean => {
    const last = current === null ? undefined : queue.withdraw(current.id);
    if (current === null || last === undefined) return false;
    show(applyPatches(current, invert(last.patches)) ?? current, log.slice(0, -1));
    return true;
  };

  const travels = createTravels({
    here: () => (current !== null && editable() ? { project: current, log } : null),
    arrive: (before, { next, label, patches, link }) => {
      if (mayBecome(workspace, before, next, log)) take(next, change(before.id, label, patches, link));
    },
    failed: tellProblem(workspace),
  });

  followStore(ports.store, workspace, queue, () => current?.id ?? null);

  return {
    project,
    log: () => log,
    whole: async (id) => (current?.id === id ? { project: current, log: sealedLog(log) } : readWhole(ports.store, id)),
    open: async (id) => {
      wanted = id;
      try {
        await queue.settle();
        await load(id);
      } finally {
        if (wanted === id) wanted = current?.id ?? null;
      }
    },
    close,
    edit: (label, recipe) => replace(label, produce(project(), recipe)),
    replace,
    replaceInSlices,
    editStored: async (id, label, recipe) => {
      await queue.settle();
      const outcome = editable() ? await editInStore(ports.store, workspace, recipe, change(id, label, [])) : 'refused';
      if (outcome === 'stored' && current?.id === id) await reload();
      return outcome !== 'refused';
    },
    change,
    undo: () => {
      if (workspace.state().save.status !== 'failed' || !withdraw()) travels.go('undo');
    },
    redo: () => travels.go('redo'),
    settle: () => travels.settle().then(queue.settle),
    unstored: () => travels.underWay() || queue.busy(), retry: queue.retry, reload,
  };
};
