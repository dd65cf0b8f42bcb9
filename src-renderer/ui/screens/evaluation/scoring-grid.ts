/** What one evaluator has to score in a lot, as a grid: valid bids down, quality criteria across. */
import { scoresBids } from '../../../domain/commission';
import { isQuality } from '../../../domain/criteria-tree';
import { isAdmitted } from '../../../domain/evaluation/admitted';
import { pointLeaves } from '../../../domain/evaluation/counted-criteria';
import { inOrder } from '../../../domain/position';
import { scoreSheetId, type Bid, type Evaluator, type Project, type QualityCriterion, type Score } from '../../../domain/project';
import type { DecimalString, Id } from '../../../domain/values';

export interface ScoringRow {
  readonly bid: Bid;
  readonly bidder: string;
  /** By criterion id; absent when never touched. */
  readonly scores: Readonly<Record<Id, Score>>;
  /** What each criterion weighs in the total, by its id. */
  readonly weights: Readonly<Record<Id, DecimalString>>;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface ScoringGrid {
  readonly evaluator: Evaluator | null;
  readonly rows: readonly ScoringRow[];
  readonly columns: readonly QualityCriterion[];
  readonly given: number;
  readonly asked: number;
  /** Given scores that have no reason yet. */
  readonly unreasoned: number;
}

const NO_SCORES: Readonly<Record<Id, Score>> = {};

/** The people who fill in a sheet. */
export const scorersOf = (project: Project): Evaluator[] => inOrder(project.evaluators).filter(scoresBids);

/** The person whose scores a window edits unless another is chosen: the first who scores. */
export const scorerOf = (project: Project): Evaluator | null => scorersOf(project)[0] ?? null;

const rowsOf = (project: Project, lotId: Id, evaluator: Evaluator | null, tag: string): readonly ScoringRow[] => {
  const collator = new Intl.Collator(tag);
  const weights = Object.fromEntries(pointLeaves(project, lotId).map(({ criterion, weightText }) => [criterion.id, weightText]));
  return Object.values(project.bids)
    .filter((bid) => bid.lotId === lotId && isAdmitted(bid))
    .map((bid) => ({
      bid,
      bidder: project.bidders[bid.bidderId]?.name ?? '',
      scores: (evaluator && project.scoreSheets[scoreSheetId(evaluator.id, bid.id)]?.scores) ?? NO_SCORES,
      weights,
    }))
    .sort((a, b) => collator.compare(a.bidder, b.bidder) || (a.bid.id < b.bid.id ? -1 : 1));
};

/** The grid of a lot. Bidders stand in alphabetical order of the language `tag`, so that no rank leans on the scores. */
export const scoringGrid = (project: Project, lotId: Id, tag: string, evaluator: Evaluator | null = scorerOf(project)): ScoringGrid => {
  const rows = rowsOf(project, lotId, evaluator, tag);
  const columns = pointLeaves(project, lotId).filter(isQuality).map(({ criterion }) => criterion);
  let given = 0;
  let unreasoned = 0;
  for (const row of rows) {
    for (const column of columns) {
      const score = row.scores[column.id];
      if (score === undefined || score.value === null) continue;
      given += 1;
      if (score.reason.trim() === '') unreasoned += 1;
    }
  }
  return { evaluator, rows, columns, given, asked: rows.length * columns.length, unreasoned };
};

/** A cell that still waits for something. */
export type Wanting = 'score' | 'reason';

const wants = (score: Score | undefined, wanting: Wanting): boolean =>
  wanting === 'score' ? (score?.value ?? null) === null : (score?.value ?? null) !== null && score?.reason.trim() === '';

/**
 * The next cell, reading row by row and starting after `from` (before the first when null), that still wants a score
 * or a reason; wraps around once. Null when nothing is wanting.
 */
export const nextWanting = (grid: ScoringGrid, from: CellPlace | null, wanting: Wanting): CellPlace | null => {
  const width = grid.columns.length;
  const size = grid.rows.length * width;
  const start = from === null ? 0 : from.row * width + from.column + 1;
  for (let step = 0; step < size; step += 1) {
    const index = (start + step) % size;
    const row = Math.floor(index / width);
    const criterion = grid.columns[index % width];
    if (criterion !== undefined && wants(grid.rows[row]?.scores[criterion.id], wanting)) return { row, column: index % width };
  }
  return null;
};

/** Where an arrow, Home, End or page key leads; null for any other key. `page` is the number of rows a page holds. */
export const placeAfterKey = (key: string, control: boolean, from: CellPlace, grid: ScoringGrid, page: number): CellPlace | null => {
  const lastRow = grid.rows.length - 1;
  const lastColumn = grid.columns.length - 1;
  const within = (row: number, column: number): CellPlace => ({
    row: Math.min(Math.max(row, 0), lastRow),
    column: Math.min(Math.max(column, 0), lastColumn),
  });
  switch (key) {
    case 'ArrowUp': return within(control ? 0 : from.row - 1, from.column);
    case 'ArrowDown': return within(control ? lastRow : from.row + 1, from.column);
    case 'ArrowLeft': return within(from.row, control ? 0 : from.column - 1);
    case 'ArrowRight': return within(from.row, control ? lastColumn : from.column + 1);
    case 'PageUp': return within(from.row - page, from.column);
    case 'PageDown': return within(from.row + page, from.column);
    case 'Home': return within(control ? 0 : from.row, 0);
    case 'End': return within(control ? lastRow : from.row, lastColumn);
    default: return null;
  }
};

/** Digits typed in one cell, quickly after one another, make one number. */
export interface TypedDigits {
  readonly text: string;
  /** Moment of the last digit, in the event clock's milliseconds. */
  readonly at: number;
}

const TYPING_PAUSE = 1200;

/**
 * The level meant by one more digit. `1` then `0` on a scale to 10 means ten; a digit that would leave the scale, or
 * comes after a pause, starts anew. Null when the digit alone is no level of the scale.
 */
export const levelTyped = (digit: string, before: TypedDigits | null, at: number, max: number): TypedDigits | null => {
  const joined = before !== null && before.text !== '0' && at - before.at < TYPING_PAUSE ? before.text + digit : digit;
  if (Number(joined) <= max) return { text: joined, at };
  return Number(digit) <= max ? { text: digit, at } : null;
};
