/** What undo and redo would do, read from the audit trail alone: it survives a restart and needs no state of its own. */
import type { Change, ChangeCode } from './change';
import type { Id } from './values';

export interface UndoState {
  /** The change undo takes back: commit its inverted patches with `undoes` set to its id. */
  readonly undo: Change | null;
  /** The change redo brings back: commit its own patches with `redoes` set to its id. */
  readonly redo: Change | null;
}

/**
 * How a project came to be: there is nothing to go back to, so undo stops here. A decision is such a stop too: it is
 * not undone but opened again, by an act of its own that says who ordered it and why. And so
 * are opened envelopes: prices that were seen cannot be sealed again.
 */
const BEGINNINGS: ReadonlySet<ChangeCode> = new Set(['projectCreated', 'projectImported', 'projectDuplicated', 'decisionMade', 'decisionReopened', 'pricesOpened']);

const take = (stack: Change[], id: Id): Change | undefined => {
  // The entry is the last one unless two windows undid at the same moment.
  const index = stack.findLastIndex((entry) => entry.id === id);
  return index < 0 ? undefined : stack.splice(index, 1)[0];
};

const move = (from: Change[], to: Change[], id: Id): void => {
  const entry = take(from, id);
  if (entry !== undefined) to.push(entry);
};

/**
 * One pass over the trail, oldest first. `undoes` and `redoes` name the original change, never the undo or redo
 * entry; a fresh change clears what could be redone.
 */
export const undoState = (history: readonly Change[]): UndoState => {
  const done: Change[] = [];
  const undone: Change[] = [];
  for (const entry of history) {
    if (entry.undoes !== undefined) move(done, undone, entry.undoes);
    else if (entry.redoes !== undefined) move(undone, done, entry.redoes);
    // What only notes something, as a receipt, leaves nothing to take back.
    else if (entry.patches.length > 0 || BEGINNINGS.has(entry.label.code)) {
      undone.length = 0;
      if (BEGINNINGS.has(entry.label.code)) done.length = 0;
      else done.push(entry);
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
};
