/** Encrypted, signed and packed packages behind the terminal door. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sealPackage, type SealOptions } from '../../../src-renderer/exchange/seal-package';
import { fingerprintOf } from '../../../src-renderer/exchange/signature';
import { toBase64 } from '../../../src-renderer/exchange/base64';
import { PackageWriter } from '../../../src-renderer/exchange/write-package';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import type { Project } from '../../../src-renderer/domain/project';
import { demo } from '../export/workbook-fixture';
import { historyOf } from '../exchange/arbitrary-project';
import { contentOf } from '../exchange/package-text';
import { answerOf, caiet } from './run-caiet';

const folder = mkdtempSync(join(tmpdir(), 'caiet-protected-'));
const at = (name: string): string => join(folder, name);
const PASSPHRASE = 'ploaie lampă tren șapte';

const file = new TextEncoder().encode('Proces-verbal al ședinței');
let project: Project;
let publicKey: Uint8Array;

const write = async (name: string, options: SealOptions): Promise<string> => {
  const writer = new PackageWriter(contentOf([]));
  writer.add({ project, history: historyOf(project) });
  writeFileSync(at(name), (await sealPackage(writer, webPlatform, options)).bytes);
  return at(name);
};

beforeAll(async () => {
  const sha256 = bytesToHex(await webPlatform.sha256(file));
  project = { ...demo(), attachments: { 'file-1': { id: 'file-1', position: 'a0', title: 'PV', fileName: 'pv.txt', mediaType: 'text/plain', size: file.length, sha256, filedUnder: { kind: 'project' }, addedAt: '2026-03-02T08:15:00.000Z' } } };
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const signer = { publicKey, sequence: 7, sign: async (message: Uint8Array) => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, message as Uint8Array<ArrayBuffer>)) };
  const files = new Map([[sha256, file]]);
  await write('full.caiet.zip', { signer, files });
  await write('locked.caiet.json', { signer, files, passphrase: PASSPHRASE });
  await write('bare.caiet.json', {});
  writeFileSync(at('parola.txt'), `${PASSPHRASE}\r\n`);
  writeFileSync(at('alta.txt'), 'cu totul alta parola\n');
  writeFileSync(at('goală.txt'), '\n');
});

describe('a signed package with files', () => {
  it('verifies in a zip, with its key, its number and its files', async () => {
    const outcome = await caiet(['verify', at('full.caiet.zip')]);
    expect(answerOf(outcome)).toMatchObject({ ok: true, encrypted: false, deviceId: 'device-1', files: 1, signature: { state: 'valid', sequence: 7, fingerprint: fingerprintOf(toBase64(publicKey)) } });
    expect(outcome.code).toBe(0);
  });

  it('answers for the key it is asked for, and for no other', async () => {
    const fingerprint = fingerprintOf(toBase64(publicKey));
    expect((await caiet(['verify', at('full.caiet.zip'), '--signed-by', fingerprint.replaceAll(' ', '')])).code).toBe(0);
    const other = await caiet(['verify', at('full.caiet.zip'), '--signed-by', '00000 11111 22222 33333 44444 55555']);
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining(fingerprint) as unknown as string });
    expect((await caiet(['verify', at('bare.caiet.json'), '--signed-by', fingerprint])).code).toBe(1);
  });

  it('is read by every command that reads packages', async () => {
    expect((await caiet(['validate', at('full.caiet.zip')])).code).toBe(0);
    expect((await caiet(['evaluate', at('full.caiet.zip')])).code).toBe(0);
    expect(answerOf(await caiet(['export', at('full.caiet.zip'), '--as', 'ocds']))).toMatchObject({ written: at('full.ocds.json') });
    expect(answerOf(await caiet(['export', at('full.caiet.zip'), '--as', 'public']))).toMatchObject({ written: at('full.public.caiet.json') });
    expect(readFileSync(at('full.public.caiet.json'), 'utf8')).not.toContain('pv.txt');
  });

  it('without the files says which are missing, and is read all the same', async () => {
    const outcome = await caiet(['validate', at('bare.caiet.json')]);
    expect(answerOf<{ problems: unknown[] }>(outcome).problems).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'package.fileMissing', pointer: '/projects/0/attachments/file-1' }));
    expect(outcome.code).toBe(0);
  });
});

describe('merging protected packages', () => {
  const merge = (...words: string[]) => caiet(['merge', ...words, '--passphrase-file', at('parola.txt'), '--author', 'Ana']);

  it('carries documents over, each content once, and says that the result is not signed', async () => {
    const outcome = await merge(at('bare.caiet.json'), at('bare.caiet.json'), at('full.caiet.zip'), '-o', at('contopit.caiet.zip'));
    expect(answerOf(outcome)).toMatchObject({ ok: true, signed: false, encrypted: false, documents: 1, inputs: [{ signature: 'none' }, { signature: 'none' }, { file: at('full.caiet.zip'), signature: 'valid' }] });
    expect(outcome.stderr).toMatch(/contopit\.caiet\.zip” nu este semnat/u);
    expect(answerOf(await caiet(['verify', at('contopit.caiet.zip')]))).toMatchObject({ ok: true, files: 1, signature: { state: 'none' } });
  });

  it('keeps under the passphrase what came under it', async () => {
    expect((await merge(at('bare.caiet.json'), at('locked.caiet.json'), at('full.caiet.zip'), '-o', at('închis.caiet.json'))).code).toBe(0);
    expect(readFileSync(at('închis.caiet.json'), 'utf8')).not.toContain(project.id);
    expect(answerOf(await caiet(['verify', at('închis.caiet.json'), '--passphrase-file', at('parola.txt')]))).toMatchObject({ ok: true, encrypted: true, files: 1 });
  });

  it('asks for the passphrase instead of writing in the clear', async () => {
    const outcome = await caiet(['merge', at('bare.caiet.json'), at('bare.caiet.json'), at('locked.caiet.json'), '-o', at('nimic.caiet.json')]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(at('nimic.caiet.json'))).toBe(false);
  });
});

describe('an encrypted package', () => {
  it('opens with the passphrase of a file', async () => {
    const outcome = await caiet(['verify', at('locked.caiet.json'), '--passphrase-file', at('parola.txt')]);
    expect(answerOf(outcome)).toMatchObject({ ok: true, encrypted: true, files: 1, signature: { state: 'valid' } });
  });

  it('says in one line that it needs one, or that it is another', async () => {
    expect(await caiet(['evaluate', at('locked.caiet.json')])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/criptat. Scrieți parola[^\n]*\n$/) as unknown as string });
    expect(await caiet(['evaluate', at('locked.caiet.json'), '--passphrase-file', at('alta.txt')])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/nu este cea cu care[^\n]*\n$/) as unknown as string });
    expect(await caiet(['evaluate', at('locked.caiet.json'), '--passphrase-file', at('goală.txt')])).toMatchObject({ code: 2, stderr: expect.stringContaining('nicio parolă') as unknown as string });
    const validated = await caiet(['validate', at('locked.caiet.json')]);
    expect(answerOf(validated)).toMatchObject({ ok: false, problems: [{ code: 'package.needsPassphrase' }] });
  });

  it('stays encrypted, with its files, when bids are imported into it', async () => {
    const [lot] = Object.values(project.lots);
    writeFileSync(at('oferte.csv'), `Ofertant;CUI;Lot;Preț fără TVA\nNou Ofertant SRL;12345674;${lot!.number};1000,00\n`);
    const outcome = await caiet(['import', at('oferte.csv'), '--as', 'bids', '--into', at('locked.caiet.json'), '-o', at('mai multe.caiet.json'), '--passphrase-file', at('parola.txt'), '--author', 'Ana']);
    expect(outcome.code).toBe(0);
    expect(readFileSync(at('mai multe.caiet.json'), 'utf8')).not.toContain(project.id);
    expect(answerOf(await caiet(['verify', at('mai multe.caiet.json'), '--passphrase-file', at('parola.txt')]))).toMatchObject({ ok: true, encrypted: true, files: 1, signature: { state: 'none' } });
  });
});
