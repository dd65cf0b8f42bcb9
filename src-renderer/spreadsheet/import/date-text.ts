/** Days as people write them: `03.04.2026`, `2026-04-03`, `3/4/26`, `1 ianuarie 2026`, with or without an hour. */
import { fromDayNumber, isCivilDate } from '../../domain/civil-date';
import { foldText } from '../../domain/fold-text';
import type { CivilDate } from '../../domain/values';

/** In which order day and month stand. */
export type DayOrder = 'dayFirst' | 'monthFirst';

export type DateReading =
  /** `order`: what this text proves about the order, null when nothing. */
  | { readonly kind: 'date'; readonly date: CivilDate; readonly order: DayOrder | null }
  /** `03/04/2026`: two days, by which order is meant. */
  | { readonly kind: 'ambiguous'; readonly readings: Readonly<Record<DayOrder, CivilDate>> }
  | { readonly kind: 'notADate' };

const NOT_A_DATE: DateReading = { kind: 'notADate' };

const MONTHS = [
  ['ianuarie', 'ian', 'january', 'jan'], ['februarie', 'feb', 'february', 'febr'], ['martie', 'mar', 'march', 'mart'], ['aprilie', 'apr', 'april'],
  ['mai', 'may'], ['iunie', 'iun', 'june', 'jun'], ['iulie', 'iul', 'july', 'jul'], ['august', 'aug'], ['septembrie', 'sep', 'september', 'sept'],
  ['octombrie', 'oct', 'october'], ['noiembrie', 'noi', 'nov', 'november', 'noiem'], ['decembrie', 'dec', 'december'],
] as const;

const monthNumber = (word: string): number => MONTHS.findIndex((names) => (names as readonly string[]).includes(word)) + 1;

/** Two-digit years of a living register are in this century. */
const fullYear = (text: string): number => (text.length <= 2 ? 2000 + Number(text) : Number(text));

const civil = (year: number, month: number, day: number): CivilDate | null => {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(date) ? date : null;
};

const certain = (date: CivilDate | null, order: DayOrder | null = null): DateReading => (date === null ? NOT_A_DATE : { kind: 'date', date, order });

/** The hour after the day, which a register of days does not keep; zone marks are ignored, the day stays as written. */
const HOUR = /[\st,]*(?:ora|la|orele)?\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$/;
const WEEKDAY = /^(?:luni|marti|miercuri|joi|vineri|sambata|duminica|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? +/;

const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?:\s?r?\.)?$/;
const NAMED_MONTH = /^(\d{1,2})[\s.\-/]*([a-z]+)\.?[\s.\-/,]*(\d{4}|\d{2})$/;
const MONTH_FIRST_NAMED = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

const readYearLast = (first: number, separator: string, second: number, year: number): DateReading => {
  const dayFirst = civil(year, second, first);
  const monthFirst = civil(year, first, second);
  if (dayFirst === null || monthFirst === null) return certain(dayFirst ?? monthFirst, dayFirst === null ? 'monthFirst' : 'dayFirst');
  // Points are only used with the day first; slashes and hyphens are used both ways.
  if (first === second || separator === '.') return certain(dayFirst);
  return { kind: 'ambiguous', readings: { dayFirst, monthFirst } };
};

/** Reads text as one day. */
export const readDate = (text: string): DateReading => {
  const folded = foldText(text).replace(WEEKDAY, '');
  const day = YEAR_FIRST.test(folded) || YEAR_LAST.test(folded) ? folded : folded.replace(HOUR, '').trim();
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst !== null) return certain(civil(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])));
  const yearLast = YEAR_LAST.exec(day);
  if (yearLast !== null) return readYearLast(Number(yearLast[1]), yearLast[2] ?? '', Number(yearLast[3]), fullYear(yearLast[4] ?? ''));
  const named = NAMED_MONTH.exec(day);
  if (named !== null) return certain(civil(fullYear(named[3] ?? ''), monthNumber(named[2] ?? ''), Number(named[1])));
  const american = MONTH_FIRST_NAMED.exec(day);
  return american === null ? NOT_A_DATE : certain(civil(Number(american[3]), monthNumber(american[1] ?? ''), Number(american[2])));
};

/** Serial day 60 is 29 February 1900, which never was; days before it count from one day later. */
const PHANTOM_DAY = 60;
/** From 30 December 1899, the serial day 0, to 1 January 1970. */
const DAYS_BEFORE_1970 = 25_569;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** A serial of the 1900 system as a day; null below 1 (only an hour), at the phantom day and beyond year 9999. */
export const serialDate = (serial: number): CivilDate | null => {
  const day = Math.floor(serial);
  if (day < 1 || day > LAST_SERIAL || day === PHANTOM_DAY) return null;
  return fromDayNumber(day - DAYS_BEFORE_1970 + (day < PHANTOM_DAY ? 1 : 0));
};
