/** Where a reading is measured: a Node process of its own, or a worker in a fresh Chromium. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../e2e/support/chromium';
import { ServedPage } from '../faults/fault-browser';
import type { ImportReader } from './import-readers';

const run = promisify(execFile);

export interface Reading {
  readonly ms: number;
  readonly rows: number;
  /** The most memory its process ever had; 0 where the system does not tell. */
  readonly peakMb: number;
}

export interface Place {
  readonly name: string;
  readonly read: (reader: ImportReader, file: string) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

export const nodePlace = (): Place => ({
  name: 'Node',
  read: async (reader, file) => {
    const { stdout } = await run(process.execPath, ['--max-old-space-size=4096', '--import', 'tsx', fileURLToPath(import.meta.resolve('./import-reader.ts')), reader, file]);
    return JSON.parse(stdout) as Reading;
  },
  close: async () => undefined,
});

/** `VmHWM` of a process (proc(5)). */
const peakOf = (pid: number): number => {
  try {
    return Math.round(Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
};

export const browserPlace = async (): Promise<Place> => {
  const served = await ServedPage.serve(path.join(import.meta.dirname, 'import-page'));
  return {
    name: 'Chromium worker',
    read: async (reader, file) => {
      const profile = mkdtempSync(path.join(tmpdir(), 'caiet-bench-'));
      const context = await chromium.launchPersistentContext(profile, { executablePath: ensureChromium(), args: [...CHROMIUM_ARGS] });
      try {
        const page = await context.newPage();
        await page.goto(served.origin);
        await page.setInputFiles('input', file);
        const reading = await page.evaluate((name) => window.readFile(name), reader);
        const system = await context.browser()?.newBrowserCDPSession();
        const { processInfo = [] } = (await system?.send('SystemInfo.getProcessInfo')) ?? {};
        return { ...reading, peakMb: Math.max(0, ...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))) };
      } finally {
        await context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      }
    },
    close: () => served.close(),
  };
};
