/** A worker as the window sees it, in this process: messages are copied, and after its end nothing is heard. */
import { MessageChannel } from 'node:worker_threads';
import type { serveFiles } from '../../../src-renderer/host/served-files';

export interface WorkerLine {
  readonly start: () => Promise<Worker>;
  /** How many were started, and how many of them have ended. */
  readonly count: () => { readonly started: number; readonly ended: number };
  /** What a worker of the platform says that cannot run. */
  readonly breakDown: () => void;
  /** The longest message the window sent, in characters of JSON. */
  readonly longest: () => number;
}

type Scope = Parameters<typeof serveFiles>[0];

/** `serve` is what the script of the worker does when it starts. */
export const workerLine = (serve: (scope: Scope) => void): WorkerLine => {
  let started = 0;
  let ended = 0;
  let longest = 0;
  const broken: (() => void)[] = [];
  const start = async (): Promise<Worker> => {
    started += 1;
    const { port1: ours, port2: theirs } = new MessageChannel();
    serve({
      postMessage: (message, { transfer }) => theirs.postMessage(message, transfer as never),
      addEventListener: (_type, listener) => { theirs.on('message', (data: unknown) => listener({ data } as never)); },
    });
    const worker = {
      postMessage: (message: unknown, { transfer }: { transfer: never[] }) => {
        longest = Math.max(longest, JSON.stringify(message).length);
        ours.postMessage(message, transfer);
      },
      addEventListener: (type: string, listener: (event: unknown) => void) => {
        if (type === 'message') ours.on('message', (data: unknown) => listener({ data }));
        if (type === 'error') broken.push(() => listener({}));
      },
      terminate: () => {
        ended += 1;
        ours.close();
      },
    };
    return worker as unknown as Worker;
  };
  return { start, count: () => ({ started, ended }), breakDown: () => broken.forEach((tell) => tell()), longest: () => longest };
};
