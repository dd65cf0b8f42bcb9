/** Which number formats show a day or a time: the only sign by which a workbook tells dates from numbers. */
import { SSF } from 'xlsx';

const known = new Map<string, boolean>();

/** `dd.mm.yyyy`, `[h]:mm`: true; `0.00 "lei"`: false. */
export const isDateFormat = (format: string): boolean => {
  const before = known.get(format);
  if (before !== undefined) return before;
  const isDate = Boolean(SSF.is_date(format));
  known.set(format, isDate);
  return isDate;
};
