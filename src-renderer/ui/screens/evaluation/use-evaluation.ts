/** The evaluation of the open project, computed once per version of the project however many components ask. */
import { useDeferredValue } from 'react';
import { evaluate } from '../../../domain/evaluation/evaluate';
import type { EvaluationResult } from '../../../domain/evaluation/result';
import type { Project } from '../../../domain/project';
import type { RulePack } from '../../../domain/rule-pack';
import { useProject } from '../../context/caiet-context';
import { useRulePack } from '../../context/rule-pack';

/** Projects are immutable, so a version's result never changes; the map lets go of versions nobody holds any more. */
const results = new WeakMap<Project, { readonly rulePack: RulePack; readonly result: EvaluationResult }>();

const evaluated = (project: Project, rulePack: RulePack): EvaluationResult => {
  const known = results.get(project);
  if (known?.rulePack === rulePack) return known.result;
  const result = evaluate(project, rulePack);
  results.set(project, { rulePack, result });
  return result;
};

export interface Evaluation {
  /** The version the result belongs to; take names and prices from here, so that they never disagree with it. */
  readonly project: Project;
  readonly result: EvaluationResult;
}

/** Lets typing go first: with thousands of bids the result may lag a moment behind the newest edit. */
export const useEvaluation = (): Evaluation => {
  const project = useDeferredValue(useProject());
  return { project, result: evaluated(project, useRulePack()) };
};
