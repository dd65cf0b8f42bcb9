/**
 * The package desk of the window: each piece of work in a worker of its own, which ends with it. Projects pass in
 * pieces, so that the window draws between any two of them; cancelling ends the worker in the middle of whatever it does.
 */
import { Assembly, parcels } from '../domain/in-pieces';
import { fail, ProblemError } from '../domain/problem';
import { PackageShapeError } from '../exchange/decode-package';
import { directDesk, type PackageDesk, type Watched, type WriteRequest } from '../exchange/package-desk';
import type { PackageProject } from '../exchange/report';
import type { PackageAnswer, PackageAsk } from './package-messages';
import { trustedAddress } from './trusted-address';
import { webPlatform } from './web-platform';

const errorOf = (answer: Extract<PackageAnswer, { said: 'problem' | 'defect' }>): Error => {
  if (answer.said === 'defect') return new Error(answer.message);
  return answer.isShape ? new PackageShapeError(answer.problems) : new ProblemError(answer.problems[0]);
};

/** One worker and the one question it is at. */
class Room {
  private answered: (answer: PackageAnswer) => void = () => undefined;
  private refused: (error: Error) => void = () => undefined;
  private ended: Error | null = null;

  static async open({ onProgress, signal }: Watched): Promise<Room> {
    const { default: address } = await import('./package.worker?worker&url');
    if (signal?.aborted === true) throw fail('package.cancelled');
    const room = new Room(new Worker(trustedAddress('caiet-packages', address), { type: 'module', name: 'caiet-packages' }), onProgress ?? (() => undefined));
    signal?.addEventListener('abort', () => room.close(fail('package.cancelled')), { once: true });
    return room;
  }

  private constructor(private readonly worker: Worker, private readonly onProgress: (fraction: number) => void) {
    worker.addEventListener('message', (event: MessageEvent<PackageAnswer>) => this.hear(event.data));
    worker.addEventListener('error', () => this.close(fail('package.workerFailed')));
    worker.addEventListener('messageerror', () => this.close(fail('package.workerFailed')));
  }

  /** The answer that ends a question; progress in between is passed on. */
  ask(question: PackageAsk, transfer: Transferable[] = []): Promise<PackageAnswer> {
    if (this.ended !== null) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.refused = reject;
      this.worker.postMessage(question, { transfer });
    });
  }

  close(reason: Error = fail('package.cancelled')): void {
    if (this.ended !== null) return;
    this.ended = reason;
    this.worker.terminate();
    this.refused(reason);
  }

  private hear(answer: PackageAnswer): void {
    if (answer.said === 'progress') this.onProgress(answer.fraction);
    else if (answer.said === 'problem' || answer.said === 'defect') this.refused(errorOf(answer));
    else this.answered(answer);
  }
}

/** Opens a room for one piece of work and closes it after. */
const inRoom = async <Result>(watched: Watched, work: (room: Room) => Promise<Result>): Promise<Result> => {
  const room = await Room.open(watched);
  try {
    return await work(room);
  } finally {
    room.close();
  }
};

const unexpected = (answer: PackageAnswer): Error => new Error(`package worker said ${answer.said}`);

const addAll = async (room: Room, { projects, count, onProgress = () => undefined }: WriteRequest): Promise<void> => {
  let done = 0;
  for await (const project of projects) {
    for (const parcel of parcels(project)) await room.ask({ task: 'add', ...parcel });
    done += 1;
    onProgress((done / count) * 0.9);
  }
};

/** Copied within a few milliseconds. */
const PART_BYTES = 2 * 1024 * 1024;

/** The file goes over in parts: the caller keeps its bytes, and copying a hundred megabytes at once would hold the window. */
const handOver = async (room: Room, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
    const part = bytes.slice(at, at + PART_BYTES);
    await room.ask({ task: 'part', at, size: bytes.length, bytes: part }, [part.buffer]);
  }
};

export const workerDesk: PackageDesk = {
  read: (fileName, bytes, request = {}) => inRoom(request, async (room) => {
    const { passphrase, rulePack } = request;
    await handOver(room, bytes);
    const answer = await room.ask({ task: 'read', fileName, passphrase, rulePack });
    if (answer.said !== 'report') throw unexpected(answer);
    const projects: PackageProject[] = [];
    let arriving = new Assembly();
    while (projects.length < answer.count) {
      const next = await room.ask({ task: 'next' });
      if (next.said !== 'project') throw unexpected(next);
      arriving.add(next.piece);
      if (!next.isLast) continue;
      projects.push(arriving.value as PackageProject);
      arriving = new Assembly();
    }
    return { ...answer.report, projects };
  }),
  write: (request) => inRoom(request, async (room) => {
    const { head, passphrase, files, signer } = request;
    await room.ask({ task: 'write', head, passphrase, files, signer: signer === undefined ? undefined : { publicKey: signer.publicKey, sequence: signer.sequence } });
    await addAll(room, request);
    let answer = await room.ask({ task: 'finish' });
    if (answer.said === 'sign' && signer !== undefined) answer = await room.ask({ task: 'signed', signature: await signer.sign(answer.message) });
    if (answer.said !== 'sealed') throw unexpected(answer);
    return answer.sealed;
  }),
  prove: (bytes) => inRoom({}, async (room) => {
    await handOver(room, bytes);
    const answer = await room.ask({ task: 'prove' });
    if (answer.said !== 'proof') throw unexpected(answer);
    return answer.proof;
  }),
  // The platform hashes off the thread by itself.
  digest: (bytes) => directDesk(webPlatform).digest(bytes),
};
