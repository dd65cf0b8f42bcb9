/** Which problems of a check still ask for something, and which rows the reader left out by itself. */
import type { CellProblem, RowDecisions } from '../../../domain/ports/sheet-import';

/** Codes that leave a row out until a person includes it. */
const LEAVES_OUT: ReadonlySet<string> = new Set(['row.duplicate', 'row.alreadyInProject', 'row.total', 'row.empty']);

/** True when the row of the problem does not come in as things stand. */
export const isLeftOut = (problem: CellProblem, { excluded, included }: RowDecisions): boolean =>
  excluded.includes(problem.row) || (LEAVES_OUT.has(problem.code) && !included.includes(problem.row));

const URGENCY = { error: 0, warning: 1, info: 2 } as const;

/** The same place and the same reason: what a problem is recognised by after a new check. */
export const isOpen = (one: CellProblem, other: CellProblem): boolean => one.row === other.row && one.column === other.column && one.code === other.code;

/** Problems to walk through: errors first, each kind in sheet order; rows the person left out no longer ask for anything. */
export const openProblems = (problems: readonly CellProblem[], decisions: RowDecisions): readonly CellProblem[] => {
  const excluded = new Set(decisions.excluded);
  return problems
    .filter((problem) => !excluded.has(problem.row) && problem.code !== 'row.empty')
    .toSorted((left, right) => URGENCY[left.severity] - URGENCY[right.severity] || left.row - right.row);
};

const REASONS = { 'row.total': 'total', 'row.hidden': 'hidden', 'row.duplicate': 'duplicate', 'row.alreadyInProject': 'already' } as const;

export interface LeftOutGroup {
  readonly reason: (typeof REASONS)[keyof typeof REASONS];
  readonly rows: readonly number[];
}

/** Rows left out or hidden, by reason, in sheet order. */
export const leftOutByReason = (problems: readonly CellProblem[]): readonly LeftOutGroup[] =>
  Object.entries(REASONS).flatMap(([code, reason]) => {
    const rows = problems.filter((problem) => problem.code === code).map((problem) => problem.row).toSorted((left, right) => left - right);
    return rows.length === 0 ? [] : [{ reason, rows }];
  });
