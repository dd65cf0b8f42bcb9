/** What `start.ts` measures, in the page of a real browser. */
import type { Change } from '../../../src-renderer/domain/change';
import { createDexieProjectStore, type DexieProjectStore } from '../../../src-renderer/storage/project-store';
import { changeOf, creationOf, jsonBackup, sampleProject } from '../../unit/storage/samples';

/** Milliseconds of ours and of what it is compared with, each the median of its rounds. */
export interface Measured {
  readonly ms: number;
  readonly floorMs: number;
}

const ROUNDS = 21;
const PROJECTS = 1_000;
const BIDS = 1_000;
const LARGE = 'large';

const storeOn = (name: string): DexieProjectStore =>
  createDexieProjectStore({ name, safety: null, backup: jsonBackup, clock: { now: () => new Date().toISOString() }, appVersion: '0', electronMajor: null });

const opened = async (name: string): Promise<DexieProjectStore> => {
  const store = storeOn(name);
  await store.open();
  return store;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** Ours and the other in turn, so that both meet the same machine; the first round only warms up. */
const compare = async (ours: () => Promise<unknown>, floor: () => Promise<unknown>): Promise<Measured> => {
  const times: { ours: number; floor: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) times.push({ ours: await timed(ours), floor: await timed(floor) });
  const kept = times.slice(1);
  return { ms: median(kept.map((time) => time.ours)), floorMs: median(kept.map((time) => time.floor)) };
};

const openAndList = async (name: string): Promise<void> => {
  const store = await opened(name);
  await store.summaries();
  await store.close();
};

const fill = async (name: string, projects: number): Promise<void> => {
  const store = await opened(name);
  const changes = Array.from({ length: projects }, (_, index): Change => creationOf(sampleProject(`project-${index}`, 3)));
  for (let from = 0; from < projects; from += 100) await store.commit(changes.slice(from, from + 100));
  await store.close();
};

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('failed'));
    });
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve) => {
    transaction.addEventListener('complete', () => {
      resolve();
    });
  });

const openTable = (name: string): IDBOpenDBRequest => {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('rows', { keyPath: 'id' });
  });
  return request;
};

const benches = {
  /** Opening and listing 1,000 projects against an empty database. */
  list: async (): Promise<Measured> => {
    await fill('full', PROJECTS);
    await fill('none', 0);
    return compare(() => openAndList('full'), () => openAndList('none'));
  },
  /** Loading a project of 1,000 bids, checked, against reading the same rows with nothing around it. */
  load: async (): Promise<Measured> => {
    const store = await opened('bids');
    await store.commit([creationOf(sampleProject(LARGE, BIDS))]);
    const bare = await settled(indexedDB.open('bids'));
    const read = async (): Promise<void> => {
      const transaction = bare.transaction(['projects', 'bids', 'scoreSheets']);
      await Promise.all(['projects', 'bids', 'scoreSheets'].map((name) => settled(transaction.objectStore(name).getAll())));
    };
    const measured = await compare(() => store.load(LARGE), read);
    bare.close();
    await store.close();
    return measured;
  },
  /** Correcting one bid of 1,000, sealed into the chain, against one bare strict write of that row. */
  edit: async (): Promise<Measured> => {
    const store = await opened('bids');
    const bare = await settled(openTable('bids-bare'));
    let notes = '';
    let round = 0;
    const edit = async (): Promise<void> => {
      const after = `nota ${(round += 1)}`;
      await store.commit([changeOf(LARGE, [{ path: ['bids', 'bid-500', 'notes'], before: notes, after }])]);
      notes = after;
    };
    const row = { id: 'bid-500', ...sampleProject('x', 1).bids['bid-1'] };
    const put = async (): Promise<void> => {
      const transaction = bare.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put(row);
      await finished(transaction);
    };
    const measured = await compare(edit, put);
    bare.close();
    await store.close();
    return measured;
  },
};

declare global {
  interface Window {
    benches: typeof benches;
  }
}
window.benches = benches;
