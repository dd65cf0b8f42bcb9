/** Reading and writing files for one command: bounded, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { TerminalError } from './terminal';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const readError = (path: string, error: unknown): TerminalError => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new TerminalError('terminal.notFound', { path });
  if (code === 'EACCES' || code === 'EPERM') return new TerminalError('terminal.notAllowed', { path });
  return new TerminalError('terminal.unreadable', { path, detail: code });
};

/**
 * The bytes of an ordinary file; pipes and devices, which may never end, are refused.
 * @param limit in bytes, checked before reading.
 */
export const readFileBytes = async (path: string, limit: number): Promise<Uint8Array> => {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new TerminalError('terminal.notAFile', { path });
    if (info.size > limit) throw new TerminalError('terminal.tooLarge', { path, size: info.size, limit });
    const file = await open(path, 'r');
    try {
      return new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof TerminalError ? error : readError(path, error);
  }
};

export const exists = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** Where a link leads, so that the link stays a link; the path itself when nothing is there yet. */
const targetOf = async (path: string): Promise<string> => {
  try {
    const target = await realpath(path);
    if ((await stat(target)).isDirectory()) throw new TerminalError('terminal.notAFile', { path });
    return target;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
  }
};

const writeError = (path: string, error: unknown): TerminalError => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new TerminalError('terminal.noFolder', { path });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new TerminalError('terminal.notAllowed', { path });
  return new TerminalError('terminal.unwritable', { path, detail: code });
};

/** Puts the bytes under the name at once: a reader sees the old file or the new one, also after a power cut. */
export const writeFileWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  let temporary = '';
  try {
    const target = await targetOf(path);
    temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    if (temporary !== '') await rm(temporary, { force: true });
    throw error instanceof TerminalError ? error : writeError(path, error);
  }
};
