/**
 * The file desk of the window: each file in a worker of its own, which ends with it. What the file is made of passes in
 * pieces, so that the window draws between any two of them; a stop ends the worker in the middle of whatever it does.
 */
import { parcels, type Parcel } from '../domain/in-pieces';
import { fail } from '../domain/problem';
import type { FileDesk, FileKind, FileRequests, Made } from '../exchange/file-desk';
import type { Watched } from '../exchange/package-desk';
import { Turns } from '../turns/turns';
import type { FileAnswer, FileAsk } from './file-messages';
import { inPercent } from './room-messages';
import { inRoom, type Room, type RoomKind } from './room';

/** Share of the work before the worker has all of it. */
const HANDED_OVER = 0.2;

/** All parcels of a value. They hold its parts and copy none. */
const parcelsOf = async (value: unknown): Promise<readonly Parcel[]> => {
  const found: Parcel[] = [];
  const turns = new Turns();
  for (const parcel of parcels(value)) {
    found.push(parcel);
    await turns.take();
  }
  return found;
};

const handOver = async (room: Room<FileAsk, FileAnswer>, kind: FileKind, request: unknown, onProgress: (fraction: number) => void): Promise<unknown> => {
  const all = await parcelsOf(request);
  for (const [index, parcel] of all.entries()) {
    const answer = await room.ask({ kind, ...parcel });
    if (answer.said === 'made') return answer.made;
    onProgress((index + 1) / all.length);
  }
  throw new Error('file worker made nothing');
};

/** `start` starts the worker that serves the makers. */
export const createWorkerFileDesk = (start: () => Promise<Worker>): FileDesk => {
  const rooms: RoomKind = { start, cancelled: () => fail('export.cancelled'), failed: () => fail('export.workerFailed') };
  const maker = <Kind extends FileKind>(kind: Kind) => (request: FileRequests[Kind], { onProgress = () => undefined, signal }: Watched = {}): Promise<Made<Kind>> => {
    const making = (fraction: number): void => onProgress(HANDED_OVER + fraction * (1 - HANDED_OVER));
    return inRoom<FileAsk, FileAnswer, Made<Kind>>(rooms, { onProgress: making, signal }, async (room) =>
      (await handOver(room, kind, request, inPercent((fraction) => onProgress(fraction * HANDED_OVER)))) as Made<Kind>);
  };
  return {
    ocds: maker('ocds'), releases: maker('releases'), public: maker('public'), workbook: maker('workbook'), comparison: maker('comparison'),
    template: maker('template'), sheetWorkbook: maker('sheetWorkbook'), sheetPackage: maker('sheetPackage'), document: maker('document'),
  };
};
