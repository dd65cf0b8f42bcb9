/** Whether the phases of a procurement, their caps and budgets agree with one another and with the value of the lots. */
import { pointerTo } from './json-pointer';
import { moneyText } from './money';
import type { Phase } from './phase';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import type { Project } from './project';
import type { Money } from './values';
import type { CallPlan } from './timeline/call-plan';

export type PhaseProblemCode =
  | 'phase.unnamed' // data: {number}
  | 'phase.capsOverBudget' // data: {name, caps, budget, currency}: every supplier paid in full would cost more
  | 'phase.moreSuppliers' // data: {name, suppliers, before}
  | 'phase.sumDiffers' // data: {sum, total, currency}
  | 'phase.needed'; // data: {route}

const at = (severity: Severity, code: PhaseProblemCode, path: readonly string[], data: Problem['data'] = {}): Problem<PhaseProblemCode> =>
  ({ severity, code, data, pointer: pointerTo(['phases', ...path]) });

/** What all suppliers together could be paid; null while one of the two is not known. */
export const capsOf = ({ suppliers, capPerSupplier }: Phase): Money | null =>
  (suppliers === null || capPerSupplier === null ? null : { amount: suppliers * capPerSupplier.amount, currency: capPerSupplier.currency });

/** The sum of the phases' budgets; null while one is missing. */
export const phasesTotal = (phases: readonly Phase[], currency: string): Money | null => {
  let amount = 0;
  for (const { budget } of phases) {
    if (budget === null || budget.currency !== currency) return null;
    amount += budget.amount;
  }
  return phases.length === 0 ? null : { amount, currency };
};

const ofPhase = (phase: Phase, before: Phase | undefined, index: number): Problem<PhaseProblemCode>[] => {
  const caps = capsOf(phase);
  const { id, name, budget, suppliers } = phase;
  const label = name.trim() === '' ? String(index + 1) : name;
  return [
    ...(name.trim() === '' ? [at('warning', 'phase.unnamed', [id, 'name'], { number: index + 1 })] : []),
    ...(caps !== null && budget !== null && caps.currency === budget.currency && caps.amount > budget.amount
      ? [at('error', 'phase.capsOverBudget', [id, 'budget'], { name: label, caps: moneyText(caps), budget: moneyText(budget), currency: budget.currency })] : []),
    ...(suppliers !== null && before !== undefined && before.suppliers !== null && suppliers > before.suppliers
      ? [at('warning', 'phase.moreSuppliers', [id, 'suppliers'], { name: label, suppliers, before: before.suppliers })] : []),
  ];
};

/** Routes whose contracts are carried out in phases (Law 98/2016 art. 101; pre-commercial procurement). */
export const isPhased = (route: CallPlan['route']): boolean => route === 'preCommercial' || route === 'innovationPartnership';

export const phaseProblems = (project: Project, { route, value: { value } }: CallPlan): Problem<PhaseProblemCode>[] => {
  const phases = inOrder(project.phases ?? {});
  const total = phasesTotal(phases, project.currency);
  return [
    ...(isPhased(route) && phases.length === 0 ? [at('warning', 'phase.needed', [], { route: route ?? '' })] : []),
    ...phases.flatMap((phase, index) => ofPhase(phase, phases[index - 1], index)),
    ...(total !== null && value !== null && total.amount !== value.amount && total.currency === value.currency
      ? [at('warning', 'phase.sumDiffers', [], { sum: moneyText(total), total: moneyText(value), currency: total.currency })] : []),
  ];
};
