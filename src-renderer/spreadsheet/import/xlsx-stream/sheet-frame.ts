/** What stands around the rows of a sheet: hidden columns before them, merged ranges behind (ISO/IEC 29500-1, 18.3.1.13, 18.3.1.55). */
import { fail } from '../../../domain/problem';
import type { Merge } from '../sheet-source';
import { LAST_COLUMN, LAST_ROW } from './cell-store';
import { unfamiliar } from './unfamiliar';
import { xmlTags } from './xml-tags';

const columnNumber = (text: string | undefined): number => {
  if (text === undefined || !/^\d{1,9}$/.test(text) || Number(text) < 1) throw unfamiliar('hiddenColumns');
  // The other reader would unfold such a range column by column.
  if (Number(text) > LAST_COLUMN + 1) throw fail('file.damaged');
  return Number(text);
};

/** 0-based; `head` ends with the tag that opens the rows. Throws `file.damaged` for columns no sheet has. */
export const readHiddenColumns = (head: string): Set<number> => {
  const hidden = new Set<number>();
  const open: string[] = [];
  for (const { name, closing, attribute } of xmlTags(head, open)) {
    if (name !== 'col' || closing) continue;
    const [first, last] = [columnNumber(attribute('min')), columnNumber(attribute('max'))];
    const value = attribute('hidden');
    if (value === '1' || value === 'true') for (let column = first; column <= last; column += 1) hidden.add(column - 1);
  }
  // `<sheetData/>` leaves nothing open behind it.
  if (open.length !== (head.endsWith('/>') ? 1 : 2) || !/^(?:[A-Za-z][\w.-]*:)?worksheet$/.test(open[0] ?? '')) throw unfamiliar('markup');
  return hidden;
};

const RANGE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;

const columnOf = (letters: string): number => {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

const rangeOf = (text: string): Merge => {
  const match = RANGE.exec(text);
  if (match === null) throw unfamiliar('mergedRange');
  const [, left = '', top = '', right = left, bottom = top] = match;
  const merge = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
  const fits = merge.top >= 1 && merge.top <= merge.bottom && merge.bottom <= LAST_ROW && merge.left <= merge.right && merge.right <= LAST_COLUMN;
  if (!fits) throw unfamiliar('mergedRange');
  return merge;
};

/** `tail`: what stands behind the rows of a sheet whose tags have the prefix given. */
export const readMerges = (tail: string, prefix: string): Merge[] => {
  const merges: Merge[] = [];
  // Sheets without merged cells may still carry megabytes of conditional formats.
  if (!tail.includes('mergeCell')) return merges;
  for (const { name, closing, attribute } of xmlTags(tail, [`${prefix}worksheet`])) if (name === 'mergeCell' && !closing) merges.push(rangeOf(attribute('ref') ?? ''));
  return merges;
};
