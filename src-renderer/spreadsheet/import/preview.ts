/** Pages of checked rows for the preview. */
import type { ImportField } from '../../domain/ports/import-kinds';
import type { PreviewRow, RowDecisions } from '../../domain/ports/sheet-import';
import { fieldText, type CheckedRow } from './check-table';
import type { PlannedTable } from './planned-table';

const asksForAttention = ({ state, problems }: CheckedRow): boolean => state === 'error' || state === 'warning' || (state === 'excluded' && problems.length > 0);

/** Errors, warnings, rows left out for a reason, the rest. */
const urgency = (row: CheckedRow): number => (row.state === 'error' ? 0 : row.state === 'warning' ? 1 : asksForAttention(row) ? 2 : 3);

export interface PageOptions {
  readonly onlyProblems: boolean;
  readonly errorsFirst: boolean;
}

/** The rows a page list goes through; sorting is stable, so each group stays in sheet order. */
export const orderRows = (rows: readonly CheckedRow[], options: PageOptions): readonly CheckedRow[] => {
  const wanted = options.onlyProblems ? rows.filter(asksForAttention) : rows;
  return options.errorsFirst ? wanted.toSorted((left, right) => urgency(left) - urgency(right)) : wanted;
};

export const previewRow = (table: PlannedTable, decisions: RowDecisions, checked: CheckedRow): PreviewRow => {
  const texts: Partial<Record<ImportField, string>> = {};
  for (const field of table.rule.fieldNames) {
    const text = fieldText(table, decisions, checked.row, field);
    if (text !== '') texts[field] = text;
  }
  return { row: checked.row, state: checked.state, texts, problems: checked.problems };
};
