/** Which items of the comparison are shown, and in what order. */
import { isTroubled, type ComparedItem, type ScheduleComparison } from '../../../domain/price-schedule/compare-schedules';
import { compareScaled, multiply, scaledOf, type Scaled } from '../../../domain/price-schedule/scaled';
import { foldText } from '../../../domain/fold-text';
import { mapInSteps, mapOfInSteps, sortInSteps } from '../../../domain/in-steps';

export const MATRIX_SORTS = ['list', 'value', 'spread'] as const;
export type MatrixSort = (typeof MATRIX_SORTS)[number];

export interface MatrixFilter {
  readonly query: string;
  readonly sort: MatrixSort;
  readonly onlyTroubled: boolean;
}

/** What the item comes to at the lowest price. */
const valueOf = ({ quantity, lowest }: ComparedItem): Scaled | null => {
  const amount = scaledOf(quantity);
  const price = scaledOf(lowest);
  return amount === null || price === null ? null : multiply(amount, price);
};

/** How far apart prices are: highest against lowest, as a ratio of whole numbers that can be compared crosswise. */
const spreadOf = ({ cells, lowest }: ComparedItem): { readonly highest: Scaled; readonly lowest: Scaled } | null => {
  const low = scaledOf(lowest);
  const prices = cells.flatMap(({ line }) => scaledOf(line?.unitPrice ?? null) ?? []);
  const highest = prices.reduce<Scaled | null>((best, price) => (best === null || compareScaled(price, best) > 0 ? price : best), null);
  return low === null || highest === null || prices.length < 2 ? null : { highest, lowest: low };
};

const largestFirst = <Key>(keys: ReadonlyMap<ComparedItem, Key | null>, compare: (left: Key, right: Key) => number) => (left: ComparedItem, right: ComparedItem): number => {
  const one = keys.get(left) ?? null;
  const other = keys.get(right) ?? null;
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return compare(other, one);
};

function* sorted(items: readonly ComparedItem[], sort: MatrixSort): Generator<number, readonly ComparedItem[]> {
  if (sort === 'list') return items;
  if (sort === 'value') return yield* sortInSteps(items, largestFirst(yield* mapOfInSteps(items, valueOf), compareScaled));
  // a.highest / a.lowest against b.highest / b.lowest, without dividing.
  return yield* sortInSteps(items, largestFirst(yield* mapOfInSteps(items, spreadOf), (left, right) =>
    compareScaled(multiply(left.highest, right.lowest), multiply(right.highest, left.lowest))));
}

/** What the search looks at, folded once: the next letter typed asks all of them again. */
const folded = new WeakMap<ComparedItem, string>();
const searched = (item: ComparedItem): string => {
  let text = folded.get(item);
  if (text === undefined) folded.set(item, (text = foldText(`${item.item} ${item.description}`)));
  return text;
};

/** Items that match the search and, when asked, have something wrong; worked out with stops. */
export function* matrixRows({ items }: ScheduleComparison, { query, sort, onlyTroubled }: MatrixFilter): Generator<number, readonly ComparedItem[]> {
  const wanted = foldText(query);
  const found: ComparedItem[] = [];
  yield* mapInSteps(items, (item) => {
    if ((!onlyTroubled || isTroubled(item)) && (wanted === '' || searched(item).includes(wanted))) found.push(item);
  });
  return yield* sorted(found, sort);
}
