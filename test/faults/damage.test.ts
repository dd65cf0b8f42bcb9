/** Real damage to a real browser's data, real limits, and windows that take the data from each other. */
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { Device, ServedPage } from './fault-browser';

let page: ServedPage;
let device: Device;
beforeAll(async () => {
  page = await ServedPage.serve();
});
afterAll(() => page.close());
beforeEach(() => {
  device = new Device(page);
});
afterEach(() => device.remove());

const started = async (): Promise<Page> => {
  const tab = await device.window();
  expect(await tab.evaluate(() => window.faults.open())).toEqual({ status: 'ready', replayed: 0 });
  return tab;
};
const withProject = async (): Promise<Page> => {
  const tab = await started();
  await tab.evaluate(() => window.faults.create('one', 20));
  return tab;
};
const projectIn = (tab: Page) => tab.evaluate(() => window.faults.project('one'));
const rename = (tab: Page, title: string) => tab.evaluate((text) => window.faults.rename('one', text), title);
const leave = async (tab: Page): Promise<void> => {
  await tab.evaluate(() => window.faults.close());
  await device.closeBrowser();
};

describe('a database that Chromium found damaged and started empty, without an error', () => {
  it('is noticed, offered and restored equal from snapshot and journal', async () => {
    const tab = await withProject();
    await tab.evaluate(() => window.faults.snapshot());
    expect(await rename(tab, 'După copie')).toBe('stored');
    const before = await projectIn(tab);
    await leave(tab);
    device.damageDatabase();
    const next = await device.window();
    expect(await next.evaluate(() => window.faults.open())).toMatchObject({ status: 'recovery', offer: { recoverableProjects: 1, presentProjects: 0, lostChanges: 2 } });
    expect(await next.evaluate(() => window.faults.recover('restore'))).toEqual({ status: 'ready', replayed: 0 });
    expect(await projectIn(next)).toEqual(before);
    await leave(next);
    expect(await projectIn(await started())).toEqual(before);
  });

  it('whose log was cut in half comes back whole, from the journal or by the offer', async () => {
    const tab = await withProject();
    for (let round = 0; round < 10; round += 1) expect(await rename(tab, `Titlul ${round}`)).toBe('stored');
    const before = await projectIn(tab);
    await leave(tab);
    device.truncateDatabase(0.5);
    const next = await device.window();
    const outcome = await next.evaluate(() => window.faults.open());
    if (outcome.status === 'recovery') await next.evaluate(() => window.faults.recover('restore'));
    else expect(outcome).toMatchObject({ status: 'ready', replayed: expect.any(Number) });
    expect(await projectIn(next)).toEqual(before);
  });
});

describe('the journal on the disk', () => {
  it('with a torn last line opens without a word', async () => {
    const tab = await withProject();
    const before = await projectIn(tab);
    await leave(tab);
    appendFileSync(path.join(device.safetyFolder, 'journal.jsonl'), '0f3a {"kind":"commit","commitSeq":2,"ent');
    const next = await started();
    expect(await projectIn(next)).toEqual(before);
    expect(await next.evaluate(() => window.faults.events())).toEqual([]);
  });
});

describe('the storage that gives out', () => {
  it('a quota that is reached refuses the change as a full disk and keeps what there was', async () => {
    const tab = await device.window();
    const instruments = await device.instruments(tab);
    // Before the first transaction: Chromium remembers for a while how much room there was.
    await instruments.send('Storage.overrideQuotaForOrigin', { origin: device.origin, quotaSize: 500_000 });
    await tab.evaluate(() => window.faults.open());
    await tab.evaluate(() => window.faults.create('one', 20));
    const before = await projectIn(tab);
    expect(await tab.evaluate(() => window.faults.grow('one', 200))).toBe('store.full');
    expect(await projectIn(tab)).toEqual(before);
    await instruments.send('Storage.overrideQuotaForOrigin', { origin: device.origin });
    // What the person does: makes room and presses "Try again" until the browser has noticed.
    await expect.poll(() => rename(tab, 'Încape'), { timeout: 60_000, interval: 500 }).toBe('stored');
    const after = await projectIn(tab);
    await leave(tab);
    expect(await projectIn(await started())).toEqual(after);
  });

  it('a connection that the browser closes makes the window read-only and tells so', async () => {
    const tab = await withProject();
    await tab.evaluate(() => window.faults.snapshot());
    const instruments = await device.instruments(tab);
    await instruments.send('Storage.clearDataForOrigin', { origin: device.origin, storageTypes: 'indexeddb' });
    await expect.poll(() => tab.evaluate(() => window.faults.events())).toEqual([{ type: 'closed', problem: { severity: 'error', code: 'store.closed', data: {} } }]);
    expect(await tab.evaluate(() => window.faults.summaries().catch((error: Error) => error.message))).toBe('store.closed');
    await device.closeBrowser();
    const next = await device.window();
    expect(await next.evaluate(() => window.faults.open())).toMatchObject({ status: 'recovery', offer: { recoverableProjects: 1 } });
  });
});

describe('two windows', () => {
  it('on the same values: one wins, the other is told, and both see the same', async () => {
    const left = await withProject();
    const right = await started();
    const answers: string[] = [];
    for (let round = 0; round < 5; round += 1) answers.push(...(await Promise.all([rename(left, `stânga ${round}`), rename(right, `dreapta ${round}`)])));
    expect(answers.filter((answer) => answer !== 'stored' && answer !== 'store.stale')).toEqual([]);
    expect(answers).toContain('stored');
    expect(await projectIn(left)).toEqual(await projectIn(right));
    expect(await left.evaluate(() => window.faults.find('one'))).toMatchObject({ chainProblems: 0, equalsChain: true });
  });
});
