/** What must still be there after a restart, and what a second start does. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ElectronDouble } from '../electron-double/electron-double';
import { HOST_PAGE_FOLDER, MAIN_BUNDLE } from './support/build';
import { expect, test } from './support/fixtures';
import { launchApp, shellKind } from './support/launch';
import { launchBrowserEdition } from './support/launch-browser';
import { openDemo } from './support/pages/shell';
import type { RunningApp } from './support/running-app';

/** A database of the test's own, beside the application's. */
const note = (page: Page, text: string | null) => page.evaluate((value) => new Promise<unknown>((resolve, reject) => {
  const opening = indexedDB.open('restart-spec', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('notes'));
  opening.addEventListener('error', () => reject(opening.error!));
  opening.addEventListener('success', () => {
    const transaction = opening.result.transaction('notes', value === null ? 'readonly' : 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('notes');
    const request = value === null ? store.get('note') : store.put(value, 'note');
    transaction.addEventListener('complete', () => resolve(request.result));
  });
}), text);

test('the desktop edition finds its data again', async ({ userData }) => {
  const first = await launchApp(userData);
  const address = new URL(first.page.url()).host;
  await note(first.page, 'rămâne');
  await first.close();
  const second = await launchApp(userData);
  expect(await note(second.page, null)).toBe('rămâne');
  expect(new URL(second.page.url()).host).toBe(address);
  await second.close();
});

test('the browser edition finds its data at its own port, and only there', async ({ userData }) => {
  const first = await launchBrowserEdition(userData);
  await note(first.page, 'rămâne');
  await first.close();
  const elsewhere = await launchBrowserEdition(userData);
  expect(elsewhere.port).not.toBe(first.port);
  expect(await note(elsewhere.page, null)).toBeUndefined();
  await elsewhere.close();
  const again = await launchBrowserEdition(userData, { port: first.port });
  expect(await note(again.page, null)).toBe('rămâne');
  await again.close();
});

test('leaving the browser edition asks nothing once everything is saved', async ({ browserApp: { page } }) => {
  await openDemo(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toEqual([]);
});

test('leaving the browser edition asks while something is unfinished', async ({ userData }) => {
  const app = await launchBrowserEdition(userData, { folder: HOST_PAGE_FOLDER });
  const { page } = app;
  await page.evaluate(() => { window.testHost.onBeforeClose(() => new Promise(() => undefined)); });
  await page.getByRole('button', { name: 'go' }).click();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await app.close();
});

test('a second start shows the first window and opens none', async ({ userData }) => {
  test.skip(shellKind() === 'electron', 'starts two applications in one process, which only the test double can');
  const first: RunningApp = await launchApp(userData, { kind: 'double' });
  let shown = 0;
  const [window] = first.double!.windows;
  window!.on('focus', () => { shown += 1; });
  const second = new ElectronDouble({ userData });
  second.runMain(MAIN_BUNDLE);
  expect(second.exitCode).toBe(0);
  expect(second.windows.size).toBe(0);
  expect(second.handlers.size).toBe(0);
  expect(shown).toBe(1);
  await first.close();
});

test.describe('a profile that a newer version wrote', () => {
  const writeLedger = (userData: string, json: string): string => {
    const file = path.join(userData, 'safety/ledger.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, json);
    return file;
  };

  const start = async (userData: string, electronVersion: string): Promise<ElectronDouble> => {
    const double = new ElectronDouble({ userData, electronVersion });
    double.runMain(MAIN_BUNDLE);
    await expect.poll(() => double.exitCode !== null || double.windows.size > 0).toBe(true);
    return double;
  };

  test('is refused in one clear sentence before a window or the profile is touched', async ({ userData }) => {
    const file = writeLedger(userData, '{"electronMajor":46,"commitSeq":7}');
    const double = await start(userData, '45.4.1');
    expect(double.exitCode).toBe(1);
    expect(double.windows.size).toBe(0);
    expect(double.errorBoxes).toHaveLength(1);
    expect(double.errorBoxes[0]?.content).toContain('46');
    expect(double.errorBoxes[0]?.content).toContain('45');
    expect(double.paths.get('sessionData')?.startsWith(userData)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('{"electronMajor":46,"commitSeq":7}');
  });

  for (const json of ['{"electronMajor":45}', '{"electronMajor":44}', '{"electronMajor":null}', '{"electronMajor":"46"}', '[]', 'null', '{"electron', '']) {
    test(`opens with the ledger ${JSON.stringify(json)}`, async ({ userData }) => {
      writeLedger(userData, json);
      const double = await start(userData, '45.4.1');
      expect(double.errorBoxes).toEqual([]);
      expect(double.windows.size).toBe(1);
      double.app.exit(0);
    });
  }
});
