/** The calendar of Romanian public bodies: the holidays that come with Caiet. */
import roHolidays from '../../../assets/rules/ro-holidays.json' with { type: 'json' };
import { parseHolidays } from './holidays';
import { workCalendar } from './work-calendar';

export const ROMANIAN_HOLIDAYS = parseHolidays(roHolidays);

export const ROMANIAN_CALENDAR = workCalendar(ROMANIAN_HOLIDAYS);
