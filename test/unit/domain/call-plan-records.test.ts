/** What the planning records of a call mean, and that a package with them is as sound as one without. */
import { describe, expect, it } from 'vitest';
import type { Clarification } from '../../../src-renderer/domain/clarification';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { ERRATUM_EFFECTS, type Erratum } from '../../../src-renderer/domain/erratum';
import { MAX_SUPPLIERS, type Phase } from '../../../src-renderer/domain/phase';
import { CONTRACT_TYPES, procedureOf, procedureSchema, ROUTES, type Procedure } from '../../../src-renderer/domain/procedure/procedure';
import { newProject } from '../../../src-renderer/domain/project-new';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { projectSchema, type Project } from '../../../src-renderer/domain/project';
import { isMilestoneKind, MILESTONES, plannedDate, type Milestone } from '../../../src-renderer/domain/timeline/milestone';
import { clock, countingIds } from './fixtures';

const phase: Phase = { id: 'p', position: 'a0', name: 'Prototip', suppliers: MAX_SUPPLIERS, capPerSupplier: { amount: 1, currency: 'RON' }, budget: null, months: 6, result: '' };
const question: Clarification = { id: 'q', position: 'a0', receivedOn: '2026-03-02', asker: 'SC Lumina SRL', question: 'Noi?', publicQuestion: 'Se poate?', answer: 'Da.', publishedOn: null, mergedInto: null };
const erratum: Erratum = { id: 'e', position: 'a0', what: 'Lotul 2', reason: '', effect: ERRATUM_EFFECTS[1], publishedOn: null, deadlineBefore: null, deadlineAfter: null };
const deadline: Milestone = { id: 'deadline', date: '2026-04-14' };
const procedure: Procedure = { contractType: CONTRACT_TYPES[0], chosen: ROUTES[0], extraValue: { amount: 100, currency: 'RON' } };

const planned = (fields: Partial<Project>): Project => ({ ...demoProject(countingIds(), clock), ...fields });

describe('planning records', () => {
  it('belong to the aggregate, and a project without them stays valid', () => {
    const project = planned({ procedure, milestones: { deadline }, phases: { p: phase }, clarifications: { q: question }, errata: { e: erratum } });
    expect(projectSchema.parse(project)).toEqual(project);
    expect(projectProblems(project).filter(({ severity }) => severity === 'error')).toEqual([]);
    const without = newProject(countingIds(), clock, { title: 'Fără' });
    expect(procedureOf(without)).toEqual({});
    expect(plannedDate(without, 'deadline')).toBeNull();
    expect(plannedDate(project, 'deadline')).toBe('2026-04-14');
  });

  it('take no code that is none, no level of readiness that is none', () => {
    expect(procedureSchema.safeParse({ trl: 10 }).success).toBe(false);
    expect(procedureSchema.safeParse({ chosen: 'auction' }).success).toBe(false);
    const [lotId, lot] = Object.entries(planned({}).lots)[0]!;
    expect(projectSchema.safeParse(planned({ lots: { [lotId]: { ...lot, cpv: '34993000' } } })).success).toBe(false);
    expect(projectSchema.safeParse(planned({ lots: { [lotId]: { ...lot, cpv: '34993000-4', additionalCpv: ['48000000-8'] } } })).success).toBe(true);
  });

  it('know the days every call has from days of one\'s own', () => {
    expect(MILESTONES.every(isMilestoneKind)).toBe(true);
    expect(isMilestoneKind('0198-own')).toBe(false);
  });

  it.each([
    ['a merge that leads nowhere', { clarifications: { q: { ...question, mergedInto: 'gone' } } }, 'project.danglingReference', '/clarifications/q/mergedInto'],
    ['a freeze of an erratum that is gone', { freezes: { 1: { id: '1', at: '2026-03-02T08:00:00.000Z', hash: '0'.repeat(64), rulePackId: 'ro-2026', erratumId: 'gone' } } }, 'project.danglingReference', '/freezes/1/erratumId'],
    ['a place that is none', { phases: { p: { ...phase, position: '!' } } }, 'project.positionInvalid', '/phases/p/position'],
    ['an amount nothing can be added to', { phases: { p: { ...phase, budget: { amount: Number.MAX_SAFE_INTEGER, currency: 'RON' } } } }, 'project.amountTooLarge', '/phases/p/budget'],
    ['a record under another id', { errata: { x: erratum } }, 'project.keyMismatch', '/errata/x/id'],
  ] as const)('tell of %s', (_what, fields, code, pointer) => {
    expect(projectProblems(planned(fields))).toContainEqual(expect.objectContaining({ code, pointer }));
  });
});
