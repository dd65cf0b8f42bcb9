/** Points of a quality criterion: the score that counts as a share of the scale. */
import { ownValue } from '../json-equal';
import type { Leaf } from '../criteria-tree';
import { moderationId } from '../moderation';
import type { Project, QualityCriterion, ScoreSheet } from '../project';
import type { DecimalString, Id } from '../values';
import { unmarked, type Marked } from './criterion-points';
import { cutText, fraction, fractionOf, hundredthsText, times, toHundredths, type Fraction } from './fraction';
import type { MissingReason } from './result';

/** One evaluator and the sheet for the bid in hand; undefined before the first score. */
export interface EvaluatorSheet {
  readonly evaluatorId: Id;
  readonly sheet: ScoreSheet | undefined;
}

const LEVEL = /^(\d{1,3})(?:\.0+)?$/;

/** The level a score names, or null when it is not one of 0, 1, … `max`. */
export const levelOf = (value: DecimalString, max: number): number | null => {
  // A single digit is what nearly every score is.
  const digit = value.length === 1 ? value.charCodeAt(0) - 48 : -1;
  if (digit >= 0 && digit <= 9) return digit <= max ? digit : null;
  const match = LEVEL.exec(value);
  const level = match === null ? Number.NaN : Number(match[1]);
  return level <= max ? level : null;
};

/** Marks one bid from all evaluators' sheets, given in the evaluators' order. */
export type ScoreMarker = (bidId: Id, sheets: readonly EvaluatorSheet[]) => ScoreMark;

export interface ScoreMark extends Marked {
  /** Scores that still have to be given, one for each evaluator. */
  readonly missing: number;
  /** True when the score that counts is below the least the call asks for. */
  readonly belowMinimum: boolean;
}

interface Given {
  readonly evaluatorId: Id;
  readonly value: DecimalString;
  readonly reason: string;
}

/** The score the commission agreed on; undefined while it has not. */
interface Agreed {
  readonly value: DecimalString;
  readonly reason: string;
}

const agreedScore = (moderations: NonNullable<Project['moderations']>, bidId: Id, criterionId: Id): Agreed | undefined => {
  const moderation = ownValue(moderations, moderationId(bidId, criterionId));
  return moderation === undefined || moderation.value === null || moderation.agreedAt === null ? undefined : { value: moderation.value, reason: moderation.reason };
};

interface Worked {
  readonly hundredths: number;
  readonly share: Fraction;
  readonly points: DecimalString;
  readonly exact: DecimalString;
  readonly mean: DecimalString;
  readonly belowMinimum: boolean;
}

const workOut = (weight: Fraction, sum: number, count: number, max: number, minimum: Fraction | null): Worked => {
  const mean = fraction(BigInt(sum), BigInt(count));
  const share = fraction(mean.numerator, mean.denominator * BigInt(max));
  const exact = times(weight, share);
  const hundredths = toHundredths(exact);
  const belowMinimum = minimum !== null && mean.numerator * minimum.denominator < minimum.numerator * mean.denominator;
  return { hundredths, share, points: hundredthsText(hundredths), exact: cutText(exact, 2), mean: cutText(mean, 0), belowMinimum };
};

const minimumOf = ({ minScore }: QualityCriterion): Fraction | null => (minScore === undefined || minScore === null ? null : fractionOf(minScore));

/** What the sheets say under one criterion: usable scores in the evaluators' order, and how many are not on the scale. */
const readSheets = (sheets: readonly EvaluatorSheet[], criterionId: Id, max: number) => {
  const scores: Given[] = [];
  let sum = 0;
  let outside = 0;
  for (const { evaluatorId, sheet } of sheets) {
    const score = sheet === undefined ? undefined : ownValue(sheet.scores, criterionId);
    if (score === undefined || score.value === null) continue;
    const level = levelOf(score.value, max);
    if (level === null) {
      outside += 1;
      continue;
    }
    sum += level;
    scores.push({ evaluatorId, value: score.value, reason: score.reason });
  }
  return { scores, sum, outside };
};

const cutMean = (scores: readonly Given[], sum: number): DecimalString => cutText(fraction(BigInt(sum), BigInt(scores.length)), 0);

/**
 * Prepares a quality criterion. Every evaluator of the project must have scored: a mean that left out those who are
 * still reading would move when they finish. Where the commission agreed on a score, that one counts and nobody is
 * waited for. Bids share few distinct sums, so each is worked out once.
 */
export const scoreMarker = ({ criterion, weight, weightText }: Leaf<QualityCriterion>, moderations: NonNullable<Project['moderations']>): ScoreMarker => {
  const { id, scale } = criterion;
  const minimum = minimumOf(criterion);
  const bySum = new Map<number, Worked>();
  const byLevel = new Map<number, Worked>();
  const worked = (known: Map<number, Worked>, sum: number, count: number, usable: Fraction): Worked => {
    const found = known.get(sum) ?? workOut(usable, sum, count, scale.max, minimum);
    known.set(sum, found);
    return found;
  };
  return (bidId, sheets) => {
    const { scores, sum, outside } = readSheets(sheets, id, scale.max);
    const counted = (of: Worked, mean: DecimalString, agreed?: Agreed): ScoreMark => ({
      hundredths: of.hundredths, share: of.share, belowMinimum: of.belowMinimum, missing: 0,
      points: {
        criterionId: id, points: of.points, exact: of.exact,
        explanation: { rule: 'score', weight: weightText, max: scale.max, scores, mean, ...(agreed === undefined ? {} : { agreed }) },
      },
    });
    const uncounted = (reasons: readonly MissingReason[], missing: number): ScoreMark =>
      ({ ...unmarked(id, weightText, weight === null ? ['invalidWeight', ...reasons] : reasons), missing, belowMinimum: false });
    const agreed = agreedScore(moderations, bidId, id);
    if (agreed !== undefined) {
      const level = levelOf(agreed.value, scale.max);
      if (weight === null || level === null) return uncounted(level === null ? ['scoreOutsideScale'] : [], 0);
      return counted(worked(byLevel, level, 1, weight), scores.length === 0 ? String(level) : cutMean(scores, sum), agreed);
    }
    const missing = sheets.length - scores.length;
    if (weight === null || missing > 0 || sheets.length === 0) {
      return uncounted([...(outside > 0 ? (['scoreOutsideScale'] as const) : []), ...(missing > outside || sheets.length === 0 ? (['noScore'] as const) : [])], missing);
    }
    const found = worked(bySum, sum, scores.length, weight);
    return counted(found, found.mean);
  };
};
