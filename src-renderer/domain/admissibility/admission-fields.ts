/**
 * What the commission records about a bid between opening and decision. Whether a bid takes part is told by its OCDS
 * `status` and why by `statusReason`, as before; the fields here say the rest: on which ground of the law it was
 * rejected, when it was found admissible, what was checked, asked and answered. All are absent until something is said.
 */
import { z } from '../schema';
import { longText } from '../texts';
import { civilDateSchema, idSchema, moneySchema } from '../values';
import { REJECTION_GROUNDS } from './grounds';

export const CHECK_OUTCOMES = ['met', 'failed', 'unclear'] as const;

/** One condition of the call held against one bid. */
export const knockOutCheckSchema = z.looseObject({
  id: idSchema.describe('The condition\'s id.'),
  outcome: z.enum(CHECK_OUTCOMES).nullable().describe('Null while nobody looked.'),
  evidence: longText.describe('Where in the bid it is shown: document, page, section.'),
  reason: longText,
});
export type KnockOutCheck = z.infer<typeof knockOutCheckSchema>;

/** What the bid says to one requirement of the specification, as it was handed in; whether that is enough, the commission says elsewhere. */
export const requirementResponseSchema = z.looseObject({
  id: idSchema.describe('The requirement\'s id.'),
  meets: z.boolean().nullable().describe('Whether the bid says that it meets the requirement; null while that is not recorded.'),
  text: longText.describe('What the bid says to it, and where.'),
});
export type RequirementResponse = z.infer<typeof requirementResponseSchema>;

/** `clarification` asks what is unclear, `lowPrice` for the explanation of an apparently abnormally low price. */
export const INQUIRY_KINDS = ['clarification', 'lowPrice'] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** A question put to a bidder, and what came of it (Law 98/2016 art. 209-210; Norms HG 395/2016 art. 134, 136). */
export const inquirySchema = z.looseObject({
  id: idSchema.describe('`1`, `2`, … within the bid, in the order of asking.'),
  kind: z.enum(INQUIRY_KINDS),
  question: longText,
  askedOn: civilDateSchema.nullable().describe('Null while it is a draft.'),
  dueOn: civilDateSchema.nullable(),
  answeredOn: civilDateSchema.nullable(),
  answer: longText.describe('What the bidder answered, in short.'),
  outcome: z.enum(['sufficient', 'insufficient']).nullable().describe('For `lowPrice`: whether the price is justified.'),
  reason: longText.describe('Why the commission took the answer as it did.'),
});
export type Inquiry = z.infer<typeof inquirySchema>;

/** A new price, asked of bidders whose bids stayed equal (Norms HG 395/2016 art. 138-140). The points stay as they are. */
export const priceOfferSchema = z.looseObject({
  id: idSchema.describe('The round: `1`, `2`, …'),
  price: moneySchema.describe('Without VAT.'),
  receivedOn: civilDateSchema.nullable(),
});
export type PriceOffer = z.infer<typeof priceOfferSchema>;

/** What admissibility adds to a bid. */
export const admissionFields = {
  rejectionGround: z.enum(REJECTION_GROUNDS).optional().describe('Counts only while the status is `disqualified`.'),
  admittedOn: civilDateSchema.nullable().optional().describe('The day the bid was found admissible; counts only while the status is `valid`.'),
  knockOutChecks: z.record(idSchema, knockOutCheckSchema).optional(),
  requirementResponses: z.record(idSchema, requirementResponseSchema).optional().describe('What the bid answers to requirements, by the requirement\'s id.'),
  inquiries: z.record(idSchema, inquirySchema).optional(),
  extraFunds: longText.optional().describe('The document that makes further money available for a price above the estimate (Norms HG 395/2016 art. 137 par. 2 e).'),
  newOffers: z.record(idSchema, priceOfferSchema).optional(),
};
