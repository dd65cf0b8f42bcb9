/** Points of a quality criterion: the mean of the evaluators' scores as a share of the scale. */
import { ownValue } from '../json-equal';
import type { QualityCriterion, ScoreSheet } from '../project';
import type { DecimalString, Id } from '../values';
import { unmarked, usableWeight, type Marked } from './criterion-points';
import { cutText, fraction, hundredthsText, times, toHundredths, type Fraction } from './fraction';
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
export type ScoreMarker = (sheets: readonly EvaluatorSheet[]) => ScoreMark;

export interface ScoreMark extends Marked {
  /** Scores that still have to be given, one for each evaluator. */
  readonly missing: number;
}

interface Given {
  readonly evaluatorId: Id;
  readonly value: DecimalString;
  readonly reason: string;
}

interface Worked {
  readonly hundredths: number;
  readonly points: DecimalString;
  readonly exact: DecimalString;
  readonly mean: DecimalString;
}

const workOut = (weight: Fraction, sum: number, count: number, max: number): Worked => {
  const mean = fraction(BigInt(sum), BigInt(count));
  const exact = times(weight, fraction(mean.numerator, mean.denominator * BigInt(max)));
  const hundredths = toHundredths(exact);
  return { hundredths, points: hundredthsText(hundredths), exact: cutText(exact, 2), mean: cutText(mean, 0) };
};

/**
 * Prepares a quality criterion. Every evaluator of the project must have scored: a mean that left out those who are
 * still reading would move when they finish. Bids share few distinct sums, so each is worked out once.
 */
export const scoreMarker = (criterion: QualityCriterion): ScoreMarker => {
  const { id, scale } = criterion;
  const weight = usableWeight(criterion.weight);
  const workedOut = new Map<number, Worked>();
  return (sheets) => {
    const scores: Given[] = [];
    let sum = 0;
    let outside = 0;
    for (const { evaluatorId, sheet } of sheets) {
      const score = sheet === undefined ? undefined : ownValue(sheet.scores, id);
      if (score === undefined || score.value === null) continue;
      const level = levelOf(score.value, scale.max);
      if (level === null) {
        outside += 1;
        continue;
      }
      sum += level;
      scores.push({ evaluatorId, value: score.value, reason: score.reason });
    }
    const missing = sheets.length - scores.length;
    if (weight === null || missing > 0 || sheets.length === 0) {
      const reasons: MissingReason[] = [];
      if (weight === null) reasons.push('invalidWeight');
      if (outside > 0) reasons.push('scoreOutsideScale');
      if (missing > outside || sheets.length === 0) reasons.push('noScore');
      return { ...unmarked(id, criterion.weight, reasons), missing };
    }
    let worked = workedOut.get(sum);
    if (worked === undefined) {
      worked = workOut(weight, sum, scores.length, scale.max);
      workedOut.set(sum, worked);
    }
    const { hundredths, points, exact, mean } = worked;
    return { hundredths, missing, points: { criterionId: id, points, exact, explanation: { rule: 'score', weight: criterion.weight, max: scale.max, scores, mean } } };
  };
};
