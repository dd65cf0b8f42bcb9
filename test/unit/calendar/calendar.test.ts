/** Holidays, working days and terms, against dates known from outside: church tables, official calendars, counting by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidaysOfYear, parseHolidays } from '../../../src-renderer/domain/calendar/holidays';
import { orthodoxEaster } from '../../../src-renderer/domain/calendar/orthodox-easter';
import { ROMANIAN_CALENDAR as CALENDAR, ROMANIAN_HOLIDAYS } from '../../../src-renderer/domain/calendar/romania';
import { ruleTerm, termEnd, termStart, type Term } from '../../../src-renderer/domain/calendar/term';
import { addWorkingDays, isWeekend, isWorkingDay, weekdayOf, workingDaysBetween, workingDayFrom, workingDayUntil } from '../../../src-renderer/domain/calendar/work-calendar';
import { addDays, daysBetween } from '../../../src-renderer/domain/civil-date';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1995-01-01', days));

describe('Orthodox Easter', () => {
  it.each([
    '1950-04-09', '1961-04-09', '1970-04-26', '1983-05-08', '1990-04-15', '1999-04-11', '2000-04-30', '2001-04-15', '2002-05-05', '2003-04-27', '2004-04-11', '2005-05-01',
    '2006-04-23', '2007-04-08', '2008-04-27', '2009-04-19', '2010-04-04', '2011-04-24', '2012-04-15', '2013-05-05', '2014-04-20', '2015-04-12', '2016-05-01', '2017-04-16',
    '2018-04-08', '2019-04-28', '2020-04-19', '2021-05-02', '2022-04-24', '2023-04-16', '2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02', '2028-04-16', '2029-04-08',
    '2030-04-28', '2031-04-13', '2032-05-02', '2033-04-24', '2034-04-09', '2035-04-29', '2040-05-06',
  ])('falls on %s', (date) => {
    expect(orthodoxEaster(Number(date.slice(0, 4)))).toBe(date);
  });

  it('is a Sunday between 4 April and 8 May from 1900 to 2099', () => {
    for (let year = 1900; year < 2100; year += 1) {
      const date = orthodoxEaster(year);
      expect(weekdayOf(date)).toBe(6);
      expect(date >= `${year}-04-04` && date <= `${year}-05-08`, date).toBe(true);
    }
  });
});

describe('Romanian legal holidays', () => {
  // The Code's list for each year, with the movable days as the Patriarchate's calendar gives them.
  const MOVABLE: Readonly<Record<number, readonly string[]>> = {
    2023: ['04-14', '04-16', '04-17', '06-04', '06-05'],
    2024: ['05-03', '05-05', '05-06', '06-23', '06-24'],
    2025: ['04-18', '04-20', '04-21', '06-08', '06-09'],
    2026: ['04-10', '04-12', '04-13', '05-31', '06-01'],
    2027: ['04-30', '05-02', '05-03', '06-20', '06-21'],
    2028: ['04-14', '04-16', '04-17', '06-04', '06-05'],
  };
  const FIXED = ['01-01', '01-02', '01-24', '05-01', '06-01', '08-15', '11-30', '12-01', '12-25', '12-26'];

  it.each(Object.entries(MOVABLE))('of %s', (year, movable) => {
    const since2024 = Number(year) >= 2024 ? ['01-06', '01-07'] : [];
    const expected = [...new Set([...FIXED, ...since2024, ...movable])].map((date) => `${year}-${date}`).toSorted();
    expect([...holidaysOfYear(ROMANIAN_HOLIDAYS, Number(year)).keys()].toSorted()).toEqual(expected);
  });

  it('grow as the law adds them', () => {
    const count = (year: number): number => holidaysOfYear(ROMANIAN_HOLIDAYS, year).size;
    expect([2008, 2011, 2012, 2015].map(count)).toEqual([8, 11, 12, 12]);
    expect(CALENDAR.holidayOn('2016-01-24')).toBeNull();
    expect(CALENDAR.holidayOn('2017-01-24')?.id).toBe('unionOfThePrincipalities');
    expect(CALENDAR.holidayOn('2017-04-14')).toBeNull();
    expect(CALENDAR.holidayOn('2018-04-06')?.id).toBe('goodFriday');
    expect([CALENDAR.holidayOn('2023-01-06'), CALENDAR.holidayOn('2023-01-07')]).toEqual([null, null]);
    expect(CALENDAR.holidayOn('2024-01-06')?.id).toBe('epiphany');
    expect(CALENDAR.holidayOn('2024-01-07')?.legalReference).toContain('52/2023');
  });

  it('two on one day are one: Pentecost Monday and Children\'s Day in 2026, Easter and Labour Day in 2016', () => {
    expect(CALENDAR.holidayOn('2026-06-01')?.id).toBe('childrensDay');
    expect(CALENDAR.holidayOn('2016-05-01')?.id).toBe('easterSunday');
  });

  it('a list that is not one is refused with a pointer', () => {
    expect(() => parseHolidays({ id: 'x', country: 'RO', checkedOn: '2026-01-01', holidays: [{ id: 'y', on: { month: 13, day: 1 } }] })).toThrow('rulePack.invalid');
  });
});

describe('working days', () => {
  it.each([
    ['2026-01-01', false], ['2026-01-05', true], ['2026-01-06', false], ['2026-01-07', false], ['2026-01-08', true], ['2026-04-10', false], ['2026-04-11', false],
    ['2026-04-13', false], ['2026-04-14', true], ['2026-05-30', false], ['2026-06-01', false], ['2026-08-15', false], ['2026-11-30', false], ['2026-12-01', false], ['2026-12-24', true],
  ])('%s: %s', (date, works) => {
    expect(isWorkingDay(CALENDAR, date)).toBe(works);
  });

  // Weekdays of the year less the holidays that fall on one: 260 - 12, 262 - 10, 261 - 13, 261 - 11.
  it.each([[2023, 248], [2024, 252], [2025, 248], [2026, 250]])('%i has %i', (year, count) => {
    expect(workingDaysBetween(CALENDAR, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count);
  });

  it('are added across Easter, the turn of the year and backwards', () => {
    expect(addWorkingDays(CALENDAR, '2026-04-09', 1)).toBe('2026-04-14');
    expect(addWorkingDays(CALENDAR, '2025-12-31', 2)).toBe('2026-01-08');
    expect(addWorkingDays(CALENDAR, '2026-04-14', -1)).toBe('2026-04-09');
    expect(addWorkingDays(CALENDAR, '2026-04-11', 0)).toBe('2026-04-11');
    expect(workingDayFrom(CALENDAR, '2026-04-10')).toBe('2026-04-14');
    expect(workingDayUntil(CALENDAR, '2026-04-13')).toBe('2026-04-09');
  });

  it('weekdays go by a Monday that is known', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-27'), weekdayOf('1900-01-01'), weekdayOf('1969-12-31')]).toEqual([0, 4, 0, 2]);
  });

  it('adding lands on a working day, and counting gives the number back', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 300 }), (date, days) => {
      const later = addWorkingDays(CALENDAR, date, days);
      expect(isWorkingDay(CALENDAR, later)).toBe(true);
      expect(workingDaysBetween(CALENDAR, date, later)).toBe(days);
      expect(daysBetween(date, later)).toBeGreaterThanOrEqual(days);
      const earlier = addWorkingDays(CALENDAR, later, -days);
      expect(earlier <= workingDayFrom(CALENDAR, addDays(date, 1))).toBe(true);
    }), { numRuns: 200 });
  });

  it('adding twice is adding the sum, and a weekend is never one', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), (date, first, second) => {
      expect(addWorkingDays(CALENDAR, addWorkingDays(CALENDAR, date, first), second)).toBe(addWorkingDays(CALENDAR, date, first + second));
      expect(isWeekend(date) && isWorkingDay(CALENDAR, date)).toBe(false);
    }), { numRuns: 200 });
  });
});

describe('terms', () => {
  const days = (amount: number): Term => ({ amount, unit: 'days' });
  const workingDays = (amount: number): Term => ({ amount, unit: 'workingDays' });

  it.each([
    ['2026-03-02', days(10), '2026-03-12'], // Thursday
    ['2026-03-02', days(5), '2026-03-09'], // would end on Saturday 7 March
    ['2026-03-31', days(10), '2026-04-14'], // would end on Good Friday
    ['2026-11-20', days(10), '2026-12-02'], // would end on Saint Andrew's, then the National Day
    ['2025-12-26', days(7), '2026-01-05'], // would end on 2 January
    ['2026-12-22', workingDays(3), '2026-12-28'],
    ['2026-04-08', workingDays(3), '2026-04-15'],
    ['2026-03-07', workingDays(1), '2026-03-09'], // the event itself on a Saturday
  ])('from %s, %o end on %s', (event, term, end) => {
    expect(termEnd(CALENDAR, event, term)).toBe(end);
  });

  it.each([
    ['2026-03-20', days(10), '2026-03-10'],
    ['2026-04-16', workingDays(3), '2026-04-09'],
    ['2026-03-16', workingDays(3), '2026-03-11'],
  ])('ahead of %s, %o must be over by %s', (event, term, latest) => {
    expect(termStart(CALENDAR, event, term)).toBe(latest);
  });

  it('never end on a day without work, and never early', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 200 }), fc.constantFrom('days' as const, 'workingDays' as const), (event, amount, unit) => {
      const end = termEnd(CALENDAR, event, { amount, unit });
      expect(isWorkingDay(CALENDAR, end)).toBe(true);
      expect(daysBetween(event, end)).toBeGreaterThanOrEqual(amount);
      // A whole term fits between the event and its end; one in working days may begin on the working day before the event.
      expect(termStart(CALENDAR, end, { amount, unit }) >= workingDayUntil(CALENDAR, event)).toBe(true);
    }), { numRuns: 200 });
  });

  it('come from the rule pack with their unit', () => {
    expect(ruleTerm(RO_2026, 'period.erratum', '2026-05-01')).toEqual(workingDays(3));
    expect(ruleTerm(RO_2026, 'period.clarificationAnswers', '2026-05-01')).toEqual(days(10));
    expect(ruleTerm(RO_2026, 'threshold.works', '2026-05-01')).toBeNull();
    expect(ruleTerm(RO_2026, 'period.none', '2026-05-01')).toBeNull();
  });
});
