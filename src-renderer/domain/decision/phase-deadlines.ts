/** The days the phases of signed contracts are due, beside the periods of the law. */
import { contractPhases, isUnderContract } from '../contract-phases';
import type { Project } from '../project';
import type { CivilDate, Id } from '../values';
import { dueState, type Deadline } from './deadline';

/** Of one lot; nothing while its contract is not signed, nor of phases that no longer come. */
export const phaseDeadlines = (project: Project, lotId: Id, today: CivilDate): readonly Deadline[] => {
  if (!isUnderContract(project, lotId)) return [];
  return contractPhases(project, lotId).filter(({ isStopped }) => !isStopped).map(({ phase, review, dueOn }): Deadline => {
    const doneOn = review === null || review.status === 'notMet' ? null : review.metOn;
    return { id: `phase.${lotId}.${phase.id}`, kind: 'phase', lotId, bidId: null, inquiry: null, phaseId: phase.id, ruleId: null, from: null, on: dueOn, doneOn, state: dueState(dueOn, doneOn, today) };
  });
};
