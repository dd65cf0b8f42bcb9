/**
 * The copies kept outside Chromium: `journal.jsonl`, `ledger.json` and `snapshots/` in one folder. IndexedDB can come
 * back empty without an error; these files are how that is noticed and mended. Every change is on the disk when its
 * promise resolves, and changes are made one after another.
 */
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { isSnapshotName } from '../bridge/file-names';
import { ended, HeldParts } from '../bridge/held-parts';
import { MAX_OPEN_BYTES, FILE_PART_BYTES, type HostSafety } from '../bridge/host-api';
import { MAX_LEDGER } from '../bridge/channels';
import { isLeftover, syncFolder, writeFileAtomic } from '../files/atomic-write';
import { readFileLimited } from '../files/limited-read';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
/** The journal restarts at every verified snapshot; this is far above what lies between two of them. */
const MAX_JOURNAL = 512 * 1024 * 1024;
const NEWLINE = 0x0a;

export const ledgerFile = (folder: string): string => path.join(folder, 'ledger.json');

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Bytes up to and including the last newline: what follows was cut off by a crash and never acknowledged. */
const wholeLines = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);

const endsWithNewline = async (handle: FileHandle, size: number): Promise<boolean> => {
  if (size === 0) return true;
  const { buffer } = await handle.read(new Uint8Array(1), 0, 1, size - 1);
  return buffer[0] === NEWLINE;
};

/** Half-written files of a killed process. Nothing is being written here now: tasks run in turn, in one process. */
const removeLeftovers = async (place: string): Promise<void> => {
  const names = await readdir(place).catch((): string[] => []);
  for (const name of names.filter(isLeftover)) await rm(path.join(place, name), { force: true });
};

/** One folder of safety copies. Rejects with the system's errors and with HostErrors. */
export class SafetyFolder implements HostSafety {
  private last: Promise<unknown> = Promise.resolve();
  private readonly heldLine = new HeldParts<string>();
  private readonly heldBytes = new HeldParts<Uint8Array>();

  constructor(readonly folder: string) {}

  async holdJournal(part: number, text: string): Promise<void> {
    this.heldLine.hold(part, text);
  }

  async appendJournal(lines: string, parts = 0): Promise<void> {
    const texts = ended(this.heldLine.take(lines, parts));
    await this.inTurn(async () => {
      const file = await this.prepared('journal.jsonl');
      const handle = await open(file, 'a+', PRIVATE_FILE);
      try {
        await this.append(handle, texts);
      } finally {
        await handle.close();
      }
    });
  }

  readJournal(): Promise<string> {
    return this.inTurn(async () => {
      try {
        return new TextDecoder().decode(wholeLines(await readFileLimited(this.journal, MAX_JOURNAL)));
      } catch (error) {
        if (isMissing(error)) return '';
        throw error;
      }
    });
  }

  restartJournal(): Promise<void> {
    return this.inTurn(async () => {
      await writeFileAtomic(await this.prepared('journal.jsonl'), '', PRIVATE_FILE);
      for (const place of [this.folder, this.snapshots]) await removeLeftovers(place);
    });
  }

  readLedger(): Promise<string | null> {
    return this.inTurn(async () => {
      try {
        return new TextDecoder().decode(await readFileLimited(ledgerFile(this.folder), MAX_LEDGER * 3));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  writeLedger(json: string): Promise<void> {
    return this.inTurn(async () => writeFileAtomic(await this.prepared('ledger.json'), json, PRIVATE_FILE));
  }

  listSnapshots(): Promise<readonly { readonly name: string; readonly size: number }[]> {
    return this.inTurn(async () => {
      const names = await readdir(this.snapshots).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const found = await Promise.all(names.filter(isSnapshotName).sort().map(async (name) => ({ name, info: await stat(path.join(this.snapshots, name)).catch(() => null) })));
      // A folder, or a link that leads nowhere, must not hide the copies beside it.
      return found.flatMap(({ name, info }) => (info?.isFile() === true ? [{ name, size: info.size }] : []));
    });
  }

  readSnapshot(name: string, from = 0): Promise<Uint8Array> {
    return this.inTurn(() => readFileLimited(path.join(this.snapshots, name), MAX_OPEN_BYTES, from, FILE_PART_BYTES));
  }

  async holdSnapshot(part: number, bytes: Uint8Array): Promise<void> {
    this.heldBytes.hold(part, bytes);
  }

  async writeSnapshot(name: string, bytes: Uint8Array, parts = 0): Promise<void> {
    const held = this.heldBytes.take(bytes, parts);
    await this.inTurn(async () => {
      await this.prepared('');
      await mkdir(this.snapshots, { recursive: true, mode: PRIVATE_FOLDER });
      await writeFileAtomic(path.join(this.snapshots, name), held, PRIVATE_FILE);
    });
  }

  removeSnapshot(name: string): Promise<void> {
    return this.inTurn(async () => {
      await rm(path.join(this.snapshots, name), { force: true });
      await syncFolder(this.snapshots);
    });
  }

  private get journal(): string {
    return path.join(this.folder, 'journal.jsonl');
  }

  private get snapshots(): string {
    return path.join(this.folder, 'snapshots');
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work, work);
    this.last = result.catch(() => undefined);
    return result;
  }

  private async prepared(name: string): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
    return path.join(this.folder, name);
  }

  /** All of `texts` or, when the disk refuses part of it, nothing: a torn line would swallow the one after it. */
  private async append(handle: FileHandle, texts: readonly string[]): Promise<void> {
    let { size } = await handle.stat();
    const isNew = size === 0;
    if (!(await endsWithNewline(handle, size))) {
      size = await this.lastLineEnd(handle, size);
      await handle.truncate(size);
    }
    try {
      for (const text of texts) await handle.appendFile(text);
      await handle.sync();
    } catch (error) {
      await handle.truncate(size).catch(() => undefined);
      throw error;
    }
    if (isNew) await syncFolder(this.folder);
  }

  private async lastLineEnd(handle: FileHandle, size: number): Promise<number> {
    const step = 64 * 1024;
    for (let end = size; end > 0; end -= step) {
      const start = Math.max(0, end - step);
      const { buffer, bytesRead } = await handle.read(new Uint8Array(end - start), 0, end - start, start);
      const at = buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE);
      if (at >= 0) return start + at + 1;
    }
    return 0;
  }
}
