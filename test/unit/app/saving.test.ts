/** What is shown, what is stored and what the trail tells stay the same thing: when storing fails, between windows, under haste. */
import { describe, expect, test } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { fail } from '../../../src-renderer/domain/problem';
import { startCaiet } from './harness';

const open = (caiet: Caiet) => {
  const state = caiet.workspace.getState().open;
  if (state === null) throw new Error('no project is open');
  return state;
};

describe('a way out while saving fails', () => {
  const errorsIn = ({ problems }: Awaited<ReturnType<Caiet['exchange']['inspectPackage']>>) => problems.filter(({ severity }) => severity === 'error');

  test('the package tells of what is on the screen, and another device takes it', async () => {
    const { caiet, failNext, saved } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    failNext(fail('store.closed'));
    const lotId = caiet.call.addLot();
    await caiet.exchange.exportPackage([id]);

    const other = (await startCaiet()).caiet;
    const report = await other.exchange.inspectPackage('p', saved[0]!.bytes);
    expect(errorsIn(report)).toEqual([]);
    await other.exchange.importPackage(report, { [id]: 'add' });
    await other.projects.open(id);
    expect(Object.keys(open(other).project.lots)).toEqual([lotId]);
  });

  test('undo takes back the change that cannot be stored, and saving goes on', async () => {
    const { caiet, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    const lotId = caiet.call.addLot();
    caiet.call.editLot(lotId, { number: 'x'.repeat(21) });
    await caiet.settle();
    expect(caiet.workspace.getState().save).toMatchObject({ status: 'failed', problem: { code: 'change.invalid' } });
    caiet.undo();
    expect(caiet.workspace.getState().save.status).toBe('saved');
    caiet.call.editLot(lotId, { number: '7' });
    await caiet.settle();
    const restarted = await again();
    await restarted.projects.open(id);
    expect(open(restarted).project.lots[lotId]?.number).toBe('7');
    expect((await restarted.projects.history(id)).map(({ label }) => label.code)).toEqual(['projectCreated', 'lotAdded', 'lotEdited']);
  });

  test('nothing claims to be done that was not', async () => {
    const { caiet, failNext } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    failNext(fail('store.full'));
    caiet.call.addLot();
    await caiet.projects.remove(id);
    expect(caiet.workspace.getState().notices.map(({ code }) => code)).toEqual(['readOnly']);
    expect(caiet.workspace.getState().summaries[0]?.deletedAt).toBeNull();
  });

  test('what could not be stored is still there after another project was looked at', async () => {
    const { caiet, failNext } = await startCaiet();
    const other = await caiet.projects.create({ title: 'other' });
    const id = await caiet.projects.create({ title: 'P' });
    failNext(fail('store.full'));
    const lotId = caiet.call.addLot();
    await caiet.projects.open(other);
    await caiet.projects.open(id);
    expect(Object.keys(open(caiet).project.lots)).toEqual([lotId]);
    caiet.retry();
    await caiet.settle();
    expect(caiet.workspace.getState().save.status).toBe('saved');
    expect(Object.keys(open(caiet).project.lots)).toEqual([lotId]);
  });
});

describe('two windows', () => {
  /** Until both have stored and heard everything. */
  const quiet = async (...windows: readonly Caiet[]): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      for (const caiet of windows) await caiet.settle();
    }
  };

  test('edits of different places made at the same moment end up in both', async () => {
    const { caiet, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    const other = await again({ keepOpen: true });
    await other.projects.open(id);
    const lots = [caiet, other].flatMap((window) => [window.call.addLot(), window.call.addLot()]);
    await quiet(caiet, other);
    for (const window of [caiet, other]) {
      expect(Object.keys(open(window).project.lots).toSorted()).toEqual(lots.toSorted());
      expect(window.workspace.getState().notices).toEqual([]);
      expect(window.workspace.getState().save.status).toBe('saved');
    }
  });

  test('a project removed for good in one is closed in the other, and that is told', async () => {
    const { caiet, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    const other = await again({ keepOpen: true });
    await other.projects.open(id);
    const purged = other.projects.purge(id);
    caiet.call.addLot();
    await purged;
    await quiet(caiet, other);
    expect(caiet.workspace.getState()).toMatchObject({ open: null, save: { status: 'saved' }, notices: [{ problem: { code: 'store.notFound' } }] });
    await caiet.projects.create({ title: 'next' });
    caiet.call.addLot();
    await caiet.settle();
    expect(caiet.workspace.getState().save.status).toBe('saved');
  });
});

test('an edit made while the project is read again stays on the screen and is stored', async () => {
  const { caiet, saved } = await startCaiet();
  const id = await caiet.projects.create({ title: 'P' });
  await caiet.exchange.exportPackage([id]);
  const report = await caiet.exchange.inspectPackage('p', saved[0]!.bytes);
  const importing = caiet.exchange.importPackage(report, { [id]: 'copy' });
  const lotIds: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    lotIds.push(caiet.call.addLot());
    await Promise.resolve();
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
  await importing;
  await caiet.settle();
  expect(Object.keys(open(caiet).project.lots)).toEqual(lotIds);
});

test('of two projects opened in one breath, the one asked for last is shown', async () => {
  const { caiet } = await startCaiet();
  const large = await caiet.projects.openDemo();
  const small = await caiet.projects.create({ title: 'small' });
  caiet.projects.close();
  await Promise.all([caiet.projects.open(large), caiet.projects.open(small)]);
  expect(open(caiet).project.id).toBe(small);
  await Promise.all([caiet.projects.open(small), caiet.projects.open(large)]);
  expect(open(caiet).project.id).toBe(large);
  await expect(caiet.projects.open('nowhere')).rejects.toMatchObject({ problem: { code: 'store.notFound' } });
  caiet.projects.edit({ title: 'still edited' });
  await caiet.projects.rename(large, 'renamed');
  expect(open(caiet).project.title).toBe('renamed');
});

test('a project never grows beyond what its own package may hold', async () => {
  const { caiet, saved } = await startCaiet();
  const id = await caiet.projects.create({ title: 'P' });
  for (let count = 0; count < 500; count += 1) caiet.call.addLot();
  expect(() => caiet.call.addLot()).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'project.tooMany', data: { collection: 'lots', count: 501, limit: 500 } }) }));
  await caiet.exchange.exportPackage([id]);
  expect((await caiet.exchange.inspectPackage('p', saved[0]!.bytes)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
}, 30_000);
