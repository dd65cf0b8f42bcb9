/**
 * Stores changes in the order they were made, one transaction each, and says honestly how that goes: "saving" while
 * any waits, "saved" when none does, "failed" when one could not be stored; that one and what came after it are kept
 * for a retry, or to be withdrawn.
 */
import type { Change } from '../domain/change';
import type { Clock } from '../domain/ports/clock';
import type { ProjectStore } from '../domain/ports/project-store';
import { ProblemError, type Problem } from '../domain/problem';
import type { Id } from '../domain/values';
import type { SaveState } from './caiet';

export interface SaveQueueOptions {
  readonly store: ProjectStore;
  readonly clock: Clock;
  readonly show: (state: SaveState) => void;
  readonly stored: (change: Change) => void;
  /**
   * Another window changed the open project; the state here has to be read again. Called when nothing is being stored.
   * `lost`: a change made here did not fit any more and was given up.
   */
  readonly overtaken: (lost: boolean) => Promise<void>;
}

export interface SaveQueue {
  readonly add: (change: Change) => void;
  /** Resolves when nothing is being stored; never rejects. */
  readonly settle: () => Promise<void>;
  /** Changes of a project that are made and not stored yet, oldest first. */
  readonly waiting: (projectId: Id) => readonly Change[];
  /** True while anything made is not stored. */
  readonly busy: () => boolean;
  readonly retry: () => void;
  /** Takes out the last change that could not be stored; undefined when there is none or it is another project's. */
  readonly withdraw: (projectId: Id) => Change | undefined;
  /** The connection is gone: nothing can be stored until a restart. */
  readonly stop: (problem: Problem) => void;
  /** Somebody else changed the open project: read it again as soon as nothing is being stored. */
  readonly noteOvertaken: () => void;
}

/** The project is not what the change was made on, or not there any more: no retry can help. */
const OVERTAKEN: ReadonlySet<string> = new Set(['store.stale', 'store.notFound']);

/** A defect is told like every failure, and surfaces as an uncaught error as well. */
const problemIn = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  queueMicrotask(() => {
    throw error;
  });
  return { severity: 'error', code: 'unexpected', data: {} };
};

export const createSaveQueue = ({ store, clock, show, stored, overtaken }: SaveQueueOptions): SaveQueue => {
  let tail: Promise<void> = Promise.resolve();
  let pending: readonly Change[] = [];
  let failed = false;
  let stopped = false;
  let wasOvertaken = false;
  let lost = false;

  const forget = (change: Change): void => {
    pending = pending.filter((each) => each !== change);
  };

  const commit = async (change: Change): Promise<void> => {
    try {
      await store.commit([change]);
    } catch (error) {
      const problem = problemIn(error);
      if (OVERTAKEN.has(problem.code)) {
        forget(change);
        wasOvertaken = true;
        lost = true;
      } else {
        failed = true;
        show({ status: 'failed', problem });
      }
      return;
    }
    forget(change);
    stored(change);
  };

  const drained = async (): Promise<void> => {
    if (wasOvertaken) {
      const wasLost = lost;
      wasOvertaken = false;
      lost = false;
      await overtaken(wasLost);
    }
    if (pending.length === 0 && !stopped) show({ status: 'saved', at: clock.now() });
  };

  const storeAll = async (): Promise<void> => {
    try {
      // Order matters: behind a change that is not stored, none is.
      for (let next = pending[0]; next !== undefined && !failed; next = pending[0]) await commit(next);
      await drained();
    } catch (error) {
      show({ status: 'failed', problem: problemIn(error) });
    }
  };

  const go = (): void => {
    tail = tail.then(storeAll);
  };

  return {
    add: (change) => {
      pending = [...pending, change];
      if (!failed) show({ status: 'saving' });
      go();
    },
    settle: () => tail,
    waiting: (projectId) => pending.filter((change) => change.projectId === projectId),
    busy: () => pending.length > 0,
    retry: () => {
      failed = false;
      if (pending.length > 0) show({ status: 'saving' });
      go();
    },
    withdraw: (projectId) => {
      const last = failed ? pending.at(-1) : undefined;
      if (last?.projectId !== projectId) return undefined;
      forget(last);
      if (pending.length === 0) {
        failed = false;
        if (!stopped) show({ status: 'saved', at: clock.now() });
      }
      return last;
    },
    stop: (problem) => {
      stopped = true;
      show({ status: 'failed', problem });
    },
    noteOvertaken: () => {
      wasOvertaken = true;
      go();
    },
  };
};
