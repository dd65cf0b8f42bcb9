/** What still keeps a call from being published, or will bring questions about it. */
import { callGuards, PRICE_WEIGHT_RULE, priceWeightOf, type CallGuardProblemCode } from './call-guards';
import { utcDate } from './civil-date';
import { childrenOf, groupsAbove, holdsFor, namesLot, outlineOf, scoredCriteria, withDescendants, type OutlineLine } from './criteria-tree';
import { priceCounts } from './evaluation/bid-prices';
import { givesPoints, pointLeaves, rankingRuleOf } from './evaluation/counted-criteria';
import { decimalOrNull, HUNDRED, plainDecimal, sum, ZERO } from './exact';
import { pointerTo } from './json-pointer';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import { AXES, type AwardCriterion, type CostCriterion, type CriterionGroup, type Lot, type PriceCriterion, type Project, type QualityCriterion, type ScoredCriterion } from './project';
import { ruleValue, type RulePack } from './rule-pack';
import type { Id } from './values';

/** `lot` is a lot's number, `criterion` a criterion's name or, without one, its place in the list. */
export type CallProblemCode =
  | 'call.buyerUnnamed'
  | 'call.noLots'
  | 'call.lotNumberMissing'
  | 'call.lotNumberDuplicate' // data: {lot}
  | 'call.lotUntitled' // data: {lot}
  | 'call.lotWithoutValue' // data: {lot}; an error when a price formula needs it
  | 'call.lotValueNotPositive' // data: {lot}
  | 'call.lotOtherCurrency' // data: {lot, currency, expected}
  | 'call.noCriteria'
  | 'call.criterionUnnamed' // data: {number}: its place in the list, from 1
  | 'call.criterionNameDuplicate' // data: {criterion}
  | 'call.weightInvalid' // data: {criterion, weight}: not above 0 and at most 100
  | 'call.weightsNot100' // data: {sum, difference}; the first level; difference is what is missing, negative when too much
  | 'call.lotWeightsNot100' // data: {lot, sum, difference}; the first level, of one lot only
  | 'call.groupNot100' // data: {group, sum, difference}
  | 'call.groupNot100InLot' // data: {group, lot, sum, difference}
  | 'call.groupEmpty' // data: {group}: nothing in it is scored
  | 'call.groupEmptyInLot' // data: {group, lot}
  | 'call.groupMissing' // data: {criterion}: its group is not there, leads in a circle or lies too deep
  | 'call.criterionWithoutLot' // data: {criterion}: holds for no lot there is
  | 'call.lotWithoutCriteria' // data: {lot}
  | 'call.minShareInvalid' // data: {group, value}
  | 'call.minShareIdle' // data: {group}: no quality criterion in it, so the minimum stops nobody
  | 'call.minScoreInvalid' // data: {criterion, value, max}
  | 'call.noCostItems' // data: {criterion}
  | 'call.costItemUnnamed' // data: {criterion}
  | 'call.discountRateMissing'
  | 'call.discountRateSourceMissing'
  | 'call.qualityWorthMissing'
  | 'call.anchorsMissing' // data: {criterion, missing, levels}: how many and which, `1, 3`
  | 'call.fullMarksMissing' // data: {criterion}
  | 'call.fullMarksInvalid' // data: {criterion, value}: not from 0 to below 100
  | 'call.noPriceCriterion' // info: right with a fixed budget (Law 98/2016 art. 187 par. 6)
  | 'call.axisEmpty' // data: {axis}
  | 'call.priceWeightHigh'; // info; data: {weight, cap} (Norms HG 395/2016 art. 32 par. 6)

type CallProblem = Problem<CallProblemCode>;

const at = (severity: Severity, code: CallProblemCode, path: readonly string[], data: Problem['data'] = {}): CallProblem =>
  ({ severity, code, data, pointer: pointerTo(path) });

const sameTwice = (values: readonly string[]): ReadonlySet<string> => new Set(values.filter((value, index) => value !== '' && values.indexOf(value) !== index));

const lotProblems = (lot: Lot, project: Project, doubled: ReadonlySet<string>, valueNeeded: boolean): CallProblem[] => {
  const path = ['lots', lot.id];
  const number = lot.number.trim();
  const problems: CallProblem[] = [];
  if (number === '') problems.push(at('error', 'call.lotNumberMissing', [...path, 'number']));
  if (doubled.has(number)) problems.push(at('error', 'call.lotNumberDuplicate', [...path, 'number'], { lot: number }));
  if (lot.title.trim() === '') problems.push(at('warning', 'call.lotUntitled', [...path, 'title'], { lot: number }));
  const value = lot.estimatedValue;
  const valuePath = [...path, 'estimatedValue'];
  if (value === null) problems.push(at(valueNeeded ? 'error' : 'warning', 'call.lotWithoutValue', valuePath, { lot: number }));
  else if (value.currency !== project.currency) problems.push(at('error', 'call.lotOtherCurrency', valuePath, { lot: number, currency: value.currency, expected: project.currency }));
  else if (value.amount <= 0) problems.push(at('error', 'call.lotValueNotPositive', valuePath, { lot: number }));
  return problems;
};

const fullMarksProblems = (criterion: PriceCriterion | CostCriterion, label: string): CallProblem[] => {
  if (criterion.formula !== 'toBudget') return [];
  const path = ['awardCriteria', criterion.id, 'fullMarksAt'];
  if (criterion.fullMarksAt === null) return [at('error', 'call.fullMarksMissing', path, { criterion: label })];
  const value = decimalOrNull(criterion.fullMarksAt);
  const usable = value !== null && !value.isNegative() && value.lessThan(HUNDRED);
  return usable ? [] : [at('error', 'call.fullMarksInvalid', path, { criterion: label, value: criterion.fullMarksAt })];
};

const costItemProblems = ({ id, costItems, includesPrice }: CostCriterion, label: string): CallProblem[] => {
  const path = ['awardCriteria', id, 'costItems'];
  const items = Object.values(costItems);
  return [
    ...(items.length === 0 && !includesPrice ? [at('error', 'call.noCostItems', path, { criterion: label })] : []),
    ...items.filter(({ name }) => name.trim() === '').map((item) => at('error', 'call.costItemUnnamed', [...path, item.id, 'name'], { criterion: label })),
  ];
};

const minScoreProblems = ({ id, minScore, scale: { max } }: QualityCriterion, label: string): CallProblem[] => {
  if (minScore === undefined || minScore === null) return [];
  const value = decimalOrNull(minScore);
  const usable = value !== null && !value.isNegative() && value.lessThanOrEqualTo(max);
  return usable ? [] : [at('error', 'call.minScoreInvalid', ['awardCriteria', id, 'minScore'], { criterion: label, value: minScore, max })];
};

const minShareProblems = (criteria: Project['awardCriteria'], group: CriterionGroup, label: string): CallProblem[] => {
  const { id, minShare } = group;
  if (minShare === undefined || minShare === null) return [];
  const value = decimalOrNull(minShare);
  const path = ['awardCriteria', id, 'minShare'];
  if (value === null || value.isNegative() || value.greaterThan(HUNDRED)) return [at('error', 'call.minShareInvalid', path, { group: label, value: minShare })];
  const holdsQuality = withDescendants(criteria, id).some((each) => criteria[each]?.type === 'quality');
  return holdsQuality ? [] : [at('warning', 'call.minShareIdle', path, { group: label })];
};

/** Up to this many levels above zero each wants its own sentence; a longer scale is anchored at its ends and its middle. */
const LONGEST_DESCRIBED_SCALE = 10;

/** The levels of a scale from 0 to `max` that need a sentence, lowest first. */
export const levelsToDescribe = (max: number): readonly number[] =>
  max <= LONGEST_DESCRIBED_SCALE ? Array.from({ length: max + 1 }, (_, level) => level) : [0, Math.round(max / 2), max];

/** Levels without a sentence: Law 98/2016 art. 189 wants no unlimited freedom of choice and bids that can be verified. */
const anchorProblems = (criterion: QualityCriterion, label: string): CallProblem[] => {
  const { max, anchors } = criterion.scale;
  const isBare = (level: string): boolean => !Object.hasOwn(anchors, level) || anchors[level]?.trim() === '';
  const missing = levelsToDescribe(max).map(String).filter(isBare);
  if (missing.length === 0) return [];
  return [at('warning', 'call.anchorsMissing', ['awardCriteria', criterion.id, 'scale', 'anchors'], { criterion: label, missing: missing.length, levels: missing.join(', ') })];
};

/** A criterion's name or, without one, its place among those beside it. */
const labelOf = ({ criterion, index }: OutlineLine): string => (criterion.name.trim() === '' ? String(index + 1) : criterion.name.trim());

const kindProblems = (criteria: Project['awardCriteria'], criterion: AwardCriterion, label: string, isWeighed: boolean): CallProblem[] => {
  switch (criterion.type) {
    case 'group': return minShareProblems(criteria, criterion, label);
    case 'quality': return [...anchorProblems(criterion, label), ...minScoreProblems(criterion, label)];
    case 'price': return isWeighed ? fullMarksProblems(criterion, label) : [];
    case 'cost': return [...(isWeighed ? fullMarksProblems(criterion, label) : []), ...costItemProblems(criterion, label)];
  }
};

const isUsableWeight = (weight: string): boolean => {
  const value = decimalOrNull(weight);
  return value !== null && value.greaterThan(ZERO) && value.lessThanOrEqualTo(HUNDRED);
};

const criterionProblems = (project: Project, line: OutlineLine, doubled: ReadonlySet<string>): CallProblem[] => {
  const { criterion, index } = line;
  const path = ['awardCriteria', criterion.id];
  const name = criterion.name.trim();
  const label = labelOf(line);
  const isWeighed = criterion.type === 'group' || givesPoints(rankingRuleOf(project), criterion.type);
  const lots = Object.keys(project.lots);
  const problems: CallProblem[] = [];
  if (name === '') problems.push(at('error', 'call.criterionUnnamed', [...path, 'name'], { number: index + 1 }));
  if (doubled.has(name)) problems.push(at('warning', 'call.criterionNameDuplicate', [...path, 'name'], { criterion: name }));
  if (isWeighed && !isUsableWeight(criterion.weight)) problems.push(at('error', 'call.weightInvalid', [...path, 'weight'], { criterion: label, weight: criterion.weight }));
  if (groupsAbove(project.awardCriteria, criterion) === null) problems.push(at('error', 'call.groupMissing', [...path, 'parentId'], { criterion: label }));
  if (lots.length > 0 && !lots.some((lotId) => holdsFor(project.awardCriteria, criterion, lotId))) problems.push(at('error', 'call.criterionWithoutLot', [...path, 'lotIds'], { criterion: label }));
  return [...problems, ...kindProblems(project.awardCriteria, criterion, label, isWeighed)];
};

const weightOf = (criteria: readonly Pick<AwardCriterion, 'weight'>[]) => sum(criteria.flatMap(({ weight }) => decimalOrNull(weight) ?? []));

/** What one level of one lot's tree lacks, in a form that tells whether another lot lacks the same. */
interface LevelGap {
  readonly isEmpty: boolean;
  readonly group: CriterionGroup | null;
  readonly sum: string;
  readonly difference: string;
}

/** Levels that do not sum to 100 for a lot, or for every criterion when there is no lot. */
const levelGaps = (project: Project, lotId: Id | undefined): LevelGap[] => {
  const { awardCriteria } = project;
  const rule = rankingRuleOf(project);
  const children = childrenOf(awardCriteria);
  const holds = (criterion: AwardCriterion): boolean => lotId === undefined || namesLot(criterion, lotId);
  const isCounted = (criterion: AwardCriterion): boolean =>
    holds(criterion) && (criterion.type === 'group' || givesPoints(rule, criterion.type));
  const gapsIn = (group: CriterionGroup | null): LevelGap[] => {
    const level = (children.get(group?.id ?? null) ?? []).filter(isCounted);
    const total = weightOf(level);
    const below = level.flatMap((criterion) => (criterion.type === 'group' ? gapsIn(criterion) : []));
    const gap = { group, sum: plainDecimal(total), difference: plainDecimal(HUNDRED.minus(total)) };
    if (level.length === 0) return group === null ? [] : [{ isEmpty: true, ...gap }];
    return total.equals(HUNDRED) ? below : [{ isEmpty: false, ...gap }, ...below];
  };
  return gapsIn(null);
};

const gapKey = ({ isEmpty, group, sum: total }: LevelGap): string => `${String(isEmpty)} ${group?.id ?? ''} ${total}`;

/** `lot` is the lot's number where the gap is not in all of them. */
const gapProblem = ({ isEmpty, group, sum: total, difference }: LevelGap, lot: string | null): CallProblem => {
  const data = { sum: total, difference };
  if (group === null) {
    const path = ['awardCriteria'];
    return lot === null ? at('error', 'call.weightsNot100', path, { ...data }) : at('error', 'call.lotWeightsNot100', path, { lot, ...data });
  }
  const path = ['awardCriteria', group.id];
  const { name } = group;
  if (isEmpty) return lot === null ? at('error', 'call.groupEmpty', path, { group: name }) : at('error', 'call.groupEmptyInLot', path, { group: name, lot });
  return lot === null ? at('error', 'call.groupNot100', path, { group: name, ...data }) : at('error', 'call.groupNot100InLot', path, { group: name, lot, ...data });
};

/** Where a level is wrong for every lot alike, that is said once and of no lot. */
const levelProblems = (project: Project, lots: readonly Lot[]): CallProblem[] => {
  const ids: readonly (Lot | undefined)[] = lots.length === 0 ? [undefined] : lots;
  const byLot = ids.map((lot) => ({ lot, gaps: levelGaps(project, lot?.id) }));
  const count = new Map<string, number>();
  for (const { gaps } of byLot) for (const gap of gaps) count.set(gapKey(gap), (count.get(gapKey(gap)) ?? 0) + 1);
  const said = new Set<string>();
  return byLot.flatMap(({ lot, gaps }) => gaps.flatMap((gap): CallProblem[] => {
    const key = gapKey(gap);
    const isEverywhere = count.get(key) === ids.length;
    if (isEverywhere && said.has(key)) return [];
    said.add(key);
    return [gapProblem(gap, isEverywhere ? null : (lot?.number ?? ''))];
  }));
};

const lifeCycleProblems = ({ callRules }: Project, scored: readonly ScoredCriterion[]): CallProblem[] => {
  if (!scored.some(({ type }) => type === 'cost')) return [];
  if (callRules?.discountRate === undefined) return [at('error', 'call.discountRateMissing', ['callRules', 'discountRate'])];
  return (callRules.discountRateSource ?? '').trim() === '' ? [at('warning', 'call.discountRateSourceMissing', ['callRules', 'discountRateSource'])] : [];
};

const setProblems = (project: Project, lots: readonly Lot[], rulePack: RulePack | undefined): CallProblem[] => {
  const path = ['awardCriteria'];
  const scored = scoredCriteria(project.awardCriteria);
  if (scored.length === 0) return [at('error', 'call.noCriteria', path)];
  const problems: CallProblem[] = [...levelProblems(project, lots)];
  for (const lot of lots) if (!scored.some((criterion) => holdsFor(project.awardCriteria, criterion, lot.id))) problems.push(at('error', 'call.lotWithoutCriteria', ['lots', lot.id], { lot: lot.number }));
  if (!priceCounts(project)) problems.push(at('info', 'call.noPriceCriterion', path));
  const weighed = rankingRuleOf(project) === 'weightedPoints';
  if (weighed) for (const axis of AXES) if (!scored.some((criterion) => criterion.axis === axis)) problems.push(at('warning', 'call.axisEmpty', path, { axis }));
  const cap = rulePack === undefined ? null : ruleValue(rulePack, PRICE_WEIGHT_RULE, utcDate(project.createdAt));
  const priceWeight = priceWeightOf(project);
  if (cap !== null && priceWeight.greaterThan(cap)) problems.push(at('info', 'call.priceWeightHigh', path, { weight: plainDecimal(priceWeight), cap }));
  if (rankingRuleOf(project) === 'monetisedQuality' && (project.callRules?.qualityWorth ?? '') === '') problems.push(at('error', 'call.qualityWorthMissing', ['callRules', 'qualityWorth']));
  return [...problems, ...lifeCycleProblems(project, scored)];
};

/** A formula or rule that measures prices against the lot's estimated value. */
const needsEstimate = (project: Project): boolean =>
  rankingRuleOf(project) === 'monetisedQuality'
  || pointLeaves(project).some(({ criterion }) => (criterion.type === 'price' || criterion.type === 'cost') && criterion.formula === 'toBudget');

/**
 * Everything to mend or to know about a call: the whole first, then lots and criteria in their order. Errors keep it
 * from being used; warnings will be asked about; infos are right in some calls. Without a rule pack the legal caps
 * are left out.
 */
export const callProblems = (project: Project, rulePack?: RulePack): (CallProblem | Problem<CallGuardProblemCode>)[] => {
  const lots = inOrder(project.lots);
  const outline = outlineOf(project.awardCriteria);
  const doubledNumbers = sameTwice(lots.map(({ number }) => number.trim()));
  const doubledNames = sameTwice(outline.map(({ criterion }) => criterion.name.trim()));
  const valueNeeded = needsEstimate(project);
  return [
    ...(project.buyer.name.trim() === '' ? [at('warning', 'call.buyerUnnamed', ['buyer', 'name'])] : []),
    ...(lots.length === 0 ? [at('error', 'call.noLots', ['lots'])] : []),
    ...lots.flatMap((lot) => lotProblems(lot, project, doubledNumbers, valueNeeded)),
    ...setProblems(project, lots, rulePack),
    ...outline.flatMap((line) => criterionProblems(project, line, doubledNames)),
    ...callGuards(project, rulePack),
  ];
};
