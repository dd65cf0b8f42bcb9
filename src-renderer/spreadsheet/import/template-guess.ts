/** A filled-in template says itself which table it is: nothing is searched for and nothing is asked. */
import type { ImportContext, TableGuess } from '../../domain/ports/sheet-import';
import { readMark, TEMPLATE_SHEET, type TemplateMark } from '../template-mark';
import { cellText } from './cell-text';
import { headerAt, headerSignature, headingsIn } from './find-header';
import { matchColumns } from './match-columns';
import type { SheetGrid } from './sheet-source';

/** The mark of the workbook's hidden sheet; null when there is none that can be read. */
const markOf = (sheets: readonly SheetGrid[]): TemplateMark | null => {
  const grid = sheets.find(({ name }) => name === TEMPLATE_SHEET);
  return grid === undefined ? null : readMark(grid.rows.map((row) => [cellText(grid.cell(row, 0)), cellText(grid.cell(row, 1))]));
};

/**
 * The table of a template's sheet; null for any other sheet, and for a table of another kind than asked for. A person
 * may still choose another header row or other columns.
 */
export const templateGuess = (sheets: readonly SheetGrid[], sheet: number, context: ImportContext): TableGuess | null => {
  const grid = sheets[sheet];
  const mark = grid === undefined ? null : markOf(sheets);
  if (grid === undefined || mark === null || mark.kind !== context.kind || mark.sheet !== grid.name) return null;
  const header = headerAt(grid, mark.headerRow);
  const columns = matchColumns({ kind: context.kind, remembered: {} }, grid, header).map((column) => ({ ...column, field: mark.fields[column.index] ?? null, confidence: 1 }));
  return {
    plan: { sheet, headerRow: mark.headerRow, columns: Object.fromEntries(columns.flatMap(({ index, field }) => (field === null ? [] : [[index, field] as const]))) },
    columns,
    headerCandidates: [{ row: mark.headerRow, text: headingsIn(header) }],
    tables: [],
    signature: headerSignature(context.kind, header),
    isTemplate: true,
  };
};
