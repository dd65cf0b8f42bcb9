/**
 * Legal guards of a call: what the law does not allow or asks to be looked at, beyond what keeps the call from being
 * computed. The articles and how surely they are known: the rule packs, and docs/evaluation.md.
 */
import type { AwardMethod } from './call-rules';
import { utcDate } from './civil-date';
import { scoredCriteria } from './criteria-tree';
import { awardMethodOf, pointLeaves } from './evaluation/counted-criteria';
import { decimal, decimalOrNull, HUNDRED, plainDecimal, sum, ZERO, type Exact } from './exact';
import { foldText } from './fold-text';
import { pointerTo } from './json-pointer';
import type { Problem, Severity } from './problem';
import { procedureOf, type Procedure } from './procedure/procedure';
import type { Project } from './project';
import { ruleValue, type RulePack } from './rule-pack';
import type { Id } from './values';

export type CallGuardProblemCode =
  | 'call.methodNeedsQuality' // data: {method}: a ratio of price or cost and quality without a scored quality (Law 98/2016 art. 187 par. 3)
  | 'call.methodNeedsAmount' // data: {method}: the same without a price or cost
  | 'call.methodForbidsQuality' // data: {method}: lowest price or cost with scored quality
  | 'call.qualityOnlyWithPrice' // a fixed budget leaves no price to score (art. 187 par. 6)
  | 'call.lowestPriceAboveThreshold' // data: {limit} (art. 187 par. 3¹)
  | 'call.lowestForbidden' // lowest price or cost for intellectual services or works (art. 187 par. 8)
  | 'call.priceAboveCap' // data: {weight, cap}: the same, with a price that weighs too much (Norms art. 32 par. 6)
  | 'call.methodNotForRoute' // competitive dialogue and innovation partnership know only the ratios (art. 90 par. 3)
  | 'call.fixedBudgetWithPrice' // the procedure says a fixed budget, the criteria score a price (art. 187 par. 6)
  | 'call.alsoKnockOut' // data: {criterion}: asked for as a condition and scored too (art. 188-189; Norms art. 32 par. 8)
  | 'call.knockOutUntitled'
  | 'call.criterionVague'; // data: {criterion}: neither description nor evidence (art. 189)

type GuardProblem = Problem<CallGuardProblemCode>;

const at = (severity: Severity, code: CallGuardProblemCode, path: readonly string[], data: Problem['data'] = {}): GuardProblem => ({ severity, code, data, pointer: pointerTo(path) });

const RATIOS: ReadonlySet<AwardMethod> = new Set(['bestPriceQuality', 'bestCostQuality']);
const LOWEST: ReadonlySet<AwardMethod> = new Set(['lowestPrice', 'lowestCost']);

/** The EU threshold above which the lowest price may not be the award criterion. */
const thresholdRule = ({ contractType, buyerType }: Procedure): string => {
  if (contractType === 'works') return 'threshold.works';
  if (contractType === 'socialServices') return 'threshold.socialServices';
  return buyerType === 'central' ? 'threshold.goodsServices.central' : 'threshold.goodsServices.local';
};

/** Id of the rule that caps the price's weight for intellectual services. */
export const PRICE_WEIGHT_RULE = 'priceWeight.intellectualServices';

/** What the price weighs in a lot's total: of the lot where it weighs most. */
export const priceWeightOf = (project: Project): Exact => {
  const lots = Object.keys(project.lots);
  const of = (lotId?: Id): Exact => sum(pointLeaves(project, lotId).flatMap(({ criterion, weightText }) => (criterion.type === 'quality' ? [] : (decimalOrNull(weightText) ?? []))));
  return lots.map((id) => of(id)).reduce((most, weight) => (weight.greaterThan(most) ? weight : most), lots.length === 0 ? of() : ZERO);
};

/** What follows from the answers about the procedure. */
const procedureProblems = (project: Project, rulePack: RulePack | undefined): GuardProblem[] => {
  const { intellectual, fixedBudget, chosen } = procedureOf(project);
  const types = new Set(scoredCriteria(project.awardCriteria).map(({ type }) => type));
  if (types.size === 0) return [];
  const method = awardMethodOf(project);
  const path = ['awardCriteria'];
  const cap = rulePack === undefined ? null : ruleValue(rulePack, PRICE_WEIGHT_RULE, utcDate(project.createdAt));
  const weight = priceWeightOf(project);
  const isBound = chosen === 'competitiveDialogue' || chosen === 'innovationPartnership';
  return [
    ...(intellectual === true && LOWEST.has(method) ? [at('error', 'call.lowestForbidden', path)] : []),
    ...(intellectual === true && !LOWEST.has(method) && cap !== null && weight.greaterThan(cap) ? [at('error', 'call.priceAboveCap', path, { weight: plainDecimal(weight), cap })] : []),
    ...(isBound && !RATIOS.has(method) ? [at('error', 'call.methodNotForRoute', path)] : []),
    ...(fixedBudget === true && method !== 'qualityOnly' ? [at('warning', 'call.fixedBudgetWithPrice', path)] : []),
  ];
};

const methodProblems = (project: Project): GuardProblem[] => {
  const { callRules } = project;
  // A method nobody chose is read off the criteria, so that they always fit.
  if (callRules?.awardMethod === undefined) return [];
  const method = awardMethodOf(project);
  const path = ['callRules'];
  const types = new Set(scoredCriteria(project.awardCriteria).map(({ type }) => type));
  const hasAmount = types.has('price') || types.has('cost') || (callRules.rankingRule ?? 'weightedPoints') !== 'weightedPoints';
  return [
    ...(RATIOS.has(method) && !types.has('quality') ? [at('error', 'call.methodNeedsQuality', path, { method })] : []),
    ...(RATIOS.has(method) && !hasAmount ? [at('error', 'call.methodNeedsAmount', path, { method })] : []),
    ...(LOWEST.has(method) && types.has('quality') ? [at('error', 'call.methodForbidsQuality', path, { method })] : []),
    ...(method === 'qualityOnly' && hasAmount ? [at('error', 'call.qualityOnlyWithPrice', path)] : []),
  ];
};

/** Lots are summed: dividing a procurement does not lower its value (Law 98/2016 art. 17 par. 2). */
const thresholdProblems = (project: Project, rulePack: RulePack | undefined): GuardProblem[] => {
  const procedure = procedureOf(project);
  // Negotiation without notice after a procedure without bids may go by the lowest price (art. 187 par. 3¹, 104 par. 1 b).
  if (awardMethodOf(project) !== 'lowestPrice' || rulePack === undefined || project.currency !== 'RON' || procedure.chosen === 'negotiationWithoutNotice') return [];
  const limit = ruleValue(rulePack, thresholdRule(procedure), utcDate(project.createdAt));
  const total = Object.values(project.lots).reduce((sum, { estimatedValue }) => sum + (estimatedValue?.amount ?? 0), 0);
  return limit !== null && decimal(limit).times(HUNDRED).lessThanOrEqualTo(total) ? [at('warning', 'call.lowestPriceAboveThreshold', ['awardCriteria'], { limit })] : [];
};

const knockOutProblems = ({ knockOuts = {}, awardCriteria }: Project): GuardProblem[] => {
  const asked = new Set(Object.values(knockOuts).map(({ title }) => foldText(title)).filter((title) => title !== ''));
  return [
    ...Object.values(knockOuts).filter(({ title }) => title.trim() === '').map(({ id }) => at('error', 'call.knockOutUntitled', ['knockOuts', id, 'title'])),
    ...scoredCriteria(awardCriteria).filter(({ name }) => asked.has(foldText(name))).map(({ id, name }) => at('warning', 'call.alsoKnockOut', ['awardCriteria', id, 'name'], { criterion: name })),
  ];
};

/** Words that say nothing a bidder could show, folded; a name made of these alone leaves the commission free to like what it likes. */
const VAGUE_WORDS: ReadonlySet<string> = new Set([
  'calitate', 'calitatea', 'generala', 'general', 'oferta', 'ofertei', 'impresia', 'impresie', 'altele', 'diverse', 'avantaje', 'adecvare', 'atractivitate',
  'quality', 'of', 'the', 'bid', 'overall', 'impression', 'other', 'various', 'advantages', 'suitability', 'attractiveness',
]);

const isVague = (name: string): boolean => {
  const words = foldText(name).split(/[^\p{L}]+/u).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => VAGUE_WORDS.has(word));
};

const vagueProblems = ({ awardCriteria }: Project): GuardProblem[] => scoredCriteria(awardCriteria).flatMap((criterion) =>
  (criterion.type === 'quality' && isVague(criterion.name) && criterion.description.trim() === '' && criterion.evidence.trim() === ''
    ? [at('warning', 'call.criterionVague', ['awardCriteria', criterion.id, 'description'], { criterion: criterion.name })] : []));

/** Errors forbid freezing; warnings will be asked about. Without a rule pack the thresholds are left out. */
export const callGuards = (project: Project, rulePack?: RulePack): GuardProblem[] =>
  [...methodProblems(project), ...procedureProblems(project, rulePack), ...thresholdProblems(project, rulePack), ...knockOutProblems(project), ...vagueProblems(project)];
