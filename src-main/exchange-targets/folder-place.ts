/**
 * A folder as exchange target: a network share, a stick, a cloud client's folder. It may vanish, hang or change hands at
 * any moment, and other people write in it: links are not followed, and nothing but plain files is opened.
 */
import { constants, type Dirent } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { HostErrorCode } from '../bridge/host-api';
import { HostError } from '../bridge/host-error';
import { IDENTITY_FILE, isPackageFile, MAX_IDENTITY_BYTES, MAX_LISTED_FILES, PACKAGES_FOLDER, placeOf, temporaryName } from '../bridge/target-files';
import type { TargetListing, TargetLook } from '../bridge/targets-api';
import { syncFolder } from '../files/atomic-write';
import { stopIfCancelled, withinTime, type Place, type Work } from './place';

const CHUNK = 1024 * 1024;
/** A share that says nothing for so long is away. */
const PATIENCE_MS = 30_000;
/** Sizes asked for at once; a share answers them side by side. */
const AT_ONCE = 32;

const CODES: Readonly<Record<string, HostErrorCode>> = {
  ENOSPC: 'target.full', EDQUOT: 'target.full', EFBIG: 'target.full',
  EACCES: 'target.refused', EPERM: 'target.refused', EROFS: 'target.refused', EISDIR: 'target.refused', ELOOP: 'target.refused',
  EBUSY: 'target.locked', ETXTBSY: 'target.locked',
  EEXIST: 'target.exists',
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What is not known by name (`EIO`, `ENODEV`, `ESTALE`, `EHOSTDOWN` and their kin) means that the place is gone. */
const toTargetError = (error: unknown): HostError => (error instanceof HostError ? error : new HostError(CODES[codeOf(error)] ?? 'target.unreachable', { cause: error }));

const answering = async <Result>(task: Promise<Result>): Promise<Result> => {
  try {
    return await withinTime(task, PATIENCE_MS);
  } catch (error) {
    throw toTargetError(error);
  }
};

/** Undefined when there is nothing of that name. */
const found = async <Result>(task: Promise<Result>): Promise<Result | undefined> => {
  try {
    return await withinTime(task, PATIENCE_MS);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw toTargetError(error);
  }
};

// Neither a link to somewhere else nor a pipe that never answers. Windows knows neither flag.
const PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const readAll = async (handle: FileHandle, limit: number, work: Work): Promise<Uint8Array> => {
  const info = await answering(handle.stat());
  if (!info.isFile()) throw new HostError('target.refused');
  if (info.size > limit) throw new HostError('host.tooLarge');
  const bytes = new Uint8Array(info.size);
  let filled = 0;
  while (filled < bytes.byteLength) {
    stopIfCancelled(work);
    const { bytesRead } = await answering(handle.read(bytes, filled, Math.min(CHUNK, bytes.byteLength - filled), filled));
    if (bytesRead === 0) break;
    filled += bytesRead;
    work.progress(filled, bytes.byteLength);
  }
  return bytes.subarray(0, filled);
};

const writeAll = async (handle: FileHandle, bytes: Uint8Array, work: Work): Promise<void> => {
  for (let done = 0; done < bytes.byteLength;) {
    stopIfCancelled(work);
    const { bytesWritten } = await answering(handle.write(bytes, done, Math.min(CHUNK, bytes.byteLength - done), done));
    done += bytesWritten;
    work.progress(done, bytes.byteLength);
  }
  await answering(handle.sync());
};

/** Gives the file its name only if nobody has it. Sticks know no links: there the copy refuses to replace. */
const nameExclusively = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
  await rm(from, { force: true });
};

const sizesOf = async (folder: string, names: readonly string[], work: Work): Promise<{ name: string; size: number }[]> => {
  const listed: { name: string; size: number }[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE) {
    stopIfCancelled(work);
    const part = names.slice(start, start + AT_ONCE);
    const infos = await Promise.all(part.map((name) => found(lstat(path.join(folder, name)))));
    part.forEach((name, index) => {
      const info = infos[index];
      if (info?.isFile() === true) listed.push({ name, size: info.size });
    });
  }
  return listed;
};

const isOurs = ({ name }: Dirent): boolean => name === IDENTITY_FILE || name === PACKAGES_FOLDER || name === temporaryName(IDENTITY_FILE);

export class FolderPlace implements Place {
  constructor(private readonly folder: string) {}

  async look(work: Work): Promise<TargetLook> {
    const entries = await this.entries(this.folder);
    if (entries === undefined) throw new HostError('target.unreachable');
    const identity = entries.some(({ name }) => name === IDENTITY_FILE) ? await this.read(IDENTITY_FILE, MAX_IDENTITY_BYTES, work) : null;
    return { identity, hasPackages: entries.some((entry) => entry.name === PACKAGES_FOLDER && entry.isDirectory()), others: entries.filter((entry) => !isOurs(entry)).length };
  }

  async prepare(): Promise<void> {
    await this.reached();
    await answering(mkdir(this.at(PACKAGES_FOLDER)).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    }));
    if (!(await answering(lstat(this.at(PACKAGES_FOLDER)))).isDirectory()) throw new HostError('target.refused');
  }

  async files(work: Work): Promise<TargetListing> {
    await this.reached();
    const entries = await this.entries(this.at(PACKAGES_FOLDER));
    if (entries === undefined) throw new HostError('target.missing');
    if (entries.length > MAX_LISTED_FILES) throw new HostError('target.tooManyFiles');
    const names = entries.filter((entry) => entry.isFile() && isPackageFile(entry.name)).map(({ name }) => name);
    const files = await sizesOf(this.at(PACKAGES_FOLDER), names, work);
    return { files, ignored: entries.length - files.length };
  }

  async read(name: string, limit: number, work: Work): Promise<Uint8Array> {
    const handle = await found(open(this.at(...placeOf(name)), PLAIN));
    if (handle === undefined) {
      await this.reached();
      throw new HostError('target.missing');
    }
    try {
      return await readAll(handle, limit, work);
    } finally {
      await handle.close().catch(() => undefined);
    }
  }

  async put(name: string, bytes: Uint8Array, confirm: () => Promise<void>, work: Work): Promise<void> {
    const target = this.at(...placeOf(name));
    await confirm();
    const present = await found(lstat(target));
    if (present !== undefined && name === IDENTITY_FILE) throw new HostError('target.exists');
    // The name holds the digest: a whole file of this name is this file. One of another size never arrived whole.
    if (present?.isFile() === true && present.size === bytes.byteLength) return work.progress(bytes.byteLength, bytes.byteLength);
    const temporary = path.join(path.dirname(target), temporaryName(path.basename(target)));
    try {
      await this.writeTemporary(temporary, bytes, work);
      await confirm();
      await answering(name === IDENTITY_FILE ? nameExclusively(temporary, target) : rename(temporary, target));
    } catch (error) {
      await withinTime(rm(temporary, { force: true }), PATIENCE_MS).catch(() => undefined);
      throw toTargetError(error);
    }
    await answering(syncFolder(path.dirname(target)));
  }

  private at(...names: readonly string[]): string {
    return path.join(this.folder, ...names);
  }

  /** An absent folder is a place that cannot be reached, never an empty one. */
  private async reached(): Promise<void> {
    if ((await found(stat(this.folder)))?.isDirectory() !== true) throw new HostError('target.unreachable');
  }

  private entries(folder: string): Promise<Dirent[] | undefined> {
    return found(readdir(folder, { withFileTypes: true }));
  }

  private async writeTemporary(file: string, bytes: Uint8Array, work: Work): Promise<void> {
    // What an earlier attempt left under the same name is written over; a link of that name is not followed.
    await answering(rm(file, { force: true }));
    const handle = await answering(open(file, 'wx'));
    try {
      await writeAll(handle, bytes, work);
    } finally {
      await handle.close().catch(() => undefined);
    }
  }
}
