/** What is doubtful about the needs and the requirements that answer them, before a call is made of them. */
import { foldText } from './fold-text';
import { pointerTo } from './json-pointer';
import type { Need } from './need';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import type { Project } from './project';
import { EXPECTED_ASPECTS, type Requirement } from './requirement';
import type { Id } from './values';

/** `number` is the place in the list, from 1. */
export type NeedProblemCode =
  | 'need.untitled' // data: {number}
  | 'need.titleShared' // data: {title}
  | 'need.unexplained'; // data: {title}: neither a problem nor an outcome is told
export type RequirementProblemCode =
  | 'requirement.empty' // data: {number}
  | 'requirement.codeShared' // data: {code}
  | 'requirement.undecided' // data: {name}: mandatory or desirable?
  | 'requirement.noNeed' // data: {name}: it answers no need, though needs are known
  | 'requirement.unanswered' // data: {title}: a need no requirement answers
  | 'requirement.noAspect'; // info; data: {aspect}

const at = <Code extends string>(severity: Severity, code: Code, path: readonly string[], data: Problem['data']): Problem<Code> => ({ severity, code, data, pointer: pointerTo(path) });

const isEmpty = (text: string): boolean => text.trim() === '';

/** What a need is called in lists: its title, else the beginning of its problem. */
export const nameOfNeed = ({ title, problem }: Need): string => (isEmpty(title) ? shortened(problem) : title);

/** What a requirement is called in lists: its code, else the beginning of its text. */
export const nameOfRequirement = ({ code, text }: Requirement): string => (isEmpty(code) ? shortened(text) : code);

/** Of a name made of prose, in UTF-16 units. */
const LONGEST_NAME = 80;
const shortened = (text: string): string => (text.length <= LONGEST_NAME ? text.trim() : `${text.slice(0, LONGEST_NAME).trimEnd()}…`);

const needOnes = (need: Need, number: number): Problem<NeedProblemCode>[] => {
  const { id, title, problem, desiredOutcome } = need;
  if (isEmpty(title)) return [at('warning', 'need.untitled', ['needs', id, 'title'], { number })];
  return isEmpty(problem) && isEmpty(desiredOutcome) ? [at('warning', 'need.unexplained', ['needs', id, 'problem'], { title })] : [];
};

/** The records whose text another record before them has, compared without case and diacritics. */
const shared = <Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] => {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = foldText(textOf(item));
    if (text === '') return false;
    const isAgain = seen.has(text);
    seen.add(text);
    return isAgain;
  });
};

export const needProblems = (project: Project): Problem<NeedProblemCode>[] => {
  const needs = inOrder(project.needs ?? {});
  return [
    ...needs.flatMap((need, index) => needOnes(need, index + 1)),
    ...shared(needs, ({ title, department }) => (isEmpty(title) ? '' : `${title}|${department}`)).map(({ id, title }) => at('warning', 'need.titleShared', ['needs', id, 'title'], { title })),
  ];
};

/** The needs that requirements answer. */
export const answeredNeeds = ({ requirements = {} }: Project): ReadonlySet<Id> => new Set(Object.values(requirements).flatMap(({ needId }) => needId ?? []));

export const requirementProblems = (project: Project): Problem<RequirementProblemCode>[] => {
  const requirements = inOrder(project.requirements ?? {});
  if (requirements.length === 0) return [];
  const needs = inOrder(project.needs ?? {});
  const known = new Set(needs.map(({ id }) => id));
  const answered = answeredNeeds(project);
  const aspects = new Set(requirements.map(({ aspect }) => aspect));
  return [
    ...requirements.flatMap((each, index) => (isEmpty(each.text) ? [at('error', 'requirement.empty', ['requirements', each.id, 'text'], { number: index + 1 })] : [])),
    ...requirements.filter(({ kind }) => kind === null).map((each) => at('warning', 'requirement.undecided', ['requirements', each.id, 'kind'], { name: nameOfRequirement(each) })),
    ...shared(requirements, ({ code }) => code).map(({ id, code }) => at('warning', 'requirement.codeShared', ['requirements', id, 'code'], { code })),
    ...(needs.length === 0 ? [] : requirements.filter(({ needId }) => needId === null || !known.has(needId))
      .map((each) => at('warning', 'requirement.noNeed', ['requirements', each.id, 'needId'], { name: nameOfRequirement(each) }))),
    ...needs.filter(({ id }) => !answered.has(id)).map((need) => at('warning', 'requirement.unanswered', ['needs', need.id], { title: nameOfNeed(need) })),
    ...EXPECTED_ASPECTS.filter((aspect) => !aspects.has(aspect)).map((aspect) => at('info', 'requirement.noAspect', ['requirements'], { aspect })),
  ];
};
