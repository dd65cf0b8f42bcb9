/** The robustness of one lot, worked out in slices: the report first, then the draws with their seed. */
import { useCallback } from 'react';
import type { LotResult } from '../../../../domain/evaluation/result';
import type { Project } from '../../../../domain/project';
import { bidRemovalsOf, robustnessOf, type RobustnessReport } from '../../../../domain/robustness/robustness';
import { noiseOf, scoreFieldOf, USUAL_DRAWS, type NoiseTally } from '../../../../domain/robustness/score-noise';
import type { BidRemoval } from '../../../../domain/robustness/without-bid';
import { useRulePack } from '../../../context/rule-pack';
import { useSliced } from '../../../context/use-sliced';

/** Null while it is being worked out. */
export const useReport = (project: Project, lot: LotResult): RobustnessReport | null => {
  const rulePack = useRulePack();
  return useSliced(useCallback(() => robustnessOf(project, rulePack, lot), [project, rulePack, lot])).answer;
};

/** Bids whose leaving would change the order of others; null while that is being worked out. */
export const useBidRemovals = (project: Project, lot: LotResult): readonly BidRemoval[] | null => {
  const rulePack = useRulePack();
  return useSliced(useCallback(() => bidRemovalsOf(project, rulePack, lot), [project, rulePack, lot])).answer;
};

export interface Noise {
  readonly tally: NoiseTally | null;
  /** From 0 to 1. */
  readonly done: number;
}

const shareDrawn = (draws: number): number => draws / USUAL_DRAWS;

export const useNoise = (project: Project, lot: LotResult, seed: number): Noise => {
  const { answer, done } = useSliced(useCallback(() => noiseOf(scoreFieldOf(project, lot), seed), [project, lot, seed]), shareDrawn);
  return { tally: answer, done };
};
