/** A decided lot: every command that touches what lies beneath is refused with a sentence, undo and redo included. */
import { expect, test } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { decisionProblems } from '../../../src-renderer/domain/decision/decision-problems';
import { inOrder } from '../../../src-renderer/domain/position';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { startCaiet } from './harness';

const project = (caiet: Caiet): Project => {
  const open = caiet.workspace.getState().open;
  if (open === null) throw new Error('no project is open');
  return open.project;
};
const lastProblem = (caiet: Caiet): string | undefined => caiet.workspace.getState().notices.at(-1)?.problem?.code;
const clearNotices = (caiet: Caiet): void => {
  for (const { id } of caiet.workspace.getState().notices) caiet.dismissNotice(id);
};

interface Decided {
  readonly caiet: Caiet;
  readonly lot: string;
  readonly other: string;
  readonly winner: string;
}

/** Two lots with two bids each under one quality criterion; lot 1 is decided for its first bid. */
const decided = async (): Promise<Decided> => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'P' });
  const lot = caiet.call.addLot();
  const other = caiet.call.addLot();
  const criterion = caiet.criteria.add('quality', null);
  caiet.call.editCriterion(criterion, { name: 'Calitate', weight: '100', scale: { max: 5, anchors: {} } });
  const [winner, loser] = ['Ana SRL', 'Bogdan SRL'].map((name) => caiet.bids.add(lot, name)) as [string, string];
  caiet.bids.add(other, 'Ana SRL');
  caiet.evaluation.score(winner, criterion, '5');
  caiet.evaluation.score(loser, criterion, '3');
  caiet.admission.admit(winner, '2026-03-02');
  expect(caiet.decisions.decide(lot, { outcome: 'award', winnerBidId: winner, reason: 'Prima.' })).toBe(true);
  return { caiet, lot, other, winner };
};

test('a decision is refused with a sentence until nothing stands in its way', async () => {
  const { caiet, lot, winner } = await decided();
  const decision = project(caiet).decisions?.[lot];
  expect(decision).toMatchObject({ outcome: 'award', winnerBidId: winner, approvedBy: '', approvedOn: null });
  expect(decisionProblems(project(caiet), RO_2026)).toEqual([]);
  expect(caiet.decisions.decide(lot, { outcome: 'award', winnerBidId: winner, reason: '' })).toBe(false);
  expect(lastProblem(caiet)).toBe('decision.alreadyMade');
});

test('every command beneath it is refused and changes nothing', async () => {
  const { caiet, lot, winner } = await decided();
  const before = project(caiet);
  const [criterion] = Object.keys(before.awardCriteria) as [string];
  const bidder = before.bids[winner]!.bidderId;
  const commands: Readonly<Record<string, () => unknown>> = {
    editBid: () => caiet.bids.edit(winner, { notes: 'x' }),
    moveBid: () => caiet.bids.edit(winner, { lotId: inOrder(before.lots)[1]!.id }),
    addBid: () => caiet.bids.add(lot, 'Nou SRL'),
    removeBid: () => caiet.bids.remove(winner),
    renameBidder: () => caiet.bids.editBidder(bidder, { name: 'Altul' }),
    editLot: () => caiet.call.editLot(lot, { title: 'x' }),
    removeLot: () => caiet.call.removeLot(lot),
    editCriterion: () => caiet.call.editCriterion(criterion, { weight: '90' }),
    addCriterion: () => caiet.criteria.add('price', null),
    removeCriterion: () => caiet.call.removeCriterion(criterion),
    template: () => caiet.call.useTemplate('ro'),
    score: () => caiet.evaluation.score(winner, criterion, '1'),
    reason: () => caiet.evaluation.giveReason(winner, criterion, 'altfel'),
    renameEvaluator: () => caiet.evaluation.renameEvaluator('Altcineva'),
    check: () => caiet.admission.check(winner, 'k', { outcome: 'met' }),
    admit: () => caiet.admission.admit(winner, '2026-03-05'),
    reject: () => caiet.admission.reject(winner, 'late', 'târziu'),
    examineAgain: () => caiet.admission.examineAgain(winner),
    correct: () => caiet.admission.addCorrection(winner, { kind: 'arithmetic', correctedPrice: { amount: 1, currency: 'RON' }, reason: 'x' }),
    ask: () => caiet.admission.addInquiry(winner, 'clarification', 'x'),
    funds: () => caiet.admission.setExtraFunds(winner, 'HCL'),
    offer: () => caiet.admission.setOffer(winner, '1', { price: { amount: 1, currency: 'RON' }, receivedOn: null }),
  };
  for (const [name, command] of Object.entries(commands)) {
    clearNotices(caiet);
    command();
    expect(project(caiet), name).toBe(before);
    expect(caiet.workspace.getState().notices.map(({ problem }) => problem?.code), name).toContain('decision.locked');
  }
});

test('what does not lie beneath it goes on, and undo does not go past it', async () => {
  const { caiet, lot, other } = await decided();
  expect(caiet.workspace.getState().open?.undo).toBeNull();
  const inOther = Object.values(project(caiet).bids).find((bid) => bid.lotId === other)!;
  caiet.bids.edit(inOther.id, { notes: 'altceva' });
  caiet.undo();
  expect(project(caiet).bids[inOther.id]?.notes).toBe('');
  caiet.redo();
  expect(project(caiet).bids[inOther.id]?.notes).toBe('altceva');
  caiet.undo();
  caiet.undo();
  expect(project(caiet).decisions?.[lot]).toBeDefined();
  expect(decisionProblems(project(caiet), RO_2026)).toEqual([]);
  caiet.decisions.approve(lot, { approvedBy: 'Primar', approvedOn: '2026-03-04' });
  caiet.decisions.editAfter(lot, { communicatedOn: '2026-03-05' });
  expect(project(caiet).decisions?.[lot]).toMatchObject({ approvedBy: 'Primar', approvedOn: '2026-03-04' });
  expect(decisionProblems(project(caiet), RO_2026)).toEqual([]);
});

test('it opens again with who and why, once for correction, and can be taken anew', async () => {
  const { caiet, lot, winner } = await decided();
  const first = project(caiet).decisions?.[lot];
  expect(caiet.decisions.reopen(lot, { kind: 'returned', reason: ' ', orderedBy: 'Primar' })).toBe(false);
  expect(lastProblem(caiet)).toBe('decision.orderMissing');
  expect(caiet.decisions.reopen(lot, { kind: 'returned', reason: 'Notă lipsă', orderedBy: 'Primar' })).toBe(true);
  expect(project(caiet).decisions).toEqual({});
  expect(Object.values(project(caiet).reopenings ?? {})).toMatchObject([{ lotId: lot, kind: 'returned', decision: first }]);
  caiet.bids.edit(winner, { notes: 'corectat' });
  expect(project(caiet).bids[winner]?.notes).toBe('corectat');
  expect(caiet.decisions.decide(lot, { outcome: 'award', winnerBidId: winner, reason: 'Prima.' })).toBe(true);
  expect(project(caiet).decisions?.[lot]?.basisHash).not.toBe(first?.basisHash);
  expect(caiet.decisions.reopen(lot, { kind: 'returned', reason: 'x', orderedBy: 'y' })).toBe(false);
  expect(lastProblem(caiet)).toBe('decision.returnedOnce');
  expect(caiet.decisions.reopen(lot, { kind: 'newCommission', reason: 'x', orderedBy: 'y' })).toBe(true);
});

test('a rejection has its facts, and leaves with the status it was given under', async () => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'P' });
  const bid = caiet.bids.add(caiet.call.addLot(), 'Ana SRL');
  expect(caiet.admission.reject(bid, 'notSigned', '  ')).toBe(false);
  expect(lastProblem(caiet)).toBe('bid.rejectionUnfounded');
  caiet.admission.admit(bid, '2026-03-02');
  caiet.admission.reject(bid, 'notSigned', 'Fără semnătură.');
  expect(project(caiet).bids[bid]).toMatchObject({ status: 'disqualified', statusReason: 'Fără semnătură.', rejectionGround: 'notSigned' });
  expect(project(caiet).bids[bid]).not.toHaveProperty('admittedOn');
  caiet.bids.edit(bid, { status: 'valid' });
  expect(project(caiet).bids[bid]).not.toHaveProperty('rejectionGround');
  caiet.undo();
  expect(project(caiet).bids[bid]).toMatchObject({ rejectionGround: 'notSigned' });
});

test('deadlines leave as a calendar file', async () => {
  const { caiet, saved } = await startCaiet();
  await caiet.projects.create({ title: 'P' });
  await caiet.decisions.exportCalendar('Termene', [{ id: 'a', on: '2026-03-04', summary: 'Răspuns', description: '' }]);
  expect(saved.at(-1)?.name).toMatch(/^P – Termene .*\.ics$/);
  expect(new TextDecoder().decode(saved.at(-1)?.bytes)).toContain('SUMMARY:Răspuns');
});
