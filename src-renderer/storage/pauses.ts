/**
 * Pauses in long work, so that the window draws and answers in between. Never inside a transaction: IndexedDB completes
 * one that waits for anything else.
 */

/** Milliseconds of work between two pauses: half of a frame at 60 a second. */
const SLICE = 8;

/** A message to oneself waits behind drawing and typing, which the platform's own `scheduler.yield` overtakes, and no clock stops it. */
const nextTurn = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    resolve();
  });
  port1.start();
  port2.postMessage(null);
});

export class Pauses {
  private since = performance.now();

  /** Returns at once while the slice lasts. */
  async take(): Promise<void> {
    if (performance.now() - this.since < SLICE) return;
    await nextTurn();
    this.since = performance.now();
  }

  /** Work that knows where it can stop. */
  async through<Answer>(work: Generator<unknown, Answer>): Promise<Answer> {
    for (;;) {
      const next = work.next();
      if (next.done === true) return next.value;
      await this.take();
    }
  }
}

/** The items in pieces of so many. */
export function* piecesOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
