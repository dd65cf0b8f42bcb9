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

/** Text of a cell for headings, previews and text fields; empty for none. */
export const cellText = (cell: Cell | undefined): string => {
  switch (cell?.kind) {
    case undefined: return '';
    case 'text': return (cell.text.includes('\r') ? cell.text.replace(/\r\n?/g, '\n') : cell.text).normalize('NFC').trim();
    case 'number': return formatted(cell.value, cell.format);
    case 'date': return dayText(cell.serial);
    case 'boolean': return cell.value ? 'TRUE' : 'FALSE';
    case 'error': return cell.text;
    case 'uncalculated': return '';
  }
};
