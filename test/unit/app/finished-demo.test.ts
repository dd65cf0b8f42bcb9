/** The finished procedure of the demo: what it claims is what anybody can recompute from it. */
import { describe, expect, it } from 'vitest';
import { finishedProcedure } from '../../../src-renderer/app/demo/finished-procedure';
import { verifyChain } from '../../../src-renderer/domain/audit';
import { awardDeadlines } from '../../../src-renderer/domain/decision/award-deadlines';
import { contractPhases } from '../../../src-renderer/domain/contract-phases';
import { phaseReviewProblems } from '../../../src-renderer/domain/phase-review-problems';
import { commissionProblems } from '../../../src-renderer/domain/commission-problems';
import { consensusCells } from '../../../src-renderer/domain/consensus';
import { isCui } from '../../../src-renderer/domain/cui';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { knockOutsOfBid } from '../../../src-renderer/domain/admissibility/knock-outs-of-bid';
import { verdictOf } from '../../../src-renderer/domain/admissibility/verdict';
import { frozenIntact } from '../../../src-renderer/domain/frozen-call';
import { returnsOf } from '../../../src-renderer/domain/handout';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { stageStatus } from '../../../src-renderer/domain/stage';
import { decisionStates } from '../../../src-renderer/exchange/check-decisions';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { startCaiet, type Started } from './harness';

const opened = async (locale: 'ro' | 'en'): Promise<Started & { readonly project: Project }> => {
  const started = await startCaiet();
  started.caiet.changeSettings({ locale });
  await started.caiet.projects.openFinishedDemo();
  return { ...started, project: started.caiet.workspace.getState().open!.project };
};

it.each(['2026-01-02', '2026-04-14', '2026-08-17', '2027-05-01'])('is as finished when it is opened on a holiday or after one (%s)', async (today) => {
  let minted = 0;
  const ids = { next: () => `id-${String(minted += 1).padStart(6, '0')}` };
  const { project } = await finishedProcedure({ ids, rulePack: RO_2026, appVersion: 'test', deviceId: 'test' }, `${today}T09:00:00.000Z`, 'ro');
  expect(Object.values(stageStatus(project, RO_2026)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(decisionStates(project, RO_2026, true).decision).toBe('intact');
  expect(Object.keys(project.lots).flatMap((lotId) => phaseReviewProblems(project, lotId, today))).toEqual([]);
  expect(awardDeadlines(project, RO_2026, today).map(({ state }) => state).filter((state) => ['late', 'early', 'doneLate', 'waiting'].includes(state))).toEqual([]);
});

describe.each(['ro', 'en'] as const)('the finished procedure (%s)', (locale) => {
  it('has nothing left to do or to doubt', async () => {
    const { project, caiet } = await opened(locale);
    expect(stageStatus(project, RO_2026)).toMatchObject({ call: { state: 'done' }, bids: { state: 'done' }, evaluation: { state: 'done' } });
    expect(commissionProblems(project, RO_2026)).toEqual([]);
    expect(caiet.workspace.getState().notices).toEqual([]);
    expect(JSON.stringify(project)).not.toMatch(/[şţŞŢ]/);
    for (const { identifier } of [project.buyer, ...Object.values(project.bidders)]) expect([isCui(identifier), Number(identifier) > 90_000_000]).toEqual([true, true]);
    expect(project.title).toBe({ ro: 'Apă fără pierderi: avarii găsite înainte să se vadă', en: 'Water without losses: leaks found before they show' }[locale]);
  });

  it('leaves as a package that verifies, and its places follow from it', async () => {
    const { project, caiet, saved } = await opened(locale);
    await caiet.exchange.exportPackage([project.id]);
    const report = readPackage('f.caiet.json', saved.at(-1)!.bytes, { rulePack: RO_2026 });
    expect(report.problems).toEqual([]);
    expect(frozenIntact(project)).toBe(true);
    expect(decisionStates(project, RO_2026, true).decision).toBe('intact');
    const ranking = evaluate(report.projects[0]!.project, RO_2026).lots[0]!.ranking;
    // By hand, price and solution and the six of the rubric: 38,15 + 16 + 33,33; 40 + 14,67 + 26,53; 36,63 + 12 + 29,07.
    expect(ranking.map(({ total }) => total)).toEqual(['87.48', '81.20', '77.70']);
    expect(Object.values(project.decisions ?? {}).map(({ winnerBidId, approvedBy }) => [winnerBidId, approvedBy])).toEqual([[ranking[0]!.bidId, 'Petru Vadimescu']]);
  });

  it('tells in an unbroken history how it came about, three sheets by file among it', async () => {
    const { project, caiet } = await opened(locale);
    const history = await caiet.projects.history(project.id);
    expect(verifyChain(history)).toEqual([]);
    const codes = history.map(({ label }) => label.code);
    const order = ['projectCreated', 'callFrozen', 'bidsImported', 'sheetHandedOut', 'sheetTakenIn', 'scoreAgreed', 'qualityLocked', 'pricesOpened', 'decisionMade', 'decisionApproved'] as const;
    expect(order.map((code) => codes.indexOf(code))).toEqual(order.map((code) => codes.indexOf(code)).toSorted((left, right) => left - right));
    expect(codes.filter((code) => code === 'sheetTakenIn')).toHaveLength(3);
    const moments = history.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    expect(Object.values(project.handouts ?? {}).map((handout) => returnsOf(handout).map(({ missing }) => missing))).toEqual([[0], [0], [0]]);
  });

  it('goes on after the decision: signed in time, the first phase met and nothing of it in doubt', async () => {
    const { project, caiet } = await opened(locale);
    const [lotId = ''] = Object.keys(project.lots);
    const today = (await caiet.projects.history(project.id)).at(-1)!.at.slice(0, 10);
    expect(contractPhases(project, lotId).map(({ review }) => review?.status ?? null)).toEqual(['met', null, null]);
    expect(phaseReviewProblems(project, lotId, today)).toEqual([]);
    expect(awardDeadlines(project, RO_2026, today).filter(({ lotId: of }) => of === lotId).map(({ kind, state }) => `${kind} ${state}`))
      .toEqual(['communicate done', 'contest over', 'sign done', 'notice done', 'phase done', 'phase running', 'phase running']);
  });

  it('keeps the scores the commission did not agree with beside the common one, with its reason', async () => {
    const { project } = await opened(locale);
    const cells = consensusCells(project, Object.keys(project.lots)[0]!, RO_2026);
    const [flagged, ...others] = cells.filter((cell) => cell.flagged);
    expect(others).toEqual([]);
    expect(flagged!.scores.map(({ level }) => level)).toEqual([5, 5, 2]);
    expect(flagged!.moderation).toMatchObject({ value: '4' });
    expect(flagged!.moderation!.reason.length).toBeGreaterThan(40);
    expect(Object.values(flagged!.moderation!.dissents)).toHaveLength(1);
  });

  it('has every condition checked for every bid it admitted, and the letters and minutes at hand', async () => {
    const { project, caiet } = await opened(locale);
    const bids = Object.values(project.bids);
    expect(bids.map(verdictOf).toSorted()).toEqual(['admissible', 'admissible', 'admissible', 'noncompliant']);
    for (const bid of bids.filter((each) => verdictOf(each) === 'admissible')) expect(knockOutsOfBid(project, bid).map(({ check }) => check?.outcome)).toEqual(['met', 'met']);
    const groups = caiet.documents.list(project, { locale, draftLine: true }).map(({ group }) => group);
    for (const group of ['bidders', 'commission', 'decision']) expect(groups).toContain(group);
  });
});
