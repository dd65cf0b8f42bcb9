import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { decodeBackup, encodeBackup } from '../../../src-renderer/exchange/backup';
import { decodePackage } from '../../../src-renderer/exchange/decode-package';
import { directDesk } from '../../../src-renderer/exchange/package-desk';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { writePackage } from '../../../src-renderer/exchange/write-package';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import { arbitraryProject, historyOf } from './arbitrary-project';
import { bytesOf, contentOf, packageOf, parsed, PRODUCER, textOf } from './package-text';

const desk = directDesk(webPlatform);
const errorsOf = (bytes: Uint8Array) => readPackage('a.caiet.json', bytes, { rulePack: RO_2026 }).problems.filter(({ severity }) => severity === 'error');

describe('a package', () => {
  it('read and written again has the same bytes', () => {
    fc.assert(fc.property(fc.uniqueArray(arbitraryProject, { minLength: 1, maxLength: 3, selector: ({ id }) => id }), (projects) => {
      const content = contentOf(projects);
      const bytes = writePackage(content);
      const report = readPackage('a.caiet.json', bytes, { rulePack: RO_2026 });
      expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const again = writePackage({ ...content, id: report.packageId, createdAt: report.createdAt, projects: report.projects });
      expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
    }), { numRuns: 60 });
  });

  it('is the same whatever order its projects and keys were given in', () => {
    fc.assert(fc.property(fc.uniqueArray(arbitraryProject, { minLength: 2, maxLength: 3, selector: ({ id }) => id }), (projects) => {
      const shuffled = projects.toReversed().map((project) => Object.fromEntries(Object.entries(project).toReversed()) as typeof project);
      expect(textOf(packageOf(...shuffled))).toBe(textOf(packageOf(...projects)));
    }), { numRuns: 30 });
  });

  it('is RFC 8785 JSON with a line end, and opens with a byte order mark before it', () => {
    const [project] = fc.sample(arbitraryProject, { numRuns: 1, seed: 7 });
    const bytes = packageOf(project!);
    expect(textOf(bytes)).toBe(`${canonicalJson(parsed(bytes))}\n`);
    expect(errorsOf(bytesOf(`\ufeff${textOf(bytes)}`))).toEqual([]);
  });

  it('may be laid out for people: whitespace and key order are not content', () => {
    const [project] = fc.sample(arbitraryProject, { numRuns: 1, seed: 8 });
    const pretty = JSON.stringify(Object.fromEntries(Object.entries(parsed(packageOf(project!))).toReversed()), null, 2);
    expect(errorsOf(bytesOf(pretty))).toEqual([]);
  });

  it('keeps fields of a later version wherever they stand', () => {
    const [project] = fc.sample(arbitraryProject, { numRuns: 1, seed: 9 });
    const later = { ...project!, riskNote: { level: 'mare' }, buyer: { ...project!.buyer, website: 'https://exemplu.ro' } };
    expect(readPackage('a', packageOf(later)).projects[0]!.project).toMatchObject({ riskNote: { level: 'mare' }, buyer: { website: 'https://exemplu.ro' } });
  });

  it('carries the evaluation its producer showed', () => {
    const [project] = fc.sample(arbitraryProject, { numRuns: 1, seed: 10 });
    const report = readPackage('a', packageOf(project!), { rulePack: RO_2026 });
    expect(report.projects[0]!.storedResult?.lots).toHaveLength(Object.keys(project!.lots).length);
  });
});

describe('a safety copy', () => {
  it('brings back every project with its history', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(arbitraryProject, { maxLength: 3, selector: ({ id }) => id }), async (projects) => {
      const entries = projects.map((project) => ({ project, history: historyOf(project) }));
      const { bytes } = await encodeBackup({ projects: entries, at: '2026-03-02T08:15:00.000Z', producer: PRODUCER }, desk);
      expect(await desk.prove(bytes)).toMatchObject({ projects: projects.length, sha256: sha256Hex(bytes) });
      const restored = (await decodeBackup(bytes, webPlatform)).projects.map(({ project, history }) => ({ project, history }));
      expect(restored).toEqual(entries.toSorted((left, right) => (left.project.id < right.project.id ? -1 : 1)));
      expect(decodePackage(bytes).content.kind).toBe('backup');
    }), { numRuns: 30 });
  });

  it('is refused whole when any of it is damaged', async () => {
    const [project] = fc.sample(arbitraryProject, { numRuns: 1, seed: 11 });
    const { bytes } = await encodeBackup({ projects: [{ project: project!, history: historyOf(project!) }], at: '2026-03-02T08:15:00.000Z', producer: PRODUCER }, desk);
    const damaged = bytesOf(textOf(bytes).replaceAll('"currency":"RON"', '"currency":"EUR"'));
    for (const read of [() => decodeBackup(damaged, webPlatform), () => desk.prove(damaged)]) await expect(read()).rejects.toMatchObject({ problem: { severity: 'error' } });
  });
});
