import { failWrites, Harness, noRoom, problemCoded } from './harness';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ledger } from '../../../src-renderer/domain/ports/safety-store';
import type { Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import type { DexieProjectStore } from '../../../src-renderer/storage/project-store';
import { snapshotsNewestFirst } from '../../../src-renderer/storage/snapshot-rotation';
import { bidOf, changeOf, creationOf, freshId, retitle, sampleProject, keptIn } from './samples';

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.closeAll();
});

describe('the database that lost something', () => {
  it('half of its rows: offered, and restored together with what only it has', async () => {
    const { store, project } = await harness.withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other)]);
    await store.close();
    await harness.meddle((db) => Promise.all(['projects', 'index'].map((table) => db.table(table).delete(project.id))));
    const again = harness.make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { presentProjects: 1, recoverableProjects: 2, lostChanges: 0 } });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
    expect((await again.load(other.id))?.project).toEqual(other);
  });

  it('an older state with a project removed for good since: it does not come back', async () => {
    const { store, project } = await harness.withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other)]);
    const before = await harness.rows();
    await store.purge(project.id);
    await store.commit([retitle(other, 'Rămas')]);
    await store.close();
    await harness.putRows(before);
    // The journal cannot continue by itself: the ledger knows of one more commit than it holds.
    harness.safety.ledger = { ...harness.safety.ledger, commitSeq: 5 } as Ledger;
    const again = harness.make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { presentProjects: 2, recoverableProjects: 1, lostChanges: 3 } });
    await again.recover('restore');
    expect((await again.summaries()).map(({ title }) => title)).toEqual(['Rămas']);
    expect(await again.load(project.id)).toBeUndefined();
  });

  it('a newest snapshot that is damaged: an older one and the journal are used as far as they go', async () => {
    const { store, project } = await harness.withProject();
    await store.snapshotNow();
    await store.commit([retitle(project, 'Doi')]);
    await store.snapshotNow();
    await store.commit([changeOf(project.id, [{ path: ['title'], before: 'Doi', after: 'Trei' }])]);
    await store.close();
    await harness.wipe();
    const newest = snapshotsNewestFirst(await harness.safety.listSnapshots())[0]?.name;
    harness.safety.files.set(newest ?? '', new Uint8Array([1, 2, 3]));
    const again = harness.make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { recoverableProjects: 1 } });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
  });

  it('keeping the present leaves the old snapshots and the given-up state readable', async () => {
    const { store, project } = await harness.withProject();
    await store.snapshotNow();
    await store.commit([retitle(project, 'După copie')]);
    await store.close();
    await harness.wipe();
    const again = harness.make();
    await again.open();
    await again.recover('keepPresent');
    await again.commit([creationOf(sampleProject(freshId('project')))]);
    await again.snapshotNow();
    const titles = [...harness.safety.files.values()].flatMap((bytes) => keptIn(bytes).map((kept) => kept.project.title));
    expect(titles).toEqual(expect.arrayContaining([project.title, 'După copie']));
  });

  it('whatever was done before, a wiped database restores to the same projects and chains', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), which: fc.nat(3), text: fc.string({ maxLength: 8, unit: 'grapheme' }) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('bid' as const), which: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const), which: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('snapshot' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const), which: fc.nat(3) }) },
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      harness = new Harness();
      const store = await harness.started();
      const ids = Array.from({ length: 4 }, () => freshId('project'));
      const present = async (which: number): Promise<Project> => {
        const id = ids[which] ?? '';
        if ((await store.load(id)) === undefined) await store.commit([creationOf(sampleProject(id))]);
        return (await store.load(id))?.project as Project;
      };
      for (const action of steps) {
        if (action.kind === 'edit') await store.commit([retitle(await present(action.which), `${action.text}!`)]);
        if (action.kind === 'bid') {
          const { id } = await present(action.which);
          const bid = bidOf(freshId('bid'));
          await store.commit([changeOf(id, [{ path: ['bids', bid.id], after: bid as Json }])]);
        }
        if (action.kind === 'purge') await store.purge((await present(action.which)).id);
        if (action.kind === 'snapshot') await store.snapshotNow();
        if (action.kind === 'refuse') {
          const project = await present(action.which);
          const broken = failWrites(noRoom());
          await expect(store.commit([retitle(project, 'refuzat')])).rejects.toEqual(problemCoded('store.full'));
          broken.mockRestore();
        }
      }
      const content = async (from: DexieProjectStore) => {
        const lines = (await from.summaries()).toSorted((left, right) => (left.id < right.id ? -1 : 1));
        return Promise.all(lines.map(async (line) => ({ line, stored: await from.load(line.id), history: await from.history(line.id) })));
      };
      const before = await content(store);
      await store.close();
      await harness.wipe();
      const again = harness.make();
      const outcome = await again.open();
      if (outcome.status === 'recovery') await again.recover('restore');
      expect(await content(again)).toEqual(before);
      await again.close();
    }), { numRuns: 25 });
  }, 60_000);
});
