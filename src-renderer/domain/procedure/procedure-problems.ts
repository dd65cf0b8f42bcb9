/** What is wrong with the choice of a procedure and with the value it rests on. */
import { pointerTo } from '../json-pointer';
import { moneyText } from '../money';
import type { Problem, Severity } from '../problem';
import type { Project } from '../project';
import type { Rule } from '../rule-pack';
import type { Money } from '../values';
import type { CallPlan } from '../timeline/call-plan';
import { ruleMoney } from './estimated-value';

export type ProcedureProblemCode =
  | 'procedure.notChosen'
  | 'procedure.excluded' // data: {route}
  | 'procedure.reasonMissing' // data: {route, recommended}
  | 'procedure.valueReasonMissing'
  | 'procedure.justUnderLimit'; // data: {estimate, limit, currency, reference}

type ProcedureProblem = Problem<ProcedureProblemCode>;

const at = (severity: Severity, code: ProcedureProblemCode, field: string, data: Problem['data'] = {}): ProcedureProblem =>
  ({ severity, code, data, pointer: pointerTo(['procedure', field]) });

/** Closer than this share of a limit, in per cent, an estimate asks to be looked at again. Ours, not the law's. */
const CLOSE = 95;

const isJustUnder = (value: Money, rule: Rule): boolean => {
  const limit = ruleMoney(rule);
  return value.currency === limit.currency && value.amount < limit.amount && BigInt(value.amount) * 100n >= BigInt(limit.amount) * BigInt(CLOSE);
};

/** Undervaluing to stay below a limit is forbidden (Law 98/2016 art. 11 par. 2); standing just below one is only a reason to check. */
const limitProblems = ({ value: { value, threshold, cap } }: CallPlan): ProcedureProblem[] =>
  [cap, threshold].flatMap((rule) => {
    if (value === null || rule === null || !isJustUnder(value, rule)) return [];
    return [at('warning', 'procedure.justUnderLimit', 'valueReason', { estimate: moneyText(value), limit: moneyText(ruleMoney(rule)), currency: value.currency, reference: rule.legalReference })];
  });

const choiceProblems = ({ route, procedure, decision }: CallPlan): ProcedureProblem[] => {
  if (route === null) return [at('warning', 'procedure.notChosen', 'chosen')];
  const verdict = decision.verdicts.find((each) => each.route === route);
  const differs = decision.recommended !== null && decision.recommended !== route;
  return [
    ...(decision.missing.length === 0 && verdict?.fit === 'excluded' ? [at('error', 'procedure.excluded', 'chosen', { route })] : []),
    ...(differs && (procedure.chosenReason ?? '').trim() === '' ? [at('error', 'procedure.reasonMissing', 'chosenReason', { route, recommended: decision.recommended })] : []),
  ];
};

/** Nothing is asked of a call that has no lots yet. */
export const procedureProblems = (project: Project, plan: CallPlan): ProcedureProblem[] => {
  if (Object.keys(project.lots).length === 0) return [];
  const needsValueReason = plan.route !== null && plan.value.value !== null && (plan.procedure.valueReason ?? '').trim() === '';
  return [
    ...choiceProblems(plan),
    ...(needsValueReason ? [at('warning', 'procedure.valueReasonMissing', 'valueReason')] : []),
    ...limitProblems(plan),
  ];
};
