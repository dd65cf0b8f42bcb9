/** Packages between two computers, through the application's commands on the real store. */
import { describe, expect, test } from 'vitest';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import type { OpenedPackage } from '../../../src-renderer/exchange/opened-package';
import { startCaiet, type Started } from './harness';

const projectIn = ({ caiet }: Started) => caiet.workspace.getState().open!.project;
const packageFrom = async (from: Started, to: Started, id: string): Promise<OpenedPackage> => {
  await from.caiet.exchange.exportPackage([id]);
  const file = from.saved.at(-1)!;
  return to.caiet.exchange.inspectPackage(file.name, file.bytes);
};

const apart = async () => {
  const here = await startCaiet();
  const id = await here.caiet.projects.openDemo();
  const there = await startCaiet();
  await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'add' });
  await there.caiet.projects.open(id);
  const [lotId = ''] = Object.keys(projectIn(here).lots);
  return { here, there, id, lotId };
};

describe('two computers that edit the same project apart', () => {
  test('merge different fields, and a second import finds nothing new', async () => {
    const { here, there, id, lotId } = await apart();
    here.caiet.call.editLot(lotId, { title: 'Here' });
    there.caiet.call.editLot(lotId, { description: 'There' });
    const report = await packageFrom(there, here, id);
    await here.caiet.exchange.importPackage(report, { [id]: 'merge' });
    expect(projectIn(here).lots[lotId]).toMatchObject({ title: 'Here', description: 'There' });
    const again = await here.caiet.exchange.importPackage(report, { [id]: 'merge' });
    expect(again.projects[0]?.changeId).toBeNull();
    const own = await packageFrom(here, here, id);
    expect((await here.caiet.exchange.standings(own))[id]?.status).toBe('same');
  });

  test('that made the same change apart know it of each other after an import, and nothing conflicts later', async () => {
    const { here, there, id, lotId } = await apart();
    here.caiet.call.editLot(lotId, { title: 'Alike' });
    there.caiet.call.editLot(lotId, { title: 'Alike' });
    const report = await packageFrom(there, here, id);
    expect((await here.caiet.exchange.standings(report))[id]).toEqual({ status: 'same', learns: true });
    const imported = await here.caiet.exchange.importPackage(report, { [id]: 'merge' });
    expect(imported.projects[0]?.receipt).toMatchObject({ outcome: 'merged', changes: 0, conflicts: 0 });
    expect((await here.caiet.exchange.standings(report))[id]).toEqual({ status: 'same', learns: false });
    here.caiet.call.editLot(lotId, { title: 'Changed here, on top of both' });
    there.caiet.call.editLot(lotId, { description: 'There' });
    await here.caiet.exchange.importPackage(await packageFrom(there, here, id), { [id]: 'merge' });
    expect(openConflicts(projectIn(here))).toEqual([]);
    await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'merge' });
    expect(openConflicts(projectIn(there))).toEqual([]);
    expect(projectIn(there).lots[lotId]).toMatchObject({ title: 'Changed here, on top of both', description: 'There' });
  });

  test('take an import that taught only that both agree back in one step too', async () => {
    const { here, there, id, lotId } = await apart();
    here.caiet.call.editLot(lotId, { title: 'Alike' });
    there.caiet.call.editLot(lotId, { title: 'Alike' });
    const report = await packageFrom(there, here, id);
    const imported = await here.caiet.exchange.importPackage(report, { [id]: 'merge' });
    expect(await here.caiet.exchange.undoImport(imported)).toEqual({ undone: 1, kept: 0 });
    expect((await here.caiet.exchange.standings(report))[id]).toEqual({ status: 'same', learns: true });
  });

  test('keep both values of one field over a restart, until a person decides; undo takes the decision back', async () => {
    const { here, there, id, lotId } = await apart();
    here.caiet.call.editLot(lotId, { title: 'Here' });
    there.caiet.call.editLot(lotId, { title: 'There' });
    await here.caiet.exchange.importPackage(await packageFrom(there, here, id), { [id]: 'merge' });
    const restarted = await here.again();
    await restarted.projects.open(id);
    const open = () => restarted.workspace.getState().open!.project;
    const [conflict] = openConflicts(open());
    expect(conflict?.sides.map(({ value }) => value).toSorted()).toEqual(['Here', 'There']);
    const side = conflict!.sides.find(({ value }) => value === 'There')!;
    restarted.conflicts.decide(conflict!.id, { side: side.change });
    expect(open().lots[lotId]?.title).toBe('There');
    expect(openConflicts(open())).toEqual([]);
    restarted.undo();
    expect(openConflicts(open())).toHaveLength(1);
    await restarted.settle();
  });

  test('an import is taken back in one step, and the same package merges again after that', async () => {
    const { here, there, id, lotId } = await apart();
    there.caiet.call.editLot(lotId, { title: 'There' });
    const before = projectIn(here);
    const report = await packageFrom(there, here, id);
    const imported = await here.caiet.exchange.importPackage(report, { [id]: 'merge' });
    expect(await here.caiet.exchange.undoImport(imported)).toEqual({ undone: 1, kept: 0 });
    expect(projectIn(here)).toEqual(before);
    await here.caiet.exchange.importPackage(report, { [id]: 'merge' });
    expect(projectIn(here).lots[lotId]?.title).toBe('There');
  });

  test('a receipt is noted once in the history of what it confirms', async () => {
    const { here, there, id, lotId } = await apart();
    here.caiet.call.editLot(lotId, { title: 'Here' });
    const imported = await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'merge' });
    await there.caiet.exchange.saveReceipt(imported);
    const file = there.saved.at(-1)!;
    const receipt = await here.caiet.exchange.inspectPackage(file.name, file.bytes);
    expect(receipt.problems).toEqual([]);
    expect(await here.caiet.exchange.takeReceipt(receipt)).toMatchObject({ confirmed: [projectIn(here).title], unknown: 0 });
    await here.caiet.exchange.takeReceipt(receipt);
    expect((await here.caiet.projects.history(id)).filter(({ label }) => label.code === 'receiptTaken')).toHaveLength(1);
    expect(here.caiet.exchange.marks()).toMatchObject([{ kind: 'confirmed', since: 0 }]);
  });

  test('a receipt is signed: an altered one, and one of another device in its place, are recognised', async () => {
    const { here, there, id } = await apart();
    const imported = await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'merge' });
    await there.caiet.exchange.saveReceipt(imported);
    const file = there.saved.at(-1)!;
    const trustOf = async (bytes: Uint8Array) => here.caiet.devices.trust(await here.caiet.exchange.inspectPackage(file.name, bytes));
    expect(await trustOf(file.bytes)).toMatchObject({ state: 'new' });
    await here.caiet.exchange.takeReceipt(await here.caiet.exchange.inspectPackage(file.name, file.bytes));
    const text = new TextDecoder().decode(file.bytes);
    expect(await trustOf(new TextEncoder().encode(text.replace(/,"signature":\{[^}]*\}/u, '')))).toMatchObject({ state: 'stripped' });
    const altered = await here.caiet.exchange.inspectPackage(file.name, new TextEncoder().encode(text.replace(/"changes":\d+/u, `"changes":7`)));
    expect(altered.problems).toContainEqual(expect.objectContaining({ severity: 'error' }));
  });

  test('a public version never takes the place of the project', async () => {
    const { here, id } = await apart();
    await here.caiet.exchange.exportPublic(id);
    const file = here.saved.at(-1)!;
    const report = await here.caiet.exchange.inspectPackage(file.name, file.bytes);
    await expect(here.caiet.exchange.importPackage(report, { [id]: 'replace' })).rejects.toMatchObject({ problem: { code: 'package.redactedReplace' } });
  });
});

describe('a lot decided on one computer while the other goes on working under it', () => {
  const decidedApart = async () => {
    const here = await startCaiet();
    const id = await here.caiet.projects.create({ title: 'P' });
    const { call, criteria, bids, evaluation, admission } = here.caiet;
    const [lot, other] = [call.addLot(), call.addLot()];
    const criterion = criteria.add('quality', null);
    call.editCriterion(criterion, { name: 'Calitate', weight: '100', scale: { max: 5, anchors: {} } });
    const winner = bids.add(lot, 'Ana SRL');
    evaluation.score(winner, criterion, '5');
    admission.admit(winner, '2026-03-02');
    const there = await startCaiet();
    await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'add' });
    await there.caiet.projects.open(id);
    expect(here.caiet.decisions.decide(lot, { outcome: 'award', winnerBidId: winner, reason: 'Prima.' })).toBe(true);
    there.caiet.evaluation.score(winner, criterion, '1');
    there.caiet.bids.edit(winner, { notes: 'Scris fără să se știe de decizie' });
    there.caiet.call.editLot(other, { title: 'Al doilea lot' });
    return { here, there, id, lot, other, winner };
  };

  test('keeps its decision and all it rests on; the rest merges, and what was refused is seen', async () => {
    const { here, there, id, lot, other, winner } = await decidedApart();
    const before = projectIn(here);
    await here.caiet.exchange.importPackage(await packageFrom(there, here, id), { [id]: 'merge' });
    const after = projectIn(here);
    expect(after.decisions).toEqual(before.decisions);
    expect(after.bids[winner]).toEqual(before.bids[winner]);
    expect(after.scoreSheets).toEqual(before.scoreSheets);
    expect(after.lots[other]?.title).toBe('Al doilea lot');
    const [conflict, ...others] = openConflicts(after);
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'locked', lock: 'decision' });
    expect(conflict?.path).toContain(lot);
    expect(JSON.stringify(conflict?.sides)).toContain('Scris fără să se știe de decizie');
  });

  test('names each refused place in the receipt, and the sender reads it, without any value leaving', async () => {
    const { here, there, id, winner } = await decidedApart();
    const imported = await here.caiet.exchange.importPackage(await packageFrom(there, here, id), { [id]: 'merge' });
    expect(imported.projects[0]?.receipt.refused).toContain(`/bids/${winner}/notes`);
    await here.caiet.exchange.saveReceipt(imported);
    const file = here.saved.at(-1)!;
    expect(new TextDecoder().decode(file.bytes)).not.toContain('Scris fără să se știe de decizie');
    const taken = await there.caiet.exchange.takeReceipt(await there.caiet.exchange.inspectPackage(file.name, file.bytes));
    expect(taken.refused).toMatchObject([{ project: { id }, paths: expect.arrayContaining([['bids', winner, 'notes']]) as unknown }]);
  });

  test('is decided on the other computer too, once it takes in the package', async () => {
    const { here, there, id, winner } = await decidedApart();
    await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'merge' });
    expect(projectIn(there).decisions).toEqual(projectIn(here).decisions);
    expect(projectIn(there).bids[winner]).toEqual(projectIn(here).bids[winner]);
    expect(projectIn(there).scoreSheets).toEqual(projectIn(here).scoreSheets);
  });
});

describe('a call frozen on two computers apart', () => {
  const frozenApart = async (title: string) => {
    const here = await startCaiet();
    const id = await here.caiet.projects.create({ title: 'P' });
    const lot = here.caiet.call.addLot();
    here.caiet.call.editLot(lot, { title: 'Lot', estimatedValue: { amount: 100_000, currency: 'RON' } });
    here.caiet.call.useTemplate('ro');
    const there = await startCaiet();
    await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'add' });
    await there.caiet.projects.open(id);
    there.caiet.call.editLot(lot, { title });
    here.caiet.criteria.freeze();
    there.caiet.criteria.freeze();
    expect([projectIn(here).freezes, projectIn(there).freezes].map((freezes) => Object.keys(freezes ?? {}))).toEqual([['1'], ['1']]);
    return { here, there, id, lot };
  };

  test('the same way is one freeze, at one moment on both, and nothing is asked', async () => {
    const { here, there, id } = await frozenApart('Lot');
    const [mine, theirs] = [await packageFrom(here, there, id), await packageFrom(there, here, id)];
    await here.caiet.exchange.importPackage(theirs, { [id]: 'merge' });
    await there.caiet.exchange.importPackage(mine, { [id]: 'merge' });
    expect(openConflicts(projectIn(here))).toEqual([]);
    expect(projectIn(there)).toEqual(projectIn(here));
  });

  test('another way stays as it is on each, until a person takes the other over, which can be undone', async () => {
    const { here, there, id, lot } = await frozenApart('Altfel');
    const before = projectIn(here);
    await here.caiet.exchange.importPackage(await packageFrom(there, here, id), { [id]: 'merge' });
    expect(projectIn(here).freezes).toEqual(before.freezes);
    expect(projectIn(here).lots).toEqual(before.lots);
    const [conflict, ...others] = openConflicts(projectIn(here));
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'locked', lock: 'call', sides: [{ deviceId: there.caiet.workspace.getState().settings.deviceId }] });
    here.caiet.conflicts.decide(conflict!.id, { side: conflict!.sides[0]!.change });
    expect(projectIn(here).lots[lot]?.title).toBe('Altfel');
    expect(projectIn(here).freezes).toEqual(projectIn(there).freezes);
    here.caiet.undo();
    expect(projectIn(here).freezes).toEqual(before.freezes);
    expect(openConflicts(projectIn(here))).toHaveLength(1);
    await here.caiet.settle();
  });

  test('another way is not taken over once a bid is recorded', async () => {
    const { here, there, id, lot } = await frozenApart('Altfel');
    here.caiet.bids.add(lot, 'Ana SRL');
    await here.caiet.exchange.importPackage(await packageFrom(there, here, id), { [id]: 'merge' });
    const [conflict] = openConflicts(projectIn(here));
    expect(() => here.caiet.conflicts.decide(conflict!.id, { side: conflict!.sides[0]!.change })).toThrow();
    expect(projectIn(here).lots[lot]?.title).toBe('Lot');
  });
});
