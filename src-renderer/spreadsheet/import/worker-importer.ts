/**
 * The spreadsheet importer of the window: each file is read in a worker of its own, and rows stay there until they are
 * shown. Cancelling or closing ends the worker, in the middle of whatever it does.
 */
import { proxy, wrap, type Remote } from 'comlink';
import type { ImportKind, RowOf } from '../../domain/ports/import-kinds';
import type { ImportSession, SheetImporter, WorkbookInfo } from '../../domain/ports/sheet-import';
import { fail, ProblemError } from '../../domain/problem';
import type { ReturnedSheet } from '../../domain/sheet-return';
import type { Answer, ImportWorker, PageOf } from './import-worker';

/** A worker with an end: after it every call, also one under way, rejects with the reason. */
interface Room {
  readonly remote: Remote<ImportWorker>;
  /** Awaits an answer, unless the room closes first. */
  ask<T>(answer: Promise<Answer<T>>): Promise<T>;
  close(code: 'file.cancelled' | 'file.workerFailed'): void;
}

/** Starts the worker of that script; from outside, since the content policy trusts no plain address. */
export type StartWorker = (address: string) => Worker;

/** The address of the worker's bundle; looked up when the first file is opened. */
const workerUrl = async (): Promise<string> => (await import('./import-worker?worker&url')).default;

const openRoom = (worker: Worker): Room => {
  const remote = wrap<ImportWorker>(worker);
  let end: (reason: ProblemError) => void;
  let ended: ProblemError | null = null;
  const ending = new Promise<never>((_, reject) => {
    end = reject;
  });
  ending.catch(() => undefined);
  const close: Room['close'] = (code) => {
    if (ended !== null) return;
    ended = fail(code);
    worker.terminate();
    end(ended);
  };
  worker.addEventListener('error', () => close('file.workerFailed'));
  worker.addEventListener('messageerror', () => close('file.workerFailed'));
  return {
    remote,
    close,
    ask: async <T>(pending: Promise<Answer<T>>): Promise<T> => {
      if (ended !== null) throw ended;
      const answer = await Promise.race([pending, ending]).catch((error: unknown) => {
        // Whatever broke inside the worker, the person can only try again.
        throw error instanceof ProblemError ? error : fail('file.workerFailed');
      });
      if ('problem' in answer) throw new ProblemError(answer.problem);
      return answer.value;
    },
  };
};

/** All items of an answer that comes in pages. */
const wholeOf = async <Item>(pageFrom: (from: number) => Promise<PageOf<Item>>): Promise<readonly Item[]> => {
  const whole: Item[] = [];
  for (;;) {
    const { items, total } = await pageFrom(whole.length);
    for (const item of items) whole.push(item);
    if (items.length === 0 || whole.length >= total) return whole;
  }
};

const sessionOf = (room: Room, info: WorkbookInfo): ImportSession => ({
  info,
  guess: (...parameters) => room.ask(room.remote.guess(...parameters)),
  check: (plan, context, decisions, onProgress = () => undefined) => room.ask(room.remote.check(plan, context, decisions, proxy(onProgress))),
  rows: (...parameters) => room.ask(room.remote.rows(...parameters)),
  accepted: async <Kind extends ImportKind>(kind: Kind) => (await wholeOf((from) => room.ask(room.remote.accepted(kind, from)))) as readonly RowOf[Kind][],
  problems: () => wholeOf((from) => room.ask(room.remote.problems(from))),
  textChanges: () => room.ask(room.remote.textChanges()),
  rowsAt: (rows) => room.ask(room.remote.rowsAt(rows)),
  markedCopy: (...parameters) => room.ask(room.remote.markedCopy(...parameters)),
  close: () => room.close('file.cancelled'),
});

/** Opens files in workers. `open` and every call of a session reject with a `ProblemError<FileProblemCode>`. */
export const createWorkerSheetImporter = (start: StartWorker): SheetImporter => ({
  open: async (fileName, bytes, { signal, onProgress, onFirstRows } = {}) => {
    const url = await workerUrl();
    if (signal?.aborted === true) throw fail('file.cancelled');
    const room = openRoom(start(url));
    signal?.addEventListener('abort', () => room.close('file.cancelled'), { once: true });
    try {
      const info = await room.ask(room.remote.open(fileName, bytes, proxy(onProgress ?? (() => undefined)), proxy(onFirstRows ?? (() => undefined))));
      return sessionOf(room, info);
    } catch (error) {
      room.close('file.cancelled');
      throw error;
    }
  },
});

/** Reads a score sheet's workbook in a worker that ends with it. Rejects with a ProblemError. */
export const scoreSheetReader = (start: StartWorker) => async (fileName: string, bytes: Uint8Array): Promise<ReturnedSheet> => {
  const room = openRoom(start(await workerUrl()));
  try {
    return await room.ask(room.remote.scoreSheet(fileName, bytes));
  } finally {
    room.close('file.cancelled');
  }
};
