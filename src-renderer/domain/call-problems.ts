/** What still keeps a call from being published, or will bring questions about it. */
import { utcDate } from './civil-date';
import { decimalOrNull, HUNDRED, plainDecimal, sum, ZERO } from './exact';
import { pointerTo } from './json-pointer';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import { AXES, type AwardCriterion, type Lot, type PriceCriterion, type Project, type QualityCriterion } from './project';
import { ruleValue, type RulePack } from './rule-pack';

/** Id of the rule that caps the price's weight for intellectual services. */
export const PRICE_WEIGHT_RULE = 'priceWeight.intellectualServices';

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
  | 'call.weightsNot100' // data: {sum, difference}; difference is what is missing, negative when too much
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

const fullMarksProblems = (criterion: PriceCriterion, label: string): CallProblem[] => {
  if (criterion.formula !== 'toBudget') return [];
  const path = ['awardCriteria', criterion.id, 'fullMarksAt'];
  if (criterion.fullMarksAt === null) return [at('error', 'call.fullMarksMissing', path, { criterion: label })];
  const value = decimalOrNull(criterion.fullMarksAt);
  const usable = value !== null && !value.isNegative() && value.lessThan(HUNDRED);
  return usable ? [] : [at('error', 'call.fullMarksInvalid', path, { criterion: label, value: criterion.fullMarksAt })];
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

const criterionProblems = (criterion: AwardCriterion, index: number, doubled: ReadonlySet<string>): CallProblem[] => {
  const path = ['awardCriteria', criterion.id];
  const name = criterion.name.trim();
  const label = name === '' ? String(index + 1) : name;
  const problems: CallProblem[] = [];
  if (name === '') problems.push(at('error', 'call.criterionUnnamed', [...path, 'name'], { number: index + 1 }));
  if (doubled.has(name)) problems.push(at('warning', 'call.criterionNameDuplicate', [...path, 'name'], { criterion: name }));
  const weight = decimalOrNull(criterion.weight);
  const usable = weight !== null && weight.greaterThan(ZERO) && weight.lessThanOrEqualTo(HUNDRED);
  if (!usable) problems.push(at('error', 'call.weightInvalid', [...path, 'weight'], { criterion: label, weight: criterion.weight }));
  return [...problems, ...(criterion.type === 'price' ? fullMarksProblems(criterion, label) : anchorProblems(criterion, label))];
};

const weightOf = (criteria: readonly AwardCriterion[]) => sum(criteria.flatMap(({ weight }) => decimalOrNull(weight) ?? []));

const setProblems = (project: Project, criteria: readonly AwardCriterion[], rulePack: RulePack | undefined): CallProblem[] => {
  const path = ['awardCriteria'];
  if (criteria.length === 0) return [at('error', 'call.noCriteria', path)];
  const problems: CallProblem[] = [];
  const total = weightOf(criteria);
  if (!total.equals(HUNDRED)) problems.push(at('error', 'call.weightsNot100', path, { sum: plainDecimal(total), difference: plainDecimal(HUNDRED.minus(total)) }));
  const prices = criteria.filter(({ type }) => type === 'price');
  if (prices.length === 0) problems.push(at('info', 'call.noPriceCriterion', path));
  for (const axis of AXES) if (!criteria.some((criterion) => criterion.axis === axis)) problems.push(at('warning', 'call.axisEmpty', path, { axis }));
  const cap = rulePack === undefined ? null : ruleValue(rulePack, PRICE_WEIGHT_RULE, utcDate(project.createdAt));
  const priceWeight = weightOf(prices);
  if (cap !== null && priceWeight.greaterThan(cap)) problems.push(at('info', 'call.priceWeightHigh', path, { weight: plainDecimal(priceWeight), cap }));
  return problems;
};

/**
 * Everything to mend or to know about a call: the whole first, then lots and criteria in their order. Errors keep it
 * from being used; warnings will be asked about; infos are right in some calls. Without a rule pack the legal caps
 * are left out.
 */
export const callProblems = (project: Project, rulePack?: RulePack): CallProblem[] => {
  const lots = inOrder(project.lots);
  const criteria = inOrder(project.awardCriteria);
  const doubledNumbers = sameTwice(lots.map(({ number }) => number.trim()));
  const doubledNames = sameTwice(criteria.map(({ name }) => name.trim()));
  const valueNeeded = criteria.some((criterion) => criterion.type === 'price' && criterion.formula === 'toBudget');
  return [
    ...(project.buyer.name.trim() === '' ? [at('warning', 'call.buyerUnnamed', ['buyer', 'name'])] : []),
    ...(lots.length === 0 ? [at('error', 'call.noLots', ['lots'])] : []),
    ...lots.flatMap((lot) => lotProblems(lot, project, doubledNumbers, valueNeeded)),
    ...setProblems(project, criteria, rulePack),
    ...criteria.flatMap((criterion, index) => criterionProblems(criterion, index, doubledNames)),
  ];
};
