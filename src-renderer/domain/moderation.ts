/**
 * The consensus round. Each evaluator scores alone first; where the commission then agrees on one score, that score
 * counts and the original ones stay beside it (Norms HG 395/2016 art. 131).
 */
import { z } from './schema';
import { longText } from './texts';
import { civilDateSchema, decimalSchema, idSchema, instantSchema, type Id } from './values';

/** The commission's agreed score of one bid under one criterion. */
export const moderationSchema = z.looseObject({
  id: idSchema,
  bidId: idSchema,
  criterionId: idSchema,
  value: decimalSchema.nullable().describe('The agreed level; null while it is being discussed.'),
  reason: longText.describe('What the agreement rests on, as concrete elements (art. 131 par. 4).'),
  agreedAt: instantSchema.nullable(),
  votes: z.record(idSchema, z.enum(['for', 'against'])).describe('By evaluator; carried by two thirds of those who vote, rounded up (art. 131 par. 3).'),
  reanalysedOn: civilDateSchema.nullable().optional().describe('When the bid was read again together because scores lay far apart (art. 131 par. 6); after that a majority carries (par. 7).'),
  dissents: z.record(idSchema, longText).describe('Evaluator → individual note annexed to the report (art. 131 par. 8).'),
});
export type Moderation = z.infer<typeof moderationSchema>;

/** Derived, so that two devices moderating the same score make the same record. */
export const moderationId = (bidId: Id, criterionId: Id): Id => `${bidId}.${criterionId}`;
