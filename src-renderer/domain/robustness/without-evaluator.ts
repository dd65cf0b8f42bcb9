/** What the ranking would be without the scores of one evaluator: whether one person's hand decides. */
import { scoreSheetId, type Project } from '../project';
import type { Id } from '../values';
import type { Contest } from './contest';
import { allKnown, totalsIf, type Question } from './evaluated-again';
import { sameList } from './standing';

export interface EvaluatorRemoval {
  readonly removed: Id;
  readonly leaders: readonly Id[];
  readonly firstPlaceChanges: boolean;
  readonly orderChanges: boolean;
}

const without = (project: Project, evaluatorId: Id): Project => {
  const sheets = new Set(Object.keys(project.bids).map((bidId) => scoreSheetId(evaluatorId, bidId)));
  return {
    ...project,
    evaluators: Object.fromEntries(Object.entries(project.evaluators).filter(([id]) => id !== evaluatorId)),
    scoreSheets: Object.fromEntries(Object.entries(project.scoreSheets).filter(([id]) => !sheets.has(id))),
  };
};

/** Among the bids complete now, whatever else would become complete. Null when there is only one evaluator. */
export const evaluatorRemovalOf = (question: Question, contest: Contest, removed: Id): EvaluatorRemoval | null => {
  if (Object.keys(question.project.evaluators).length < 2) return null;
  const totals = totalsIf(question, without(question.project, removed), contest.contenders);
  if (!allKnown(totals)) return null;
  const { order, totals: present } = contest;
  const leaders = order.leaders(totals);
  return {
    removed,
    leaders: leaders.map((leader) => contest.contenders[leader] ?? ''),
    firstPlaceChanges: !sameList(leaders, order.leaders(present)),
    orderChanges: !sameList(order.places(totals), order.places(present)),
  };
};
