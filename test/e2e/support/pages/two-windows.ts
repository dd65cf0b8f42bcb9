/** A second window of the same profile, and windows to which something happens. */
import { expect, type Page, type Worker as PageWorker } from '@playwright/test';
import type { RunningApp } from '../running-app';
import { complaints } from './caiet-test';
import { expectStarted } from './shell';

declare global {
  interface Window {
    /** Messages of other windows wait while this is true. */
    testHoldsMessages?: boolean;
  }
}

/** Opens the address of the first window in another one. */
export const secondWindow = async ({ page: first }: RunningApp): Promise<Page> => {
  const page = await first.context().newPage();
  await page.addInitScript(() => {
    // A window that hears late of what was stored: what is typed here meets a change it knows nothing of.
    const method = 'addEventListener';
    const listen = Worker.prototype[method];
    Worker.prototype[method] = function addEventListener(this: Worker, type: string, listener: unknown, options?: unknown) {
      const heard = (event: Event): void => {
        const isNews = event instanceof MessageEvent && (event.data as { readonly said?: string }).said === 'event';
        if (!isNews || window.testHoldsMessages !== true) (listener as (event: Event) => void)(event);
      };
      Reflect.apply(listen, this, [type, heard, options]);
    };
  });
  await page.goto(first.url());
  await expectStarted(page);
  return page;
};

/** Closes a second window that has nothing to complain of. */
export const closeSecond = async (page: Page): Promise<void> => {
  expect(await complaints(page)).toEqual([]);
  await page.close();
};

/** The worker that has the database. */
const storeWorker = (page: Page): PageWorker => {
  const worker = page.workers().find((one) => one.url().includes('store-worker'));
  if (worker === undefined) throw new Error('no worker has the database');
  return worker;
};

/** Every write to the database of this window fails with an error of that name; none when there is no name. */
export const failWrites = (page: Page, name: 'QuotaExceededError' | 'UnknownError' | undefined): Promise<void> =>
  storeWorker(page).evaluate((failure) => {
    const global = globalThis as { testWriteFailure?: string | undefined };
    const isReady = 'testWriteFailure' in global;
    global.testWriteFailure = failure;
    if (isReady) return;
    for (const method of ['put', 'add'] as const) {
      const original = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function write(this: IDBObjectStore, ...given: Parameters<typeof original>) {
        if (global.testWriteFailure !== undefined) throw new DOMException('The test says so.', global.testWriteFailure);
        return Reflect.apply(original, this, given) as IDBRequest<IDBValidKey>;
      };
    }
  }, name);
