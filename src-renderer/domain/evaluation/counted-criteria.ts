/** Which criteria give points under the call's ranking rule, and which method of the law the call follows. */
import type { AwardMethod, RankingRule } from '../call-rules';
import { leavesOf, scoredCriteria, type Leaf } from '../criteria-tree';
import type { AwardCriterion, CostCriterion, Project } from '../project';
import type { Id } from '../values';

type Call = Pick<Project, 'awardCriteria' | 'callRules'>;

export const rankingRuleOf = ({ callRules }: Pick<Project, 'callRules'>): RankingRule => callRules?.rankingRule ?? 'weightedPoints';

/** Only weighted points give a price points; the other rules set the amount itself against quality. */
export const givesPoints = (rule: RankingRule, type: AwardCriterion['type']): boolean => type === 'quality' || (type !== 'group' && rule === 'weightedPoints');

/** The criteria whose points add up to a lot's totals. */
export const pointLeaves = (project: Call, lotId?: Id): Leaf[] => {
  const rule = rankingRuleOf(project);
  return leavesOf(project.awardCriteria, lotId).filter(({ criterion }) => givesPoints(rule, criterion.type));
};

/** Under the rules without price points: the cost that is set against quality instead of the price. */
export const comparedCost = (project: Call, lotId: Id): CostCriterion | null =>
  leavesOf(project.awardCriteria, lotId).flatMap(({ criterion }) => (criterion.type === 'cost' ? [criterion] : []))[0] ?? null;

/** The award criterion of Law 98/2016 art. 187: as the call names it, else as its criteria make it. */
export const awardMethodOf = (project: Call): AwardMethod => {
  if (project.callRules?.awardMethod !== undefined) return project.callRules.awardMethod;
  const types = new Set(scoredCriteria(project.awardCriteria).map(({ type }) => type));
  const amount = types.has('cost') ? 'cost' : types.has('price') || rankingRuleOf(project) !== 'weightedPoints' ? 'price' : null;
  if (amount === null) return 'qualityOnly';
  if (types.has('quality')) return amount === 'cost' ? 'bestCostQuality' : 'bestPriceQuality';
  return amount === 'cost' ? 'lowestCost' : 'lowestPrice';
};

/** What settles equal totals first: the points of each factor, or only new price offers (Norms HG 395/2016 art. 138-140). */
export type TieRule = 'factors' | 'newOffers';

export const tieRuleOf = (project: Call): TieRule => {
  const method = awardMethodOf(project);
  return method === 'lowestPrice' || method === 'lowestCost' ? 'newOffers' : 'factors';
};
