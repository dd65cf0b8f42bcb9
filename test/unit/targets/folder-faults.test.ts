/** A folder target that breaks while a package is written to it: a stick pulled out, a full disk, a share that goes away. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PACKAGES_FOLDER } from '../../../src-main/bridge/target-files';
import type { ExchangeTargets } from '../../../src-main/exchange-targets/targets';
import { temporaryFolders } from '../main/temporary-folder';
import { GUARD, job, noProgress, packageName, put, setUp, targetsOn } from './samples';

const folder = temporaryFolders();
/** Written in four pieces, so that there is a middle to break in. */
const LARGE = new Uint8Array(4 * 1024 * 1024).fill(7);
const NAME = packageName(LARGE);

/** What Node makes of a failed system call. */
const failure = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/** The next file opened fails with `code`: at its second piece, or when it is flushed. */
const breakWith = async (step: 'write' | 'sync', code: string): Promise<void> => {
  const probe = await open(path.join(folder(), 'probe'), 'w');
  const prototype = Object.getPrototypeOf(probe) as typeof probe;
  await probe.close();
  const spy = vi.spyOn(prototype, step);
  if (step === 'write') spy.mockResolvedValueOnce({ bytesWritten: 1024 * 1024, buffer: LARGE } as never);
  spy.mockRejectedValueOnce(failure(code));
};

describe('a folder that breaks while a package is written', () => {
  let targets: ExchangeTargets;
  let place: string;
  let id: string;
  beforeEach(async () => {
    place = path.join(folder(), 'stick');
    mkdirSync(place);
    targets = targetsOn(folder());
    ({ id } = await targets.addFolder(place));
    await setUp(targets, id);
  });
  afterEach(() => { vi.restoreAllMocks(); });
  const packages = (...names: string[]): string => path.join(place, PACKAGES_FOLDER, ...names);

  test.each([
    ['write', 'ENOSPC', 'target.full'], ['write', 'EDQUOT', 'target.full'], ['write', 'EIO', 'target.unreachable'], ['write', 'ENODEV', 'target.unreachable'],
    ['write', 'ENOENT', 'target.unreachable'], ['write', 'EROFS', 'target.refused'], ['sync', 'ENOSPC', 'target.full'], ['sync', 'EIO', 'target.unreachable'],
  ] as const)('at %s with %s says %s, shows no half, and takes the package the next time', async (step, code, said) => {
    await breakWith(step, code);
    await expect(put(targets, id, LARGE)).rejects.toThrow(`HOST:${said}`);
    expect(readdirSync(packages())).toEqual([]);
    await put(targets, id, LARGE);
    expect(readdirSync(packages())).toEqual([NAME]);
    expect(readFileSync(packages(NAME)).equals(LARGE)).toBe(true);
  });

  // Windows moves no folder in which a file is open.
  test.skipIf(process.platform === 'win32')('pulled out in the middle keeps its half under a name nobody reads, and it is written anew when it is back', async () => {
    let isIn = true;
    const pullOut = (): void => {
      if (isIn) renameSync(place, `${place} scos`);
      isIn = false;
    };
    await expect(targets.put(job(), { id, name: NAME, bytes: LARGE, guard: GUARD }, pullOut)).rejects.toThrow('HOST:target.unreachable');
    renameSync(`${place} scos`, place);
    expect(readdirSync(packages())).toEqual([`~${NAME}.tmp`]);
    expect(await targets.files(job(), id)).toEqual({ files: [], ignored: 1 });
    await put(targets, id, LARGE);
    expect(readdirSync(packages())).toEqual([NAME]);
  });

  test('after another computer was cut off in the middle, that half is written over and never read', async () => {
    writeFileSync(packages(`~${NAME}.tmp`), LARGE.subarray(0, 1000));
    await put(targets, id, LARGE);
    expect(readdirSync(packages())).toEqual([NAME]);
    expect(Buffer.from(await targets.read(job(), id, NAME, LARGE.byteLength, noProgress)).equals(LARGE)).toBe(true);
  });
});
