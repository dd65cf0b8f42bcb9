/**
 * Terms as Romanian procurement law counts them. Law 98/2016 art. 3 par. 2: the day of the event is not counted
 * (a); days are calendar days unless the law says working days (par. 1 ddd); a term that would end on a Saturday, a
 * Sunday or a legal holiday ends on the next working day (d); a term in working days leaves the others out (e).
 * Terms of Law 101/2016 are counted the same way.
 */
import { addDays } from '../civil-date';
import { ruleOn, type RulePack } from '../rule-pack';
import type { CivilDate } from '../values';
import { addWorkingDays, workingDayFrom, type WorkCalendar } from './work-calendar';

export interface Term {
  readonly amount: number;
  readonly unit: 'days' | 'workingDays';
}

/** The last day of a term that begins to run with an event: the earliest day "at least so long after" it allows. */
export const termEnd = (calendar: WorkCalendar, event: CivilDate, { amount, unit }: Term): CivilDate =>
  unit === 'workingDays' ? addWorkingDays(calendar, event, amount) : workingDayFrom(calendar, addDays(event, amount));

/** The last day that still lies a whole term ahead of an event: what "at the latest so long before" allows. */
export const termStart = (calendar: WorkCalendar, event: CivilDate, { amount, unit }: Term): CivilDate =>
  unit === 'workingDays' ? addWorkingDays(calendar, event, -amount) : addDays(event, -amount);

/** The term a rule of the pack sets on a day; null when the pack has no such period. */
export const ruleTerm = (pack: RulePack, id: string, on: CivilDate): Term | null => {
  const rule = ruleOn(pack, id, on);
  return rule !== null && (rule.unit === 'days' || rule.unit === 'workingDays') ? { amount: Number(rule.value), unit: rule.unit } : null;
};
