/**
 * How the law settles equal totals (Norms HG 395/2016 art. 138-140). By lowest price or cost: new price offers. By best
 * price-quality or cost-quality ratio: the points of each factor are compared in falling order of weight, and only then
 * new price offers are asked for. The notice may name an extra criterion (Law 98/2016 art. 187 par. 10); it is words,
 * which people apply, before new offers.
 */
import type { Leaf } from '../criteria-tree';
import { fraction } from './fraction';
import type { Tie } from './result';

/** Criteria of one weight, compared together: nothing in the law puts one of them before the other. */
export interface TieStep {
  readonly weightText: string;
  /** Places among the lot's leaves. */
  readonly leaves: readonly number[];
}

const compareWeights = (left: Leaf, right: Leaf): number => {
  const [one, other] = [left.weight ?? fraction(0n), right.weight ?? fraction(0n)];
  const difference = other.numerator * one.denominator - one.numerator * other.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The lot's factors, heaviest first. */
export const factorSteps = (leaves: readonly Leaf[]): readonly TieStep[] => {
  const order = leaves.map((leaf, index) => ({ leaf, index })).toSorted((left, right) => compareWeights(left.leaf, right.leaf) || left.index - right.index);
  const steps: { weightText: string; leaves: number[]; first: Leaf }[] = [];
  for (const { leaf, index } of order) {
    const last = steps.at(-1);
    if (last !== undefined && compareWeights(last.first, leaf) === 0) last.leaves.push(index);
    else steps.push({ weightText: leaf.weightText, leaves: [index], first: leaf });
  }
  return steps;
};

/** What a tie is settled from: a bid, and its points in hundredths by leaf. */
export interface Equal {
  readonly bidId: string;
  readonly hundredths: readonly number[];
}

const split = <Item extends Equal>(group: readonly Item[], { leaves }: TieStep): Item[][] => {
  const bySum = new Map<number, Item[]>();
  for (const each of group) {
    const sum = leaves.reduce((total, leaf) => total + (each.hundredths[leaf] ?? 0), 0);
    const same = bySum.get(sum);
    if (same === undefined) bySum.set(sum, [each]);
    else same.push(each);
  }
  return [...bySum].toSorted(([left], [right]) => right - left).map(([, items]) => items);
};

export interface Settled<Item extends Equal> {
  readonly groups: readonly (readonly Item[])[];
  readonly tie: Tie;
}

/** Settles one tie as far as points can. */
export const settle = <Item extends Equal>(equal: readonly Item[], steps: readonly TieStep[], criterionIds: readonly string[], hasExtraCriterion: boolean): Settled<Item> => {
  let groups: (readonly Item[])[] = [equal];
  const taken: TieStep[] = [];
  for (const step of steps) {
    if (groups.length === equal.length) break;
    taken.push(step);
    groups = groups.flatMap((group) => split(group, step));
  }
  const isOpen = groups.length < equal.length;
  return {
    groups,
    tie: {
      groups: groups.map((group) => group.map(({ bidId }) => bidId)),
      steps: taken.map(({ weightText, leaves }) => ({ weight: weightText, criterionIds: leaves.map((leaf) => criterionIds[leaf] ?? '') })),
      next: !isOpen ? 'nothing' : hasExtraCriterion ? 'extraCriterion' : 'newOffers',
    },
  };
};
