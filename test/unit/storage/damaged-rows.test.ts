import { Harness, problemCoded } from './harness';
import type { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bidOf, changeOf, creationOf, freshId, sampleProject, keptIn } from './samples';

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.closeAll();
});

describe('damaged rows', () => {
  it.each([
    ['a bid that is no bid', (db: Dexie, id: string) => db.table('bids').put({ projectId: id, id: 'bid-1', record: 'zgomot' })],
    ['a project row without its lots', (db: Dexie, id: string) => db.table('projects').put({ id, title: 'x' })],
    ['a record under another id', (db: Dexie, id: string) => db.table('bids').put({ projectId: id, id: 'bid-2', record: bidOf('bid-1') })],
    ['a chain with a gap', (db: Dexie, id: string) => db.table('audit').delete([id, 1])],
    ['a missing project row', (db: Dexie, id: string) => db.table('projects').delete(id)],
  ])('%s: that project says so, the others open, and the list shows both', async (_name, damage) => {
    const { store, project } = await harness.withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other), changeOf(project.id, [{ path: ['title'], before: project.title, after: 'Doi' }])]);
    await harness.meddle((db) => damage(db, project.id));
    await expect(store.load(project.id)).rejects.toEqual(problemCoded('store.damaged'));
    expect((await store.load(other.id))?.project).toEqual(other);
    expect((await store.summaries()).map(({ id }) => id).toSorted()).toEqual([project.id, other.id].toSorted());
  });

  it('a damaged list line is derived from the project', async () => {
    const { store, project } = await harness.withProject();
    const before = await store.summaries();
    await harness.meddle((db) => db.table('index').put({ id: project.id, title: 5 }));
    expect(await store.summaries()).toEqual(before);
  });

  it('are not copied over good copies: the journal they can be rebuilt from stays', async () => {
    const { store, project } = await harness.withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other)]);
    await harness.meddle((db) => db.table('bids').put({ projectId: project.id, id: 'bid-1', record: 'zgomot' }));
    const { journal } = harness.safety;
    await store.snapshotNow();
    expect(harness.safety.journal).toBe(journal);
    expect([...harness.safety.files.values()].map((bytes) => keptIn(bytes).map((kept) => kept.project.id))).toEqual([[other.id]]);
  });
});
