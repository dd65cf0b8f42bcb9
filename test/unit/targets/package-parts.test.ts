/** Packages cross to and from a target in parts: the window's side and main's own code, on a folder. */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FILE_PART_BYTES, MAX_OPEN_BYTES } from '../../../src-main/bridge/host-api';
import { IDENTITY_FILE, PACKAGES_FOLDER } from '../../../src-main/bridge/target-files';
import type { HostTargets } from '../../../src-main/bridge/targets-api';
import { PackageParts } from '../../../src-main/exchange-targets/package-parts';
import { temporaryFolders } from '../main/temporary-folder';
import { hostTargets } from './host-targets';
import { newPlace } from './office';
import { targetsOn } from './samples';

const folder = temporaryFolders();
const IDENTITY = new TextEncoder().encode('{"identity":true}');
const GUARD = createHash('sha256').update(IDENTITY).digest('hex');
const nothing = (): void => undefined;

const bytesOf = (size: number, seed = 1): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + seed + (index >> 12)) % 251;
  return bytes;
};
const nameOf = (seed: number): string => `device_package-${seed}_${'a'.repeat(64)}.caiet.json`;
const hostError = (code: string) => expect.objectContaining({ message: expect.stringContaining(code) });

let place = '';
let crossed: number[] = [];
let host: HostTargets;
let id = '';
beforeEach(async () => {
  place = newPlace(folder);
  writeFileSync(path.join(place, IDENTITY_FILE), IDENTITY);
  crossed = [];
  host = hostTargets(targetsOn(folder()), () => place, (bytes) => crossed.push(bytes));
  id = (await host.chooseFolder())!.id;
  await host.prepare('start', id);
});

test.each([0, 1, FILE_PART_BYTES, FILE_PART_BYTES + 1, 3 * FILE_PART_BYTES + 7])('a package of %d bytes is left and fetched whole, in small pieces', async (size) => {
  const bytes = bytesOf(size);
  await host.put('out', { id, name: nameOf(1), bytes, guard: GUARD });
  expect(readdirSync(path.join(place, PACKAGES_FOLDER))).toEqual([nameOf(1)]);
  const fetched = await host.read('in', id, nameOf(1), MAX_OPEN_BYTES);
  expect(Buffer.compare(fetched, bytes)).toBe(0);
  expect(Math.max(...crossed)).toBeLessThanOrEqual(FILE_PART_BYTES);
});

test('packages of two jobs on their way at once do not mix', async () => {
  const both = [bytesOf(2 * FILE_PART_BYTES + 5, 1), bytesOf(3 * FILE_PART_BYTES + 9, 2)];
  await Promise.all(both.map((bytes, index) => host.put(`out-${index}`, { id, name: nameOf(index), bytes, guard: GUARD })));
  const fetched = await Promise.all(both.map((_, index) => host.read(`in-${index}`, id, nameOf(index), MAX_OPEN_BYTES)));
  for (const [index, bytes] of both.entries()) expect(Buffer.compare(fetched[index]!, bytes)).toBe(0);
});

test('cancelled while its parts are handed over, a package is not left, and the same job can leave another', async () => {
  const bytes = bytesOf(5 * FILE_PART_BYTES);
  const cancelling = hostTargets(targetsOn(folder()), () => place, () => { if (crossed.push(1) === 2) void cancelling.cancel('job'); });
  const there = (await cancelling.chooseFolder())!.id;
  await expect(cancelling.put('job', { id: there, name: nameOf(1), bytes, guard: GUARD })).rejects.toEqual(hostError('target.cancelled'));
  expect(readdirSync(path.join(place, PACKAGES_FOLDER))).toEqual([]);
  await cancelling.put('job', { id: there, name: nameOf(2), bytes, guard: GUARD });
  expect(readdirSync(path.join(place, PACKAGES_FOLDER))).toEqual([nameOf(2)]);
});

test('parts that are missing, out of turn or of a job nobody began are refused, and nothing is left', async () => {
  const put: string[] = [];
  const parts = new PackageParts({ read: async () => bytesOf(9), put: async (_job, { name }) => void put.push(name), cancel: nothing });
  const one = { id, name: nameOf(1), bytes: bytesOf(3), guard: GUARD };
  await expect(parts.put('job', one, 1, nothing)).rejects.toEqual(hostError('host.failed'));
  parts.holdPart('job', 0, bytesOf(3));
  expect(() => parts.holdPart('job', 2, bytesOf(3))).toThrow(hostError('host.failed'));
  await expect(parts.put('job', one, 1, nothing)).rejects.toEqual(hostError('host.failed'));
  expect(() => parts.readPart('job', 4)).toThrow(hostError('host.failed'));
  expect(() => parts.readPart('another', 4)).toThrow(hostError('host.failed'));
  expect(put).toEqual([]);
});
