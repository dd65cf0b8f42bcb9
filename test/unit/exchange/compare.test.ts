import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { finish } from '../../../src-renderer/domain/in-steps';
import type { Project } from '../../../src-renderer/domain/project';
import { comparingPackageProject } from '../../../src-renderer/exchange/compare';
import { bid, projectOf } from '../domain/fixtures';
import { arbitraryProject } from './arbitrary-project';

const updatedAt = '2026-03-02T08:15:00.000Z';
const origin = { packageId: 'package', createdAt: updatedAt, producer: { app: 'Caiet', version: '1', authority: '' }, deviceId: 'device', base: {}, isRedacted: false };
const packed = (project: Project) => ({ project, history: [], digest: '' });
const comparing = (...asked: Parameters<typeof comparingPackageProject>) => finish(comparingPackageProject(...asked));

describe('comparing a package with what is here', () => {
  it('knows a new project, the same one, and what makes a different one', () => {
    fc.assert(fc.property(arbitraryProject, arbitraryProject, (local, other) => {
      const incoming = { ...other, id: local.id };
      expect(comparing(undefined, packed(incoming), origin)).toEqual({ status: 'new' });
      expect(comparing({ project: local, history: [], updatedAt }, packed(structuredClone(local)), origin)).toEqual({ status: 'same', learns: false });
      const comparison = comparing({ project: local, history: [], updatedAt }, packed(incoming), origin);
      if (comparison.status !== 'different') return;
      expect(comparison.localUpdatedAt).toBe(updatedAt);
      expect(applyPatches(local, comparison.patches)).toEqual(incoming);
    }), { numRuns: 40 });
  });

  it('stops after every few records, and before it merges', () => {
    const stopsWith = (count: number): number => {
      const local = projectOf({ bids: Array.from({ length: count }, (_, index) => bid(`b${index}`)) });
      return [...comparingPackageProject({ project: local, history: [], updatedAt }, packed(structuredClone(local)), origin)].length;
    };
    // The bids and their bidders, 128 at a time.
    expect(stopsWith(1280) - stopsWith(0)).toBeGreaterThanOrEqual(2 * 9);
    expect(stopsWith(0)).toBeGreaterThan(0);
  });
});
