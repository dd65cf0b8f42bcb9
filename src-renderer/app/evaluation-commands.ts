/** Scoring: by the only evaluator, or by one of a commission whose sheet is open. */
import type { Draft } from 'immer';
import { closedSheet, sheetObstacle } from '../domain/commission-problems';
import { moderationId } from '../domain/moderation';
import { inOrder } from '../domain/position';
import { fail, type Problem } from '../domain/problem';
import { scoreSheetId, type Evaluator, type Project, type Score } from '../domain/project';
import { bidLocked } from '../domain/quality-lock';
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
  const scorer = (id?: Id): Evaluator => {
    const people = inOrder(session.project().evaluators);
    const found = id === undefined ? people[0] : people.find((person) => person.id === id);
    if (found === undefined) throw fail('store.notFound', { id: id ?? 'evaluator' });
    return found;
  };
  /** Says why a score must stay as it is; true when it must. */
  const refused = (bidId: Id, criterionId: Id, evaluator: Evaluator): boolean => {
    const project = session.project();
    const obstacle = sheetObstacle(project, evaluator);
    const { bidder, criterion } = about(bidId, criterionId);
    const agreed = project.moderations?.[moderationId(bidId, criterionId)]?.agreedAt ?? null;
    const problem: Problem | null = obstacle !== null ? closedSheet(obstacle, evaluator)
      : bidLocked(project, bidId) ? fail('score.locked', { lot: project.lots[project.bids[bidId]?.lotId ?? '']?.number ?? '' }).problem
        : agreed !== null ? fail('score.agreed', { bidder, criterion }).problem : null;
    if (problem !== null) workspace.notify({ tone: 'error', code: 'problem', problem });
    return problem !== null;
  };
  /** What the change is about, in names a person knows. */
  const about = (bidId: Id, criterionId: Id): { bidder: string; criterion: string } => {
    const project = session.project();
    const bid = project.bids[bidId];
    return { bidder: (bid && project.bidders[bid.bidderId]?.name) ?? '', criterion: project.awardCriteria[criterionId]?.name ?? '' };
  };

  return {
    score: (bidId, criterionId, value, evaluatorId) => {
      const criterion = session.project().awardCriteria[criterionId];
      const evaluator = scorer(evaluatorId);
      if (criterion?.type !== 'quality' || refused(bidId, criterionId, evaluator)) return;
      if (value !== null && !isLevel(value, criterion.scale.max)) {
        const { problem } = fail('evaluation.scoreOutsideScale', { ...about(bidId, criterionId), value, max: criterion.scale.max });
        workspace.notify({ tone: 'error', code: 'problem', problem });
        return;
      }
      session.edit({ code: 'scoreGiven', data: { ...about(bidId, criterionId), value: value ?? '' } }, (draft) => {
        sheetScore(draft, evaluator, bidId, criterionId).value = value;
      });
    },
    giveReason: (bidId, criterionId, reason, evaluatorId) => {
      const evaluator = scorer(evaluatorId);
      const given = session.project().scoreSheets[scoreSheetId(evaluator.id, bidId)]?.scores[criterionId];
      if ((given === undefined && reason === '') || refused(bidId, criterionId, evaluator)) return;
      session.edit({ code: 'scoreGiven', data: { ...about(bidId, criterionId), value: '' } }, (draft) => {
        sheetScore(draft, evaluator, bidId, criterionId).reason = reason;
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
