/** The safety copies of the browser edition: checks names, then asks the worker that owns the files. */
import { snapshotName } from '../../src-main/bridge/file-names';
import type { HostSafety } from '../../src-main/bridge/host-api';
import { HostError } from '../../src-main/bridge/host-error';
import { toHostError } from './browser-files';
import type { SafetyAnswer, SafetyRequest } from './safety-requests';
import { startWorker } from './start-worker';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: HostError) => void;
}

/** Sends requests to one worker and matches its answers. A worker that cannot run refuses everything, at once and later. */
class SafetyWorker {
  private readonly waiting = new Map<number, Waiting>();
  private broken = false;
  private next = 0;

  static async start(): Promise<SafetyWorker> {
    const { default: address } = await import('./safety.worker?worker&url');
    return new SafetyWorker(startWorker('caiet-safety', address));
  }

  private constructor(private readonly worker: Worker) {
    this.worker.addEventListener('message', (event: MessageEvent<SafetyAnswer>) => this.hear(event.data));
    this.worker.addEventListener('error', () => this.fail());
  }

  ask(request: SafetyRequest): Promise<unknown> {
    if (this.broken) return Promise.reject(new HostError('host.unavailable'));
    const number = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, request });
    });
  }

  private hear(answer: SafetyAnswer): void {
    const caller = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if (answer.ok) caller?.resolve(answer.value);
    else caller?.reject(toHostError(new DOMException('', answer.errorName)));
  }

  private fail(): void {
    this.broken = true;
    for (const { reject } of this.waiting.values()) reject(new HostError('host.unavailable'));
    this.waiting.clear();
  }
}

/** Whether this browser can keep safety copies at all. */
export const hasPrivateFiles = (): boolean =>
  typeof navigator.storage?.getDirectory === 'function' && 'locks' in navigator && typeof Worker === 'function';

/** Safety copies in the origin's private files. Every call rejects with `host.unavailable` where there are none. */
export const createBrowserSafety = (): HostSafety => {
  let worker: Promise<SafetyWorker> | undefined;
  const ask = async (request: SafetyRequest): Promise<unknown> => {
    if (!hasPrivateFiles()) throw new HostError('host.unavailable');
    worker ??= SafetyWorker.start();
    return (await worker).ask(request);
  };
  return {
    holdJournal: async (part, text) => { await ask({ task: 'holdJournal', part, text }); },
    appendJournal: async (lines, parts = 0) => { await ask({ task: 'appendJournal', lines, parts }); },
    readJournal: async () => (await ask({ task: 'readJournal' })) as string,
    restartJournal: async () => { await ask({ task: 'restartJournal' }); },
    readLedger: async () => (await ask({ task: 'readLedger' })) as string | null,
    writeLedger: async (json) => { await ask({ task: 'writeLedger', json }); },
    listSnapshots: async () => (await ask({ task: 'listSnapshots' })) as { name: string; size: number }[],
    readSnapshot: async (name, from = 0) => (await ask({ task: 'readSnapshot', name: snapshotName(name), from })) as Uint8Array,
    holdSnapshot: async (part, bytes) => { await ask({ task: 'holdSnapshot', part, bytes }); },
    writeSnapshot: async (name, bytes, parts = 0) => { await ask({ task: 'writeSnapshot', name: snapshotName(name), bytes, parts }); },
    removeSnapshot: async (name) => { await ask({ task: 'removeSnapshot', name: snapshotName(name) }); },
  };
};
