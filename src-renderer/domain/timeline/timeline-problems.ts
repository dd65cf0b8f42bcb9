/** What is wrong with the planned days of a call: too short by law, out of order, on a day without work, or missing. */
import { ROMANIAN_CALENDAR as CALENDAR } from '../calendar/romania';
import { ruleTerm, termEnd, termStart } from '../calendar/term';
import { isWorkingDay } from '../calendar/work-calendar';
import { addDays } from '../civil-date';
import { pointerTo } from '../json-pointer';
import type { Problem, Severity } from '../problem';
import type { Project } from '../project';
import { ruleOn, type Rule } from '../rule-pack';
import type { CivilDate } from '../values';
import type { CallPlan } from './call-plan';
import { MILESTONES, plannedDate, type MilestoneKind } from './milestone';
import { answersRule, hasTwoStages, minimumPeriods } from './minimum-periods';
import { isOutsideRemedies, reportRuleOf } from './report-period';

/** `kind` is a milestone's; dates are civil dates; `reference` is the article. */
export type TimelineProblemCode =
  | 'timeline.dateMissing' // data: {kind}
  | 'timeline.outOfOrder' // data: {kind, before, date}: planned ahead of a day that must come first
  | 'timeline.tooShort' // data: {kind, from, days, earliest, reference}
  | 'timeline.answersTooLate' // data: {days, latest, reference}
  | 'timeline.standstill' // data: {days, earliest, reference}
  | 'timeline.reportLate' // data: {days, latest, reference}
  | 'timeline.notWorkingDay'; // data: {kind, holiday}; holiday is a code, `weekend` for a Saturday or Sunday

type TimelineProblem = Problem<TimelineProblemCode>;

const at = (severity: Severity, code: TimelineProblemCode, kind: MilestoneKind, data: Problem['data']): TimelineProblem =>
  ({ severity, code, data, pointer: pointerTo(['milestones', kind, 'date']) });

/** The days a route has no use for. */
export const milestonesOf = ({ route, procedure }: Pick<CallPlan, 'route' | 'procedure'>): readonly MilestoneKind[] =>
  MILESTONES.filter((kind) => hasTwoStages(route, procedure) || (kind !== 'requestsUntil' && kind !== 'invitation'));

type Dates = ReadonlyMap<MilestoneKind, CivilDate>;

const datesOf = (project: Project, plan: CallPlan): Dates =>
  new Map(milestonesOf(plan).flatMap((kind): [MilestoneKind, CivilDate][] => {
    const date = plannedDate(project, kind);
    return date === null ? [] : [[kind, date]];
  }));

const orderProblems = (dates: Dates): TimelineProblem[] => {
  const planned = [...dates];
  return planned.flatMap(([kind, date], index) => {
    const earlier = planned.slice(0, index).findLast(([, day]) => day > date);
    return earlier === undefined ? [] : [at('error', 'timeline.outOfOrder', kind, { kind, before: earlier[0], date: earlier[1] })];
  });
};

const periodProblems = (dates: Dates, { route, procedure, pack, on }: CallPlan): TimelineProblem[] => {
  if (route === null) return [];
  return minimumPeriods(route, procedure, pack, on).flatMap(({ from, to, term, rule }) => {
    const [start, end] = [dates.get(from), dates.get(to)];
    if (start === undefined || end === undefined) return [];
    const earliest = termEnd(CALENDAR, start, term);
    return end >= earliest ? [] : [at('error', 'timeline.tooShort', to, { kind: to, from, days: term.amount, earliest, reference: rule.legalReference })];
  });
};

/** The day bidders' first papers are due: what questions and answers are counted from. */
export const firstDeadline = (dates: Dates): CivilDate | undefined => dates.get('requestsUntil') ?? dates.get('deadline');

/** The last day for answers; null while there is no deadline or the law sets none. */
export const latestAnswerDay = (project: Project, plan: CallPlan): { readonly latest: CivilDate; readonly rule: Rule } | null => {
  const deadline = firstDeadline(datesOf(project, plan));
  const rule = plan.route === null ? null : answersRule(plan.route, plan.procedure, plan.pack, plan.on);
  return deadline === undefined || rule === null ? null : { latest: termStart(CALENDAR, deadline, { amount: Number(rule.value), unit: 'days' }), rule };
};

const answerProblems = (project: Project, dates: Dates, plan: CallPlan): TimelineProblem[] => {
  const answers = dates.get('answersUntil');
  const limit = latestAnswerDay(project, plan);
  if (answers === undefined || limit === null || answers <= limit.latest) return [];
  return [at('error', 'timeline.answersTooLate', 'answersUntil', { days: Number(limit.rule.value), latest: limit.latest, reference: limit.rule.legalReference })];
};

/** No contract before the standstill is over (Law 101/2016 art. 59). */
export const earliestContract = (result: CivilDate, { value, pack, on }: CallPlan): { readonly earliest: CivilDate; readonly rule: Rule } | null => {
  const id = value.isAboveThreshold === false ? 'period.standstill.belowThreshold' : 'period.standstill';
  const rule = ruleOn(pack, id, on);
  const term = ruleTerm(pack, id, on);
  return rule === null || term === null ? null : { earliest: addDays(termEnd(CALENDAR, result, term), 1), rule };
};

/** The last day for the procedure report (Law 98/2016 art. 214 par. 3); null where the law sets none. */
export const latestReport = (deadline: CivilDate, { route, pack, on }: CallPlan): { readonly latest: CivilDate; readonly rule: Rule } | null => {
  const id = route === null ? null : reportRuleOf(route);
  const rule = id === null ? null : ruleOn(pack, id, on);
  return rule === null ? null : { latest: termEnd(CALENDAR, deadline, { amount: Number(rule.value), unit: 'workingDays' }), rule };
};

/** Nothing can be counted while no route is chosen, or for one the law on remedies does not cover. */
const hasNoAwardPeriods = ({ route }: CallPlan): boolean => route === null || isOutsideRemedies(route);

const endProblems = (dates: Dates, plan: CallPlan): TimelineProblem[] => {
  if (hasNoAwardPeriods(plan)) return [];
  const problems: TimelineProblem[] = [];
  const [deadline, evaluation, result, contract] = (['deadline', 'evaluation', 'result', 'contract'] as const).map((kind) => dates.get(kind));
  const standstill = result === undefined ? null : earliestContract(result, plan);
  if (contract !== undefined && standstill !== null && contract < standstill.earliest) {
    problems.push(at('error', 'timeline.standstill', 'contract', { days: Number(standstill.rule.value), earliest: standstill.earliest, reference: standstill.rule.legalReference }));
  }
  const report = deadline === undefined ? null : latestReport(deadline, plan);
  if (evaluation !== undefined && report !== null && evaluation > report.latest) {
    problems.push(at('warning', 'timeline.reportLate', 'evaluation', { days: Number(report.rule.value), latest: report.latest, reference: report.rule.legalReference }));
  }
  return problems;
};

/** Name of the holiday, or `weekend`, that a day falls on; null for a working day. */
export const dayOff = (date: CivilDate): string | null => (isWorkingDay(CALENDAR, date) ? null : (CALENDAR.holidayOn(date)?.id ?? 'weekend'));

const workProblems = (dates: Dates): TimelineProblem[] => [...dates].flatMap(([kind, date]) => {
  const holiday = dayOff(date);
  return holiday === null ? [] : [at('warning', 'timeline.notWorkingDay', kind, { kind, holiday })];
});

/** The days without which there is no call. */
const NEEDED = ['publication', 'deadline'] as const;

/** Everything to mend in the timeline; nothing is asked of a call that has no lots yet. */
export const timelineProblems = (project: Project, plan: CallPlan): TimelineProblem[] => {
  const dates = datesOf(project, plan);
  if (dates.size === 0 && Object.keys(project.lots).length === 0) return [];
  return [
    ...NEEDED.filter((kind) => !dates.has(kind)).map((kind) => at('warning', 'timeline.dateMissing', kind, { kind })),
    ...orderProblems(dates),
    ...periodProblems(dates, plan),
    ...answerProblems(project, dates, plan),
    ...endProblems(dates, plan),
    ...workProblems(dates),
  ];
};
