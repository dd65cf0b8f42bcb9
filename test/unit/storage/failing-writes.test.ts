import { failWrites, Harness, listening, noRoom, problemCoded } from './harness';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retitle } from './samples';

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.closeAll();
});

describe('the write that fails', () => {
  it('a full disk is refused as such, leaves the data, and the same change can be tried again', async () => {
    const { store, project } = await harness.withProject();
    const broken = failWrites(noRoom());
    const change = retitle(project, 'Doi');
    await expect(store.commit([change])).rejects.toEqual(problemCoded('store.full'));
    broken.mockRestore();
    expect((await store.load(project.id))?.project).toEqual(project);
    await store.commit([change]);
    expect((await store.load(project.id))?.project.title).toBe('Doi');
  });

  it('a refused change does not come back at the next start', async () => {
    const { store, project } = await harness.withProject();
    const broken = failWrites(noRoom());
    await expect(store.commit([retitle(project, 'Refuzat')])).rejects.toEqual(problemCoded('store.full'));
    broken.mockRestore();
    await store.close();
    const again = harness.make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 0 });
    expect((await again.load(project.id))?.project.title).toBe(project.title);
    await again.commit([retitle(project, 'Al doilea')]);
    await again.close();
    await harness.wipe();
    const restored = harness.make();
    await restored.open();
    await restored.recover('restore');
    expect((await restored.load(project.id))?.project.title).toBe('Al doilea');
    expect(await restored.history(project.id)).toHaveLength(2);
  });

  it('a connection that breaks makes the store read-only, tells so once, and says so to every later change', async () => {
    const { store, project } = await harness.withProject();
    const events = listening(store);
    const broken = failWrites(new DOMException('internal error', 'UnknownError'));
    await expect(store.commit([retitle(project, 'Doi')])).rejects.toEqual(problemCoded('store.closed'));
    broken.mockRestore();
    await expect(store.commit([retitle(project, 'Trei')])).rejects.toEqual(problemCoded('store.closed'));
    expect(events).toEqual([{ type: 'closed', problem: { severity: 'error', code: 'store.closed', data: {} } }]);
  });

  it('gives way to another window that upgrades the database, and tells so', async () => {
    const { store, project } = await harness.withProject();
    const events = listening(store);
    await harness.wipe();
    expect(events).toMatchObject([{ type: 'closed', problem: { code: 'store.closed' } }]);
    await expect(store.commit([retitle(project, 'Doi')])).rejects.toEqual(problemCoded('store.closed'));
  });

  it('a defect in our own code is not taken for a lost connection', async () => {
    const { store, project } = await harness.withProject();
    const broken = failWrites(new TypeError('our mistake'));
    await expect(store.commit([retitle(project, 'Doi')])).rejects.toThrow('our mistake');
    broken.mockRestore();
    await store.commit([retitle(project, 'Trei')]);
  });
});
