/** The schema of a stored evaluation result, as a package carries it. The type it guards is the domain's own. */
import type { EvaluationResult } from '../domain/evaluation/result';
import { PRICE_FORMULAS } from '../domain/project';
import { z } from '../domain/schema';
import { decimalSchema, idSchema, moneySchema } from '../domain/values';

const points = decimalSchema.nullable();

const priceExplanationSchema = z.looseObject({
  rule: z.enum(PRICE_FORMULAS),
  weight: decimalSchema,
  price: moneySchema,
  lowest: moneySchema.nullable(),
  highest: moneySchema.nullable(),
  budget: moneySchema.nullable(),
  fullMarksPrice: moneySchema.nullable(),
  clamped: z.boolean(),
});

const scoreExplanationSchema = z.looseObject({
  rule: z.literal('score'),
  weight: decimalSchema,
  max: z.int(),
  scores: z.array(z.looseObject({ evaluatorId: idSchema, value: decimalSchema, reason: z.string() })),
  mean: decimalSchema,
});

const missingExplanationSchema = z.looseObject({
  rule: z.literal('missing'),
  weight: decimalSchema,
  reasons: z.array(z.enum([
    'noPrice', 'priceNotPositive', 'priceIncludesVat', 'otherCurrency', 'noEstimatedValue', 'noFullMarks', 'noScore', 'scoreOutsideScale',
    'invalidWeight',
  ])),
});

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
  flags: z.array(z.enum(['tie', 'incomplete', 'abnormallyLow', 'aboveEstimate', 'priceIncludesVat', 'noPrice', 'missingScores'])),
});

const lotResultSchema = z.looseObject({
  lotId: idSchema,
  ranking: z.array(rankedBidSchema),
  excluded: z.array(z.looseObject({ bidId: idSchema, status: z.enum(['disqualified', 'withdrawn']) })),
  missingScores: z.int().min(0),
  provisional: z.boolean(),
});

/** An `EvaluationResult` as written in a package. */
export const evaluationResultSchema: z.ZodType<EvaluationResult> = z.looseObject({
  projectId: idSchema,
  axisMaximum: z.looseObject({ costEffectiveness: decimalSchema, transformativePotential: decimalSchema }),
  lots: z.array(lotResultSchema),
});
