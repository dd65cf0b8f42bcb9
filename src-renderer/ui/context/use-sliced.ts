/** Work in slices for a component. What nobody waits for any more, because its input changed or its screen closed, stops. */
import { startTransition, useEffect, useState } from 'react';
import { runInSlices, type Turns } from './run-in-slices';

export interface Sliced<Answer> {
  /** Null until the work is done. */
  readonly answer: Answer | null;
  /** How much is done, from 0 to 1 in hundredths; 0 for work that does not tell. */
  readonly done: number;
  /** The answer or, while it is being worked out anew, the one before. */
  readonly last: Answer | null;
}

interface Held<Step, Answer> extends Sliced<Answer> {
  readonly start: () => Generator<Step, Answer>;
}

const WINDOW_TURNS: Turns = {
  now: () => performance.now(),
  later: (call) => {
    const timer = setTimeout(call);
    return () => clearTimeout(timer);
  },
};

/**
 * `start` begins the work anew whenever it changes, so keep it with `useCallback`. `shareOf`: of the work done, for who
 * shows it; else nothing is drawn before the answer. What is drawn is drawn between frames.
 */
export const useSliced = <Step, Answer>(start: () => Generator<Step, Answer>, shareOf?: (step: Step) => number): Sliced<Answer> => {
  const [held, setHeld] = useState<Held<Step, Answer> | null>(null);
  useEffect(() => runInSlices(start(), WINDOW_TURNS, {
    onStep: (step) => {
      if (shareOf === undefined) return;
      const done = Math.floor(shareOf(step) * 100) / 100;
      startTransition(() => setHeld((before) => (before?.start === start && before.done === done ? before : { start, answer: null, done, last: before?.last ?? null })));
    },
    onAnswer: (answer) => startTransition(() => setHeld({ start, answer, done: 1, last: answer })),
  }), [start, shareOf]);
  return held?.start === start ? held : { answer: null, done: 0, last: held?.last ?? null };
};
