/** Working days: all but Saturdays, Sundays and legal holidays. */
import { addDays, daysBetween } from '../civil-date';
import type { CivilDate } from '../values';
import { holidaysOfYear, type Holiday } from './holidays';

export interface WorkCalendar {
  /** The legal holiday that falls on a day; null on any other, weekends included. */
  readonly holidayOn: (date: CivilDate) => Holiday | null;
}

/** A calendar of these holidays, which remembers the years it was asked about. */
export const workCalendar = (holidays: readonly Holiday[]): WorkCalendar => {
  const years = new Map<number, ReadonlyMap<CivilDate, Holiday>>();
  const ofYear = (year: number): ReadonlyMap<CivilDate, Holiday> => {
    const known = years.get(year) ?? holidaysOfYear(holidays, year);
    years.set(year, known);
    return known;
  };
  return { holidayOn: (date) => ofYear(Number(date.slice(0, 4))).get(date) ?? null };
};

/** 0 Monday … 6 Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (date: CivilDate): number => (((daysBetween('1970-01-01', date) + 3) % 7) + 7) % 7;

export const isWeekend = (date: CivilDate): boolean => weekdayOf(date) >= 5;

export const isWorkingDay = (calendar: WorkCalendar, date: CivilDate): boolean => !isWeekend(date) && calendar.holidayOn(date) === null;

const nearestWorkingDay = (calendar: WorkCalendar, date: CivilDate, step: 1 | -1): CivilDate => {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, step);
  return day;
};

/** The day itself when work is done on it, else the next on which it is. */
export const workingDayFrom = (calendar: WorkCalendar, date: CivilDate): CivilDate => nearestWorkingDay(calendar, date, 1);

/** The day itself when work is done on it, else the last before it on which it was. */
export const workingDayUntil = (calendar: WorkCalendar, date: CivilDate): CivilDate => nearestWorkingDay(calendar, date, -1);

/** So many working days later (earlier when negative); the day itself is not counted. Zero gives the day itself, worked on or not. */
export const addWorkingDays = (calendar: WorkCalendar, date: CivilDate, days: number): CivilDate => {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; left -= 1) day = nearestWorkingDay(calendar, addDays(day, step), step);
  return day;
};

/** How many working days come after `from` up to and with `to`; negative when `to` comes first, then counted from `to`. */
export const workingDaysBetween = (calendar: WorkCalendar, from: CivilDate, to: CivilDate): number => {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
};
