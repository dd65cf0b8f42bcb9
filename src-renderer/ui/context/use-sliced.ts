/** Work in slices for a component. What nobody waits for any more, because its input changed or its screen closed, stops. */
import { startTransition, useEffect, useState } from 'react';
import { runInSlices, type Turns } from './run-in-slices';

export interface Sliced<Step, Answer> {
  /** Null until the work is done. */
  readonly answer: Answer | null;
  /** The last thing the work told on its way; null before and after. */
  readonly step: Step | null;
  /** The answer or, while it is being worked out anew, the one before. */
  readonly last: Answer | null;
}

interface Held<Step, Answer> extends Sliced<Step, Answer> {
  readonly start: () => Generator<Step, Answer>;
}

const WINDOW_TURNS: Turns = {
  now: () => performance.now(),
  later: (call) => {
    const timer = setTimeout(call);
    return () => clearTimeout(timer);
  },
};

/** `start` begins the work anew whenever it changes, so keep it with `useCallback`. */
export const useSliced = <Step, Answer>(start: () => Generator<Step, Answer>): Sliced<Step, Answer> => {
  const [held, setHeld] = useState<Held<Step, Answer> | null>(null);
  useEffect(() => runInSlices(start(), WINDOW_TURNS, {
    onStep: (step) => setHeld((before) => ({ start, answer: null, step, last: before?.last ?? null })),
    // What an answer makes appear may be much; it is drawn between frames, too.
    onAnswer: (answer) => startTransition(() => setHeld({ start, answer, step: null, last: answer })),
  }), [start]);
  return held?.start === start ? held : { answer: null, step: null, last: held?.last ?? null };
};
