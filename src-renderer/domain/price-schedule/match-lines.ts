/**
 * Which lines of several schedules are the same item: the same item code, folded; without codes the same description
 * and unit. Exactly, never by likeness: a line that matches nothing is shown by itself.
 */
import { foldText } from '../fold-text';
import { mapInSteps } from '../in-steps';
import type { ScheduleLine } from './schedule-line';

/** The buyer's own list, or a bidder's schedule. */
export interface ScheduleLines {
  readonly id: string;
  readonly lines: readonly ScheduleLine[];
}

/** One item over all schedules. `lines[i]` are the lines schedule i has for it: none when it is missing, several when it is twice. */
export interface MatchedItem {
  readonly key: string;
  readonly lines: readonly (readonly ScheduleLine[])[];
}

/** `1.01`, `01.01.` and ` 1.01 ` may be different items in one list, so only case, spaces and marks are folded. */
const keyOf = ({ item, description, unit }: ScheduleLine): string => {
  const code = foldText(item);
  return code === '' ? `text:${foldText(description)}|${foldText(unit)}` : `code:${code}`;
};

/** Every item once: in the order of the first schedule, then what only later ones have, in their order. */
export function* matchLines(schedules: readonly ScheduleLines[]): Generator<number, MatchedItem[]> {
  const byKey = new Map<string, ScheduleLine[][]>();
  const items: MatchedItem[] = [];
  for (const [schedule, { lines }] of schedules.entries()) {
    yield* mapInSteps(lines, (line) => {
      const key = keyOf(line);
      let item = byKey.get(key);
      if (item === undefined) {
        item = schedules.map(() => []);
        byKey.set(key, item);
        items.push({ key, lines: item });
      }
      item[schedule]?.push(line);
    });
  }
  return items;
}
