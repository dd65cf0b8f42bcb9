/** Whole file or nothing, on the disk when it returns. */
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Makes a rename or a new file in `folder` durable. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The file a link points to, so that a rename replaces the file and not the link. */
const linkTarget = async (file: string): Promise<string> => {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
};

const modeOf = async (file: string): Promise<number | null> => {
  try {
    return (await stat(file)).mode & 0o777;
  } catch {
    return null;
  }
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
      if (process.platform !== 'win32' || pause > LONGEST_PAUSE_MS || !HELD.has((error as NodeJS.ErrnoException).code)) throw error;
      await delay(pause);
    }
  }
};

/**
 * Writes beside the target, flushes, renames over it, flushes the folder. A failure leaves what was there before.
 * A replaced file keeps its permissions; a new one gets `mode` less the umask. Rejects with the system's error.
 */
export const writeFileAtomic = async (file: string, bytes: Uint8Array | string, mode = 0o666): Promise<void> => {
  const target = await linkTarget(file);
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.caiet-${randomBytes(8).toString('hex')}.tmp`);
  const replaced = await modeOf(target);
  const handle = await open(temporary, 'wx', mode);
  try {
    try {
      await handle.writeFile(bytes);
      if (replaced !== null) await handle.chmod(replaced);
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
