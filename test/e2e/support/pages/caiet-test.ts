/** What the specs of the main job share: Caiet in one of its editions, and at the end a console without a complaint. */
import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures';
import { launchApp } from '../launch';
import { launchBrowserEdition } from '../launch-browser';
import type { RunningApp } from '../running-app';

export const EDITIONS = ['desktop', 'browser'] as const;
export type Edition = (typeof EDITIONS)[number];

const ACT_LIMIT_MS = 15_000;

interface CaietFixtures {
  /** The browser edition unless a spec says otherwise; it starts faster and has the same window. */
  readonly edition: Edition;
  readonly caiet: RunningApp;
  /** The window of `caiet`, at its start. */
  readonly page: Page;
  /** Errors of the console that the test provokes on purpose. */
  readonly expectedComplaints: RegExp[];
}

/** Errors and violations the window's console holds, but for the expected ones. */
export const complaints = async (page: Page, expected: readonly RegExp[] = []): Promise<readonly string[]> => {
  const messages = await page.consoleMessages({ filter: 'all' });
  const errors = messages.filter((message) => message.type() === 'error').map((message) => message.text());
  const thrown = (await page.pageErrors({ filter: 'all' })).map((error) => error.message);
  return [...errors, ...thrown].filter((text) => !expected.some((pattern) => pattern.test(text)));
};

export const test = base.extend<CaietFixtures>({
  edition: ['browser', { option: true }],
  expectedComplaints: async ({ browserName: _browserName }, provide) => provide([]),
  caiet: async ({ edition, userData, shared, expectedComplaints }, provide) => {
    const app = edition === 'desktop' ? await launchApp(userData, { shared }) : await launchBrowserEdition(userData, { shared });
    await provide(app);
    const found = app.page.isClosed() ? [] : await complaints(app.page, expectedComplaints);
    await app.close();
    expect([...found, ...app.trouble], 'a console without errors, violations or requests').toEqual([]);
  },
  page: async ({ caiet }, provide) => {
    // What is not there after so long will not come: say so instead of waiting for the end of the test.
    caiet.page.setDefaultTimeout(ACT_LIMIT_MS);
    await provide(caiet.page);
  },
});

export { expect } from '@playwright/test';
