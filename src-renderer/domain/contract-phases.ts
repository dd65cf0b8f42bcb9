/** The phases of the plan as the contract of one lot carries them out: when each is due, what was recorded of it, whether it still comes. */
import { addMonths } from './civil-date';
import { dayAfterDecision } from './decision/after-decision';
import { decisionOf } from './lot-decision';
import type { Phase } from './phase';
import { phaseReviewId, type PhaseReview } from './phase-review';
import { inOrder } from './position';
import type { Project } from './project';
import type { CivilDate, Id } from './values';

/** A phase of the plan in the contract of a lot. */
export interface ContractPhase {
  readonly phase: Phase;
  readonly review: PhaseReview | null;
  /** Null while the contract is not signed, or the length of a phase until then is not known. */
  readonly dueOn: CivilDate | null;
  /** An earlier phase ended in a stop: this one does not begin. */
  readonly isStopped: boolean;
}

/** The phases as the contract of the lot has them, in order: each due so many months after the one before, the first after the signing. */
export const contractPhases = (project: Project, lotId: Id, signedOn = dayAfterDecision(project, lotId, 'signedOn')): readonly ContractPhase[] => {
  let [begins, months, isStopped]: [CivilDate | null, number | null, boolean] = [signedOn, 0, false];
  return inOrder(project.phases ?? {}).map((phase): ContractPhase => {
    const review = project.phaseReviews?.[phaseReviewId(lotId, phase.id)] ?? null;
    const agreed = signedOn === null ? null : review?.dueOn ?? null;
    months = months === null || phase.months === null ? null : months + phase.months;
    const dueOn = agreed ?? (begins === null || months === null ? null : addMonths(begins, months));
    // What was agreed is where the phases after it are counted from.
    if (agreed !== null) [begins, months] = [agreed, 0];
    const found = { phase, review, dueOn, isStopped };
    isStopped ||= review?.gate === 'stop';
    return found;
  });
};

/** The review that stopped the contract of a lot; null while it goes on. */
export const stopOf = (phases: readonly ContractPhase[]): PhaseReview | null => phases.find(({ review }) => review?.gate === 'stop')?.review ?? null;

/** A contract is there to carry phases out: the lot awarded, the day of signing known. */
export const isUnderContract = (project: Project, lotId: Id): boolean =>
  decisionOf(project, lotId)?.outcome === 'award' && dayAfterDecision(project, lotId, 'signedOn') !== null;

/** Reviews of the lot whose phase is no longer planned. */
export const reviewsWithoutPhase = ({ phases = {}, phaseReviews = {} }: Project, lotId: Id): readonly PhaseReview[] =>
  Object.values(phaseReviews).filter((review) => review.lotId === lotId && phases[review.phaseId] === undefined);
