import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src-renderer/domain/audit';
import type { StoredProject } from '../../../src-renderer/domain/ports/project-store';
import type { Ledger } from '../../../src-renderer/domain/ports/safety-store';
import { createDexieProjectStore, type DexieProjectStore, type ProjectStoreOptions } from '../../../src-renderer/storage/project-store';
import { pendingMigrations, type RecordMigration } from '../../../src-renderer/storage/record-migrations';
import { newestVersion, STORAGE_SCHEMA, type StorageSchema } from '../../../src-renderer/storage/schema';
import { createDexieSettingsStore } from '../../../src-renderer/storage/settings-store';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { fillAndRead } from '../../fixtures/storage/freeze';
import { readRaw, writeRaw, type RawDatabase } from './raw-database';
import { bidOf, changeOf, channelGroup, creationOf, folded, freshId, jsonBackup, MemorySafety, sampleProject, tickingClock } from './samples';

interface Frozen {
  readonly database: RawDatabase;
  readonly ledger: Ledger;
  readonly journal: string;
  readonly expected: readonly StoredProject[];
}

const FOLDER = path.join(import.meta.dirname, '../../fixtures/storage');
const frozen = readdirSync(FOLDER).filter((file) => file.endsWith('.json')).map((file): [string, Frozen] => [file, JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Frozen]);

const locks = processLocks();
let name = '';
let safety: MemorySafety;
const open: DexieProjectStore[] = [];
const make = (options: Partial<ProjectStoreOptions> = {}): DexieProjectStore => {
  const store = createDexieProjectStore({ name, safety, backup: jsonBackup, clock: tickingClock(), appVersion: '0.1.0', electronMajor: 45, locks, channel: channelGroup()(), ...options });
  open.push(store);
  return store;
};

beforeEach(() => {
  name = freshId('schema');
  safety = new MemorySafety();
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** What a next version might look like: a new table, and bids that carry one more value. */
const NEXT: StorageSchema = {
  versions: [...STORAGE_SCHEMA.versions, { version: newestVersion(STORAGE_SCHEMA) + 1, stores: { attachments: '[projectId+id]' } }],
  migrations: [
    ...STORAGE_SCHEMA.migrations,
    { id: 'bids/1', table: 'bids', migrate: (bid) => ({ ...bid, notes: `${String(bid['notes'])}+1` }) },
    { id: 'bids/2', table: 'bids', migrate: (bid) => ({ ...bid, notes: `${String(bid['notes'])}+2` }) },
    { id: 'projects/1', table: 'projects', migrate: (project) => ({ ...project, title: `${String(project['title'])} (nou)` }) },
  ],
};

describe('the released versions', () => {
  it('each have a frozen fixture', () => {
    expect(frozen.map(([file]) => file)).toEqual(STORAGE_SCHEMA.versions.map(({ version }) => `v${version}.json`));
  });

  it('still write what the newest fixture froze: another shape needs another version', async () => {
    const shapeOf = ({ version, stores }: RawDatabase) => ({
      version,
      stores: Object.entries(stores).map(([store, { keyPath, indexes, rows }]) => ({ store, keyPath, indexes, rows: rows.map((row) => Object.keys(row as object).toSorted((left, right) => (left < right ? -1 : 1))) })),
    });
    const written = await fillAndRead(name);
    expect(shapeOf(written.database)).toEqual(shapeOf((frozen.at(-1) as [string, Frozen])[1].database));
  });

  it.each(frozen)('%s opens with every project, chain and setting as it was', async (_file, { database, ledger, journal, expected }) => {
    await writeRaw(name, database);
    Object.assign(safety, { ledger, journal });
    const store = make();
    expect(await store.open()).toEqual({ status: 'ready', replayed: 0 });
    for (const { project, head } of expected) {
      expect(await store.load(project.id)).toEqual({ project, head });
      const history = await store.history(project.id);
      expect(verifyChain(history)).toEqual([]);
      expect(folded(history)).toEqual(project);
    }
    expect((await store.summaries()).map(({ title }) => title).toSorted()).toEqual(expected.map(({ project }) => project.title).toSorted());
    expect(await createDexieSettingsStore({ name, locks }).read()).toMatchObject({ theme: 'contrast', authorName: 'Ana Ionescu', deviceId: 'device-1' });
  });

  it.each(frozen)('%s: what its safety copies hold restores a lost database', async (_file, { ledger, journal, expected }) => {
    Object.assign(safety, { ledger, journal });
    const store = make();
    expect(await store.open()).toMatchObject({ status: 'recovery' });
    await store.recover('restore');
    for (const { project, head } of expected) expect(await store.load(project.id)).toEqual({ project, head });
  });
});

describe('the version of the database', () => {
  it('is exactly the one the program declares: a table was never added without a new number', async () => {
    await make().open();
    expect((await readRaw(name)).version).toBe(newestVersion(STORAGE_SCHEMA) * 10);
  });

  it('is raised in place: filled at the old one, opened at the next, everything there and brought up to date', async () => {
    const old = make();
    await old.open();
    const project = sampleProject(freshId('project'));
    await old.commit([creationOf(project)]);
    const history = await old.history(project.id);
    await old.close();
    const next = make({ schema: NEXT });
    expect(await next.open()).toEqual({ status: 'ready', replayed: 0 });
    const loaded = await next.load(project.id);
    expect(loaded?.project.bids['bid-1']).toEqual(bidOf('bid-1', { notes: '+1+2' }));
    expect((await next.summaries())[0]?.title).toBe(`${project.title} (nou)`);
    expect(await next.history(project.id)).toEqual(history);
    await next.snapshotNow();
    await next.close();
    const again = make({ schema: NEXT });
    await again.open();
    expect(await again.load(project.id)).toEqual(loaded);
  });

  it('that is newer is refused with both numbers and nothing is touched, by the settings too', async () => {
    const next = make({ schema: NEXT });
    await next.open();
    await next.commit([creationOf(sampleProject(freshId('project')))]);
    await next.close();
    const { ledger, journal } = safety;
    // As a later version may do: one of today's tables is gone. Dexie by itself would "repair" that.
    const { stores: { settings: _gone, ...stores }, version } = await readRaw(name);
    const newer = freshId('schema');
    await writeRaw(newer, { version, stores });
    const before = await readRaw(newer);
    expect(await make({ name: newer }).open()).toEqual({ status: 'refused', problem: { severity: 'error', code: 'store.newerData', data: { found: newestVersion(STORAGE_SCHEMA) + 1, supported: newestVersion(STORAGE_SCHEMA) } } });
    const settings = createDexieSettingsStore({ name: newer, locks });
    expect(await settings.read()).toEqual({});
    await expect(settings.write({} as never)).rejects.toMatchObject({ problem: { code: 'store.newerData' } });
    expect(await readRaw(newer)).toEqual(before);
    expect(safety).toMatchObject({ ledger, journal });
  });

  it('in the ledger counts too: a lost database of a newer version is not started anew by an older program', async () => {
    safety.ledger = { appVersion: '9', electronMajor: 45, schemaVersion: 3, commitSeq: 7, counts: {}, writtenAt: '' };
    const store = make();
    expect(await store.open()).toMatchObject({ status: 'refused', problem: { code: 'store.newerData', data: { found: 3, supported: newestVersion(STORAGE_SCHEMA) } } });
    await expect(store.commit([changeOf('p', [])])).rejects.toMatchObject({ problem: { code: 'store.closed' } });
    expect(safety.ledger.schemaVersion).toBe(3);
  });
});

describe('record migrations', () => {
  const known: RecordMigration[] = ['a/1', 'a/2', 'b/1'].map((id) => ({ id, table: 'bids', migrate: (record) => record }));

  it('are those not yet applied, in order', () => {
    expect(pendingMigrations([], known).map(({ id }) => id)).toEqual(['a/1', 'a/2', 'b/1']);
    expect(pendingMigrations(['a/1', 'a/2'], known).map(({ id }) => id)).toEqual(['b/1']);
    expect(pendingMigrations(['a/1', 'a/2', 'b/1'], known)).toEqual([]);
  });

  it('unknown to this program mean newer data; known ones in another order are an error', () => {
    expect(() => pendingMigrations(['a/1', 'a/2', 'b/1', 'c/1'], known)).toThrow('store.newerData');
    expect(() => pendingMigrations(['a/2'], known)).toThrow('another order');
    expect(() => pendingMigrations(['a/1', 'b/1'], known)).toThrow('another order');
  });

  it('that a newer program applied refuse the database before anything is read as ours', async () => {
    const next = make({ schema: { ...STORAGE_SCHEMA, migrations: NEXT.migrations } });
    await next.open();
    await next.commit([creationOf(sampleProject(freshId('project')))]);
    await next.close();
    expect(await make().open()).toMatchObject({ status: 'refused', problem: { code: 'store.newerData' } });
  });
});
