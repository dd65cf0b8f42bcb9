/**
 * The line between the window and the worker that has the database: questions and answers both ways, over anything
 * that carries messages. Large values go over in pieces, each heard of before many more are sent, so that neither side
 * is held by copying. Questions arrive in the order in which they were asked.
 */
import { Assembly, parcels, type Piece } from '../domain/in-pieces';
import type { StoreProblemCode, StoreWatched } from '../domain/ports/project-store';
import { fail, ProblemError, type Problem } from '../domain/problem';

/** The part of a `Worker`, of the inside of one, or of a `MessagePort` that is needed. */
export interface MessageLine {
  postMessage(message: unknown, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What one side can be asked. Arguments and answers are plain data. */
export type Calls<Side> = { readonly [Name in keyof Side]: (...args: never[]) => Promise<unknown> };

/** How a side answers: it gets the arguments, and for long work what to tell and when to stop. */
export type Answers<Mine extends Calls<Mine>> = { readonly [Name in keyof Mine]: (args: Parameters<Mine[Name]>, watched: StoreWatched) => Promise<Awaited<ReturnType<Mine[Name]>>> };

type Way = 'question' | 'answer';

/** `id` counts the questions of whoever asked; `way` says which of the two a piece belongs to. */
type Message =
  | { readonly said: 'piece'; readonly id: number; readonly way: Way; readonly piece: Piece; /** On the last: of a question, what is asked. */ readonly end?: string }
  | { readonly said: 'heard'; readonly id: number; readonly way: Way }
  | { readonly said: 'refused'; readonly id: number; readonly problem: Problem }
  | { readonly said: 'defect'; readonly id: number; readonly message: string }
  | { readonly said: 'progress'; readonly id: number; readonly fraction: number; readonly canStop: boolean }
  | { readonly said: 'stop'; readonly id: number }
  | { readonly said: 'event'; readonly event: unknown };

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: NonNullable<StoreWatched['onProgress']>;
}

/** So many pieces may be on their way; one weighs a millisecond or two. */
const UNHEARD = 3;

const keyOf = (way: Way, id: number): string => `${way} ${id}`;

export class StoreLine<Theirs extends Calls<Theirs>, Mine extends Calls<Mine>> {
  private next = 0;
  private ended: Error | null = null;
  /** The last question is on its way, or there. */
  private sent: Promise<void> = Promise.resolve();
  private readonly asked = new Map<number, Asked>();
  private readonly arriving = new Map<string, Assembly>();
  private readonly unheard = new Map<string, { count: number; goOn: () => void }>();
  private readonly stops = new Map<number, { aborted: boolean }>();

  constructor(
    private readonly line: MessageLine,
    private readonly answers: Answers<Mine>,
    private readonly onEvent: (event: unknown) => void = () => undefined,
  ) {
    line.addEventListener('message', ({ data }) => this.hear(data as Message));
  }

  /** Rejects as the other side does, and with the reason once the line has ended. */
  ask<Name extends keyof Theirs & string>(name: Name, args: Parameters<Theirs[Name]>, { onProgress = () => undefined, signal }: StoreWatched = {}): ReturnType<Theirs[Name]> {
    const id = this.next++;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.ended !== null) return reject(this.ended);
      this.asked.set(id, { resolve, reject, onProgress });
      this.sent = this.sent.then(() => this.send('question', id, args, name)).catch((error: unknown) => this.refuse(id, error));
      const stop = (): void => {
        if (this.asked.has(id)) this.say({ said: 'stop', id });
      };
      if (signal?.aborted === true) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    });
    return answer as ReturnType<Theirs[Name]>;
  }

  emit(event: unknown): void {
    this.say({ said: 'event', event });
  }

  /** Every question, under way or to come, is refused with the reason. */
  end(reason: Error): void {
    if (this.ended !== null) return;
    this.ended = reason;
    for (const id of this.asked.keys()) this.refuse(id, reason);
  }

  private say(message: Message, transfer: Transferable[] = []): void {
    if (this.ended === null) this.line.postMessage(message, { transfer });
  }

  private refuse(id: number, error: unknown): void {
    this.asked.get(id)?.reject(error instanceof Error ? error : new Error(String(error)));
    this.asked.delete(id);
  }

  /** All pieces, the last with `end`. An answer that is bytes is given away. */
  private async send(way: Way, id: number, value: unknown, end: string): Promise<void> {
    const transfer = way === 'answer' && value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [];
    for (const { piece, isLast } of parcels(value)) {
      this.say({ said: 'piece', id, way, piece, ...(isLast ? { end } : {}) }, transfer);
      if (!isLast) await this.room(keyOf(way, id));
    }
    this.unheard.delete(keyOf(way, id));
  }

  /** Waits while too much is on its way. */
  private async room(key: string): Promise<void> {
    const flow = this.unheard.get(key) ?? { count: 0, goOn: () => undefined };
    this.unheard.set(key, flow);
    flow.count += 1;
    if (flow.count >= UNHEARD && this.ended === null) await new Promise<void>((resolve) => { flow.goOn = resolve; });
  }

  private hear(message: Message): void {
    switch (message.said) {
      case 'piece': return this.hearPiece(message);
      case 'heard': {
        const flow = this.unheard.get(keyOf(message.way, message.id));
        if (flow === undefined) return;
        flow.count -= 1;
        return flow.goOn();
      }
      case 'refused': return this.refuse(message.id, new ProblemError(message.problem));
      case 'defect': return this.refuse(message.id, new Error(message.message));
      case 'progress': return this.asked.get(message.id)?.onProgress(message.fraction, message.canStop);
      case 'stop': {
        // It can overtake a question that is still being sent.
        const stop = this.stops.get(message.id);
        if (stop === undefined) this.stops.set(message.id, { aborted: true });
        else stop.aborted = true;
        return;
      }
      case 'event': return this.onEvent(message.event);
    }
  }

  private hearPiece({ id, way, piece, end }: Extract<Message, { said: 'piece' }>): void {
    const key = keyOf(way, id);
    const assembly = this.arriving.get(key) ?? new Assembly();
    assembly.add(piece);
    if (end === undefined) {
      this.arriving.set(key, assembly);
      this.say({ said: 'heard', id, way });
      return;
    }
    this.arriving.delete(key);
    if (way === 'question') void this.reply(id, end, assembly.value);
    else {
      this.asked.get(id)?.resolve(assembly.value);
      this.asked.delete(id);
    }
  }

  private async reply(id: number, name: string, args: unknown): Promise<void> {
    const stop = this.stops.get(id) ?? { aborted: false };
    this.stops.set(id, stop);
    const signal = { get aborted() { return stop.aborted; }, addEventListener: () => undefined };
    try {
      if (!Object.hasOwn(this.answers, name)) throw new Error(`nobody answers ${name}`);
      const answer = this.answers[name as keyof Mine];
      const value = await answer(args as Parameters<Mine[keyof Mine]>, { signal, onProgress: (fraction, canStop) => this.say({ said: 'progress', id, fraction, canStop }) });
      await this.send('answer', id, value, name);
    } catch (error) {
      if (error instanceof ProblemError) this.say({ said: 'refused', id, problem: error.problem });
      else this.say({ said: 'defect', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      this.stops.delete(id);
    }
  }
}

/** Why nothing can be stored any more when the other end is gone. */
export const lineGone = (): ProblemError<StoreProblemCode> => fail<StoreProblemCode>('store.closed');
