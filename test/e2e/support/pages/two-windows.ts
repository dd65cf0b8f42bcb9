/** A second window of the same profile, and windows to which something happens. */
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from '../running-app';
import { complaints } from './caiet-test';
import { expectStarted } from './shell';

declare global {
  interface Window {
    /** Messages of other windows wait while this is true. */
    testHoldsMessages?: boolean;
    /** What every write to the database fails with; nothing when absent. */
    testWriteFailure?: string;
  }
}

/** Opens the address of the first window in another one. */
export const secondWindow = async ({ page: first }: RunningApp): Promise<Page> => {
  const page = await first.context().newPage();
  await page.addInitScript(() => {
    // A window whose messages come late: what is typed here meets a change it has not heard of.
    const method = 'addEventListener';
    const listen = BroadcastChannel.prototype[method];
    BroadcastChannel.prototype[method] = function addEventListener(this: BroadcastChannel, type: string, listener: unknown, options?: unknown) {
      const heard = (event: Event): void => { if (window.testHoldsMessages !== true) (listener as (event: Event) => void)(event); };
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

/** From now on writes can be made to fail, by `testWriteFailure`. The window begins anew. */
export const prepareFailingWrites = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    for (const method of ['put', 'add'] as const) {
      const original = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function write(this: IDBObjectStore, ...given: Parameters<typeof original>) {
        if (window.testWriteFailure !== undefined) throw new DOMException('The test says so.', window.testWriteFailure);
        return Reflect.apply(original, this, given) as IDBRequest<IDBValidKey>;
      };
    }
  });
  await page.reload();
  await expectStarted(page);
};

export const failWrites = (page: Page, name: 'QuotaExceededError' | 'UnknownError' | undefined): Promise<void> =>
  page.evaluate((failure) => { if (failure === undefined) delete window.testWriteFailure; else window.testWriteFailure = failure; }, name);
