/** Which rows the check step says are left out, and which it says are read. */
import { expect, test } from 'vitest';
import type { CellProblem, RowDecisions } from '../../../src-renderer/domain/ports/sheet-import';
import { isLeftOut, specialRows } from '../../../src-renderer/ui/screens/imports/open-problems';

const problem = (row: number, code: CellProblem['code'], severity: CellProblem['severity']): CellProblem => ({ sheet: 'x', row, column: '', value: '', code, severity, data: {} });
const DECISIONS: RowDecisions = { edits: {}, excluded: [], included: [] };

test('a repeated row that is only asked about comes in, and is told so', () => {
  const [out, taken] = [problem(4, 'row.duplicate', 'error'), problem(3, 'row.duplicate', 'warning')];
  expect(specialRows([out, taken], DECISIONS)).toEqual([{ reason: 'duplicate', rows: [4] }, { reason: 'repeated', rows: [3] }]);
  expect([out, taken].map((each) => isLeftOut(each, DECISIONS))).toEqual([true, false]);
});

test('hidden rows are read, or left out by the switch', () => {
  const hidden = problem(5, 'row.hidden', 'warning');
  expect(specialRows([hidden], DECISIONS)).toEqual([{ reason: 'hidden', rows: [5] }]);
  expect(specialRows([hidden], { ...DECISIONS, skipsHidden: true })).toEqual([{ reason: 'hiddenOut', rows: [5] }]);
  expect([isLeftOut(hidden, DECISIONS), isLeftOut(hidden, { ...DECISIONS, skipsHidden: true })]).toEqual([false, true]);
});
