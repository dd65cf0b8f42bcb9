import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import type { Project } from '../../../src-renderer/domain/project';
import { comparePackageProject } from '../../../src-renderer/exchange/compare';
import { arbitraryProject } from './arbitrary-project';

const updatedAt = '2026-03-02T08:15:00.000Z';
const origin = { packageId: 'package', createdAt: updatedAt, producer: { app: 'Caiet', version: '1', authority: '' }, deviceId: 'device', base: {}, isRedacted: false };
const packed = (project: Project) => ({ project, history: [], digest: '' });

describe('comparing a package with what is here', () => {
  it('knows a new project, the same one, and what makes a different one', () => {
    fc.assert(fc.property(arbitraryProject, arbitraryProject, (local, other) => {
      const incoming = { ...other, id: local.id };
      expect(comparePackageProject(undefined, packed(incoming), origin)).toEqual({ status: 'new' });
      expect(comparePackageProject({ project: local, history: [], updatedAt }, packed(structuredClone(local)), origin)).toEqual({ status: 'same', learns: false });
      const comparison = comparePackageProject({ project: local, history: [], updatedAt }, packed(incoming), origin);
      if (comparison.status !== 'different') return;
      expect(comparison.localUpdatedAt).toBe(updatedAt);
      expect(applyPatches(local, comparison.patches)).toEqual(incoming);
    }), { numRuns: 40 });
  });
});
