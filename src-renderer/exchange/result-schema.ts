/** The schema of a stored evaluation result, as a package carries it. The type it guards is the domain's own. */
import { AMOUNT_RULES, BID_FLAGS, MISSING_REASONS, type EvaluationResult } from '../domain/evaluation/result';
import { COST_TIMINGS } from '../domain/life-cycle';
import { PRICE_FORMULAS } from '../domain/project';
import { z } from '../domain/schema';
import { decimalSchema, idSchema, moneySchema } from '../domain/values';

const points = decimalSchema.nullable();

/** Weights of criteria in groups are products and may have more digits than a weight that somebody types. */
const weight = z.string().max(400).regex(/^(0|[1-9]\d*)(\.\d+)?$/);

const costSchema = z.looseObject({
  rate: decimalSchema,
  years: z.int(),
  parts: z.array(z.looseObject({ itemId: idSchema.nullable(), timing: z.enum(COST_TIMINGS), amount: moneySchema })),
});

const priceExplanationSchema = z.looseObject({
  rule: z.enum(PRICE_FORMULAS),
  weight,
  price: moneySchema,
  lowest: moneySchema.nullable(),
  highest: moneySchema.nullable(),
  budget: moneySchema.nullable(),
  fullMarksPrice: moneySchema.nullable(),
  clamped: z.boolean(),
  cost: costSchema.optional(),
});

const scoreExplanationSchema = z.looseObject({
  rule: z.literal('score'),
  weight,
  max: z.int(),
  scores: z.array(z.looseObject({ evaluatorId: idSchema, value: decimalSchema, reason: z.string() })),
  mean: decimalSchema,
  agreed: z.looseObject({ value: decimalSchema, reason: z.string() }).optional(),
});

const missingExplanationSchema = z.looseObject({
  rule: z.literal('missing'),
  weight: z.string(),
  reasons: z.array(z.enum(MISSING_REASONS)),
});

const minimumSchema = z.looseObject({ groupId: idSchema, points: decimalSchema.nullable(), most: decimalSchema, least: decimalSchema, met: z.boolean().nullable() });

const comparisonSchema = z.union([
  z.looseObject({ rule: z.enum(AMOUNT_RULES), missing: z.array(z.enum(MISSING_REASONS)) }),
  z.looseObject({
    rule: z.enum(AMOUNT_RULES), amount: moneySchema, cost: costSchema.optional(), worth: moneySchema.optional(), bonus: moneySchema.optional(),
    figure: moneySchema.nullable(),
  }),
]);

const criterionPointsSchema = z.looseObject({
  criterionId: idSchema,
  points: points.describe('Two decimals, rounded half up once; null when something is missing.'),
  exact: points.describe('Before rounding, cut after six decimals.'),
  explanation: z.discriminatedUnion('rule', [priceExplanationSchema, scoreExplanationSchema, missingExplanationSchema]),
});

const rankedBidSchema = z.looseObject({
  bidId: idSchema,
  rank: z.int().min(1).nullable().describe('Equal totals share a rank: 1, 1, 3. Null when incomplete.'),
  total: points,
  costEffectiveness: points,
  transformativePotential: points,
  criteria: z.array(criterionPointsSchema),
  flags: z.array(z.enum(BID_FLAGS)),
  comparison: comparisonSchema.optional(),
  minimums: z.array(minimumSchema).optional(),
});

const lotResultSchema = z.looseObject({
  lotId: idSchema,
  ranking: z.array(rankedBidSchema),
  excluded: z.array(z.looseObject({ bidId: idSchema, status: z.enum(['disqualified', 'withdrawn']) })),
  missingScores: z.int().min(0),
  provisional: z.boolean(),
  ties: z.array(z.looseObject({
    groups: z.array(z.array(idSchema)),
    steps: z.array(z.looseObject({ weight, criterionIds: z.array(idSchema) })),
    next: z.enum(['nothing', 'extraCriterion', 'newOffers']),
  })).optional(),
});

/** An `EvaluationResult` as written in a package. */
export const evaluationResultSchema: z.ZodType<EvaluationResult> = z.looseObject({
  projectId: idSchema,
  axisMaximum: z.looseObject({ costEffectiveness: decimalSchema, transformativePotential: decimalSchema }),
  lots: z.array(lotResultSchema),
});
