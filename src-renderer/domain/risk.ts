/**
 * Risks of the contract and who bears each: part of the contracting strategy (Norms HG 395/2016 art. 9 par. 3), told to
 * the public with the contract as the risk allocation extension of OCDS does.
 */
import { z } from './schema';
import { longText, shortText } from './texts';
import { idSchema, positionSchema } from './values';

/**
 * What a risk is about. The OCDS list (`riskCategory.csv`, open) is made for works in partnership with a private party:
 * seven of its codes fit here, and the first five are added for innovation.
 */
export const RISK_CATEGORIES = [
  'technology', 'adoption', 'interoperability', 'intellectualProperty', 'dataProtection',
  'design', 'completion', 'availabilityAndQuality', 'financeAvailability', 'changeInLaw', 'forceMajeure', 'earlyTermination',
] as const;
export type RiskCategory = (typeof RISK_CATEGORIES)[number];

/** Who bears it: the first two are OCDS codes; `shared` also where a funding scheme covers a part. */
export const RISK_ALLOCATIONS = ['publicAuthority', 'privateParty', 'shared'] as const;
export type RiskAllocation = (typeof RISK_ALLOCATIONS)[number];

export const riskSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  description: shortText.describe('What may happen, in one sentence.'),
  category: z.enum(RISK_CATEGORIES).nullable(),
  allocation: z.enum(RISK_ALLOCATIONS).nullable().describe('Null: not agreed on yet.'),
  measures: longText.describe('What is done about it, and why this side bears it.'),
});
export type Risk = z.infer<typeof riskSchema>;
