/**
 * The least share of a group's quality points a bid must reach (a threshold of points, as eForms BT-5423 has them for
 * award criteria). The points counted are the printed ones, so that a person can redo it; prices in a group do not count.
 */
import { groupsAbove, isQuality, outlineOf, type Leaf } from '../criteria-tree';
import type { CriterionGroup, Project } from '../project';
import { cutText, fraction, fractionOf, hundredthsText, type Fraction } from './fraction';
import type { GroupMinimum } from './result';

interface Gate {
  readonly group: CriterionGroup;
  readonly least: Fraction;
  /** Places of the group's quality criteria among the lot's leaves. */
  readonly places: readonly number[];
  /** What those criteria weigh together. */
  readonly most: Fraction;
}

const plus = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);

const gatesOf = ({ awardCriteria }: Pick<Project, 'awardCriteria'>, leaves: readonly Leaf[]): readonly Gate[] =>
  outlineOf(awardCriteria).flatMap(({ criterion: group }): Gate[] => {
    const least = group.type !== 'group' || group.minShare === undefined || group.minShare === null ? null : fractionOf(group.minShare);
    if (group.type !== 'group' || least === null) return [];
    const inside = [...leaves.entries()].filter(([, leaf]) => isQuality(leaf) && groupsAbove(awardCriteria, leaf.criterion)?.some(({ id }) => id === group.id) === true);
    const weights = inside.flatMap(([, { weight }]) => weight ?? []);
    // Without a usable weight nothing can be said of the share.
    if (inside.length === 0 || weights.length < inside.length) return [];
    return [{ group, least, places: inside.map(([place]) => place), most: weights.reduce(plus) }];
  });

/** The points of a lot's leaves in hundredths, by place; null where something is missing or no people score. */
export type LeafPoints = readonly (number | null)[];

/** Prepares a lot's group minimums; the answer for a bid is empty where the call has none for the lot. */
export const groupMinimums = (project: Pick<Project, 'awardCriteria'>, leaves: readonly Leaf[]): ((points: LeafPoints) => readonly GroupMinimum[]) => {
  const gates = gatesOf(project, leaves);
  return (points) => gates.map(({ group, least, places, most }) => {
    const counted = places.map((place) => points[place] ?? null);
    const sum = counted.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0);
    // sum / 100 against least / 100 of most.
    const met = sum === null ? null : BigInt(sum) * least.denominator * most.denominator >= least.numerator * most.numerator;
    return { groupId: group.id, points: sum === null ? null : hundredthsText(sum), most: cutText(most, 0), least: group.minShare ?? '0', met };
  });
};
