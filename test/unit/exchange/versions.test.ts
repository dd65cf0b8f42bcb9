/** One frozen package of every released version of the format. They are never edited: when one fails, the code is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src-renderer/domain/audit';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { PACKAGE_VERSION } from '../../../src-renderer/exchange/package-schema';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { writePackage } from '../../../src-renderer/exchange/write-package';
import { bytesOf, contentOf, problemsOf, resealed, type Loose } from './package-text';

const folder = join(import.meta.dirname, '../../fixtures/packages');
const frozen = readdirSync(folder).filter((name) => /^v\d+\.caiet\.json$/.test(name));
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

describe('packages of earlier versions', () => {
  it('are kept for every version before this one', () => {
    expect(frozen.toSorted()).toEqual(Array.from({ length: PACKAGE_VERSION - 1 }, (_, index) => `v${index + 1}.caiet.json`));
  });

  it.each(frozen)('%s is read without a remark, its chains whole and its digests those of the file', (name) => {
    const report = readPackage(name, read(name), { rulePack: RO_2026 });
    expect(report.problems).toEqual([]);
    expect(report.projects.length).toBeGreaterThan(0);
    for (const { project, history, digest } of report.projects) {
      expect(verifyChain(history)).toEqual([]);
      expect(digest).toBe(sha256Hex(canonicalJson(project)));
    }
  });

  it.each(frozen)('%s handed on is a package of this version with the same projects and chains', (name) => {
    const before = readPackage(name, read(name));
    const bytes = writePackage({ ...contentOf([]), id: before.packageId, createdAt: before.createdAt, projects: before.projects });
    const after = readPackage(name, bytes, { rulePack: RO_2026 });
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ version: PACKAGE_VERSION });
    expect(after.problems).toEqual([]);
    expect(after.projects.map(({ project, history, digest }) => ({ project, history, digest }))).toEqual(before.projects.map(({ project, history, digest }) => ({ project, history, digest })));
  });

  it.each(frozen)('%s does not pass for whole after a change', (name) => {
    const renamed = bytesOf(new TextDecoder().decode(read(name)).replaceAll('Ana Pop', 'Ana Rus'));
    expect(problemsOf(renamed).map(({ code }) => code)).toEqual(expect.arrayContaining(['package.digest', 'audit.hash']));
    const sealedAnew = resealed(read(name), (body) => { ((body['projects'] as Loose[])[0]!)['title'] = 'Altceva'; });
    expect(problemsOf(sealedAnew).map(({ code }) => code)).toEqual(expect.arrayContaining(['package.projectDigest', 'package.historyMismatch']));
  });
});
