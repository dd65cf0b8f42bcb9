/** The evaluation once more, written the slow way from the rules alone: fractions of whole numbers, no shared code but the types. */
import type { AwardCriterion, Bid, Lot, Project } from '../../../src-renderer/domain/project';

type Ratio = readonly [top: bigint, bottom: bigint];

const ratio = (text: string): Ratio => {
  const [whole = '0', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};
const less = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
const minus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d - c * b, b * d];
const over = ([a, b]: Ratio, [c, d]: Ratio): Ratio => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
const product = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * c, b * d];
const one: Ratio = [1n, 1n];
const none: Ratio = [0n, 1n];

/** Hundredths, half up: the largest whole number not above value × 100 + 1/2. */
const rounded = ([a, b]: Ratio): bigint => {
  const doubled = a * 200n + b;
  return (doubled - (doubled % (2n * b))) / (2n * b);
};

export interface OracleBid {
  readonly bidId: string;
  readonly rank: number | null;
  /** Hundredths by criterion; null when missing. */
  readonly points: Readonly<Record<string, bigint | null>>;
  readonly total: bigint | null;
}

const comparable = (project: Project, bid: Bid): boolean =>
  bid.price !== null && bid.price.amount > 0 && bid.vatIncluded !== true && bid.price.currency === project.currency;

const priceShare = (formula: string, p: Ratio, low: Ratio, high: Ratio, budget: Ratio | null, fullMarksAt: Ratio | null): Ratio | null => {
  switch (formula) {
    case 'lowestProportional': return over(low, p);
    case 'relativeLinear': return minus(one, over(minus(p, low), low));
    case 'minMaxLinear': return high[0] * low[1] === low[0] * high[1] ? one : over(minus(high, p), minus(high, low));
    default: {
      if (budget === null || fullMarksAt === null || !less(fullMarksAt, [100n, 1n])) return null;
      const full = product(budget, over(fullMarksAt, [100n, 1n]));
      return over(minus(budget, p), minus(budget, full));
    }
  }
};

const clamp = (share: Ratio): Ratio => (less(share, none) ? none : less(one, share) ? one : share);

const pricePoints = (project: Project, lot: Lot, valid: readonly Bid[], criterion: Extract<AwardCriterion, { type: 'price' }>, bid: Bid): bigint | null => {
  if (!comparable(project, bid)) return null;
  const prices = valid.filter((each) => comparable(project, each)).map((each) => each.price?.amount ?? 0);
  const whole = (amount: number): Ratio => [BigInt(amount), 1n];
  const estimate = lot.estimatedValue !== null && lot.estimatedValue.currency === project.currency && lot.estimatedValue.amount > 0 ? whole(lot.estimatedValue.amount) : null;
  const share = priceShare(criterion.formula, whole(bid.price?.amount ?? 0), whole(Math.min(...prices)), whole(Math.max(...prices)), estimate, criterion.fullMarksAt === null ? null : ratio(criterion.fullMarksAt));
  return share === null ? null : rounded(product(ratio(criterion.weight), clamp(share)));
};

const scorePoints = (project: Project, criterion: Extract<AwardCriterion, { type: 'quality' }>, bid: Bid): bigint | null => {
  const people = Object.keys(project.evaluators);
  const values = people.map((id) => project.scoreSheets[`${id}.${bid.id}`]?.scores[criterion.id]?.value ?? null);
  if (people.length === 0 || values.some((value) => value === null || !/^\d+$/.test(value) || Number(value) > criterion.scale.max)) return null;
  const total = values.reduce((sum, value) => sum + BigInt(value ?? 0), 0n);
  return rounded(product(ratio(criterion.weight), [total, BigInt(people.length * criterion.scale.max)]));
};

/** Bid by bid for one lot; the order of the list is not part of the answer. */
export const oracle = (project: Project, lotId: string): OracleBid[] => {
  const lot = project.lots[lotId];
  if (lot === undefined) return [];
  const valid = Object.values(project.bids).filter((bid) => bid.lotId === lotId && bid.status === 'valid');
  const criteria = Object.values(project.awardCriteria);
  const marked = valid.map((bid) => {
    const points = Object.fromEntries(criteria.map((criterion) => [criterion.id,
      criterion.type === 'price' ? pricePoints(project, lot, valid, criterion, bid) : scorePoints(project, criterion, bid)]));
    const all = Object.values(points);
    const total = all.length === 0 || all.includes(null) ? null : all.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n);
    return { bidId: bid.id, points, total };
  });
  return marked.map((bid) => ({ ...bid, rank: bid.total === null ? null : 1 + marked.filter(({ total }) => total !== null && bid.total !== null && total > bid.total).length }));
};
