/**
 * The evaluation: call, bids and scores in, ranking out. Pure and exact, the same answer on every machine. Points are
 * rounded half up to two decimals at each criterion and nowhere else, so that totals are plain sums of printed numbers.
 */
import { utcDate } from '../civil-date';
import { decimalOrNull, plainDecimal, sum } from '../exact';
import { foldText } from '../fold-text';
import { inOrder } from '../position';
import { scoreSheetId, type AwardCriterion, type Axis, type Bid, type Lot, type Project } from '../project';
import { ruleValue, type RulePack } from '../rule-pack';
import type { DecimalString, Id } from '../values';
import { priceCounts, priceFieldOf, priceObstacle, type PriceField } from './bid-prices';
import type { Marked } from './criterion-points';
import { fractionOf, hundredthsText, type Fraction } from './fraction';
import { priceMarker } from './price-points';
import { ranked, type Totalled } from './ranking';
import type { BidFlag, EvaluationResult, LotResult } from './result';
import { scoreMarker, type EvaluatorSheet } from './score-points';

/** Id of the rule below whose share of the estimated value a price is apparently abnormally low. */
export const ABNORMALLY_LOW_RULE = 'abnormallyLow.shareOfEstimate';

interface Marks extends Marked {
  readonly missing: number;
}

type BidMarker = (bid: Bid, sheets: readonly EvaluatorSheet[]) => Marks;

const markerOf = (criterion: AwardCriterion, field: PriceField): BidMarker => {
  if (criterion.type === 'quality') {
    const mark = scoreMarker(criterion);
    return (_bid, sheets) => mark(sheets);
  }
  const mark = priceMarker(criterion, field);
  return (bid) => ({ ...mark(bid), missing: 0 });
};

/** Sums of hundredths; null where something that would count is missing. */
interface Sums {
  total: number | null;
  costEffectiveness: number | null;
  transformativePotential: number | null;
}

const added = (sum: number | null, hundredths: number | null): number | null => (sum === null || hundredths === null ? null : sum + hundredths);

const sumsOf = (marks: readonly Marks[], criteria: readonly AwardCriterion[]): Sums => {
  const sums: Sums = { total: criteria.length === 0 ? null : 0, costEffectiveness: 0, transformativePotential: 0 };
  for (const [index, { axis }] of criteria.entries()) {
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
  readonly criteria: readonly AwardCriterion[];
  readonly evaluatorIds: readonly Id[];
  /** Below this per cent of the estimate a price is apparently abnormally low; null when the rule pack does not say. */
  readonly lowShare: Fraction | null;
  readonly priceNeeded: boolean;
  /** The bidder's name, folded: the order among equals. */
  readonly nameOf: (bid: Bid) => string;
}

const flagsOf = (bid: Bid, field: PriceField, { lowShare, priceNeeded }: Setting, complete: boolean, missing: number): BidFlag[] => {
  const flags: BidFlag[] = [];
  if (!complete) flags.push('incomplete');
  const obstacle = priceObstacle(bid, field.currency);
  if (bid.price !== null && obstacle === null && field.estimate !== null) {
    if (lowShare !== null && isAbnormallyLow(bid.price.amount, field.estimate, lowShare)) flags.push('abnormallyLow');
    if (bid.price.amount > field.estimate) flags.push('aboveEstimate');
  }
  if (priceNeeded && (obstacle === 'priceIncludesVat' || obstacle === 'noPrice')) flags.push(obstacle);
  if (missing > 0) flags.push('missingScores');
  return flags;
};

const totalled = (setting: Setting, bid: Bid, field: PriceField, markers: readonly BidMarker[]): Totalled & { readonly missing: number } => {
  const { project, criteria } = setting;
  const sheets = setting.evaluatorIds.map((evaluatorId) => ({ evaluatorId, sheet: project.scoreSheets[scoreSheetId(evaluatorId, bid.id)] }));
  const marks = markers.map((mark) => mark(bid, sheets));
  const { total, costEffectiveness, transformativePotential } = sumsOf(marks, criteria);
  const missing = marks.reduce((count, mark) => count + mark.missing, 0);
  return {
    hundredths: total,
    name: setting.nameOf(bid),
    missing,
    bid: {
      bidId: bid.id,
      total: textOrNull(total),
      costEffectiveness: textOrNull(costEffectiveness),
      transformativePotential: textOrNull(transformativePotential),
      criteria: marks.map(({ points }) => points),
      flags: flagsOf(bid, field, setting, total !== null, missing),
    },
  };
};

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const evaluateLot = (setting: Setting, lot: Lot, bids: readonly Bid[]): LotResult => {
  const valid = bids.filter((bid) => bid.status === 'valid');
  const field = priceFieldOf(setting.project, lot, valid);
  const markers = setting.criteria.map((criterion) => markerOf(criterion, field));
  const results = valid.map((bid) => totalled(setting, bid, field, markers));
  const excluded = bids
    .toSorted((left, right) => compareText(setting.nameOf(left), setting.nameOf(right)) || compareText(left.id, right.id))
    .flatMap(({ id, status }) => (status === 'valid' ? [] : [{ bidId: id, status }]));
  return {
    lotId: lot.id,
    ranking: ranked(results),
    excluded,
    missingScores: results.reduce((count, { missing }) => count + missing, 0),
    provisional: results.some(({ hundredths }) => hundredths === null),
  };
};

const axisMaximum = (criteria: readonly AwardCriterion[], axis: Axis): DecimalString =>
  plainDecimal(sum(criteria.filter((criterion) => criterion.axis === axis).flatMap(({ weight }) => decimalOrNull(weight) ?? [])));

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
 * Evaluates every lot of a project. Disqualified and withdrawn bids take no part: they do not move the lowest or
 * highest price either. Prices count only without VAT and in the project's currency. Bids with something missing are
 * not ranked. `rulePack` says below which share of the estimated value a price is apparently abnormally low
 * (Law 98/2016 art. 210), as of the day the project was created.
 */
export const evaluate = (project: Project, rulePack: RulePack): EvaluationResult => {
  const criteria = inOrder(project.awardCriteria);
  const lowShare = ruleValue(rulePack, ABNORMALLY_LOW_RULE, utcDate(project.createdAt));
  const names = new Map(Object.values(project.bidders).map(({ id, name }) => [id, foldText(name)]));
  const setting: Setting = {
    project,
    criteria,
    evaluatorIds: inOrder(project.evaluators).map(({ id }) => id),
    lowShare: lowShare === null ? null : fractionOf(lowShare),
    priceNeeded: priceCounts(project),
    nameOf: (bid) => names.get(bid.bidderId) ?? '',
  };
  const byLot = bidsByLot(project);
  return {
    projectId: project.id,
    axisMaximum: {
      costEffectiveness: axisMaximum(criteria, 'costEffectiveness'),
      transformativePotential: axisMaximum(criteria, 'transformativePotential'),
    },
    lots: inOrder(project.lots).map((lot) => evaluateLot(setting, lot, byLot.get(lot.id) ?? [])),
  };
};
