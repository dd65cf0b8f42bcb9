/** Reading and writing files for one command: bounded, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

interface Target {
  readonly path: string;
  /** Permissions to keep; undefined when nothing is there yet. */
  readonly mode?: number;
}

/** Where a link leads, so that the link stays a link. Folders, pipes and devices are refused: a rename would replace them. */
const targetOf = async (path: string): Promise<Target> => {
  try {
    const target = await realpath(path);
    const info = await stat(target);
    if (!info.isFile()) throw new TerminalError('terminal.notAFile', { path });
    return { path: target, mode: info.mode & 0o777 };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { path };
    throw error;
  }
};

const writeError = (path: string, error: unknown): TerminalError => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new TerminalError('terminal.noFolder', { path });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new TerminalError('terminal.notAllowed', { path });
  return new TerminalError('terminal.unwritable', { path, detail: code });
};

/**
 * Puts the bytes under the name at once: a reader sees the old file or the new one, also after a power cut. A replaced
 * file keeps its permissions.
 */
export const writeFileWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  let temporary = '';
  try {
    const target = await targetOf(path);
    temporary = join(dirname(target.path), `.caiet.${randomUUID()}.tmp`);
    const file = await open(temporary, 'wx', target.mode);
    try {
      await file.writeFile(bytes);
      if (target.mode !== undefined) await file.chmod(target.mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target.path);
  } catch (error) {
    if (temporary !== '') await rm(temporary, { force: true });
    throw error instanceof TerminalError ? error : writeError(path, error);
  }
};
