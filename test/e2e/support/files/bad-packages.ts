/** What may happen to a good package on its way, and what is chosen in its place. */
import { packPackage } from '../../../../src-renderer/exchange/write-zip';
import { strToU8, zipSync } from 'fflate';
import { bidRegister } from '../../../support/bid-register';
import type { BadFile } from './bad-registers';

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);

const DEEP = 300;

/** Refused before anything in it is believed: one sentence, no review. `good` is a package as the window wrote it. */
export const unreadablePackages = (good: string): readonly BadFile[] => {
  const changed = (from: string | RegExp, to: string): Uint8Array => {
    const text = good.replace(from, to);
    if (text === good) throw new Error(`the package has no ${String(from)}`);
    return utf8(text);
  };
  return [
    { what: 'of a newer version', name: 'nou.caiet.json', bytes: changed(/"version":2\}\n$/u, '"version":7}'), code: 'package.newerVersion', data: { found: 7, supported: 2 } },
    { what: 'of a kind this version does not take', name: 'fișă.caiet.json', bytes: changed('"kind":"full"', '"kind":"catalogue"'), code: 'package.otherKind', data: { kind: 'catalogue' } },
    { what: 'cut in half', name: 'jumătate.caiet.json', bytes: utf8(good.slice(0, good.length / 2)), code: 'package.truncated', data: { line: 1 } },
    { what: 'that is no JSON', name: 'text.caiet.json', bytes: utf8('Registru de oferte'), code: 'package.notJson', data: { line: 1, column: 1 } },
    { what: 'of some other JSON', name: 'date.json', bytes: utf8('{"oferte":[]}'), code: 'package.notAPackage' },
    { what: 'with __proto__ for a key', name: 'ostil.caiet.json', bytes: changed(/^\{/u, '{"__proto__":{"polluted":1},'), code: 'package.forbiddenKey', data: { key: '__proto__', line: 1, column: 13 } },
    { what: 'nested three hundred deep', name: 'adânc.caiet.json', bytes: utf8('['.repeat(DEEP) + ']'.repeat(DEEP)), code: 'package.tooDeep', data: { limit: 64 } },
    { what: 'as an archive cut in half', name: 'jumătate.caiet.zip', bytes: half(packPackage(utf8(good), new Map())), code: 'package.zipDamaged' },
    { what: 'as an archive of something else', name: 'fotografii.zip', bytes: zipSync({ 'fotografie.txt': strToU8('o fotografie') }), code: 'package.zipHostile', data: { what: 'name', name: 'fotografie.txt' } },
    { what: 'that is empty', name: 'gol.caiet.json', bytes: new Uint8Array(), code: 'package.empty' },
    { what: 'that is a workbook', name: 'registru.xlsx', bytes: bidRegister().bytes, code: 'package.notAPackage' },
  ];
};

/** The same package with one digit of the first price another one. */
export const withAnotherPrice = (good: string): Uint8Array => {
  const price = '"price":{"amount":';
  const at = good.indexOf(price, good.indexOf('"projects":[')) + price.length;
  return utf8(`${good.slice(0, at)}${good[at] === '9' ? '8' : '9'}${good.slice(at + 1)}`);
};
