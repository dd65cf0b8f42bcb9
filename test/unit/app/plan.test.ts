/** The plan of a call through the application's commands: what other projects bought, what is noted by hand, phases in order. */
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src-renderer/domain/position';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { startCaiet } from './harness';

const project = (caiet: Caiet) => {
  const state = caiet.workspace.getState().open;
  if (state === null) throw new Error('no project is open');
  return state.project;
};

describe('other purchases', () => {
  it('are known when a project opens, but not those in the bin', async () => {
    const { caiet } = await startCaiet();
    const ids: string[] = [];
    for (const title of ['Lămpi', 'Stâlpi', 'Console']) {
      ids.push(await caiet.projects.create({ title }));
      caiet.call.editLot(caiet.call.addLot(), { cpv: '34928500-3', estimatedValue: { amount: 10_000_000, currency: 'RON' } });
      await caiet.settle();
    }
    await caiet.projects.remove(ids[1]!);
    await caiet.projects.open(ids[2]!);
    const { purchases } = caiet.workspace.getState();
    expect(new Map(purchases.map(({ title, amounts }) => [title, amounts]))).toEqual(new Map([['Lămpi', { 349: 10_000_000 }], ['Console', { 349: 10_000_000 }]]));
  });

  it('are noted by hand, one change each, and go again', async () => {
    const { caiet } = await startCaiet();
    await caiet.projects.create({ title: 'P' });
    const id = caiet.plan.addNotedPurchase();
    caiet.plan.editNotedPurchase(id, { what: 'Lămpi', on: '2026-01-12' });
    expect(project(caiet).procedure?.otherPurchases).toEqual({ [id]: { id, what: 'Lămpi', on: '2026-01-12', value: null } });
    caiet.undo();
    expect(project(caiet).procedure?.otherPurchases?.[id]?.what).toBe('');
    caiet.plan.removeNotedPurchase(id);
    expect(project(caiet).procedure?.otherPurchases).toEqual({});
  });
});

describe('phases', () => {
  it('move to another place, as a change that tells which', async () => {
    const { caiet } = await startCaiet();
    await caiet.projects.create({ title: 'P' });
    const [first, second, third] = ['Concept', 'Prototip', 'Teren'].map((name) => {
      const id = caiet.plan.addPhase();
      caiet.plan.editPhase(id, { name });
      return id;
    });
    caiet.plan.movePhase(third!, 0);
    expect(inOrder(project(caiet).phases ?? {}).map(({ id }) => id)).toEqual([third, first, second]);
    expect(caiet.workspace.getState().open?.undo).toEqual({ code: 'phaseMoved', data: { name: 'Teren' } });
    caiet.undo();
    expect(inOrder(project(caiet).phases ?? {}).map(({ id }) => id)).toEqual([first, second, third]);
  });
});
