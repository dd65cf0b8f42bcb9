/**
 * The weight at which first place would change hands. Going away from the present weight in steps of a hundredth of a
 * point, it is the first at which the bids in first place are not those of today, with every criterion's points rounded
 * as the evaluation rounds them. Anyone can check it: enter the weight, and the one a step before it.
 *
 * Rounding aside, totals are straight lines of the weight, and so is the lead of one bid over another under each ranking
 * rule. That only says where to begin to look and whom to look at: all points of C criteria together are rounded by at
 * most C half-hundredths for each of two bids, so further apart than those are worth nobody overtakes. What is found is
 * computed exactly.
 */
import { fraction, type Fraction } from '../evaluation/fraction';
import type { DecimalString, Id } from '../values';
import { among, totalsWith, type Contest } from './contest';
import type { Lead } from './order';
import type { Part } from './parts';
import { weightsWith } from './reweigh';
import { sameList, signedText } from './standing';

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

const endsOf = ({ criteria }: Contest, { members, weight }: Part, contender: number): Ends => {
  const own = floatOf(weight);
  let inside = 0;
  let outside = 0;
  for (const [index, { shares, shareOf, weight: each }] of criteria.entries()) {
    const share = floatOf(shares[shareOf[contender] ?? 0] ?? fraction(0n));
    if (!members.includes(index)) outside += floatOf(each) * share;
    // A criterion that weighs nothing takes the whole weight of its part; a group that does cannot be moved at all.
    else inside += own === 0 ? share : (floatOf(each) / own) * share;
  }
  return { without: (100 * outside) / (100 - own), alone: 100 * inside };
};

/** By how much the first contender leads another at a weight, were nothing rounded. */
const leadAt = ({ own, rival, constant }: Lead, first: Ends, other: Ends, weight: number): number => {
  const at = ({ without, alone }: Ends): number => (without * (100 - weight) + alone * weight) / 100;
  return own * at(first) - rival * at(other) + constant;
};

/** Bids that earn the same of everything never part, whatever the weights. */
const isTwin = ({ criteria }: Contest, { own, rival, constant }: Lead, contender: number): boolean =>
  own === rival && constant === 0 && criteria.every(({ shareOf }) => shareOf[contender] === shareOf[0]);

/** Who could come level on the way, and the step at which the first of them could. */
const rivalsOf = (contest: Contest, part: Part, step: -1 | 1): { readonly rivals: number[]; readonly from: number } => {
  const { numerator, denominator } = part.weight;
  const [below, above] = [(numerator * 100n + denominator - 1n) / denominator - 1n, (numerator * 100n) / denominator + 1n];
  const start = Number(step < 0 ? below : above);
  const end = step < 0 ? 0 : STEPS;
  const first = endsOf(contest, part, 0);
  const rivals: number[] = [];
  let from = end;
  for (let contender = 1; contender < contest.contenders.length; contender += 1) {
    const lead = contest.order.leadOver(0, contender);
    if (isTwin(contest, lead, contender)) continue;
    const other = endsOf(contest, part, contender);
    const doubt = contest.criteria.length * 0.005 * (lead.own + lead.rival) + FLOAT_SLACK;
    const [here, there] = [leadAt(lead, first, other, start / 100), leadAt(lead, first, other, end / 100)];
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
  const now = contest.order.leaders(contest.totals);
  const leaders = contest.order.leaders(totalsWith(contest, weights));
  return { weight: signedText(at), leaders: names(leaders), takesOver: names(leaders.filter((leader) => !now.includes(leader))) };
};

function* search(contest: Contest, part: Part, step: -1 | 1): Generator<void, BreakEven | null> {
  const { rivals, from } = rivalsOf(contest, part, step);
  if (rivals.length === 0) return null;
  const near = among(contest, [0, ...rivals]);
  const now = near.order.leaders(near.totals);
  for (let at = from, tried = 1; at >= 0 && at <= STEPS; at += step, tried += 1) {
    const weights = weightsWith(contest.criteria, part, fraction(BigInt(at), 100n));
    if (weights === null) return null;
    if (!sameList(near.order.leaders(totalsWith(near, weights)), now)) return found(contest, weights, at);
    if (tried % PER_PAUSE === 0) yield;
  }
  return null;
}

/** Both break-even weights of one part. Pauses now and then, so that a window can draw in between. */
export function* breakEvensOf(contest: Contest, part: Part): Generator<void, BreakEvens> {
  const below = yield* search(contest, part, -1);
  const above = yield* search(contest, part, 1);
  return { below, above };
}
