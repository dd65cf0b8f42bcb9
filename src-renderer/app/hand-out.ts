/** Handing a score sheet out: what stands against it, the sheet itself, and its line in the register. */
import { sheetObstacle } from '../domain/commission-problems';
import { handoutObstacle, handoutProblem, sheetProject, type HandoutBasis } from '../domain/evaluator-sheet';
import { callHash } from '../domain/frozen-call';
import type { Handout } from '../domain/handout';
import type { Clock, IdSource } from '../domain/ports/clock';
import { fail } from '../domain/problem';
import type { Evaluator, Project } from '../domain/project';
import type { Id } from '../domain/values';

export interface SheetToHandOut {
  readonly basis: HandoutBasis;
  /** Built from the fields a sheet may have and no others: no price, no score of anybody else. */
  readonly sheet: Project;
}

/** Throws `handout.*` or `commission.conflict` {evaluator} when the person may not have one now. */
export const sheetToHandOut = (project: Project, evaluator: Evaluator, lotIds: Readonly<Record<Id, true>>, { ids, clock }: { readonly ids: IdSource; readonly clock: Clock }): SheetToHandOut => {
  const obstacle = handoutObstacle(project, lotIds);
  if (obstacle !== null) throw fail(handoutProblem(obstacle));
  if (sheetObstacle(project, evaluator) === 'conflict') throw fail('commission.conflict', { evaluator: evaluator.name });
  const basis: HandoutBasis = { id: ids.next(), evaluatorId: evaluator.id, lotIds, callHash: callHash(project), at: clock.now() };
  return { basis, sheet: sheetProject(project, evaluator, basis) };
};

/** With the sheet in the register. */
export const withHandout = (project: Project, handout: Handout): Project => ({ ...project, handouts: { ...project.handouts, [handout.id]: handout } });
