/**
 * Keeps the safety copies in the origin's private file system (https://fs.spec.whatwg.org/), apart from IndexedDB.
 * A worker, because only there a file can be appended to and flushed. Two windows have two workers: the lock lets one
 * at a time hold the files, and every task opens and closes its own handle, so a killed window holds nothing.
 */
import { ended, HeldParts } from '../../src-main/bridge/held-parts';
import { FILE_PART_BYTES } from '../../src-main/bridge/host-api';
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

/** One after another, from `at` on. */
const writeAll = (file: SyncHandle, parts: Iterable<Uint8Array>, at: number): void => {
  let end = at;
  for (const bytes of parts) {
    if (file.write(bytes, { at: end }) !== bytes.byteLength) throw new DOMException('short write', 'QuotaExceededError');
    end += bytes.byteLength;
  }
  file.flush();
};

const readAll = (file: SyncHandle): Uint8Array => {
  const bytes = new Uint8Array(file.getSize());
  return bytes.subarray(0, file.read(bytes, { at: 0 }));
};

/** Up to the last newline: what follows was cut off by a crash and never acknowledged. */
const wholeLines = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);

/** Each encoded when its turn comes. */
function* encoded(texts: readonly string[]): Generator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

/** All of the texts or none of them. */
const append = (file: SyncHandle, texts: readonly string[]): void => {
  const size = file.getSize();
  const last = new Uint8Array(1);
  const torn = size > 0 && file.read(last, { at: size - 1 }) === 1 && last[0] !== NEWLINE;
  const at = torn ? wholeLines(readAll(file)).byteLength : size;
  if (torn) file.truncate(at);
  try {
    writeAll(file, encoded(texts), at);
  } catch (error) {
    file.truncate(at);
    throw error;
  }
};

/** Beside the file, flushed, then moved over it: a reader finds the old content or the new, never half. */
const replace = async (place: FileSystemDirectoryHandle, name: string, parts: readonly Uint8Array[]): Promise<void> => {
  const temporary = `${name}.tmp`;
  await withFile(place, temporary, (file) => {
    file.truncate(0);
    writeAll(file, parts, 0);
  });
  await ((await place.getFileHandle(temporary)) as SyncFileHandle).move(name);
};

const read = async (place: FileSystemDirectoryHandle, name: string, from = 0, to?: number): Promise<Uint8Array> =>
  new Uint8Array(await (await (await place.getFileHandle(name)).getFile()).slice(from, to).arrayBuffer());

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

const heldLine = new HeldParts<string>();
const heldBytes = new HeldParts<Uint8Array>();

const perform = async (request: SafetyRequest): Promise<unknown> => {
  const place = await folder(FOLDER);
  switch (request.task) {
    case 'holdJournal': return heldLine.hold(request.part, request.text);
    case 'appendJournal': {
      const texts = ended(heldLine.take(request.lines, request.parts));
      return withFile(place, 'journal.jsonl', (file) => append(file, texts));
    }
    case 'readJournal': return new TextDecoder().decode(wholeLines((await readIfThere(place, 'journal.jsonl')) ?? new Uint8Array()));
    case 'restartJournal': return replace(place, 'journal.jsonl', []);
    case 'writeLedger': return replace(place, 'ledger.json', [new TextEncoder().encode(request.json)]);
    case 'readLedger': {
      const bytes = await readIfThere(place, 'ledger.json');
      return bytes === null ? null : new TextDecoder().decode(bytes);
    }
    case 'listSnapshots': return list(await folder(FOLDER, 'snapshots'));
    case 'readSnapshot': return read(await folder(FOLDER, 'snapshots'), request.name, request.from, request.from + FILE_PART_BYTES);
    case 'holdSnapshot': return heldBytes.hold(request.part, request.bytes);
    case 'writeSnapshot': {
      const parts = heldBytes.take(request.bytes, request.parts);
      return replace(await folder(FOLDER, 'snapshots'), request.name, parts);
    }
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
