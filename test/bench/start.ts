/** Starting with a thousand projects, opening a large one and correcting one bid of it, in a real Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../e2e/support/chromium';
import { ServedPage } from '../faults/fault-browser';
import type { BenchRow } from './bench-row';
import type { Measured } from './start-page/page';

const row = (what: string, floor: string, { ms, floorMs }: Measured): BenchRow => ({ what, floor, ratio: ms / floorMs, ms, floorMs });

const measure = async (page: Page): Promise<BenchRow[]> => [
  row('open the store and list 1,000 projects', 'the same with none', await page.evaluate(() => window.benches.list())),
  row('load and check a project of 1,000 bids', 'bare getAll of its rows', await page.evaluate(() => window.benches.load())),
  row('correct one bid of 1,000', 'one bare strict write of that bid', await page.evaluate(() => window.benches.edit())),
];

/** Each ratio is taken in one run: both sides in turn, medians of 21 rounds. */
export const benchStart = async (): Promise<BenchRow[]> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'caiet-bench-'));
  const served = await ServedPage.serve(path.join(import.meta.dirname, 'start-page'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: ensureChromium(), args: [...CHROMIUM_ARGS] });
  try {
    const page = await context.newPage();
    await page.goto(served.origin);
    return await measure(page);
  } finally {
    await context.close();
    await served.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};
