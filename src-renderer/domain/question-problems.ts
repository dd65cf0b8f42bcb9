/** What is still owed to whoever asked a question, and whether each erratum leaves bidders the time the law gives them. */
import { ROMANIAN_CALENDAR as CALENDAR } from './calendar/romania';
import { ruleTerm, termEnd, termStart } from './calendar/term';
import type { Erratum } from './erratum';
import { foldText } from './fold-text';
import { pointerTo } from './json-pointer';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import type { Project } from './project';
import { answeredAlone } from './public-questions';
import { ruleOn } from './rule-pack';
import type { CallPlan } from './timeline/call-plan';
import { plannedDate } from './timeline/milestone';
import { extensionRule } from './timeline/minimum-periods';
import { latestAnswerDay } from './timeline/timeline-problems';

/** `number` is the place of the question or erratum in its list, from 1; dates are civil dates. */
export type QuestionProblemCode =
  | 'question.unanswered' // data: {number}
  | 'question.unansweredBy' // data: {number, latest, reference}
  | 'question.notRephrased' // data: {number}
  | 'question.tellsAsker' // data: {number, asker}
  | 'question.publishedLate' // data: {number, latest, reference}
  | 'erratum.incomplete' // data: {number}
  | 'erratum.cancels' // data: {number, reference}
  | 'erratum.tooLate' // data: {number, days, latest, reference}
  | 'erratum.deadlineMustMove' // data: {number, days, earliest, reference}
  | 'erratum.deadlineNotPlanned'; // data: {number, date}

type QuestionProblem = Problem<QuestionProblemCode>;

const at = (severity: Severity, code: QuestionProblemCode, path: readonly string[], data: Problem['data']): QuestionProblem =>
  ({ severity, code, data, pointer: pointerTo(path) });

const ERRATUM_RULE = 'period.erratum';

const isBlank = (text: string): boolean => text.trim() === '';

/** Names shorter than this turn up in any text. */
const SHORTEST_NAME = 4;

const tells = (text: string, asker: string): boolean => {
  const name = foldText(asker);
  return name.length >= SHORTEST_NAME && foldText(text).includes(name);
};

const clarificationProblems = (project: Project, plan: CallPlan): QuestionProblem[] => {
  const limit = latestAnswerDay(project, plan);
  const latest = limit === null ? null : { latest: limit.latest, reference: limit.rule.legalReference };
  return answeredAlone(project).flatMap((each, index): QuestionProblem[] => {
    const number = index + 1;
    const path = ['clarifications', each.id];
    const asked = isBlank(each.answer)
      ? [latest === null ? at('warning', 'question.unanswered', [...path, 'answer'], { number }) : at('warning', 'question.unansweredBy', [...path, 'answer'], { number, ...latest })] : [];
    return [
      ...asked,
      ...(isBlank(each.publicQuestion) ? [at('warning', 'question.notRephrased', [...path, 'publicQuestion'], { number })] : []),
      ...(tells(each.publicQuestion, each.asker) ? [at('error', 'question.tellsAsker', [...path, 'publicQuestion'], { number, asker: each.asker })] : []),
      ...(tells(each.answer, each.asker) ? [at('error', 'question.tellsAsker', [...path, 'answer'], { number, asker: each.asker })] : []),
      ...(latest !== null && each.publishedOn !== null && each.publishedOn > latest.latest ? [at('error', 'question.publishedLate', [...path, 'publishedOn'], { number, ...latest })] : []),
    ];
  });
};

/** Norms HG 395/2016 art. 55 par. 2: such a change is made by cancelling, not by an erratum. */
const CANCELS_REFERENCE = 'HG 395/2016 art. 55 alin. (2)';

const erratumProblems = (erratum: Erratum, index: number, project: Project, { route, procedure, pack, on }: CallPlan): QuestionProblem[] => {
  const number = index + 1;
  const path = ['errata', erratum.id];
  if (isBlank(erratum.what) || isBlank(erratum.reason) || erratum.effect === null) return [at('warning', 'erratum.incomplete', [...path, isBlank(erratum.what) ? 'what' : isBlank(erratum.reason) ? 'reason' : 'effect'], { number })];
  if (erratum.effect === 'cancels') return [at('error', 'erratum.cancels', [...path, 'effect'], { number, reference: CANCELS_REFERENCE })];
  const { publishedOn, deadlineBefore, deadlineAfter } = erratum;
  const problems: QuestionProblem[] = [];
  const deadline = deadlineAfter ?? deadlineBefore;
  const notice = ruleTerm(pack, ERRATUM_RULE, on);
  if (publishedOn !== null && deadline !== null && notice !== null) {
    const latest = termStart(CALENDAR, deadline, notice);
    if (publishedOn > latest) problems.push(at('error', 'erratum.tooLate', [...path, 'publishedOn'], { number, days: notice.amount, latest, reference: ruleOn(pack, ERRATUM_RULE, on)?.legalReference ?? '' }));
  }
  const extension = route === null ? null : extensionRule(route, procedure, pack, on);
  if (erratum.effect === 'moreTime' && deadlineBefore !== null && extension !== null) {
    const earliest = termEnd(CALENDAR, deadlineBefore, { amount: Number(extension.value), unit: 'days' });
    if (deadlineAfter === null || deadlineAfter < earliest) problems.push(at('error', 'erratum.deadlineMustMove', [...path, 'deadlineAfter'], { number, days: Number(extension.value), earliest, reference: extension.legalReference }));
  }
  const isLast = inOrder(project.errata ?? {}).findLast((each) => each.deadlineAfter !== null)?.id === erratum.id;
  if (isLast && deadlineAfter !== null && plannedDate(project, 'deadline') !== deadlineAfter) problems.push(at('warning', 'erratum.deadlineNotPlanned', [...path, 'deadlineAfter'], { number, date: deadlineAfter }));
  return problems;
};

export const questionProblems = (project: Project, plan: CallPlan): QuestionProblem[] => [
  ...clarificationProblems(project, plan),
  ...inOrder(project.errata ?? {}).flatMap((erratum, index) => erratumProblems(erratum, index, project, plan)),
];
