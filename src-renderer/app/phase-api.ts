/** Recording what became of the phases of a contract. */
import type { PhaseReview } from '../domain/phase-review';
import type { Id } from '../domain/values';

/** A review as a person fills it in. */
export type ReviewFields = Omit<PhaseReview, 'id' | 'lotId' | 'phaseId'>;

/** Each review is one labelled, undoable change, also under a frozen call and a locked decision: neither rests on it. */
export interface PhaseCommands {
  /** Records a phase of a lot's contract, or corrects what was recorded. Throws `phaseReview.notSigned` while there is no contract. */
  review(lotId: Id, phaseId: Id, fields: Partial<ReviewFields>): void;
  removeReview(id: Id): void;
}
