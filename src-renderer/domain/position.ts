/** Places in a list: fractional indexes, so that moving a record changes that record alone. */
import { generateKeyBetween } from 'fractional-indexing';
import { fail } from './problem';
import type { Id, Position } from './values';

/**
 * A place after `before` and ahead of `after`; null stands for the start or the end. Neighbours that two devices gave
 * the same place leave no room: then it is theirs too, and ids decide the order. Throws `position.invalid` for text
 * that is not a place.
 */
export const positionBetween = (before: Position | null, after: Position | null): Position => {
  if (before !== null && before === after) return before;
  try {
    return generateKeyBetween(before, after);
  } catch {
    throw fail('position.invalid', { position: `${before ?? ''}…${after ?? ''}` });
  }
};

/** True for text `positionBetween` can go on from. */
export const isPosition = (text: string): boolean => {
  try {
    generateKeyBetween(text, null);
    return true;
  } catch {
    return false;
  }
};

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The records of a collection in the order people gave them; the same place twice is settled by id. */
export const inOrder = <Item extends { readonly id: Id; readonly position: Position }>(collection: Readonly<Record<Id, Item>>): Item[] =>
  Object.values(collection).toSorted((left, right) => compareText(left.position, right.position) || compareText(left.id, right.id));

/** The position that puts `id` at `toIndex` of its ordered collection. */
export const movedPosition = (collection: Readonly<Record<Id, { readonly id: Id; readonly position: Position }>>, id: Id, toIndex: number): Position => {
  const others = inOrder(collection).filter((record) => record.id !== id);
  const index = Math.max(0, Math.min(toIndex, others.length));
  return positionBetween(others[index - 1]?.position ?? null, others[index]?.position ?? null);
};

/** A position after every record of the collection. */
export const lastPosition = (collection: Readonly<Record<Id, { readonly id: Id; readonly position: Position }>>): Position =>
  positionBetween(inOrder(collection).at(-1)?.position ?? null, null);
