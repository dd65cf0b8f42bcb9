/** A store on fake-indexeddb with safety copies in memory, and ways to break either. Import before anything else that knows Dexie. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, vi } from 'vitest';
import type { StoreEvent } from '../../../src-renderer/domain/ports/project-store';
import type { Project } from '../../../src-renderer/domain/project';
import { createDexieProjectStore, type DexieProjectStore, type ProjectStoreOptions } from '../../../src-renderer/storage/project-store';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { channelGroup, creationOf, freshId, jsonBackup, MemorySafety, sampleProject, tickingClock } from './samples';

const locks = processLocks();

/** Matches a ProblemError with the code. */
export const problemCoded = (code: string): unknown => expect.objectContaining({ problem: expect.objectContaining({ code }) });

/** Makes the next writes to every table fail as the browser would, until restored. */
export const failWrites = (error: Error) =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw error;
  });

/** What the browser says when the disk is full. */
export const noRoom = (): Error => new DOMException('no room', 'QuotaExceededError');

/** What a store says besides changes. */
export const listening = (store: DexieProjectStore): StoreEvent[] => {
  const events: StoreEvent[] = [];
  store.subscribe((event) => {
    if (event.type !== 'changed') events.push(event);
  });
  return events;
};

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** One database and its safety copies, over any number of starts. */
export class Harness {
  readonly name = freshId('faults');
  readonly safety = new MemorySafety();
  readonly clock = tickingClock();
  private readonly opened: DexieProjectStore[] = [];

  make(options: Partial<ProjectStoreOptions> = {}): DexieProjectStore {
    const store = createDexieProjectStore({
      name: this.name, safety: this.safety, backup: jsonBackup, clock: this.clock, appVersion: '0.1.0', electronMajor: 45, locks, channel: channelGroup()(), ...options,
    });
    this.opened.push(store);
    return store;
  }

  async started(options: Partial<ProjectStoreOptions> = {}): Promise<DexieProjectStore> {
    const store = this.make(options);
    expect(await store.open()).toMatchObject({ status: 'ready' });
    return store;
  }

  async withProject(): Promise<{ readonly store: DexieProjectStore; readonly project: Project }> {
    const store = await this.started();
    const project = sampleProject(freshId('project'));
    await store.commit([creationOf(project)]);
    return { store, project };
  }

  /** The database is gone, as after damage that Chromium "repairs" by starting empty. */
  wipe(): Promise<void> {
    return Dexie.delete(this.name);
  }

  /** A new start after a wipe, restored. */
  async restored(): Promise<DexieProjectStore> {
    const store = this.make();
    const outcome = await store.open();
    if (outcome.status === 'recovery') await store.recover('restore');
    return store;
  }

  /** Does something to the stored rows behind the store's back. */
  async meddle(work: (db: Dexie) => Promise<unknown>): Promise<void> {
    const db = new Dexie(this.name);
    await db.open();
    await work(db);
    db.close();
  }

  /** The rows as they are: what a crash at this moment would leave. */
  async rows(): Promise<Rows> {
    const rows: Record<string, readonly unknown[]> = {};
    await this.meddle(async (db) => {
      for (const table of db.tables) rows[table.name] = await table.toArray();
    });
    return rows;
  }

  putRows(rows: Rows): Promise<void> {
    return this.meddle(async (db) => {
      for (const table of db.tables) {
        await table.clear();
        await table.bulkPut(rows[table.name] ?? []);
      }
    });
  }

  async closeAll(): Promise<void> {
    for (const store of this.opened.splice(0)) await store.close();
  }
}
