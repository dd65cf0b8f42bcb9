/** A folder as target: what the host does on a real disk, and what other people's files cannot make it do. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { IDENTITY_FILE, PACKAGES_FOLDER } from '../../../src-main/bridge/target-files';
import { parseTargetArguments } from '../../../src-main/bridge/target-arguments';
import type { ExchangeTargets } from '../../../src-main/exchange-targets/targets';
import { temporaryFolders } from '../main/temporary-folder';
import { bytesOf, GUARD, IDENTITY, job, noProgress, packageName, put, setUp, targetsOn } from './samples';

const folder = temporaryFolders();
const BYTES = bytesOf('{"un":"pachet"}');

describe('a folder target', () => {
  let targets: ExchangeTargets;
  let place: string;
  let id: string;
  beforeEach(async () => {
    place = path.join(folder(), 'partajat');
    mkdirSync(place);
    targets = targetsOn(folder());
    ({ id } = await targets.addFolder(place));
    await setUp(targets, id);
  });
  const packages = (...names: string[]): string => path.join(place, PACKAGES_FOLDER, ...names);

  test('keeps its id when it is chosen again', async () => {
    expect((await targets.addFolder(place)).id).toBe(id);
    expect(await targets.list()).toHaveLength(1);
  });

  test('has a package whole, or not at all', async () => {
    await put(targets, id, BYTES);
    expect(readdirSync(packages())).toEqual([packageName(BYTES)]);
    expect(await targets.read(job(), id, packageName(BYTES), 1000, noProgress)).toEqual(BYTES);
    const mine = job();
    const large = new Uint8Array(5_000_000);
    await expect(targets.put(mine, { id, name: packageName(large), bytes: large, guard: GUARD }, () => targets.cancel(mine))).rejects.toThrow('HOST:target.cancelled');
    expect(readdirSync(packages())).toEqual([packageName(BYTES)]);
  });

  test('is written again where a copy arrived cut', async () => {
    await put(targets, id, BYTES);
    truncateSync(packages(packageName(BYTES)), 4);
    await put(targets, id, BYTES);
    expect(readFileSync(packages(packageName(BYTES)))).toEqual(Buffer.from(BYTES));
  });

  test('that went away is never an empty one', async () => {
    renameSync(place, `${place} mutat`);
    const acts = [
      () => targets.look(job(), id), () => targets.files(job(), id), () => put(targets, id, BYTES), () => targets.read(job(), id, IDENTITY_FILE, 1000, noProgress), () => targets.prepare(job(), id),
    ];
    for (const act of acts) {
      await expect(act()).rejects.toThrow('HOST:target.unreachable');
    }
  });

  test('whose packages are gone says that, and not that there are none', async () => {
    rmSync(packages(), { recursive: true });
    await expect(targets.files(job(), id)).rejects.toThrow('HOST:target.missing');
    expect(await targets.look(job(), id)).toMatchObject({ hasPackages: false });
  });

  test('that was emptied or exchanged gets nothing', async () => {
    rmSync(path.join(place, IDENTITY_FILE));
    expect(await targets.look(job(), id)).toMatchObject({ identity: null });
    await expect(put(targets, id, BYTES)).rejects.toThrow('HOST:target.otherIdentity');
    writeFileSync(path.join(place, IDENTITY_FILE), '{"id":"alta"}');
    await expect(put(targets, id, BYTES)).rejects.toThrow('HOST:target.otherIdentity');
    writeFileSync(path.join(place, IDENTITY_FILE), Buffer.alloc(1_000_000));
    await expect(put(targets, id, BYTES)).rejects.toThrow('HOST:target.otherIdentity');
    expect(readdirSync(packages())).toEqual([]);
  });

  test('keeps the identity it has', async () => {
    await expect(targets.put(job(), { id, name: IDENTITY_FILE, bytes: bytesOf('{}'), guard: null }, noProgress)).rejects.toThrow('HOST:target.exists');
    expect(readFileSync(path.join(place, IDENTITY_FILE))).toEqual(Buffer.from(IDENTITY));
  });

  test('with half-written files, links, folders and strangers in it lists only packages', async () => {
    await put(targets, id, BYTES);
    const secret = path.join(folder(), 'secret');
    writeFileSync(secret, 'secret');
    writeFileSync(packages(`~${packageName(bytesOf('a'))}.tmp`), 'jumătate');
    writeFileSync(packages('citește-mă.txt'), 'x');
    mkdirSync(packages(packageName(bytesOf('b'))));
    symlinkSync(secret, packages(packageName(bytesOf('c'))));
    expect(await targets.files(job(), id)).toEqual({ files: [{ name: packageName(BYTES), size: BYTES.byteLength }], ignored: 4 });
    await expect(targets.read(job(), id, packageName(bytesOf('c')), 1000, noProgress)).rejects.toThrow('HOST:target.refused');
    await expect(targets.read(job(), id, packageName(bytesOf('b')), 1000, noProgress)).rejects.toThrow('HOST:target.refused');
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe that somebody put there', async () => {
    execFileSync('mkfifo', [packages(packageName(BYTES))]);
    await expect(targets.read(job(), id, packageName(BYTES), 1000, noProgress)).rejects.toThrow('HOST:target.refused');
  });

  test('is read no further than it said', async () => {
    await put(targets, id, BYTES);
    await expect(targets.read(job(), id, packageName(BYTES), 3, noProgress)).rejects.toThrow('HOST:host.tooLarge');
  });

  test('lists ten thousand packages', async () => {
    for (let index = 0; index < 10_000; index += 1) writeFileSync(packages(`device-${index % 50}_package-${index}_${'0'.repeat(64)}.caiet.json`), '');
    const { files, ignored } = await targets.files(job(), id);
    expect([files.length, ignored]).toEqual([10_000, 0]);
  });

  test.skipIf(process.getuid?.() === 0 ? false : true)('that is full says so, and has no half of a package', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', packages()]);
    try {
      const large = new Uint8Array(1_000_000);
      await expect(put(targets, id, large)).rejects.toThrow('HOST:target.full');
      expect(readdirSync(packages())).toEqual([]);
      await put(targets, id, BYTES);
      expect(readdirSync(packages())).toEqual([packageName(BYTES)]);
    } finally {
      execFileSync('umount', [packages()]);
    }
  });

  test('takes packages of two writers at once', async () => {
    const other = targetsOn(folder());
    const { id: theirs } = await other.addFolder(place);
    const mine = Array.from({ length: 20 }, (_each, index) => bytesOf(`a ${index}`));
    const others = Array.from({ length: 20 }, (_each, index) => bytesOf(`b ${index}`));
    await Promise.all([...mine.map((bytes) => put(targets, id, bytes)), ...others.map((bytes) => put(other, theirs, bytes, packageName(bytes, 'device-b')))]);
    expect((await targets.files(job(), id)).files).toHaveLength(40);
  });
});

describe('what the window may ask for at a target', () => {
  const bytes = new Uint8Array(1);
  test.each(['../secret', 'packages/x', '/etc/passwd', 'a_b_c.caiet.json', `..%2f_b_${'0'.repeat(64)}.caiet.json`, `a_b_${'0'.repeat(64)}.caiet.exe`, `.a_b_${'0'.repeat(64)}.caiet.json`, '', 7, null])('is never %j', (name) => {
    expect(() => parseTargetArguments.read(['job', 'id', name, 1])).toThrow('HOST:host.notAllowed');
    expect(() => parseTargetArguments.put(['job', { id: 'id', name, bytes, guard: '0'.repeat(64) }, 0])).toThrow('HOST:host.notAllowed');
  });

  test('is a package only together with the identity that must be there', () => {
    expect(() => parseTargetArguments.put(['job', { id: 'id', name: packageName(bytes), bytes, guard: null }, 0])).toThrow('HOST:host.notAllowed');
    expect(() => parseTargetArguments.put(['job', { id: 'id', name: IDENTITY_FILE, bytes, guard: GUARD }, 0])).toThrow('HOST:host.notAllowed');
    expect(parseTargetArguments.put(['job', { id: 'id', name: IDENTITY_FILE, bytes, guard: null }, 0])).toHaveLength(3);
  });
});
