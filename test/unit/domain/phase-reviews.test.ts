/** The phases of a contract: when each is due, where it stands, and what does not agree. */
import { describe, expect, it } from 'vitest';
import { contractPhases, isUnderContract, reviewsWithoutPhase } from '../../../src-renderer/domain/contract-phases';
import { awardDeadlines, nextDeadline } from '../../../src-renderer/domain/decision/award-deadlines';
import { blankReview, type PhaseReview } from '../../../src-renderer/domain/phase-review';
import { phaseReviewProblems } from '../../../src-renderer/domain/phase-review-problems';
import type { Phase } from '../../../src-renderer/domain/phase';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { projectSchema, type Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { bid, lot, price, projectOf } from './fixtures';

const phase = (id: string, months: number | null): Phase => ({ id, position: `a${id}`, name: `Faza ${id}`, suppliers: null, capPerSupplier: null, budget: null, months, result: '' });
const reviewed = (phaseId: string, fields: Partial<PhaseReview>): Readonly<Record<string, PhaseReview>> => {
  const made = { ...blankReview('1', phaseId), ...fields };
  return { [made.id]: made };
};

const signed = (phases: readonly Phase[], phaseReviews: Project['phaseReviews'] = {}, signedOn: string | null = '2026-01-31'): Project => ({
  ...projectOf({ lots: [lot('1')], criteria: [price('c1')], bids: [bid('b1')] }),
  decisions: { 1: { id: '1', outcome: 'award', winnerBidId: 'b1', reason: '', decidedAt: '2026-01-10T08:00:00.000Z', approvedBy: '', approvedOn: null, basisHash: 'a'.repeat(64) } },
  afterDecisions: { 1: { id: '1', communicatedOn: '2026-01-12', signedOn, noticeSentOn: '2026-02-01' } },
  phases: Object.fromEntries(phases.map((each) => [each.id, each])), phaseReviews,
});
const THREE = [phase('1', 1), phase('2', 2), phase('3', 6)];
const dueDays = (project: Project) => contractPhases(project, '1').map(({ dueOn }) => dueOn);

describe('the days phases are due', () => {
  it('are counted in months from the signing, not from one short month to the next', () => {
    expect(dueDays(signed(THREE))).toEqual(['2026-02-28', '2026-04-30', '2026-10-31']);
  });

  it('are not known before the signing, nor after a phase of unknown length', () => {
    expect(dueDays(signed(THREE, {}, null))).toEqual([null, null, null]);
    expect(dueDays(signed([phase('1', 1), phase('2', null), phase('3', 6)]))).toEqual(['2026-02-28', null, null]);
  });

  it('move with a day agreed otherwise, which also mends an unknown length', () => {
    expect(dueDays(signed(THREE, reviewed('1', { dueOn: '2026-03-15' })))).toEqual(['2026-03-15', '2026-05-15', '2026-11-15']);
    expect(dueDays(signed([phase('1', 1), phase('2', null), phase('3', 6)], reviewed('2', { dueOn: '2026-06-01' })))).toEqual(['2026-02-28', '2026-06-01', '2026-12-01']);
  });

  it('are of each lot by itself', () => {
    expect(contractPhases(signed(THREE, reviewed('1', { dueOn: '2026-03-15' })), '2').map(({ review, dueOn }) => [review, dueOn])).toEqual([[null, null], [null, null], [null, null]]);
  });
});

describe('a contract', () => {
  it('is there when its lot is awarded and the day of signing typed', () => {
    const project = signed(THREE);
    const cancelled: Project = { ...project, decisions: { 1: { ...project.decisions!['1']!, outcome: 'cancel', winnerBidId: null } } };
    expect([project, signed(THREE, {}, null), { ...project, decisions: {} }, cancelled].map((each) => isUnderContract(each, '1'))).toEqual([true, false, false, false]);
  });

  it('does not begin the phases after a stop', () => {
    const project = signed(THREE, reviewed('2', { status: 'notMet', gate: 'stop' }));
    expect(contractPhases(project, '1').map(({ isStopped }) => isStopped)).toEqual([false, false, true]);
    const kinds = awardDeadlines(project, RO_2026, '2026-03-01').filter(({ kind }) => kind === 'phase');
    expect(kinds.map(({ phaseId }) => phaseId)).toEqual(['1', '2']);
  });
});

describe('the deadlines of a contract', () => {
  const phasesOf = (project: Project, today: string) => awardDeadlines(project, RO_2026, today).filter(({ kind }) => kind === 'phase').map(({ on, doneOn, state }) => [on, doneOn, state]);

  it('are its phases: done by the day they were met, late without', () => {
    const project = signed(THREE, { ...reviewed('1', { status: 'met', metOn: '2026-03-02' }), ...reviewed('2', { status: 'notMet', metOn: '2026-04-01' }) });
    expect(phasesOf(project, '2026-05-01')).toEqual([['2026-02-28', '2026-03-02', 'doneLate'], ['2026-04-30', null, 'late'], ['2026-10-31', null, 'running']]);
    expect(nextDeadline(awardDeadlines(signed(THREE), RO_2026, '2026-02-01').filter(({ kind }) => kind === 'phase'))?.on).toBe('2026-02-28');
  });

  it('run after a pre-commercial procurement too, where no period of the law does', () => {
    const project: Project = { ...signed(THREE), procedure: { chosen: 'preCommercial' } };
    expect(awardDeadlines(project, RO_2026, '2026-02-01').map(({ kind }) => kind)).toEqual(['phase', 'phase', 'phase']);
  });
});

describe('what does not agree', () => {
  const codes = (reviews: Project['phaseReviews'], today = '2026-12-01') => phaseReviewProblems(signed(THREE, reviews), '1', today).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
  const whole: Partial<PhaseReview> = { status: 'met', metOn: '2026-02-20', reviewedOn: '2026-02-21', gate: 'continue' };

  it('is nothing while all is well, or nothing is recorded', () => {
    expect(codes({})).toEqual([]);
    expect(codes(reviewed('1', whole))).toEqual([]);
    expect(codes({ ...reviewed('1', whole), ...reviewed('2', whole), ...reviewed('3', { ...whole, gate: null }) })).toEqual([]);
  });

  it.each<[string, Partial<PhaseReview>]>([
    ['phaseReview.dayMissing /phaseReviews/1.1/metOn', { ...whole, metOn: null }],
    ['phaseReview.beforeSigning /phaseReviews/1.1/metOn', { ...whole, metOn: '2026-01-30' }],
    ['phaseReview.toCome /phaseReviews/1.1/reviewedOn', { ...whole, reviewedOn: '2026-12-02' }],
    ['phaseReview.reviewedBefore /phaseReviews/1.1/reviewedOn', { ...whole, reviewedOn: '2026-02-19' }],
    ['phaseReview.gateMissing /phaseReviews/1.1/gate', { ...whole, gate: null }],
    ['phaseReview.reasonMissing /phaseReviews/1.1/stopReason', { ...whole, gate: 'stop' }],
  ])('%s', (told, fields) => {
    expect(codes(reviewed('1', fields))).toEqual([told]);
  });

  it('is a phase judged before the one in front of it, or after a stop', () => {
    expect(codes(reviewed('2', whole))).toEqual(['phaseReview.skipped /phaseReviews/1.2/status']);
    expect(codes({ ...reviewed('1', { ...whole, gate: 'stop', stopReason: 'cost' }), ...reviewed('2', whole) })).toEqual(['phaseReview.afterStop /phaseReviews/1.2/status']);
  });

  it('is no error of a package, but told where a record leads nowhere', () => {
    const project = signed(THREE, { ...reviewed('1', whole), ...reviewed('gone', whole) });
    expect(projectSchema.safeParse(project).success).toBe(true);
    expect(projectProblems(project).filter(({ code }) => code === 'project.danglingReference')).toEqual([expect.objectContaining({ severity: 'warning', pointer: '/phaseReviews/1.gone/phaseId' })]);
    expect(reviewsWithoutPhase(project, '1').map(({ phaseId }) => phaseId)).toEqual(['gone']);
  });
});
