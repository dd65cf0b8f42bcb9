/** Whole file or nothing, on the disk when it returns. */
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HostError } from '../bridge/host-error';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What network shares and sticks answer to wishes they do not know: flushing a folder, changing permissions. */
const NOT_KNOWN_HERE: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EBADF', 'EACCES', 'EPERM']);

/** The file is written already; a place that cannot do more than that must not make it look like a failure. */
const wherePossible = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!NOT_KNOWN_HERE.has(codeOf(error))) throw error;
  }
};

const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a rename or a new file in `folder` durable, where it can be. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform !== 'win32') await wherePossible(flushFolder(folder));
};

/** The file a link points to, so that a rename replaces the file and not the link. */
const linkTarget = async (file: string): Promise<string> => {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
};

/** Permissions of the file to replace; null when there is none. Pipes and devices are refused: a rename would replace them. */
const modeOf = async (file: string): Promise<number | null> => {
  const info = await stat(file).catch(() => null);
  if (info === null) return null;
  if (!info.isFile() && !info.isDirectory()) throw new HostError('host.notAllowed');
  return info.mode & 0o777;
};

/** What Windows says while a virus scanner or the indexer still holds a file that was just written. */
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const LONGEST_PAUSE_MS = 640;

/** Renames over the target; on Windows waits, about a second in all, for others to let go of it. */
const renameOver = async (from: string, to: string): Promise<void> => {
  for (let pause = 10; ; pause *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (process.platform !== 'win32' || pause > LONGEST_PAUSE_MS || !HELD.has(codeOf(error))) throw error;
      await delay(pause);
    }
  }
};

const TEMPORARY_PREFIX = '.caiet-';

/** Whether a process that was killed while it wrote can have left a file of this name. */
export const isLeftover = (name: string): boolean => name.startsWith(TEMPORARY_PREFIX) && name.endsWith('.tmp');

/**
 * Writes beside the target, flushes, renames over it, flushes the folder. A failure leaves what was there before.
 * A replaced file keeps its permissions; a new one gets `mode` less the umask. Rejects with the system's error.
 */
export const writeFileAtomic = async (file: string, bytes: Uint8Array | string | readonly Uint8Array[], mode = 0o666): Promise<void> => {
  const target = await linkTarget(file);
  const folder = path.dirname(target);
  const temporary = path.join(folder, `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}.tmp`);
  const replaced = await modeOf(target);
  const handle = await open(temporary, 'wx', mode);
  try {
    try {
      await handle.writeFile(bytes);
      if (replaced !== null) await wherePossible(handle.chmod(replaced));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
};
