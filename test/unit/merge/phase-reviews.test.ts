/** Phases recorded on two computers after the call was frozen and the lot decided. */
import { expect, it } from 'vitest';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { Device } from './device';
import { journey, on, review } from '../exchange/ocds-journey';

const signed = () => journey()[11]!;
const two = () => [on(signed(), '10-16'), on(Device.adding('B', signed().export()), '10-17')] as const;

it('come in with a merge, whatever is frozen and decided, and the same record meets itself', () => {
  const [here, there] = two();
  there.edit(review(there.project, 'p1', { status: 'met', metOn: '2026-10-12', delivered: 'Dincolo' }), 'phaseReviewed');
  here.edit(review(here.project, 'p1', { status: 'met', metOn: '2026-10-12', remarks: 'Aici' }), 'phaseReviewed');
  here.edit(review(here.project, 'p2', { dueOn: '2027-01-31' }), 'phaseReviewed');
  here.import(there.export());
  expect(openConflicts(here.project).map(({ path }) => path)).toEqual([['phaseReviews', '1.p1', 'delivered'], ['phaseReviews', '1.p1', 'remarks']]);
  expect(here.project.phaseReviews?.['1.p1']).toMatchObject({ status: 'met', metOn: '2026-10-12' });
  expect(here.project.phaseReviews?.['1.p2']?.dueOn).toBe('2027-01-31');
  expect(here.project.decisions).toEqual(signed().project.decisions);
  expect(here.project.freezes).toEqual(signed().project.freezes);
});

it('recorded apart as something else wait for a person, with both words', () => {
  const [here, there] = two();
  there.edit(review(there.project, 'p1', { status: 'notMet' }), 'phaseReviewed');
  here.edit(review(here.project, 'p1', { status: 'met' }), 'phaseReviewed');
  here.import(there.export());
  const [conflict] = openConflicts(here.project);
  expect([conflict?.path, conflict?.sides.map(({ value }) => value).toSorted()]).toEqual([['phaseReviews', '1.p1', 'status'], ['met', 'notMet']]);
});
