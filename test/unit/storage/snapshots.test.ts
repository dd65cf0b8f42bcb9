import { Harness, problemCoded } from './harness';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshotName } from '../../../src-renderer/storage/snapshot-rotation';
import { changeOf, creationOf, freshId, jsonBackup, sampleProject, keptIn } from './samples';

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.closeAll();
});

describe('snapshots', () => {
  it('are never made of an empty database', async () => {
    const { store, project } = await harness.withProject();
    await store.snapshotNow();
    await store.purge(project.id);
    const files = [...harness.safety.files.keys()];
    await store.snapshotNow();
    expect([...harness.safety.files.keys()]).toEqual(files);
  });

  it('that are not on the disk as they were written do not restart the journal', async () => {
    const { store } = await harness.withProject();
    const { journal } = harness.safety;
    vi.spyOn(harness.safety, 'readSnapshot').mockImplementation(async (snapshot) => (harness.safety.files.get(snapshot) ?? new Uint8Array()).slice(1));
    await expect(store.snapshotNow()).rejects.toEqual(problemCoded('store.safetyUnavailable'));
    expect(harness.safety.journal).toBe(journal);
  });

  it('leave out a project that the package format refuses, and keep its journal', async () => {
    const { store, project } = await harness.withProject();
    const bad = sampleProject(freshId('project'));
    await store.commit([creationOf(bad)]);
    await store.close();
    const picky = await harness.started({
      backup: {
        encode: (content) => jsonBackup.encode(content),
        prove: async (bytes) => {
          if (keptIn(bytes).some((kept) => kept.project.id === bad.id)) throw new Error('refused');
          return jsonBackup.prove(bytes);
        },
        decode: (bytes) => jsonBackup.decode(bytes),
      },
    });
    const { journal } = harness.safety;
    await picky.snapshotNow();
    expect(harness.safety.journal).toBe(journal);
    expect([...harness.safety.files.values()].flatMap((bytes) => keptIn(bytes).map((kept) => kept.project.id))).toContain(project.id);
  });

  it('with the clock set back neither overwrite an older one nor get removed as old', async () => {
    const { store, project } = await harness.withProject();
    await store.snapshotNow();
    const first = [...harness.safety.files.keys()];
    harness.clock.set('2020-01-01T00:00:00.000Z');
    await store.commit([changeOf(project.id, [{ path: ['title'], before: project.title, after: 'În trecut' }], 'projectRenamed', harness.clock.now())]);
    for (let round = 0; round < 12; round += 1) {
      harness.clock.set('2020-01-01T00:00:00.000Z');
      await store.snapshotNow();
    }
    const stored = await store.load(project.id);
    expect(stored?.head.seq).toBe(2);
    await store.close();
    await harness.wipe();
    expect([...harness.safety.files.keys()]).toEqual(expect.arrayContaining(first));
    const again = harness.make();
    await again.open();
    await again.recover('restore');
    expect(await again.load(project.id)).toEqual(stored);
  });

  it('are taken after enough commits, once the person pauses, and rotated', async () => {
    const store = await harness.started({ snapshotEvery: 3 });
    const old = Array.from({ length: 40 }, (_, index) => snapshotName(`2025-01-01T${String(index % 24).padStart(2, '0')}:${String(index).padStart(2, '0')}:00.000Z`));
    for (const file of old) harness.safety.files.set(file, new Uint8Array([1]));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      for (let round = 0; round < 3; round += 1) await store.commit([creationOf(sampleProject(freshId('project')))]);
      expect(harness.safety.files.size).toBe(40);
      await vi.advanceTimersByTimeAsync(10_000);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => {
      expect(harness.safety.journal).toContain('"kind":"begin","commitSeq":3');
    });
    await vi.waitFor(() => {
      expect(harness.safety.files.size).toBeLessThan(20);
    });
  });
});
