/** Files of the desktop edition: they cross from and to the main process in parts, so that the window draws between any two. */
import type { FileKind, FilesInParts, HostFiles, OpenedFile, SavedFile, Stop } from '../../src-main/bridge/host-api';
import { refuseStopped } from '../../src-main/bridge/host-error';
import { giveParts, takeParts } from './parts';

const open = async (files: FilesInParts, kind: FileKind): Promise<OpenedFile | null> => {
  const opened = await files.open(kind);
  return opened === null ? null : { name: opened.name, bytes: await takeParts(opened, (from) => files.readOpened(from)) };
};

const save = async (files: FilesInParts, kind: FileKind, suggestedName: string, bytes: Uint8Array, stop: Stop | undefined): Promise<SavedFile | null> => {
  const { first, parts } = await giveParts(bytes, (part, given) => {
    refuseStopped(stop);
    return files.holdFile(part, given);
  });
  refuseStopped(stop);
  return files.save(kind, suggestedName, first, parts);
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
