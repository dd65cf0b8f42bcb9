/** What the plan of a call is judged by: its route, the circumstances, the value and the rules of the day it begins. */
import { utcDate } from '../civil-date';
import { decideRoute, type Decision } from '../procedure/decide';
import { valuePosition, type ValuePosition } from '../procedure/estimated-value';
import { procedureOf, type Procedure, type Route } from '../procedure/procedure';
import type { Project } from '../project';
import type { RulePack } from '../rule-pack';
import type { CivilDate } from '../values';
import { plannedDate } from './milestone';

export interface CallPlan {
  readonly procedure: Procedure;
  /** What the person chose. */
  readonly route: Route | null;
  readonly decision: Decision;
  readonly value: ValuePosition;
  /** The day whose rules apply: of publication, or of the project's beginning while none is planned. */
  readonly on: CivilDate;
  readonly pack: RulePack;
}

/** Thresholds and periods are those of the day the procedure is initiated (Law 98/2016 art. 12). */
export const callPlanOf = (project: Project, pack: RulePack): CallPlan => {
  const procedure = procedureOf(project);
  const on = plannedDate(project, 'publication') ?? utcDate(project.createdAt);
  const value = valuePosition(project, pack, on);
  return { procedure, route: procedure.chosen ?? null, decision: decideRoute(procedure, value), value, on, pack };
};
