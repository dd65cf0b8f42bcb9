/** What may not happen to a decided lot: nothing under its hash changes, and it is not opened again without a record of it. */
import { equalJson } from '../json-equal';
import type { LotDecision } from '../lot-decision';
import { fail, type Problem } from '../problem';
import type { Project } from '../project';
import type { Id } from '../values';
import { basisRecords } from './lot-basis';

export type LockProblemCode =
  | 'decision.locked' // data: {lot}: the change touches what a decision rests on
  | 'decision.notReopened'; // data: {lot}: the decision goes without a record of who opened it and why

/** The collections a decision rests on. Where none of them changed, nothing under a decision did. */
const WATCHED = ['currency', 'lots', 'awardCriteria', 'callRules', 'knockOuts', 'requirements', 'freezes', 'envelopes', 'bids', 'bidders', 'evaluators', 'scoreSheets', 'moderations', 'decisions'] as const satisfies readonly (keyof Project)[];

const reopened = (before: Project, after: Project, lotId: Id): boolean =>
  Object.values(after.reopenings ?? {}).some((reopening) => reopening.lotId === lotId && before.reopenings?.[reopening.id] === undefined && equalJson(reopening.decision, before.decisions?.[lotId]));

/** Who approved and when is told later than what was decided, and is not under the lock. */
const decided = (decision: LotDecision | undefined): unknown => (decision === undefined ? undefined : { ...decision, approvedBy: '', approvedOn: null });

const lotProblem = (before: Project, after: Project, lotId: Id): Problem<LockProblemCode> | null => {
  const lot = before.lots[lotId]?.number ?? '';
  const pointer = `/decisions/${lotId}`;
  if (!equalJson(decided(before.decisions?.[lotId]), decided(after.decisions?.[lotId])) && !reopened(before, after, lotId)) return fail<LockProblemCode>('decision.notReopened', { lot }, pointer).problem;
  return equalJson(basisRecords(before, lotId), basisRecords(after, lotId)) ? null : fail<LockProblemCode>('decision.locked', { lot }, pointer).problem;
};

/** Why a change of a project is refused, whoever asks for it: a command, undo, redo or an import. Null when it may go on. */
export const decisionLock = (before: Project, after: Project): Problem<LockProblemCode> | null => {
  const lots = Object.keys(before.decisions ?? {});
  if (lots.length === 0 || WATCHED.every((field) => before[field] === after[field])) return null;
  for (const lotId of lots) {
    const problem = lotProblem(before, after, lotId);
    if (problem !== null) return problem;
  }
  return null;
};
