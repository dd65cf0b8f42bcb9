import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { createDexieProjectStore } from '../../../src-renderer/storage/project-store';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { projectStoreContract } from './contract';

const locks = processLocks();

projectStoreContract('fake-indexeddb', {
  make: (options) => createDexieProjectStore({ locks, ...options }),
  drop: (name) => Dexie.delete(name),
});
