/** Undo and redo of the open project: a small change before the next frame, a large one in slices. */
import type { Change } from '../domain/change';
import { finish } from '../domain/in-steps';
import type { Project } from '../domain/project';
import { undoState } from '../domain/undo';
import { inSlices } from '../turns/turns';
import { travelling, type Direction, type Travel, type WholeProject } from './whole-project';

/** A change of so many values is taken back at once. */
const AT_ONCE = 500;

export interface TravelOptions {
  /** The open project and its changes; null when none is open or editing is stopped, which has been told then. */
  readonly here: () => WholeProject | null;
  /** Shows and stores where it led from `before`, the open project. */
  readonly arrive: (before: Project, travelled: Travel) => void;
  /** Why a large change could not be taken back after all. */
  readonly failed: (error: unknown) => void;
}

export interface Travels {
  readonly go: (direction: Direction) => void;
  /** Resolves when none is under way. */
  readonly settle: () => Promise<void>;
  readonly underWay: () => boolean;
}

export const createTravels = ({ here, arrive, failed }: TravelOptions): Travels => {
  let underWay: Promise<void> | null = null;

  const arriveIn = (before: Project, travelled: Travel | null): void => {
    if (travelled !== null) arrive(before, travelled);
  };

  /** What was edited meanwhile stays: the same change is then taken back from there, if it still can be. */
  const inTurns = async (before: Project, target: Change, direction: Direction): Promise<void> => {
    const travelled = await inSlices(travelling(before, target, direction));
    const now = here();
    if (now?.project.id !== before.id) return;
    if (now.project === before) arriveIn(before, travelled);
    else await inTurns(now.project, target, direction);
  };

  const go = (direction: Direction): void => {
    // One after another: what the next one is about is known once this one has arrived.
    if (underWay !== null) {
      underWay = underWay.then(() => go(direction));
      return;
    }
    const now = here();
    const target = now === null ? null : undoState(now.log)[direction];
    if (now === null || target === null) return;
    if (target.patches.length <= AT_ONCE) arriveIn(now.project, finish(travelling(now.project, target, direction)));
    else underWay = inTurns(now.project, target, direction).catch(failed).finally(() => { underWay = null; });
  };

  return {
    go,
    settle: async () => {
      while (underWay !== null) await underWay;
    },
    underWay: () => underWay !== null,
  };
};
