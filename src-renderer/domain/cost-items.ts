/** The life-cycle costs a call asks bidders for, lot by lot. */
import { leavesOf } from './criteria-tree';
import type { CostTiming } from './life-cycle';
import { inOrder } from './position';
import type { Project } from './project';
import type { Id } from './values';

export interface AskedCost {
  readonly id: Id;
  readonly name: string;
  readonly timing: CostTiming;
}

/** In the order of the call; empty where no criterion of the lot counts costs. */
export const costsAsked = ({ awardCriteria }: Pick<Project, 'awardCriteria'>, lotId: Id): readonly AskedCost[] =>
  leavesOf(awardCriteria, lotId).flatMap(({ criterion }) => (criterion.type === 'cost' ? inOrder(criterion.costItems) : []));

/** True when some lot's bids are asked for costs. */
export const asksForCosts = (project: Pick<Project, 'awardCriteria' | 'lots'>): boolean => Object.keys(project.lots).some((lotId) => costsAsked(project, lotId).length > 0);
