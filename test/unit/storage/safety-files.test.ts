/** The safety port over the host's files: what is large goes over in parts. The files are the real ones. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SafetyFolder } from '../../../src-main/safety/safety-folder';
import { FILE_PART_BYTES } from '../../../src-main/bridge/host-api';
import { safetyStoreOn, type SafetyFiles } from '../../../src-renderer/storage/safety-files';

const home = mkdtempSync(path.join(tmpdir(), 'caiet-safety-files-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The folder, noting the bytes of every piece that goes over. */
const watched = (folder: SafetyFolder, pieces: number[]): SafetyFiles => {
  const noted = <Bytes extends Uint8Array>(bytes: Bytes): Bytes => {
    pieces.push(bytes.buffer.byteLength);
    return bytes;
  };
  return {
    holdJournal: (part, text) => folder.holdJournal(part, text),
    appendJournal: (lines, parts) => folder.appendJournal(lines, parts),
    readJournal: () => folder.readJournal(),
    restartJournal: () => folder.restartJournal(),
    readLedger: () => folder.readLedger(),
    writeLedger: (json) => folder.writeLedger(json),
    listSnapshots: () => folder.listSnapshots(),
    removeSnapshot: (name) => folder.removeSnapshot(name),
    readSnapshot: async (name, from) => noted(await folder.readSnapshot(name, from)),
    holdSnapshot: (part, bytes) => folder.holdSnapshot(part, noted(bytes)),
    writeSnapshot: (name, bytes, parts) => folder.writeSnapshot(name, noted(bytes), parts),
  };
};

it.each([0, 1, FILE_PART_BYTES - 1, FILE_PART_BYTES, FILE_PART_BYTES + 1, 3 * FILE_PART_BYTES + 7])('a snapshot of %d bytes comes back whole, in small pieces', async (size) => {
  const pieces: number[] = [];
  const store = safetyStoreOn(watched(new SafetyFolder(path.join(home, String(size))), pieces));
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) >> 3);
  await store.writeSnapshot('a.json', bytes);
  expect(await store.listSnapshots()).toEqual([{ name: 'a.json', size }]);
  expect(Buffer.compare(await store.readSnapshot('a.json'), bytes)).toBe(0);
  // The memory behind a piece goes over with it, so it is what counts.
  expect(Math.max(...pieces)).toBeLessThanOrEqual(FILE_PART_BYTES);
});

it('parts of a snapshot whose sender is gone are in no other', async () => {
  const folder = new SafetyFolder(path.join(home, 'left'));
  const store = safetyStoreOn(watched(folder, []));
  await folder.holdSnapshot(0, new Uint8Array([1, 2]));
  await store.writeSnapshot('a.json', new Uint8Array([3]));
  expect(await store.readSnapshot('a.json')).toEqual(new Uint8Array([3]));
  await expect(folder.writeSnapshot('b.json', new Uint8Array(), 1)).rejects.toMatchObject({ code: 'host.failed' });
  expect(await store.listSnapshots()).toEqual([{ name: 'a.json', size: 1 }]);
});
