/**
 * The award criteria as a tree: groups hold criteria and other groups. A weight is a share of the level it stands on;
 * what a criterion weighs in the total is the exact product of the shares on the way down to it. Criteria may hold for
 * some lots only; within a group they hold for no more than the group does.
 */
import { fraction, fractionOf, type Fraction } from './evaluation/fraction';
import { inOrder } from './position';
import type { AwardCriterion, CriterionGroup, Project, ScoredCriterion } from './project';
import type { DecimalString, Id } from './values';

/** A criterion may stand in this many groups, one within the other. */
export const MOST_GROUPS = 4;

export type Criteria = Project['awardCriteria'];

/** One line of the tree, read from top to bottom. */
export interface OutlineLine {
  readonly criterion: AwardCriterion;
  /** 0 on the first level. */
  readonly depth: number;
  /** Null on the first level, also for a criterion whose group is not there or leads in a circle. */
  readonly parentId: Id | null;
  /** Its place among its siblings, and how many they are. */
  readonly index: number;
  readonly siblings: number;
}

/** The groups above a criterion, outermost first; null when they lead nowhere, in a circle or too deep. */
export const groupsAbove = (criteria: Criteria, { id, parentId }: AwardCriterion): CriterionGroup[] | null => {
  const groups: CriterionGroup[] = [];
  for (let next = parentId ?? null; next !== null;) {
    const group = Object.hasOwn(criteria, next) ? criteria[next] : undefined;
    if (group === undefined || group.type !== 'group' || group.id === id || groups.includes(group) || groups.length === MOST_GROUPS) return null;
    groups.unshift(group);
    next = group.parentId ?? null;
  }
  return groups;
};

/** Children by the group they are in, in their order; the first level under null. */
export const childrenOf = (criteria: Criteria): ReadonlyMap<Id | null, readonly AwardCriterion[]> => {
  const children = new Map<Id | null, AwardCriterion[]>();
  for (const criterion of inOrder(criteria)) {
    const parent = groupsAbove(criteria, criterion)?.at(-1)?.id ?? null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [criterion]);
    else siblings.push(criterion);
  }
  return children;
};

/** The whole tree as lines; every criterion once. */
export const outlineOf = (criteria: Criteria): OutlineLine[] => {
  const children = childrenOf(criteria);
  const lines = (parentId: Id | null, depth: number): OutlineLine[] => {
    const siblings = children.get(parentId) ?? [];
    return siblings.flatMap((criterion, index) => [
      { criterion, depth, parentId, index, siblings: siblings.length },
      ...(criterion.type === 'group' ? lines(criterion.id, depth + 1) : []),
    ]);
  };
  return lines(null, 0);
};

/** A criterion with everything in it. */
export const withDescendants = (criteria: Criteria, id: Id): Id[] =>
  [id, ...Object.values(criteria).filter((criterion) => groupsAbove(criteria, criterion)?.some((group) => group.id === id) === true).map((criterion) => criterion.id)];

/** The criteria that give points, in the order of the tree. */
export const scoredCriteria = (criteria: Criteria): ScoredCriterion[] =>
  outlineOf(criteria).flatMap(({ criterion }) => (criterion.type === 'group' ? [] : [criterion]));

/** True when the criterion itself names the lot or no lot at all. */
export const namesLot = ({ lotIds }: Pick<AwardCriterion, 'lotIds'>, lotId: Id): boolean =>
  lotIds === undefined || Object.keys(lotIds).length === 0 || Object.hasOwn(lotIds, lotId);

/** True when the criterion and every group above it hold for the lot. */
export const holdsFor = (criteria: Criteria, criterion: AwardCriterion, lotId: Id): boolean =>
  [criterion, ...(groupsAbove(criteria, criterion) ?? [])].every((each) => namesLot(each, lotId));

/** A share of a whole: from 0 to 100 per cent. */
const shareOf = (weight: DecimalString): Fraction | null => {
  const value = fractionOf(weight);
  return value !== null && value.numerator <= 100n * value.denominator ? value : null;
};

/** A fraction over a power of ten as decimal text, exactly. */
const decimalText = ({ numerator, denominator }: Fraction): DecimalString => {
  const places = String(denominator).length - 1;
  const digits = String(numerator).padStart(places + 1, '0');
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - places);
  return places === 0 || decimals === '' ? whole : `${whole}.${decimals}`;
};

/** A criterion that gives points in a lot, with what it weighs in that lot's total. */
export interface Leaf<Kind extends ScoredCriterion = ScoredCriterion> {
  readonly criterion: Kind;
  /** Per cent of the total, exactly; null when it or a group above it has no usable weight. */
  readonly weight: Fraction | null;
  /** The same as decimal text; the criterion's own weight as written when it is not usable. */
  readonly weightText: DecimalString;
}

const leafOf = (criteria: Criteria, criterion: ScoredCriterion): Leaf => {
  const groups = groupsAbove(criteria, criterion);
  const own = shareOf(criterion.weight);
  if (groups === null || own === null) return { criterion, weight: null, weightText: criterion.weight };
  if (groups.length === 0) return { criterion, weight: own, weightText: criterion.weight };
  let weight = own;
  for (const group of groups) {
    const share = shareOf(group.weight);
    if (share === null) return { criterion, weight: null, weightText: criterion.weight };
    weight = fraction(weight.numerator * share.numerator, weight.denominator * share.denominator * 100n);
  }
  return { criterion, weight, weightText: decimalText(weight) };
};

/** The criteria that give points in a lot, or in any lot when none is given, in the order of the tree. */
export const leavesOf = (criteria: Criteria, lotId?: Id): Leaf[] =>
  scoredCriteria(criteria)
    .filter((criterion) => lotId === undefined || holdsFor(criteria, criterion, lotId))
    .map((criterion) => leafOf(criteria, criterion));

export const isQuality = (leaf: Leaf): leaf is Leaf<Extract<ScoredCriterion, { readonly type: 'quality' }>> => leaf.criterion.type === 'quality';
