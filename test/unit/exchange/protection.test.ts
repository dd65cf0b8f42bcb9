/** Encryption and signatures, by the platform's own primitives: what each kind of mistake and tampering is called. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src-renderer/domain/problem';
import type { DeviceKeys } from '../../../src-renderer/domain/known-devices';
import { fromBase64, toBase64 } from '../../../src-renderer/exchange/base64';
import { KDF_ITERATIONS, MAX_KDF_ITERATIONS } from '../../../src-renderer/exchange/encryption';
import { openedHere } from '../../../src-renderer/exchange/opened-package';
import { openPackage } from '../../../src-renderer/exchange/open-package';
import { sealPackage, type SealOptions } from '../../../src-renderer/exchange/seal-package';
import { fingerprintOf, type PackageSigner } from '../../../src-renderer/exchange/signature';
import { devicesAfter, needsConsent, trustOf, withoutDevice } from '../../../src-renderer/exchange/trust';
import { PackageWriter } from '../../../src-renderer/exchange/write-package';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import { arbitraryProject, historyOf } from './arbitrary-project';
import { bytesOf, contentOf, packageOf, parsed, resealed, textOf, type Loose } from './package-text';

const project = fc.sample(arbitraryProject, { numRuns: 1, seed: 42 })[0]!;
const PASSPHRASE = 'ploaie lampă tren șapte';

const sealed = async (options: SealOptions, id = 'package-1'): Promise<Uint8Array> => {
  const writer = new PackageWriter({ ...contentOf([]), id });
  writer.add({ project, history: historyOf(project) });
  return (await sealPackage(writer, webPlatform, options)).bytes;
};

const signerOf = async (sequence: number, keys: CryptoKeyPair): Promise<PackageSigner> => ({
  sequence,
  publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)),
  sign: async (message) => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, message as Uint8Array<ArrayBuffer>)),
});
const newKeys = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** As whoever decides about it sees it. */
const facts = async (bytes: Uint8Array) => openedHere(await read(bytes));
const read = (bytes: Uint8Array, passphrase?: string) => openPackage('a.caiet.json', bytes, webPlatform, passphrase === undefined ? {} : { passphrase });
const codeOf = async (bytes: Uint8Array, passphrase?: string): Promise<string> => {
  try {
    const { problems } = await read(bytes, passphrase);
    return problems.find(({ severity }) => severity === 'error')?.code ?? 'fine';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
};

/** An envelope changed by somebody who also made its digest anew. */
const rewrapped = (bytes: Uint8Array, edit: (body: Loose) => void): Uint8Array => resealed(bytes, edit);

describe('base64', () => {
  it('is what the platform writes, and back', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }));
    const long = new Uint8Array(30_000).map((_, index) => index * 7);
    expect(toBase64(long)).toBe(Buffer.from(long).toString('base64'));
  });

  it('takes one text for each bytes', () => {
    for (const text of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', '====', 'AA=A', 'AA A', 'A\u0102AA', '*AAA']) expect(fromBase64(text)).toBeNull();
  });
});

describe('an encrypted package', () => {
  let locked: Uint8Array;
  beforeAll(async () => {
    locked = await sealed({ passphrase: PASSPHRASE });
  });

  it('opens with its passphrase alone, and holds the very same package', async () => {
    expect(textOf(locked)).not.toContain(project.id);
    const report = await read(locked, PASSPHRASE);
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.projects[0]!.project).toEqual(JSON.parse(JSON.stringify(project)));
    expect(parsed(locked)['encryption']).toMatchObject({ iterations: KDF_ITERATIONS, cipher: 'AES-256-GCM', kdf: 'PBKDF2-HMAC-SHA-256' });
  });

  it('takes composed and combining letters for the same passphrase', async () => {
    expect(await codeOf(locked, PASSPHRASE.normalize('NFD'))).toBe('fine');
  });

  it('tells a missing passphrase, a wrong one, damage and tampering apart', async () => {
    expect(await codeOf(locked)).toBe('package.needsPassphrase');
    expect(await codeOf(locked, 'ploaie lampa tren sapte')).toBe('package.wrongPassphrase');
    const payload = String(parsed(locked)['payload']);
    const altered = `${payload.slice(0, 40)}${payload[40] === 'A' ? 'B' : 'A'}${payload.slice(41)}`;
    expect(await codeOf(bytesOf(textOf(locked).replace(payload, altered)), PASSPHRASE)).toBe('package.damagedEncryption');
    expect(await codeOf(rewrapped(locked, (body) => { body['payload'] = altered; }), PASSPHRASE)).toBe('package.alteredEncryption');
    expect(await codeOf(rewrapped(locked, (body) => { body['payload'] = payload.slice(0, -40); }), PASSPHRASE)).toBe('package.alteredEncryption');
    // The envelope is bound to the content: a field added to it is tampering as well.
    expect(await codeOf(rewrapped(locked, (body) => { (body['encryption'] as Loose)['note'] = 'x'; }), PASSPHRASE)).toBe('package.alteredEncryption');
  });

  it.each([
    ['an hour of iterations', { iterations: MAX_KDF_ITERATIONS + 1 }], ['an iteration', { iterations: 1 }], ['a fraction', { iterations: 600_000.5 }], ['another cipher', { cipher: 'AES-128-CBC' }],
    ['another derivation', { kdf: 'none' }], ['a short salt', { salt: 'AAAA' }], ['a nonce that is no base64', { nonce: '*'.repeat(16) }],
  ])('that asks for %s is refused before any work', async (_, change) => {
    const began = performance.now();
    expect(await codeOf(rewrapped(locked, (body) => { Object.assign(body['encryption'] as Loose, change); }), PASSPHRASE)).toBe('package.badEncryption');
    expect(performance.now() - began).toBeLessThan(150);
  });

  it('is never twice the same, and needs a passphrase worth the name', async () => {
    const again = parsed(await sealed({ passphrase: PASSPHRASE }));
    expect(again['payload']).not.toBe(parsed(locked)['payload']);
    expect((again['encryption'] as Loose)['salt']).not.toBe((parsed(locked)['encryption'] as Loose)['salt']);
    await expect(sealed({ passphrase: 'scurtă' })).rejects.toMatchObject({ problem: { code: 'package.weakPassphrase', data: { min: 12 } } });
  });
});

describe('a signed package', () => {
  let keys: CryptoKeyPair;
  let others: CryptoKeyPair;
  let first: Uint8Array;
  beforeAll(async () => {
    [keys, others] = await Promise.all([newKeys(), newKeys()]);
    first = await sealed({ signer: await signerOf(1, keys) });
  });
  const trusting = async (...taken: readonly Uint8Array[]): Promise<DeviceKeys> => {
    let devices: DeviceKeys = {};
    for (const bytes of taken) devices = devicesAfter(devices, await facts(bytes), '2026-03-21T09:00:00.000Z', null);
    return devices;
  };
  const trust = async (bytes: Uint8Array, devices: DeviceKeys) => trustOf(await facts(bytes), devices, null);

  it('says whose key signed it and how many it signed before', async () => {
    const { signature } = await read(first);
    expect(signature).toEqual({ state: 'valid', publicKey: toBase64((await signerOf(1, keys)).publicKey), sequence: 1 });
    expect(await codeOf(first)).toBe('fine');
  });

  it('is the same package as the unsigned one but for its signature', async () => {
    const { signature: _, ...rest } = parsed(first);
    expect(rest).toEqual(parsed(await sealed({})));
  });

  it('with any part changed is told, also when its digest is made anew', async () => {
    const flipped = bytesOf(textOf(first).replace('"createdAt":"2026-03-02T08:15:00.000Z"', '"createdAt":"2026-03-03T08:15:00.000Z"'));
    expect(await codeOf(flipped)).toBe('package.digest');
    const { signature, ...unsigned } = parsed(first);
    const forged = (edit: (body: Loose) => void, change: Loose = {}): Uint8Array =>
      bytesOf(JSON.stringify({ ...parsed(resealed(bytesOf(JSON.stringify(unsigned)), edit)), signature: { ...(signature as Loose), ...change } }));
    expect(await codeOf(forged(() => undefined))).toBe('fine');
    expect(await codeOf(forged((body) => { body['createdAt'] = '2026-03-03T08:15:00.000Z'; }))).toBe('package.signatureInvalid');
    expect(await codeOf(forged(() => undefined, { sequence: 9 }))).toBe('package.signatureInvalid');
    expect(await codeOf(forged(() => undefined, { publicKey: toBase64((await signerOf(1, others)).publicKey) }))).toBe('package.signatureInvalid');
    expect(await codeOf(forged(() => undefined, { publicKey: toBase64(new Uint8Array(65)) }))).toBe('package.signatureInvalid');
    expect(await codeOf(forged(() => undefined, { value: 'x' }))).toBe('package.badShape');
  });

  it('is trusted on first use, known after, and stays known however often it is read', async () => {
    expect(await trust(first, {})).toMatchObject({ state: 'new' });
    const devices = await trusting(first);
    expect(await trust(first, devices)).toMatchObject({ state: 'known', device: { name: 'Primăria Chitila', taken: { [project.id]: { sequence: 1 } } } });
    const second = await sealed({ signer: await signerOf(2, keys) }, 'package-2');
    expect(await trust(second, devices)).toMatchObject({ state: 'known' });
  });

  it('older than one already taken in is a replay', async () => {
    const second = await sealed({ signer: await signerOf(2, keys) }, 'package-2');
    const devices = await trusting(first, second);
    expect(await trust(first, devices)).toMatchObject({ state: 'replayed', device: { taken: { [project.id]: { sequence: 2 } } } });
    const twin = await sealed({ signer: await signerOf(2, keys) }, 'package-2b');
    expect(await trust(twin, devices)).toMatchObject({ state: 'replayed' });
    expect((await trusting(first, second, first))['device-1']).toMatchObject({ taken: { [project.id]: { sequence: 2, packageId: 'package-2' } } });
    // Of another project an older package is news.
    const report = await facts(first);
    expect(trustOf({ ...report, projects: report.projects.map((each) => ({ ...each, id: 'another' })) }, devices, null)).toMatchObject({ state: 'known' });
  });

  it('with its signature taken away, or another key, is told and asks for consent', async () => {
    const devices = await trusting(first);
    const stripped = await trust(packageOf(project), devices);
    expect(stripped).toMatchObject({ state: 'stripped', device: { name: 'Primăria Chitila' } });
    const changed = await trust(await sealed({ signer: await signerOf(5, others) }, 'package-9'), devices);
    expect(changed).toMatchObject({ state: 'changedKey' });
    expect([stripped, changed].every(needsConsent)).toBe(true);
    expect(await trust(packageOf(project), withoutDevice(devices, 'device-1'))).toEqual({ state: 'unsigned' });
  });

  it('made here is known as one\'s own', async () => {
    const report = await facts(first);
    const own = toBase64((await signerOf(1, keys)).publicKey);
    expect(trustOf(report, {}, own)).toMatchObject({ state: 'own' });
    expect(devicesAfter({}, report, '2026-03-21T09:00:00.000Z', own)).toEqual({});
  });

  it('has a key that two people can compare by telephone', () => {
    expect(fingerprintOf(toBase64(new Uint8Array(65).fill(4)))).toMatch(/^\d{5}( \d{5}){5}$/);
    expect(fingerprintOf(toBase64(new Uint8Array(65).fill(4)))).not.toBe(fingerprintOf(toBase64(new Uint8Array(65).fill(5))));
  });

  it('may be encrypted as well, and is checked inside', async () => {
    const both = await sealed({ signer: await signerOf(3, keys), passphrase: PASSPHRASE });
    expect((await read(both, PASSPHRASE)).signature).toMatchObject({ state: 'valid', sequence: 3 });
  });
});
