/** A session of the commission: when it met, who was there, what it decided (Norms HG 395/2016 art. 131). Each has its minutes. */
import { z } from '../schema';
import { longText } from '../texts';
import { civilDateSchema, idSchema } from '../values';

export const SESSION_KINDS = ['opening', 'qualification', 'technical', 'consensus', 'financial', 'final'] as const;

export const sessionSchema = z.looseObject({
  id: idSchema.describe('`1`, `2`, … in the order of meeting.'),
  kind: z.enum(SESSION_KINDS),
  heldOn: civilDateSchema.nullable(),
  present: z.record(idSchema, z.literal(true)).describe('Evaluators who were there.'),
  decided: longText,
});
export type SessionRecord = z.infer<typeof sessionSchema>;
