/**
 * The evaluation: call, bids and scores in, ranking out. Pure and exact, the same answer on every machine. Points are
 * rounded half up to two decimals at each criterion and nowhere else, so that totals are plain sums of printed numbers.
 */
import { countedPrice } from '../bid-correction';
import { utcDate } from '../civil-date';
import type { Leaf } from '../criteria-tree';
import { decimalOrNull, plainDecimal, sum, type Exact } from '../exact';
import { foldText } from '../fold-text';
import { inOrder } from '../position';
import type { Axis, Bid, Lot, Project } from '../project';
import { ruleValue, type RulePack } from '../rule-pack';
import { withoutSealedPrices } from '../sealed-prices';
import type { DecimalString, Id } from '../values';
import { priceCounts, priceObstacle } from './bid-prices';
import { comparerOf, type Comparer } from './comparison';
import { pointLeaves, tieRuleOf, type TieRule } from './counted-criteria';
import type { Marked } from './criterion-points';
import { fractionOf, hundredthsText, type Fraction } from './fraction';
import { markLot, type LotMarks, type MarkedBid } from './lot-marks';
import { ranked, type Totalled } from './ranking';
import type { BidFlag, EvaluationResult, LotResult } from './result';
import { factorSteps, settle } from './ties';

/** Id of the rule below whose share of the estimated value a price is apparently abnormally low. */
export const ABNORMALLY_LOW_RULE = 'abnormallyLow.shareOfEstimate';

/** Sums of hundredths; null where something that would count is missing. */
interface Sums {
  total: number | null;
  costEffectiveness: number | null;
  transformativePotential: number | null;
}

const added = (sum: number | null, hundredths: number | null): number | null => (sum === null || hundredths === null ? null : sum + hundredths);

const sumsOf = (marks: readonly Marked[], leaves: readonly Leaf[]): Sums => {
  const sums: Sums = { total: leaves.length === 0 ? null : 0, costEffectiveness: 0, transformativePotential: 0 };
  for (const [index, { criterion: { axis } }] of leaves.entries()) {
    const hundredths = marks[index]?.hundredths ?? null;
    sums.total = added(sums.total, hundredths);
    sums[axis] = added(sums[axis], hundredths);
  }
  return sums;
};

const textOrNull = (hundredths: number | null): DecimalString | null => (hundredths === null ? null : hundredthsText(hundredths));

const isAbnormallyLow = (price: number, estimate: number, share: Fraction): boolean =>
  BigInt(price) * 100n * share.denominator < BigInt(estimate) * share.numerator;

/** What is the same for every lot. */
interface Setting {
  readonly project: Project;
  readonly tieRule: TieRule;
  /** Below this per cent of the estimate a price is apparently abnormally low; null when the rule pack does not say. */
  readonly lowShare: Fraction | null;
  readonly priceNeeded: boolean;
  /** The bidder's name, folded: the order among equals. */
  readonly nameOf: (bid: Bid) => string;
}

const priceFlags = (bid: Bid, { field, sealed }: LotMarks, { lowShare, priceNeeded }: Setting): BidFlag[] => {
  if (sealed) return [];
  const flags: BidFlag[] = [];
  const obstacle = priceObstacle(bid, field.currency);
  const price = countedPrice(bid);
  if (price !== null && obstacle === null && field.estimate !== null) {
    if (lowShare !== null && isAbnormallyLow(price.amount, field.estimate, lowShare)) flags.push('abnormallyLow');
    if (price.amount > field.estimate) flags.push('aboveEstimate');
  }
  if (priceNeeded && (obstacle === 'priceIncludesVat' || obstacle === 'noPrice')) flags.push(obstacle);
  return flags;
};

const totalled = (setting: Setting, lot: LotMarks, comparer: Comparer | null, { bid, marks, missingScores, belowMinimum, minimums }: MarkedBid): Totalled => {
  const sums = sumsOf(marks, lot.leaves);
  const compared = comparer === null || belowMinimum ? null : comparer(bid, sums.total ?? 0);
  // Points that cannot be summed cannot be compared either.
  const standing = sums.total === null ? null : (compared?.standing ?? null);
  const isComplete = sums.total !== null && (comparer === null || standing !== null);
  return {
    bidId: bid.id,
    total: isComplete ? sums.total : null,
    standing,
    isOut: belowMinimum,
    hundredths: marks.map(({ hundredths }) => hundredths ?? 0),
    name: setting.nameOf(bid),
    bid: {
      bidId: bid.id,
      total: textOrNull(sums.total),
      costEffectiveness: textOrNull(sums.costEffectiveness),
      transformativePotential: textOrNull(sums.transformativePotential),
      criteria: marks.map(({ points }) => points),
      flags: [
        ...(belowMinimum ? (['belowMinimum'] as const) : isComplete ? [] : (['incomplete'] as const)),
        ...priceFlags(bid, lot, setting),
        ...(missingScores > 0 ? (['missingScores'] as const) : []),
      ],
      ...(compared === null || sums.total === null ? {} : { comparison: compared.comparison }),
      ...(minimums.length === 0 ? {} : { minimums }),
    },
  };
};

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const excludedBids = (bids: readonly Bid[], { nameOf }: Setting): LotResult['excluded'] => bids
  .toSorted((left, right) => compareText(nameOf(left), nameOf(right)) || compareText(left.id, right.id))
  .flatMap(({ id, status }) => (status === 'valid' ? [] : [{ bidId: id, status }]));

const evaluateLot = (setting: Setting, lot: Lot, bids: readonly Bid[]): LotResult => {
  const { project, tieRule } = setting;
  const marks = markLot(project, lot, bids);
  const comparer = comparerOf(project, lot.id, marks.field, marks.sealed);
  const results = marks.bids.map((bid) => totalled(setting, marks, comparer, bid));
  const steps = tieRule === 'factors' ? factorSteps(marks.leaves) : [];
  const criterionIds = marks.leaves.map(({ criterion }) => criterion.id);
  const hasExtraCriterion = (project.callRules?.tieBreaker ?? '').trim() !== '';
  const { ranking, ties } = ranked(results, ({ total, isOut }) => total !== null && !isOut, (equal) => settle(equal, steps, criterionIds, hasExtraCriterion));
  return {
    lotId: lot.id,
    ranking,
    excluded: excludedBids(bids, setting),
    missingScores: marks.bids.reduce((count, { missingScores }) => count + missingScores, 0),
    provisional: results.some(({ total, isOut }) => total === null && !isOut),
    ...(ties.length === 0 ? {} : { ties }),
  };
};

/** The sum of a lot's weights on one axis. */
const axisWeight = (leaves: readonly Leaf[], axis: Axis): Exact =>
  sum(leaves.filter(({ criterion }) => criterion.axis === axis).flatMap(({ weightText }) => decimalOrNull(weightText) ?? []));

/** Of the lot where the axis weighs most; of all criteria while there is no lot. */
const axisMaximum = (project: Project, axis: Axis): DecimalString => {
  const lots = Object.keys(project.lots);
  // Without criteria for some lots only, every lot has the same leaves.
  const isSame = !Object.values(project.awardCriteria).some(({ lotIds }) => lotIds !== undefined && Object.keys(lotIds).length > 0);
  const choices = lots.length === 0 || isSame ? [pointLeaves(project)] : lots.map((id) => pointLeaves(project, id));
  return plainDecimal(choices.map((leaves) => axisWeight(leaves, axis)).reduce((most, weight) => (weight.greaterThan(most) ? weight : most)));
};

const bidsByLot = (project: Project): Map<Id, Bid[]> => {
  const byLot = new Map<Id, Bid[]>();
  for (const bid of Object.values(project.bids)) {
    const bids = byLot.get(bid.lotId);
    if (bids === undefined) byLot.set(bid.lotId, [bid]);
    else bids.push(bid);
  }
  return byLot;
};

/**
 * Evaluates every lot of a project. Disqualified and withdrawn bids and those below a minimum take no part: they do not
 * move the lowest or highest price either. Prices count as corrected, only without VAT and in the project's currency.
 * Bids with something missing are not ranked; sealed prices count as missing. `rulePack` says below which share of the estimated value a price is
 * apparently abnormally low (Law 98/2016 art. 210), as of the day the project was created.
 */
export const evaluate = (given: Project, rulePack: RulePack): EvaluationResult => {
  const project = withoutSealedPrices(given);
  const lowShare = ruleValue(rulePack, ABNORMALLY_LOW_RULE, utcDate(project.createdAt));
  const names = new Map(Object.values(project.bidders).map(({ id, name }) => [id, foldText(name)]));
  const setting: Setting = {
    project,
    tieRule: tieRuleOf(project),
    lowShare: lowShare === null ? null : fractionOf(lowShare),
    priceNeeded: priceCounts(project),
    nameOf: (bid) => names.get(bid.bidderId) ?? '',
  };
  const byLot = bidsByLot(project);
  return {
    projectId: project.id,
    axisMaximum: {
      costEffectiveness: axisMaximum(project, 'costEffectiveness'),
      transformativePotential: axisMaximum(project, 'transformativePotential'),
    },
    lots: inOrder(project.lots).map((lot) => evaluateLot(setting, lot, byLot.get(lot.id) ?? [])),
  };
};
