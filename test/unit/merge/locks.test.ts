/** What is frozen does not change by import; what was refused is seen. */
import { expect, it } from 'vitest';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { callHash, frozenIntact } from '../../../src-renderer/domain/frozen-call';
import type { Project } from '../../../src-renderer/domain/project';
import { Device } from './device';
import { start } from './random-edits';

const frozen = (project: Project): Project =>
  ({ ...project, freezes: { 1: { id: '1', at: '2026-05-20T09:00:00.000Z', hash: callHash(project), rulePackId: 'ro-2026', erratumId: null } } });
const weighted = (project: Project): Project =>
  ({ ...project, title: 'New title', awardCriteria: { ...project.awardCriteria, c1: { ...project.awardCriteria['c1']!, weight: '55' } } });

it('a frozen call stays as it was on both computers, and the refused change waits as a conflict', () => {
  const here = Device.creating('A', start());
  const there = Device.adding('B', here.export());
  here.edit(frozen(here.project));
  there.edit(weighted(there.project));
  const theirs = there.export();
  there.import(here.export());
  here.import(theirs);
  for (const { project } of [here, there]) {
    expect(frozenIntact(project)).toBe(true);
    expect(project.awardCriteria['c1']?.weight).toBe('40');
    expect(project.title).toBe('New title');
    expect(openConflicts(project)).toMatchObject([{ kind: 'locked', lock: 'call' }]);
  }
  const [conflict] = openConflicts(here.project);
  expect(JSON.stringify(conflict?.sides)).toContain('"55"');
});

it('a frozen requirement stays as it was, what was written there waits, and its notes merge', () => {
  const requirement = { id: 'r', position: 'a0', code: '', section: '', text: 'Date deschise', kind: 'mandatory' as const, aspect: null, verification: '', needId: null, criterionId: null, notes: '', importId: null };
  const here = Device.creating('A', { ...start(), requirements: { r: requirement } });
  const there = Device.adding('B', here.export());
  here.edit({ ...here.project, freezes: { 1: { id: '1', at: '2026-05-20T09:00:00.000Z', hash: callHash(here.project, 2), covers: 2, rulePackId: 'ro-2026', erratumId: null } } });
  there.edit({ ...there.project, requirements: { r: { ...requirement, text: 'Altfel', notes: 'De discutat' }, more: { ...requirement, id: 'more' } } });
  const theirs = there.export();
  there.import(here.export());
  here.import(theirs);
  for (const { project } of [here, there]) {
    expect(frozenIntact(project)).toBe(true);
    expect(project.requirements).toEqual({ r: { ...requirement, notes: 'De discutat' } });
    expect(openConflicts(project)).toMatchObject([{ kind: 'locked', lock: 'call' }]);
    expect(JSON.stringify(openConflicts(project))).toContain('Altfel');
  }
});
