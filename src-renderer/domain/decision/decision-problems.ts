/** Whether stored decisions still are what was decided: the check of `verify`, of packages and of an auditor. */
import { evaluate } from '../evaluation/evaluate';
import { pointerTo } from '../json-pointer';
import type { LotDecision } from '../lot-decision';
import type { Problem, Severity } from '../problem';
import type { Project } from '../project';
import type { RulePack } from '../rule-pack';
import { lotBasisHash } from './lot-basis';

export type DecisionProblemCode =
  | 'decision.lotMissing' // data: {id}
  | 'decision.winnerMissing' // data: {lot}: an award that names no bid of the lot
  | 'decision.winnerRejected' // data: {lot, bidder}
  | 'decision.basisChanged'; // data: {lot}: something under the decision is not what was decided on

type DecisionProblem = Problem<DecisionProblemCode>;

const at = (severity: Severity, code: DecisionProblemCode, path: readonly string[], data: Problem['data']): DecisionProblem =>
  ({ severity, code, data, pointer: pointerTo(path) });

const winnerProblems = (project: Project, { id, outcome, winnerBidId }: LotDecision, lot: string): DecisionProblem[] => {
  if (outcome === 'cancel') return [];
  const bid = winnerBidId === null ? undefined : project.bids[winnerBidId];
  const path = ['decisions', id, 'winnerBidId'];
  if (bid?.lotId !== id) return [at('error', 'decision.winnerMissing', path, { lot })];
  return bid.status === 'valid' ? [] : [at('error', 'decision.winnerRejected', path, { lot, bidder: project.bidders[bid.bidderId]?.name ?? '' })];
};

/** Everything wrong with the decisions of a project; nothing for one that has none. */
export const decisionProblems = (project: Project, rulePack: RulePack): readonly DecisionProblem[] => {
  const decisions = Object.values(project.decisions ?? {});
  if (decisions.length === 0) return [];
  const results = evaluate(project, rulePack).lots;
  return decisions.flatMap((decision) => {
    const lot = project.lots[decision.id];
    if (lot === undefined) return [at('error', 'decision.lotMissing', ['decisions', decision.id], { id: decision.id })];
    const isIntact = decision.basisHash === lotBasisHash(project, decision.id, rulePack, results);
    return [
      ...winnerProblems(project, decision, lot.number),
      ...(isIntact ? [] : [at('error', 'decision.basisChanged', ['decisions', decision.id, 'basisHash'], { lot: lot.number })]),
    ];
  });
};
