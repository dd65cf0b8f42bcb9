/**
 * Rows of a table of scores, each given to the sheet its evaluator was handed, and checked as that sheet coming back: a
 * table opens no way in that a returned sheet has not.
 */
import { scoresBids } from '../domain/commission';
import { foldText } from '../domain/fold-text';
import { freezeInForce } from '../domain/frozen-call';
import { handoutsOf, type Handout } from '../domain/handout';
import { inOrder } from '../domain/position';
import type { ScoreRow } from '../domain/ports/import-kinds';
import type { ScoringFacts } from '../domain/ports/sheet-import';
import type { Problem } from '../domain/problem';
import { scoreSheetId, type Bid, type Evaluator, type Project, type QualityCriterion } from '../domain/project';
import { qualityCriteria } from '../domain/quality-criteria';
import { checkReturn, type ReturnCheck, type ReturnedScore, type ReturnedSheet } from '../domain/sheet-return';
import type { Id, Instant } from '../domain/values';

export type ScoreRowProblemCode =
  | 'scores.noEvaluator' // data: {row}: the table does not say whose score it is
  | 'scores.unknownEvaluator' // data: {evaluator, row}
  | 'scores.unclearEvaluator' // data: {evaluator}: two of that name
  | 'scores.otherEvaluator' // data: {evaluator, chosen, row}: the table names somebody else than was chosen
  | 'scores.notHandedOut' // data: {evaluator}
  | 'scores.unknownBidder' // data: {bidder, lot, row}
  | 'scores.unclearBid' // data: {bidder, row}: bids for several lots, and the row names none
  | 'scores.unknownCriterion' // data: {criterion, lot, row}
  | 'scores.none' // the table holds no score
  | 'scores.nothingNew' // every score is here already, as the table has it
  | 'scores.twice'; // data: {evaluator, bidder, criterion, row}: said before, in another row

/** The file the rows were read from. */
export interface ScoreFile {
  readonly fileName: string;
  readonly sha256: string;
}

/** What taking a table of scores in would do. */
export interface ScoresCheck {
  /** One for each sheet that its scores go to. */
  readonly sheets: readonly ReturnCheck[];
  /** What keeps rows from any sheet, then what was found on the sheets. */
  readonly problems: readonly Problem[];
  readonly scores: number;
  readonly added: number;
  readonly changed: number;
  /** The project with all of it; null when there is an error, or nothing new. */
  readonly next: ((moment: Instant) => Project) | null;
}

const scorersOf = (project: Project): readonly Evaluator[] => inOrder(project.evaluators).filter(scoresBids);

/** What a table of scores is recognised and checked by. */
export const scoringFacts = (project: Project): ScoringFacts => {
  const scales = new Map<string, { readonly name: string; readonly max: number | null }>();
  for (const { id } of inOrder(project.lots)) {
    for (const { name, scale } of qualityCriteria(project, id)) {
      const known = scales.get(foldText(name));
      scales.set(foldText(name), { name, max: known === undefined || known.max === scale.max ? scale.max : null });
    }
  }
  const bidders = new Set(Object.values(project.bids).map(({ bidderId }) => project.bidders[bidderId]?.name ?? ''));
  return { criteria: [...scales.values()].filter(({ name }) => name.trim() !== ''), evaluators: scorersOf(project).map(({ name }) => name).filter((name) => name.trim() !== ''), bidders: [...bidders].filter((name) => name.trim() !== '') };
};

const refusal = (code: ScoreRowProblemCode, data: Problem['data']): Problem => ({ severity: 'error', code, data });
const isProblem = (value: object): value is Problem => 'severity' in value;

const sameName = (left: string, right: string): boolean => foldText(left) === foldText(right);

const evaluatorOf = (project: Project, { evaluator: name, source: { row } }: ScoreRow, chosen: Evaluator | undefined): Evaluator | Problem => {
  if (name === null) return chosen ?? refusal('scores.noEvaluator', { row });
  if (chosen !== undefined && !sameName(chosen.name, name)) return refusal('scores.otherEvaluator', { evaluator: name, chosen: chosen.name, row });
  const [found, another] = scorersOf(project).filter((person) => sameName(person.name, name));
  if (found === undefined) return refusal('scores.unknownEvaluator', { evaluator: name, row });
  return another === undefined || chosen !== undefined ? (chosen ?? found) : refusal('scores.unclearEvaluator', { evaluator: name });
};

const bidOf = (project: Project, { bidder, lot, source: { row } }: ScoreRow): Bid | Problem => {
  const [only, another] = Object.values(project.bids).filter(({ bidderId, lotId }) =>
    sameName(project.bidders[bidderId]?.name ?? '', bidder ?? '') && (lot === null || sameName(project.lots[lotId]?.number ?? '', lot)));
  if (only === undefined) return refusal('scores.unknownBidder', { bidder: bidder ?? '', lot: lot ?? '', row });
  return another === undefined ? only : refusal('scores.unclearBid', { bidder: bidder ?? '', row });
};

const criterionOf = (project: Project, { lotId }: Bid, { criterion, source: { row } }: ScoreRow): QualityCriterion | Problem =>
  qualityCriteria(project, lotId).find(({ name }) => sameName(name, criterion ?? '')) ?? refusal('scores.unknownCriterion', { criterion: criterion ?? '', lot: project.lots[lotId]?.number ?? '', row });

/** The last sheet the person was handed for the lot, under the call in force where there is one; else the last of all, whose check says what is wrong with it. */
const handoutFor = (project: Project, evaluator: Evaluator, lotId: Id): Handout | Problem => {
  const handouts = handoutsOf(project, evaluator.id);
  const inForce = freezeInForce(project)?.hash;
  return handouts.findLast((handout) => handout.lotIds[lotId] === true && handout.callHash === inForce) ?? handouts.at(-1) ?? refusal('scores.notHandedOut', { evaluator: evaluator.name });
};

const placeOf = ({ source: { sheet, row, column = '' } }: ScoreRow): string => `${sheet}, ${column}${row}`;

interface Placed {
  readonly evaluator: Evaluator;
  readonly handout: Handout;
  readonly score: ReturnedScore;
}

/** Where a row's score goes. What the table does not say, a reason, stays as it is in the project. */
const place = (project: Project, row: ScoreRow, chosen: Evaluator | undefined): Placed | Problem => {
  const evaluator = evaluatorOf(project, row, chosen);
  if (isProblem(evaluator)) return evaluator;
  const bid = bidOf(project, row);
  if (isProblem(bid)) return bid;
  const criterion = criterionOf(project, bid, row);
  if (isProblem(criterion)) return criterion;
  const handout = handoutFor(project, evaluator, bid.lotId);
  if (isProblem(handout)) return handout;
  const reason = row.justification ?? project.scoreSheets[scoreSheetId(evaluator.id, bid.id)]?.scores[criterion.id]?.reason ?? '';
  return { evaluator, handout, score: { bidId: bid.id, criterionId: criterion.id, value: row.score, reason, place: placeOf(row) } };
};

/** Every row on its sheet, or why not. The same problem of many rows is said once, of the first. */
const placed = (project: Project, rows: readonly ScoreRow[], chosen: Evaluator | undefined): { readonly found: readonly Placed[]; readonly problems: readonly Problem[] } => {
  const found: Placed[] = [];
  const problems = new Map<string, Problem>();
  const given = new Set<string>();
  for (const row of rows.filter(({ score }) => score !== null)) {
    const at = place(project, row, chosen);
    const key = isProblem(at) ? '' : `${at.evaluator.id} ${at.score.bidId} ${at.score.criterionId}`;
    const problem = isProblem(at) ? at
      : given.has(key) ? refusal('scores.twice', { evaluator: at.evaluator.name, bidder: row.bidder ?? '', criterion: row.criterion ?? '', row: row.source.row }) : null;
    given.add(key);
    if (problem === null && !isProblem(at)) found.push(at);
    if (problem === null) continue;
    const said = JSON.stringify([problem.code, { ...problem.data, row: 0 }]);
    if (!problems.has(said)) problems.set(said, problem);
  }
  return { found, problems: [...problems.values()] };
};

const sheetsOf = (project: Project, found: readonly Placed[], { fileName, sha256 }: ScoreFile): readonly ReturnedSheet[] => {
  const byHandout = new Map<Id, Placed[]>();
  for (const each of found) {
    const same = byHandout.get(each.handout.id);
    if (same === undefined) byHandout.set(each.handout.id, [each]);
    else same.push(each);
  }
  return [...byHandout.values()].flatMap((each) => each.slice(0, 1).map(({ evaluator, handout }): ReturnedSheet => ({
    fileName, sha256, form: 'workbook', projectId: project.id, handoutId: handout.id, evaluatorId: evaluator.id, callHash: handout.callHash,
    declaration: null, scores: each.map(({ score }) => score), authors: [], problems: [], isPart: true,
  })));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** `evaluatorId`: whose the scores are where the table does not say; null: nobody was chosen. */
export const checkScores = (project: Project, rows: readonly ScoreRow[], file: ScoreFile, evaluatorId: Id | null): ScoresCheck => {
  const { found, problems } = placed(project, rows, evaluatorId === null ? undefined : project.evaluators[evaluatorId]);
  const returned = sheetsOf(project, found, file);
  const sheets = returned.map((each) => checkReturn(project, each));
  const none = found.length + problems.length === 0 ? [refusal('scores.none', {})] : [];
  const all = [...none, ...problems, ...sheets.flatMap((check) => check.problems)];
  const isRefused = all.some(({ severity }) => severity === 'error') || !sheets.some(({ next }) => next !== null);
  return {
    sheets, problems: all,
    scores: sum(sheets.map(({ scores }) => scores)), added: sum(sheets.map(({ added }) => added)), changed: sum(sheets.map(({ changed }) => changed)),
    next: isRefused ? null : (moment) => returned.reduce((now, each) => checkReturn(now, each).next?.(moment) ?? now, project),
  };
};

/** The people whose scores a table holds, for the audit trail. */
export const namesIn = ({ sheets }: ScoresCheck): string => [...new Set(sheets.flatMap(({ evaluator }) => evaluator?.name ?? []))].join(', ');
