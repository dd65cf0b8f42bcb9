/** What the window is asked about itself while it works: how long it was away between two frames. */

export interface Pause {
  readonly ms: number;
  /** The functions that held the thread, longest first, as the browser names them. */
  readonly blame: string;
}

export interface Watched {
  /** Milliseconds between two frames, at the longest. */
  readonly longestGap: number;
  /** Stretches of more than 50 ms, which people notice. */
  readonly noticed: number;
  readonly pauses: readonly Pause[];
}

declare global {
  interface Window {
    benchWatch: { begin: () => void; end: () => Watched };
  }
}

/** Long Animation Frames (https://w3c.github.io/long-animation-frames/), which TypeScript's DOM library does not describe yet. */
interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly { readonly invoker: string; readonly sourceFunctionName: string; readonly sourceURL: string; readonly duration: number }[];
}

/** Runs in the page before anything else, so it can use nothing from outside itself. */
export const installProbe = (): void => {
  const NOTICED_MS = 50;
  let gaps: number[] = [];
  let frames: LongFrame[] = [];
  let last = 0;
  let isWatching = false;
  const tick = (now: number): void => {
    if (!isWatching) return;
    if (last > 0) gaps.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  new PerformanceObserver((list) => { frames.push(...(list.getEntries() as LongFrame[])); }).observe({ type: 'long-animation-frame' });
  window.benchWatch = {
    begin: () => {
      gaps = [];
      frames = [];
      last = 0;
      isWatching = true;
      requestAnimationFrame(tick);
    },
    end: () => {
      isWatching = false;
      const blame = ({ scripts }: LongFrame): string => scripts.toSorted((left, right) => right.duration - left.duration)
        .slice(0, 3).map(({ invoker, sourceFunctionName, duration }) => `${Math.round(duration)} ms ${sourceFunctionName} (${invoker})`).join('; ');
      return {
        longestGap: Math.max(0, ...gaps),
        noticed: gaps.filter((gap) => gap > NOTICED_MS).length,
        pauses: frames.toSorted((left, right) => right.duration - left.duration).slice(0, 8).map((frame) => ({ ms: frame.duration, blame: blame(frame) })),
      };
    },
  };
};
