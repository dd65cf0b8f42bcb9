/** Fixtures of the end-to-end specs: a profile per test, and Caiet running on it. */
import { mkdirSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { launchApp, shellKind } from './launch';
import { launchBrowserEdition, type RunningBrowserApp } from './launch-browser';
import type { RunningApp } from './running-app';

interface Fixtures {
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

export const test = base.extend<Fixtures>({
  userData: async ({ browserName: _browserName }, provide, testInfo) => {
    const folder = testInfo.outputPath('date și profil');
    mkdirSync(folder, { recursive: true });
    await provide(folder);
  },
  app: async ({ userData }, provide, testInfo) => {
    testInfo.annotations.push({ type: 'shell', description: shellKind() });
    const app = await launchApp(userData);
    await provide(app);
    await finish(app);
  },
  browserApp: async ({ userData }, provide, testInfo) => {
    testInfo.annotations.push({ type: 'shell', description: 'browser edition' });
    const app = await launchBrowserEdition(userData);
    await provide(app);
    await finish(app);
  },
});

export { expect } from '@playwright/test';
