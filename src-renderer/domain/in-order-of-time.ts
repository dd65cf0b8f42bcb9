/** Records of events, oldest first; events of the same moment by id. */
import type { Id, Instant } from './values';

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

export const inOrderOfTime = <Event extends { readonly id: Id; readonly at: Instant }>(events: readonly Event[]): Event[] =>
  events.toSorted((left, right) => compareText(left.at, right.at) || compareText(left.id, right.id));
