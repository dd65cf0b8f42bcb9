/** A worker for one piece of work, and the one question it is at. It ends with the work, or at a stop in the middle of whatever it does. */
import type { ProblemError } from '../domain/problem';
import type { Watched } from '../exchange/package-desk';
import { errorOf, type RoomAnswer } from './room-messages';

/** A kind of room: how its worker starts, and what a question in it ends with after a stop and when the worker cannot run. */
export interface RoomKind {
  readonly start: () => Promise<Worker>;
  readonly cancelled: () => ProblemError;
  readonly failed: () => ProblemError;
}

export class Room<Ask, Answer extends { readonly said: string }> {
  private answered: (answer: Answer) => void = () => undefined;
  private refused: (error: Error) => void = () => undefined;
  private ended: ProblemError | null = null;

  constructor(private readonly worker: Worker, failed: RoomKind['failed'], private readonly onProgress: (fraction: number) => void) {
    worker.addEventListener('message', (event: MessageEvent<Answer | RoomAnswer>) => this.hear(event.data));
    worker.addEventListener('error', () => this.close(failed()));
    worker.addEventListener('messageerror', () => this.close(failed()));
  }

  /** The answer that ends a question; progress in between is passed on. */
  ask(question: Ask, transfer: Transferable[] = []): Promise<Answer> {
    if (this.ended !== null) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.refused = reject;
      this.worker.postMessage(question, { transfer });
    });
  }

  close(reason: ProblemError): void {
    if (this.ended !== null) return;
    this.ended = reason;
    this.worker.terminate();
    this.refused(reason);
  }

  private hear(answer: Answer | RoomAnswer): void {
    if (isOfRoom(answer)) {
      if (answer.said === 'progress') this.onProgress(answer.fraction);
      else this.refused(errorOf(answer));
    } else this.answered(answer);
  }
}

const OF_ROOM: ReadonlySet<string> = new Set<RoomAnswer['said']>(['progress', 'problem', 'defect']);

const isOfRoom = <Answer extends { readonly said: string }>(answer: Answer | RoomAnswer): answer is RoomAnswer => OF_ROOM.has(answer.said);

/** A room whose worker has started. After a stop every question in it is refused; so is one after it was closed. */
export const openRoom = async <Ask, Answer extends { readonly said: string }>({ start, cancelled, failed }: RoomKind, { onProgress = () => undefined, signal }: Watched): Promise<Room<Ask, Answer>> => {
  const room = new Room<Ask, Answer>(await start(), failed, onProgress);
  if (signal?.aborted === true) room.close(cancelled());
  signal?.addEventListener('abort', () => room.close(cancelled()), { once: true });
  return room;
};

/** Opens a room for one piece of work and closes it after. */
export const inRoom = async <Ask, Answer extends { readonly said: string }, Result>(kind: RoomKind, watched: Watched, work: (room: Room<Ask, Answer>) => Promise<Result>): Promise<Result> => {
  const room = await openRoom<Ask, Answer>(kind, watched);
  try {
    return await work(room);
  } finally {
    room.close(kind.cancelled());
  }
};
