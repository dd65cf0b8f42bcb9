/** One folder the person has opened to the browser edition, as an exchange target (https://wicg.github.io/file-system-access/). */
import { IDENTITY_FILE, isPackageFile, MAX_IDENTITY_BYTES, MAX_LISTED_FILES, PACKAGES_FOLDER, placeOf, temporaryName } from '../../src-main/bridge/target-files';
import type { HostErrorCode } from '../../src-main/bridge/host-api';
import { HostError } from '../../src-main/bridge/host-error';
import type { TargetListing, TargetLook } from '../../src-main/bridge/targets-api';

export interface FolderWork {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

interface MovableFile extends FileSystemFileHandle {
  /** Chromium has it for some folders only. */
  readonly move?: (name: string) => Promise<void>;
}

const CHUNK = 1024 * 1024;

const CODES: Readonly<Record<string, HostErrorCode>> = {
  QuotaExceededError: 'target.full',
  NotAllowedError: 'target.permissionNeeded',
  SecurityError: 'target.permissionNeeded',
  NoModificationAllowedError: 'target.locked',
  TypeMismatchError: 'target.refused',
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** `NotFoundError` without another meaning: the folder itself is gone. */
const answering = async <Result>(task: Promise<Result>): Promise<Result> => {
  try {
    return await task;
  } catch (error) {
    throw error instanceof HostError ? error : new HostError(CODES[nameOf(error)] ?? 'target.unreachable', { cause: error });
  }
};

/** Undefined when there is nothing of that name. */
const found = async <Result>(task: Promise<Result>): Promise<Result | undefined> => {
  try {
    return await task;
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return undefined;
    return answering(Promise.reject(error));
  }
};

const stopIfCancelled = ({ signal }: FolderWork): void => {
  if (signal.aborted) throw new HostError('target.cancelled');
};

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())), (byte) => byte.toString(16).padStart(2, '0')).join('');

const isOurs = (name: string): boolean => name === IDENTITY_FILE || name === PACKAGES_FOLDER || name === temporaryName(IDENTITY_FILE);

export class BrowserFolder {
  constructor(private readonly folder: FileSystemDirectoryHandle) {}

  async look(work: FolderWork): Promise<TargetLook> {
    const entries = await this.entries(this.folder);
    const identity = entries.some(({ name }) => name === IDENTITY_FILE) ? await this.read(IDENTITY_FILE, MAX_IDENTITY_BYTES, work) : null;
    return { identity, hasPackages: entries.some(({ name, kind }) => name === PACKAGES_FOLDER && kind === 'directory'), others: entries.filter(({ name }) => !isOurs(name)).length };
  }

  async prepare(): Promise<void> {
    await answering(this.folder.getDirectoryHandle(PACKAGES_FOLDER, { create: true }));
  }

  async files(work: FolderWork): Promise<TargetListing> {
    await this.reached();
    const packages = await found(this.folder.getDirectoryHandle(PACKAGES_FOLDER));
    if (packages === undefined) throw new HostError('target.missing');
    const entries = await this.entries(packages);
    if (entries.length > MAX_LISTED_FILES) throw new HostError('target.tooManyFiles');
    const files: { name: string; size: number }[] = [];
    for (const entry of entries) {
      stopIfCancelled(work);
      if (entry.kind !== 'file' || !isPackageFile(entry.name)) continue;
      const file = await found((entry as FileSystemFileHandle).getFile());
      if (file !== undefined) files.push({ name: entry.name, size: file.size });
    }
    return { files, ignored: entries.length - files.length };
  }

  async read(name: string, limit: number, work: FolderWork): Promise<Uint8Array> {
    const handle = await this.fileHandle(name);
    if (handle === undefined) {
      await this.reached();
      throw new HostError('target.missing');
    }
    const file = await answering(handle.getFile());
    if (file.size > limit) throw new HostError('host.tooLarge');
    const bytes = new Uint8Array(file.size);
    for (let at = 0; at < file.size; at += CHUNK) {
      stopIfCancelled(work);
      bytes.set(new Uint8Array(await answering(file.slice(at, at + CHUNK).arrayBuffer())), at);
      work.progress(Math.min(at + CHUNK, file.size), file.size);
    }
    return bytes;
  }

  async put(name: string, bytes: Uint8Array, guard: string | null, work: FolderWork): Promise<void> {
    await this.confirm(guard, work);
    const present = await this.fileHandle(name);
    if (present !== undefined && name === IDENTITY_FILE) throw new HostError('target.exists');
    if (present !== undefined && (await answering(present.getFile())).size === bytes.byteLength) return work.progress(bytes.byteLength, bytes.byteLength);
    const place = await answering(this.placeOf(name));
    const temporary = temporaryName(name);
    try {
      const handle: MovableFile = await answering(place.getFileHandle(temporary, { create: true }));
      await this.write(handle, bytes, work);
      await this.confirm(guard, work);
      await answering(this.giveName(place, handle, name, bytes));
    } catch (error) {
      await place.removeEntry(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** Where Chromium cannot move a file it writes beside and replaces, which a reader may see as an empty file for a moment. */
  private async giveName(place: FileSystemDirectoryHandle, temporary: MovableFile, name: string, bytes: Uint8Array): Promise<void> {
    if (temporary.move !== undefined) {
      const moved = await temporary.move(name).then(() => true, () => false);
      if (moved) return;
    }
    const stream = await (await place.getFileHandle(name, { create: true })).createWritable();
    try {
      await stream.write(bytes.slice());
      await stream.close();
    } catch (error) {
      await place.removeEntry(name).catch(() => undefined);
      throw error;
    }
    await place.removeEntry(temporary.name);
  }

  private async write(handle: FileSystemFileHandle, bytes: Uint8Array, work: FolderWork): Promise<void> {
    const stream = await answering(handle.createWritable());
    try {
      for (let at = 0; at < bytes.byteLength; at += CHUNK) {
        stopIfCancelled(work);
        await answering(stream.write(bytes.slice(at, at + CHUNK)));
        work.progress(Math.min(at + CHUNK, bytes.byteLength), bytes.byteLength);
      }
      await answering(stream.close());
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
  }

  /** Throws `target.otherIdentity` unless the very file is there that this target was known by. */
  private async confirm(guard: string | null, work: FolderWork): Promise<void> {
    stopIfCancelled(work);
    if (guard === null) return;
    const identity = await this.read(IDENTITY_FILE, MAX_IDENTITY_BYTES, { ...work, progress: () => undefined }).catch((error: unknown) => {
      if (error instanceof HostError && (error.code === 'target.missing' || error.code === 'host.tooLarge')) return new Uint8Array();
      throw error;
    });
    if ((await sha256(identity)) !== guard) throw new HostError('target.otherIdentity');
  }

  private async placeOf(name: string): Promise<FileSystemDirectoryHandle> {
    return name === IDENTITY_FILE ? this.folder : this.folder.getDirectoryHandle(PACKAGES_FOLDER);
  }

  private async fileHandle(name: string): Promise<FileSystemFileHandle | undefined> {
    const place = await found(this.placeOf(name));
    return place === undefined ? undefined : found(place.getFileHandle(placeOf(name).at(-1) ?? name));
  }

  /** An absent folder is a place that cannot be reached, never an empty one. */
  private async reached(): Promise<void> {
    await answering(this.folder.keys().next());
  }

  private async entries(folder: FileSystemDirectoryHandle): Promise<FileSystemHandle[]> {
    const collect = async (): Promise<FileSystemHandle[]> => {
      const entries: FileSystemHandle[] = [];
      for await (const handle of folder.values()) entries.push(handle);
      return entries;
    };
    return answering(collect());
  }
}
