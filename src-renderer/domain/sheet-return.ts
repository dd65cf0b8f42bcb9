/**
 * A score sheet that came back, whatever file it came in: what is wrong with it, and the project with its scores.
 * Nothing is taken from a sheet with an error in it; a sheet that is only unfinished is taken as far as it goes.
 */
import { bidLocked } from './quality-lock';
import type { Declaration } from './commission';
import { sheetObstacle, type SheetObstacle } from './commission-problems';
import { sheetBids } from './evaluator-sheet';
import { isAdmitted } from './evaluation/admitted';
import { levelOf } from './evaluation/score-points';
import { foldText } from './fold-text';
import { freezeInForce } from './frozen-call';
import type { Handout, SheetForm, SheetReturn } from './handout';
import { ownValue } from './json-equal';
import { moderationId } from './moderation';
import type { Problem, Severity } from './problem';
import { qualityCriteria } from './quality-criteria';
import { scoreSheetId, type Bid, type Evaluator, type Project, type QualityCriterion, type Score } from './project';
import { isShortReason } from './reason';
import type { Id, Instant } from './values';

/** One score as the file has it; `value` may be anything somebody typed. */
export interface ReturnedScore {
  readonly bidId: Id;
  readonly criterionId: Id;
  readonly value: string | null;
  readonly reason: string;
  /** Where in the file, as a person finds it; empty when the file has no such places. */
  readonly place: string;
}

/** What a returned file says, before anything of it is believed. */
export interface ReturnedSheet {
  readonly fileName: string;
  readonly sha256: string;
  readonly form: SheetForm;
  readonly projectId: Id;
  readonly handoutId: Id;
  readonly evaluatorId: Id;
  readonly callHash: string;
  readonly declaration: Declaration | null;
  readonly scores: readonly ReturnedScore[];
  /** Names that stand in the file's audit trail; none in a workbook. */
  readonly authors: readonly string[];
  /** What reading the file itself found. */
  readonly problems: readonly Problem[];
  /** A table out of a file that may hold more: the same file again may bring what is new. */
  readonly isPart?: boolean;
}

export type SheetProblemCode =
  | 'sheet.otherProject' // the sheet is of another project
  | 'sheet.unknown' // no such sheet was handed out
  | 'sheet.otherPerson' // data: {evaluator} the person it was handed to
  | 'sheet.notInCommission' // the person is not in the commission any more
  | 'sheet.otherCall' // made under a call that is not in force any more
  | 'sheet.noDeclaration' // data: {evaluator}
  | 'sheet.declarationIncomplete' // data: {evaluator}
  | 'sheet.declarationEarly' // data: {evaluator}
  | 'sheet.conflict' // data: {evaluator}
  | 'sheet.unknownBid' // data: {place}
  | 'sheet.otherLot' // data: {bidder, lot, place}
  | 'sheet.unknownCriterion' // data: {place}
  | 'sheet.notALevel' // data: {bidder, criterion, value, max, place}
  | 'sheet.locked' // data: {lot}: its scores are locked
  | 'sheet.agreed' // data: {bidder, criterion}: the commission has agreed on this score
  | 'sheet.bidOut' // info; data: {bidder}: not valid any more, its scores are left out
  | 'sheet.incomplete' // warning; data: {evaluator, missing}
  | 'sheet.reasonMissing' // warning; data: {count}
  | 'sheet.reasonShort' // warning; data: {count}
  | 'sheet.otherAuthor' // warning; data: {author, evaluator}
  | 'sheet.alreadyIn'; // info; the very same file was taken in before

type SheetProblem = Problem<SheetProblemCode>;

const at = (severity: Severity, code: SheetProblemCode, data: Problem['data'] = {}): SheetProblem => ({ severity, code, data });

/** What taking a returned sheet in would do. */
export interface ReturnCheck {
  readonly returned: ReturnedSheet;
  readonly evaluator: Evaluator | null;
  readonly handout: Handout | null;
  readonly problems: readonly Problem[];
  /** Scores it holds; how many of them are new here, say something else than here, and how many it leaves open. */
  readonly scores: number;
  readonly added: number;
  readonly changed: number;
  readonly missing: number;
  /** The project with it; null when it cannot be taken in, or is in already. */
  readonly next: ((moment: Instant) => Project) | null;
}

const OBSTACLES = {
  noDeclaration: 'sheet.noDeclaration', incomplete: 'sheet.declarationIncomplete', beforeDeadline: 'sheet.declarationEarly', conflict: 'sheet.conflict',
} as const satisfies Readonly<Record<SheetObstacle, SheetProblemCode>>;

/** Whose sheet of which handing out it is; a problem when it is nobody's here. */
const addressee = (project: Project, returned: ReturnedSheet): { readonly handout: Handout; readonly evaluator: Evaluator } | SheetProblem => {
  if (returned.projectId !== project.id) return at('error', 'sheet.otherProject');
  const handout = ownValue(project.handouts ?? {}, returned.handoutId);
  if (handout === undefined) return at('error', 'sheet.unknown');
  const evaluator = ownValue(project.evaluators, handout.evaluatorId);
  if (handout.evaluatorId !== returned.evaluatorId) return at('error', 'sheet.otherPerson', { evaluator: evaluator?.name ?? '' });
  if (evaluator === undefined) return at('error', 'sheet.notInCommission');
  if (returned.callHash !== handout.callHash || freezeInForce(project)?.hash !== handout.callHash) return at('error', 'sheet.otherCall');
  return { handout, evaluator };
};

interface Reading {
  readonly problems: SheetProblem[];
  readonly taken: ReturnedScore[];
  added: number;
  changed: number;
}

const criterionOf = (project: Project, bid: Bid, id: Id): QualityCriterion | null => qualityCriteria(project, bid.lotId).find((criterion) => criterion.id === id) ?? null;

const levelText = (value: string, max: number): string | null => {
  const level = levelOf(value.trim(), max);
  return level === null ? null : String(level);
};

/** One score against the project; adds what it finds to `reading`. */
const readScore = (project: Project, handout: Handout, score: ReturnedScore, reading: Reading): void => {
  const { place } = score;
  const bid = ownValue(project.bids, score.bidId);
  if (bid === undefined) return void reading.problems.push(at('error', 'sheet.unknownBid', { place }));
  const criterion = criterionOf(project, bid, score.criterionId);
  if (criterion === null) return void reading.problems.push(at('error', 'sheet.unknownCriterion', { place }));
  const names = { bidder: project.bidders[bid.bidderId]?.name ?? '', criterion: criterion.name };
  if (handout.lotIds[bid.lotId] !== true) return void reading.problems.push(at('error', 'sheet.otherLot', { bidder: names.bidder, lot: project.lots[bid.lotId]?.number ?? '', place }));
  if (!isAdmitted(bid)) return void reading.problems.push(at('info', 'sheet.bidOut', { bidder: names.bidder }));
  if (score.value === null || score.value.trim() === '') return;
  const value = levelText(score.value, criterion.scale.max);
  if (value === null) return void reading.problems.push(at('error', 'sheet.notALevel', { ...names, value: score.value, max: criterion.scale.max, place }));
  const here = ownValue(project.scoreSheets[scoreSheetId(handout.evaluatorId, bid.id)]?.scores ?? {}, criterion.id);
  const isNew = (here?.value ?? null) === null;
  const differs = !isNew && (here?.value !== value || here.reason !== score.reason);
  if ((isNew || differs) && bidLocked(project, bid.id)) return void reading.problems.push(at('error', 'sheet.locked', { lot: project.lots[bid.lotId]?.number ?? '' }));
  const agreed = ownValue(project.moderations ?? {}, moderationId(bid.id, criterion.id))?.agreedAt ?? null;
  if (differs && agreed !== null) return void reading.problems.push(at('error', 'sheet.agreed', names));
  if (isNew) reading.added += 1;
  if (differs) reading.changed += 1;
  reading.taken.push({ ...score, value });
};

/** The same sentence about ten scores is said once. */
const distinct = (problems: readonly SheetProblem[]): SheetProblem[] => [...new Map(problems.map((problem) => [JSON.stringify([problem.code, problem.data]), problem])).values()];

/** The person with the declaration the file brings, where none was recorded before. */
const declared = (evaluator: Evaluator, declaration: Declaration | null): Evaluator =>
  ((evaluator.declaration ?? null) === null && declaration !== null ? { ...evaluator, declaration } : evaluator);

const missingIn = (project: Project, handout: Handout, taken: readonly ReturnedScore[]): number => {
  const given = new Set(taken.map(({ bidId, criterionId }) => moderationId(bidId, criterionId)));
  return sheetBids(project, handout.lotIds).reduce((count, { id, lotId }) => count + qualityCriteria(project, lotId).filter((criterion) => !given.has(moderationId(id, criterion.id))).length, 0);
};

const remarks = (project: Project, evaluator: Evaluator, returned: ReturnedSheet, taken: readonly ReturnedScore[], missing: number): SheetProblem[] => {
  const withoutReason = taken.filter(({ reason }) => reason.trim() === '').length;
  const short = taken.filter(({ reason }) => isShortReason(reason)).length;
  const stranger = returned.authors.find((author) => author.trim() !== '' && foldText(author) !== foldText(evaluator.name));
  const obstacle = sheetObstacle(project, evaluator);
  return [
    ...(obstacle === null ? [] : [at('error', OBSTACLES[obstacle], { evaluator: evaluator.name })]),
    ...(missing > 0 ? [at('warning', 'sheet.incomplete', { evaluator: evaluator.name, missing })] : []),
    ...(withoutReason > 0 ? [at('warning', 'sheet.reasonMissing', { count: withoutReason })] : []),
    ...(short > 0 ? [at('warning', 'sheet.reasonShort', { count: short })] : []),
    ...(stranger === undefined ? [] : [at('warning', 'sheet.otherAuthor', { author: stranger, evaluator: evaluator.name })]),
  ];
};

const withScores = (project: Project, evaluatorId: Id, taken: readonly ReturnedScore[]): Project['scoreSheets'] => {
  const sheets = { ...project.scoreSheets };
  for (const { bidId, criterionId, value, reason } of taken) {
    const id = scoreSheetId(evaluatorId, bidId);
    const sheet = sheets[id] ?? { id, evaluatorId, bidId, scores: {} };
    const score: Score = { ...sheet.scores[criterionId], value, reason };
    sheets[id] = { ...sheet, scores: { ...sheet.scores, [criterionId]: score } };
  }
  return sheets;
};

const takenIn = (project: Project, evaluator: Evaluator, handout: Handout, taken: readonly ReturnedScore[], record: Pick<SheetReturn, 'id' | 'form' | 'fileName' | 'scores' | 'missing'>, moment: Instant): Project => ({
  ...project,
  evaluators: { ...project.evaluators, [evaluator.id]: evaluator },
  scoreSheets: withScores(project, evaluator.id, taken),
  handouts: { ...project.handouts, [handout.id]: { ...handout, returns: { ...handout.returns, [record.id]: { ...record, at: moment } } } },
});

/** Checks a returned sheet against the project it should be of. */
export const checkReturn = (project: Project, returned: ReturnedSheet): ReturnCheck => {
  const nothing = { returned, evaluator: null, handout: null, scores: 0, added: 0, changed: 0, missing: 0, next: null };
  const whose = addressee(project, returned);
  if ('code' in whose) return { ...nothing, problems: [...returned.problems, whose] };
  const { handout } = whose;
  const evaluator = declared(whose.evaluator, returned.declaration);
  const reading: Reading = { problems: [], taken: [], added: 0, changed: 0 };
  for (const score of returned.scores) readScore(project, handout, score, reading);
  const { taken, added, changed } = reading;
  const missing = missingIn(project, handout, taken);
  const wasHere = Object.hasOwn(handout.returns, returned.sha256) && !(returned.isPart === true && added + changed > 0);
  const problems = [...returned.problems, ...distinct(reading.problems), ...remarks(project, evaluator, returned, taken, missing), ...(wasHere ? [at('info', 'sheet.alreadyIn')] : [])];
  const refused = wasHere || problems.some(({ severity }) => severity === 'error');
  const record = { id: returned.sha256, form: returned.form, fileName: returned.fileName, scores: taken.length, missing };
  return {
    returned, evaluator, handout, problems, added, changed, missing, scores: taken.length,
    next: refused ? null : (moment) => takenIn(project, evaluator, handout, taken, record, moment),
  };
};
