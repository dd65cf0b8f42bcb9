/** The weights that can be moved on their own: of each criterion, and of each group as a whole. */
import { outlineOf, withDescendants } from '../criteria-tree';
import { fractionOf, type Fraction } from '../evaluation/fraction';
import { decimalOrNull, plainDecimal, sum, ZERO } from '../exact';
import type { Project } from '../project';
import type { DecimalString, Id } from '../values';
import type { ContestCriterion } from './contest-criterion';

export interface Part {
  /** Of the criterion or the group. */
  readonly criterionId: Id;
  readonly isGroup: boolean;
  /** Levels of the tree above it. */
  readonly depth: number;
  /** Per cent of the total: a group's is the sum of what is in it. */
  readonly weightText: DecimalString;
  readonly weight: Fraction;
  /** Which of the contest's criteria it is made of. */
  readonly members: readonly number[];
}

/** In the order of the call, a group before what is in it. A group of one criterion, or of all there are, is no part of its own. */
export const partsOf = ({ awardCriteria }: Pick<Project, 'awardCriteria'>, criteria: readonly ContestCriterion[]): readonly Part[] => {
  const places = new Map(criteria.map(({ criterionId }, index) => [criterionId, index]));
  return outlineOf(awardCriteria).flatMap(({ criterion, depth }): Part[] => {
    const isGroup = criterion.type === 'group';
    const members = (isGroup ? withDescendants(awardCriteria, criterion.id) : [criterion.id]).flatMap((id) => places.get(id) ?? []).toSorted((left, right) => left - right);
    if (members.length === 0 || (isGroup && (members.length === 1 || members.length === criteria.length))) return [];
    const weightText = plainDecimal(sum(members.map((index) => decimalOrNull(criteria[index]?.weightText ?? '') ?? ZERO)));
    const weight = fractionOf(weightText);
    return weight === null ? [] : [{ criterionId: criterion.id, isGroup, depth, weightText, weight, members }];
  });
};
