import { open } from 'node:fs/promises';
import { HostError } from '../bridge/host-error';

/**
 * Reads a file of at most `limit` bytes, or `most` of it from byte `from` on. The size is asked before anything is read, and a file that grows meanwhile is
 * still not read beyond it. Rejects with `host.tooLarge`, `host.notFound` for what is no file, or the system's error.
 */
export const readFileLimited = async (file: string, limit: number, from = 0, most = limit): Promise<Uint8Array> => {
  const handle = await open(file, 'r');
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new HostError('host.notFound');
    if (info.size > limit) throw new HostError('host.tooLarge');
    const bytes = new Uint8Array(Math.max(0, Math.min(info.size - from, most)));
    let filled = 0;
    while (filled < bytes.byteLength) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled === bytes.byteLength ? bytes : bytes.slice(0, filled);
  } finally {
    await handle.close();
  }
};
