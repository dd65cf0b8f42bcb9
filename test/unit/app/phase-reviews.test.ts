/** Phases recorded through the application's commands, under a frozen call and a locked decision. */
import { beforeEach, expect, it } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { phaseReviewId } from '../../../src-renderer/domain/phase-review';
import { frozenIntact } from '../../../src-renderer/domain/frozen-call';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { decisionStates } from '../../../src-renderer/exchange/check-decisions';
import { startCaiet } from './harness';

let caiet: Caiet;
const project = () => caiet.workspace.getState().open!.project;
let lotId: string;
let phaseId: string;

beforeEach(async () => {
  ({ caiet } = await startCaiet());
  await caiet.projects.openFinishedDemo();
  [lotId = ''] = Object.keys(project().lots);
  phaseId = caiet.plan.addPhase();
  caiet.plan.editPhase(phaseId, { name: 'Pilot', months: 2 });
});

it('waits for the contract', () => {
  caiet.decisions.editAfter(lotId, { signedOn: null });
  expect(() => caiet.phases.review(lotId, phaseId, { status: 'met' })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'phaseReview.notSigned', data: { lot: '1' } }) }));
  expect(() => caiet.phases.review(lotId, 'gone', { status: 'met' })).toThrow();
  expect(project().phaseReviews?.[phaseReviewId(lotId, phaseId)]).toBeUndefined();
});

it('is one change that says which, leaves freeze and decision as they are, and is undone', async () => {
  caiet.decisions.editAfter(lotId, { signedOn: '2026-09-01' });
  const before = project();
  caiet.phases.review(lotId, phaseId, { status: 'met', metOn: '2026-10-30', delivered: 'Zece senzori', gate: 'continue' });
  expect(project().phaseReviews?.[phaseReviewId(lotId, phaseId)]).toMatchObject({ lotId, phaseId, status: 'met', metOn: '2026-10-30', reviewedOn: null, remarks: '' });
  expect([frozenIntact(project()), decisionStates(project(), RO_2026, true).decision]).toEqual([true, 'intact']);
  await caiet.settle();
  expect((await caiet.projects.history(before.id)).at(-1)?.label).toEqual({ code: 'phaseReviewed', data: { lot: '1', phase: 'Pilot' } });
  caiet.undo();
  expect(project().phaseReviews).toEqual(before.phaseReviews);
  caiet.redo();
  caiet.phases.review(lotId, phaseId, { remarks: 'Mai târziu' });
  expect(project().phaseReviews?.[phaseReviewId(lotId, phaseId)]).toMatchObject({ status: 'met', remarks: 'Mai târziu' });
  caiet.phases.removeReview(phaseReviewId(lotId, phaseId));
  expect(project().phaseReviews?.[phaseReviewId(lotId, phaseId)]).toBeUndefined();
});

it('goes with its phase when that is taken off the plan, and comes back with it', () => {
  caiet.decisions.editAfter(lotId, { signedOn: '2026-09-01' });
  caiet.phases.review(lotId, phaseId, { status: 'notMet' });
  const recorded = project();
  caiet.plan.removePhase(phaseId);
  expect([project().phases?.[phaseId], project().phaseReviews?.[phaseReviewId(lotId, phaseId)]]).toEqual([undefined, undefined]);
  caiet.undo();
  expect([project().phases, project().phaseReviews]).toEqual([recorded.phases, recorded.phaseReviews]);
});
