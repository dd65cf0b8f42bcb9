/** The project store as the window has it: every call is a question to the worker that has the database. */
import type { PackageProducer } from '../exchange/package-schema';
import type { StoreEvent } from '../domain/ports/project-store';
import { ProblemError } from '../domain/problem';
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

/** Later than the store itself writes its ledger, so that asking finds it written. */
const SETTLED_AFTER_MS = 400;

/**
 * Whether the worker may still be at something. A window that is about to go has no time to ask, so it has to know: once
 * all that was stored is in the ledger too, `settle` resolves without a question.
 */
class Settling {
  private changes = 0;
  private settled = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: () => Promise<void>) {}

  async after<Answer>(change: Promise<Answer>): Promise<Answer> {
    this.changes += 1;
    try {
      return await change;
    } finally {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.settle().catch(() => undefined), SETTLED_AFTER_MS);
    }
  }

  async settle(): Promise<void> {
    const { changes } = this;
    if (this.settled === changes) return;
    await this.ask();
    this.settled = Math.max(this.settled, changes);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** `port` leads to a worker that runs `serveStore`. */
export const createRemoteStore = (port: MessageLine, options: RemoteStoreOptions): RemoteStore => {
  const listeners = new Set<(event: StoreEvent) => void>();
  const tell = (event: StoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const line = new StoreLine<StoreCalls, WindowCalls>(port, answersOf(options), (event) => tell(event as StoreEvent));
  const settling = new Settling(() => line.ask('settle', []));
  return {
    open: () => {
      askForPersistence();
      return settling.after(line.ask('open', [options.facts])).catch((error: unknown) => {
        if (error instanceof ProblemError) return { status: 'refused', problem: lineGone().problem };
        throw error;
      });
    },
    recover: (choice) => settling.after(line.ask('recover', [choice])),
    summaries: () => line.ask('summaries', []),
    purchases: () => line.ask('purchases', []),
    load: (id) => line.ask('load', [id]),
    history: (id) => line.ask('history', [id]),
    commit: (changes) => settling.after(line.ask('commit', [changes])),
    adopt: (adoptions, watched) => settling.after(line.ask('adopt', [adoptions], watched)),
    purge: (id) => settling.after(line.ask('purge', [id])),
    settle: () => settling.settle(),
    snapshotNow: () => settling.after(line.ask('snapshotNow', [])),
    snapshots: {
      list: () => line.ask('listSnapshots', []),
      read: (name) => line.ask('readSnapshot', [name]),
      writeNow: () => settling.after(line.ask('snapshotNow', [])),
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      settling.end();
      return line.ask('close', []);
    },
    lost: () => {
      settling.end();
      line.end(lineGone());
      tell({ type: 'closed', problem: lineGone().problem });
    },
  };
};
