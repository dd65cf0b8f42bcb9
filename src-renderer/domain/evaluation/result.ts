/**
 * What an evaluation says. Every number carries the rule and the inputs it came from, so that a person can redo it
 * with a pocket calculator. Points are decimal text with two decimals, rounded half up once, at each criterion.
 */
import type { PriceFormula } from '../project';
import type { DecimalString, Id, Money } from '../values';

/** Why a criterion has no points for a bid. */
export type MissingReason =
  | 'noPrice' | 'priceNotPositive' | 'priceIncludesVat' | 'otherCurrency' | 'noEstimatedValue' | 'noFullMarks'
  | 'noScore' | 'scoreOutsideScale' | 'invalidWeight';

/** The calculation behind one criterion's points. Prices are money; `exact` in `CriterionPoints` is the unrounded value. */
export type Explanation =
  | {
      readonly rule: PriceFormula;
      readonly weight: DecimalString;
      readonly price: Money;
      /** Lowest and highest price among the comparable bids of the lot; null where the rule does not use it. */
      readonly lowest: Money | null;
      readonly highest: Money | null;
      /** toBudget: the lot's estimated value and the price that earns full points. */
      readonly budget: Money | null;
      readonly fullMarksPrice: Money | null;
      /** True when the formula gave less than zero or more than the weight and was cut there. */
      readonly clamped: boolean;
    }
  | {
      readonly rule: 'score';
      readonly weight: DecimalString;
      readonly max: number;
      /** Each evaluator's score; the mean is taken when there are several. */
      readonly scores: readonly { readonly evaluatorId: Id; readonly value: DecimalString; readonly reason: string }[];
      readonly mean: DecimalString;
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

export type BidFlag =
  | 'tie' // shares its rank with another bid
  | 'incomplete' // something is missing; not ranked
  | 'abnormallyLow' // below the rule pack's share of the estimated value (Law 98/2016 art. 210, Norms art. 136)
  | 'aboveEstimate' // above the lot's estimated value (Norms art. 137)
  | 'priceIncludesVat' | 'noPrice' | 'missingScores';

export interface RankedBid {
  readonly bidId: Id;
  /** 1-based; equal totals share it (1, 1, 3). Null when incomplete. */
  readonly rank: number | null;
  /** Sum of all criteria; null when incomplete. */
  readonly total: DecimalString | null;
  readonly costEffectiveness: DecimalString | null;
  readonly transformativePotential: DecimalString | null;
  readonly criteria: readonly CriterionPoints[];
  readonly flags: readonly BidFlag[];
}

export interface LotResult {
  readonly lotId: Id;
  /** Ranked bids by rank, then incomplete ones; equal ones by bidder name, then id. */
  readonly ranking: readonly RankedBid[];
  /** Bids not compared at all, with their status. */
  readonly excluded: readonly { readonly bidId: Id; readonly status: 'disqualified' | 'withdrawn' }[];
  readonly missingScores: number;
  /** True when at least one valid bid could not be ranked: the order may still change. */
  readonly provisional: boolean;
}

export interface EvaluationResult {
  readonly projectId: Id;
  /** The most each axis can give: the sum of its criteria's weights. */
  readonly axisMaximum: Readonly<Record<'costEffectiveness' | 'transformativePotential', DecimalString>>;
  readonly lots: readonly LotResult[];
}
