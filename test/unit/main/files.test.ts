import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HostError } from '../../../src-main/bridge/host-error';
import { syncFolder, writeFileAtomic } from '../../../src-main/files/atomic-write';
import { readFileLimited } from '../../../src-main/files/limited-read';
import { toHostError } from '../../../src-main/files/system-error';
import { temporaryFolders } from './temporary-folder';

const folder = temporaryFolders();

describe('writing a file', () => {
  test('replaces the whole content', async () => {
    const file = path.join(folder(), 'a.json');
    await writeFileAtomic(file, 'un text lung');
    await writeFileAtomic(file, new Uint8Array([0x73]));
    expect(readFileSync(file, 'utf8')).toBe('s');
  });

  test('that fails leaves the old file and no temporary one', async () => {
    const place = folder();
    const target = path.join(place, 'dosar');
    mkdirSync(path.join(target, 'plin'), { recursive: true });
    await expect(writeFileAtomic(target, 'x')).rejects.toThrow();
    expect(readdirSync(place)).toEqual(['dosar']);
    expect(existsSync(path.join(target, 'plin'))).toBe(true);
  });

  test('keeps the permissions of the file it replaces', async () => {
    const file = path.join(folder(), 'a.json');
    writeFileSync(file, 'vechi');
    chmodSync(file, 0o640);
    await writeFileAtomic(file, 'nou', 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('follows a link instead of replacing it', async () => {
    const place = folder();
    writeFileSync(path.join(place, 'adevărat'), 'vechi');
    symlinkSync(path.join(place, 'adevărat'), path.join(place, 'legătură'));
    await writeFileAtomic(path.join(place, 'legătură'), 'nou');
    expect(readFileSync(path.join(place, 'adevărat'), 'utf8')).toBe('nou');
  });
});

describe.runIf(process.platform === 'linux')('an odd place', () => {
  test('that cannot flush a folder is no failure: the file is there', async () => {
    const handle = await open('/proc', 'r');
    await expect(handle.sync()).rejects.toMatchObject({ code: 'EINVAL' });
    await handle.close();
    await expect(syncFolder('/proc')).resolves.toBeUndefined();
    await expect(syncFolder('/nowhere')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('that is a socket is not replaced by a file', async () => {
    const socket = path.join(folder(), 'socket');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    await expect(writeFileAtomic(socket, 'x')).rejects.toMatchObject({ code: 'host.notAllowed' });
    expect(statSync(socket).isSocket()).toBe(true);
    server.close();
  });
});

describe('reading a file', () => {
  test('of exactly the limit is allowed, one byte more is not', async () => {
    const file = path.join(folder(), 'a');
    writeFileSync(file, 'abcd');
    await expect(readFileLimited(file, 4)).resolves.toEqual(new TextEncoder().encode('abcd'));
    await expect(readFileLimited(file, 3)).rejects.toMatchObject({ code: 'host.tooLarge' });
  });

  test('refuses a folder and a device', async () => {
    await expect(readFileLimited(folder(), 10)).rejects.toMatchObject({ code: 'host.notFound' });
    await expect(readFileLimited('/dev/zero', 10)).rejects.toMatchObject({ code: 'host.notFound' });
  });

  test('of nothing is empty', async () => {
    const file = path.join(folder(), 'gol');
    writeFileSync(file, '');
    await expect(readFileLimited(file, 0)).resolves.toEqual(new Uint8Array());
  });
});

describe('a system error', () => {
  test.each([
    ['ENOSPC', 'host.noSpace'], ['EDQUOT', 'host.noSpace'], ['EACCES', 'host.notAllowed'], ['EPERM', 'host.notAllowed'],
    ['EROFS', 'host.notAllowed'], ['ENOENT', 'host.notFound'], ['ESTALE', 'host.unavailable'], ['EIO', 'host.failed'],
  ])('%s becomes %s', (code, expected) => {
    const cause = Object.assign(new Error(`${code}: /home/ana/proiect`), { code });
    const error = toHostError(cause);
    expect(error.code).toBe(expected);
    expect(error.message).toBe(`HOST:${expected}`);
    expect(error.cause).toBe(cause);
  });

  test('that is already a HostError stays what it is, and anything else is a failure', () => {
    const known = new HostError('host.tooLarge');
    expect(toHostError(known)).toBe(known);
    expect(toHostError('text').code).toBe('host.failed');
  });

  test('of a full device, as the system reports it', async () => {
    await expect(import('node:fs/promises').then(({ writeFile }) => writeFile('/dev/full', 'x')).catch((error: unknown) => { throw toHostError(error); }))
      .rejects.toMatchObject({ code: 'host.noSpace' });
  });
});
