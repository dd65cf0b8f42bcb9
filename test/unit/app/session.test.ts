/** The application's commands on the real store (in-memory IndexedDB): what shows, what is stored, what comes back. */
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../../src-renderer/domain/position';
import { fail } from '../../../src-renderer/domain/problem';
import { startCaiet } from './harness';

const open = (caiet: Awaited<ReturnType<typeof startCaiet>>['caiet']) => {
  const state = caiet.workspace.getState().open;
  if (state === null) throw new Error('no project is open');
  return state;
};

describe('editing', () => {
  test('an edit shows at once and is there after a restart', async () => {
    const { caiet, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'Iluminat' });
    const lotId = caiet.call.addLot();
    caiet.call.editLot(lotId, { title: 'Corpuri' });
    expect(open(caiet).project.lots[lotId]?.title).toBe('Corpuri');
    await caiet.settle();
    expect(caiet.workspace.getState().save.status).toBe('saved');

    const restarted = await again();
    await restarted.projects.open(id);
    expect(open(restarted).project.lots[lotId]?.title).toBe('Corpuri');
  });

  test('saving is said while it lasts and saved only after', async () => {
    const { caiet, hold } = await startCaiet();
    await caiet.projects.create({ title: 'P' });
    const release = hold();
    caiet.call.addLot();
    expect(caiet.workspace.getState().save.status).toBe('saving');
    release();
    await caiet.settle();
    expect(caiet.workspace.getState().save.status).toBe('saved');
  });

  test('undo and redo survive a restart', async () => {
    const { caiet, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    caiet.call.addLot();
    const second = caiet.call.addLot();
    caiet.undo();
    await caiet.settle();
    const restarted = await again();
    await restarted.projects.open(id);
    expect(open(restarted).redo?.code).toBe('lotAdded');
    restarted.redo();
    expect(Object.keys(open(restarted).project.lots)).toContain(second);
    restarted.undo();
    restarted.undo();
    expect(open(restarted).undo).toBeNull();
    expect(open(restarted).project.lots).toEqual({});
  });

  test('removing a lot takes its bids along, and undo brings all of it back', async () => {
    const { caiet } = await startCaiet();
    await caiet.projects.openDemo();
    const before = open(caiet).project;
    const lot = inOrder(before.lots)[0];
    caiet.call.removeLot(lot?.id ?? '');
    const after = open(caiet).project;
    expect(Object.values(after.bids).some((bid) => bid.lotId === lot?.id)).toBe(false);
    const bids = new Set(Object.keys(after.bids));
    expect(Object.values(after.scoreSheets).every((sheet) => bids.has(sheet.bidId))).toBe(true);
    caiet.undo();
    expect(open(caiet).project).toEqual(before);
  });

  test('moving criteria keeps every one of them, in the new order', async () => {
    const { caiet } = await startCaiet();
    await caiet.projects.create({ title: 'P' });
    const ids = [caiet.criteria.add('price', null), caiet.criteria.add('quality', null), caiet.criteria.add('quality', null)];
    caiet.criteria.move(ids[2] ?? '', 'up');
    caiet.criteria.move(ids[2] ?? '', 'up');
    expect(inOrder(open(caiet).project.awardCriteria).map((criterion) => criterion.id)).toEqual([ids[2], ids[0], ids[1]]);
  });
});

describe('when storing fails', () => {
  test('it is said, editing stops, nothing typed is lost, and a retry stores it', async () => {
    const { caiet, failNext, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    failNext(fail('store.full'));
    const lotId = caiet.call.addLot();
    await caiet.settle();
    expect(caiet.workspace.getState().save).toMatchObject({ status: 'failed', problem: { code: 'store.full' } });
    caiet.projects.edit({ title: 'refused' });
    expect(open(caiet).project.title).toBe('P');
    expect(open(caiet).project.lots[lotId]).toBeDefined();

    expect(caiet.unstored()).toBe(true);
    caiet.retry();
    await caiet.settle();
    expect(caiet.unstored()).toBe(false);
    expect(caiet.workspace.getState().save.status).toBe('saved');
    const restarted = await again();
    await restarted.projects.open(id);
    expect(open(restarted).project.lots[lotId]).toBeDefined();
  });

  test('an edit of what another window changed is given up, and the newest state shown', async () => {
    const { caiet, again } = await startCaiet();
    const id = await caiet.projects.create({ title: 'first' });
    const other = await again({ keepOpen: true });
    await other.projects.rename(id, 'second');
    caiet.projects.edit({ title: 'third' });
    await caiet.settle();
    expect(open(caiet).project.title).toBe('second');
    expect(caiet.workspace.getState().notices.map((notice) => notice.code)).toContain('reloaded');
  });
});

describe('scoring', () => {
  test.each(['6', '-1', '2.5', 'four'])('a score of %s on a scale to 5 is refused and stored nowhere', async (value) => {
    const { caiet } = await startCaiet();
    await caiet.projects.openDemo();
    const before = open(caiet).project;
    const bid = Object.values(before.bids)[0];
    const criterion = inOrder(before.awardCriteria).find((each) => each.type === 'quality');
    caiet.evaluation.score(bid?.id ?? '', criterion?.id ?? '', value);
    expect(open(caiet).project).toBe(before);
    expect(caiet.workspace.getState().notices.at(-1)?.problem?.code).toBe('evaluation.scoreOutsideScale');
  });
});

describe('projects', () => {
  test('bin, restore, purge', async () => {
    const { caiet } = await startCaiet();
    const id = await caiet.projects.create({ title: 'P' });
    await caiet.projects.remove(id);
    expect(caiet.workspace.getState().summaries[0]?.deletedAt).not.toBeNull();
    await caiet.projects.restore(id);
    expect(caiet.workspace.getState().summaries[0]?.deletedAt).toBeNull();
    await caiet.projects.purge(id);
    expect(caiet.workspace.getState().summaries).toEqual([]);
    await expect(caiet.projects.open(id)).rejects.toMatchObject({ problem: { code: 'store.notFound' } });
  });

  test('a duplicate has the call and none of the bids', async () => {
    const { caiet } = await startCaiet();
    const id = await caiet.projects.openDemo();
    const copyId = await caiet.projects.duplicate(id, 'P (copy)');
    const source = open(caiet).project;
    await caiet.projects.open(copyId);
    const copy = open(caiet).project;
    expect(inOrder(copy.awardCriteria).map((each) => each.name)).toEqual(inOrder(source.awardCriteria).map((each) => each.name));
    expect(copy.bids).toEqual({});
  });
});

describe('packages', () => {
  test('a project comes back from its own export as it was, with its whole trail', async () => {
    const first = await startCaiet();
    const id = await first.caiet.projects.openDemo();
    first.caiet.projects.edit({ description: 'ș, ț și =1+1' });
    await first.caiet.settle();
    await first.caiet.exchange.exportPackage([id]);
    const [file] = first.saved;

    const second = await startCaiet();
    const report = await second.caiet.exchange.inspectPackage(file?.name ?? '', file?.bytes ?? new Uint8Array());
    expect(report.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    await second.caiet.exchange.importPackage(report, { [id]: 'add' });
    await second.caiet.projects.open(id);
    expect(open(second.caiet).project).toEqual(open(first.caiet).project);
    expect((await second.caiet.projects.history(id)).map((entry) => entry.label.code)).toEqual(['projectCreated', 'projectEdited', 'projectImported']);
  });

  test('replacing a present project is one change that undo takes back', async () => {
    const { caiet, saved } = await startCaiet();
    const id = await caiet.projects.openDemo();
    await caiet.exchange.exportPackage([id]);
    caiet.projects.edit({ title: 'Edited since' });
    await caiet.settle();
    const report = await caiet.exchange.inspectPackage('p.caiet.json', saved[0]?.bytes ?? new Uint8Array());
    await caiet.exchange.importPackage(report, { [id]: 'replace' });
    expect(open(caiet).project.title).not.toBe('Edited since');
    caiet.undo();
    await caiet.settle();
    expect(open(caiet).project.title).toBe('Edited since');
  });
});

test('half of an emoji, as a length limit can leave behind, is stored as a replacement character', async () => {
  const { caiet, again } = await startCaiet();
  const id = await caiet.projects.create({ title: 'P' });
  caiet.projects.edit({ description: `lumină ${'💡'.slice(0, 1)}` });
  await caiet.settle();
  expect(caiet.workspace.getState().save.status).toBe('saved');
  const restarted = await again();
  await restarted.projects.open(id);
  expect(open(restarted).project.description).toBe('lumină \uFFFD');
});

test('a package is compared with what is here before anything is stored', async () => {
  const { caiet, saved } = await startCaiet();
  const same = await caiet.projects.create({ title: 'same' });
  const changed = await caiet.projects.create({ title: 'before' });
  const gone = await caiet.projects.create({ title: 'gone' });
  await caiet.exchange.exportPackage([same, changed, gone]);
  await caiet.projects.rename(changed, 'after');
  await caiet.projects.purge(gone);
  const report = await caiet.exchange.inspectPackage('p.caiet.json', saved[0]?.bytes ?? new Uint8Array());
  const found = await caiet.exchange.standings(report);
  expect([same, changed, gone].map((id) => found[id]?.status)).toEqual(['same', 'different', 'new']);
  expect(await caiet.exchange.compare(report, gone)).toBeNull();
  expect((await caiet.exchange.compare(report, changed))?.outcome).toMatchObject({ patches: [{ path: ['title'], before: 'after', after: 'before' }] });
});

test('a database that cannot be opened is said, not waited for', async () => {
  const { caiet } = await startCaiet({ openFails: fail('store.closed') });
  expect(caiet.workspace.getState().start).toMatchObject({ status: 'refused', problem: { code: 'store.closed' } });
});
