/** Records numbered `1`, `2`, … inside another, so that two devices that add one apart make the same record and meet. */
import type { Id } from '../values';

type Numbered<Item> = Readonly<Record<Id, Item>> | undefined;

export const inOrderOfNumber = <Item extends { readonly id: Id }>(records: Numbered<Item>): readonly Item[] =>
  Object.values(records ?? {}).toSorted((left, right) => Number(left.id) - Number(right.id));

/** One more than the highest number given so far. */
export const nextNumber = (records: Numbered<{ readonly id: Id }>): Id => String(Object.keys(records ?? {}).reduce((most, id) => Math.max(most, Number(id) || 0), 0) + 1);
