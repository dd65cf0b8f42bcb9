/**
 * The record of a frozen call. Before bids are opened, everything the ranking is computed from is locked under one
 * hash; after that it changes only through a recorded erratum and a new freeze (Law 98/2016 art. 187-190; Norms
 * HG 395/2016 art. 55). What the hash covers: `frozen-call.ts`.
 */
import { z } from './schema';
import { sha256Schema } from './texts';
import { idSchema, instantSchema } from './values';

/** One locking of the call. Its id is its number, so that two devices that freeze apart make the same record and meet. */
export const freezeSchema = z.looseObject({
  id: idSchema.describe('`1`, `2`, `3`… in the order of freezing.'),
  at: instantSchema,
  hash: sha256Schema.describe('SHA-256 over the RFC 8785 form of what it covers.'),
  covers: z.int().min(1).optional().describe('What the hash covers: 1, or absent, lots, criteria, rules and conditions; 2 the requirements of the specification as well.'),
  rulePackId: idSchema,
  erratumId: idSchema.nullable().describe('The erratum that made this freeze necessary; null for the first.'),
});
export type Freeze = z.infer<typeof freezeSchema>;
