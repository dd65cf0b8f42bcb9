/** Decisions: what stands in their way, what they lock, what follows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src-renderer/domain/decision/calendar-file';
import { awardDeadlines, awardRegime, nextDeadline } from '../../../src-renderer/domain/decision/award-deadlines';
import { decisionLock } from '../../../src-renderer/domain/decision/decision-lock';
import { decisionObstacles, firstPlaces, type DecisionChoice } from '../../../src-renderer/domain/decision/decision-obstacles';
import { decisionProblems } from '../../../src-renderer/domain/decision/decision-problems';
import { lotBasis, lotBasisHash } from '../../../src-renderer/domain/decision/lot-basis';
import { mayReturn, nextReopeningId } from '../../../src-renderer/domain/decision/reopening';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { LotDecision } from '../../../src-renderer/domain/lot-decision';
import { inOrder } from '../../../src-renderer/domain/position';
import { projectSchema, type Bid, type Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { clock, countingIds } from './fixtures';

const undecided = (): Project => {
  const { decisions: _decisions, reopenings: _reopenings, afterDecisions: _after, ...project } = demoProject(countingIds(), clock);
  return project as Project;
};
const lotId = (project: Project, number = '1'): string => inOrder(project.lots).find((lot) => lot.number === number)!.id;
const resultOf = (project: Project, id: string) => evaluate(project, RO_2026).lots.find((lot) => lot.lotId === id);
const firstOf = (project: Project, id: string): string => resultOf(project, id)!.ranking[0]!.bidId;
const edited = (project: Project, bidId: string, fields: Partial<Bid>): Project => ({ ...project, bids: { ...project.bids, [bidId]: { ...project.bids[bidId]!, ...fields } } });

/** Lot 1 with its first bid admitted. */
const ready = (): { readonly project: Project; readonly lot: string; readonly winner: string } => {
  const project = undecided();
  const lot = lotId(project);
  const winner = firstOf(project, lot);
  return { project: edited(project, winner, { admittedOn: '2026-03-02' }), lot, winner };
};
const award = (winner: string | null, fields: Partial<DecisionChoice> = {}): DecisionChoice => ({ outcome: 'award', winnerBidId: winner, reason: 'Clasată prima.', ...fields });
const errors = (project: Project, lot: string, choice: DecisionChoice): string[] =>
  decisionObstacles(project, lot, resultOf(project, lot), choice).filter(({ severity }) => severity === 'error').map(({ code }) => code);

const decided = (): { readonly project: Project; readonly lot: string; readonly winner: string } => {
  const { project, lot, winner } = ready();
  const decision: LotDecision = { id: lot, outcome: 'award', winnerBidId: winner, reason: '', decidedAt: '2026-03-03T08:00:00.000Z', approvedBy: '', approvedOn: null, basisHash: lotBasisHash(project, lot, RO_2026) };
  return { project: { ...project, decisions: { [lot]: decision } }, lot, winner };
};

describe('before a decision', () => {
  it('the first admitted bid of a complete ranking may win', () => {
    const { project, lot, winner } = ready();
    expect(errors(project, lot, award(winner))).toEqual([]);
    expect(errors(project, lot, award(null))).toEqual(['decision.noWinner']);
  });

  it('nothing else may', () => {
    const { project, lot, winner } = ready();
    const second = firstPlaces(project, resultOf(project, lot)).order[1]!;
    const third = firstPlaces(project, resultOf(project, lot)).order[2]!;
    expect(errors(edited(project, winner, { admittedOn: null }), lot, award(winner))).toEqual(['decision.winnerNotAdmitted']);
    expect(errors(project, lot, award('nobody'))).toEqual(['decision.winnerOut']);
    const admitted = edited(edited(project, second, { admittedOn: '2026-03-02' }), third, { admittedOn: '2026-03-02' });
    expect(errors(admitted, lot, award(second))).toEqual(['decision.notFirst']);
    expect(errors(admitted, lot, award(second, { secondPlace: 'firstUnable' }))).toEqual([]);
    expect(errors(admitted, lot, award(second, { secondPlace: 'firstUnable', reason: ' ' }))).toEqual(['decision.reasonMissing']);
    expect(errors(admitted, lot, award(third, { secondPlace: 'firstUnable' }))).toEqual(['decision.notFirst']);
    const rejected = edited(project, winner, { status: 'disqualified', rejectionGround: 'late' });
    expect(errors(rejected, lot, award(winner))).toEqual(['decision.winnerOut']);
  });

  it('a low price is explained, a high one funded, a tie settled, sealed prices opened', () => {
    const { project, lot, winner } = ready();
    const low = edited(project, winner, { price: { amount: 140_000_000, currency: 'RON' } });
    expect(errors(low, lot, award(winner))).toEqual(['decision.lowPriceUnanswered']);
    const high = edited(project, winner, { price: { amount: 186_000_100, currency: 'RON' } });
    if (firstOf(high, lot) === winner) expect(errors(high, lot, award(winner))).toEqual(['decision.aboveEstimate']);
    expect(errors({ ...project, callRules: { twoEnvelopes: true } }, lot, award(winner))).toContain('decision.pricesSealed');
  });

  it('a lot with missing scores is not awarded, but may be cancelled with ground and reason', () => {
    const project = undecided();
    const lot = lotId(project, '2');
    expect(errors(project, lot, award(firstOf(project, lot)))).toContain('decision.provisional');
    const cancel: DecisionChoice = { outcome: 'cancel', winnerBidId: null, reason: '' };
    expect(errors(project, lot, cancel)).toEqual(['decision.groundMissing', 'decision.reasonMissing']);
    expect(errors(project, lot, { ...cancel, reason: 'x', cancellationGround: 'ordered' })).toEqual([]);
  });
});

describe('a decision', () => {
  it('is valid data and intact', () => {
    const { project } = decided();
    expect(projectSchema.safeParse(project).success).toBe(true);
    expect(decisionProblems(project, RO_2026)).toEqual([]);
  });

  /** Changes beneath lot 1's decision, each of another kind. */
  const beneath: Readonly<Record<string, (project: Project, lot: string, winner: string) => Project>> = {
    price: (project, _lot, winner) => edited(project, winner, { price: { amount: 1, currency: 'RON' } }),
    notes: (project, _lot, winner) => edited(project, winner, { notes: 'altceva' }),
    admission: (project, _lot, winner) => edited(project, winner, { admittedOn: '2026-03-04' }),
    inquiry: (project, _lot, winner) => edited(project, winner, { inquiries: { 1: { id: '1', kind: 'clarification', question: '', askedOn: null, dueOn: null, answeredOn: null, answer: '', outcome: null, reason: '' } } }),
    correction: (project, _lot, winner) => edited(project, winner, { corrections: { 1: { id: '1', kind: 'arithmetic', correctedPrice: { amount: 1, currency: 'RON' }, reason: '', notifiedOn: null, accepted: true } } }),
    removedBid: (project, _lot, winner) => ({ ...project, bids: Object.fromEntries(Object.entries(project.bids).filter(([id]) => id !== winner)) }),
    lot: (project, lot) => ({ ...project, lots: { ...project.lots, [lot]: { ...project.lots[lot]!, title: 'altul' } } }),
    criterion: (project) => ({ ...project, awardCriteria: {} }),
    rules: (project) => ({ ...project, callRules: { tieBreaker: 'x' } }),
    score: (project, _lot, winner) => ({ ...project, scoreSheets: Object.fromEntries(Object.entries(project.scoreSheets).filter(([, sheet]) => sheet.bidId !== winner)) }),
    moderation: (project, _lot, winner) => ({ ...project, moderations: { m: { id: 'm', bidId: winner, criterionId: 'c', value: '3', reason: '', agreedAt: null, votes: {}, dissents: {} } } }),
    evaluator: (project) => ({ ...project, evaluators: Object.fromEntries(Object.entries(project.evaluators).map(([id, evaluator]) => [id, { ...evaluator, name: 'altcineva' }])) }),
    bidder: (project, _lot, winner) => ({ ...project, bidders: { ...project.bidders, [project.bids[winner]!.bidderId]: { ...project.bidders[project.bids[winner]!.bidderId]!, name: 'Alt nume' } } }),
    freeze: (project) => ({ ...project, freezes: { 1: { id: '1', at: '2026-03-02T08:00:00.000Z', hash: '0'.repeat(64), rulePackId: 'ro-2026', erratumId: null } } }),
    envelope: (project, lot) => ({ ...project, envelopes: { [lot]: { id: lot, qualityLockedAt: null, qualityHash: null, pricesOpenedAt: null } } }),
  };

  it.each(Object.keys(beneath))('is broken, and the change refused, when its %s changes', (kind) => {
    const { project, lot, winner } = decided();
    const after = beneath[kind]!(project, lot, winner);
    expect(decisionProblems(after, RO_2026).map(({ code }) => code)).toContain('decision.basisChanged');
    expect(decisionLock(project, after)).toMatchObject({ code: 'decision.locked', data: { lot: '1' } });
  });

  it('has another hash for any other content of a bid', () => {
    const { project, lot, winner } = decided();
    const before = lotBasisHash(project, lot, RO_2026);
    fc.assert(fc.property(fc.string({ minLength: 1 }).map((text) => text.toWellFormed()), fc.constantFrom('notes', 'statusReason' as const), (text, field) => {
      fc.pre(text !== project.bids[winner]![field as 'notes']);
      expect(lotBasisHash(edited(project, winner, { [field as 'notes']: text }), lot, RO_2026)).not.toBe(before);
    }), { numRuns: 30 });
  });

  it('leaves the other lots, addresses and the title alone', () => {
    const { project, winner } = decided();
    const other = Object.values(project.bids).find(({ lotId: id }) => id === lotId(project, '2'))!;
    const { bidderId } = project.bids[winner]!;
    for (const after of [
      edited(project, other.id, { notes: 'liber' }),
      { ...project, title: 'Alt titlu' },
      { ...project, bidders: { ...project.bidders, [bidderId]: { ...project.bidders[bidderId]!, email: 'nou@exemplu.ro' } } },
    ]) {
      expect(decisionLock(project, after)).toBeNull();
      expect(decisionProblems(after, RO_2026)).toEqual([]);
    }
  });

  it('goes only with a record of its reopening, and once for correction', () => {
    const { project, lot } = decided();
    const { decisions, ...open } = project;
    expect(decisionLock(project, open as Project)).toMatchObject({ code: 'decision.notReopened' });
    const id = nextReopeningId(project, lot);
    const reopened = { ...open, reopenings: { [id]: { id, lotId: lot, kind: 'returned', reason: 'r', orderedBy: 'p', at: '2026-03-04T08:00:00.000Z', decision: decisions![lot]! } } } as Project;
    expect(decisionLock(project, reopened)).toBeNull();
    expect(mayReturn(project, lot)).toBe(true);
    expect(mayReturn(reopened, lot)).toBe(false);
    expect(decisionLock(project, { ...project, decisions: { [lot]: { ...decisions![lot]!, approvedBy: 'Primar', approvedOn: '2026-03-05' } } })).toBeNull();
    expect(decisionLock(project, { ...project, decisions: { [lot]: { ...decisions![lot]!, reason: 'alta' } } })).not.toBeNull();
  });

  it('names problems of a decision that no longer makes sense', () => {
    const { project, lot, winner } = decided();
    const rejected = edited(project, winner, { status: 'disqualified' });
    expect(decisionProblems(rejected, RO_2026).map(({ code }) => code)).toEqual(['decision.winnerRejected', 'decision.basisChanged']);
    const nowhere = { ...project, decisions: { [lot]: { ...project.decisions![lot]!, winnerBidId: 'x' }, y: { ...project.decisions![lot]!, id: 'y' } } };
    expect(decisionProblems(nowhere, RO_2026).map(({ code }) => code)).toEqual(['decision.winnerMissing', 'decision.lotMissing']);
    expect(Object.keys(lotBasis(project, lot, RO_2026))).toContain('ranking');
  });
});

describe('the periods after a decision', () => {
  const dated = (days: { readonly approvedOn?: string; readonly communicatedOn?: string; readonly signedOn?: string; readonly noticeSentOn?: string }, terms: Project['awardTerms'] = {}): Project => {
    const { project, lot } = decided();
    const { approvedOn = null, ...after } = days;
    // As if nothing of the call were planned: the demo chooses a procedure and plans its days.
    const { procedure: _procedure, milestones: _milestones, ...unplanned } = project;
    return { ...unplanned, awardTerms: terms, decisions: { [lot]: { ...project.decisions![lot]!, approvedOn } }, afterDecisions: { [lot]: { id: lot, ...after } } };
  };
  const on = (project: Project, today = '2026-03-04'): Readonly<Record<string, readonly [string | null, string]>> =>
    Object.fromEntries(awardDeadlines(project, RO_2026, today).filter(({ kind }) => kind !== 'answer').map(({ kind, on: day, state }) => [kind, [day, state]]));

  it('wait for the days they count from', () => {
    expect(on(dated({}))).toEqual({ report: [null, 'waiting'], communicate: [null, 'waiting'], contest: [null, 'waiting'], sign: [null, 'waiting'], notice: [null, 'waiting'] });
  });

  it('are 3, 10, 11 and 30 days at the thresholds or above', () => {
    const project = dated({ approvedOn: '2026-03-02', communicatedOn: '2026-03-04', signedOn: '2026-03-17' });
    expect(awardRegime(project, RO_2026)).toEqual({ aboveThreshold: true, group: 'open', isChosen: false, route: null });
    expect(on(project)).toMatchObject({ communicate: ['2026-03-05', 'done'], contest: ['2026-03-16', 'running'], sign: ['2026-03-17', 'done'], notice: ['2026-04-16', 'running'] });
  });

  it('are 3, 7, 8 and 15 days below the thresholds in a simplified procedure', () => {
    const project = dated({ approvedOn: '2026-03-02', communicatedOn: '2026-03-06', signedOn: '2026-03-10', noticeSentOn: '2026-03-20' }, { aboveThreshold: false, procedureGroup: 'simplified' });
    const found = on(project, '2026-03-30');
    expect(found).toMatchObject({ communicate: ['2026-03-05', 'doneLate'], contest: ['2026-03-13', 'over'], sign: ['2026-03-17', 'early'], notice: ['2026-03-25', 'done'] });
    expect(found).toMatchObject({ report: [null, 'waiting'] });
  });

  it('follow the procedure chosen in the call, its kind of contract and its planned days', () => {
    const planned = (procedure: Project['procedure'], terms: Project['awardTerms'] = {}): Project =>
      ({ ...dated({ approvedOn: '2026-03-02', communicatedOn: '2026-03-06' }, terms), procedure, milestones: { deadline: { id: 'deadline', date: '2026-03-02' } } });
    const works = planned({ chosen: 'simplified', contractType: 'works' });
    expect(awardRegime(works, RO_2026)).toEqual({ aboveThreshold: false, group: 'simplified', isChosen: false, route: 'simplified' });
    // 20 working days after 2 March 2026.
    expect(on(works)).toMatchObject({ report: ['2026-03-30', 'running'], contest: ['2026-03-13', 'running'] });
    const typed = planned({ chosen: 'simplified', contractType: 'works' }, { procedureGroup: 'open', bidsDeadline: '2026-03-03' });
    expect(awardRegime(typed, RO_2026)).toMatchObject({ group: 'open', isChosen: true, route: null });
    expect(on(typed)['report']).toEqual(['2026-05-29', 'running']);
    expect(awardRegime(planned({ chosen: 'negotiationWithoutNotice' }), RO_2026).group).toBe('withoutNotice');
    expect(Object.keys(on(planned({ chosen: 'socialServices' })))).toEqual(['communicate', 'contest', 'sign', 'notice']);
    expect(on(planned({ chosen: 'directPurchase' }))).toEqual({});
  });

  it('count 60 or 100 working days for the report', () => {
    expect(on(dated({}, { bidsDeadline: '2026-03-02' }))['report']).toEqual(['2026-05-28', 'running']);
    const long = on(dated({}, { bidsDeadline: '2026-03-02', procedureGroup: 'negotiation' }))['report']!;
    expect(long[0]! > '2026-07-01').toBe(true);
  });

  it('say what is late and what comes next', () => {
    const late = awardDeadlines(dated({ approvedOn: '2026-03-02' }), RO_2026, '2026-03-09');
    expect(nextDeadline(late)).toMatchObject({ kind: 'communicate', state: 'late' });
    expect(nextDeadline([])).toBeNull();
  });

  it('tell a cancellation within 3 days and let it be contested', () => {
    const project = dated({ approvedOn: '2026-03-02' });
    const [lot] = Object.keys(project.decisions!);
    const cancelled: Project = { ...project, decisions: { [lot!]: { ...project.decisions![lot!]!, outcome: 'cancel', winnerBidId: null } } };
    expect(on(cancelled)).toMatchObject({ tellCancellation: ['2026-03-05', 'running'], contest: [null, 'waiting'] });
  });
});

describe('a calendar file', () => {
  it('folds long lines at 75 bytes without cutting a letter, and escapes what means something', () => {
    const text = calendarFile([{ id: 'a', on: '2026-03-31', summary: 'Termen; „șțăîâ”, '.repeat(12), description: 'rând\nnou' }], '2026-03-02T08:00:00.000Z');
    expect(text).toContain('DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n');
    expect(text).toContain('DESCRIPTION:rând\\nnou');
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain('Termen\\; „șțăîâ”\\, '.repeat(12));
  });
});
