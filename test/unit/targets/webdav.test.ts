/** The host's WebDAV client against a real Apache, with a bad line in between. */
import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import http from 'node:http';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { IDENTITY_FILE } from '../../../src-main/bridge/target-files';
import type { ExchangeTargets } from '../../../src-main/exchange-targets/targets';
import { DAV_PASSWORD, DAV_USER, noDavServer, startDavServer, type DavTestServer } from '../../support/dav-server';
import { startFaultProxy, type Fault, type FaultProxy } from '../../support/fault-proxy';
import { temporaryFolders } from '../main/temporary-folder';
import { bytesOf, GUARD, IDENTITY, job, noProgress, packageName, put, setUp, sha256, targetsOn, toyKeychain } from './samples';

const why = noDavServer();
if (why !== undefined) console.warn(why);

const folder = temporaryFolders();
const LARGE = new Uint8Array(3 * 1024 * 1024).map((_byte, index) => index % 251);

describe.skipIf(why !== undefined)('a WebDAV target', () => {
  let server: DavTestServer;
  let proxy: FaultProxy;
  let targets: ExchangeTargets;
  let profile: string;
  let id: string;
  let runs = 0;

  beforeAll(async () => {
    server = await startDavServer();
    proxy = await startFaultProxy(server.url);
  });
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });
  beforeEach(async () => {
    runs += 1;
    await server.ask('MKCOL', `schimb ${runs}/`);
    profile = folder();
    targets = targetsOn(profile);
    ({ id } = await targets.connect({ address: `${proxy.url}schimb ${runs}`, user: DAV_USER, password: DAV_PASSWORD, fingerprint: null }));
  });
  afterEach(() => {
    proxy.fault = () => undefined;
    proxy.seen.length = 0;
  });

  const served = (...names: string[]): string => path.join(server.files, `schimb ${runs}`, ...names);
  const onceFor = (method: string, fault: Fault): void => {
    let left = 1;
    proxy.fault = (asked) => (asked === method && left-- > 0 ? fault : undefined);
  };

  test('is set up, written and read, in a folder with a space', async () => {
    expect(await targets.look(job(), id)).toEqual({ identity: null, hasPackages: false, others: 0 });
    await setUp(targets, id);
    const bytes = bytesOf('{"a":"ș"}');
    await put(targets, id, bytes);
    expect(await targets.look(job(), id)).toEqual({ identity: IDENTITY, hasPackages: true, others: 0 });
    expect(await targets.files(job(), id)).toEqual({ files: [{ name: packageName(bytes), size: bytes.byteLength }], ignored: 0 });
    expect(await targets.read(job(), id, packageName(bytes), 1000, noProgress)).toEqual(bytes);
    expect(readdirSync(served('packages'))).toEqual([packageName(bytes)]);
  });

  test('never gets a second identity, also when two set it up at once', async () => {
    const other = targetsOn(folder());
    const { id: theirs } = await other.connect({ address: `${proxy.url}schimb ${runs}`, user: DAV_USER, password: DAV_PASSWORD, fingerprint: null });
    const outcomes = await Promise.allSettled([setUp(targets, id), setUp(other, theirs)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    await expect(targets.put(job(), { id, name: IDENTITY_FILE, bytes: bytesOf('{}'), guard: null }, noProgress)).rejects.toThrow('HOST:target.exists');
    expect(readFileSync(served(IDENTITY_FILE))).toEqual(Buffer.from(IDENTITY));
  });

  test('shows nothing of a package whose line broke, and takes it the second time', async () => {
    await setUp(targets, id);
    onceFor('PUT', { kind: 'cutUpload', after: 500_000 });
    await expect(put(targets, id, LARGE)).rejects.toThrow('HOST:target.cut');
    expect((await targets.files(job(), id)).files).toEqual([]);
    await put(targets, id, LARGE);
    expect((await targets.files(job(), id)).files).toEqual([{ name: packageName(LARGE), size: LARGE.byteLength }]);
    proxy.seen.length = 0;
    await put(targets, id, LARGE);
    expect(proxy.seen.filter((line) => line.startsWith('PUT')), 'what is there is not sent again').toEqual([]);
  });

  test('tells a download that broke from one that ended', async () => {
    await setUp(targets, id);
    await put(targets, id, LARGE);
    onceFor('GET', { kind: 'cutDownload', after: 100_000 });
    await expect(targets.read(job(), id, packageName(LARGE), LARGE.byteLength, noProgress)).rejects.toThrow('HOST:target.cut');
    expect(sha256(await targets.read(job(), id, packageName(LARGE), LARGE.byteLength, noProgress))).toBe(sha256(LARGE));
  });

  test('says that somebody holds a lock', async () => {
    await setUp(targets, id);
    const lock = await server.ask('LOCK', `schimb ${runs}/packages/`, { depth: 'infinity', timeout: 'Second-60', 'content-type': 'application/xml' },
      '<?xml version="1.0"?><D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>');
    expect(lock).toBe(200);
    await expect(put(targets, id, bytesOf('x'))).rejects.toThrow('HOST:target.locked');
  });

  test.each([[507, 'target.full'], [503, 'target.serverTrouble'], [403, 'target.refused'], [413, 'host.tooLarge'], [302, 'target.redirected'], [423, 'target.locked']])('answering %i to an upload means %s, and leaves nothing behind', async (status, code) => {
    await setUp(targets, id);
    onceFor('PUT', { kind: 'answer', status, headers: status === 302 ? { location: 'https://example.invalid/' } : {} });
    await expect(put(targets, id, bytesOf('x'))).rejects.toThrow(`HOST:${code}`);
    expect(readdirSync(served('packages'))).toEqual([]);
  });

  test('is slow, and still whole, with progress', async () => {
    await setUp(targets, id);
    const bytes = LARGE.slice(0, 400_000);
    await put(targets, id, bytes);
    onceFor('GET', { kind: 'slow', piece: 40_000, pauseMs: 2 });
    const told: number[] = [];
    expect(sha256(await targets.read(job(), id, packageName(bytes), bytes.byteLength, (_job, done, total) => told.push(done / total)))).toBe(sha256(bytes));
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toBe(1);
  });

  test('stops when the person has had enough', async () => {
    await setUp(targets, id);
    const mine = job();
    const putting = targets.put(mine, { id, name: packageName(LARGE), bytes: LARGE, guard: GUARD }, () => targets.cancel(mine));
    await expect(putting).rejects.toThrow('HOST:target.cancelled');
    expect((await targets.files(job(), id)).files).toEqual([]);
  });

  test('gets nothing once it is another target', async () => {
    await setUp(targets, id);
    writeFileSync(served(IDENTITY_FILE), '{"id":"another"}');
    await expect(put(targets, id, bytesOf('x'))).rejects.toThrow('HOST:target.otherIdentity');
    expect(readdirSync(served('packages'))).toEqual([]);
  });

  test('gets nothing when it becomes another target while the package is on its way', async () => {
    await setUp(targets, id);
    proxy.fault = (method) => {
      if (method === 'PUT') writeFileSync(served(IDENTITY_FILE), '{"id":"another"}');
      return undefined;
    };
    await expect(put(targets, id, bytesOf('x'))).rejects.toThrow('HOST:target.otherIdentity');
    expect((await targets.files(job(), id)).files).toEqual([]);
  });

  test('is not signed in to with a wrong password, and nothing of it is kept', async () => {
    const fresh = targetsOn(profile);
    await expect(fresh.connect({ address: `${proxy.url}altul`, user: DAV_USER, password: 'greșită', fingerprint: null })).rejects.toThrow('HOST:target.wrongPassword');
    expect(await fresh.list()).toHaveLength(1);
    await expect(fresh.unlock(id, 'greșită')).rejects.toThrow('HOST:target.wrongPassword');
    await fresh.look(job(), id);
  });

  test.each(['http://example.org/dav/', 'ftp://127.0.0.1/', 'https://ana:secret@example.org/', 'https://example.org/?x=1', 'nu este o adresă', 'file:///etc/'])('is never at %s', async (address) => {
    await expect(targets.connect({ address, user: 'a', password: 'b', fingerprint: null })).rejects.toThrow('HOST:target.badAddress');
  });

  test('that is not there is told apart from a server that is not', async () => {
    await expect(targets.connect({ address: `${proxy.url}nu există`, user: DAV_USER, password: DAV_PASSWORD, fingerprint: null })).rejects.toThrow('HOST:target.noFolder');
    const closed = http.createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as { port: number };
    closed.close();
    await once(closed, 'close');
    await expect(targets.connect({ address: `http://127.0.0.1:${port}/`, user: 'a', password: 'b', fingerprint: null })).rejects.toThrow('HOST:target.unreachable');
  });

  test('with strange things in it lists only what is a package', async () => {
    await setUp(targets, id);
    const bytes = bytesOf('bun');
    await put(targets, id, bytes);
    for (const name of [`~${packageName(bytes)}.tmp`, 'notițe.txt', 'desktop.ini']) writeFileSync(served('packages', name), 'x');
    mkdirSync(served('packages', packageName(bytesOf('dosar'))));
    expect(await targets.files(job(), id)).toEqual({ files: [{ name: packageName(bytes), size: 3 }], ignored: 4 });
  });

  test('keeps the password with the keychain, and only in memory where there is none', async () => {
    const onDisk = (place: string): string => readdirSync(place).map((name) => readFileSync(path.join(place, name), 'latin1')).join('\n');
    const latin = Buffer.from(DAV_PASSWORD).toString('latin1');
    expect(onDisk(profile)).not.toContain(latin);
    expect((await targetsOn(profile).list())[0]).toMatchObject({ password: 'keychain', needs: 'nothing' });

    const bare = folder();
    const poor = targetsOn(bare, toyKeychain(false));
    const { id: poorId, password } = await poor.connect({ address: `${proxy.url}schimb ${runs}`, user: DAV_USER, password: DAV_PASSWORD, fingerprint: null });
    expect(password).toBe('session');
    expect(onDisk(bare)).not.toContain(latin);
    const again = targetsOn(bare, toyKeychain(false));
    expect((await again.list())[0]).toMatchObject({ password: 'none', needs: 'password' });
    await expect(again.look(job(), poorId)).rejects.toThrow('HOST:target.passwordNeeded');
    await again.unlock(poorId, DAV_PASSWORD);
    expect(await again.look(job(), poorId)).toMatchObject({ identity: null });
  });
});

describe.skipIf(why !== undefined)('a WebDAV server with a certificate of its own', () => {
  let server: DavTestServer;
  let other: DavTestServer;
  beforeAll(async () => {
    [server, other] = await Promise.all([startDavServer({ tls: true }), startDavServer({ tls: true, name: 'Altcineva' })]);
  });
  afterAll(async () => {
    await Promise.all([server.stop(), other.stop()]);
  });

  test('is refused until a person has compared and trusted its fingerprint', async () => {
    const targets = targetsOn(folder());
    const input = { address: server.url, user: DAV_USER, password: DAV_PASSWORD };
    await expect(targets.connect({ ...input, fingerprint: null })).rejects.toThrow('HOST:target.untrusted');
    const facts = await targets.certificate(server.url);
    expect(facts).toMatchObject({ fingerprint: server.fingerprint, subject: '127.0.0.1, Primaria Test', isTrusted: false });
    const { id, fingerprint } = await targets.connect({ ...input, fingerprint: facts.fingerprint });
    expect(fingerprint).toBe(server.fingerprint);
    await setUp(targets, id);
    await put(targets, id, LARGE);
    expect((await targets.files(job(), id)).files).toHaveLength(1);
  });

  test('gets no password when its certificate is another one', async () => {
    const targets = targetsOn(folder());
    await expect(targets.connect({ address: other.url, user: DAV_USER, password: DAV_PASSWORD, fingerprint: server.fingerprint })).rejects.toThrow('HOST:target.otherCertificate');
    expect(readFileSync(path.join(path.dirname(other.files), 'error.log'), 'utf8')).not.toContain(DAV_USER);
  });
});
