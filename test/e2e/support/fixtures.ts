/** Fixtures of the end-to-end specs: a profile per test, and Caiet running on it. */
import { mkdirSync } from 'node:fs';
import { test as base, expect, type Browser } from '@playwright/test';
import { launchShared } from './browser-process';
import { launchApp, shellKind } from './launch';
import { launchBrowserEdition, type RunningBrowserApp } from './launch-browser';
import type { RunningApp } from './running-app';

interface WorkerFixtures {
  /** One browser for all the tests of a worker. */
  readonly workerBrowser: Browser;
}

interface Fixtures {
  /** False where nothing is killed, started again or looked for in the profile on the disk: such tests share a browser. */
  readonly ownBrowser: boolean;
  /** Where windows of this test are shown: undefined is a browser of their own. */
  readonly shared: Browser | undefined;
  /** A folder of this test alone, with a space and a diacritic in its name, as people have them. */
  readonly userData: string;
  /** The desktop edition. */
  readonly app: RunningApp;
  /** The browser edition. */
  readonly browserApp: RunningBrowserApp;
}

const finish = async (app: RunningApp): Promise<void> => {
  await app.close();
  expect(app.trouble, 'no uncaught error, policy violation or network request').toEqual([]);
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  workerBrowser: [async ({ browserName: _browserName }, provide) => {
    const browser = await launchShared();
    await provide(browser);
    await browser.close();
  }, { scope: 'worker' }],
  ownBrowser: [true, { option: true }],
  shared: async ({ ownBrowser, workerBrowser }, provide) => provide(ownBrowser ? undefined : workerBrowser),
  userData: async ({ browserName: _browserName }, provide, testInfo) => {
    const folder = testInfo.outputPath('date și profil');
    mkdirSync(folder, { recursive: true });
    await provide(folder);
  },
  app: async ({ userData, shared }, provide, testInfo) => {
    testInfo.annotations.push({ type: 'shell', description: shellKind() });
    const app = await launchApp(userData, { shared });
    await provide(app);
    await finish(app);
  },
  browserApp: async ({ userData, shared }, provide, testInfo) => {
    testInfo.annotations.push({ type: 'shell', description: 'browser edition' });
    const app = await launchBrowserEdition(userData, { shared });
    await provide(app);
    await finish(app);
  },
});

export { expect } from '@playwright/test';
