import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src-main/bridge/channels';
import { isSnapshotName, suggestedFileName } from '../../../src-main/bridge/file-names';
import { HOST_ERROR_CODES, hostErrorCode } from '../../../src-main/bridge/host-api';
import { HostError } from '../../../src-main/bridge/host-error';

describe('a suggested file name', () => {
  test.each([
    ['Proiect pilot – șanțuri.caiet.json', 'Proiect pilot – șanțuri.caiet.json'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\x.xlsx', 'C Windows x.xlsx'],
    ['con.json', 'caiet con.json'],
    ['', 'caiet'],
    ['...', 'caiet'],
    ['a\u0000b\u202Ec.json', 'a b c.json'],
    [`${'ă'.repeat(300)}.caiet.json`, `${'ă'.repeat(109)}.caiet.json`],
  ])('%j becomes %j', (suggested, expected) => {
    expect(suggestedFileName(suggested)).toBe(expected);
  });

  test('is never empty, hidden, long, or a path', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (suggested) => {
      const name = suggestedFileName(suggested);
      expect(name).toMatch(/^[^.\s/\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u);
      expect(name.length).toBeLessThanOrEqual(128);
    }));
  });

  test('stays the same the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (suggested) => {
      const once = suggestedFileName(suggested);
      expect(suggestedFileName(once)).toBe(once);
    }));
  });
});

describe('a snapshot name', () => {
  test.each(['2026-11-23T10-20-30Z.caiet.json', 'a1', 'auto_0007.json'])('%j is good', (name) => {
    expect(isSnapshotName(name)).toBe(true);
  });

  test.each(['', 'a', '.', '..', '../x', 'x/y', 'x\\y', '.x', 'x.', 'a..b', 'nul', 'COM1.json', 'x\u0000y', 'ă.json', 'x y', 'x'.repeat(121), 7, null, ['a1'], { toString: () => 'a1' }])('%j is not', (name) => {
    expect(isSnapshotName(name)).toBe(false);
  });

  test('contains nothing that a file system could take for a path', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      if (isSnapshotName(name)) expect(name).toMatch(/^[\w.-]+$/u);
    }));
  });
});

describe('arguments from the window', () => {
  const parsers = Object.entries(parseArguments);

  test('of any kind are either typed or refused with a code', () => {
    fc.assert(fc.property(fc.constantFrom(...parsers), fc.array(fc.anything({ withTypedArray: true, withDate: true, withMap: true })), ([, parse], args) => {
      try {
        expect(parse(args)).toHaveLength(args.length);
      } catch (error) {
        expect(error).toBeInstanceOf(HostError);
      }
    }));
  });

  test('are not asked for their prototype', () => {
    expect(() => parseArguments.save(['package', 'x', { __proto__: Uint8Array.prototype, byteLength: 1 }].map((value) => structuredClone(value)))).toThrow('HOST:host.notAllowed');
  });
});

test('every code is found again in the message that crosses the bridge', () => {
  for (const code of HOST_ERROR_CODES) {
    expect(hostErrorCode(new Error(`Error invoking remote method 'files:save': Error: ${new HostError(code).message}`))).toBe(code);
  }
  expect(hostErrorCode('anything')).toBe('host.failed');
});
