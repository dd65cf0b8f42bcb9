/** Stopping work in the middle, and letting others work in between. */
import type { StopSignal } from '../../domain/ports/stop-signal';
import { fail } from '../../domain/problem';

/** Throws `file.cancelled` once the person has cancelled. */
export const stopIfCancelled = (signal: StopSignal | undefined): void => {
  if (signal?.aborted === true) throw fail('file.cancelled');
};

const BREATH_MS = 40;

/** Gives the event loop a turn now and then, so that a long loop can be watched and stopped. Call it as often as you like. */
export const breather = (): (() => Promise<void> | undefined) => {
  let last = performance.now();
  return () => {
    if (performance.now() - last < BREATH_MS) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      });
    });
  };
};
