import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { COLLECTIONS, type Project } from '../../../src-renderer/domain/project';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { asCopy } from '../../../src-renderer/exchange/as-copy';
import { comparePackageProject } from '../../../src-renderer/exchange/compare';
import { arbitraryProject } from './arbitrary-project';

const countingIds = () => {
  let count = 0;
  return { next: () => `new-${(count += 1)}` };
};
const updatedAt = '2026-03-02T08:15:00.000Z';
const origin = { packageId: 'package', createdAt: updatedAt, producer: { app: 'Caiet', version: '1', authority: '' }, deviceId: 'device', base: {}, isRedacted: false };
const packed = (project: Project) => ({ project, history: [], digest: '' });

describe('comparing a package with what is here', () => {
  it('knows a new project, the same one, and what makes a different one', () => {
    fc.assert(fc.property(arbitraryProject, arbitraryProject, (local, other) => {
      const incoming = { ...other, id: local.id };
      expect(comparePackageProject(undefined, packed(incoming), origin)).toEqual({ status: 'new' });
      expect(comparePackageProject({ project: local, history: [], updatedAt }, packed(structuredClone(local)), origin)).toEqual({ status: 'same' });
      const comparison = comparePackageProject({ project: local, history: [], updatedAt }, packed(incoming), origin);
      if (comparison.status !== 'different') return;
      expect(comparison.localUpdatedAt).toBe(updatedAt);
      expect(applyPatches(local, comparison.patches)).toEqual(incoming);
    }), { numRuns: 40 });
  });
});

describe('a copy', () => {
  it('shares no id with its original, is as sound, and evaluates to the same points', () => {
    fc.assert(fc.property(arbitraryProject, (project) => {
      const copy = asCopy(project, countingIds());
      expect(copy.id).not.toBe(project.id);
      for (const collection of COLLECTIONS) {
        expect(Object.keys(copy[collection])).toHaveLength(Object.keys(project[collection]).length);
        for (const id of Object.keys(project[collection])) expect(copy[collection]).not.toHaveProperty([id]);
      }
      expect(projectProblems(copy).filter(({ severity }) => severity === 'error')).toEqual([]);
      const points = (given: typeof project) => evaluate(given, RO_2026).lots.map(({ ranking }) => ranking.map(({ total }) => total ?? '').toSorted((left, right) => left.localeCompare(right)));
      expect(points(copy)).toEqual(points(project));
      expect(copy['laterField']).toEqual(project['laterField']);
    }), { numRuns: 40 });
  });
});
