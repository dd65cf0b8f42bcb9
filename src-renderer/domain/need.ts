/**
 * A need of the buyer: what does not work today and for whom, and what should be otherwise; never the solution. An
 * unmet need is one that what is on the market meets not at all, or only at excessive cost or unacceptable risk.
 */
import { z } from './schema';
import { longText, shortText } from './texts';
import { idSchema, positionSchema } from './values';

/** The most needs one project takes. */
export const MAX_NEEDS = 2000;

export const NEED_PRIORITIES = ['high', 'medium', 'low'] as const;
export type NeedPriority = (typeof NEED_PRIORITIES)[number];

/** Where a need was heard of: the departments that run the service, the people it is for, or a way of asking both. */
export const NEED_SOURCES = ['department', 'citizens', 'consultation', 'workshop', 'survey', 'market'] as const;

/** `published`: told outside, for example in the notice of a consultation; everything before is the buyer's own. */
export const NEED_STATES = ['identified', 'published'] as const;

export const needSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  title: shortText,
  problem: longText.describe('What does not work today, how often and with what effect.'),
  affected: longText.describe('Who suffers from it, and about how many people.'),
  desiredOutcome: longText.describe('What should be otherwise, not how.'),
  baseline: shortText.describe('How much it is today: a decimal where there is one, else words.'),
  target: shortText.describe('How much it should be.'),
  unit: shortText.describe('Of baseline and target.'),
  department: shortText.describe('Who answers for it inside the authority.'),
  source: z.enum(NEED_SOURCES).nullable(),
  priority: z.enum(NEED_PRIORITIES).nullable(),
  state: z.enum(NEED_STATES),
  notes: longText,
  importId: idSchema.nullable().describe('The import that brought it; null when typed by hand.'),
});
export type Need = z.infer<typeof needSchema>;
