/** The stages of a procurement and how far a project has come in each. */
import { admissionProblems } from './admissibility/admission-problems';
import { bidProblems } from './bid-problems';
import { callProblems } from './call-problems';
import { evaluationProblems } from './evaluation-problems';
import { planProblems } from './plan-problems';
import type { Problem } from './problem';
import type { OtherPurchase } from './procedure/similar-purchases';
import type { Project } from './project';
import type { RulePack } from './rule-pack';
import { needProblems, requirementProblems } from './specification-problems';

/** From a citizen's problem to a scaled solution; the last two accompany all the others. */
export const STAGES = ['needs', 'consultation', 'specification', 'call', 'bids', 'evaluation', 'implementation', 'risk', 'exchange'] as const;
export type Stage = (typeof STAGES)[number];

/** The stages whose state can be told from the project. */
export const TRACKED_STAGES = ['needs', 'specification', 'call', 'bids', 'evaluation'] as const satisfies readonly Stage[];
export type TrackedStage = (typeof TRACKED_STAGES)[number];

export interface StageStatus {
  /** `attention`: begun, and something is missing or doubtful. */
  readonly state: 'empty' | 'attention' | 'done';
  /** How many things are missing or doubtful. */
  readonly missing: number;
  /** Needs: needs. Specification: requirements. Call: lots and criteria. Bids: bids. Evaluation: valid bids. */
  readonly count: number;
}

const asksForSomething = ({ severity }: Problem): boolean => severity !== 'info';

const statusOf = (count: number, missing: number): StageStatus => {
  if (count === 0) return { state: 'empty', missing, count };
  return { state: missing > 0 ? 'attention' : 'done', missing, count };
};

/** Scores and reasons are counted one by one, the rest by problem. */
const evaluationMissing = (problems: readonly Problem[]): number =>
  problems.reduce((count, { data }) => count + (typeof data['missing'] === 'number' ? data['missing'] : 1), 0);

/** Where each stage stands, for the rail of stages. `others`: the other purchases known here. */
export const stageStatus = (project: Project, rulePack: RulePack, others: readonly OtherPurchase[] = []): Readonly<Record<TrackedStage, StageStatus>> => {
  const bids = Object.values(project.bids);
  return {
    needs: statusOf(Object.keys(project.needs ?? {}).length, needProblems(project).filter(asksForSomething).length),
    specification: statusOf(Object.keys(project.requirements ?? {}).length, requirementProblems(project).filter(asksForSomething).length),
    call: statusOf(Object.keys(project.lots).length + Object.keys(project.awardCriteria).length, [...callProblems(project, rulePack), ...planProblems(project, rulePack, others)].filter(asksForSomething).length),
    bids: statusOf(bids.length, [...bidProblems(project), ...admissionProblems(project, rulePack)].filter(asksForSomething).length),
    evaluation: statusOf(bids.filter(({ status }) => status === 'valid').length, evaluationMissing(evaluationProblems(project).filter(asksForSomething))),
  };
};
