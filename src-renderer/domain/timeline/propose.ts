/** Days for a whole call from one that is fixed: forward from it, and back to a publication that makes it possible. */
import { ROMANIAN_CALENDAR as CALENDAR } from '../calendar/romania';
import { termEnd, termStart } from '../calendar/term';
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDayUntil } from '../calendar/work-calendar';
import { addDays } from '../civil-date';
import type { CivilDate } from '../values';
import type { CallPlan } from './call-plan';
import type { MilestoneKind } from './milestone';
import { answersRule, hasTwoStages, minimumPeriods } from './minimum-periods';
import { earliestContract, latestReport, milestonesOf } from './timeline-problems';

/** Where the law sets no time for bids, this many days are proposed. */
const USUAL_DAYS_FOR_BIDS = 20;
/** Working days for choosing candidates, for evaluating bids, and between the last question and its answer. */
const FOR_SELECTION = 10;
const FOR_EVALUATION = 20;
const FOR_ANSWERS = 3;
const FOR_TELLING_RESULT = 1;
/** Working days kept free before the last day for the report: a pinned evaluation can fall this much behind the days that lead to it. */
const SPARE_FOR_REPORT = 5;

export type ProposedDates = Readonly<Partial<Record<MilestoneKind, CivilDate>>>;

const after = (start: CivilDate, from: MilestoneKind, to: MilestoneKind, plan: CallPlan): CivilDate => {
  const period = plan.route === null ? undefined : minimumPeriods(plan.route, plan.procedure, plan.pack, plan.on).find((each) => each.from === from && each.to === to);
  return termEnd(CALENDAR, start, period?.term ?? { amount: USUAL_DAYS_FOR_BIDS, unit: 'days' });
};

interface Pinned {
  readonly kind: MilestoneKind;
  readonly date: CivilDate;
}

/** The usual time for evaluating bids, cut short where the law gives the report about as little. */
const reportDay = (deadline: CivilDate, opening: CivilDate, plan: CallPlan): CivilDate => {
  const usual = addWorkingDays(CALENDAR, opening, FOR_EVALUATION);
  const report = latestReport(deadline, plan);
  const latest = report === null ? usual : addWorkingDays(CALENDAR, report.latest, -SPARE_FOR_REPORT);
  return latest < usual && latest > opening ? latest : usual;
};

/** The last day on which answers may be given before the day by which bidders must act, with work or without. */
const latestAnswer = (actBy: CivilDate, { route, procedure, pack, on }: CallPlan): CivilDate => {
  const rule = route === null ? null : answersRule(route, procedure, pack, on);
  return termStart(CALENDAR, actBy, { amount: Number(rule?.value ?? FOR_ANSWERS), unit: 'days' });
};

/** The shortest lawful call that is published on a day; a pinned day stands where it is, and what comes after is counted from it. */
const fromPublication = (publication: CivilDate, plan: CallPlan, pinned?: Pinned): ProposedDates => {
  const pin = (kind: MilestoneKind, date: CivilDate): CivilDate => (pinned?.kind === kind ? pinned.date : date);
  const isInStages = hasTwoStages(plan.route, plan.procedure);
  const requestsUntil = isInStages ? pin('requestsUntil', after(publication, 'publication', 'requestsUntil', plan)) : null;
  const invitation = requestsUntil === null ? null : pin('invitation', addWorkingDays(CALENDAR, requestsUntil, FOR_SELECTION));
  const deadline = pin('deadline', invitation === null ? after(publication, 'publication', 'deadline', plan) : after(invitation, 'invitation', 'deadline', plan));
  const answersUntil = pin('answersUntil', workingDayUntil(CALENDAR, latestAnswer(requestsUntil ?? deadline, plan)));
  const questionsUntil = pin('questionsUntil', addWorkingDays(CALENDAR, answersUntil, -FOR_ANSWERS));
  const opening = pin('opening', deadline);
  const evaluation = pin('evaluation', reportDay(deadline, opening, plan));
  const result = pin('result', addWorkingDays(CALENDAR, evaluation, FOR_TELLING_RESULT));
  const contract = pin('contract', workingDayFrom(CALENDAR, earliestContract(result, plan)?.earliest ?? result));
  return {
    publication, ...(questionsUntil > publication ? { questionsUntil } : {}), answersUntil,
    ...(requestsUntil === null || invitation === null ? {} : { requestsUntil, invitation }),
    deadline, opening, evaluation, result, contract,
  };
};

/** How far back a publication is looked for, in days. */
const LONGEST_CALL = 730;

/** The law sets a last moment for these days; for the others a first one. */
const isLatest = (kind: MilestoneKind): boolean => kind === 'questionsUntil' || kind === 'answersUntil';

/**
 * How far a kind of day comes when the call is published on a day; undefined when it has none. Answers come as far as
 * they may be given: a day without work can be fixed for them, too, and over holidays that is days beyond the last one with.
 */
const reachedFrom = (publication: CivilDate, kind: MilestoneKind, plan: CallPlan): CivilDate | undefined => {
  const dates = fromPublication(publication, plan);
  const actBy = dates.requestsUntil ?? dates.deadline;
  return kind === 'answersUntil' && actBy !== undefined ? latestAnswer(actBy, plan) : dates[kind];
};

/** The last publication that still leaves time for the pinned day; for a day with a last moment, the first that allows it so late. */
const publicationFor = (plan: CallPlan, { kind, date }: Pinned): CivilDate | null => {
  if (kind === 'publication') return date;
  let found: CivilDate | null = null;
  for (let day = date, left = LONGEST_CALL; left > 0; left -= 1, day = addDays(day, -1)) {
    // A day with a last moment lies after the publication, never on it.
    if (!isWorkingDay(CALENDAR, day) || (isLatest(kind) && day >= date)) continue;
    const reached = reachedFrom(day, kind, plan);
    if (reached === undefined) continue;
    if (!isLatest(kind)) {
      if (reached <= date) return day;
    } else if (reached >= date) found = day;
    else return found;
  }
  return found;
};

/**
 * The shortest lawful call in which the fixed day falls on its date. The fixed day stays as given, also when no work is
 * done on it. Null when no publication within two years leads to it.
 */
export const proposeDates = (plan: CallPlan, kind: MilestoneKind, date: CivilDate): ProposedDates | null => {
  if (!milestonesOf(plan).includes(kind)) return null;
  const publication = publicationFor(plan, { kind, date });
  return publication === null ? null : fromPublication(publication, plan, { kind, date });
};
