/** The browser behind a profile, found and ended by its own process id. */
import { readlinkSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './chromium';

/** What every window of the tests is set to. */
export const AS_A_PERSON_HAS_IT: BrowserContextOptions = { viewport: { width: 1280, height: 860 }, serviceWorkers: 'block', acceptDownloads: true, locale: 'ro-RO' };

const openProfile = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: [...CHROMIUM_ARGS],
    ...AS_A_PERSON_HAS_IT,
  });

/** A browser without a profile: each of its contexts has databases and files that no other can see, and starts in a fraction of the time. */
export const launchShared = (): Promise<Browser> => chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_ARGS] });

/**
 * A fresh context of the shared browser; without one, a profile on the disk and a process of its own, which can be killed
 * and come back to. Those of the shared browser are of people who asked for less motion, so that no test waits for any; the others move.
 */
export const openContext = (profile: string, shared: Browser | undefined): Promise<BrowserContext> =>
  shared === undefined ? openProfile(profile) : shared.newContext({ ...AS_A_PERSON_HAS_IT, reducedMotion: 'reduce' });

/** Kills the browser that holds the profile, without warning. Linux and macOS only: there the lock names the process. */
export const killBrowser = async (profile: string, context: BrowserContext): Promise<void> => {
  const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
  const closed = new Promise<void>((resolve) => { context.once('close', () => resolve()); });
  process.kill(pid, 'SIGKILL');
  await closed;
};
