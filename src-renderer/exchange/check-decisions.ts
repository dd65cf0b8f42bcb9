/** Whether what the decisions of a project rest on still is what was decided on. */
import { decisionProblems } from '../domain/decision/decision-problems';
import { pointerTo } from '../domain/json-pointer';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import type { Id } from '../domain/values';

/** `notCompared`: decided by other rules, made to be published, or with references that lead nowhere. */
export type DecisionState = 'none' | 'intact' | 'broken' | 'notCompared';

const isSameRules = (project: Project, rulePack: RulePack): boolean => project.rulePackId === rulePack.id;

/**
 * Of a sound project. Warnings: what was changed under a decision is to be seen, and its owner still has to be able to
 * carry the project to whoever looks into it.
 */
export const decisionWarnings = (project: Project, rulePack: RulePack): readonly Problem[] =>
  (isSameRules(project, rulePack) ? decisionProblems(project, rulePack) : []).map((problem) => ({ ...problem, severity: 'warning' }));

export interface DecisionStates {
  /** Of all lots together: the worst of them. */
  readonly decision: DecisionState;
  readonly lots: readonly { readonly id: Id; readonly decision: DecisionState }[];
}

const lotsOf = (problems: readonly Problem[]): ReadonlySet<string> => new Set(problems.map(({ pointer = '' }) => pointer.split('/').slice(0, 3).join('/')));

/** How the decisions of a project stand. `isComparable` false: what they rest on is not all there. */
export const decisionStates = (project: Project, rulePack: RulePack, isComparable: boolean): DecisionStates => {
  const broken = isComparable && isSameRules(project, rulePack) ? lotsOf(decisionProblems(project, rulePack)) : null;
  const stateOf = (lotId: Id): DecisionState => {
    if (project.decisions?.[lotId] === undefined) return 'none';
    if (broken === null) return 'notCompared';
    return broken.has(pointerTo(['decisions', lotId])) ? 'broken' : 'intact';
  };
  const states = new Set(Object.keys(project.decisions ?? {}).map(stateOf));
  return {
    decision: (['broken', 'notCompared', 'intact'] as const).find((state) => states.has(state)) ?? 'none',
    lots: Object.keys(project.lots).map((id) => ({ id, decision: stateOf(id) })),
  };
};
