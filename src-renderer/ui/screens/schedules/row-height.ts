/** How high a row of the comparison is, told from its texts: measuring a hundred thousand rows as they pass would hold the window. */
import type { ComparedItem } from '../../../domain/price-schedule/compare-schedules';

/** In CSS pixels at the usual text size. */
const PADDING = 22;
const LINE = 22;
const MARK = 25;
/** Characters that fit into a line of the column, with words that wrap. */
const DESCRIPTION_LINE = 26;
const ITEM_LINE = 9;

const linesOf = (text: string, perLine: number): number => Math.max(1, Math.ceil(text.length / perLine));

/** The expected total beside a wrong sum takes a second line. */
const marksOf = ({ marks }: ComparedItem['cells'][number]): number => marks.length + (marks.includes('arithmetic') ? 1 : 0);

/** In CSS pixels at the usual text size; the least one where there is no item. */
export const rowHeight = (item: ComparedItem | undefined): number => {
  if (item === undefined) return PADDING + LINE;
  const lines = Math.max(linesOf(item.description, DESCRIPTION_LINE), linesOf(item.item, ITEM_LINE));
  const marks = Math.max(0, ...item.cells.map(marksOf));
  return PADDING + Math.max(lines * LINE, LINE + marks * MARK);
};
