/**
 * Long work that leaves the window free: a few milliseconds of it, then a turn for drawing and typing, and so on. Work
 * that nobody waits for any more, because its input changed or its screen closed, stops at the next slice.
 */
import { useEffect, useState } from 'react';

/** Milliseconds of work between two turns: half of a frame at 60 a second. */
const SLICE = 8;

export interface Sliced<Step, Answer> {
  /** Null until the work is done. */
  readonly answer: Answer | null;
  /** The last thing the work told on its way; kept while it goes on. */
  readonly step: Step | null;
}

interface Held<Step, Answer> extends Sliced<Step, Answer> {
  readonly start: () => Generator<Step, Answer>;
}

/** `start` begins the work anew whenever it changes, so keep it with `useCallback`. */
export const useSliced = <Step, Answer>(start: () => Generator<Step, Answer>): Sliced<Step, Answer> => {
  const [held, setHeld] = useState<Held<Step, Answer> | null>(null);
  useEffect(() => {
    const work = start();
    let timer = 0;
    const slice = (): void => {
      const end = performance.now() + SLICE;
      for (;;) {
        const next = work.next();
        if (next.done === true) {
          setHeld({ start, answer: next.value, step: null });
          return;
        }
        if (performance.now() < end) continue;
        setHeld({ start, answer: null, step: next.value });
        timer = window.setTimeout(slice);
        return;
      }
    };
    timer = window.setTimeout(slice);
    return () => window.clearTimeout(timer);
  }, [start]);
  return held?.start === start ? held : { answer: null, step: null };
};
