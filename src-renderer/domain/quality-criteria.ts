/** What people score in a lot, in the order of the call: the criteria with a scale. The price scores itself. */
import { isQuality, leavesOf } from './criteria-tree';
import type { Project, QualityCriterion } from './project';
import type { Id } from './values';

export const qualityCriteria = ({ awardCriteria }: Pick<Project, 'awardCriteria'>, lotId: Id): QualityCriterion[] =>
  leavesOf(awardCriteria, lotId).filter(isQuality).map(({ criterion }) => criterion);
