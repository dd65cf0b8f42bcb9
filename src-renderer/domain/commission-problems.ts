/** What a commission still lacks before its people may score. */
import { declarationsFrom } from './bids-deadline';
import { utcDate } from './civil-date';
import { CONFLICT_QUESTIONS, hasVote, mayScore, scoresBids, type CommissionRole, type Declaration } from './commission';
import { pointerTo } from './json-pointer';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import type { Evaluator, Project } from './project';
import { ruleValue, type RulePack } from './rule-pack';

export const COMMITTEE_RULE = 'committee.members';

/** A project with one scorer and nothing said about a commission is scored as it stands. */
export const hasCommission = ({ evaluators }: Project): boolean => {
  const people = Object.values(evaluators);
  return people.length > 1 || people.some(({ role }) => role !== undefined);
};

/** What each person is: members until something else is said. */
export const roleOf = ({ role }: Evaluator): CommissionRole => role ?? 'member';

export const hasConflict = (declaration: Declaration | null | undefined): boolean => CONFLICT_QUESTIONS.some((question) => declaration?.conflicts[question] === true);

/** Why a person's sheet is closed; null when it is open. */
export type SheetObstacle = 'noDeclaration' | 'incomplete' | 'beforeDeadline' | 'conflict';

export type ClosedSheetProblemCode =
  | 'closedSheet.noDeclaration' // data: {evaluator}
  | 'closedSheet.incomplete' // data: {evaluator}
  | 'closedSheet.beforeDeadline' // data: {evaluator}
  | 'closedSheet.conflict'; // data: {evaluator}

/** Why nothing can be scored in a person's sheet, as a problem. */
export const closedSheet = (obstacle: SheetObstacle, evaluator: Evaluator): Problem<ClosedSheetProblemCode> =>
  ({ severity: obstacle === 'conflict' ? 'error' : 'warning', code: `closedSheet.${obstacle}`, data: { evaluator: evaluator.name } });

export const sheetObstacle = (project: Project, evaluator: Evaluator): SheetObstacle | null => {
  const { declaration } = evaluator;
  if (!hasCommission(project) && project.assignment === undefined) return null;
  if (declaration === undefined || declaration === null) return 'noDeclaration';
  if (hasConflict(declaration)) return 'conflict';
  if (!mayScore(evaluator)) return 'incomplete';
  const first = declarationsFrom(project);
  return first !== null && declaration.signedOn < first ? 'beforeDeadline' : null;
};

export type CommissionProblemCode =
  | 'commission.tooFew' // data: {count, limit}
  | 'commission.noChair'
  | 'commission.severalChairs' // data: {count}
  | 'commission.noDeclaration' // data: {evaluator}
  | 'commission.declarationIncomplete' // data: {evaluator}
  | 'commission.declarationEarly' // data: {evaluator, limit}: signed before the deadline for bids
  | 'commission.conflict'; // data: {evaluator}

const CODES = {
  noDeclaration: 'commission.noDeclaration', incomplete: 'commission.declarationIncomplete', beforeDeadline: 'commission.declarationEarly', conflict: 'commission.conflict',
} as const satisfies Readonly<Record<SheetObstacle, CommissionProblemCode>>;

const at = (severity: Severity, code: CommissionProblemCode, data: Problem['data'], path: readonly string[]): Problem<CommissionProblemCode> =>
  ({ severity, code, data, pointer: pointerTo(path) });

const personProblems = (project: Project, evaluator: Evaluator): Problem<CommissionProblemCode>[] => {
  const obstacle = scoresBids(evaluator) ? sheetObstacle(project, evaluator) : null;
  if (obstacle === null) return [];
  return [at(obstacle === 'conflict' ? 'error' : 'warning', CODES[obstacle], { evaluator: evaluator.name, limit: declarationsFrom(project) ?? '' }, ['evaluators', evaluator.id, 'declaration'])];
};

/** Nothing is asked of a project with a single scorer. */
export const commissionProblems = (project: Project, rulePack: RulePack): Problem<CommissionProblemCode>[] => {
  if (!hasCommission(project) || project.assignment !== undefined) return [];
  const people = inOrder(project.evaluators);
  const voting = people.filter(hasVote).length;
  const limit = Number(ruleValue(rulePack, COMMITTEE_RULE, utcDate(project.createdAt)) ?? 0);
  const chairs = people.filter(({ role }) => role === 'chair').length;
  return [
    ...(voting < limit ? [at('warning', 'commission.tooFew', { count: voting, limit }, ['evaluators'])] : []),
    ...(chairs === 0 ? [at('warning', 'commission.noChair', {}, ['evaluators'])] : []),
    ...(chairs > 1 ? [at('warning', 'commission.severalChairs', { count: chairs }, ['evaluators'])] : []),
    ...people.flatMap((person) => personProblems(project, person)),
  ];
};
