/** A real Chromium with its own profile on the store's page, real safety files, and the means to kill and damage them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import { expect } from 'vitest';
import { SafetyFolder } from '../../src-main/safety/safety-folder';
import { readJournal, type Journal } from '../../src-renderer/storage/journal';
import { CHROMIUM_ARGS, ensureChromium } from '../e2e/support/chromium';
import type { SafetyCall } from './page/page';

const PAGE = path.join(import.meta.dirname, 'page');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** A built page, served at one address for the whole run: an origin is part of the data's address. */
export class ServedPage {
  private constructor(private readonly server: Server, private readonly folder: string) {}

  /** Builds and serves the page of a folder, the fault tests' own by default. */
  static async serve(root = PAGE): Promise<ServedPage> {
    const folder = mkdtempSync(path.join(tmpdir(), 'caiet-page-'));
    await build({ root, configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, minify: false, target: 'esnext' } });
    const server = createServer((request, response) => {
      const name = request.url === '/' ? '/index.html' : (request.url ?? '');
      try {
        const bytes = readFileSync(path.join(folder, path.normalize(name)));
        response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' }).end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new ServedPage(server, folder);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

const serveSafety = async (folder: SafetyFolder, { method, name, content }: SafetyCall): Promise<unknown> => {
  switch (method) {
    case 'holdJournal':
      return folder.holdJournal(Number(name), content);
    case 'appendJournal':
      return folder.appendJournal(content, Number(name));
    case 'writeLedger':
      return folder.writeLedger(content);
    case 'readJournal':
    case 'restartJournal':
    case 'readLedger':
    case 'listSnapshots':
      return folder[method]();
    case 'readSnapshot':
      return Array.from(await folder.readSnapshot(name, Number(content)), (byte) => String.fromCharCode(byte)).join('');
    case 'writeSnapshot':
      return folder.writeSnapshot(name.slice(name.indexOf(' ') + 1), latin(content), Number.parseInt(name, 10));
    case 'holdSnapshot':
      return folder.holdSnapshot(Number(name), latin(content));
    case 'removeSnapshot':
      return folder.removeSnapshot(name);
  }
};

/** The browser's main process, which leads the group of all its processes. */
const browserProcess = async (context: BrowserContext): Promise<number> => {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('Chromium does not say which process it is');
  return main.id;
};

/** One device: a browser profile and a folder of safety copies. Browsers come and go on it. */
export class Device {
  readonly home = mkdtempSync(path.join(tmpdir(), 'caiet-fault-'));
  readonly profile = path.join(this.home, 'profile');
  readonly safetyFolder = path.join(this.home, 'safety');
  readonly acknowledged = new Set<string>();
  /**
   * Kills the browser at its next call of this kind: before anything of it is written, or after, before it is answered.
   * `once`: not before the journal holds this text, since a call of something earlier may still be on its way.
   */
  killAt: { readonly method: SafetyCall['method']; readonly when: 'before' | 'after'; readonly once?: string } | null = null;
  /** Resolves when that kill has come. */
  killed: Promise<void> = Promise.resolve();
  private context: BrowserContext | null = null;
  private processId = 0;
  private heard: () => void = () => undefined;

  constructor(private readonly page: ServedPage) {}

  /** Starts the browser with one window, or opens one more. The store is not opened yet. */
  async window(): Promise<Page> {
    const context = (this.context ??= await this.start());
    const page = await context.newPage();
    await page.goto(this.page.origin);
    return page;
  }

  /** A window whose store is open again; where Chromium lost the whole database, restored from the safety copies. */
  async reopened(): Promise<Page> {
    const tab = await this.window();
    const outcome = await tab.evaluate(() => window.faults.open());
    // Measured: rarely, with two write transactions open, the database is gone; then it is offered.
    if (outcome.status === 'recovery') expect(await tab.evaluate(() => window.faults.recover('restore'))).toMatchObject({ status: 'ready' });
    else expect(outcome.status).toBe('ready');
    return tab;
  }

  /** Resolves when so many bids were acknowledged since the device was made. */
  async acknowledgedAtLeast(count: number): Promise<void> {
    while (this.acknowledged.size < count) {
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }

  /** Resolves when the kill asked for by `killAt` has come. */
  async diesByItself(): Promise<void> {
    while (this.killAt !== null) {
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
    await this.killed;
  }

  /** SIGKILL to the whole browser, all its processes at once. */
  async kill(): Promise<void> {
    const { context, processId } = this;
    if (context === null) throw new Error('no browser is running');
    const gone = new Promise((resolve) => context.once('close', resolve));
    process.kill(-processId, 'SIGKILL');
    await gone;
    this.context = null;
  }

  async closeBrowser(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  /** Chrome's own instruments for the current browser. */
  async instruments(page: Page): Promise<CDPSession> {
    return page.context().newCDPSession(page);
  }

  get origin(): string {
    return this.page.origin;
  }

  /** What the journal says. */
  async journal(): Promise<Journal> {
    return readJournal(await new SafetyFolder(this.safetyFolder).readJournal());
  }

  /** Puts garbage where IndexedDB keeps its table of contents: Chromium then starts empty, without an error. */
  damageDatabase(): void {
    const file = this.databaseFile(/^MANIFEST-/);
    writeFileSync(file, 'garbage '.repeat(64));
  }

  /** Cuts the newest part of IndexedDB's log off, as a disk that never wrote it. */
  truncateDatabase(share: number): void {
    const file = this.databaseFile(/\.log$/);
    truncateSync(file, Math.floor(readFileSync(file).length * share));
  }

  async remove(): Promise<void> {
    await this.closeBrowser();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private databaseFile(name: RegExp): string {
    const folder = path.join(this.profile, 'Default', 'IndexedDB', `${this.page.origin.replace('://', '_').replace(':', '_')}.indexeddb.leveldb`);
    const file = readdirSync(folder).find((entry) => name.test(entry));
    if (file === undefined) throw new Error(`no ${String(name)} in ${folder}`);
    return path.join(folder, file);
  }

  private async start(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(this.profile, { executablePath: ensureChromium(), args: [...CHROMIUM_ARGS] });
    this.processId = await browserProcess(context);
    const folder = new SafetyFolder(this.safetyFolder);
    await context.exposeFunction('safetyCall', async (call: SafetyCall) => {
      const { method, when, once } = this.killAt ?? {};
      const isDue = method === call.method && (once === undefined || JSON.stringify(await folder.readJournal()).includes(once));
      const kill = isDue ? (when ?? null) : null;
      if (kill !== null) this.killAt = null;
      if (kill !== 'before') {
        const answer = await serveSafety(folder, call);
        if (kill === null) return answer;
      }
      this.killed = this.kill();
      this.heard();
      // The browser is gone and hears no answer.
      return undefined;
    });
    await context.exposeFunction('acknowledged', (ids: readonly string[]) => {
      for (const id of ids) this.acknowledged.add(id);
      this.heard();
    });
    return context;
  }
}
