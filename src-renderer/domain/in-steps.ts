/** Long work as a generator that stops now and then, so that whoever runs it can do something else in between. */

/** The answer, without a stop. */
export const finish = <Answer>(work: Generator<unknown, Answer>): Answer => {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
};

/** Work that knows no place to stop, behind one. */
export function* afterStop<Answer>(make: () => Answer): Generator<number, Answer> {
  yield 0;
  return make();
}

const BLOCK = 256;

/** Each item's `work`, with a stop after every `block` of them; tells how many are done. */
export function* mapInSteps<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Made, block: number = BLOCK): Generator<number, Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % block === 0) yield index;
    made.push(make(item, index));
  }
  return made;
}

/** As `filter`, with stops. */
export function* filterInSteps<Item>(items: readonly Item[], holds: (item: Item) => boolean): Generator<number, Item[]> {
  const held = yield* mapInSteps(items, holds);
  return items.filter((_, index) => held[index]);
}

/** Each item with what `make` makes of it, with stops. */
export function* mapOfInSteps<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Generator<number, Map<Item, Made>> {
  const made = new Map<Item, Made>();
  yield* mapInSteps(items, (item) => made.set(item, make(item)));
  return made;
}

/** One sorted run out of two, those of `left` first among equals. */
function* merged<Item>(left: readonly Item[], right: readonly Item[], compare: (one: Item, other: Item) => number): Generator<number, Item[]> {
  const run: Item[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [one, other] = [left[l], right[r]];
    const takesLeft = other === undefined || (one !== undefined && compare(one, other) <= 0);
    const next = takesLeft ? one : other;
    if (takesLeft) l += 1;
    else r += 1;
    if (next !== undefined) run.push(next);
    if (run.length % (4 * BLOCK) === 0) yield run.length;
  }
  return run;
}

/** As `toSorted`, with stops. */
export function* sortInSteps<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): Generator<number, readonly Item[]> {
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += BLOCK) {
    runs.push(items.slice(from, from + BLOCK).sort(compare));
    yield from;
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}
