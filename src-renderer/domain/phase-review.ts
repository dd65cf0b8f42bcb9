/**
 * What became of a phase once there is a contract: when it is due, whether it was met, and whether the next one begins
 * (Law 98/2016 art. 101: after each phase the partnership may be ended; the same gate in a pre-commercial procurement).
 * One a phase and lot, for each lot has a contract of its own. It is under no hash: neither the call nor a decision rests on it.
 */
import { z } from './schema';
import { longText, shortText } from './texts';
import { civilDateSchema, idSchema, type Id } from './values';

/** OCDS `milestoneStatus`, those a person judges; `scheduled` is what has no judgement yet. */
export const PHASE_STATUSES = ['met', 'partiallyMet', 'notMet'] as const;
export type PhaseStatus = (typeof PHASE_STATUSES)[number];

/** Go or no-go for what comes after the phase. `stop` ends the contract of the lot. */
export const GATE_DECISIONS = ['continue', 'continueWithChanges', 'hold', 'stop'] as const;

/** Why a contract stops after a phase; none of them is anybody's fault. */
export const STOP_REASONS = ['technical', 'market', 'cost', 'needGone', 'supplier'] as const;

export const phaseReviewSchema = z.looseObject({
  id: idSchema,
  lotId: idSchema,
  phaseId: idSchema,
  dueOn: civilDateSchema.nullable().describe('Agreed otherwise than planned; null: as the plan counts from the day of signing.'),
  status: z.enum(PHASE_STATUSES).nullable().describe('OCDS `milestone.status`; null: not judged yet, which OCDS calls scheduled.'),
  metOn: civilDateSchema.nullable().describe('OCDS `milestone.dateMet`.'),
  reviewedOn: civilDateSchema.nullable().describe('The day the authority judged it and decided on the next; OCDS `milestone.dateModified`.'),
  reviewedBy: shortText.describe('Who decided; never published.'),
  delivered: longText.describe('What was delivered and how it was checked; published with the phase.'),
  gate: z.enum(GATE_DECISIONS).nullable().describe('Whether the next phase begins.'),
  stopReason: z.enum(STOP_REASONS).nullable().describe('Only of a stop.'),
  remarks: longText.describe('Never published.'),
});
export type PhaseReview = z.infer<typeof phaseReviewSchema>;

/** Derived, so that two devices that review the same phase make the same record. */
export const phaseReviewId = (lotId: Id, phaseId: Id): Id => `${lotId}.${phaseId}`;

/** Nothing judged yet. */
export const blankReview = (lotId: Id, phaseId: Id): PhaseReview => ({
  id: phaseReviewId(lotId, phaseId), lotId, phaseId, dueOn: null, status: null, metOn: null, reviewedOn: null, reviewedBy: '', delivered: '', gate: null, stopReason: null, remarks: '',
});
