/** Whether what is recorded of the phases of a contract agrees with the contract, the plan and the calendar. */
import { contractPhases, stopOf, type ContractPhase } from './contract-phases';
import { dayAfterDecision } from './decision/after-decision';
import { pointerTo } from './json-pointer';
import type { PhaseReview } from './phase-review';
import type { Problem, Severity } from './problem';
import type { Project } from './project';
import type { CivilDate, Id } from './values';

export type PhaseReviewProblemCode =
  | 'phaseReview.dayMissing' // data: {phase}: met, but when?
  | 'phaseReview.beforeSigning' // data: {phase, day, earliest}
  | 'phaseReview.toCome' // data: {phase, day}: a day after today
  | 'phaseReview.reviewedBefore' // data: {phase, day, date}: judged before it was met
  | 'phaseReview.skipped' // data: {phase, before}: judged while one before it is not
  | 'phaseReview.afterStop' // data: {phase}: judged after the contract was stopped
  | 'phaseReview.gateMissing' // data: {phase}: judged, but does the next one begin?
  | 'phaseReview.reasonMissing'; // data: {phase}: stopped, but why?

type ReviewProblem = Problem<PhaseReviewProblemCode>;

/** A phase is called by its name, or by its place while it has none. */
const nameOf = ({ phase }: ContractPhase, index: number): string => (phase.name.trim() === '' ? String(index + 1) : phase.name.trim());

interface Judged extends ContractPhase {
  readonly review: PhaseReview;
}

interface Around {
  readonly name: string;
  readonly signedOn: CivilDate | null;
  readonly today: CivilDate;
}

const at = (severity: Severity, code: PhaseReviewProblemCode, id: Id, field: string, data: Problem['data']): ReviewProblem => ({ severity, code, data, pointer: pointerTo(['phaseReviews', id, field]) });

const dayProblems = ({ review: { id, status, metOn, reviewedOn } }: Judged, { name, signedOn, today }: Around): ReviewProblem[] => [
  ...(metOn === null && status !== null && status !== 'notMet' ? [at('warning', 'phaseReview.dayMissing', id, 'metOn', { phase: name })] : []),
  ...(metOn !== null && signedOn !== null && metOn < signedOn ? [at('error', 'phaseReview.beforeSigning', id, 'metOn', { phase: name, day: metOn, earliest: signedOn })] : []),
  ...([['metOn', metOn], ['reviewedOn', reviewedOn]] as const).flatMap(([field, on]) => (on !== null && on > today ? [at('error', 'phaseReview.toCome', id, field, { phase: name, day: on })] : [])),
  ...(metOn !== null && reviewedOn !== null && reviewedOn < metOn ? [at('error', 'phaseReview.reviewedBefore', id, 'reviewedOn', { phase: name, day: metOn, date: reviewedOn })] : []),
];

const gateProblems = ({ review: { id, status, gate, stopReason } }: Judged, { name }: Around, isLast: boolean): ReviewProblem[] => [
  ...(status !== null && gate === null && !isLast ? [at('warning', 'phaseReview.gateMissing', id, 'gate', { phase: name })] : []),
  ...(gate === 'stop' && stopReason === null ? [at('warning', 'phaseReview.reasonMissing', id, 'stopReason', { phase: name })] : []),
];

/** What to mend in the phases of one lot's contract. `today`: on the person's calendar. */
export const phaseReviewProblems = (project: Project, lotId: Id, today: CivilDate): readonly ReviewProblem[] => {
  const signedOn = dayAfterDecision(project, lotId, 'signedOn');
  const phases = contractPhases(project, lotId);
  const stop = stopOf(phases);
  return phases.flatMap((each, index): ReviewProblem[] => {
    const { review } = each;
    if (review === null) return [];
    const around: Around = { name: nameOf(each, index), signedOn, today };
    const unjudged = phases.slice(0, index).findIndex((earlier) => (earlier.review?.status ?? null) === null);
    const before = phases[unjudged];
    return [
      ...dayProblems({ ...each, review }, around),
      ...gateProblems({ ...each, review }, around, index === phases.length - 1),
      ...(review.status !== null && before !== undefined ? [at('warning', 'phaseReview.skipped', review.id, 'status', { phase: around.name, before: nameOf(before, unjudged) })] : []),
      ...(each.isStopped && stop !== null && review.status !== null ? [at('error', 'phaseReview.afterStop', review.id, 'status', { phase: around.name })] : []),
    ];
  });
};
