/** Whole file or nothing, on the disk when it returns. */
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

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
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
};
