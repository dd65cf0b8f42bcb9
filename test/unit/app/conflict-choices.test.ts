/** What a person can choose about conflicts: one side, both, all at once, or later; each choice is one change, told in the history and undone. */
import { describe, expect, test } from 'vitest';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { inOrder } from '../../../src-renderer/domain/position';
import { startCaiet, type Started } from './harness';

const projectIn = ({ caiet }: Started) => caiet.workspace.getState().open!.project;

/** Both wrote the same three fields of lot 1 and the notes of a bid; there, another bid was removed that was changed here. */
const meeting = async () => {
  const here = await startCaiet();
  const id = await here.caiet.projects.openDemo();
  const there = await startCaiet();
  await here.caiet.exchange.exportPackage([id]);
  const first = here.saved.at(-1)!;
  await there.caiet.exchange.importPackage(await there.caiet.exchange.inspectPackage(first.name, first.bytes), { [id]: 'add' });
  await there.caiet.projects.open(id);
  const lot = inOrder(projectIn(here).lots)[0]!.id;
  const [bid = '', other = ''] = Object.keys(projectIn(here).bids);
  here.caiet.call.editLot(lot, { title: 'Aici', description: 'Text de aici.' });
  there.caiet.call.editLot(lot, { title: 'Acolo', description: 'Text de acolo.' });
  here.caiet.bids.edit(bid, { notes: 'Nota de aici' });
  there.caiet.bids.edit(bid, { notes: 'Nota de acolo' });
  here.caiet.bids.edit(other, { notes: 'Schimbată aici' });
  there.caiet.bids.remove(other);
  await there.caiet.settle();
  await there.caiet.exchange.exportPackage([id]);
  const file = there.saved.at(-1)!;
  await here.caiet.exchange.importPackage(await here.caiet.exchange.inspectPackage(file.name, file.bytes), { [id]: 'merge' });
  const conflictAt = (...path: string[]) => openConflicts(projectIn(here)).find((each) => each.path.join('/') === path.join('/'))!;
  return { here, id, lot, bid, other, conflictAt };
};

const lastLabel = async ({ caiet }: Started, id: string) => (await caiet.projects.history(id)).toSorted((left, right) => right.seq - left.seq)[0]?.label;

describe('conflicts of a merge', () => {
  test('wait as long as the person likes, and the project goes on meanwhile', async () => {
    const { here, lot } = await meeting();
    const waiting = openConflicts(projectIn(here)).length;
    here.caiet.call.editLot(lot, { number: '17' });
    expect(openConflicts(projectIn(here))).toHaveLength(waiting);
    await here.caiet.settle();
  });

  test('keep both texts, one after the other', async () => {
    const { here, id, bid, conflictAt } = await meeting();
    here.caiet.conflicts.decide(conflictAt('bids', bid, 'notes').id, 'bothTexts');
    expect(projectIn(here).bids[bid]?.notes.split('\n\n').toSorted()).toEqual(['Nota de acolo', 'Nota de aici']);
    await here.caiet.settle();
    expect(await lastLabel(here, id)).toMatchObject({ code: 'conflictsResolved', data: { count: 1 } });
    here.caiet.undo();
    expect(conflictAt('bids', bid, 'notes')).toBeDefined();
    await here.caiet.settle();
  });

  test('keep both records, each with one side of all its values', async () => {
    const { here, lot, conflictAt } = await meeting();
    const before = Object.keys(projectIn(here).lots).length;
    here.caiet.conflicts.keepBothRecords(conflictAt('lots', lot, 'title').id);
    const made = Object.values(projectIn(here).lots);
    expect(made).toHaveLength(before + 1);
    expect(made.map(({ title }) => title)).toEqual(expect.arrayContaining(['Aici', 'Acolo']));
    expect(openConflicts(projectIn(here)).filter(({ path }) => path[0] === 'lots')).toEqual([]);
    await here.caiet.settle();
  });

  test.each([['mine', 'Aici', true], ['theirs', 'Acolo', false]] as const)('are decided all at once: %s', async (bulk, title, hasBid) => {
    const { here, id, lot, other } = await meeting();
    const count = openConflicts(projectIn(here)).length;
    here.caiet.conflicts.decideAll(bulk);
    expect(openConflicts(projectIn(here))).toEqual([]);
    expect(projectIn(here).lots[lot]?.title).toBe(title);
    expect(Object.hasOwn(projectIn(here).bids, other)).toBe(hasBid);
    await here.caiet.settle();
    expect(await lastLabel(here, id)).toMatchObject({ code: 'conflictsResolved', data: { count } });
    here.caiet.undo();
    expect(openConflicts(projectIn(here))).toHaveLength(count);
    await here.caiet.settle();
  });
});
