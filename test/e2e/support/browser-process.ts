/** The browser behind a profile, found and ended by its own process id. */
import { readlinkSync } from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './chromium';

/** Opens a profile of its own. */
export const openProfile = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 1280, height: 860 },
    serviceWorkers: 'block',
    acceptDownloads: true,
    locale: 'ro-RO',
  });

/** Kills the browser that holds the profile, without warning. Linux and macOS only: there the lock names the process. */
export const killBrowser = async (profile: string, context: BrowserContext): Promise<void> => {
  const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
  const closed = new Promise<void>((resolve) => { context.once('close', () => resolve()); });
  process.kill(pid, 'SIGKILL');
  await closed;
};
