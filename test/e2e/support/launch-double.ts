/** The desktop edition's real main and preload bundles on the electron test double, its window in a real Chromium. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, type Browser } from '@playwright/test';
import { ChromiumSurface } from '../../electron-double/chromium-surface';
import { ElectronDouble } from '../../electron-double/electron-double';
import type { WindowDouble } from '../../electron-double/window-double';
import { killBrowser, openContext } from './browser-process';
import { MAIN_BUNDLE } from './build';
import { watchContext } from './page-watch';
import { endOnce, type RunningApp } from './running-app';

const APP_SCHEME = 'app';
/** Milliseconds between two looks at what is there within a few frames: Playwright's own wait is longer than the start. */
const SOON = [20];

/** The window that main opened, once its page has loaded. */
const openedWindow = async (double: ElectronDouble): Promise<WindowDouble> => {
  await expect.poll(() => double.windows.size, { message: 'main opened a window', intervals: SOON }).toBe(1);
  const [window] = double.windows;
  if (window === undefined) throw new Error('main opened no window');
  await window.loaded;
  return window;
};

/** `shared`: as for the browser edition. What main writes is on the disk either way. */
export const launchDouble = async (userData: string, shared?: Browser): Promise<RunningApp> => {
  const profile = path.join(userData, 'Chromium');
  const context = await openContext(profile, shared);
  const trouble = watchContext(context);
  const surface = new ChromiumSurface(context, APP_SCHEME);
  const double = new ElectronDouble({ userData, surface });
  await surface.attach(double);
  double.runMain(MAIN_BUNDLE);
  const window = await openedWindow(double);
  const ending = endOnce();
  return {
    kind: 'double',
    page: surface.pageOf(window),
    userData,
    double,
    trouble,
    nextSave: async (file) => {
      double.dialogAnswers.push(file);
      return async () => { if (file !== null) await expect.poll(() => existsSync(file), { message: `${file} is written`, intervals: SOON }).toBe(true); };
    },
    nextOpen: async (file) => { double.dialogAnswers.push(file); },
    menu: async (command) => {
      const item = double.menu?.getMenuItemById(command);
      if (item?.click === undefined) throw new Error(`the menu has no command ${command}`);
      item.click(item, window);
    },
    close: () => ending(async () => {
      window.close();
      await expect.poll(() => window.isDestroyed(), { message: 'the window closed', intervals: SOON }).toBe(true);
      await context.close();
    }),
    kill: () => ending(async () => {
      await killBrowser(profile, context);
      double.app.exit(1);
    }),
  };
};
