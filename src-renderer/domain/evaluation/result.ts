/**
 * What an evaluation says. Every number carries the rule and the inputs it came from, so that a person can redo it
 * with a pocket calculator. Points are decimal text with two decimals, rounded half up once, at each criterion.
 *
 * Optional members are there only where they say something, so that a result of a call that does not use them stays
 * word for word what earlier versions stored.
 */
import type { RankingRule } from '../call-rules';
import type { CostTiming } from '../life-cycle';
import type { PriceFormula } from '../project';
import type { DecimalString, Id, Money } from '../values';

/** Why a criterion has no points for a bid. */
export const MISSING_REASONS = [
  'noPrice', 'priceNotPositive', 'priceIncludesVat', 'otherCurrency', 'priceSealed', 'noEstimatedValue', 'noFullMarks',
  'noCost', 'costNotPositive', 'noDiscountRate', 'noQualityWorth', 'noScore', 'scoreOutsideScale', 'invalidWeight', 'belowMinimum',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** The life-cycle cost that stands for the price in a cost criterion's formula. */
export interface CostExplanation {
  /** Per cent a year, and years. */
  readonly rate: DecimalString;
  readonly years: number;
  readonly parts: readonly { readonly itemId: Id | null; readonly timing: CostTiming; readonly amount: Money }[];
}

/** The calculation behind one criterion's points. Prices are money; `exact` in `CriterionPoints` is the unrounded value. */
export type Explanation =
  | {
      readonly rule: PriceFormula;
      /** Per cent of the total, also where the criterion stands in a group. */
      readonly weight: DecimalString;
      /** For a cost criterion its life-cycle cost, shown to a whole minor unit; the formula uses the exact one. */
      readonly price: Money;
      /** Lowest and highest price among the comparable bids of the lot; null where the rule does not use it. */
      readonly lowest: Money | null;
      readonly highest: Money | null;
      /** toBudget: the lot's estimated value and the price that earns full points. */
      readonly budget: Money | null;
      readonly fullMarksPrice: Money | null;
      /** True when the formula gave less than zero or more than the weight and was cut there. */
      readonly clamped: boolean;
      readonly cost?: CostExplanation;
    }
  | {
      readonly rule: 'score';
      readonly weight: DecimalString;
      readonly max: number;
      /** Each evaluator's score; the mean is taken when there are several. */
      readonly scores: readonly { readonly evaluatorId: Id; readonly value: DecimalString; readonly reason: string }[];
      /** Of the scores given; the agreed score when the commission agreed on one before anybody scored alone. */
      readonly mean: DecimalString;
      /** The commission's agreed score, which counts instead of the mean (Norms HG 395/2016 art. 131). */
      readonly agreed?: { readonly value: DecimalString; readonly reason: string };
    }
  | { readonly rule: 'missing'; readonly weight: DecimalString; readonly reasons: readonly MissingReason[] };

export interface CriterionPoints {
  readonly criterionId: Id;
  /** Two decimals, or null when something is missing. */
  readonly points: DecimalString | null;
  /** Before rounding, cut (not rounded) after six decimals for display; equal to `points` when exact. */
  readonly exact: DecimalString | null;
  readonly explanation: Explanation;
}

export const BID_FLAGS = [
  'tie', // shares its rank with another bid
  'tieSettled', // same total as another bid; the order of the law settled their places (Norms HG 395/2016 art. 138-140)
  'incomplete', // something is missing; not ranked
  'belowMinimum', // a score, or the points of a group, below the least the call asks for; out of the ranking
  'abnormallyLow', // below the rule pack's share of the estimated value (Law 98/2016 art. 210, Norms art. 136)
  'aboveEstimate', // above the lot's estimated value (Norms art. 137)
  'priceIncludesVat', 'noPrice', 'missingScores',
] as const;
export type BidFlag = (typeof BID_FLAGS)[number];

/** Under a rule that sets an amount against quality: the figure that ranks, the lowest first, or what it lacks. */
export type Comparison =
  | { readonly rule: AmountRule; readonly missing: readonly MissingReason[] }
  | {
      readonly rule: AmountRule;
      /** The price, or the life-cycle cost shown to a whole minor unit. */
      readonly amount: Money;
      readonly cost?: CostExplanation;
      /** monetisedQuality: what all points together are worth, and what this bid's are, shown to a whole minor unit. */
      readonly worth?: Money;
      readonly bonus?: Money;
      /** pricePerQuality: the amount for one point, null without points; monetisedQuality: the amount less the bonus. Shown to a whole minor unit, ranked exactly. */
      readonly figure: Money | null;
    };
export const AMOUNT_RULES = ['pricePerQuality', 'monetisedQuality'] as const satisfies readonly RankingRule[];
export type AmountRule = (typeof AMOUNT_RULES)[number];

/** Whether a bid reaches the least share of a group's quality points. */
export interface GroupMinimum {
  readonly groupId: Id;
  /** Of the quality criteria in the group; null while one is missing. */
  readonly points: DecimalString | null;
  /** What those criteria weigh together, and the per cent of it asked for. */
  readonly most: DecimalString;
  readonly least: DecimalString;
  /** Null while it cannot be said. */
  readonly met: boolean | null;
}

export interface RankedBid {
  readonly bidId: Id;
  /** 1-based; equal totals share it (1, 1, 3). Null when incomplete or below a minimum. */
  readonly rank: number | null;
  /** Sum of all criteria; null when incomplete. */
  readonly total: DecimalString | null;
  readonly costEffectiveness: DecimalString | null;
  readonly transformativePotential: DecimalString | null;
  readonly criteria: readonly CriterionPoints[];
  readonly flags: readonly BidFlag[];
  readonly comparison?: Comparison;
  /** Only where the call has minimums for groups. */
  readonly minimums?: readonly GroupMinimum[];
}

/** Bids with the same total, and how the law settles their places. */
export interface Tie {
  /** In the order settled; bids still equal stand together in `groups`. */
  readonly groups: readonly (readonly Id[])[];
  /** Criteria whose points were compared, one step after another: falling weight, those of equal weight together. Empty where the law compares none. */
  readonly steps: readonly { readonly weight: DecimalString; readonly criterionIds: readonly Id[] }[];
  /** What is needed where bids are still equal. */
  readonly next: 'nothing' | 'extraCriterion' | 'newOffers';
}

export interface LotResult {
  readonly lotId: Id;
  /** Ranked bids by rank, then incomplete ones, then those below a minimum; equal ones by bidder name, then id. */
  readonly ranking: readonly RankedBid[];
  /** Bids not compared at all, with their status. */
  readonly excluded: readonly { readonly bidId: Id; readonly status: 'disqualified' | 'withdrawn' }[];
  readonly missingScores: number;
  /** True when at least one valid bid could not be ranked: the order may still change. */
  readonly provisional: boolean;
  readonly ties?: readonly Tie[];
}

export interface EvaluationResult {
  readonly projectId: Id;
  /** The most each axis can give: the sum of its criteria's weights. Of the lot where that is most, when lots differ. */
  readonly axisMaximum: Readonly<Record<'costEffectiveness' | 'transformativePotential', DecimalString>>;
  readonly lots: readonly LotResult[];
}
