/** A published change of the call: what, why, and what it does to the time for bids (Norms HG 395/2016 art. 55; Law 98/2016 art. 153). */
import { z } from './schema';
import { longText } from './texts';
import { civilDateSchema, idSchema, positionSchema } from './values';

/**
 * `minor`: bidders need no more time. `moreTime`: it changes the documents so that they do, and the deadline moves.
 * `cancels`: it changes the main result of the contract, or widens the qualification criteria, so that no erratum will
 * do and the procedure is cancelled (art. 55 par. 2).
 */
export const ERRATUM_EFFECTS = ['minor', 'moreTime', 'cancels'] as const;

export const erratumSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  what: longText,
  reason: longText,
  effect: z.enum(ERRATUM_EFFECTS).nullable().describe('Null while nobody has judged it.'),
  publishedOn: civilDateSchema.nullable(),
  deadlineBefore: civilDateSchema.nullable().describe('The deadline for bids as it stood before.'),
  deadlineAfter: civilDateSchema.nullable().describe('The deadline for bids it sets; null when it leaves it.'),
});
export type Erratum = z.infer<typeof erratumSchema>;
