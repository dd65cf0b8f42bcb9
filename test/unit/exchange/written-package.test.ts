/** Files in the canonical form are read piece by piece, all others strictly; both tell the same of the same content. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import type { Json } from '../../../src-renderer/domain/values';
import { JSON_LIMITS } from '../../../src-renderer/exchange/package-limits';
import { encodeUtf8 } from '../../../src-renderer/exchange/utf8';
import { readWritten } from '../../../src-renderer/exchange/written-package';
import type { JsonObject } from '../../../src-renderer/exchange/upgrade-chain';

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
  .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));
const byId = fc.dictionary(fc.stringMatching(/^[a-zăț"\\]{1,6}$/), json, { maxKeys: 4 });
const file = fc.record({ format: json, history: byId, results: byId, projects: fc.array(json, { maxLength: 4 }), version: json }, { requiredKeys: [] }) as unknown as fc.Arbitrary<JsonObject>;

const read = (text: string) => readWritten(encodeUtf8(text), { limits: JSON_LIMITS });
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('a package file', () => {
  it('means the same in the canonical form and in any other', () => {
    fc.assert(fc.property(file, (value) => {
      const { projects = [], ...rest } = value;
      const expected = canonicalJson({ ...rest, projects });
      for (const text of [`${canonicalJson(value)}\n`, canonicalJson(value), JSON.stringify(value, null, 2)]) {
        const found = read(text);
        expect(canonicalJson(found.value)).toBe(canonicalJson(value));
        expect(textOf(found.bytes.whole([]))).toBe(expected);
        expect(textOf(found.bytes.whole(['format']))).toBe(canonicalJson({ ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'format')), projects }));
        expect(found.bytes.projects.map((bytes) => sha256Hex(bytes))).toEqual((projects as Json[]).map((project) => sha256Hex(canonicalJson(project))));
      }
    }), { numRuns: 60 });
  });

  it.each([
    ['{"history":{"a":[],"a":[1]},"projects":[]}', 'package.duplicateKey'],
    ['{"history":{},"projects":[{"a":1,"a":2}]}', 'package.duplicateKey'],
    ['{"history":{"__proto__":[]},"projects":[]}', 'package.forbiddenKey'],
    ['{"history":{},"projects":[{"constructor":1}]}', 'package.forbiddenKey'],
    ['{"history":{},"projects":[9007199254740993]}', 'package.badNumber'],
    ['{"history":{},"projects":[1}}', 'package.notJson'],
    ['{"history":{},"projects":[1]', 'package.truncated'],
    ['{"history":{},"projects":[1]}\n\n{}', 'package.notJson'],
  ])('that only a careless reader would take is refused: %s', (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code }) as unknown }) as Error);
  });

  it('in the canonical form keeps to the limits', () => {
    const read60 = (value: Json, limits: { readonly depth: number; readonly values: number }) => readWritten(encodeUtf8(canonicalJson(value)), { limits });
    const deep = { projects: [[[[1]]]] };
    expect(read60(deep, { depth: 5, values: 9 }).value).toEqual(deep);
    expect(() => read60(deep, { depth: 4, values: 9 })).toThrow();
    expect(() => read60({ projects: [1, 2, 3] }, { depth: 9, values: 3 })).toThrow();
  });
});
