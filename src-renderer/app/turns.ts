/** Turns for others in long work: packages of a thousand projects must not keep the window from drawing and answering. */

/** Milliseconds of work between two turns: half of a frame at 60 a second. */
const SLICE = 8;

export class Turns {
  private since = performance.now();

  /** Returns at once while the slice lasts. */
  async take(): Promise<void> {
    if (performance.now() - this.since < SLICE) return;
    await new Promise((resolve) => { setTimeout(resolve); });
    this.since = performance.now();
  }
}
