import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src-renderer/domain/digest';
import { createDexieAttachedFiles } from '../../../src-renderer/storage/attached-files';
import { createDexieDeviceKey } from '../../../src-renderer/storage/device-key';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { freshId, MemorySafety } from './samples';

const locks = processLocks();
const content = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: sha256Hex(bytes), files: new Map([[sha256Hex(bytes), bytes]]) };
};

describe('contents of documents', () => {
  it('are kept by project, in the database and beside the snapshots, each content once', async () => {
    const safety = new MemorySafety();
    const files = createDexieAttachedFiles({ name: freshId('files'), locks, safety });
    const { bytes, sha256, files: both } = content('proces-verbal');
    await files.put('project-1', both);
    await files.put('project-2', both);
    expect(await files.get('project-1', sha256)).toEqual(bytes);
    expect([...safety.files.keys()]).toEqual([`caiet-file-${sha256}`]);
    expect(await files.get('project-3', content('altul').sha256)).toBeUndefined();
  });

  it('come back by themselves when the database has lost or damaged them', async () => {
    const name = freshId('files');
    const safety = new MemorySafety();
    const files = createDexieAttachedFiles({ name, locks, safety });
    const { bytes, sha256, files: one } = content('anunț');
    await files.put('project-1', one);
    const raw = new Dexie(name);
    await raw.open();
    await raw.table('files').put({ projectId: 'project-1', id: sha256, bytes: new TextEncoder().encode('stricat') });
    expect(await files.get('project-1', sha256)).toEqual(bytes);
    await raw.table('files').clear();
    expect(await files.get('project-1', sha256)).toEqual(bytes);
    expect(await raw.table('files').count()).toBe(1);
    safety.files.set(`caiet-file-${sha256}`, new TextEncoder().encode('stricat'));
    await raw.table('files').clear();
    expect(await files.get('project-1', sha256)).toBeUndefined();
    raw.close();
  });

  it('go with their project, unless another has them too', async () => {
    const safety = new MemorySafety();
    const files = createDexieAttachedFiles({ name: freshId('files'), locks, safety });
    const shared = content('comun');
    const own = content('propriu');
    await files.put('project-1', new Map([...shared.files, ...own.files]));
    await files.put('project-2', shared.files);
    await files.forget('project-1');
    expect([...safety.files.keys()]).toEqual([`caiet-file-${shared.sha256}`]);
    expect(await files.get('project-1', own.sha256)).toBeUndefined();
    expect(await files.get('project-2', shared.sha256)).toEqual(shared.bytes);
  });
});

describe('the key of this device', () => {
  it('is made at the first signature, cannot be read out, survives a restart and never uses a number twice', async () => {
    const name = freshId('device');
    const key = createDexieDeviceKey({ name, locks });
    expect(await key.publicKey()).toBeNull();
    const [first, second] = await Promise.all([key.signer(), key.signer()]);
    expect([first.sequence, second.sequence]).toEqual([1, 2]);
    const again = createDexieDeviceKey({ name, locks });
    const third = await again.signer();
    expect(third.sequence).toBe(3);
    expect(third.publicKey).toEqual(first.publicKey);
    expect(await again.publicKey()).toBe(Buffer.from(first.publicKey).toString('base64'));
    const message = new TextEncoder().encode('mesaj');
    const publicKey = await crypto.subtle.importKey('raw', third.publicKey as Uint8Array<ArrayBuffer>, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, await third.sign(message) as Uint8Array<ArrayBuffer>, message)).toBe(true);
    const raw = new Dexie(name);
    await raw.open();
    const [row] = await raw.table('device').toArray() as { value: { privateKey: CryptoKey } }[];
    expect(row!.value.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', row!.value.privateKey)).rejects.toThrow();
    raw.close();
  });
});
