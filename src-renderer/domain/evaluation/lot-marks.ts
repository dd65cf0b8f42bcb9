/** A lot's bids with their exact marks, before anything is ranked: what the ranking and the robustness checks both stand on. */
import { hasVote } from '../commission';
import { pricesSealed } from '../envelope';
import { isQuality, type Leaf } from '../criteria-tree';
import { inOrder } from '../position';
import { scoreSheetId, type Bid, type Lot, type Project } from '../project';
import type { Id } from '../values';
import { isAdmitted } from './admitted';
import { priceFieldOf, type PriceField } from './bid-prices';
import { pointLeaves } from './counted-criteria';
import { unmarked, type Marked } from './criterion-points';
import { groupMinimums } from './group-minimums';
import { discountingOf } from './life-cycle-cost';
import { costMarker, priceMarker } from './price-points';
import type { GroupMinimum } from './result';
import { scoreMarker, type EvaluatorSheet, type ScoreMark } from './score-points';

export interface MarkedBid {
  readonly bid: Bid;
  /** One for each of the lot's leaves, in their order. */
  readonly marks: readonly Marked[];
  readonly missingScores: number;
  /** Below a minimum: out of the ranking, and its price moves nobody's. */
  readonly belowMinimum: boolean;
  /** Empty where the call has none for groups. */
  readonly minimums: readonly GroupMinimum[];
}

export interface LotMarks {
  readonly leaves: readonly Leaf[];
  readonly field: PriceField;
  /** True while the lot's prices may not be seen. */
  readonly sealed: boolean;
  readonly bids: readonly MarkedBid[];
}

/** Marks an amount for a bid that takes part in the comparison of prices. */
type AmountMarker = (bid: Bid) => Marked;

const amountMarkerOf = (project: Project, { criterion, ...leaf }: Leaf, field: PriceField, compared: readonly Bid[]): AmountMarker | null => {
  if (criterion.type === 'price') return priceMarker({ criterion, ...leaf }, field);
  return criterion.type === 'cost' ? costMarker({ criterion, ...leaf }, field, discountingOf(project, criterion), compared) : null;
};

/** The scores of one bid, by leaf; undefined where the leaf is not scored by people. */
type ScoreMarks = readonly (ScoreMark | undefined)[];

interface ScoredBid {
  readonly bid: Bid;
  readonly scores: ScoreMarks;
  readonly minimums: readonly GroupMinimum[];
  readonly isOut: boolean;
}

export const markLot = (project: Project, lot: Lot, bids: readonly Bid[]): LotMarks => {
  const leaves = pointLeaves(project, lot.id);
  const admitted = bids.filter(isAdmitted);
  const evaluatorIds: readonly Id[] = inOrder(project.evaluators).filter(hasVote).map(({ id }) => id);
  const sheetsOf = (bid: Bid): EvaluatorSheet[] => evaluatorIds.map((evaluatorId) => ({ evaluatorId, sheet: project.scoreSheets[scoreSheetId(evaluatorId, bid.id)] }));
  const scorers = leaves.map((leaf) => (isQuality(leaf) ? scoreMarker(leaf, project.moderations ?? {}) : undefined));
  const minimumsOf = groupMinimums(project, leaves);
  const scored = admitted.map((bid): ScoredBid => {
    const sheets = sheetsOf(bid);
    const scores = scorers.map((score) => score?.(bid.id, sheets));
    const minimums = minimumsOf(scores.map((score) => score?.hundredths ?? null));
    return { bid, scores, minimums, isOut: scores.some((score) => score?.belowMinimum === true) || minimums.some(({ met }) => met === false) };
  });
  // Who is below a minimum does not take part, so that its price must not move the points of those who do.
  const compared = scored.flatMap(({ bid, isOut }) => (isOut ? [] : [bid]));
  const field = priceFieldOf(project, lot, compared);
  const sealed = pricesSealed(project, lot.id);
  const amounts = leaves.map((leaf) => amountMarkerOf(project, leaf, field, compared));
  return {
    leaves, field, sealed,
    bids: scored.map(({ bid, scores, minimums, isOut }) => ({
      bid,
      minimums,
      belowMinimum: isOut,
      missingScores: isOut ? 0 : scores.reduce((count, score) => count + (score?.missing ?? 0), 0),
      marks: leaves.map(({ criterion, weightText }, index): Marked => {
        const score = scores[index];
        if (score !== undefined) return score;
        if (sealed || isOut) return unmarked(criterion.id, weightText, [isOut ? 'belowMinimum' : 'priceSealed']);
        return amounts[index]?.(bid) ?? unmarked(criterion.id, weightText, []);
      }),
    })),
  };
};
