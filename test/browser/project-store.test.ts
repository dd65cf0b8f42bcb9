import { Dexie } from 'dexie';
import { createDexieProjectStore } from '../../src-renderer/storage/project-store';
import { projectStoreContract } from '../unit/storage/contract';

/** With the platform's own locks and channels. */
projectStoreContract('Chromium', {
  make: ({ channel: _stub, ...options }) => createDexieProjectStore(options),
  drop: (name) => Dexie.delete(name),
});
