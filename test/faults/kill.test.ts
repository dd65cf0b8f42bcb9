/** The browser is killed in mid-write, many times; whatever was acknowledged is there afterwards. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { Device, ServedPage } from './fault-browser';

/** Acknowledged bids after which each kill comes: early, in the middle of a large change, after snapshots. */
const KILLS = [3, 12, 310, 640, 975];

let page: ServedPage;
let device: Device;
beforeAll(async () => {
  page = await ServedPage.serve();
});
afterAll(() => page.close());
afterEach(() => device.remove());

const everythingAcknowledgedIsThere = async (tab: Page, projectIds: readonly string[]): Promise<void> => {
  const present = new Set<string>();
  for (const id of projectIds) {
    const found = await tab.evaluate((projectId) => window.faults.find(projectId), id);
    expect(found).toMatchObject({ chainProblems: 0, equalsChain: true });
    for (const bidId of found.bidIds) present.add(bidId);
  }
  expect([...device.acknowledged].filter((bidId) => !present.has(bidId))).toEqual([]);
};

it('one window: nothing acknowledged is lost', async () => {
  device = new Device(page);
  const first = await device.window();
  await first.evaluate(() => window.faults.open());
  await first.evaluate(() => window.faults.create('one', 2));
  for (const [round, kill] of KILLS.entries()) {
    const tab = round === 0 ? first : await device.reopened();
    await everythingAcknowledgedIsThere(tab, ['one']);
    await tab.evaluate((writer) => {
      window.faults.write('one', writer);
    }, `w${round}`);
    await device.acknowledgedAtLeast(kill);
    await device.kill();
  }
  await everythingAcknowledgedIsThere(await device.reopened(), ['one']);
});

it('two windows writing at once: nothing acknowledged is lost', async () => {
  device = new Device(page);
  const first = await device.window();
  await first.evaluate(() => window.faults.open());
  await first.evaluate(() => window.faults.create('one', 2));
  await first.evaluate(() => window.faults.create('two', 2));
  for (const [round, kill] of KILLS.entries()) {
    const left = round === 0 ? first : await device.reopened();
    await everythingAcknowledgedIsThere(left, ['one', 'two']);
    const right = await device.reopened();
    for (const [tab, projectId] of [[left, 'one'], [right, 'two']] as const) {
      await tab.evaluate(([id, writer]) => {
        window.faults.write(id, writer);
      }, [projectId, `w${round}-${projectId}`] as const);
    }
    await device.acknowledgedAtLeast(kill);
    await device.kill();
  }
  await everythingAcknowledgedIsThere(await device.reopened(), ['one', 'two']);
});
