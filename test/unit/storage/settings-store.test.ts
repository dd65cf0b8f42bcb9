import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../src-renderer/domain/ports/project-store';
import { createDexieSettingsStore } from '../../../src-renderer/storage/settings-store';
import { createDexieProjectStore } from '../../../src-renderer/storage/project-store';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { channelGroup, creationOf, freshId, jsonBackup, MemorySafety, sampleProject, tickingClock } from './samples';

const locks = processLocks();
const settings: Settings = {
  locale: 'en', theme: 'dark', authorName: 'Ana', authority: { name: 'Comuna Cornetu', identifier: '4505502', nutsCode: 'RO322' },
  deviceId: 'device-1', importMappings: { signature: { ofertant: 'bidder' } },
};
let name = '';

beforeEach(() => {
  name = freshId('settings');
});

describe('settings store', () => {
  it('has nothing at first and gives back what was written', async () => {
    const store = createDexieSettingsStore({ name, locks });
    expect(await store.read()).toEqual({});
    await store.write(settings);
    expect(await createDexieSettingsStore({ name, locks }).read()).toEqual(settings);
  });

  it('leaves out what cannot be read and keeps the rest', async () => {
    await createDexieSettingsStore({ name, locks }).write(settings);
    const db = new Dexie(name);
    await db.open();
    await db.table('settings').bulkPut([{ key: 'theme', value: 'pink' }, { key: 'unknown', value: 1 }]);
    db.close();
    const { theme: _damaged, ...rest } = settings;
    expect(await createDexieSettingsStore({ name, locks }).read()).toEqual(rest);
  });

  it('opens again after another window upgraded or removed the database', async () => {
    const store = createDexieSettingsStore({ name, locks });
    await store.write(settings);
    await Dexie.delete(name);
    expect(await store.read()).toEqual({});
    await store.write({ ...settings, theme: 'light' });
    expect(await store.read()).toMatchObject({ theme: 'light' });
  });

  it('takes turns with changes of projects', async () => {
    const projects = createDexieProjectStore({ name, safety: new MemorySafety(), backup: jsonBackup, clock: tickingClock(), appVersion: '0', electronMajor: null, locks, channel: channelGroup()() });
    const store = createDexieSettingsStore({ name, locks });
    await projects.open();
    await Promise.all([store.write(settings), projects.commit([creationOf(sampleProject('p1'))]), store.write({ ...settings, locale: 'ro' }), projects.commit([creationOf(sampleProject('p2'))])]);
    expect(await store.read()).toEqual({ ...settings, locale: 'ro' });
    expect(await projects.summaries()).toHaveLength(2);
    await projects.close();
  });
});
