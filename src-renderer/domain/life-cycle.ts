/**
 * The life-cycle cost a bid asks the buyer to carry (Law 98/2016 art. 191-192; Norms HG 395/2016 art. 33): the offered
 * price and what comes after it, each discounted to the day the contract begins. The call states the items, the years
 * and the rate; bids fill in the amounts.
 */
import { z } from './schema';
import { shortText } from './texts';
import { idSchema, positionSchema } from './values';

/** When an item is paid: at the start, at the end of each year, or once at the end of the last year. */
export const COST_TIMINGS = ['once', 'yearly', 'atEnd'] as const;
export type CostTiming = (typeof COST_TIMINGS)[number];

/** The longest time a call may look ahead. */
export const LONGEST_HORIZON = 60;

export const costItemSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  name: shortText,
  timing: z.enum(COST_TIMINGS),
});

/** What a cost criterion has beside its formula. */
export const lifeCycleFields = {
  horizonYears: z.int().min(1).max(LONGEST_HORIZON).describe('Years over which costs are counted.'),
  includesPrice: z.boolean().describe('True when the offered price is the first cost; false when it has a criterion of its own.'),
  costItems: z.record(idSchema, costItemSchema),
};
