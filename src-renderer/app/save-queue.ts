/**
 * Stores changes in the order they were made, one transaction each, and says honestly how that goes: "saving" while
 * any waits, "saved" when none does, "failed" when one could not be stored; what came after it is kept for a retry.
 */
import type { Change } from '../domain/change';
import type { Clock } from '../domain/ports/clock';
import type { ProjectStore } from '../domain/ports/project-store';
import type { Problem } from '../domain/problem';
import type { SaveState } from './caiet';
import { problemOf } from './workspace';

export interface SaveQueueOptions {
  readonly store: ProjectStore;
  readonly clock: Clock;
  readonly show: (state: SaveState) => void;
  readonly stored: (change: Change) => void;
  /** Another window was first; the state here has to be read again. Called when nothing waits any more. */
  readonly overtaken: () => Promise<void>;
}

export interface SaveQueue {
  readonly add: (change: Change) => void;
  /** Resolves when nothing waits. */
  readonly settle: () => Promise<void>;
  readonly idle: () => boolean;
  readonly retry: () => void;
  /** The connection is gone: nothing can be stored until a restart. */
  readonly stop: (problem: Problem) => void;
  /** Somebody else changed the open project: read it again as soon as nothing waits. */
  readonly noteOvertaken: () => void;
}

export const createSaveQueue = ({ store, clock, show, stored, overtaken }: SaveQueueOptions): SaveQueue => {
  let tail: Promise<void> = Promise.resolve();
  let waiting = 0;
  let unstored: Change[] = [];
  let wasOvertaken = false;
  let stopped = false;

  const commit = async (change: Change): Promise<void> => {
    // Order matters: behind a change that is not stored, none is.
    if (unstored.length > 0) {
      unstored.push(change);
      return;
    }
    try {
      await store.commit([change]);
      stored(change);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'store.stale') {
        wasOvertaken = true;
        return;
      }
      unstored.push(change);
      show({ status: 'failed', problem });
    }
  };

  const drained = async (): Promise<void> => {
    if (waiting > 0) return;
    if (wasOvertaken) {
      wasOvertaken = false;
      await overtaken();
    }
    if (unstored.length === 0 && !stopped) show({ status: 'saved', at: clock.now() });
  };

  const add = (change: Change): void => {
    waiting += 1;
    if (unstored.length === 0) show({ status: 'saving' });
    tail = tail.then(async () => {
      try {
        await commit(change);
      } finally {
        waiting -= 1;
      }
      await drained();
    });
  };

  return {
    add,
    settle: () => tail,
    idle: () => waiting === 0,
    retry: () => {
      const again = unstored;
      unstored = [];
      for (const change of again) add(change);
    },
    stop: (problem) => {
      stopped = true;
      show({ status: 'failed', problem });
    },
    noteOvertaken: () => {
      wasOvertaken = true;
    },
  };
};
