/** The worker's end: the store on the database, answering what the window asks. */
import type { PackageProducer } from '../exchange/package-schema';
import { fail } from '../domain/problem';
import type { Adoption, StoreProblemCode } from '../domain/ports/project-store';
import type { DexieProjectStore } from './project-store';
import type { SafetyFiles } from './safety-files';
import type { StoreCalls, StoreFacts, WindowCalls } from './store-calls';
import { StoreLine, type Answers, type MessageLine } from './store-line';

/** What the window lends. */
export interface Lent {
  readonly facts: StoreFacts;
  readonly files: SafetyFiles;
  readonly producer: () => Promise<PackageProducer>;
}

/** `make` builds the store once the window has said what it has. */
export const serveStore = (port: MessageLine, make: (lent: Lent) => DexieProjectStore): void => {
  let made: DexieProjectStore | null = null;
  const held = new Map<number, Adoption[]>();
  const store = (): DexieProjectStore => {
    if (made === null) throw fail<StoreProblemCode>('store.closed');
    return made;
  };
  const open = (facts: StoreFacts): ReturnType<StoreCalls['open']> => {
    if (made === null) {
      made = make({ facts, files, producer: () => line.ask('producer', []) });
      made.subscribe((event) => line.emit(event));
    }
    return made.open();
  };
  const answers: Answers<StoreCalls> = {
    open: ([facts]) => open(facts),
    recover: async ([choice]) => store().recover(choice),
    summaries: async () => store().summaries(),
    purchases: async () => store().purchases(),
    load: async ([id]) => store().load(id),
    history: async ([id]) => store().history(id),
    commit: async ([changes]) => store().commit(changes),
    holdAdoption: async ([batch, adoption]) => {
      const adoptions = held.get(batch) ?? [];
      adoptions.push(adoption);
      held.set(batch, adoptions);
    },
    adopt: async ([batch], watched) => {
      const adoptions = held.get(batch) ?? [];
      held.delete(batch);
      await store().adopt(adoptions, watched);
    },
    dropAdoptions: async ([batch]) => {
      held.delete(batch);
    },
    purge: async ([id]) => store().purge(id),
    settle: async () => store().settle(),
    snapshotNow: async () => store().snapshotNow(),
    listSnapshots: async () => store().snapshots.list(),
    readSnapshot: async ([name]) => store().snapshots.read(name),
    close: async () => made?.close(),
  };
  const line = new StoreLine<WindowCalls, StoreCalls>(port, answers);
  const files: SafetyFiles = {
    holdJournal: (part, text) => line.ask('holdJournal', [part, text]),
    appendJournal: (lines, parts) => line.ask('appendJournal', [lines, parts]),
    readJournal: () => line.ask('readJournal', []),
    restartJournal: () => line.ask('restartJournal', []),
    readLedger: () => line.ask('readLedger', []),
    writeLedger: (json) => line.ask('writeLedger', [json]),
    listSnapshots: () => line.ask('listSnapshots', []),
    readSnapshot: (name, from) => line.ask('readSnapshot', [name, from]),
    holdSnapshot: (part, bytes) => line.ask('holdSnapshot', [part, bytes]),
    writeSnapshot: (name, bytes, parts) => line.ask('writeSnapshot', [name, bytes, parts]),
    removeSnapshot: (name) => line.ask('removeSnapshot', [name]),
  };
};
