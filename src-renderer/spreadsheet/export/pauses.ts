/** Long work in the window's own thread, in slices short enough that typing and scrolling do not notice. */

/** Milliseconds of work between two pauses: less than a frame at 60 a second. */
const SLICE_MS = 12;

/** A message to oneself: unlike a timer it is not slowed down in a window that lies behind others. */
const nextTurn = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});

/** Makes a function to await between steps: it lets others run when a slice is over, and else returns at once. */
export const pauses = (): (() => Promise<void>) => {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + SLICE_MS;
  };
};
