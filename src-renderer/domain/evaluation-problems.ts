/** What the scoring still lacks, one problem for each bid and kind, so that ten thousand bids stay readable. */
import { hasVote } from './commission';
import { isQuality, leavesOf } from './criteria-tree';
import { isAdmitted } from './evaluation/admitted';
import { levelOf } from './evaluation/score-points';
import { ownValue } from './json-equal';
import { pointerTo } from './json-pointer';
import { moderationId } from './moderation';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import { scoreSheetId, type Bid, type Evaluator, type Project, type QualityCriterion } from './project';
import type { Id } from './values';

/** `bidder` is a name, `lot` a lot's number, `missing` how many scores or reasons. */
export type EvaluationProblemCode =
  | 'score.missing' // data: {bidder, lot, evaluator, missing}
  | 'score.outsideScale' // data: {bidder, lot, criterion, value, max}
  | 'score.reasonMissing' // data: {bidder, lot, evaluator, missing} (Norms HG 395/2016 art. 131 par. 4: founded on concrete elements)
  | 'evaluator.unnamed';

type EvaluationProblem = Problem<EvaluationProblemCode>;

const at = (severity: Severity, code: EvaluationProblemCode, path: readonly string[], data: Problem['data'] = {}): EvaluationProblem =>
  ({ severity, code, data, pointer: pointerTo(path) });

const isAgreed = ({ moderations = {} }: Project, bidId: Id, criterionId: Id): boolean => {
  const moderation = ownValue(moderations, moderationId(bidId, criterionId));
  return moderation !== undefined && moderation.value !== null && moderation.agreedAt !== null;
};

const sheetProblems = (project: Project, bid: Bid, evaluator: Evaluator, criteria: readonly QualityCriterion[]): EvaluationProblem[] => {
  const sheetId = scoreSheetId(evaluator.id, bid.id);
  const scores = project.scoreSheets[sheetId]?.scores;
  const data = { bidder: project.bidders[bid.bidderId]?.name ?? '', lot: project.lots[bid.lotId]?.number ?? '' };
  const problems: EvaluationProblem[] = [];
  let missing = 0;
  let unfounded = 0;
  for (const { id, name, scale } of criteria) {
    const score = scores === undefined ? undefined : ownValue(scores, id);
    if (score === undefined || score.value === null) {
      // What the commission agreed on waits for nobody.
      if (!isAgreed(project, bid.id, id)) missing += 1;
      continue;
    }
    if (levelOf(score.value, scale.max) === null) {
      problems.push(at('error', 'score.outsideScale', ['scoreSheets', sheetId, 'scores', id, 'value'], { ...data, criterion: name, value: score.value, max: scale.max }));
    } else if (score.reason.trim() === '') unfounded += 1;
  }
  // The sheet is made with its first score; before that the bid is the nearest place there is.
  const path = scores === undefined ? ['bids', bid.id] : ['scoreSheets', sheetId];
  if (missing > 0) problems.push(at('error', 'score.missing', path, { ...data, evaluator: evaluator.name, missing }));
  if (unfounded > 0) problems.push(at('warning', 'score.reasonMissing', path, { ...data, evaluator: evaluator.name, missing: unfounded }));
  return problems;
};

/** Everything missing or wrong in the scores of valid bids. */
export const evaluationProblems = (project: Project): EvaluationProblem[] => {
  const evaluators = inOrder(project.evaluators).filter(hasVote);
  const byLot = new Map(Object.keys(project.lots).map((lotId) => [lotId, leavesOf(project.awardCriteria, lotId).filter(isQuality).map(({ criterion }) => criterion)]));
  const admitted = Object.values(project.bids).filter(isAdmitted);
  return [
    ...evaluators.filter(({ name }) => name.trim() === '').map(({ id }) => at('warning', 'evaluator.unnamed', ['evaluators', id, 'name'])),
    ...admitted.flatMap((bid) => evaluators.flatMap((evaluator) => sheetProblems(project, bid, evaluator, byLot.get(bid.lotId) ?? []))),
  ];
};
