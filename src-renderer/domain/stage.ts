/** The stages of a procurement and how far a project has come in each. */
import { findingAdmissionProblems } from './admissibility/admission-problems';
import { findingBidProblems } from './bid-problems';
import { callProblems } from './call-problems';
import { evaluationProblems } from './evaluation-problems';
import { finish } from './in-steps';
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

export type StageStatuses = Readonly<Record<TrackedStage, StageStatus>>;

/** Where each stage stands, for the rail of stages, with stops. `others`: the other purchases known here. */
export function* findingStages(project: Project, rulePack: RulePack, others: readonly OtherPurchase[] = []): Generator<number, StageStatuses> {
  const bids = Object.values(project.bids);
  const needs = statusOf(Object.keys(project.needs ?? {}).length, needProblems(project).filter(asksForSomething).length);
  yield 1;
  const specification = statusOf(Object.keys(project.requirements ?? {}).length, requirementProblems(project).filter(asksForSomething).length);
  yield 2;
  const doubtsOfCall = callProblems(project, rulePack).filter(asksForSomething).length;
  yield 3;
  const call = statusOf(Object.keys(project.lots).length + Object.keys(project.awardCriteria).length, doubtsOfCall + planProblems(project, rulePack, others).filter(asksForSomething).length);
  yield 4;
  const doubtsOfBids = (yield* findingBidProblems(project)).filter(asksForSomething).length;
  yield 5;
  const statusOfBids = statusOf(bids.length, doubtsOfBids + (yield* findingAdmissionProblems(project, rulePack)).filter(asksForSomething).length);
  yield 6;
  const evaluation = statusOf(bids.filter(({ status }) => status === 'valid').length, evaluationMissing(evaluationProblems(project).filter(asksForSomething)));
  return { needs, specification, call, bids: statusOfBids, evaluation };
}

/** The same without stops. */
export const stageStatus = (project: Project, rulePack: RulePack, others?: readonly OtherPurchase[]): StageStatuses => finish(findingStages(project, rulePack, others));
