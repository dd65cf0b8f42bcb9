/**
 * Keeps the safety copies in the origin's private file system (https://fs.spec.whatwg.org/), apart from IndexedDB.
 * A worker, because only there a file can be appended to and flushed. Two windows have two workers: the lock lets one
 * at a time hold the files, and every task opens and closes its own handle, so a killed window holds nothing.
 */
import { HeldLine } from '../../src-main/bridge/held-line';
import type { SafetyAnswer, SafetyMessage, SafetyRequest } from './safety-requests';

const FOLDER = 'safety';
const LOCK = 'caiet-safety';
const NEWLINE = 0x0a;

/** What TypeScript's window library leaves out because it exists in workers only. */
interface SyncHandle {
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}
interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
  move(name: string): Promise<void>;
}

const folder = async (...names: string[]): Promise<FileSystemDirectoryHandle> => {
  let place = await navigator.storage.getDirectory();
  for (const name of names) place = await place.getDirectoryHandle(name, { create: true });
  return place;
};

const withFile = async <Result>(place: FileSystemDirectoryHandle, name: string, work: (file: SyncHandle) => Result): Promise<Result> => {
  const handle = (await place.getFileHandle(name, { create: true })) as SyncFileHandle;
  const file = await handle.createSyncAccessHandle();
  try {
    return work(file);
  } finally {
    file.close();
  }
};

/** Where the file ends afterwards. */
const writePart = (file: SyncHandle, bytes: Uint8Array, at: number): number => {
  if (file.write(bytes, { at }) !== bytes.byteLength) throw new DOMException('short write', 'QuotaExceededError');
  return at + bytes.byteLength;
};

const writeAll = (file: SyncHandle, bytes: Uint8Array, at: number): void => {
  writePart(file, bytes, at);
  file.flush();
};

const readAll = (file: SyncHandle): Uint8Array => {
  const bytes = new Uint8Array(file.getSize());
  return bytes.subarray(0, file.read(bytes, { at: 0 }));
};

/** Up to the last newline: what follows was cut off by a crash and never acknowledged. */
const wholeLines = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);

/** All of the texts or none of them. */
const append = (file: SyncHandle, texts: readonly string[]): void => {
  const size = file.getSize();
  const last = new Uint8Array(1);
  const torn = size > 0 && file.read(last, { at: size - 1 }) === 1 && last[0] !== NEWLINE;
  const at = torn ? wholeLines(readAll(file)).byteLength : size;
  if (torn) file.truncate(at);
  try {
    let end = at;
    for (const text of texts) end = writePart(file, new TextEncoder().encode(text), end);
    file.flush();
  } catch (error) {
    file.truncate(at);
    throw error;
  }
};

/** Beside the file, flushed, then moved over it: a reader finds the old content or the new, never half. */
const replace = async (place: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${name}.tmp`;
  await withFile(place, temporary, (file) => {
    file.truncate(0);
    writeAll(file, bytes, 0);
  });
  await ((await place.getFileHandle(temporary)) as SyncFileHandle).move(name);
};

const read = async (place: FileSystemDirectoryHandle, name: string): Promise<Uint8Array> =>
  new Uint8Array(await (await (await place.getFileHandle(name)).getFile()).arrayBuffer());

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

const readIfThere = async (place: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> => {
  try {
    return await read(place, name);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

const remove = async (place: FileSystemDirectoryHandle, name: string): Promise<void> => {
  try {
    await place.removeEntry(name);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};

const list = async (place: FileSystemDirectoryHandle): Promise<{ name: string; size: number }[]> => {
  const found: { name: string; size: number }[] = [];
  for await (const [name, handle] of place.entries()) {
    if (handle.kind !== 'file' || name.endsWith('.tmp')) continue;
    found.push({ name, size: (await (handle as FileSystemFileHandle).getFile()).size });
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
};

const held = new HeldLine();

const perform = async (request: SafetyRequest): Promise<unknown> => {
  const place = await folder(FOLDER);
  switch (request.task) {
    case 'holdJournal': return held.hold(request.part, request.text);
    case 'appendJournal': {
      const texts = held.take(request.lines, request.parts);
      return withFile(place, 'journal.jsonl', (file) => append(file, texts));
    }
    case 'readJournal': return new TextDecoder().decode(wholeLines((await readIfThere(place, 'journal.jsonl')) ?? new Uint8Array()));
    case 'restartJournal': return replace(place, 'journal.jsonl', new Uint8Array());
    case 'writeLedger': return replace(place, 'ledger.json', new TextEncoder().encode(request.json));
    case 'readLedger': {
      const bytes = await readIfThere(place, 'ledger.json');
      return bytes === null ? null : new TextDecoder().decode(bytes);
    }
    case 'listSnapshots': return list(await folder(FOLDER, 'snapshots'));
    case 'readSnapshot': return read(await folder(FOLDER, 'snapshots'), request.name);
    case 'writeSnapshot': return replace(await folder(FOLDER, 'snapshots'), request.name, request.bytes);
    case 'removeSnapshot': return remove(await folder(FOLDER, 'snapshots'), request.name);
  }
};

const answer = async ({ number, request }: SafetyMessage): Promise<SafetyAnswer> => {
  try {
    return { number, ok: true, value: await navigator.locks.request(LOCK, () => perform(request)) };
  } catch (error) {
    return { number, ok: false, errorName: error instanceof Error ? error.name : 'Error' };
  }
};

globalThis.addEventListener('message', (event: MessageEvent<SafetyMessage>) => {
  void answer(event.data).then((message) => globalThis.postMessage(message));
});
