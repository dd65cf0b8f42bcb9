/** Work that takes its time: what is asked of workers waits until it is let go, so that a spec can stop it on the way. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    testHoldsWorkers?: boolean;
    testLetWorkersGo?: () => void;
  }
}

/** `all`, or only those that make files for others. Takes effect with the next load of the page. */
export type HeldWorkers = 'all' | 'fileMakers';

export const makeHoldable = (page: Page, which: HeldWorkers = 'all'): Promise<void> => page.addInitScript((held) => {
  const method = 'postMessage';
  const post = Worker.prototype[method];
  const waiting: (() => void)[] = [];
  const isHeld = (message: unknown): boolean => held === 'all' || (typeof message === 'object' && message !== null && 'kind' in message && 'piece' in message);
  Worker.prototype[method] = function send(this: Worker, ...given: unknown[]) {
    const go = (): void => { Reflect.apply(post, this, given); };
    if (window.testHoldsWorkers === true && isHeld(given[0])) waiting.push(go);
    else go();
  };
  window.testLetWorkersGo = () => {
    window.testHoldsWorkers = false;
    for (const go of waiting.splice(0)) go();
  };
}, which).then(() => undefined);

export const holdWorkers = (page: Page): Promise<void> => page.evaluate(() => { window.testHoldsWorkers = true; });

export const letWorkersGo = (page: Page): Promise<void> => page.evaluate(() => window.testLetWorkersGo?.());
