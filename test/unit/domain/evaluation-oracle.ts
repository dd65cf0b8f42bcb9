/**
 * The evaluation once more, written the slow way from the rules alone: fractions of whole numbers, no shared code but
 * the types. Trees, lots, life-cycle costs, minimums, agreed scores, corrections, ranking rules, ties, who votes, and the
 * prices the law wants looked at.
 */
import type { AwardCriterion, Bid, CostCriterion, Lot, PriceCriterion, Project, QualityCriterion } from '../../../src-renderer/domain/project';

type Ratio = readonly [top: bigint, bottom: bigint];
type Leaf = PriceCriterion | CostCriterion | QualityCriterion;

const ratio = (text: string): Ratio => {
  const [whole = '0', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};
const whole = (amount: number | bigint): Ratio => [BigInt(amount), 1n];
const less = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
const plus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
const minus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d - c * b, b * d];
const over = ([a, b]: Ratio, [c, d]: Ratio): Ratio => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
const product = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * c, b * d];
const power = (base: Ratio, times: number): Ratio => (times === 0 ? one : product(base, power(base, times - 1)));
const one: Ratio = [1n, 1n];
const none: Ratio = [0n, 1n];
const hundred: Ratio = [100n, 1n];

/** Hundredths, half up: the largest whole number not above value × 100 + 1/2. */
const rounded = ([a, b]: Ratio): bigint => {
  const doubled = a * 200n + b;
  return (doubled - (doubled % (2n * b))) / (2n * b);
};

export interface OracleBid {
  readonly bidId: string;
  readonly rank: number | null;
  readonly isOut: boolean;
  /** Hundredths by criterion; null when missing. */
  readonly points: Readonly<Record<string, bigint | null>>;
  readonly total: bigint | null;
  /** Below 80 per cent of the estimated value (Law 98/2016 art. 210); above it (Norms HG 395/2016 art. 137). */
  readonly isLow: boolean;
  readonly isAbove: boolean;
}

const groupsOf = (project: Project, criterion: AwardCriterion): AwardCriterion[] | null => {
  const groups: AwardCriterion[] = [];
  let parent = criterion.parentId ?? null;
  while (parent !== null) {
    const group = project.awardCriteria[parent];
    if (group === undefined || group.type !== 'group') return null;
    groups.push(group);
    if (groups.length > 4 || groups.filter((each) => each === group).length > 1) return null;
    parent = group.parentId ?? null;
  }
  return groups;
};

const isFor = (project: Project, criterion: AwardCriterion, lotId: string): boolean =>
  [criterion, ...(groupsOf(project, criterion) ?? [])].every(({ lotIds }) => lotIds === undefined || Object.keys(lotIds).length === 0 || lotIds[lotId] === true);

const weightOf = (project: Project, criterion: AwardCriterion): Ratio | null => {
  const groups = groupsOf(project, criterion);
  if (groups === null) return null;
  return [criterion, ...groups].reduce<Ratio>((weight, each) => product(weight, over(ratio(each.weight), hundred)), hundred);
};

/** What is compared instead of the submitted price once the bidder accepted a correction. */
const paid = (bid: Bid): { readonly amount: number; readonly currency: string; readonly vat: boolean } | null => {
  const accepted = Object.values(bid.corrections ?? {}).filter((each) => each.accepted === true).sort((a, b) => Number(a.id) - Number(b.id));
  const last = accepted[accepted.length - 1];
  if (last !== undefined) return { ...last.correctedPrice, vat: false };
  return bid.price === null ? null : { ...bid.price, vat: bid.vatIncluded === true };
};

const comparable = (project: Project, bid: Bid): Ratio | null => {
  const price = paid(bid);
  return price === null || price.amount <= 0 || price.vat || price.currency !== project.currency ? null : whole(price.amount);
};

/** Everything the buyer pays, each year's part divided by (1 + r) to the power of that year. */
const lifeCycle = (project: Project, criterion: CostCriterion, bid: Bid): Ratio | null => {
  const rate = project.callRules?.discountRate;
  if (rate === undefined) return null;
  const growth = plus(one, over(ratio(rate), hundred));
  let total: Ratio = none;
  if (criterion.includesPrice) {
    const price = comparable(project, bid);
    if (price === null) return null;
    total = price;
  }
  for (const item of Object.values(criterion.costItems)) {
    const cost = bid.costs?.[item.id];
    if (cost === undefined || cost.amount < 0 || cost.currency !== project.currency) return null;
    const years = item.timing === 'once' ? [0] : item.timing === 'atEnd' ? [criterion.horizonYears] : Array.from({ length: criterion.horizonYears }, (_, year) => year + 1);
    for (const year of years) total = plus(total, over(whole(cost.amount), power(growth, year)));
  }
  return total[0] > 0n ? total : null;
};

const priceShare = (formula: string, p: Ratio, low: Ratio, high: Ratio, budget: Ratio | null, fullMarksAt: Ratio | null): Ratio | null => {
  switch (formula) {
    case 'lowestProportional': return over(low, p);
    case 'relativeLinear': return minus(one, over(minus(p, low), low));
    case 'minMaxLinear': return high[0] * low[1] === low[0] * high[1] ? one : over(minus(high, p), minus(high, low));
    default: {
      if (budget === null || fullMarksAt === null || !less(fullMarksAt, hundred)) return null;
      const full = product(budget, over(fullMarksAt, hundred));
      return over(minus(budget, p), minus(budget, full));
    }
  }
};

const clamp = (share: Ratio): Ratio => (less(share, none) ? none : less(one, share) ? one : share);

const estimateOf = (project: Project, lot: Lot): Ratio | null =>
  (lot.estimatedValue !== null && lot.estimatedValue.currency === project.currency && lot.estimatedValue.amount > 0 ? whole(lot.estimatedValue.amount) : null);

const amountOf = (project: Project, criterion: PriceCriterion | CostCriterion, bid: Bid): Ratio | null =>
  (criterion.type === 'price' ? comparable(project, bid) : lifeCycle(project, criterion, bid));

const amountPoints = (project: Project, lot: Lot, compared: readonly Bid[], criterion: PriceCriterion | CostCriterion, bid: Bid): bigint | null => {
  const weight = weightOf(project, criterion);
  const amount = amountOf(project, criterion, bid);
  if (amount === null || weight === null) return null;
  const amounts = compared.flatMap((each) => { const found = amountOf(project, criterion, each); return found === null ? [] : [found]; });
  const low = amounts.reduce((least, each) => (less(each, least) ? each : least), amount);
  const high = amounts.reduce((most, each) => (less(most, each) ? each : most), amount);
  const share = priceShare(criterion.formula, amount, low, high, estimateOf(project, lot), criterion.fullMarksAt === null ? null : ratio(criterion.fullMarksAt));
  return share === null ? null : rounded(product(weight, clamp(share)));
};

const onScale = (value: string | null, criterion: QualityCriterion): boolean => value !== null && /^\d+$/.test(value) && Number(value) <= criterion.scale.max;

/** The score that counts: agreed by the commission, else everybody's mean. */
const scoreOf = (project: Project, criterion: QualityCriterion, bid: Bid): Ratio | null => {
  const agreed = project.moderations?.[`${bid.id}.${criterion.id}`];
  if (agreed !== undefined && agreed.value !== null && agreed.agreedAt !== null) return onScale(agreed.value, criterion) ? ratio(agreed.value) : null;
  // Experts write specialist reports and a chair may be without a vote: their scores do not count.
  const people = Object.values(project.evaluators).filter(({ role, votes }) => role !== 'expert' && votes !== false).map(({ id }) => id);
  const values = people.map((id) => project.scoreSheets[`${id}.${bid.id}`]?.scores[criterion.id]?.value ?? null);
  if (people.length === 0 || !values.every((value) => onScale(value, criterion))) return null;
  return [values.reduce((sum, value) => sum + BigInt(value ?? 0), 0n), BigInt(people.length)];
};

const scorePoints = (project: Project, criterion: QualityCriterion, bid: Bid): bigint | null => {
  const score = scoreOf(project, criterion, bid);
  const weight = weightOf(project, criterion);
  return score === null || weight === null ? null : rounded(product(weight, over(score, whole(criterion.scale.max))));
};

/** The tree from top to bottom; what leads nowhere stands on the first level. */
const readDown = (project: Project, parent: string | null): AwardCriterion[] =>
  Object.values(project.awardCriteria)
    .filter((each) => (groupsOf(project, each)?.[0]?.id ?? null) === parent)
    .sort((a, b) => (a.position < b.position || (a.position === b.position && a.id < b.id) ? -1 : 1))
    .flatMap((each) => [each, ...(each.type === 'group' ? readDown(project, each.id) : [])]);

/** The figure that ranks under the rules without price points, the lowest first; `Infinity` for a bid without points. */
const figureOf = (project: Project, lot: Lot, bid: Bid, total: bigint): Ratio | 'last' | null => {
  const cost = readDown(project, null).find((each): each is CostCriterion => each.type === 'cost' && isFor(project, each, lot.id));
  const amount = cost === undefined ? comparable(project, bid) : lifeCycle(project, cost, bid);
  const rules = project.callRules;
  if (amount === null) return null;
  if (rules?.rankingRule === 'pricePerQuality') return total === 0n ? 'last' : over(amount, [total, 100n]);
  const budget = estimateOf(project, lot);
  if (budget === null || rules?.qualityWorth === undefined) return null;
  return minus(amount, product(product(budget, over(ratio(rules.qualityWorth), hundred)), [total, 10_000n]));
};

/** Points compared one weight after another, the heaviest first. */
const factorVector = (project: Project, criteria: readonly Leaf[], points: Readonly<Record<string, bigint | null>>): bigint[] => {
  const rest = [...criteria];
  const vector: bigint[] = [];
  while (rest.length > 0) {
    const weights = rest.map((each) => weightOf(project, each) ?? none);
    const top = weights.reduce((most, each) => (less(most, each) ? each : most));
    const isTop = (index: number): boolean => !less(weights[index] ?? none, top);
    vector.push(rest.reduce((sum, each, index) => (isTop(index) ? sum + (points[each.id] ?? 0n) : sum), 0n));
    for (let index = rest.length - 1; index >= 0; index -= 1) if (isTop(index)) rest.splice(index, 1);
  }
  return vector;
};

const methodOf = (project: Project): string => {
  if (project.callRules?.awardMethod !== undefined) return project.callRules.awardMethod;
  const types = Object.values(project.awardCriteria).map(({ type }) => type);
  const amount = types.includes('cost') ? 'Cost' : types.includes('price') || (project.callRules?.rankingRule ?? 'weightedPoints') !== 'weightedPoints' ? 'Price' : '';
  if (amount === '') return 'qualityOnly';
  return types.includes('quality') ? `best${amount}Quality` : `lowest${amount}`;
};

/** Bid by bid for one lot; the order of the list is not part of the answer. */
export const oracle = (project: Project, lotId: string): OracleBid[] => {
  const lot = project.lots[lotId];
  if (lot === undefined) return [];
  const rule = project.callRules?.rankingRule ?? 'weightedPoints';
  const sealed = project.callRules?.twoEnvelopes === true && (project.envelopes?.[lotId]?.pricesOpenedAt ?? null) === null;
  const valid = Object.values(project.bids).filter((bid) => bid.lotId === lotId && bid.status === 'valid');
  const criteria = Object.values(project.awardCriteria).filter((each): each is Leaf => each.type !== 'group' && isFor(project, each, lotId) && (each.type === 'quality' || rule === 'weightedPoints'));
  /** Of the printed points of a group's quality criteria; nothing is said while one of them has none. */
  const isBelowGroup = (bid: Bid): boolean => Object.values(project.awardCriteria).some((group) => {
    if (group.type !== 'group' || group.minShare === undefined || group.minShare === null) return false;
    const inside = criteria.filter((each): each is QualityCriterion => each.type === 'quality' && (groupsOf(project, each) ?? []).includes(group));
    const points = inside.map((each) => scorePoints(project, each, bid));
    if (inside.length === 0 || points.includes(null)) return false;
    const reached = points.reduce<Ratio>((sum, each) => plus(sum, [each ?? 0n, 100n]), none);
    const most = inside.reduce<Ratio>((sum, each) => plus(sum, weightOf(project, each) ?? none), none);
    return less(reached, product(most, over(ratio(group.minShare), hundred)));
  });
  const isOut = (bid: Bid): boolean => isBelowGroup(bid) || criteria.some((each) => {
    if (each.type !== 'quality' || each.minScore === undefined || each.minScore === null || weightOf(project, each) === null) return false;
    const score = scoreOf(project, each, bid);
    return score !== null && less(score, ratio(each.minScore));
  });
  const compared = valid.filter((bid) => !isOut(bid));
  const marked = valid.map((bid) => {
    const out = isOut(bid);
    const points = Object.fromEntries(criteria.map((each) => [each.id,
      each.type === 'quality' ? scorePoints(project, each, bid) : out || sealed ? null : amountPoints(project, lot, compared, each, bid)]));
    const all = Object.values(points);
    const total = all.length === 0 || all.includes(null) ? null : all.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n);
    const figure = rule === 'weightedPoints' || total === null || out || sealed ? null : figureOf(project, lot, bid, total);
    const budget = sealed ? null : estimateOf(project, lot);
    const price = budget === null ? null : comparable(project, bid);
    const isLow = budget !== null && price !== null && less(price, product(budget, [80n, 100n]));
    const isAbove = budget !== null && price !== null && less(budget, price);
    return { bidId: bid.id, points, total, isOut: out, isLow, isAbove, figure, factors: factorVector(project, criteria, points) };
  });
  type Marked = (typeof marked)[number];
  const canRank = (bid: Marked): boolean => bid.total !== null && !bid.isOut && (rule === 'weightedPoints' || bid.figure !== null);
  const compareFactors = !['lowestPrice', 'lowestCost'].includes(methodOf(project));
  const isAhead = (one_: Marked, other: Marked): boolean => {
    if (rule === 'weightedPoints') {
      if (one_.total !== other.total) return (one_.total ?? 0n) > (other.total ?? 0n);
    } else {
      const [a, b] = [one_.figure, other.figure];
      if (a !== 'last' && b === 'last') return true;
      if (a === 'last' && b !== 'last') return false;
      if (a !== 'last' && b !== 'last' && a !== null && b !== null && (less(a, b) || less(b, a))) return less(a, b);
    }
    if (!compareFactors) return false;
    const at = one_.factors.findIndex((each, index) => each !== other.factors[index]);
    return at >= 0 && (one_.factors[at] ?? 0n) > (other.factors[at] ?? 0n);
  };
  return marked.map((bid) => ({
    bidId: bid.bidId, points: bid.points, total: bid.total, isOut: bid.isOut, isLow: bid.isLow, isAbove: bid.isAbove,
    rank: canRank(bid) ? 1 + marked.filter((other) => canRank(other) && isAhead(other, bid)).length : null,
  }));
};
