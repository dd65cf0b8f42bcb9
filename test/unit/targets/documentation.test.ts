/** What docs/exchange-targets.md promises to other programs is what Caiet does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HostError } from '../../../src-main/bridge/host-error';
import { isPackageFile, MAX_IDENTITY_BYTES, MAX_LISTED_FILES } from '../../../src-main/bridge/target-files';
import { parseTargetArguments } from '../../../src-main/bridge/target-arguments';
import { encodeIdentity, readIdentity } from '../../../src-renderer/exchange/targets/identity';
import { packageFileName, readPackageName } from '../../../src-renderer/exchange/targets/package-name';
import { bytesOf, sha256 } from './samples';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/exchange-targets.md'), 'utf8');
const pattern = new RegExp(/^\^\[0-9A-Za-z\].*\$$/mu.exec(text)?.[0] ?? 'nothing', 'u');

describe('the document about exchange targets', () => {
  test('gives the pattern that package names are recognised by', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_', '.', '/', 'ș'), minLength: 0, maxLength: 70 });
    fc.assert(fc.property(part, part, fc.constantFrom('0'.repeat(64), 'f'.repeat(63), 'A'.repeat(64)), fc.constantFrom('json', 'zip', 'exe'), (device, id, digest, ending) => {
      const name = `${device}_${id}_${digest}.caiet.${ending}`;
      expect(pattern.test(name)).toBe(isPackageFile(name));
    }));
  });

  test('names every package so that any reader recognises and can check it', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'B', '7', '-', '.', '_', ':'), minLength: 1, maxLength: 200 });
    fc.assert(fc.property(id, id, fc.uint8Array({ maxLength: 50 }), (device, packageId, bytes) => {
      const name = packageFileName(device, packageId, bytes);
      expect(pattern.test(name)).toBe(true);
      expect(readPackageName(name)?.sha256).toBe(sha256(bytes));
    }));
  });

  test('shows the identity as it is written, in its order of keys', () => {
    const identity = encodeIdentity({ id: 'target-1', name: 'Centrul regional', createdAt: '2026-03-02T08:00:00.000Z', producer: { app: 'Caiet', version: '0.1.0', deviceId: 'device-1', authority: 'Comuna …' } });
    const keys = (written: string): readonly string[] => [...written.matchAll(/"(\w+)":/gu)].map(([, key = '']) => key);
    expect(keys(new TextDecoder().decode(identity))).toEqual(keys(/^\{"createdAt"[\s\S]*?"version":1\}$/mu.exec(text)?.[0] ?? ''));
    expect(readIdentity(identity)).toEqual({ id: 'target-1', name: 'Centrul regional', sha256: sha256(identity) });
  });

  test('tells the limits that hold', () => {
    expect(text).toContain(`at most ${MAX_IDENTITY_BYTES / 1024} KiB`);
    expect(text).toContain(`At most ${MAX_LISTED_FILES.toLocaleString('en')} entries`);
  });
});

test('messages about targets with any arguments are typed or refused with a code', () => {
  const anything = fc.array(fc.anything({ withTypedArray: true }), { maxLength: 5 });
  fc.assert(fc.property(fc.constantFrom(...Object.values(parseTargetArguments)), anything, (parse, args) => {
    try {
      expect(parse(args)).toHaveLength(args.length);
    } catch (error) {
      expect(error).toBeInstanceOf(HostError);
    }
  }));
});

test('an identity of any bytes is read or refused with a code', () => {
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(bytesOf)), (bytes) => {
    expect(() => readIdentity(bytes)).toThrow(expect.objectContaining({ name: 'ProblemError' }));
  }));
});
