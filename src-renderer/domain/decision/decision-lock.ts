/** What may not happen to a decided lot: nothing under its hash changes, and it is not opened again without a record of it. */
import { changedRecords, lotsOfChangedScores } from '../changed-records';
import { equalJson } from '../json-equal';
import type { LotDecision } from '../lot-decision';
import { fail, type Problem } from '../problem';
import type { Project } from '../project';
import type { Id } from '../values';
import { basisRecords } from './lot-basis';

export type LockProblemCode =
  | 'decision.locked' // data: {lot}: the change touches what a decision rests on
  | 'decision.notReopened'; // data: {lot}: the decision goes without a record of who opened it and why

/** What the decisions on all lots rest on. */
const SHARED = ['currency', 'awardCriteria', 'callRules', 'knockOuts', 'requirements', 'freezes', 'evaluators'] as const satisfies readonly (keyof Project)[];

/** Lots that bids of bidders who changed are for. */
const lotsOfChangedBidders = (before: Project, after: Project): Id[] => {
  const bidders = new Set([...changedRecords(before.bidders, after.bidders)].map(([, , id]) => id));
  if (bidders.size === 0) return [];
  return [before, after].flatMap(({ bids }) => Object.values(bids).flatMap(({ bidderId, lotId }) => (bidders.has(bidderId) ? [lotId] : [])));
};

/** Tells of each lot whether anything its decision rests on is another object now. Where nothing is, nothing under it changed. */
const touchedBy = (before: Project, after: Project): ((lotId: Id) => boolean) => {
  if (SHARED.some((field) => before[field] !== after[field])) return () => true;
  const lots = lotsOfChangedScores(before, after);
  for (const lotId of lotsOfChangedBidders(before, after)) lots.add(lotId);
  for (const [was, is] of changedRecords(before.bids, after.bids)) for (const bid of [was, is]) if (bid !== undefined) lots.add(bid.lotId);
  for (const part of ['lots', 'envelopes'] as const) for (const [, , id] of changedRecords<unknown>(before[part], after[part])) lots.add(id);
  return (lotId) => lots.has(lotId);
};

const reopened = (before: Project, after: Project, lotId: Id): boolean =>
  Object.values(after.reopenings ?? {}).some((reopening) => reopening.lotId === lotId && before.reopenings?.[reopening.id] === undefined && equalJson(reopening.decision, before.decisions?.[lotId]));

/** Who approved and when is told later than what was decided, and is not under the lock. */
const decided = (decision: LotDecision | undefined): unknown => (decision === undefined ? undefined : { ...decision, approvedBy: '', approvedOn: null });

const lotProblem = (before: Project, after: Project, lotId: Id, isTouched: (lotId: Id) => boolean): Problem<LockProblemCode> | null => {
  const lot = before.lots[lotId]?.number ?? '';
  const pointer = `/decisions/${lotId}`;
  if (!equalJson(decided(before.decisions?.[lotId]), decided(after.decisions?.[lotId])) && !reopened(before, after, lotId)) return fail<LockProblemCode>('decision.notReopened', { lot }, pointer).problem;
  return !isTouched(lotId) || equalJson(basisRecords(before, lotId), basisRecords(after, lotId)) ? null : fail<LockProblemCode>('decision.locked', { lot }, pointer).problem;
};

/** Why a change of a project is refused, whoever asks for it: a command, undo, redo or an import. Null when it may go on. */
export const decisionLock = (before: Project, after: Project): Problem<LockProblemCode> | null => {
  const lots = Object.keys(before.decisions ?? {});
  if (lots.length === 0) return null;
  const isTouched = touchedBy(before, after);
  for (const lotId of lots) {
    const problem = lotProblem(before, after, lotId, isTouched);
    if (problem !== null) return problem;
  }
  return null;
};
