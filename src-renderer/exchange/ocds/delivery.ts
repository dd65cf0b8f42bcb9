/** The phases in which what was bought is delivered, as milestones: planned in the tender, and once signed carried out in the contract. */
import { contractPhases, stopOf, type ContractPhase } from '../../domain/contract-phases';
import { inOrder } from '../../domain/position';
import type { Phase } from '../../domain/phase';
import type { PhaseReview } from '../../domain/phase-review';
import type { Project } from '../../domain/project';
import type { CivilDate, Id } from '../../domain/values';
import { maybe, said } from './written';

/** `status` is of `milestoneStatus.csv`. */
export interface OcdsDelivery {
  readonly id: string;
  readonly title?: string;
  readonly type: 'delivery';
  readonly description?: string;
  readonly dueDate?: string;
  readonly dateMet?: string;
  /** When it was last judged. */
  readonly dateModified?: string;
  readonly status: 'scheduled' | 'met' | 'notMet' | 'partiallyMet';
}

/** What should exist at its end, and then what was delivered. */
const textOf = ({ result }: Phase, review: PhaseReview | null): string => [result, review?.delivered ?? ''].map(said).filter((part) => part !== '').join('\n\n');

const begins = (day: CivilDate | null): string | null => (day === null ? null : `${day}T00:00:00Z`);
const ends = (day: CivilDate | null): string | null => (day === null ? null : `${day}T23:59:59Z`);

/** Why a phase has no judgement of its own: one before it stopped the contract. Then it is not met, as of that day. */
const judgement = ({ review, isStopped }: ContractPhase, stoppedOn: CivilDate | null): Pick<OcdsDelivery, 'dateMet' | 'dateModified' | 'status'> => {
  const status = review?.status ?? null;
  if (review === null || status === null) return isStopped ? { ...maybe('dateModified', begins(stoppedOn)), status: 'notMet' } : { status: 'scheduled' };
  return { ...maybe('dateMet', status === 'notMet' ? null : begins(review.metOn)), ...maybe('dateModified', begins(review.reviewedOn ?? review.metOn)), status };
};

const deliveryOf = (each: ContractPhase, stoppedOn: CivilDate | null): OcdsDelivery => ({
  id: `phase-${each.phase.id}`,
  ...maybe('title', said(each.phase.name)),
  type: 'delivery',
  ...maybe('description', textOf(each.phase, each.review)),
  ...maybe('dueDate', ends(each.dueOn)),
  ...judgement(each, stoppedOn),
});

/** One a phase, in order, as the call plans them: none is due yet. */
export const plannedDeliveries = ({ phases }: Project): OcdsDelivery[] =>
  inOrder(phases ?? {}).map((phase) => deliveryOf({ phase, review: null, dueOn: null, isStopped: false }, null));

/** One a phase, in order, as the contract of the lot carries them out from the day it was signed. */
export const deliveriesOf = (project: Project, lotId: Id, signedOn: CivilDate): OcdsDelivery[] => {
  const phases = contractPhases(project, lotId, signedOn);
  const stoppedOn = stopOf(phases)?.reviewedOn ?? null;
  return phases.map((each) => deliveryOf(each, stoppedOn));
};
