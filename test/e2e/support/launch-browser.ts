/** The browser edition: the launcher's own server, and a profile in a real Chromium. */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startLoopbackServer } from '../../../src-main/launcher/loopback-server';
import { AS_A_PERSON_HAS_IT, killBrowser, launchShared, openContext } from './browser-process';
import { RENDERER_FOLDER } from './build';
import { watchContext } from './page-watch';
import { endOnce, type RunningApp } from './running-app';

export interface BrowserLaunch {
  /** Give the port of an earlier run to come back to its data: the port is part of the origin. */
  readonly port?: number;
  readonly folder?: string;
  /** Shows the window here instead of in a browser of its own. What is kept ends with the window: it can be neither killed nor started again. */
  readonly shared?: Browser | undefined;
}

/** A browser's own dialogs cannot be driven; without them the page uses a file field and downloads. */
const withoutPickers = (): void => {
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Object.defineProperty(window, name, { value: undefined, configurable: true, writable: true });
};

/** Lets the named dialog be shown, and cancelled by a person who took a moment. */
const cancelNext = (page: Page, picker: 'showOpenFilePicker' | 'showSaveFilePicker'): Promise<void> =>
  page.evaluate((name) => {
    const holder = window as unknown as Record<string, unknown>;
    holder[name] = () => new Promise((_resolve, reject) => {
      holder[name] = undefined;
      setTimeout(() => reject(new DOMException('The user aborted a request.', 'AbortError')), 300);
    });
  }, picker);

export interface RunningBrowserApp extends RunningApp {
  readonly port: number;
}

/** Caiet at an address, in a context of its own: everything a spec does with it but ending it. */
const openIn = async (context: BrowserContext, url: string, userData: string): Promise<Omit<RunningApp, 'close' | 'kill'>> => {
  const trouble = watchContext(context);
  await context.addInitScript(withoutPickers);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return {
    kind: 'browser',
    page,
    userData,
    trouble,
    nextSave: async (file) => {
      if (file === null) {
        await cancelNext(page, 'showSaveFilePicker');
        return () => Promise.resolve();
      }
      const saved = page.waitForEvent('download').then((download) => download.saveAs(file));
      return () => saved;
    },
    nextOpen: async (file) => {
      if (file === null) return cancelNext(page, 'showOpenFilePicker');
      page.once('filechooser', (chooser) => void chooser.setFiles(file));
    },
    menu: async (command) => { throw new Error(`the browser edition has no menu, so no ${command}`); },
  };
};

/** Starts server and browser. Closing stops both; a killed browser leaves the profile for the next launch. */
export const launchBrowserEdition = async (userData: string, { port = 0, folder = RENDERER_FOLDER, shared }: BrowserLaunch = {}): Promise<RunningBrowserApp> => {
  const server = await startLoopbackServer(folder, port);
  const profile = path.join(userData, 'Chromium');
  const context = await openContext(profile, shared);
  const app = await openIn(context, server.url, userData);
  const ending = endOnce();
  return {
    ...app,
    port: server.port,
    close: () => ending(async () => {
      await context.close();
      await server.close();
    }),
    kill: () => ending(async () => {
      await killBrowser(profile, context);
      await server.close();
    }),
  };
};

/** Several people's Caiet: one browser, to start fast, but each with databases and files that no other can see. */
export const launchApart = async (userData: string, count: number): Promise<{ readonly apps: readonly RunningApp[]; readonly close: () => Promise<void> }> => {
  const [server, browser] = await Promise.all([startLoopbackServer(RENDERER_FOLDER, 0), launchShared()]);
  const apps = await Promise.all(Array.from({ length: count }, async (): Promise<RunningApp> => {
    const context = await browser.newContext(AS_A_PERSON_HAS_IT);
    return { ...await openIn(context, server.url, userData), close: () => context.close(), kill: () => context.close() };
  }));
  return {
    apps,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
