/**
 * The decision on a lot, locked with a hash of everything it rests on (Norms HG 395/2016 art. 127: the head of the
 * authority approves the procedure report). After that nothing under the hash may change, on this device or by import.
 */
import { CANCELLATION_GROUNDS, SECOND_PLACE_REASONS } from './admissibility/grounds';
import { equalJson } from './json-equal';
import { z } from './schema';
import { longText, sha256Schema, shortText } from './texts';
import { civilDateSchema, idSchema, instantSchema, type Id } from './values';

export const DECISION_OUTCOMES = ['award', 'cancel'] as const;

export const lotDecisionSchema = z.looseObject({
  id: idSchema.describe('The lot\'s id: a lot is decided once.'),
  outcome: z.enum(DECISION_OUTCOMES),
  winnerBidId: idSchema.nullable(),
  reason: longText,
  decidedAt: instantSchema,
  approvedBy: shortText,
  approvedOn: civilDateSchema.nullable(),
  basisHash: sha256Schema.describe('SHA-256 over the RFC 8785 form of what `lotBasis` names.'),
  cancellationGround: z.enum(CANCELLATION_GROUNDS).optional(),
  secondPlace: z.enum(SECOND_PLACE_REASONS).optional().describe('Why the second place wins; absent: the first does.'),
});
export type LotDecision = z.infer<typeof lotDecisionSchema>;

/** The locked decision of a lot; null while it is open. */
export const decisionOf = ({ decisions }: { readonly decisions?: Readonly<Record<Id, LotDecision>> | undefined }, lotId: Id): LotDecision | null => decisions?.[lotId] ?? null;

/** What was decided: without the moment, and without who approved it, which is told later. */
const content = ({ decidedAt: _at, approvedBy: _by, approvedOn: _on, ...rest }: LotDecision): unknown => rest;

/** True for the same decision made by two who did not know of each other: same outcome, winner, reason and basis, each at its own time. */
export const isSameDecision = (left: LotDecision | undefined, right: LotDecision | undefined): boolean =>
  left !== undefined && right !== undefined && equalJson(content(left), content(right));
