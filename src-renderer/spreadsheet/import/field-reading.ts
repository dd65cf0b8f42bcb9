/** One cell read as one field: its value, and what there is to say about it. */
import { foldText } from '../../domain/fold-text';
import type { CellProblemCode, WritingStyle } from '../../domain/ports/sheet-import';
import type { Severity } from '../../domain/problem';
import { LONG_TEXT, SHORT_TEXT } from '../../domain/texts';
import type { CivilDate, DecimalString } from '../../domain/values';
import { cellText } from './cell-text';
import { readDate, serialDate, type DateReading } from './date-text';
import { durationUnit, type DurationUnit } from './heading';
import { cleanDouble, hasLostDigits, readAround, readNumber, type NumberReading } from './number-text';
import type { Cell } from './sheet-source';
import { readYesNo, type Question } from './yes-no';

export interface Remark {
  readonly severity: Severity;
  readonly code: CellProblemCode;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Reading<T> {
  readonly value: T | null;
  readonly remarks: readonly Remark[];
}

/** Nothing was written. */
export const NOTHING: Reading<never> = { value: null, remarks: [] };

const NO_REMARKS: readonly Remark[] = [];

/** A value, and what there is to say about it: nearly always nothing. */
export const fine = <T>(value: T, remarks: readonly Remark[] = NO_REMARKS): Reading<T> => ({ value, remarks });
export const refused = (code: CellProblemCode, data: Remark['data'] = {}): Reading<never> => ({ value: null, remarks: [{ severity: 'error', code, data }] });
export const warn = (code: CellProblemCode, data: Remark['data'] = {}): Remark => ({ severity: 'warning', code, data });
const tell = (as: string): Remark => ({ severity: 'info', code: 'cell.interpreted', data: { as } });

const EMPTY_WORDS = /^(?:|-|–|—|--|\.|n\/a|n\.a\.|nu e cazul|nu este cazul|none)$/i;
const ERROR_TEXT = /^(?:#(?:N\/A|N\/D|REF!|VALUE!|VALOARE!|DIV\/0!|NAME\?|NUME\?|NUM!|NULL!|NUL!|SPILL!|CALC!)|Err:\d{3})$/i;

/** Neither is longer, with a few blanks around it; texts that are need not be looked at. */
const LONGEST_SIGN = 20;

/** True for a cell that says there is nothing: empty, a dash, `nu este cazul`. */
export const isBlank = (cell: Cell | undefined): boolean => cell === undefined || (cell.kind === 'text' && cell.text.length <= LONGEST_SIGN && EMPTY_WORDS.test(cellText(cell)));

/** What every field refuses: error values, also as text, and formulas nobody has calculated. */
export const refuseBroken = (cell: Cell): Reading<never> | null => {
  if (cell.kind === 'uncalculated') return refused('cell.formulaWithoutValue');
  if (cell.kind === 'error') return refused('cell.errorValue');
  return cell.kind === 'text' && cell.text.length <= LONGEST_SIGN && ERROR_TEXT.test(cell.text.trim()) ? refused('cell.errorValue') : null;
};

/**
 * Romanian letters that were once read in the wrong code page, inside words: `ºi`, `Timiº`, `preþ`, `È™i`, or lost for
 * good (U+FFFD). The `º` of `Nº 1` and the Icelandic þ before other vowels are none.
 */
const GARBLED = /[ªº]\p{L}|\p{L}{2}[ªº](?!\p{L})|\p{L}þ(?!\p{L})|\p{L}þi|[ÄĂ][\u0192\u0083\u201a]|[ÈČ][\u2122\u203a\u0161\u0098\u0099]|\ufffd/u;
/** All of them have one of these, and hardly any other text does. */
const PERHAPS_GARBLED = /[ªºþÄĂÈČ\ufffd]/;

/** What the broken letters most likely were; U+FFFD could have been any. */
const MENDED: Readonly<Record<string, string>> = {
  º: 'ș', ª: 'Ș', þ: 'ț', Þ: 'Ț', 'Ä\u0192': 'ă', 'Ä\u0083': 'ă', 'Ă\u0192': 'ă', 'È\u2122': 'ș', 'È\u0099': 'ș', 'Č\u2122': 'ș', 'È\u203a': 'ț', 'Č\u203a': 'ț', 'È\u0161': 'Ț', 'È\u02dc': 'Ș',
};
const BROKEN = new RegExp(Object.keys(MENDED).join('|'), 'g');
const mended = (text: string): string => {
  const whole = text.replace(BROKEN, (letters) => MENDED[letters] ?? letters);
  return whole === text || whole.includes('\ufffd') ? '' : whole;
};

const garbled = (text: string): readonly Remark[] => (PERHAPS_GARBLED.test(text) && GARBLED.test(text) ? [warn('cell.garbled', { as: mended(text) })] : NO_REMARKS);

/** Anything between words but one space. */
const UNUSUAL_BLANK = /[^\S ]| {2}/;

/** A line of text, with line breaks inside the cell made spaces. */
export const readLine = (cell: Cell): Reading<string> => {
  const written = cellText(cell);
  const text = UNUSUAL_BLANK.test(written) ? written.replace(/\s+/g, ' ') : written;
  if (text === '') return NOTHING;
  return text.length > SHORT_TEXT ? refused('cell.tooLong', { limit: SHORT_TEXT }) : fine(text, garbled(text));
};

export const readProse = (cell: Cell): Reading<string> => {
  const text = cellText(cell);
  if (text === '') return NOTHING;
  return text.length > LONG_TEXT ? refused('cell.tooLong', { limit: LONG_TEXT }) : fine(text, garbled(text));
};

/** What the other cells of the column prove about how its numbers and days are written. */
export type ColumnStyle = WritingStyle;

export interface ReadAmount {
  readonly amount: DecimalString;
  readonly currency: string | null;
  readonly vatIncluded: boolean | null;
}

const formatCurrencies = new Map<string, string | null>();

/** The currency a number format shows. A bare `$` stands for whatever the machine's currency is, so it says nothing. */
const currencyOfFormat = (format: string): string | null => {
  if (format === 'General') return null;
  let currency = formatCurrencies.get(format);
  if (currency === undefined) {
    currency = readAround(format.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, ' $1 ').replace(/["\\_]/g, '').replaceAll('$', ' ')).currency;
    formatCurrencies.set(format, currency);
  }
  return currency;
};

const decideMark = (reading: Extract<NumberReading, { kind: 'ambiguous' }>, style: ColumnStyle): Reading<ReadAmount> => {
  if (style.mark === null) return refused('cell.ambiguousNumber');
  const amount = reading.readings[style.mark];
  return fine({ amount, currency: reading.currency, vatIncluded: reading.vatIncluded }, [tell(amount)]);
};

/** A number shown as a percentage: 0.19 under the format `0%`. */
export const isPercentage = (cell: Cell): boolean => cell.kind === 'number' && cell.format.includes('%') && cell.format.replace(/"[^"]*"/g, '').includes('%');

/** A percentage is no amount; what it is a part of is not in the cell. */
export const readAmount = (cell: Cell, style: ColumnStyle): Reading<ReadAmount> => {
  if (cell.kind === 'number') {
    if (isPercentage(cell)) return refused('cell.notANumber');
    if (hasLostDigits(cell.value)) return refused('cell.digitsLost');
    return fine({ amount: cleanDouble(cell.value), currency: currencyOfFormat(cell.format), vatIncluded: null });
  }
  if (cell.kind !== 'text') return refused('cell.notANumber');
  const reading = readNumber(cell.text);
  if (reading.kind === 'notANumber') return refused('cell.notANumber');
  if (reading.kind === 'ambiguous') return decideMark(reading, style);
  return fine({ amount: reading.value, currency: reading.currency, vatIncluded: reading.vatIncluded });
};

/** Register days lie in living memory; anything else is a slip of the finger. */
const isPlausible = (date: CivilDate): boolean => date >= '1990-01-01' && date <= '2099-12-31';

const plausible = (date: CivilDate | null, remarks: readonly Remark[] = NO_REMARKS): Reading<CivilDate> =>
  date !== null && isPlausible(date) ? fine(date, remarks) : refused('cell.notADate');

const decideOrder = (reading: Extract<DateReading, { kind: 'ambiguous' }>, style: ColumnStyle): Reading<CivilDate> => {
  const date = reading.readings[style.order ?? 'dayFirst'];
  return plausible(date, [style.order === null ? warn('cell.ambiguousDate', { as: date }) : tell(date)]);
};

export const readDay = (cell: Cell, style: ColumnStyle): Reading<CivilDate> => {
  if (cell.kind === 'date') return plausible(serialDate(cell.serial));
  if (cell.kind === 'number') {
    const date = serialDate(cell.value);
    return plausible(date, [warn('cell.interpreted', { as: date ?? '' })]);
  }
  if (cell.kind !== 'text') return refused('cell.notADate');
  const reading = readDate(cell.text);
  if (reading.kind === 'ambiguous') return decideOrder(reading, style);
  return reading.kind === 'date' ? plausible(reading.date) : refused('cell.notADate');
};

export const readAnswer = (cell: Cell, question: Question): Reading<boolean> => {
  if (cell.kind === 'boolean') return fine(cell.value);
  const answer = readYesNo(cellText(cell), question);
  return answer === null ? refused('cell.notYesNo') : fine(answer);
};

export interface DurationRule {
  readonly unit: 'days' | 'months';
  readonly most: number;
}
export const DAYS: DurationRule = { unit: 'days', most: 36_500 };
export const MONTHS: DurationRule = { unit: 'months', most: 1_200 };

/** Units that are a whole number of days or of months. Between the two there is only a convention. */
const IN_DAYS: Readonly<Partial<Record<DurationUnit, number>>> = { days: 1, weeks: 7 };
const IN_MONTHS: Readonly<Partial<Record<DurationUnit, number>>> = { months: 1, years: 12 };

/** A year is 365 days and a month beside whole years 30, so that 12 months and a year stay equal. */
const daysOfMonths = (months: number): number => Math.floor(months / 12) * 365 + (months % 12) * 30;
const monthsOfDays = (days: number): number => Math.floor(days / 365) * 12 + (days % 365) / 30;

/** So many of a unit in the unit of the field; `exact` unless the convention was needed. */
const converted = (count: number, from: DurationUnit, to: DurationRule['unit']): { readonly number: number; readonly exact: boolean } => {
  const days = IN_DAYS[from];
  const inOwnKind = count * (days ?? IN_MONTHS[from] ?? 1);
  if ((days !== undefined) === (to === 'days')) return { number: inOwnKind, exact: true };
  return { number: to === 'days' ? daysOfMonths(inOwnKind) : monthsOfDays(inOwnKind), exact: false };
};

/** In folded text. */
const UNIT_WORDS = /\b(?:zi(?:le)?|days?|saptaman[ai]|weeks?|lun[ai]|months?|ani?|years?)\b(?:\s+(?:calendaristice|lucratoare))?\.?/g;
/** `24 (douăzeci și patru) luni`, as offers are worded. */
const IN_WORDS = /\([^()\d]*\)/g;

const durationNumber = (text: string): string => foldText(text).replace(IN_WORDS, ' ').replace(UNIT_WORDS, ' ').replace(/\bde\b/g, ' ').trim();

/** A whole number of days or months; `24 luni` and `2 ani` say their unit, else the heading does. */
export const readDuration = (cell: Cell, rule: DurationRule, headingUnit: DurationUnit | null): Reading<number> => {
  const unit = cell.kind === 'text' ? (durationUnit(cell.text) ?? headingUnit) : headingUnit;
  const plain: Cell = cell.kind === 'text' ? { kind: 'text', text: durationNumber(cell.text) } : cell;
  const grouped: ColumnStyle = { mark: plain.kind === 'text' && plain.text.includes('.') ? ',' : '.', order: null };
  // `1.234` days can only be a whole number, so the mark can only group thousands.
  const { value: read, remarks } = readAmount(plain, grouped);
  if (read === null) return { value: null, remarks };
  if (read.amount.startsWith('-')) return refused('cell.negative');
  const { number, exact } = converted(Number(read.amount), unit ?? rule.unit, rule.unit);
  if (!Number.isInteger(number)) return refused('cell.notWhole');
  if (number > rule.most) return refused('cell.absurd', { limit: rule.most });
  if (unit === null || unit === rule.unit) return fine(number, remarks);
  return fine(number, [...remarks, exact ? tell(String(number)) : warn('cell.interpreted', { as: String(number) })]);
};
