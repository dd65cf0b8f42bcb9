/**
 * `npm start`: Caiet in Electron when its binary is there or can be had, else the browser edition in an application
 * window of an installed Chromium, Chrome or Edge. Never hangs, and never moves to another origin on its own.
 *
 * CAIET_FORCE_BROWSER=1 skips Electron; CAIET_BROWSER=/path/to/browser names the browser.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { browserProfile, findBrowser, hasDisplay, openAppWindow, profileInUse } from './browser';
import { canReach, downloadPlace } from './download-host';
import { downloadElectron, electronBinary } from './electron-binary';
import { isCaietAt, LOOPBACK_PORT, startLoopbackServer, type LoopbackServer } from './loopback-server';

const root = path.resolve(import.meta.dirname, '../..');
const say = (line: string): void => console.error(`[caiet] ${line}`);

const build = async (...parts: ('main' | 'preload' | 'renderer')[]): Promise<void> => {
  const vite = await import('vite');
  for (const part of parts) await vite.build({ configFile: path.join(root, `vite.${part}.config.mts`), logLevel: 'warn' });
};

const startElectron = async (binary: string): Promise<number> => {
  await build('main', 'preload', 'renderer');
  // As for the browser: root cannot use Chromium's sandbox, and only containers and CI start as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [...asRoot, root], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
};

/** The server on its fixed port, or null after saying why not. */
const serve = async (folder: string): Promise<LoopbackServer | null> => {
  try {
    return await startLoopbackServer(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return null;
  }
};

const stopSignal = (): Promise<void> => new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});

/** Until the person has closed the last window of the profile. */
const windowsClosed = async (browser: string, url: string, profile: string): Promise<void> => {
  const child = openAppWindow(browser, url, profile);
  await once(child, 'exit');
  while (profileInUse(profile)) await delay(500);
};

const portTaken = async (): Promise<number> => {
  if (!(await isCaietAt(LOOPBACK_PORT))) {
    say(`Port ${LOOPBACK_PORT} is taken by another program. Close it and start again; the projects are kept under this port, so Caiet will not use another.`);
    return 1;
  }
  say(`Caiet is already running at http://127.0.0.1:${LOOPBACK_PORT}/`);
  const browser = findBrowser();
  if (browser !== undefined && hasDisplay()) openAppWindow(browser, `http://127.0.0.1:${LOOPBACK_PORT}/`, browserProfile()).unref();
  return 0;
};

const startBrowserEdition = async (): Promise<number> => {
  const folder = path.join(root, '.vite/renderer/main_window');
  if (await isCaietAt(LOOPBACK_PORT)) return portTaken();
  await build('renderer');
  const server = await serve(folder);
  if (server === null) return portTaken();
  const browser = findBrowser();
  const stop = stopSignal();
  if (browser === undefined || !hasDisplay()) {
    const why = browser === undefined ? 'No Chromium, Chrome or Edge was found' : 'There is no display here';
    say(`${why}. Caiet is served at ${server.url} until Ctrl+C.`);
    await stop;
  } else {
    say(`${server.url} in ${path.basename(browser)}; closing the window ends it.`);
    await Promise.race([stop, windowsClosed(browser, server.url, browserProfile())]);
  }
  await server.close();
  return 0;
};

/** Downloads Electron if it can. Resolves to null when its binary is there, else to one line saying why not. */
const fetchElectron = async (): Promise<string | null> => {
  if (electronBinary(root) !== undefined) return null;
  const place = downloadPlace(process.env);
  if (!(await canReach(place))) return `${place.host} does not answer`;
  say('Fetching Electron, three minutes at most…');
  return downloadElectron(root);
};

const start = async (): Promise<number> => {
  if (process.env['CAIET_FORCE_BROWSER'] || !hasDisplay() || (await isCaietAt(LOOPBACK_PORT))) return startBrowserEdition();
  const trouble = await fetchElectron();
  const binary = electronBinary(root);
  if (binary !== undefined) return startElectron(binary);
  say(`Electron cannot be had (${trouble ?? 'its binary is missing'}); opening the browser edition.`);
  return startBrowserEdition();
};

try {
  process.exit(await start());
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
