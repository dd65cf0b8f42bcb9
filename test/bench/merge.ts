/** Merging packages of 10, 100 and 1,000 projects against reading through the same input once: the ratio stays, so it grows as its input. */
import { sealEntry } from '../../src-renderer/domain/audit';
import type { AuditEntry } from '../../src-renderer/domain/change';
import { canonicalJson } from '../../src-renderer/domain/digest';
import { demoProject } from '../../src-renderer/domain/demo/demo-project';
import { diff } from '../../src-renderer/domain/json-diff';
import type { Project } from '../../src-renderer/domain/project';
import type { Json } from '../../src-renderer/domain/values';
import { mergeProjects, type MergeSide } from '../../src-renderer/exchange/merge/merge-projects';
import type { BenchRow } from './bench-row';

const SIZES = [10, 100, 1000];
const AT = '2026-05-20T09:00:00.000Z';

interface Pair {
  readonly local: MergeSide;
  readonly incoming: MergeSide;
}

const edited = (side: MergeSide, device: string, project: Project): MergeSide => {
  const head = side.history.at(-1) ?? null;
  const entry = sealEntry({ id: `${device}-${side.project.id}`, projectId: side.project.id, label: { code: 'projectEdited', data: {} }, at: AT, author: device, deviceId: device, patches: diff(side.project as Json, project as Json) }, head);
  return { project, history: [...side.history, entry] };
};

const pairs = (count: number): Pair[] => {
  let last = 0;
  const ids = { next: () => `p${(last += 1)}` };
  return Array.from({ length: count }, () => {
    const project = demoProject(ids, { now: () => AT });
    const created: AuditEntry = sealEntry({ id: `c-${project.id}`, projectId: project.id, label: { code: 'projectCreated', data: {} }, at: AT, author: '', deviceId: 'device', patches: [{ path: [], after: project as Json }] }, null);
    const start = { project, history: [created] };
    return { local: edited(start, 'here', { ...project, title: 'Here' }), incoming: edited(start, 'there', { ...project, title: 'There', description: 'There' }) };
  });
};

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Each is run this often after a first time that does not count; the middle one is told. */
const RUNS = 5;

const median = (work: () => void): number => {
  work();
  const times = Array.from({ length: RUNS }, () => timed(work)).toSorted((left, right) => left - right);
  return times[Math.floor(RUNS / 2)] ?? 0;
};

/** Throws when a merge does not find the one conflict each pair has. */
export const benchMerge = (): Promise<BenchRow[]> => Promise.resolve(SIZES.map((count): BenchRow => {
  const input = pairs(count);
  const ms = median(() => {
    for (const { local, incoming } of input) {
      const outcome = mergeProjects(local, incoming);
      if (outcome.status !== 'merged' || outcome.opened.length !== 1) throw new Error(`A merge ended as ${outcome.status}`);
    }
  });
  const floorMs = median(() => {
    for (const { local, incoming } of input) canonicalJson([local, incoming]);
  });
  return { what: `merge ${count.toLocaleString('en')} projects edited on both sides`, floor: 'writing both sides out once as canonical JSON', ratio: ms / floorMs, ms, floorMs };
}));
