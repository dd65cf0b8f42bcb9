/** Scoring by one evaluator. */
import type { Draft } from 'immer';
import { inOrder } from '../domain/position';
import { fail } from '../domain/problem';
import { scoreSheetId, type Evaluator, type Project, type Score } from '../domain/project';
import type { Id } from '../domain/values';
import type { EvaluationCommands } from './caiet';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** A score is a whole level of the criterion's scale. */
const isLevel = (value: string, max: number): boolean => /^(0|[1-9]\d{0,2})$/.test(value) && Number(value) <= max;

const sheetScore = (draft: Draft<Project>, evaluator: Evaluator, bidId: Id, criterionId: Id): Draft<Score> => {
  const id = scoreSheetId(evaluator.id, bidId);
  const sheet = (draft.scoreSheets[id] ??= { id, evaluatorId: evaluator.id, bidId, scores: {} });
  return (sheet.scores[criterionId] ??= { value: null, reason: '' });
};

export const evaluationCommands = (workspace: Workspace, session: Session): EvaluationCommands => {
  const scorer = (): Evaluator => {
    const first = inOrder(session.project().evaluators)[0];
    if (first === undefined) throw fail('store.notFound', { id: 'evaluator' });
    return first;
  };
  /** What the change is about, in names a person knows. */
  const about = (bidId: Id, criterionId: Id): { bidder: string; criterion: string } => {
    const project = session.project();
    const bid = project.bids[bidId];
    return { bidder: (bid && project.bidders[bid.bidderId]?.name) ?? '', criterion: project.awardCriteria[criterionId]?.name ?? '' };
  };

  return {
    score: (bidId, criterionId, value) => {
      const criterion = session.project().awardCriteria[criterionId];
      if (criterion?.type !== 'quality') return;
      if (value !== null && !isLevel(value, criterion.scale.max)) {
        const { problem } = fail('evaluation.scoreOutsideScale', { ...about(bidId, criterionId), value, max: criterion.scale.max });
        workspace.notify({ tone: 'error', code: 'problem', problem });
        return;
      }
      session.edit({ code: 'scoreGiven', data: { ...about(bidId, criterionId), value: value ?? '' } }, (draft) => {
        sheetScore(draft, scorer(), bidId, criterionId).value = value;
      });
    },
    giveReason: (bidId, criterionId, reason) => {
      const given = session.project().scoreSheets[scoreSheetId(scorer().id, bidId)]?.scores[criterionId];
      if (given === undefined && reason === '') return;
      session.edit({ code: 'scoreGiven', data: { ...about(bidId, criterionId), value: '' } }, (draft) => {
        sheetScore(draft, scorer(), bidId, criterionId).reason = reason;
      });
    },
    renameEvaluator: (name) => {
      const { id } = scorer();
      session.edit({ code: 'evaluatorRenamed', data: { name } }, (draft) => {
        Object.assign(draft.evaluators[id] ?? {}, { name });
      });
    },
  };
};
