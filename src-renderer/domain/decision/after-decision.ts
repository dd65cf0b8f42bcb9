/** What happened after a lot was decided, in days as they were typed; the periods are counted from them. */
import { z } from '../schema';
import { shortText } from '../texts';
import { civilDateSchema, idSchema, type CivilDate, type Id } from '../values';

const day = civilDateSchema.nullable().optional();

export const afterDecisionSchema = z.looseObject({
  id: idSchema.describe('The lot\'s id.'),
  communicatedOn: day.describe('The result, or the cancellation, told to the bidders.'),
  signedOn: day.describe('The contract.'),
  contractNumber: shortText.optional().describe('As it stands on the contract.'),
  contractEndsOn: day.describe('The last day of the contract.'),
  noticeSentOn: day.describe('The award notice.'),
});
export type AfterDecision = z.infer<typeof afterDecisionSchema>;

/** Which periods hold. Absent: reckoned from the procedure and the estimated values. */
export const REPORT_GROUPS = ['open', 'negotiation', 'simplified'] as const;
export const awardTermsSchema = z.looseObject({
  aboveThreshold: z.boolean().optional().describe('At or above the thresholds of Law 98/2016 art. 7 par. 1.'),
  procedureGroup: z.enum(REPORT_GROUPS).optional(),
  bidsDeadline: day.describe('The last day for bids, from which the procedure report is due.'),
});
export type AwardTerms = z.infer<typeof awardTermsSchema>;

/** The days typed for a lot; null where none is. */
export const dayAfterDecision = (
  { afterDecisions }: { readonly afterDecisions?: Readonly<Record<Id, AfterDecision>> | undefined }, lotId: Id, field: 'communicatedOn' | 'signedOn' | 'noticeSentOn' | 'contractEndsOn',
): CivilDate | null => afterDecisions?.[lotId]?.[field] ?? null;
