/**
 * The weight at which first place would change hands. Going away from the present weight in steps of a hundredth of a
 * point, it is the first at which the bids in first place are not those of today, with every criterion's points rounded
 * as the evaluation rounds them. Anyone can check it: enter the weight, and the one a step before it.
 *
 * Rounding aside, totals are straight lines of the weight. That only says where to begin to look and whom to look at:
 * all points of C criteria together are rounded by at most C half-hundredths for each of two bids, so further apart than
 * C hundredths nobody overtakes. What is found is computed exactly.
 */
import { fraction, type Fraction } from '../evaluation/fraction';
import type { DecimalString, Id } from '../values';
import { among, totalsWith, type Contest, type ContestCriterion } from './contest';
import { weightsWith } from './reweigh';
import { leadersOf, sameList, signedText } from './standing';

export interface BreakEven {
  /** The weight nearest to the present one at which first place is not as it is now; two decimals. */
  readonly weight: DecimalString;
  /** Who is first there. */
  readonly leaders: readonly Id[];
  /** Those among them who are not first now; none when a present tie for first place breaks. */
  readonly takesOver: readonly Id[];
}

export interface BreakEvens {
  /** Going down to 0, and up to 100; null where first place stays as it is. */
  readonly below: BreakEven | null;
  readonly above: BreakEven | null;
}

const STEPS = 10_000;
/** How many weights are tried between two pauses. */
const PER_PAUSE = 50;
/** Far above what binary floats lose, far below a hundredth of a point. */
const FLOAT_SLACK = 1e-6;

const floatOf = ({ numerator, denominator }: Fraction): number => Number(numerator) / Number(denominator);

/** What a contender would have at weight 0 and at weight 100, were nothing rounded. */
interface Ends {
  readonly without: number;
  readonly alone: number;
}

const endsOf = ({ criteria }: Contest, changed: ContestCriterion, contender: number): Ends => {
  const shareIn = ({ shares, shareOf }: ContestCriterion): number => floatOf(shares[shareOf[contender] ?? 0] ?? fraction(0n));
  const rest = 100 - floatOf(changed.weight);
  const others = criteria.reduce((total, each) => (each === changed ? total : total + floatOf(each.weight) * shareIn(each)), 0);
  return { without: (100 * others) / rest, alone: 100 * shareIn(changed) };
};

/** By how many points the first contender leads another at a weight, were nothing rounded. */
const leadAt = (first: Ends, other: Ends, weight: number): number =>
  ((first.without - other.without) * (100 - weight) + (first.alone - other.alone) * weight) / 100;

const isTwin = ({ criteria }: Contest, contender: number): boolean => criteria.every(({ shareOf }) => shareOf[contender] === shareOf[0]);

/** Who could come level on the way, and the step at which the first of them could. */
const rivalsOf = (contest: Contest, changed: ContestCriterion, step: -1 | 1): { readonly rivals: number[]; readonly from: number } => {
  const { numerator, denominator } = changed.weight;
  const [below, above] = [(numerator * 100n + denominator - 1n) / denominator - 1n, (numerator * 100n) / denominator + 1n];
  const start = Number(step < 0 ? below : above);
  const end = step < 0 ? 0 : STEPS;
  const doubt = contest.criteria.length * 0.01 + FLOAT_SLACK;
  const first = endsOf(contest, changed, 0);
  const rivals: number[] = [];
  let from = end;
  for (let contender = 1; contender < contest.contenders.length; contender += 1) {
    if (isTwin(contest, contender)) continue;
    const other = endsOf(contest, changed, contender);
    const [here, there] = [leadAt(first, other, start / 100), leadAt(first, other, end / 100)];
    if (Math.min(here, there) > doubt) continue;
    rivals.push(contender);
    // One step early: the floats may be off by far less than that.
    const reached = here <= doubt ? start : start + step * (Math.floor((Math.abs(end - start) * (here - doubt)) / (here - there)) - 1);
    from = step < 0 ? Math.max(from, Math.min(start, reached)) : Math.min(from, Math.max(start, reached));
  }
  return { rivals, from };
};

const found = (contest: Contest, weights: readonly Fraction[], at: number): BreakEven => {
  const names = (indexes: readonly number[]): Id[] => indexes.map((index) => contest.contenders[index] ?? '');
  const now = leadersOf(contest.totals);
  const leaders = leadersOf(totalsWith(contest, weights));
  return { weight: signedText(at), leaders: names(leaders), takesOver: names(leaders.filter((leader) => !now.includes(leader))) };
};

function* search(contest: Contest, index: number, step: -1 | 1): Generator<void, BreakEven | null> {
  const changed = contest.criteria[index];
  if (changed === undefined) return null;
  const { rivals, from } = rivalsOf(contest, changed, step);
  if (rivals.length === 0) return null;
  const near = among(contest, [0, ...rivals]);
  const now = leadersOf(near.totals);
  for (let at = from, tried = 1; at >= 0 && at <= STEPS; at += step, tried += 1) {
    const weights = weightsWith(contest.criteria, index, fraction(BigInt(at), 100n));
    if (weights === null) return null;
    if (!sameList(leadersOf(totalsWith(near, weights)), now)) return found(contest, weights, at);
    if (tried % PER_PAUSE === 0) yield;
  }
  return null;
}

/** Both break-even weights of one criterion. Pauses now and then, so that a window can draw in between. */
export function* breakEvensOf(contest: Contest, index: number): Generator<void, BreakEvens> {
  const below = yield* search(contest, index, -1);
  const above = yield* search(contest, index, 1);
  return { below, above };
}
