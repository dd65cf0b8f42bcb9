/** The rules of a call that hold for all its lots: the award criterion the law names, and how bids are opened and ranked. */
import { z } from './schema';
import { longText } from './texts';
import { decimalSchema } from './values';

/** The four award criteria of Law 98/2016 art. 187 par. 3, and quality alone under a fixed budget (par. 6). */
export const AWARD_METHODS = ['bestPriceQuality', 'bestCostQuality', 'lowestCost', 'lowestPrice', 'qualityOnly'] as const;
export type AwardMethod = (typeof AWARD_METHODS)[number];

/** How totals become a ranking; `weightedPoints` unless the call says otherwise. */
export const RANKING_RULES = ['weightedPoints', 'pricePerQuality', 'monetisedQuality'] as const;
export type RankingRule = (typeof RANKING_RULES)[number];

/** All absent in a call that only weighs points; part of what the freeze locks. */
export const callRulesSchema = z.looseObject({
  awardMethod: z.enum(AWARD_METHODS).optional(),
  rankingRule: z.enum(RANKING_RULES).optional(),
  twoEnvelopes: z.boolean().optional().describe('Prices stay sealed until quality scores are locked.'),
  qualityWorth: decimalSchema.optional().describe('Only for monetisedQuality: what full quality is worth, as per cent of the lot\'s estimated value.'),
  /** Discount rate per year for life-cycle costs, in per cent, and where it was published (Norms HG 395/2016 art. 33). */
  discountRate: decimalSchema.optional(),
  discountRateSource: longText.optional(),
  /** Text of the extra criterion that settles ties, where the notice has one (Law 98/2016 art. 187 par. 10). */
  tieBreaker: longText.optional(),
});
export type CallRules = z.infer<typeof callRulesSchema>;
