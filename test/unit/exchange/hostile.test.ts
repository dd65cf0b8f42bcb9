import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import { ProblemError } from '../../../src-renderer/domain/problem';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { MAX_PACKAGE_BYTES } from '../../../src-renderer/exchange/package-limits';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { arbitraryProject } from './arbitrary-project';
import { bytesOf, packageOf, parsed, problemsOf, resealed, textOf, type Loose } from './package-text';

const sample = (seed: number) => fc.sample(arbitraryProject, { numRuns: 1, seed })[0]!;
const project = sample(42);
const bytes = packageOf(project);
const text = textOf(bytes);

describe('a file that is no package', () => {
  const firstKey = '{"format":"caiet-package",';
  const cases: readonly (readonly [name: string, bytes: Uint8Array, code: string, pointer: string | undefined])[] = [
    ['an empty file', new Uint8Array(), 'package.empty', undefined],
    ['bytes that are not UTF-8', new Uint8Array([...bytesOf('{"a":"'), 0xc3, 0x28, ...bytesOf('"}')]), 'package.notUtf8', undefined],
    ['an overlong encoding', new Uint8Array([0x22, 0xc0, 0xaf, 0x22]), 'package.notUtf8', undefined],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff{}', 'utf16le')), 'package.notUtf8', undefined],
    ['a package cut in half', bytes.slice(0, bytes.length / 2), 'package.truncated', expect.any(String) as unknown as string],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]), 'package.notAPackage', undefined],
    ['a PDF', bytesOf('%PDF-1.7'), 'package.notAPackage', undefined],
    ['plain text', bytesOf('Registru de oferte'), 'package.notJson', ''],
    ['text after the end', bytesOf(`${text}{}`), 'package.notJson', ''],
    ['a trailing comma', bytesOf('{"format":"caiet-package",}'), 'package.notJson', ''],
    ['a list', bytesOf('[1,2]'), 'package.notAPackage', ''],
    ['another format', bytesOf('{"format":"caiet-journal","version":1}'), 'package.notAPackage', '/format'],
    ['no version', bytesOf('{"format":"caiet-package"}'), 'package.badVersion', '/version'],
    ['version 1.5', bytesOf('{"format":"caiet-package","version":1.5}'), 'package.badVersion', '/version'],
    ['a duplicate key', bytesOf('{"format":"caiet-package","projects":[{"id":"a","id":"b"}]}'), 'package.duplicateKey', '/projects/0/id'],
    ['the same key escaped', bytesOf('{"a":1,"\\u0061":2}'), 'package.duplicateKey', '/a'],
    ['__proto__ as a key', bytesOf(text.replace(firstKey, `${firstKey}"__proto__":{"isAdmin":true},`).replace(/^\{/, '{"lots":{"__proto__":1},')), 'package.forbiddenKey', '/lots/__proto__'],
    ['__proto__ escaped', bytesOf('{"a":{"\\u005f_proto__":1}}'), 'package.forbiddenKey', '/a/__proto__'],
    ['constructor as a key', bytesOf('{"constructor":{"prototype":{}}}'), 'package.forbiddenKey', '/constructor'],
    ['a million brackets', bytesOf('['.repeat(1_000_000)), 'package.tooDeep', expect.any(String) as unknown as string],
    ['objects too deep', bytesOf('{"a":'.repeat(70)), 'package.tooDeep', '/a'.repeat(64)],
    ['a number no computer keeps', bytesOf('{"amount":9007199254740993}'), 'package.badNumber', '/amount'],
    ['an infinite number', bytesOf('{"amount":1e999}'), 'package.badNumber', '/amount'],
    ['half of a character', bytesOf('{"title":"\\ud83d"}'), 'package.badText', '/title'],
    ['an encrypted package', bytesOf('{"format":"caiet-package","version":1,"encryption":{}}'), 'package.encrypted', '/encryption'],
    ['another kind of package', bytesOf('{"format":"caiet-package","version":1,"kind":"library"}'), 'package.otherKind', '/kind'],
  ];
  it.each(cases)('%s gives one located problem', (_, given, code, pointer) => {
    const problems = problemsOf(given);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]!.severity).toBe('error');
    expect(problems[0]!.pointer).toEqual(pointer);
  });

  it('of more than the limit is refused unread', () => {
    const huge = new Uint8Array(MAX_PACKAGE_BYTES + 1);
    expect(problemsOf(huge)).toMatchObject([{ code: 'package.tooLarge', data: { size: MAX_PACKAGE_BYTES + 1, limit: MAX_PACKAGE_BYTES } }]);
  });

  it('of a later version is refused with both numbers', () => {
    expect(problemsOf(resealed(bytes, (body) => { body['version'] = 7; }))).toMatchObject([{ code: 'package.newerVersion', pointer: '/version', data: { found: 7, supported: 2 } }]);
  });

  it('says at which line and column its JSON breaks', () => {
    expect(problemsOf(bytesOf('{\n  "format": oops\n}'))).toMatchObject([{ code: 'package.notJson', pointer: '/format', data: { line: 2, column: 13 } }]);
  });
});

describe('a package somebody changed', () => {
  const codesOf = (given: Uint8Array) => problemsOf(given).filter(({ severity }) => severity === 'error').map(({ code, pointer }) => [code, pointer]);
  const first = (body: Loose) => (body['projects'] as Loose[])[0]!;
  const id = project.id;

  it('without a new digest does not match it', () => {
    expect(codesOf(bytesOf(text.replace('"createdAt":"2026-03-02T08:15:00.000Z"', '"createdAt":"2026-03-03T08:15:00.000Z"')))).toEqual([['package.digest', '/digest']]);
  });

  it('in a project does not match the project digest nor its audit trail', () => {
    const changed = resealed(bytes, (body) => { first(body)['title'] = 'Altceva'; });
    expect(codesOf(changed)).toEqual([['package.projectDigest', `/integrity/${id}`], ['package.historyMismatch', `/history/${id}`]]);
  });

  it('in a project with both digests made anew still does not match its audit trail', () => {
    const changed = resealed(bytes, (body) => {
      first(body)['title'] = 'Altceva';
      body['integrity'] = { [id]: sha256Hex(canonicalJson(first(body))) };
    });
    expect(codesOf(changed)).toEqual([['package.historyMismatch', `/history/${id}`]]);
  });

  it('in the audit trail breaks its chain', () => {
    const changed = resealed(bytes, (body) => { (body['history'] as Record<string, Loose[]>)[id]![0]!['author'] = 'Altcineva'; });
    expect(codesOf(changed)).toEqual([['audit.hash', `/history/${id}/0`]]);
  });

  it('by taking the audit trail away is said', () => {
    const changed = resealed(bytes, (body) => { body['history'] = {}; });
    expect(problemsOf(changed)).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'package.noHistory', pointer: '/projects/0' }));
  });

  it('in a stored result does not match the recomputed one', () => {
    const changed = resealed(bytes, (body) => { (body['results'] as Record<string, Loose>)[id]!['axisMaximum'] = { costEffectiveness: '99', transformativePotential: '1' }; });
    expect(codesOf(changed)).toEqual([['package.resultMismatch', `/results/${id}`]]);
  });

  it('to name projects it does not have is refused', () => {
    const changed = resealed(bytes, (body) => { (body['integrity'] as Loose)['nobody'] = 'a'.repeat(64); });
    expect(codesOf(changed)).toEqual([['package.unknownProject', '/integrity/nobody']]);
  });

  it('to hold a project twice is refused', () => {
    const changed = resealed(bytes, (body) => { body['projects'] = [first(body), first(body)]; });
    expect(codesOf(changed)).toContainEqual(['package.doubleProject', '/projects/1/id']);
  });

  it('to bid for a lot that is not there is refused, at the very field', () => {
    const withBids = fc.sample(arbitraryProject, { numRuns: 50, seed: 1 }).find(({ bids }) => Object.keys(bids).length > 0)!;
    const bidId = Object.keys(withBids.bids)[0]!;
    const broken = { ...withBids, bids: { ...withBids.bids, [bidId]: { ...withBids.bids[bidId]!, lotId: 'constructor' } } };
    expect(codesOf(packageOf(broken))).toContainEqual(['project.danglingReference', `/projects/0/bids/${bidId}/lotId`]);
  });

  it('to have a field of the wrong shape says which', () => {
    const changed = resealed(bytes, (body) => { first(body)['currency'] = 'lei'; delete first(body)['lots']; });
    expect(() => readPackage('a', changed)).toThrow(ProblemError);
    expect(problemsOf(changed)).toMatchObject([{ code: 'package.badShape', pointer: expect.stringMatching(/^\/projects\/0\/(currency|lots)$/) as unknown as string }]);
  });

  it('by one flipped bit anywhere never passes as another project', () => {
    const original = canonicalJson(project);
    fc.assert(fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
      const flipped = bytes.slice();
      flipped[at] = flipped[at]! ^ (1 << bit);
      const problems = problemsOf(flipped);
      if (problems.some(({ severity }) => severity === 'error')) return;
      // Accepted: then it is the very same content, differently written.
      expect(canonicalJson(parsed(flipped))).toBe(canonicalJson(parsed(bytes)));
      expect(canonicalJson(readPackage('a', flipped).projects[0]!.project)).toBe(original);
    }), { numRuns: 400 });
  });

  it('at random never makes the reader fail in an unforeseen way', () => {
    const json = parsed(bytes);
    const values = [null, true, -1, 1.5, '', 'x'.repeat(600), [], {}, { id: 'x' }, ['a'], '2026-13-45', 'toString', 1e15];
    const paths: (string | number)[][] = [];
    const collect = (value: unknown, path: (string | number)[]): void => {
      paths.push(path);
      if (Array.isArray(value)) value.forEach((item, index) => collect(item, [...path, index]));
      else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(([key, item]) => collect(item, [...path, key]));
    };
    collect(json, []);
    const mutate = (body: unknown, path: readonly (string | number)[], value: unknown): unknown => {
      const [key, ...rest] = path;
      if (key === undefined) return value;
      const copy = Array.isArray(body) ? [...body] as unknown[] : { ...(body as Loose) };
      Reflect.set(copy, key, mutate(Reflect.get(copy, key), rest, value));
      return copy;
    };
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...values)), { minLength: 1, maxLength: 3 }), fc.boolean(), (changes, reseal) => {
      let body: unknown = json;
      for (const [path, value] of changes) {
        try { body = mutate(body, path, value); } catch { /* the path went with an earlier change */ }
      }
      const given = bytesOf(JSON.stringify(body));
      const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
      for (const problem of problemsOf(reseal && isObject ? resealed(given, () => undefined) : given)) expect(problem.code).toMatch(/^(package|project|call|audit|data)\./);
    }), { numRuns: 300 });
  });
});

describe('a long list of problems', () => {
  it('is cut, errors first, and says how many more there are', () => {
    const lots = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`lot-${index}`, { id: `lot-${index}`, position: 'a0', number: '', title: '', description: '', estimatedValue: null }]));
    const problems = readPackage('a', packageOf({ ...project, lots: { ...project.lots, ...lots } }), { rulePack: RO_2026 }).problems;
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toMatchObject({ code: 'package.moreProblems', severity: 'warning' });
  });
});
