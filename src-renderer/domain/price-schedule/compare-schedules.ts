/**
 * The comparison of price schedules item by item: who is lowest, who is far from the middle, what is missing, counted
 * otherwise or added up wrongly. It informs; nothing here changes a price.
 */
import { foldText } from '../fold-text';
import { finish, mapInSteps } from '../in-steps';
import type { DecimalString, Id } from '../values';
import { arithmeticError, lineTotal, TOTAL_DECIMALS } from './line-arithmetic';
import { matchLines, type MatchedItem, type ScheduleLines } from './match-lines';
import { compareScaled, middle, multiply, plus, scaledOf, scaledText, ZERO_SCALED, type Scaled } from './scaled';
import type { ScheduleLine } from './schedule-line';

/** What is remarkable about one bidder's line. */
export const LINE_MARKS = ['missing', 'twice', 'noPrice', 'arithmetic', 'unit', 'quantity', 'lowest', 'farAbove', 'farBelow'] as const;
export type LineMark = (typeof LINE_MARKS)[number];

/** Marks that want somebody to look. */
export const TROUBLE: readonly LineMark[] = ['missing', 'twice', 'noPrice', 'arithmetic', 'unit', 'quantity', 'farAbove', 'farBelow'];

/** Unit prices above twice or below half of the median are far from it: Caiet's own yardstick, no rule of law. */
export const FAR_FACTOR = 2n;

export interface ComparedCell {
  /** The line that counts, the first when the item is there twice; null when it is missing. */
  readonly line: ScheduleLine | null;
  readonly marks: readonly LineMark[];
  /** What the total should be, when `arithmetic`. */
  readonly expectedTotal: DecimalString | null;
}

export interface ComparedItem {
  readonly key: string;
  /** As in the buyer's list, else as the first bidder who has it wrote it. */
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: DecimalString | null;
  /** Of the unit prices; null when nobody gave one. */
  readonly lowest: DecimalString | null;
  readonly median: DecimalString | null;
  /** In the order of the bids. */
  readonly cells: readonly ComparedCell[];
}

export interface ScheduleTotals {
  readonly bidId: Id;
  readonly lines: number;
  readonly missing: number;
  readonly arithmeticErrors: number;
  /** Of the totals as written, and as they should be. */
  readonly stated: DecimalString;
  readonly computed: DecimalString;
}

export interface ScheduleComparison {
  readonly items: readonly ComparedItem[];
  readonly totals: readonly ScheduleTotals[];
}

/** Lowest first. */
const sortedPrices = (lines: readonly (ScheduleLine | null)[]): Scaled[] =>
  lines.flatMap((line) => scaledOf(line?.unitPrice ?? null) ?? []).sort(compareScaled);

const medianOf = (prices: readonly Scaled[]): Scaled | null => {
  const upper = prices[Math.floor(prices.length / 2)];
  if (upper === undefined) return null;
  const lower = prices[Math.floor((prices.length - 1) / 2)] ?? upper;
  return lower === upper ? upper : middle(lower, upper);
};

const FAR: Scaled = { digits: FAR_FACTOR, decimals: 0 };

/** What the line is measured against: the buyer's line where there is one. */
interface Yardstick {
  readonly unit: string;
  readonly quantity: Scaled | null;
  readonly lowest: Scaled | null;
  readonly median: Scaled | null;
  /** With a single price there is nobody to compare with. */
  readonly compared: boolean;
}

const priceMarks = (line: ScheduleLine, { lowest, median, compared }: Yardstick): LineMark[] => {
  const price = scaledOf(line.unitPrice);
  if (price === null) return scaledOf(line.total) === null ? ['noPrice'] : [];
  if (!compared || lowest === null || median === null) return [];
  const marks: LineMark[] = compareScaled(price, lowest) === 0 ? ['lowest'] : [];
  if (compareScaled(price, multiply(median, FAR)) > 0) marks.push('farAbove');
  else if (compareScaled(multiply(price, FAR), median) < 0) marks.push('farBelow');
  return marks;
};

const cellOf = (lines: readonly ScheduleLine[], yardstick: Yardstick): ComparedCell => {
  const [line = null] = lines;
  if (line === null) return { line, marks: ['missing'], expectedTotal: null };
  const expectedTotal = arithmeticError(line);
  const quantity = scaledOf(line.quantity);
  const marks: LineMark[] = lines.length > 1 ? ['twice'] : [];
  if (expectedTotal !== null) marks.push('arithmetic');
  if (foldText(line.unit) !== yardstick.unit) marks.push('unit');
  if (quantity !== null && yardstick.quantity !== null && compareScaled(quantity, yardstick.quantity) !== 0) marks.push('quantity');
  return { line, marks: [...marks, ...priceMarks(line, yardstick)], expectedTotal };
};

const comparedItem = ({ key, lines }: MatchedItem, hasReference: boolean): ComparedItem => {
  const offered = hasReference ? lines.slice(1) : lines;
  const first = lines.find((each) => each.length > 0)?.[0];
  const prices = sortedPrices(offered.map((each) => each[0] ?? null));
  const [lowest = null] = prices;
  const median = medianOf(prices);
  const yardstick: Yardstick = { unit: foldText(first?.unit ?? ''), quantity: scaledOf(first?.quantity ?? null), lowest, median, compared: prices.length > 1 };
  return {
    key,
    item: first?.item ?? '',
    description: first?.description ?? '',
    unit: first?.unit ?? '',
    quantity: first?.quantity ?? null,
    lowest: lowest === null ? null : scaledText(lowest, TOTAL_DECIMALS),
    median: median === null ? null : scaledText(median, TOTAL_DECIMALS),
    cells: offered.map((each) => cellOf(each, yardstick)),
  };
};

function* totalsOf(bidId: Id, lines: readonly ScheduleLine[], column: number, items: readonly ComparedItem[]): Generator<number, ScheduleTotals> {
  let stated = ZERO_SCALED;
  let computed = ZERO_SCALED;
  let arithmeticErrors = 0;
  yield* mapInSteps(lines, (line) => {
    const total = lineTotal(line);
    if (total === null) return;
    const expected = arithmeticError(line);
    if (expected !== null) arithmeticErrors += 1;
    stated = plus(stated, total);
    computed = plus(computed, scaledOf(expected) ?? total);
  });
  let missing = 0;
  yield* mapInSteps(items, ({ cells }) => { if (cells[column]?.line === null) missing += 1; });
  return { bidId, lines: lines.length, missing, arithmeticErrors, stated: scaledText(stated, TOTAL_DECIMALS), computed: scaledText(computed, TOTAL_DECIMALS) };
}

/** Items compared between two stops: each has a cell for every bidder. */
const ITEMS_A_STEP = 32;

/**
 * Compares the schedules of a lot's bids, with stops. With the buyer's own list items come in its order, and units and
 * quantities are measured against it; without one, against the first bidder who has the item.
 */
export function* comparingSchedules(reference: ScheduleLines | null, bids: readonly ScheduleLines[]): Generator<number, ScheduleComparison> {
  const matched = yield* matchLines(reference === null ? bids : [reference, ...bids]);
  const items = yield* mapInSteps(matched, (item) => comparedItem(item, reference !== null), ITEMS_A_STEP);
  const totals: ScheduleTotals[] = [];
  for (const [column, { id, lines }] of bids.entries()) totals.push(yield* totalsOf(id, lines, column, items));
  return { items, totals };
}

/** The same without stops. */
export const compareSchedules = (reference: ScheduleLines | null, bids: readonly ScheduleLines[]): ScheduleComparison => finish(comparingSchedules(reference, bids));

/** True when at least one bidder's line wants somebody to look. */
export const isTroubled = ({ cells }: ComparedItem): boolean => cells.some(({ marks }) => marks.some((mark) => TROUBLE.includes(mark)));
