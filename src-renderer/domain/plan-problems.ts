/** Everything to mend in the planning of a call, beside what `callProblems` says of its lots and criteria. */
import { phaseProblems } from './phase-problems';
import type { Problem } from './problem';
import type { Project } from './project';
import { procedureProblems } from './procedure/procedure-problems';
import type { OtherPurchase } from './procedure/similar-purchases';
import { questionProblems } from './question-problems';
import type { RulePack } from './rule-pack';
import { callPlanOf } from './timeline/call-plan';
import { timelineProblems } from './timeline/timeline-problems';

/** `others`: the other purchases known here, of which some may be similar. */
export const planProblems = (project: Project, pack: RulePack, others: readonly OtherPurchase[] = []): Problem[] => {
  const plan = callPlanOf(project, pack);
  return [...phaseProblems(project, plan), ...procedureProblems(project, plan, others), ...timelineProblems(project, plan), ...questionProblems(project, plan)];
};
