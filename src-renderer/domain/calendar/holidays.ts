/** Legal holidays as data: a fixed day of the year, or so many days from Orthodox Easter, since the day the law made them. */
import { addDays } from '../civil-date';
import { fail } from '../problem';
import { RULE_CERTAINTIES } from '../rule-pack';
import { z } from '../schema';
import { civilDateSchema, idSchema, type CivilDate } from '../values';
import { orthodoxEaster } from './orthodox-easter';

const fixedDaySchema = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });
const movableDaySchema = z.strictObject({ daysFromOrthodoxEaster: z.int().min(-60).max(60) });

const holidaySchema = z.looseObject({
  id: idSchema.describe('Names the day in `i18n/` under `holiday.<id>`.'),
  on: z.union([fixedDaySchema, movableDaySchema]),
  validFrom: civilDateSchema.nullable().describe('First day it is a holiday; null when it was one before this list begins.'),
  legalReference: z.string().min(1).max(500),
  checkedOn: civilDateSchema,
  certainty: z.enum(RULE_CERTAINTIES),
});
export type Holiday = z.infer<typeof holidaySchema>;

const holidayListSchema = z.looseObject({
  id: idSchema,
  country: z.string().regex(/^[A-Z]{2}$/),
  checkedOn: civilDateSchema,
  holidays: z.array(holidaySchema).max(100),
});

/** Reads a list; throws `rulePack.invalid` with a pointer to the first thing that is wrong. */
export const parseHolidays = (json: unknown): readonly Holiday[] => {
  const read = holidayListSchema.safeParse(json);
  if (read.success) return read.data.holidays;
  const issue = read.error.issues[0];
  throw fail('rulePack.invalid', { detail: issue?.message ?? '' }, `/${(issue?.path ?? []).map(String).join('/')}`);
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const dateIn = (year: number, { on }: Holiday): CivilDate =>
  'month' in on ? `${String(year).padStart(4, '0')}-${twoDigits(on.month)}-${twoDigits(on.day)}` : addDays(orthodoxEaster(year), on.daysFromOrthodoxEaster);

/** The holidays of one year by date; where two meet, as on 1 June 2026, the one that stands first in the list. */
export const holidaysOfYear = (holidays: readonly Holiday[], year: number): ReadonlyMap<CivilDate, Holiday> => {
  const byDate = new Map<CivilDate, Holiday>();
  for (const holiday of holidays) {
    const date = dateIn(year, holiday);
    const holds = holiday.validFrom === null || holiday.validFrom <= date;
    if (holds && !byDate.has(date)) byDate.set(date, holiday);
  }
  return byDate;
};
