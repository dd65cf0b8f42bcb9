/** Days of the Gregorian calendar as text, `2026-03-02`: no time, no zone, and so no day that slips over a border. */
import { fail } from './problem';
import type { CivilDate, Instant } from './values';

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_ERA = 146_097; // 400 years

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const partsOf = (text: string): Parts | null => {
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
};

/** True for a day that exists: `2026-02-29` is not one. */
export const isCivilDate = (text: string): text is CivilDate => partsOf(text) !== null;

const parts = (date: CivilDate): Parts => {
  const found = partsOf(date);
  if (found === null) throw fail('date.invalid', { date });
  return found;
};

/** Days since 1970-01-01, counted in years that begin in March so that the leap day comes last. */
const dayNumber = ({ year, month, day }: Parts): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * DAYS_IN_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - DAYS_BEFORE_1970;
};

/** The day so many days after 1 January 1970, or before it, below zero. */
export const fromDayNumber = (number: number): CivilDate => {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
};

/** Below zero when `left` comes first. */
export const compareDates = (left: CivilDate, right: CivilDate): number => (left < right ? -1 : left > right ? 1 : 0);

/** The day so many days later (or earlier); throws `date.invalid` for a day that does not exist. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(parts(date)) + days);

/** The same day of the month so many months later (earlier, below zero); the last one of a shorter month. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const { year, month, day } = parts(date);
  const counted = year * 12 + month - 1 + months;
  const [nextYear, nextMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return fromDayNumber(dayNumber({ year: nextYear, month: nextMonth, day: Math.min(day, daysInMonth(nextYear, nextMonth)) }));
};

/** How many days lie between two days; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(parts(to)) - dayNumber(parts(from));

/** The day an instant falls on in UTC. */
export const utcDate = (instant: Instant): CivilDate => instant.slice(0, 10);
