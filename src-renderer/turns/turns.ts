/**
 * Turns for others in long work, so that a window draws and answers in between and a worker hears what it is asked. The
 * one place that knows how a turn is given; every zone with effects may use it, the pure ones only know where they can
 * stop (`domain/in-steps.ts`).
 */

/** Milliseconds of work between two turns: half of a frame at 60 a second. */
const SLICE = 8;

/**
 * Lets others have their turn. A message to oneself waits behind drawing and typing, which the platform's own
 * `scheduler.yield` overtakes; a timer would sleep in a window out of sight.
 */
export const nextTurn = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    resolve();
  });
  port1.start();
  port2.postMessage(null);
});

/** Never inside a transaction: IndexedDB completes one that waits for anything else. */
export class Turns {
  private since = performance.now();

  /** Returns at once while the slice lasts. */
  async take(): Promise<void> {
    if (performance.now() - this.since < SLICE) return;
    await nextTurn();
    this.since = performance.now();
  }

  /** What work comes to that knows where it can stop. Rejects with what it throws. */
  async through<Answer>(work: Generator<unknown, Answer>): Promise<Answer> {
    for (;;) {
      const next = work.next();
      if (next.done === true) return next.value;
      await this.take();
    }
  }
}

/** The same for a command: it begins with the next turn, so that what was pressed is drawn first. */
export const inSlices = async <Answer>(work: Generator<unknown, Answer>): Promise<Answer> => {
  await nextTurn();
  return new Turns().through(work);
};
