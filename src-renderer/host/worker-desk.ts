/**
 * The package desk of the window: each piece of work in a worker of its own, which ends with it; that of a package that
 * was read when the package is closed. Whatever is large passes in pieces, so that the window draws between any two of
 * them; cancelling ends the worker in the middle of whatever it does.
 */
import type { AuditEntry } from '../domain/change';
import { Assembly, parcels } from '../domain/in-pieces';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import type { Id } from '../domain/values';
import type { StandingFacts } from '../exchange/compare';
import { directDesk, type PackageDesk, type ReadRequest, type Watched, type WriteRequest } from '../exchange/package-desk';
import type { MergeOutcome } from '../exchange/merge/merge-projects';
import type { OpenedFacts, OpenedPackage, ShownComparison } from '../exchange/opened-package';
import type { AboutProject, PackageAnswer, PackageAsk } from './package-messages';
import { inRoom, openRoom, type Room, type RoomKind } from './room';
import { startWorker } from './start-worker';
import { webPlatform } from './web-platform';

type PackageRoom = Room<PackageAsk, PackageAnswer>;

const ROOMS: RoomKind = {
  start: async () => startWorker('caiet-packages', (await import('./package.worker?worker&url')).default),
  cancelled: () => fail('package.cancelled'),
  failed: () => fail('package.workerFailed'),
};

const inPackageRoom = <Result>(watched: Watched, work: (room: PackageRoom) => Promise<Result>): Promise<Result> => inRoom(ROOMS, watched, work);

const unexpected = (answer: PackageAnswer): Error => new Error(`package worker said ${answer.said}`);

const addAll = async (room: PackageRoom, { projects, count, onProgress = () => undefined }: WriteRequest): Promise<void> => {
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
const handOver = async (room: PackageRoom, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
    const part = bytes.slice(at, at + PART_BYTES);
    await room.ask({ task: 'part', at, size: bytes.length, bytes: part }, [part.buffer]);
  }
};

/** An answer that comes in pieces. */
const inWhole = async (room: PackageRoom, question: PackageAsk): Promise<unknown> => {
  const arriving = new Assembly();
  for (let answer = await room.ask(question); ; answer = await room.ask({ task: 'next' })) {
    if (answer.said !== 'piece') throw unexpected(answer);
    arriving.add(answer.piece);
    if (answer.isLast) return arriving.value;
  }
};

/** A package in a worker. Its room takes one question at a time, so each waits for those before it. */
const openedIn = (room: PackageRoom, facts: OpenedFacts): OpenedPackage => {
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const answer = before.then(work, work);
    before = answer.catch(() => undefined);
    return answer;
  };
  const about = (what: AboutProject, id: Id, local?: unknown): Promise<unknown> => inTurn(async () => {
    if (local !== undefined) for (const parcel of parcels(local)) await room.ask({ task: 'here', ...parcel });
    return inWhole(room, { task: 'about', what, id });
  });
  return {
    ...facts,
    project: async (id) => (await about('project', id)) as Project,
    history: async (id) => (await about('history', id)) as readonly AuditEntry[],
    standing: async (id, local) => (await about('standing', id, local)) as StandingFacts,
    compare: async (id, local) => (await about('compare', id, local)) as ShownComparison,
    merge: async (id, local) => (await about('merge', id, local)) as MergeOutcome,
    file: (sha256) => inTurn(async () => {
      const answer = await room.ask({ task: 'file', sha256 });
      if (answer.said !== 'file') throw unexpected(answer);
      return answer.bytes;
    }),
    close: () => room.close(ROOMS.cancelled()),
  };
};

/** Reading a package keeps its room when all went well. */
const readInRoom = async (fileName: string, bytes: Uint8Array, request: ReadRequest): Promise<OpenedPackage> => {
  const { passphrase, rulePack } = request;
  const room: PackageRoom = await openRoom(ROOMS, request);
  try {
    await handOver(room, bytes);
    const facts = await inWhole(room, { task: 'read', fileName, passphrase, rulePack });
    return openedIn(room, facts as OpenedFacts);
  } catch (error) {
    room.close(ROOMS.cancelled());
    throw error;
  }
};

export const workerDesk: PackageDesk = {
  read: (fileName, bytes, request = {}) => readInRoom(fileName, bytes, request),
  write: (request) => inPackageRoom(request, async (room) => {
    const { head, passphrase, files, signer } = request;
    await room.ask({ task: 'write', head, passphrase, files, signer: signer === undefined ? undefined : { publicKey: signer.publicKey, sequence: signer.sequence } });
    await addAll(room, request);
    let answer = await room.ask({ task: 'finish' });
    if (answer.said === 'sign' && signer !== undefined) answer = await room.ask({ task: 'signed', signature: await signer.sign(answer.message) });
    if (answer.said !== 'sealed') throw unexpected(answer);
    return answer.sealed;
  }),
  prove: (bytes) => inPackageRoom({}, async (room) => {
    await handOver(room, bytes);
    const answer = await room.ask({ task: 'prove' });
    if (answer.said !== 'proof') throw unexpected(answer);
    return answer.proof;
  }),
  // The platform hashes off the thread by itself.
  digest: (bytes) => directDesk(webPlatform).digest(bytes),
};
