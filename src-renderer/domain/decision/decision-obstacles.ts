/** What stands in the way of a decision, and what should be looked at before it is taken. Errors refuse it. */
import { lowPriceState, verdictOf } from '../admissibility/verdict';
import { tieOutcome } from '../admissibility/tie-offers';
import { pricesSealed } from '../envelope';
import type { LotResult, RankedBid } from '../evaluation/result';
import { freezeInForce, frozenIntact } from '../frozen-call';
import { decisionOf, type LotDecision } from '../lot-decision';
import { pointerTo } from '../json-pointer';
import type { Problem, Severity } from '../problem';
import type { Project } from '../project';
import type { Id } from '../values';

export type ObstacleProblemCode =
  | 'decision.alreadyMade' // data: {lot}
  | 'decision.pricesSealed' // data: {lot}
  | 'decision.provisional' // data: {lot}: scores or prices are missing
  | 'decision.notFrozen' // data: {lot}
  | 'decision.callChanged' // data: {lot}: not what was frozen
  | 'decision.noWinner' // data: {lot}
  | 'decision.winnerOut' // data: {lot, bidder}: rejected, withdrawn or not ranked
  | 'decision.winnerNotAdmitted' // data: {lot, bidder}
  | 'decision.lowPriceUnanswered' // data: {lot, bidder}
  | 'decision.lowPriceUnjustified' // data: {lot, bidder}
  | 'decision.aboveEstimate' // data: {lot, bidder}
  | 'decision.tieOpen' // data: {lot}
  | 'decision.notFirst' // data: {lot, bidder}
  | 'decision.othersExamined' // data: {lot, count}
  | 'decision.reasonMissing' // data: {lot}
  | 'decision.groundMissing'; // data: {lot}

type Obstacle = Problem<ObstacleProblemCode>;

export type DecisionChoice = Pick<LotDecision, 'outcome' | 'winnerBidId' | 'reason' | 'cancellationGround' | 'secondPlace'>;

interface Case {
  readonly project: Project;
  readonly lotId: Id;
  /** What every sentence about the lot can use. */
  readonly names: { readonly lot: string };
  readonly result: LotResult | undefined;
}

const at = ({ lotId }: Case, severity: Severity, code: ObstacleProblemCode, data: Problem['data']): Obstacle =>
  ({ severity, code, data, pointer: pointerTo(['lots', lotId]) });

/** The bids on the first place in the order in which they may win: new offers part those that stayed equal. */
export const firstPlaces = (project: Project, result: LotResult | undefined): { readonly order: readonly Id[]; readonly isOpen: boolean } => {
  const ranked = (result?.ranking ?? []).filter(({ rank }) => rank !== null);
  const firsts = ranked.filter(({ rank }) => rank === 1).map(({ bidId }) => bidId);
  const others = ranked.filter(({ rank }) => rank !== 1).map(({ bidId }) => bidId);
  if (firsts.length < 2) return { order: [...firsts, ...others], isOpen: false };
  const outcome = tieOutcome(project, firsts);
  return outcome.status === 'settled' ? { order: [...outcome.order, ...others], isOpen: false } : { order: [...firsts, ...others], isOpen: true };
};

const beforeAnything = (subject: Case): Obstacle[] => {
  const { project, lotId, names, result } = subject;
  const freeze = freezeInForce(project);
  return [
    ...(decisionOf(project, lotId) === null ? [] : [at(subject, 'error', 'decision.alreadyMade', names)]),
    ...(pricesSealed(project, lotId) ? [at(subject, 'error', 'decision.pricesSealed', names)] : []),
    ...(result?.provisional === true ? [at(subject, 'error', 'decision.provisional', names)] : []),
    ...(freeze === null ? [at(subject, 'warning', 'decision.notFrozen', names)] : frozenIntact(project) ? [] : [at(subject, 'error', 'decision.callChanged', names)]),
  ];
};

const winnerObstacles = (subject: Case, ranked: RankedBid, choice: DecisionChoice): Obstacle[] => {
  const { project, names, result } = subject;
  const bid = project.bids[ranked.bidId];
  if (bid === undefined) return [];
  const bidder = project.bidders[bid.bidderId]?.name ?? '';
  const { order, isOpen } = firstPlaces(project, result);
  const place = order.indexOf(bid.id);
  const mayBeSecond = place === 1 && choice.secondPlace !== undefined;
  const low = ranked.flags.includes('abnormallyLow') ? lowPriceState(bid) : 'justified';
  return [
    ...(isOpen ? [at(subject, 'error', 'decision.tieOpen', names)] : []),
    ...(verdictOf(bid) === 'admissible' ? [] : [at(subject, 'error', 'decision.winnerNotAdmitted', { ...names, bidder })]),
    ...(low === 'justified' ? [] : [at(subject, 'error', low === 'unjustified' ? 'decision.lowPriceUnjustified' : 'decision.lowPriceUnanswered', { ...names, bidder })]),
    ...(ranked.flags.includes('aboveEstimate') && (bid.extraFunds ?? '').trim() === '' ? [at(subject, 'error', 'decision.aboveEstimate', { ...names, bidder })] : []),
    ...(isOpen || place === 0 || mayBeSecond ? [] : [at(subject, 'error', 'decision.notFirst', { ...names, bidder })]),
    ...(mayBeSecond && choice.reason.trim() === '' ? [at(subject, 'error', 'decision.reasonMissing', names)] : []),
  ];
};

const awardObstacles = (subject: Case, choice: DecisionChoice): Obstacle[] => {
  const { project, names, result } = subject;
  if (choice.winnerBidId === null) return [at(subject, 'error', 'decision.noWinner', names)];
  const ranked = result?.ranking.find(({ bidId, rank }) => bidId === choice.winnerBidId && rank !== null);
  const bidderId = project.bids[choice.winnerBidId]?.bidderId ?? '';
  if (ranked === undefined) return [at(subject, 'error', 'decision.winnerOut', { ...names, bidder: project.bidders[bidderId]?.name ?? '' })];
  const examined = (result?.ranking ?? []).filter(({ bidId }) => bidId !== choice.winnerBidId && project.bids[bidId] !== undefined && verdictOf(project.bids[bidId]) === 'examined').length;
  return [
    ...winnerObstacles(subject, ranked, choice),
    ...(examined > 0 ? [at(subject, 'warning', 'decision.othersExamined', { ...names, count: examined })] : []),
  ];
};

const cancelObstacles = (subject: Case, { reason, cancellationGround }: DecisionChoice): Obstacle[] => {
  const { names } = subject;
  return [
    ...(cancellationGround === undefined ? [at(subject, 'error', 'decision.groundMissing', names)] : []),
    ...(reason.trim() === '' ? [at(subject, 'error', 'decision.reasonMissing', names)] : []),
  ];
};

/** Obstacles to deciding a lot so. `result` is the lot's evaluation as it stands. A cancellation needs no ranking. */
export const decisionObstacles = (project: Project, lotId: Id, result: LotResult | undefined, choice: DecisionChoice): readonly Obstacle[] => {
  const subject: Case = { project, lotId, names: { lot: project.lots[lotId]?.number ?? '' }, result };
  if (choice.outcome === 'award') return [...beforeAnything(subject), ...awardObstacles(subject, choice)];
  return [...beforeAnything(subject).filter(({ code }) => code === 'decision.alreadyMade'), ...cancelObstacles(subject, choice)];
};
