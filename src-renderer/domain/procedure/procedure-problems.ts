/** What is wrong with the choice of a procedure and with the value it rests on. */
import { pointerTo } from '../json-pointer';
import { moneyText } from '../money';
import type { Problem, Severity } from '../problem';
import type { Project } from '../project';
import type { Rule } from '../rule-pack';
import type { Money } from '../values';
import type { CallPlan } from '../timeline/call-plan';
import { ruleMoney } from './estimated-value';
import { similarPurchases, type OtherPurchase } from './similar-purchases';

export type ProcedureProblemCode =
  | 'procedure.notChosen'
  | 'procedure.excluded' // data: {route}
  | 'procedure.reasonMissing' // data: {route, recommended}
  | 'procedure.valueReasonMissing'
  | 'procedure.similarPurchases' // data: {count, sum, limit, currency, reference}: with them the value reaches a limit it is below
  | 'procedure.lotsWithoutCpv' // data: {lots, count}: nothing can be compared with them
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

/** The sum is looked at where it would change what the value allows; with a reason written it is only told. */
const splittingProblems = (project: Project, { route, procedure, value: { value, threshold, cap }, pack }: CallPlan, others: readonly OtherPurchase[]): ProcedureProblem[] => {
  const similar = similarPurchases(project, others, pack);
  if (similar === null) return [];
  const { purchases, sum, lotsWithoutCpv } = similar;
  const crossed = [threshold, cap].find((rule) => {
    if (rule === null || value === null || value.currency !== ruleMoney(rule).currency) return false;
    const limit = ruleMoney(rule).amount;
    return value.amount < limit && value.amount + sum.amount >= limit;
  });
  const isExplained = (procedure.notSplitReason ?? '').trim() !== '';
  const found: ProcedureProblem[] = [];
  if (crossed !== undefined && crossed !== null && value !== null) {
    const together = { amount: value.amount + sum.amount, currency: value.currency };
    const data = { count: purchases.length, sum: moneyText(together), limit: moneyText(ruleMoney(crossed)), currency: value.currency, reference: crossed.legalReference };
    found.push(at(isExplained ? 'info' : 'warning', 'procedure.similarPurchases', 'notSplitReason', data));
  }
  // Asked once a route is chosen: until then the lots are still being written.
  if (route !== null && lotsWithoutCpv.length > 0) found.push(at('warning', 'procedure.lotsWithoutCpv', 'otherPurchases', { lots: lotsWithoutCpv.join(', '), count: lotsWithoutCpv.length }));
  return found;
};

const choiceProblems = ({ route, procedure, decision }: CallPlan): ProcedureProblem[] => {
  if (route === null) return [at('warning', 'procedure.notChosen', 'chosen')];
  const verdict = decision.verdicts.find((each) => each.route === route);
  const differs = decision.recommended !== null && decision.recommended !== route;
  return [
    ...(decision.missing.length === 0 && verdict?.fit === 'excluded' ? [at('error', 'procedure.excluded', 'chosen', { route })] : []),
    ...(differs && (procedure.chosenReason ?? '').trim() === '' ? [at('error', 'procedure.reasonMissing', 'chosenReason', { route, recommended: decision.recommended })] : []),
  ];
};

/** Nothing is asked of a call that has no lots yet. `others`: further purchases that may be similar ones. */
export const procedureProblems = (project: Project, plan: CallPlan, others: readonly OtherPurchase[]): ProcedureProblem[] => {
  if (Object.keys(project.lots).length === 0) return [];
  const needsValueReason = plan.route !== null && plan.value.value !== null && (plan.procedure.valueReason ?? '').trim() === '';
  return [
    ...choiceProblems(plan),
    ...(needsValueReason ? [at('warning', 'procedure.valueReasonMissing', 'valueReason')] : []),
    ...limitProblems(plan),
    ...splittingProblems(project, plan, others),
  ];
};
