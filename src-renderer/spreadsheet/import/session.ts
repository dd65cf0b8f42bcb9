/** One opened file in the thread that holds its cells. */
import type { ImportKind, RowOf } from '../../domain/ports/import-kinds';
import type { ColumnSpan, ImportContext, ImportSession, Progress, RowDecisions, SheetInfo, SheetTable, TableGuess, TablePlan, WorkbookInfo } from '../../domain/ports/sheet-import';
import { fail } from '../../domain/problem';
import { checkTable, readRows, takenTexts, type CheckedTable, type ReadRow } from './check-table';
import { rowsOf } from './kinds/score-matrix';
import { findHeaders, headerAt, headerSignature, type HeaderCandidate } from './find-header';
import { markedCopy } from '../export/marked-copy';
import { MAX_COLUMNS } from './limits';
import { countScored } from './match-across';
import { matchColumns } from './match-columns';
import { partOf } from './part-of-sheet';
import { planTable, type PlannedTable } from './planned-table';
import { orderRows, previewRow, type PageOptions } from './preview';
import type { SheetGrid, SheetSource } from './sheet-source';
import { sideBySide } from './side-by-side';
import { allTables, lastRowOf, stackedTables } from './stacked-tables';
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

/** `from`: the first row that headings may stand in. */
const headersOf = ({ kind, scoring }: ImportContext, grid: SheetGrid, from = 0): readonly HeaderCandidate[] =>
  findHeaders(kind, grid, allTables(grid).map((table) => table.headerRow), countScored(scoring)).filter(({ row }) => row >= from);

/** Of tables that stand side by side, the one whose headings are known best; null where the columns may be one table, or one above them is likelier. */
const likeliestPart = (context: ImportContext, grid: SheetGrid): ColumnSpan | null => {
  const { spans, isSure, fromRow } = sideBySide(grid);
  if (!isSure || (headersOf(context, grid)[0]?.row ?? 0) < fromRow) return null;
  const scored = spans.map((span) => ({ span, score: headersOf(context, partOf(grid, span), fromRow)[0]?.score ?? 0 }));
  return scored.toSorted((left, right) => right.score - left.score)[0]?.span ?? null;
};

/** Every table to choose from: those over all columns, then those of each part. Empty when there is one only. */
const offered = (context: ImportContext, grid: SheetGrid, span: ColumnSpan | null, headerRow: number): readonly SheetTable[] => {
  const { spans, grid: beside } = sideBySide(grid);
  if (spans.length === 0) return stackedTables(grid, headerRow);
  return [
    ...allTables(grid, span === null ? headerRow : headersOf(context, grid)[0]?.row),
    ...spans.flatMap((each) => allTables(partOf(beside, each), each.first === span?.first ? headerRow : undefined).map((table) => ({ ...table, span: each }))),
  ];
};

const guessTable = (sheets: readonly SheetGrid[], sheet: number, context: ImportContext, headerRow: number | undefined, wanted: ColumnSpan | undefined): TableGuess => {
  const whole = sheets[sheet];
  if (whole === undefined || whole.rows.length === 0) throw fail('file.noTable');
  if (whole.columns.length > MAX_COLUMNS) throw fail('file.tooManyColumns', { limit: MAX_COLUMNS });
  const template = headerRow === undefined ? templateGuess(sheets, sheet, context) : null;
  if (template !== null) return template;
  const span = wanted ?? (headerRow === undefined ? likeliestPart(context, whole) : null);
  const grid = span === null ? whole : partOf(whole, span);
  const headerCandidates = headersOf(context, grid, span === null ? 0 : sideBySide(whole).fromRow).map(({ row, text }) => ({ row, text }));
  const header = headerAt(grid, headerRow ?? headerCandidates[0]?.row ?? 1);
  const lastRow = lastRowOf(stackedTables(grid, header.row), header.row);
  const columns = matchColumns(context, grid, header, lastRow);
  const mapped = columns.flatMap(({ index, field }) => (field === null ? [] : [[index, field] as const]));
  return {
    plan: { sheet, headerRow: header.row, columns: Object.fromEntries(mapped), ...(lastRow === null ? {} : { lastRow }), ...(span === null ? {} : { span }) },
    columns, headerCandidates, tables: offered(context, whole, span, header.row), signature: headerSignature(context.kind, header), isTemplate: false,
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
    const key = JSON.stringify([context.kind, plan, context.currency, context.lotNumbers, context.scoring ?? null]);
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
    guess: async (sheet, context, headerRow, span) => guessTable(open(), sheet, context, headerRow, span),
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
      const taken = rows.filter(({ state }) => state === 'ok' || state === 'warning').map(({ value }) => value);
      return rowsOf(table.rule, taken) as readonly RowOf[Kind][];
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
    markedCopy: async (notes, words) => markedCopy(result().table.whole, notes, words),
    close: () => {
      sheets = null;
      base = null;
      checked = null;
      pages.clear();
    },
  };
};
