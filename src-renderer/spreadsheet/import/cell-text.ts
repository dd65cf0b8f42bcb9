/** A cell as the person sees it in Romanian Excel: decimal commas, days first. */
import { SSF } from 'xlsx';
import { serialDate } from './date-text';
import { cleanDouble } from './number-text';
import type { Cell } from './sheet-source';

const swapMarks = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** The number through its format; a format that cannot be applied shows the plain number. */
const formatted = (value: number, format: string): string => {
  if (format === 'General') return cleanDouble(value).replace('.', ',');
  try {
    return swapMarks(String(SSF.format(format, value))).trim();
  } catch {
    return cleanDouble(value).replace('.', ',');
  }
};

const dayText = (serial: number): string => serialDate(serial)?.split('-').reverse().join('.') ?? cleanDouble(serial).replace('.', ',');

/** Control characters, the byte order mark and the zero-width space: nobody sees them, and no document may hold the first. */
export const UNSEEN = /(?![\n\t])\p{Cc}|[\ufeff\u200b]/gu;

/** No carriage return, nothing unseen, and all of it below the combining marks, so composed: as nearly every text is. */
const CLEAN = /^[\n\t -~\u00a0-\u02ff]*$/;

/** A written text as it is taken in: line ends as line feeds, letters composed, nothing unseen and no blanks around it. */
const clean = (written: string): string => {
  if (CLEAN.test(written)) return written.trim();
  const lines = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  return lines.normalize('NFC').replace(UNSEEN, '').trim();
};

/** Text of a cell for headings, previews and text fields; empty for none. */
export const cellText = (cell: Cell | undefined): string => {
  switch (cell?.kind) {
    case undefined: return '';
    case 'text': return clean(cell.text);
    case 'number': return formatted(cell.value, cell.format);
    case 'date': return dayText(cell.serial);
    case 'boolean': return cell.value ? 'TRUE' : 'FALSE';
    case 'error': return cell.text;
    case 'uncalculated': return '';
  }
};
