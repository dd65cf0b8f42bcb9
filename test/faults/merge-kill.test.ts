/** The browser is killed between the steps of storing a merge: afterwards the whole merge is there, in every project, or none of it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { Device, ServedPage } from './fault-browser';

const PROJECTS = ['one', 'two'];
const BIDS = 100;

let page: ServedPage;
let device: Device;
beforeAll(async () => {
  page = await ServedPage.serve();
});
afterAll(() => page.close());
afterEach(() => device.remove());

/** How many of the bids that came are in each project. */
const cameIn = async (tab: Page): Promise<number[]> => {
  const counts: number[] = [];
  for (const id of PROJECTS) {
    const found = await tab.evaluate((projectId) => window.faults.find(projectId), id);
    expect(found).toMatchObject({ chainProblems: 0, equalsChain: true });
    counts.push(found.bidIds.filter((bidId) => bidId.startsWith('came-')).length);
  }
  return counts;
};

const planned = async (bids: number): Promise<Page> => {
  device = new Device(page);
  const tab = await device.window();
  await tab.evaluate(() => window.faults.open());
  for (const id of PROJECTS) await tab.evaluate((projectId) => window.faults.create(projectId, 2), id);
  await tab.evaluate(([ids, count]) => window.faults.planMerge(ids, count), [PROJECTS, bids] as const);
  return tab;
};

it.each([
  // Its line never reached the journal: nobody was told it was stored, and nothing of it is.
  ['before its journal line is written', { method: 'appendJournal', when: 'before' }, 0],
  // The line is there and the database has nothing yet: the journal brings the whole merge.
  ['after its journal line, before the database', { method: 'appendJournal', when: 'after' }, BIDS],
  ['after the database, before the ledger', { method: 'writeLedger', when: 'before', once: 'packageMerged' }, BIDS],
] as const)('killed %s', async (_step, killAt, expected) => {
  const tab = await planned(BIDS);
  device.killAt = killAt;
  // The answer to this call may die with the browser.
  await tab.evaluate(() => window.faults.merge()).catch(() => undefined);
  await device.diesByItself();
  expect(await cameIn(await device.reopened())).toEqual(PROJECTS.map(() => expected));
});

it('killed between the parts of a long journal line: nothing of it is there, and it takes no later line with it', async () => {
  const tab = await planned(2_000);
  device.killAt = { method: 'holdJournal', when: 'after' };
  await tab.evaluate(() => window.faults.merge()).catch(() => undefined);
  await device.diesByItself();
  const after = await device.reopened();
  expect(await cameIn(after)).toEqual([0, 0]);
  await after.evaluate(() => window.faults.create('three', 2));
  await device.kill();
  device.damageDatabase();
  const found = await (await device.reopened()).evaluate(() => window.faults.find('three'));
  expect(found).toMatchObject({ chainProblems: 0, equalsChain: true });
  expect(await device.journal()).toMatchObject({ damagedLines: 0 });
});
