/** The evaluation itself, asked about a project that differs in one thing; so its answers need no proof of their own. */
import { hasVote } from '../commission';
import { evaluate } from '../evaluation/evaluate';
import type { LotResult } from '../evaluation/result';
import type { Project } from '../project';
import type { RulePack } from '../rule-pack';
import type { Id } from '../values';
import { hundredthsOf } from './contest';

/** One lot with its bids, those whose scores count, and nothing of the others, so that each question costs one lot. */
export const lotAlone = (project: Project, lotId: Id): Project => ({
  ...project,
  lots: Object.fromEntries(Object.entries(project.lots).filter(([id]) => id === lotId)),
  bids: Object.fromEntries(Object.entries(project.bids).filter(([, bid]) => bid.lotId === lotId)),
  evaluators: Object.fromEntries(Object.entries(project.evaluators).filter(([, evaluator]) => hasVote(evaluator))),
});

/** A lot's question: the project with that lot alone, its evaluation as it stands, and the constants it is evaluated with. */
export interface Question {
  readonly project: Project;
  readonly rulePack: RulePack;
  readonly lot: LotResult;
}

/** The totals of some bids in hundredths, were the project another; null for those that would not be complete. */
export const totalsIf = ({ rulePack }: Question, changed: Project, bidIds: readonly Id[]): (number | null)[] => {
  const totals = new Map((evaluate(changed, rulePack).lots[0]?.ranking ?? []).map(({ bidId, rank, total }) => [bidId, rank === null ? null : total]));
  return bidIds.map((id) => {
    const total = totals.get(id) ?? null;
    return total === null ? null : hundredthsOf(total);
  });
};

export const allKnown = (totals: readonly (number | null)[]): totals is number[] => !totals.includes(null);
