/**
 * Finds a Chromium for the tests: an installed browser, else Playwright's own, else (root on Debian) installs one.
 * Used by Playwright's global setup and by the vitest browser project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../../src-main/launcher/browser';

const INSTALL_LIMIT_MS = 300_000;

const aptInstalls = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('No Chromium here; installing Debian\'s (apt-get install chromium)…');
  const apt = (...args: string[]) => spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'], timeout: INSTALL_LIMIT_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;
  return apt('install', '-y', '--no-install-recommends', 'chromium')
    || (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium'));
};

/** The executable of a Chromium. Throws with what to do when there is none. */
export const ensureChromium = (): string => {
  const known = process.env['CAIET_CHROMIUM'] ?? findBrowser();
  if (known !== undefined && existsSync(known)) return known;
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return playwrights;
  const installed = aptInstalls() ? findBrowser() : undefined;
  if (installed !== undefined) return installed;
  throw new Error('The browser tests need Chromium, Chrome or Edge. Install one, run "npx playwright install chromium", or name one in CAIET_BROWSER.');
};

/** Switches that keep a test browser quiet and away from the network. Playwright adds --no-sandbox for root itself. */
export const CHROMIUM_ARGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage', '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
] as const;
