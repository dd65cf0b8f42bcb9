/** One opened file in the thread that holds its cells. */
import type { ImportKind, RowOf } from '../../domain/ports/import-kinds';
import type { ImportContext, ImportSession, Progress, RowDecisions, SheetInfo, TableGuess, TablePlan, WorkbookInfo } from '../../domain/ports/sheet-import';
import { fail } from '../../domain/problem';
import { checkTable, readRows, takenTexts, type CheckedTable, type ReadRow } from './check-table';
import { findHeaders, headerAt, headerSignature } from './find-header';
import { markedCopy } from '../export/marked-copy';
import { MAX_COLUMNS } from './limits';
import { matchColumns } from './match-columns';
import { planTable, type PlannedTable } from './planned-table';
import { orderRows, previewRow, type PageOptions } from './preview';
import type { SheetGrid, SheetSource } from './sheet-source';
import { lastRowOf, stackedTables } from './stacked-tables';
import { breather } from './stop';
import { templateGuess } from './template-guess';
import { countChanges } from './text-changes';

export const sheetInfo = (grid: SheetGrid, index: number): SheetInfo => ({
  index, name: grid.name, hidden: grid.hidden, rows: grid.rows.length, columns: grid.columns.length,
  hiddenRows: grid.rows.filter((row) => grid.hiddenRows.has(row)).length,
  hiddenColumns: grid.columns.filter((column) => grid.hiddenColumns.has(column)).length,
});

/** Rows as read under one plan and context; decisions are applied on top. */
interface Base {
  readonly key: string;
  readonly table: PlannedTable;
  readonly rows: readonly ReadRow[];
}

interface Checked extends CheckedTable {
  readonly table: PlannedTable;
  readonly decisions: RowDecisions;
}

const guessTable = (sheets: readonly SheetGrid[], sheet: number, context: ImportContext, headerRow: number | undefined): TableGuess => {
  const grid = sheets[sheet];
  if (grid === undefined || grid.rows.length === 0) throw fail('file.noTable');
  if (grid.columns.length > MAX_COLUMNS) throw fail('file.tooManyColumns', { limit: MAX_COLUMNS });
  const template = headerRow === undefined ? templateGuess(sheets, sheet, context) : null;
  if (template !== null) return template;
  const headerCandidates = findHeaders(context.kind, grid, stackedTables(grid).map((table) => table.headerRow));
  const header = headerAt(grid, headerRow ?? headerCandidates[0]?.row ?? 1);
  const tables = stackedTables(grid, header.row);
  const lastRow = lastRowOf(tables, header.row);
  const columns = matchColumns(context.kind, grid, header, context.remembered, lastRow);
  const mapped = columns.flatMap(({ index, field }) => (field === null ? [] : [[index, field] as const]));
  return {
    plan: { sheet, headerRow: header.row, columns: Object.fromEntries(mapped), ...(lastRow === null ? {} : { lastRow }) },
    columns, headerCandidates, tables, signature: headerSignature(context.kind, header), isTemplate: false,
  };
};

/** A session that works in place. Its checks run one after the other; `close` stops the one under way at its next breath. */
export const createSession = (info: WorkbookInfo, source: SheetSource): ImportSession => {
  let sheets: readonly SheetGrid[] | null = source.sheets;
  let base: Base | null = null;
  let checked: Checked | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const pages = new Map<string, ReturnType<typeof orderRows>>();

  const open = (): readonly SheetGrid[] => {
    if (sheets === null) throw fail('file.cancelled');
    return sheets;
  };
  const result = (): Checked => {
    open();
    if (checked === null) throw fail('file.badMapping', { detail: 'unchecked' });
    return checked;
  };
  /** Lets others work now and then, and notices a `close` in the meantime. */
  const watched = (): ReturnType<typeof breather> => {
    const breathe = breather();
    return () => breathe()?.then(() => void open());
  };

  const readBase = async (plan: TablePlan, context: ImportContext, onProgress: (progress: Progress) => void): Promise<Base> => {
    const key = JSON.stringify([context.kind, plan, context.currency, context.lotNumbers]);
    if (base?.key === key) return base;
    const table = await planTable(context.kind, open(), plan, watched());
    const rows = await readRows(table, context, watched(), onProgress);
    return { key, table, rows };
  };

  const check: ImportSession['check'] = async (plan, context, decisions, onProgress = () => undefined) => {
    base = await readBase(plan, context, onProgress);
    const { table } = base;
    const outcome = await checkTable(table, base.rows, context, decisions, watched());
    checked = { ...outcome, table, decisions };
    pages.clear();
    return outcome.summary;
  };

  const page = (options: PageOptions): ReturnType<typeof orderRows> => {
    const key = `${options.onlyProblems}:${options.errorsFirst}`;
    const rows = pages.get(key) ?? orderRows(result().rows, options);
    pages.set(key, rows);
    return rows;
  };

  return {
    info,
    guess: async (sheet, context, headerRow) => guessTable(open(), sheet, context, headerRow),
    check: (...parameters) => {
      const mine = turn.then(() => {
        open();
        return check(...parameters);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    rows: async (from, to, options) => {
      const { table, decisions } = result();
      const rows = page(options);
      return { total: rows.length, rows: rows.slice(Math.max(0, from), Math.max(0, to)).map((row) => previewRow(table, decisions, row)) };
    },
    accepted: async <Kind extends ImportKind>(kind: Kind) => {
      const { table, rows } = result();
      if (table.rule.kind !== kind) throw fail('file.badMapping', { detail: kind });
      return rows.filter(({ state }) => state === 'ok' || state === 'warning').map(({ value }) => value as RowOf[Kind]);
    },
    problems: async () => result().rows.flatMap(({ problems }) => problems),
    textChanges: async () => {
      const { table, decisions, rows } = result();
      return countChanges(takenTexts(table, decisions, rows));
    },
    rowsAt: async (wanted) => {
      const { table, rows, decisions } = result();
      const numbers = new Set(wanted);
      const found = new Map(rows.filter(({ row }) => numbers.has(row)).map((row) => [row.row, row]));
      return wanted.flatMap((row) => {
        const checkedRow = found.get(row);
        return checkedRow === undefined ? [] : [previewRow(table, decisions, checkedRow)];
      });
    },
    markedCopy: async (notes, words) => markedCopy(result().table.grid, notes, words),
    close: () => {
      sheets = null;
      base = null;
      checked = null;
      pages.clear();
    },
  };
};
