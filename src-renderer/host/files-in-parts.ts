/** Files of the desktop edition: they cross from and to the main process in parts, so that the window draws between any two. */
import { FILE_PART_BYTES, MAX_OPEN_BYTES, type FileKind, type FilesInParts, type HostFiles, type OpenedFile, type SavedFile, type Stop } from '../../src-main/bridge/host-api';
import { HostError, refuseStopped } from '../../src-main/bridge/host-error';

const open = async (files: FilesInParts, kind: FileKind): Promise<OpenedFile | null> => {
  const opened = await files.open(kind);
  if (opened === null) return null;
  const { name, size, bytes: first } = opened;
  if (first.length === size) return { name, bytes: first };
  const bytes = new Uint8Array(size);
  bytes.set(first);
  for (let at = first.length; at < size;) {
    const part = await files.readOpened(at);
    bytes.set(part, at);
    at += part.length;
  }
  return { name, bytes };
};

const save = async (files: FilesInParts, kind: FileKind, suggestedName: string, bytes: Uint8Array, stop: Stop | undefined): Promise<SavedFile | null> => {
  if (bytes.length > MAX_OPEN_BYTES) throw new HostError('host.tooLarge');
  const part = (number: number): Uint8Array => bytes.slice(number * FILE_PART_BYTES, (number + 1) * FILE_PART_BYTES);
  const others = Math.max(0, Math.ceil(bytes.length / FILE_PART_BYTES) - 1);
  for (let number = 0; number < others; number += 1) {
    refuseStopped(stop);
    await files.holdFile(number, part(number + 1));
  }
  refuseStopped(stop);
  return files.save(kind, suggestedName, part(0), others);
};

/** One file at a time, either way: parts of two would mix. A dialog that is open is in the way of another one anyhow. */
export const filesOver = (files: FilesInParts): HostFiles => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    open: (kind) => inTurn(() => open(files, kind)),
    save: (kind, suggestedName, bytes, stop) => inTurn(() => save(files, kind, suggestedName, bytes, stop)),
    savePdf: (suggestedName) => inTurn(() => files.savePdf(suggestedName)),
  };
};
