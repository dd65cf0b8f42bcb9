/** The project store as the window has it: every call is a question to the worker that has the database. */
import type { PackageProducer } from '../exchange/package-schema';
import type { StoreEvent, StoreProblemCode } from '../domain/ports/project-store';
import { fail, ProblemError } from '../domain/problem';
import type { DexieProjectStore } from './project-store';
import type { SafetyFiles } from './safety-files';
import type { StoreCalls, StoreFacts, WindowCalls } from './store-calls';
import { lineGone, StoreLine, type Answers, type MessageLine } from './store-line';

export interface RemoteStoreOptions {
  readonly facts: StoreFacts;
  readonly files: SafetyFiles;
  /** Whose copies these are, asked when one is made. */
  readonly producer: () => PackageProducer;
}

export interface RemoteStore extends DexieProjectStore {
  /** The worker is gone: whatever waits or comes is refused with `store.closed`, and that is told. */
  lost(): void;
}

const answersOf = ({ files, producer }: RemoteStoreOptions): Answers<WindowCalls> => ({
  producer: async () => producer(),
  holdJournal: ([part, text]) => files.holdJournal(part, text),
  appendJournal: ([lines, parts]) => files.appendJournal(lines, parts),
  readJournal: () => files.readJournal(),
  restartJournal: () => files.restartJournal(),
  readLedger: () => files.readLedger(),
  writeLedger: ([json]) => files.writeLedger(json),
  listSnapshots: () => files.listSnapshots(),
  readSnapshot: ([name, from]) => files.readSnapshot(name, from),
  holdSnapshot: ([part, bytes]) => files.holdSnapshot(part, bytes),
  writeSnapshot: ([name, bytes, parts]) => files.writeSnapshot(name, bytes, parts),
  removeSnapshot: ([name]) => files.removeSnapshot(name),
});

/** Keeps the browser from evicting the data, which only a window may ask; where it cannot be had, nothing is lost by asking. */
const askForPersistence = (): void => {
  if (typeof navigator === 'object' && 'storage' in navigator) navigator.storage.persist().catch(() => false);
};

/** `port` leads to a worker that runs `serveStore`. */
export const createRemoteStore = (port: MessageLine, options: RemoteStoreOptions): RemoteStore => {
  const listeners = new Set<(event: StoreEvent) => void>();
  const tell = (event: StoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const line = new StoreLine<StoreCalls, WindowCalls>(port, answersOf(options), (event) => tell(event as StoreEvent));
  let batches = 0;
  return {
    open: () => {
      askForPersistence();
      return line.ask('open', [options.facts]).catch((error: unknown) => {
        if (error instanceof ProblemError) return { status: 'refused', problem: lineGone().problem };
        throw error;
      });
    },
    recover: (choice) => line.ask('recover', [choice]),
    summaries: () => line.ask('summaries', []),
    purchases: () => line.ask('purchases', []),
    load: (id) => line.ask('load', [id]),
    history: (id) => line.ask('history', [id]),
    commit: (changes) => line.ask('commit', [changes]),
    adopt: async (adoptions, watched) => {
      const batch = batches++;
      let isHeld = false;
      try {
        for await (const adoption of adoptions) {
          await line.ask('holdAdoption', [batch, adoption]);
          isHeld = true;
          if (watched?.signal?.aborted === true) throw fail<StoreProblemCode>('store.cancelled');
        }
      } catch (error) {
        if (isHeld) await line.ask('dropAdoptions', [batch]).catch(() => undefined);
        throw error;
      }
      if (isHeld) await line.ask('adopt', [batch], watched);
    },
    purge: (id) => line.ask('purge', [id]),
    settle: () => line.ask('settle', []),
    snapshotNow: () => line.ask('snapshotNow', []),
    snapshots: {
      list: () => line.ask('listSnapshots', []),
      read: (name) => line.ask('readSnapshot', [name]),
      writeNow: () => line.ask('snapshotNow', []),
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => line.ask('close', []),
    lost: () => {
      line.end(lineGone());
      tell({ type: 'closed', problem: lineGone().problem });
    },
  };
};
