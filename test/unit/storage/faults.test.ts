/** What happens when the database or the copies outside it fail; the same with a real browser is in `test/faults`. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreEvent } from '../../../src-renderer/domain/ports/project-store';
import type { Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { createDexieProjectStore, type DexieProjectStore, type ProjectStoreOptions } from '../../../src-renderer/storage/project-store';
import { snapshotName } from '../../../src-renderer/storage/snapshot-rotation';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { bidOf, changeOf, channelGroup, creationOf, freshId, jsonBackup, MemorySafety, retitle, sampleProject, tickingClock } from './samples';

const locks = processLocks();
const code = (expected: string) => expect.objectContaining({ problem: expect.objectContaining({ code: expected }) });

let name = '';
let safety: MemorySafety;
let clock: ReturnType<typeof tickingClock>;
const open: DexieProjectStore[] = [];

const make = (options: Partial<ProjectStoreOptions> = {}): DexieProjectStore => {
  const store = createDexieProjectStore({ name, safety, backup: jsonBackup, clock, appVersion: '0.1.0', electronMajor: 45, locks, channel: channelGroup()(), ...options });
  open.push(store);
  return store;
};
const started = async (options: Partial<ProjectStoreOptions> = {}): Promise<DexieProjectStore> => {
  const store = make(options);
  expect(await store.open()).toMatchObject({ status: 'ready' });
  return store;
};
const listening = (store: DexieProjectStore): StoreEvent[] => {
  const events: StoreEvent[] = [];
  store.subscribe((event) => {
    if (event.type !== 'changed') events.push(event);
  });
  return events;
};
const withProject = async (): Promise<{ store: DexieProjectStore; project: Project }> => {
  const store = await started();
  const project = sampleProject(freshId('project'));
  await store.commit([creationOf(project)]);
  return { store, project };
};
/** Does something to the stored rows behind the store's back. */
const meddle = async (work: (db: Dexie) => Promise<unknown>): Promise<void> => {
  const db = new Dexie(name);
  await db.open();
  await work(db);
  db.close();
};
/** The rows as they were before something failed: what a crash at that moment would have left. */
const rowsOf = async (): Promise<Record<string, unknown[]>> => {
  const rows: Record<string, unknown[]> = {};
  await meddle(async (db) => {
    for (const table of db.tables) rows[table.name] = await table.toArray();
  });
  return rows;
};
const putRows = (rows: Record<string, unknown[]>): Promise<void> =>
  meddle(async (db) => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut(rows[table.name] ?? []);
    }
  });
/** Makes the next write to a table fail as the browser would. */
const failWrites = (error: Error) =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw error;
  });

beforeEach(() => {
  name = freshId('faults');
  safety = new MemorySafety();
  clock = tickingClock();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of open.splice(0)) await store.close();
});

describe('the write that fails', () => {
  it('a full disk is refused as such, leaves the data, and the same change can be tried again', async () => {
    const { store, project } = await withProject();
    const broken = failWrites(new DOMException('no room', 'QuotaExceededError'));
    const change = retitle(project, 'Doi');
    await expect(store.commit([change])).rejects.toEqual(code('store.full'));
    broken.mockRestore();
    expect((await store.load(project.id))?.project).toEqual(project);
    await store.commit([change]);
    expect((await store.load(project.id))?.project.title).toBe('Doi');
  });

  it('a refused change does not come back at the next start', async () => {
    const { store, project } = await withProject();
    const broken = failWrites(new DOMException('no room', 'QuotaExceededError'));
    await expect(store.commit([retitle(project, 'Refuzat')])).rejects.toEqual(code('store.full'));
    broken.mockRestore();
    await store.close();
    const again = make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 0 });
    expect((await again.load(project.id))?.project.title).toBe(project.title);
    await again.commit([retitle(project, 'Al doilea')]);
    await again.close();
    await Dexie.delete(name);
    const restored = make();
    await restored.open();
    await restored.recover('restore');
    expect((await restored.load(project.id))?.project.title).toBe('Al doilea');
    expect(await restored.history(project.id)).toHaveLength(2);
  });

  it('a connection that breaks makes the store read-only, tells so once, and says so to every later change', async () => {
    const { store, project } = await withProject();
    const events = listening(store);
    const broken = failWrites(new DOMException('internal error', 'UnknownError'));
    await expect(store.commit([retitle(project, 'Doi')])).rejects.toEqual(code('store.closed'));
    broken.mockRestore();
    await expect(store.commit([retitle(project, 'Trei')])).rejects.toEqual(code('store.closed'));
    expect(events).toEqual([{ type: 'closed', problem: { severity: 'error', code: 'store.closed', data: {} } }]);
  });

  it('gives way to another window that upgrades the database, and tells so', async () => {
    const { store, project } = await withProject();
    const events = listening(store);
    await Dexie.delete(name);
    expect(events).toMatchObject([{ type: 'closed', problem: { code: 'store.closed' } }]);
    await expect(store.commit([retitle(project, 'Doi')])).rejects.toEqual(code('store.closed'));
  });

  it('a defect in our own code is not taken for a lost connection', async () => {
    const { store, project } = await withProject();
    const broken = failWrites(new TypeError('our mistake'));
    await expect(store.commit([retitle(project, 'Doi')])).rejects.toThrow('our mistake');
    broken.mockRestore();
    await store.commit([retitle(project, 'Trei')]);
  });
});

describe('the journal', () => {
  it('has each change before the database acknowledges it', async () => {
    const { store, project } = await withProject();
    let seen = '';
    safety.onAppend = (lines) => {
      seen = lines;
    };
    const pending = store.commit([retitle(project, 'În jurnal')]);
    await pending;
    expect(seen).toContain('În jurnal');
  });

  it('brings back a change that only it has', async () => {
    const { store, project } = await withProject();
    await store.settle();
    const before = await rowsOf();
    await store.commit([retitle(project, 'Doar în jurnal')]);
    const stored = await store.load(project.id);
    const { ledger } = safety;
    await store.close();
    safety.ledger = ledger;
    await putRows(before);
    const again = make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 1 });
    expect(await again.load(project.id)).toEqual(stored);
    await again.close();
    expect(await make().open()).toEqual({ status: 'ready', replayed: 0 });
  });

  it('brings back a removal for good that only it has', async () => {
    const { store, project } = await withProject();
    await store.settle();
    const before = await rowsOf();
    await store.purge(project.id);
    await store.close();
    await putRows(before);
    const again = make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 1 });
    expect(await again.summaries()).toEqual([]);
  });

  it('a torn last line was never acknowledged and is left out', async () => {
    const { store, project } = await withProject();
    await store.close();
    safety.journal += 'a3f5 {"kind":"commit","commitSeq":2,"entries":[{"id":"cha';
    const again = make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 0 });
    expect((await again.load(project.id))?.project).toEqual(project);
  });

  it('a flipped byte is found, and what follows it is offered as lost, not replayed', async () => {
    const { store, project } = await withProject();
    await store.settle();
    const before = await rowsOf();
    const { length } = safety.journal;
    await store.commit([retitle(project, 'Doi')]);
    await store.commit([retitle({ ...project, title: 'Doi' }, 'Trei')]);
    await store.close();
    safety.journal = safety.journal.slice(0, length + 100) + (safety.journal[length + 100] === 'a' ? 'b' : 'a') + safety.journal.slice(length + 101);
    await putRows(before);
    const again = make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { presentProjects: 1, recoverableProjects: 1, lostChanges: 2 } });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
  });

  it('that cannot be written lets the change be stored, warns once, and is made whole later', async () => {
    const { store, project } = await withProject();
    const events = listening(store);
    safety.refuse = new Error('HOST:host.noSpace');
    await store.commit([retitle(project, 'Doi')]);
    await store.commit([retitle({ ...project, title: 'Doi' }, 'Trei')]);
    expect(events).toMatchObject([{ type: 'warning', problem: { severity: 'warning', code: 'store.safetyUnavailable' } }]);
    safety.refuse = null;
    await store.commit([retitle({ ...project, title: 'Trei' }, 'Patru')]);
    const stored = await store.load(project.id);
    await store.close();
    await Dexie.delete(name);
    const again = make();
    await again.open();
    await again.recover('restore');
    expect(await again.load(project.id)).toEqual(stored);
  });

  it('that cannot be read is left untouched until the next start', async () => {
    const { store, project } = await withProject();
    await store.snapshotNow();
    await store.close();
    await Dexie.delete(name);
    const { journal, ledger } = safety;
    const unreadable = vi.spyOn(safety, 'readJournal').mockRejectedValue(new Error('HOST:host.failed'));
    const blind = make();
    const events = listening(blind);
    expect(await blind.open()).toEqual({ status: 'ready', replayed: 0 });
    expect(events).toMatchObject([{ type: 'warning' }]);
    await blind.commit([creationOf(sampleProject(freshId('project')))]);
    await expect(blind.snapshotNow()).rejects.toEqual(code('store.safetyUnavailable'));
    await blind.close();
    unreadable.mockRestore();
    expect(safety).toMatchObject({ journal, ledger });
    await Dexie.delete(name);
    const again = make();
    expect(await again.open()).toMatchObject({ status: 'recovery' });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
  });
});

describe('the database that lost something', () => {
  it('half of its rows: offered, and restored together with what only it has', async () => {
    const { store, project } = await withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other)]);
    await store.close();
    await meddle((db) => Promise.all(['projects', 'index'].map((table) => db.table(table).delete(project.id))));
    const again = make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { presentProjects: 1, recoverableProjects: 2, lostChanges: 0 } });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
    expect((await again.load(other.id))?.project).toEqual(other);
  });

  it('a newest snapshot that is damaged: an older one and the journal are used as far as they go', async () => {
    const { store, project } = await withProject();
    await store.snapshotNow();
    await store.commit([retitle(project, 'Doi')]);
    await store.snapshotNow();
    await store.commit([changeOf(project.id, [{ path: ['title'], before: 'Doi', after: 'Trei' }])]);
    await store.close();
    await Dexie.delete(name);
    const newest = [...safety.files.keys()].toSorted().at(-1);
    safety.files.set(newest ?? '', new Uint8Array([1, 2, 3]));
    const again = make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { recoverableProjects: 1 } });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
  });

  it('keeping the present leaves the old snapshots and the given-up state readable', async () => {
    const { store, project } = await withProject();
    await store.snapshotNow();
    await store.commit([retitle(project, 'După copie')]);
    await store.close();
    await Dexie.delete(name);
    const again = make();
    await again.open();
    await again.recover('keepPresent');
    await again.commit([creationOf(sampleProject(freshId('project')))]);
    await again.snapshotNow();
    const titles = [...safety.files.values()].flatMap((bytes) => jsonBackup.decode(bytes).map((kept) => kept.project.title));
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
      name = freshId('faults');
      safety = new MemorySafety();
      const store = await started();
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
          const broken = failWrites(new DOMException('no room', 'QuotaExceededError'));
          await expect(store.commit([retitle(project, 'refuzat')])).rejects.toEqual(code('store.full'));
          broken.mockRestore();
        }
      }
      const content = async (from: DexieProjectStore) => {
        const lines = (await from.summaries()).toSorted((left, right) => (left.id < right.id ? -1 : 1));
        return Promise.all(lines.map(async (line) => ({ line, stored: await from.load(line.id), history: await from.history(line.id) })));
      };
      const before = await content(store);
      await store.close();
      await Dexie.delete(name);
      const again = make();
      const outcome = await again.open();
      if (outcome.status === 'recovery') await again.recover('restore');
      expect(await content(again)).toEqual(before);
      await again.close();
    }), { numRuns: 25 });
  });
});

describe('damaged rows', () => {
  it.each([
    ['a bid that is no bid', (db: Dexie, id: string) => db.table('bids').put({ projectId: id, id: 'bid-1', record: 'zgomot' })],
    ['a project row without its lots', (db: Dexie, id: string) => db.table('projects').put({ id, title: 'x' })],
    ['a record under another id', (db: Dexie, id: string) => db.table('bids').put({ projectId: id, id: 'bid-2', record: bidOf('bid-1') })],
    ['a chain with a gap', (db: Dexie, id: string) => db.table('audit').delete([id, 1])],
    ['a missing project row', (db: Dexie, id: string) => db.table('projects').delete(id)],
  ])('%s: that project says so, the others open, and the list shows both', async (_name, damage) => {
    const { store, project } = await withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other), changeOf(project.id, [{ path: ['title'], before: project.title, after: 'Doi' }])]);
    await meddle((db) => damage(db, project.id));
    await expect(store.load(project.id)).rejects.toEqual(code('store.damaged'));
    expect((await store.load(other.id))?.project).toEqual(other);
    expect((await store.summaries()).map(({ id }) => id).toSorted()).toEqual([project.id, other.id].toSorted());
  });

  it('a damaged list line is derived from the project', async () => {
    const { store, project } = await withProject();
    const before = await store.summaries();
    await meddle((db) => db.table('index').put({ id: project.id, title: 5 }));
    expect(await store.summaries()).toEqual(before);
  });

  it('are not copied over good copies: the journal they can be rebuilt from stays', async () => {
    const { store, project } = await withProject();
    const other = sampleProject(freshId('project'));
    await store.commit([creationOf(other)]);
    await meddle((db) => db.table('bids').put({ projectId: project.id, id: 'bid-1', record: 'zgomot' }));
    const { journal } = safety;
    await store.snapshotNow();
    expect(safety.journal).toBe(journal);
    expect([...safety.files.values()].map((bytes) => jsonBackup.decode(bytes).map((kept) => kept.project.id))).toEqual([[other.id]]);
  });
});

describe('snapshots', () => {
  it('are never made of an empty database', async () => {
    const { store, project } = await withProject();
    await store.snapshotNow();
    await store.purge(project.id);
    const files = [...safety.files.keys()];
    await store.snapshotNow();
    expect([...safety.files.keys()]).toEqual(files);
  });

  it('that are not on the disk as they were written do not restart the journal', async () => {
    const { store } = await withProject();
    const { journal } = safety;
    vi.spyOn(safety, 'readSnapshot').mockImplementation(async (snapshot) => (safety.files.get(snapshot) ?? new Uint8Array()).slice(1));
    await expect(store.snapshotNow()).rejects.toEqual(code('store.safetyUnavailable'));
    expect(safety.journal).toBe(journal);
  });

  it('leave out a project that the package format refuses, and keep its journal', async () => {
    const { store, project } = await withProject();
    const bad = sampleProject(freshId('project'));
    await store.commit([creationOf(bad)]);
    await store.close();
    const picky = await started({
      backup: {
        encode: (content) => jsonBackup.encode(content),
        decode: (bytes) => {
          const found = jsonBackup.decode(bytes);
          if (found.some((kept) => kept.project.id === bad.id)) throw new Error('refused');
          return found;
        },
      },
    });
    const { journal } = safety;
    await picky.snapshotNow();
    expect(safety.journal).toBe(journal);
    expect([...safety.files.values()].flatMap((bytes) => jsonBackup.decode(bytes).map((kept) => kept.project.id))).toContain(project.id);
  });

  it('with the clock set back neither overwrite an older one nor get removed as old', async () => {
    const { store, project } = await withProject();
    await store.snapshotNow();
    const first = [...safety.files.keys()];
    clock.set('2020-01-01T00:00:00.000Z');
    await store.commit([changeOf(project.id, [{ path: ['title'], before: project.title, after: 'În trecut' }], 'projectRenamed', clock.now())]);
    for (let round = 0; round < 12; round += 1) {
      clock.set('2020-01-01T00:00:00.000Z');
      await store.snapshotNow();
    }
    const stored = await store.load(project.id);
    expect(stored?.head.seq).toBe(2);
    await store.close();
    await Dexie.delete(name);
    expect([...safety.files.keys()]).toEqual(expect.arrayContaining(first));
    const again = make();
    await again.open();
    await again.recover('restore');
    expect(await again.load(project.id)).toEqual(stored);
  });

  it('are taken after enough commits, once the person pauses, and rotated', async () => {
    const store = await started({ snapshotEvery: 3 });
    const old = Array.from({ length: 40 }, (_, index) => snapshotName(`2025-01-01T${String(index % 24).padStart(2, '0')}:${String(index).padStart(2, '0')}:00.000Z`));
    for (const file of old) safety.files.set(file, new Uint8Array([1]));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      for (let round = 0; round < 3; round += 1) await store.commit([creationOf(sampleProject(freshId('project')))]);
      expect(safety.files.size).toBe(40);
      await vi.advanceTimersByTimeAsync(10_000);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => {
      expect(safety.journal).toContain('"kind":"begin","commitSeq":3');
    });
    await vi.waitFor(() => {
      expect(safety.files.size).toBeLessThan(20);
    });
  });
});
