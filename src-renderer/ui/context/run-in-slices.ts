/** Long work that leaves the window free: a few milliseconds of it, then a turn for drawing and typing, and so on. */

/** Milliseconds of work between two turns: half of a frame at 60 a second. */
export const SLICE = 8;

/** The clock and the queue of turns; a window's own in the window. */
export interface Turns {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Calls back after others had their turn; returns what takes the call back. */
  readonly later: (call: () => void) => () => void;
}

export interface SliceListener<Step, Answer> {
  /** The last thing the work told, once a slice. */
  readonly onStep: (step: Step) => void;
  readonly onAnswer: (answer: Answer) => void;
}

/** Starts with the next turn. Returns what stops the work for good; nothing is told after that. */
export const runInSlices = <Step, Answer>(work: Generator<Step, Answer>, { now, later }: Turns, { onStep, onAnswer }: SliceListener<Step, Answer>): (() => void) => {
  const slice = (): void => {
    const end = now() + SLICE;
    for (;;) {
      const next = work.next();
      if (next.done === true) {
        onAnswer(next.value);
        return;
      }
      if (now() < end) continue;
      onStep(next.value);
      takeBack = later(slice);
      return;
    }
  };
  let takeBack = later(slice);
  return () => takeBack();
};
