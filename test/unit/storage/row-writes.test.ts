import { Harness } from './harness';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeOf, creationOf, freshId, sampleProject } from './samples';

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.closeAll();
});

/** The tables that puts went to while something was done, in order. */
const tablesWritten = async (work: () => Promise<unknown>): Promise<string[]> => {
  const watch = vi.spyOn(IDBObjectStore.prototype, 'put');
  await work();
  const written = watch.mock.contexts.map((store) => (store as IDBObjectStore).name);
  watch.mockRestore();
  return written;
};

describe('the rows a change writes', () => {
  it('are one bid, the list line and the counter when one bid of many is corrected', async () => {
    const store = await harness.started();
    const project = sampleProject(freshId('project'), 50);
    await store.commit([creationOf(project)]);
    const written = await tablesWritten(() => store.commit([changeOf(project.id, [{ path: ['bids', 'bid-7', 'notes'], before: '', after: 'x' }])]));
    expect(written).toEqual(['bids', 'index', 'meta']);
  });

  it('are the project without its bids when its title changes', async () => {
    const store = await harness.started();
    const project = sampleProject(freshId('project'), 50);
    await store.commit([creationOf(project)]);
    const written = await tablesWritten(() => store.commit([changeOf(project.id, [{ path: ['title'], before: project.title, after: 'x' }])]));
    expect(written).toEqual(['projects', 'index', 'meta']);
  });
});
