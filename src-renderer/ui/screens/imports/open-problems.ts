/** Which problems of a check still ask for something, and which rows the reader left out by itself. */
import type { CellProblem, RowDecisions } from '../../../domain/ports/sheet-import';

/** Rows that are no bids by themselves: left out until a person includes them, and nothing to mend. */
const NO_BIDS: ReadonlySet<string> = new Set(['row.total', 'row.heading', 'row.section', 'row.empty', 'row.otherTable', 'row.alreadyInProject', 'row.changedInProject']);

/** True when the row of the problem does not come in as things stand. */
export const isLeftOut = (problem: CellProblem, { excluded, included, skipsHidden }: RowDecisions): boolean =>
  excluded.includes(problem.row) || ((NO_BIDS.has(problem.code) || (problem.code === 'row.duplicate' && problem.severity === 'error') || (problem.code === 'row.hidden' && skipsHidden === true)) && !included.includes(problem.row));

/** The same place and the same reason: what a problem is recognised by after a new check. */
export const sameProblem = (one: CellProblem, other: CellProblem): boolean => one.row === other.row && one.column === other.column && one.code === other.code;

const URGENCY = { error: 0, warning: 1, info: 2 } as const;

/**
 * Problems to walk through: errors, then warnings, each kind in sheet order. What was merely understood, and what is
 * wrong with rows that stay out anyway, asks for nothing.
 */
export const openProblems = (problems: readonly CellProblem[], { excluded, included, skipsHidden }: RowDecisions): readonly CellProblem[] => {
  const out = new Set(excluded);
  for (const { code, row } of problems) if (NO_BIDS.has(code) || (code === 'row.hidden' && skipsHidden === true)) out.add(row);
  for (const row of included) out.delete(row);
  return problems
    .filter((problem) => !out.has(problem.row) && problem.severity !== 'info' && !NO_BIDS.has(problem.code))
    .toSorted((left, right) => URGENCY[left.severity] - URGENCY[right.severity] || left.row - right.row);
};

const REASONS = { 'row.total': 'total', 'row.heading': 'heading', 'row.section': 'section', 'row.otherTable': 'other', 'row.hidden': 'hidden', 'row.duplicate': 'duplicate', 'row.alreadyInProject': 'already', 'row.changedInProject': 'changed' } as const;

export interface SpecialRows {
  readonly reason: (typeof REASONS)[keyof typeof REASONS] | 'hiddenOut' | 'repeated';
  readonly rows: readonly number[];
}

/** Rows left out by the reader, or read though hidden, by reason and in sheet order. */
export const specialRows = (problems: readonly CellProblem[], { skipsHidden }: RowDecisions): readonly SpecialRows[] =>
  Object.entries(REASONS).flatMap(([code, reason]) => {
    const found = problems.filter((problem) => problem.code === code);
    const rowsOf = (those: readonly CellProblem[]): readonly number[] => those.map(({ row }) => row).toSorted((left, right) => left - right);
    // A repeated row of some kinds is only asked about, and comes in.
    const taken = reason === 'duplicate' ? found.filter(({ severity }) => severity !== 'error') : [];
    const others = reason === 'duplicate' ? found.filter(({ severity }) => severity === 'error') : found;
    return [
      ...(others.length === 0 ? [] : [{ reason: reason === 'hidden' && skipsHidden === true ? 'hiddenOut' as const : reason, rows: rowsOf(others) }]),
      ...(taken.length === 0 ? [] : [{ reason: 'repeated' as const, rows: rowsOf(taken) }]),
    ];
  });
