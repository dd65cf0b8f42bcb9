/** Databases as bare rows: to freeze what a version wrote, and to put it back without going through today's code. */

export interface RawStore {
  readonly keyPath: string | string[];
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }[];
  readonly rows: readonly unknown[];
}

export interface RawDatabase {
  /** As IndexedDB counts: Dexie's version times ten. */
  readonly version: number;
  readonly stores: Readonly<Record<string, RawStore>>;
}

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('failed'));
    });
  });

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      resolve();
    });
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new Error('aborted'));
    });
  });

const readStore = async (store: IDBObjectStore): Promise<RawStore> => ({
  keyPath: store.keyPath ?? '',
  indexes: [...store.indexNames].map((name) => store.index(name)).map(({ name, keyPath, unique, multiEntry }) => ({ name, keyPath, unique, multiEntry })),
  rows: (await settled(store.getAll())) as unknown[],
});

/** Everything in a database, table by table. */
export const readRaw = async (name: string): Promise<RawDatabase> => {
  const db = await settled(indexedDB.open(name));
  const names = [...db.objectStoreNames];
  const transaction = db.transaction(names);
  const stores = await Promise.all(names.map(async (store) => [store, await readStore(transaction.objectStore(store))] as const));
  db.close();
  return { version: db.version, stores: Object.fromEntries(stores) };
};

/** Makes a database exactly as it was read. */
export const writeRaw = async (name: string, { version, stores }: RawDatabase): Promise<void> => {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => {
    for (const [storeName, { keyPath, indexes }] of Object.entries(stores)) {
      const store = request.result.createObjectStore(storeName, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
    }
  });
  const db = await settled(request);
  const transaction = db.transaction(Object.keys(stores), 'readwrite');
  for (const [storeName, { rows }] of Object.entries(stores)) for (const row of rows) transaction.objectStore(storeName).put(row);
  await completed(transaction);
  db.close();
};
