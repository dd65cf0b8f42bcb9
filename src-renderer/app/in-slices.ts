/** Much work of a command, in slices: the window draws and answers in between, and nobody's clock slows it down. */

/** Milliseconds of work between two turns: half of a frame at 60 a second. */
const SLICE = 8;

/** A message to oneself waits behind drawing and typing; a timer would sleep in a window out of sight. */
const nextTurn = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    resolve();
  });
  port1.start();
  port2.postMessage(null);
});

/** What the work comes to. It begins with the next turn, and rejects with what the work throws. */
export const inSlices = async <Answer>(work: Generator<unknown, Answer>): Promise<Answer> => {
  for (;;) {
    await nextTurn();
    const end = performance.now() + SLICE;
    do {
      const next = work.next();
      if (next.done === true) return next.value;
    } while (performance.now() < end);
  }
};
