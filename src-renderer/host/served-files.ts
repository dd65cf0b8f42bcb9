/** The worker's side of the file desk: puts together what a file is made of, makes it, and gives it away whole. */
import { Assembly } from '../domain/in-pieces';
import type { FileDesk } from '../exchange/file-desk';
import type { FileAnswer, FileAsk } from './file-messages';
import { failureOf, inPercent, type RoomAnswer } from './room-messages';

/** What a worker's global scope offers. */
interface Scope {
  postMessage(message: unknown, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FileAsk>) => void): void;
}

/** One file; the worker ends after it. */
export const serveFiles = (scope: Scope, makers: FileDesk): void => {
  const say = (answer: FileAnswer | RoomAnswer, transfer: Transferable[] = []): void => scope.postMessage(answer, { transfer });
  const onProgress = inPercent((fraction) => say({ said: 'progress', fraction }));
  const given = new Assembly();
  const perform = async ({ kind, piece, isLast }: FileAsk): Promise<void> => {
    given.add(piece);
    if (!isLast) {
      say({ said: 'ready' });
      return;
    }
    const make = makers[kind] as (request: unknown, watched: { readonly onProgress: (fraction: number) => void }) => Promise<unknown>;
    const made = await make(given.value, { onProgress });
    say({ said: 'made', made }, made instanceof Uint8Array && made.buffer instanceof ArrayBuffer ? [made.buffer] : []);
  };
  scope.addEventListener('message', ({ data }) => {
    void perform(data).catch((error: unknown) => say(failureOf(error)));
  });
};
