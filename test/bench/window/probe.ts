/**
 * What the window is asked about itself while it works: how long it was away between two frames, and how long its thread
 * was held at a stretch, which is what the program itself does: a frame also waits for the machine to paint it.
 */

export interface Watched {
  /** Milliseconds between two frames, at the longest. */
  readonly longestGap: number;
  /** Milliseconds in which the thread took no turn, at the longest. */
  readonly longestHold: number;
  /** Stretches of more than 50 ms, which people notice. */
  readonly noticed: number;
}

declare global {
  interface Window {
    benchWatch: { begin: () => void; end: () => Watched };
  }
}

/** Runs in the page before anything else, so it can use nothing from outside itself. */
export const installProbe = (): void => {
  const NOTICED_MS = 50;
  /** The least a timer that sets itself again waits. */
  const TIMER_MS = 4;
  let gaps: number[] = [];
  let longestHold = 0;
  let lastTurn = 0;
  let last = 0;
  let isWatching = false;
  const tick = (now: number): void => {
    if (!isWatching) return;
    if (last > 0) gaps.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  const turn = (): void => {
    if (!isWatching) return;
    const now = performance.now();
    longestHold = Math.max(longestHold, now - lastTurn - TIMER_MS);
    lastTurn = now;
    setTimeout(turn, TIMER_MS);
  };
  window.benchWatch = {
    begin: () => {
      gaps = [];
      last = 0;
      isWatching = true;
      longestHold = 0;
      lastTurn = performance.now();
      requestAnimationFrame(tick);
      setTimeout(turn, TIMER_MS);
    },
    end: () => {
      isWatching = false;
      return {
        longestGap: Math.max(0, ...gaps),
        longestHold,
        noticed: gaps.filter((gap) => gap > NOTICED_MS).length,
      };
    },
  };
};
