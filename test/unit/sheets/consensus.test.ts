import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commissionProblems, hasCommission } from '../../../src-renderer/domain/commission-problems';
import { hasVote, scoresBids } from '../../../src-renderer/domain/commission';
import { agreementObstacle, consensusCells, isOpen, tally, votesNeeded } from '../../../src-renderer/domain/consensus';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { Moderation } from '../../../src-renderer/domain/moderation';
import type { Evaluator, Project } from '../../../src-renderer/domain/project';
import { envelopeProblems, qualityHash } from '../../../src-renderer/domain/quality-lock';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { bid, projectOf, quality } from '../domain/fixtures';
import { committee, declaration } from './committee';

const people = (count: number): Project => {
  const ids = Array.from({ length: count }, (_, index) => `e${index}`);
  const project = projectOf({ criteria: [quality('q', { weight: '100' })], bids: [bid('b')], evaluators: ids });
  return project;
};

const moderation = (fields: Partial<Moderation> = {}): Moderation =>
  ({ id: 'b.q', bidId: 'b', criterionId: 'q', value: '3', reason: 'Pagina 4, tabelul 2.', agreedAt: null, votes: {}, dissents: {}, ...fields });

describe('two thirds of those who vote, rounded up', () => {
  it('is what a person counts, for every size of commission', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
      expect(votesNeeded(people(count), RO_2026)).toBe(Math.ceil((2 * count) / 3));
    }));
  });

  it('leaves experts and a chair without vote out', () => {
    const project = committee();
    expect(Object.values(project.evaluators).filter(hasVote).map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    expect(votesNeeded(project, RO_2026)).toBe(2);
    const chair: Evaluator = { ...project.evaluators['e1']!, votes: false };
    expect([hasVote(chair), scoresBids(chair), scoresBids(project.evaluators['e4']!)]).toEqual([false, false, true]);
    expect(votesNeeded({ ...project, evaluators: { ...project.evaluators, e1: chair } }, RO_2026)).toBe(2);
  });

  it('carries at once; a majority only after the bid was read again', () => {
    const project = people(5);
    const three = moderation({ votes: { e0: 'for', e1: 'for', e2: 'for', e3: 'against', e4: 'against' } });
    expect(tally(project, three, RO_2026)).toMatchObject({ for: 3, against: 2, voters: 5, needed: 4, carriedBy: null });
    expect(tally(project, { ...three, reanalysedOn: '2026-05-21' }, RO_2026).carriedBy).toBe('majority');
    expect(tally(project, { ...three, votes: { ...three.votes, e3: 'for' } }, RO_2026).carriedBy).toBe('twoThirds');
    expect(tally(people(4), { ...three, reanalysedOn: '2026-05-21', votes: { e0: 'for', e1: 'for', e2: 'against' } }, RO_2026).carriedBy).toBeNull();
  });

  it('is not enough without a score, a reason, and the notes of those against', () => {
    const project = people(3);
    const votes = { e0: 'for', e1: 'for', e2: 'against' } as const;
    const obstacle = (fields: Partial<Moderation>) => agreementObstacle(project, moderation({ votes, ...fields }), 5, RO_2026);
    expect(obstacle({ value: null })).toBe('noScore');
    expect(obstacle({ value: '6' })).toBe('noScore');
    expect(obstacle({ reason: '  ' })).toBe('noReason');
    expect(obstacle({ votes: { e0: 'for' } })).toBe('notCarried');
    expect(obstacle({})).toBe('noteMissing');
    expect(obstacle({ dissents: { e2: 'Nu sunt de acord: pagina 4 arată altceva.' } })).toBeNull();
  });
});

describe('scores far apart', () => {
  const scored = (values: readonly (string | null)[], max = 5): Project => {
    const project = projectOf({
      criteria: [quality('q', { weight: '100', scale: { max, anchors: {} } })], bids: [bid('b')], evaluators: values.map((_, index) => `e${index}`),
      scores: Object.fromEntries(values.map((value, index) => [`e${index}`, { b: { q: value } }])),
    });
    return project;
  };
  const cell = (project: Project) => consensusCells(project, '1', RO_2026)[0]!;

  it('are flagged from two levels of five, in proportion on other scales', () => {
    expect([['3', '4'], ['2', '4'], ['3', '3'], ['3', null]].map((values) => cell(scored(values)).flagged)).toEqual([false, true, false, false]);
    expect([['3', '6'], ['3', '7']].map((values) => cell(scored(values, 10)).flagged)).toEqual([false, true]);
    expect(cell(scored(['0', '1'], 1))).toMatchObject({ spread: 1, flagged: true });
  });

  it('are open until the commission has agreed, and an expert does not spread them', () => {
    const project = scored(['2', '5']);
    expect(isOpen(cell(project))).toBe(true);
    expect(isOpen(cell({ ...project, moderations: { 'b.q': moderation({ agreedAt: '2026-05-21T10:00:00.000Z' }) } }))).toBe(false);
    const expert = { ...project, evaluators: { ...project.evaluators, e1: { ...project.evaluators['e1']!, role: 'expert' as const } } };
    expect(cell(expert).flagged).toBe(false);
    expect(evaluate(expert, RO_2026).lots[0]?.ranking[0]?.total).toBe('40.00');
  });
});

describe('what a commission lacks', () => {
  it('is asked of no single scorer', () => {
    const alone = projectOf({ bids: [bid('b')] });
    expect(hasCommission(alone)).toBe(false);
    expect(commissionProblems(alone, RO_2026)).toEqual([]);
  });

  it('is told person by person', () => {
    const project = committee();
    const codes = (changed: Project): readonly string[] => commissionProblems(changed, RO_2026).map(({ code }) => code);
    expect(codes(project)).toEqual(Array.from({ length: 4 }, () => 'commission.noDeclaration'));
    const declared = { ...project, evaluators: Object.fromEntries(Object.entries(project.evaluators).map(([id, person]) => [id, { ...person, declaration: declaration() }])) };
    expect(codes(declared)).toEqual([]);
    const { e2: _two, e3: _three, ...few } = declared.evaluators;
    expect(codes({ ...declared, evaluators: few })).toEqual(['commission.tooFew']);
    const early = { ...declared, evaluators: { ...declared.evaluators, e1: { ...declared.evaluators['e1']!, declaration: declaration({ signedOn: '2026-05-17' }) } } };
    expect(codes(early)).toEqual(['commission.declarationEarly']);
    // A deadline that is planned or typed goes before the day the last bid came in.
    expect(codes({ ...declared, milestones: { deadline: { id: 'deadline', date: '2099-01-05' } } })).toEqual(Array.from({ length: 4 }, () => 'commission.declarationEarly'));
    expect(codes({ ...early, awardTerms: { bidsDeadline: '2026-05-17' } })).toEqual([]);
  });
});

describe('the lock', () => {
  it('tells any score that changed under it', () => {
    const project = committee({ scoreSheets: { 'e1.b1': { id: 'e1.b1', evaluatorId: 'e1', bidId: 'b1', scores: { impact: { value: '4', reason: 'Pagina 3.' } } } } });
    const locked = { ...project, envelopes: { L1: { id: 'L1', qualityLockedAt: '2026-05-21T10:00:00.000Z', qualityHash: qualityHash(project, 'L1'), pricesOpenedAt: null } } };
    expect(envelopeProblems(locked)).toEqual([]);
    const sheet = project.scoreSheets['e1.b1']!;
    const changed = { ...locked, scoreSheets: { 'e1.b1': { ...sheet, scores: { impact: { value: '5', reason: 'Pagina 3.' } } } } };
    expect(envelopeProblems(changed).map(({ code }) => code)).toEqual(['envelope.scoresChanged']);
    expect(qualityHash(changed, 'L2')).toBe(qualityHash(project, 'L2'));
  });
});
