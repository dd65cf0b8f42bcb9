/** What the sheets are made from: a project, its result and the words, looked up the way sheets need them. */
import { outlineOf, type Leaf, type OutlineLine } from '../../domain/criteria-tree';
import { pointLeaves } from '../../domain/evaluation/counted-criteria';
import type { BidFlag, EvaluationResult, LotResult, MissingReason, RankedBid } from '../../domain/evaluation/result';
import type { CostTiming } from '../../domain/life-cycle';
import { minorUnits, moneyText } from '../../domain/money';
import { inOrder } from '../../domain/position';
import type { AwardCriterion, Axis, Bid, Bidder, BidStatus, Evaluator, Lot, PriceFormula, Project } from '../../domain/project';
import type { CivilDate, DecimalString, Id, Money } from '../../domain/values';
import type { FreezeKey } from './freeze-facts';
import type { Cell } from './xlsx-sheet';
import type { CellStyle } from './xlsx-styles';

type Suffix =
  | `sheet.${'overview' | 'lots' | 'criteria' | 'bids' | 'scores' | 'ranking' | 'calculation'}`
  | 'confidential' | 'rounding' | 'cut' | 'untitled' | 'yes' | 'no' | 'unnamedBidder' | 'unnamedCriterion'
  | `overview.${'buyer' | 'buyerIdentifier' | 'nuts' | 'description' | 'currency' | 'rulePack' | 'counts' | 'countsText' | 'axes' | 'axesText' | 'firstPlaces'}`
  | `column.${'lot' | 'lotTitle' | 'description' | 'estimatedValue' | 'currency' | 'bidCount' | 'rankedCount' | 'number' | 'criterion' | 'criterionType'
    | 'axis' | 'weight' | 'method' | 'levels' | 'evidence' | 'bidder' | 'identifier' | 'country' | 'sme' | 'price' | 'vatIncluded' | 'receivedAt'
    | 'durationDays' | 'warrantyMonths' | 'status' | 'statusReason' | 'email' | 'notes' | 'source' | 'evaluator' | 'score' | 'scoreMax' | 'level'
    | 'reason' | 'rank' | 'total' | Axis | 'criterionPoints' | 'remarks' | 'calculation' | 'exact' | 'points' | 'weightInTotal' | 'lots' | 'minScore'
    | 'comparedFigure'}`
  | `type.${AwardCriterion['type']}` | `status.${BidStatus}` | `method.${PriceFormula | 'toBudgetUnset' | 'score' | 'lifeCycle' | 'compared' | 'group'}`
  | `calculation.${'clampedZero' | 'clampedFull' | 'samePrices' | 'missing' | 'total' | 'totalMissing' | 'agreed' | 'lifeCycle' | 'lifeCyclePart' | 'pricePerQuality' | 'monetisedQuality' | 'noFigure'}`
  | `timing.${CostTiming}` | 'allLots' | 'offeredPrice'
  | `missing.${MissingReason}` | `flag.${BidFlag}` | `remark.${'provisional' | 'noBids'}`;

/** Message keys the workbook uses. */
export type WorkbookKey = `workbook.${Suffix}` | FreezeKey;

/** The words, from outside: a translator is one. */
export interface WorkbookLabels {
  /** BCP 47 tag; decides how numbers are written inside text and dates are shown. */
  readonly tag: string;
  readonly t: (key: WorkbookKey, values?: Readonly<Record<string, string | number>>) => string;
}

export interface WorkbookSource {
  readonly project: Project;
  readonly result: EvaluationResult;
  readonly labels: WorkbookLabels;
  readonly lots: readonly Lot[];
  /** The whole tree, groups too, from top to bottom. */
  readonly outline: readonly OutlineLine[];
  /** The criteria that give points, in the order of the tree, with what each weighs in the total. */
  readonly leaves: readonly Leaf[];
  readonly evaluators: readonly Evaluator[];
  /** Every bid of a lot: ranked ones in their order, then the excluded. */
  bidsOf(lot: Lot): readonly Bid[];
  resultOf(lot: Lot): LotResult | undefined;
  rankedOf(bid: Bid): RankedBid | undefined;
  bidderOf(bid: Bid): Bidder | undefined;
  bidderName(bid: Bid): string;
}

export const workbookSource = (project: Project, result: EvaluationResult, labels: WorkbookLabels): WorkbookSource => {
  const lotResults = new Map(result.lots.map((lot) => [lot.lotId, lot]));
  const ranked = new Map<Id, RankedBid>(result.lots.flatMap(({ ranking }) => ranking.map((bid) => [bid.bidId, bid] as const)));
  const bidderOf = (bid: Bid): Bidder | undefined => project.bidders[bid.bidderId];
  return {
    project,
    result,
    labels,
    lots: inOrder(project.lots),
    outline: outlineOf(project.awardCriteria),
    leaves: pointLeaves(project),
    evaluators: inOrder(project.evaluators),
    bidsOf: ({ id }) => {
      const lot = lotResults.get(id);
      return [...(lot?.ranking ?? []), ...(lot?.excluded ?? [])].flatMap(({ bidId }) => project.bids[bidId] ?? []);
    },
    resultOf: ({ id }) => lotResults.get(id),
    rankedOf: ({ id }) => ranked.get(id),
    bidderOf,
    bidderName: (bid) => bidderOf(bid)?.name || labels.t('workbook.unnamedBidder'),
  };
};

/** Criterion's name, or words for one without. */
export const criterionName = ({ name }: AwardCriterion, labels: WorkbookLabels): string => name || labels.t('workbook.unnamedCriterion');

export const text = (value: string, style: CellStyle = 'body'): Cell => ({ type: 'text', text: value, style });

export const number = (value: DecimalString | number | null, style: CellStyle = 'number'): Cell =>
  value === null ? text('') : { type: 'number', value: String(value), style };

const MONEY_STYLES: Readonly<Record<number, CellStyle>> = { 0: 'money0', 2: 'money2', 3: 'money3', 4: 'money4' };

export const money = (value: Money | null): Cell =>
  (value === null ? text('') : { type: 'number', value: moneyText(value), style: MONEY_STYLES[minorUnits(value.currency)] ?? 'money2' });

export const date = (value: CivilDate | null, { tag }: WorkbookLabels): Cell =>
  (value === null ? text('') : { type: 'date', date: value, style: tag.startsWith('ro') ? 'dateDotted' : 'dateIso' });

/** Unknown is left empty, never taken for no. */
export const yesNo = (value: boolean | null, { t }: WorkbookLabels): Cell => text(value === null ? '' : t(value ? 'workbook.yes' : 'workbook.no'));

/** A number inside a sentence: `1234.5` → `1.234,5` in Romanian, `1,234.5` in English; not a digit is lost. */
export const numberText = (value: DecimalString, { tag }: WorkbookLabels): string => {
  const [group, mark] = tag.startsWith('ro') ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${grouped.replace('-', '−')}${fraction === undefined ? '' : `${mark}${fraction}`}`;
};
