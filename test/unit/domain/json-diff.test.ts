import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import type { Patch } from '../../../src-renderer/domain/change';
import { finish } from '../../../src-renderer/domain/in-steps';
import { invert } from '../../../src-renderer/domain/invert';
import { diff, diffInSteps } from '../../../src-renderer/domain/json-diff';
import { equalJson } from '../../../src-renderer/domain/json-equal';
import { ProblemError } from '../../../src-renderer/domain/problem';
import type { Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { bid, lot, projectOf } from './fixtures';

const HOSTILE = ['__proto__', 'constructor', 'prototype'];

/** Objects like an aggregate: few keys, so that two of them overlap. */
const key = fc.constantFrom('a', 'b', 'c', 'lots', 'title', 'x/y', 'm~n', 'toString');
const { tree } = fc.letrec<{ tree: Json; node: Json }>((tie) => ({
  tree: fc.dictionary(key, tie('node'), { maxKeys: 5 }),
  node: fc.oneof({ depthSize: 'small' }, fc.constantFrom<Json>(null, true, false, 0, 1, 'one', 'two'), fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }), tie('tree')),
}));

// The mechanism works on any JSON object; the type only admits projects.
const asProject = (value: Json | undefined): Project | undefined => value as Project | undefined;

const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
};

const valueAt = (root: Json | undefined, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((value, segment) => (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, segment) ? value[segment] : undefined), root);

describe('diff in steps', { timeout: 60_000 }, () => {
  it('finds the same patches', () => {
    fc.assert(fc.property(fc.dictionary(key, tree), fc.dictionary(key, tree), (before, after) => {
      expect(finish(diffInSteps(asProject(before)!, asProject(after)!))).toEqual(diff(before, after));
    }));
  });

  it('stops at least once in 128 records', () => {
    const bids = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`bid-${index}`, { id: `bid-${index}` }]));
    const steps = [...diffInSteps(asProject({ bids: {} })!, asProject({ bids })!)];
    expect(steps).toEqual([0, 128, 256, 384, 512, 640, 768, 896]);
  });
});

describe('diff, applyPatches and invert', { timeout: 60_000 }, () => {
  it('lead from before to after and back', () => {
    fc.assert(fc.property(tree, tree, (before, after) => {
      const patches = diff(before, after);
      expect(applyPatches(asProject(before), patches)).toEqual(after);
      expect(applyPatches(asProject(after), invert(patches))).toEqual(before);
    }), { numRuns: 2000 });
  });

  it('carry creation and removal of the whole', () => {
    fc.assert(fc.property(tree, (whole) => {
      expect(applyPatches(undefined, diff(undefined, whole))).toEqual(whole);
      expect(applyPatches(asProject(whole), diff(whole, undefined))).toBeUndefined();
    }));
  });

  it('say nothing when nothing changed, whatever the order of keys', () => {
    fc.assert(fc.property(tree, (value) => {
      const reversed = Object.fromEntries(Object.entries(value as object).toReversed());
      expect(diff(value, reversed)).toEqual([]);
    }));
  });

  it('name only values that differ, never an object on both sides, in the order of keys', () => {
    fc.assert(fc.property(tree, tree, (before, after) => {
      const patches = diff(before, after);
      for (const patch of patches) {
        expect(valueAt(before, patch.path)).toEqual(patch.before);
        expect(valueAt(after, patch.path)).toEqual(patch.after);
        expect(equalJson(patch.before, patch.after)).toBe(false);
      }
      const paths = patches.map(({ path }) => path.join('\u0000'));
      expect(new Set(paths).size).toBe(paths.length);
      expect(diff(structuredClone(before), structuredClone(after))).toEqual(patches);
    }));
  });

  it('take an array as one value and put the base before the path', () => {
    expect(diff({ list: [1, 2] }, { list: [1, 3] }, ['projects', 'p'])).toEqual([{ path: ['projects', 'p', 'list'], before: [1, 2], after: [1, 3] }]);
  });

  it('share what did not change and leave the given project alone', () => {
    const project = projectOf({ lots: [lot('1'), lot('2')], bids: [bid('b')] });
    const copy = structuredClone(project);
    const next = applyPatches(project, [{ path: ['lots', '1', 'title'], before: 'Lot 1', after: 'Lamps' }]);
    expect(project).toEqual(copy);
    expect(next?.lots['1']?.title).toBe('Lamps');
    expect(next?.lots['2']).toBe(project.lots['2']);
    expect(next?.bids).toBe(project.bids);
  });

  it('take patches that build on one another back from the last to the first', () => {
    const project = projectOf({});
    const patches: Patch[] = [{ path: ['lots', '3'], after: { id: '3', title: 'New' } }, { path: ['lots', '3', 'title'], before: 'New', after: 'Newer' }];
    expect(applyPatches(applyPatches(project, patches), invert(patches))).toEqual(project);
  });

  it('never write into the values of a patch', () => {
    const record = { id: '3', title: 'New' };
    const patches: Patch[] = [{ path: ['lots', '3'], after: record }, { path: ['lots', '3', 'title'], before: 'New', after: 'Newer' }];
    applyPatches(projectOf({}), patches);
    expect(record.title).toBe('New');
  });

  it.each<[string, Patch]>([
    ['/title', { path: ['title'], before: 'Other', after: 'Mine' }],
    ['/lots/1', { path: ['lots', '1'], after: {} }],
    ['/lots/9/title', { path: ['lots', '9', 'title'], before: 'Gone', after: 'Back' }],
    ['/lots/toString', { path: ['lots', 'toString'], before: 'inherited', after: null }],
    ['', { path: [], after: {} }],
  ])('refuse a stale patch at %s', (pointer, patch) => {
    expect(problemOf(() => applyPatches(projectOf({}), [patch]))).toMatchObject({ code: 'store.stale', pointer });
  });

  it.each(HOSTILE)('refuse %s in paths and values', (name) => {
    const value = JSON.parse(`{"${name}": {"polluted": true}}`) as Json;
    expect(problemOf(() => applyPatches(projectOf({}), [{ path: ['lots', name], after: {} }]))?.code).toBe('change.hostileKey');
    expect(problemOf(() => applyPatches(projectOf({}), [{ path: ['lots', 'new'], after: { deep: [value] } }]))).toMatchObject({ code: 'change.hostileKey', pointer: `/lots/new/deep/0/${name}` });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
