/** Conditions a bid meets or fails, kept apart from what is scored (Law 98/2016 art. 188-189; Norms HG 395/2016 art. 32). */
import { z } from './schema';
import { longText, shortText } from './texts';
import { idSchema, positionSchema } from './values';

/** `qualification` is about the bidder, `requirement` about what is offered. */
export const KNOCK_OUT_KINDS = ['qualification', 'requirement'] as const;

export const knockOutSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  kind: z.enum(KNOCK_OUT_KINDS),
  title: shortText,
  description: longText,
  evidence: longText.describe('What the bidder must show.'),
  lotIds: z.record(idSchema, z.literal(true)).optional().describe('The lots it holds for; absent or empty: all.'),
});
export type KnockOut = z.infer<typeof knockOutSchema>;
