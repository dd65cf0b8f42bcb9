/** The weights of a call as a person sees them: their sum, how far it is from 100, and what each axis gets. */
import { decimalOrNull, HUNDRED, plainDecimal, sum, ZERO } from '../../../domain/exact';
import { childrenOf } from '../../../domain/criteria-tree';
import { givesPoints, pointLeaves, rankingRuleOf } from '../../../domain/evaluation/counted-criteria';
import { AXES, type Axis, type Project } from '../../../domain/project';
import type { DecimalString } from '../../../domain/values';

export interface Weights {
  readonly sum: DecimalString;
  /** 100 less the sum: positive when some is left to give, negative when too much was given. */
  readonly left: DecimalString;
  readonly state: 'balanced' | 'short' | 'over';
  readonly byAxis: Readonly<Record<Axis, DecimalString>>;
}

/** Of the first level, and what the axes get of the total; of all lots together. */
export const weightsOf = (project: Pick<Project, 'awardCriteria' | 'callRules'>): Weights => {
  const rule = rankingRuleOf(project);
  const first = (childrenOf(project.awardCriteria).get(null) ?? []).filter(({ type }) => type === 'group' || givesPoints(rule, type));
  const all = sum(first.map(({ weight }) => decimalOrNull(weight) ?? ZERO));
  const left = HUNDRED.minus(all);
  const axisSum = (axis: Axis): DecimalString =>
    plainDecimal(sum(pointLeaves(project).filter(({ criterion }) => criterion.axis === axis).map(({ weightText }) => decimalOrNull(weightText) ?? ZERO)));
  return {
    sum: plainDecimal(all),
    left: plainDecimal(left),
    state: left.isZero() ? 'balanced' : left.isPositive() ? 'short' : 'over',
    byAxis: { [AXES[0]]: axisSum(AXES[0]), [AXES[1]]: axisSum(AXES[1]) },
  };
};
