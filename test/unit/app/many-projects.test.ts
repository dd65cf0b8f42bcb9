/** Packages of many projects: taken in all together or not at all, with progress, and stopped at any moment before that. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newProject } from '../../../src-renderer/domain/project-new';
import { writePackage } from '../../../src-renderer/exchange/write-package';
import { startCaiet } from './harness';

const PROJECTS = 30;
const clock = { now: () => '2026-03-02T08:15:00.000Z' };

let bytes: Uint8Array;
beforeAll(() => {
  const projects = Array.from({ length: PROJECTS }, (_, index) => ({ project: newProject({ next: () => `p-${String(index).padStart(3, '0')}` }, clock, { title: `Proiect ${index}` }), history: [] }));
  bytes = writePackage({ id: 'many', kind: 'full', createdAt: clock.now(), rulePack: null, producer: { app: 'Caiet', version: '0', deviceId: 'd', authority: '' }, projects });
});

const startImport = async () => {
  const { caiet } = await startCaiet();
  const report = await caiet.exchange.inspectPackage('many.caiet.json', bytes);
  return { caiet, report, choices: Object.fromEntries(report.projects.map(({ id }) => [id, 'add' as const])) };
};

describe('a package of many projects', () => {
  it('is taken in with progress that never goes back and ends whole, and taken back in one step', async () => {
    const { caiet, report, choices } = await startImport();
    const told: (readonly [fraction: number, canStop: boolean])[] = [];
    const imported = await caiet.exchange.importPackage(report, choices, { onProgress: (fraction, canStop) => told.push([fraction, canStop]) });
    expect(told.map(([fraction]) => fraction)).toEqual(told.map(([fraction]) => fraction).toSorted((left, right) => left - right));
    expect(told.at(-1)).toEqual([1, false]);
    expect(told.length).toBeGreaterThan(PROJECTS);
    expect(caiet.workspace.getState().summaries).toHaveLength(PROJECTS);
    expect(await caiet.exchange.undoImport(imported)).toEqual({ undone: PROJECTS, kept: 0 });
    expect(caiet.workspace.getState().summaries.every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  });

  it.each([0.05, 0.3, 0.55])('stopped at %f leaves nothing behind, and can be taken in afterwards', async (when) => {
    const { caiet, report, choices } = await startImport();
    const stopper = new AbortController();
    const onProgress = (fraction: number, canStop: boolean): void => {
      if (canStop && fraction >= when) stopper.abort();
    };
    await expect(caiet.exchange.importPackage(report, choices, { signal: stopper.signal, onProgress })).rejects.toMatchObject({ problem: { code: 'store.cancelled' } });
    expect(caiet.workspace.getState().summaries).toEqual([]);
    await caiet.exchange.importPackage(report, choices);
    expect(caiet.workspace.getState().summaries).toHaveLength(PROJECTS);
  });
});
