/** The desktop edition in the real Electron. */
import { existsSync } from 'node:fs';
import { _electron, expect } from '@playwright/test';
import { ROOT } from './build';
import { watchContext } from './page-watch';
import { endOnce, type RunningApp } from './running-app';

/**
 * Starts Electron from `node_modules`. No executablePath: without it Playwright preloads a loader that holds the
 * application's start until it is attached. The caller has made sure that the binary is there.
 */
export const launchElectron = async (userData: string): Promise<RunningApp> => {
  const app = await _electron.launch({
    args: [ROOT],
    cwd: ROOT,
    chromiumSandbox: process.platform === 'linux' && process.getuid?.() !== 0,
    env: { ...(process.env as Record<string, string>), CAIET_USER_DATA: userData },
  });
  const trouble = watchContext(app.context());
  const page = await app.firstWindow();
  await page.waitForLoadState();
  const ending = endOnce();
  return {
    kind: 'electron',
    page,
    userData,
    trouble,
    nextSave: async (file) => {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
      }, file);
      return async () => { if (file !== null) await expect.poll(() => existsSync(file), { message: `${file} is written` }).toBe(true); };
    },
    nextOpen: (file) => app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    }, file),
    menu: (command) => app.evaluate(({ Menu, BrowserWindow }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, BrowserWindow.getAllWindows()[0]);
    }, command),
    close: () => ending(async () => {
      const closed = app.waitForEvent('close');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await closed;
    }),
    kill: () => ending(async () => {
      const closed = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await closed;
    }),
  };
};
