/** Reads every row of the planned table once, then applies the person's decisions to it as often as they change. */
import { decimal } from '../../domain/exact';
import { foldText } from '../../domain/fold-text';
import { fieldValue, type ImportField, type ImportRow } from '../../domain/ports/import-kinds';
import type { AmountTotal, CellProblem, CellProblemCode, ImportContext, PreviewRow, PreviewSummary, Progress, RowDecisions } from '../../domain/ports/sheet-import';
import { amountIn, amountTotals } from './amount-totals';
import { cellText } from './cell-text';
import { placeName } from '../../domain/column-letter';
import { isBlank } from './field-reading';
import type { FieldRemark, RowReading } from './kinds/import-kind';
import type { PlannedTable } from './planned-table';
import type { Cell } from './sheet-source';
import { specialRow } from './special-row';
import type { breather } from './stop';
import type { TakenText } from './text-changes';

/** A row as the sheet has it, before any decision. */
export interface ReadRow {
  readonly row: number;
  /** Why it is none of the table by itself; null for an ordinary row. */
  readonly special: 'row.total' | 'row.heading' | 'row.otherTable' | 'row.section' | 'row.empty' | null;
  readonly reading: RowReading;
  readonly filled: readonly ImportField[];
}

export interface CheckedRow {
  readonly row: number;
  readonly state: PreviewRow['state'];
  readonly value: ImportRow;
  readonly problems: readonly CellProblem[];
}

export interface CheckedTable {
  readonly rows: readonly CheckedRow[];
  readonly summary: PreviewSummary;
}

const LONGEST_VALUE = 200;
const REPORT_EVERY = 500;

const editOf = (decisions: RowDecisions, row: number, field: ImportField): string | undefined => {
  const key = `${row}:${field}`;
  return Object.hasOwn(decisions.edits, key) ? decisions.edits[key] : undefined;
};

/** What the person has put in the place of a cell: for itself, or for every cell of the column that reads like it. */
const correctionOf = (table: PlannedTable, decisions: RowDecisions, row: number, field: ImportField): string | undefined => {
  const edit = editOf(decisions, row, field);
  const replaced = decisions.replacements?.[field];
  if (edit !== undefined || replaced === undefined) return edit;
  const text = cellText(table.cell(row, field).cell);
  return Object.hasOwn(replaced, text) ? replaced[text] : undefined;
};

const typed = (text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text });

/** The text of a field in a row, as corrected or as the sheet shows it. */
export const fieldText = (table: PlannedTable, decisions: RowDecisions, row: number, field: ImportField): string =>
  correctionOf(table, decisions, row, field) ?? cellText(table.cell(row, field).cell);

const readRow = (table: PlannedTable, row: number, context: ImportContext, afterTotal: boolean): ReadRow => {
  const filled: ImportField[] = [];
  let used = false;
  const cellOf = (field: ImportField): Cell | undefined => {
    const { cell, filled: fromAbove } = table.cell(row, field);
    if (cell === undefined || isBlank(cell)) return cell;
    if (fromAbove) filled.push(field);
    else used = true;
    return cell;
  };
  const reading = table.rule.read({ sheet: table.grid.name, row }, cellOf, table.columns, context);
  return { row, special: table.aside.get(row) ?? specialRow(table.grid, row, table.shape, afterTotal) ?? (used ? reading.special : 'row.empty'), reading, filled: filled.length === 0 ? filled : [...new Set(filled)] };
};

export const readRows = async (table: PlannedTable, context: ImportContext, breathe: ReturnType<typeof breather>, onProgress: (progress: Progress) => void): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  let afterTotal = false;
  for (const row of table.rows) {
    const read = readRow(table, row, context, afterTotal);
    // Headings printed again begin anew: what follows them is no signature.
    if (read.special === 'row.total' || read.special === 'row.heading') afterTotal = read.special === 'row.total';
    rows.push(read);
    if (rows.length % REPORT_EVERY === 0) onProgress({ phase: 'checking', fraction: rows.length / table.rows.length, rows: rows.length });
    await breathe();
  }
  onProgress({ phase: 'checking', fraction: 1, rows: rows.length });
  return rows;
};

/** Typed corrections are read like cells; where one alone could be two numbers, the comma is the decimal mark the person types. */
const reread = (table: PlannedTable, base: ReadRow, context: ImportContext, decisions: RowDecisions): RowReading => {
  const columns = { ...table.columns };
  for (const field of table.rule.fieldNames) {
    const column = columns[field];
    if (column !== undefined && correctionOf(table, decisions, base.row, field) !== undefined) columns[field] = { ...column, style: { mark: column.style.mark ?? ',', order: column.style.order } };
  }
  return table.rule.read(base.reading.value.source, (field) => {
    const edit = correctionOf(table, decisions, base.row, field);
    return edit === undefined ? table.cell(base.row, field).cell : typed(edit);
  }, columns, context);
};

interface KnownParty {
  readonly row: number;
  readonly name: string;
  /** Learnt from the first row that says it. */
  country: string | null;
}

interface Checking {
  readonly table: PlannedTable;
  readonly context: ImportContext;
  readonly decisions: RowDecisions;
  readonly excluded: ReadonlySet<number>;
  readonly included: ReadonlySet<number>;
  /** True for a row with a correction in it. */
  readonly isEdited: (row: number) => boolean;
  readonly present: ReadonlySet<string>;
  /** Key → the first row that has it. */
  readonly seen: Map<string, number>;
  /** Fiscal number → the parties accepted under it so far; one for each country. */
  readonly codes: Map<string, KnownParty[]>;
}

/** Texts of the rows that come in, where a cell of the sheet stands behind them and nothing was typed instead. */
export function* takenTexts(table: PlannedTable, decisions: RowDecisions, rows: readonly CheckedRow[]): Generator<TakenText> {
  const fields = table.rule.fieldNames.flatMap((field) => {
    const column = table.columnOf[field];
    return column !== undefined && table.rule.fields[field]?.value.isText === true ? [{ field, column }] : [];
  });
  for (const { row, state, value } of rows) {
    if (state !== 'ok' && state !== 'warning') continue;
    for (const { field, column } of fields) {
      const { cell } = table.cell(row, field);
      const stored = fieldValue(value, field);
      if (cell?.kind !== 'text' || typeof stored !== 'string' || stored === cell.text || correctionOf(table, decisions, row, field) !== undefined) continue;
      yield { row, field, column, written: cell.text, stored };
    }
  }
}

const letterOf = (table: PlannedTable, field: ImportField): string => {
  const column = table.columnOf[field];
  return column === undefined ? '' : placeName(column);
};

/** Where a value comes from that does not stand in the row itself. */
const takenFrom = ({ table, decisions }: Checking, row: number, field: ImportField): FieldRemark => {
  const as = fieldText(table, decisions, row, field);
  const { line } = table.cell(row, field);
  return line !== undefined
    ? { field, severity: 'info', code: 'cell.fromLine', data: { as, cell: placeName(line) } }
    : { field, severity: 'info', code: 'cell.interpreted', data: { as } };
};

const cellProblem = (checking: Checking, row: number, { field, severity, code, data }: FieldRemark): CellProblem => ({
  severity, code, data, sheet: checking.table.grid.name, row,
  column: letterOf(checking.table, field),
  value: (checking.isEdited(row) ? fieldText(checking.table, checking.decisions, row, field) : cellText(checking.table.cell(row, field).cell)).slice(0, LONGEST_VALUE),
});

const rowProblem = (checking: Checking, row: number, severity: CellProblem['severity'], code: CellProblemCode, data: CellProblem['data'] = {}): CellProblem => ({
  severity, code, data, sheet: checking.table.grid.name, row, column: '', value: '',
});

/** The row is in the project: as it is here, or with another amount, as in a later version of the same file. */
const presentProblem = (checking: Checking, row: number, key: string, value: ImportRow): CellProblem => {
  const { presentAmounts = {} } = checking.context;
  const [field] = checking.table.rule.marks.amounts;
  const there = Object.hasOwn(presentAmounts, key) ? presentAmounts[key] : undefined;
  const here = field === undefined ? null : amountIn(value, field);
  return field === undefined || there === undefined || here === null || decimal(here.amount).eq(there)
    ? rowProblem(checking, row, 'warning', 'row.alreadyInProject')
    : cellProblem(checking, row, { field, severity: 'warning', code: 'row.changedInProject', data: { as: there, here: here.amount } });
};

const leftOut = (base: ReadRow, value: ImportRow, problems: readonly CellProblem[]): CheckedRow => ({ row: base.row, state: 'excluded', value, problems });

const stateOf = (problems: readonly CellProblem[]): PreviewRow['state'] =>
  problems.some(({ severity }) => severity === 'error') ? 'error' : problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok';

const checkRow = (checking: Checking, base: ReadRow): CheckedRow => {
  const { row } = base;
  const isEdited = checking.isEdited(row);
  const reading = isEdited ? reread(checking.table, base, checking.context, checking.decisions) : base.reading;
  const { value } = reading;
  const wanted = checking.included.has(row);
  if (checking.excluded.has(row)) return leftOut(base, value, []);
  // A row that holds nothing stays out, unless something has been typed into it.
  const isHidden = checking.table.grid.hiddenRows.has(row);
  const ofItself = base.special === 'row.empty' && isEdited ? null : base.special;
  const special = ofItself ?? (isHidden && checking.decisions.skipsHidden === true ? 'row.hidden' : null);
  if (special !== null && !wanted) return leftOut(base, value, [rowProblem(checking, row, 'warning', special)]);
  const problems = reading.remarks.map((remark) => cellProblem(checking, row, remark));
  if (special !== null) problems.push(rowProblem(checking, row, 'warning', special));
  for (const field of base.filled) {
    if (correctionOf(checking.table, checking.decisions, row, field) === undefined) problems.push(cellProblem(checking, row, takenFrom(checking, row, field)));
  }
  if (special === null && checking.table.suspects.has(row)) problems.push(rowProblem(checking, row, 'warning', 'row.perhapsTable'));
  if (isHidden && special !== 'row.hidden') problems.push(rowProblem(checking, row, 'warning', 'row.hidden'));
  const key = checking.table.rule.key(value);
  if (key !== null) {
    const first = checking.seen.get(key);
    if (first !== undefined) problems.push(rowProblem(checking, row, wanted ? 'warning' : checking.table.rule.repeated, 'row.duplicate', { row: first }));
    else checking.seen.set(key, row);
    if (checking.present.has(key)) {
      problems.push(presentProblem(checking, row, key, value));
      if (!wanted) return leftOut(base, value, problems);
    }
  }
  return { row, state: stateOf(problems), value, problems };
};

/** An unknown country contradicts none, as when parties are taken into the project. */
const sameCountry = (left: string | null, right: string | null): boolean => left === null || right === null || left === right;

/** A fiscal number makes one party, so a second name under it would vanish without a word. */
const warnOfOtherName = (checking: Checking, checked: CheckedRow): CheckedRow => {
  const { row, state, value, problems } = checked;
  const party = checking.table.rule.party(value);
  if (party === null || (state !== 'ok' && state !== 'warning')) return checked;
  const { identifier, country, name } = party;
  const known = checking.codes.get(identifier) ?? [];
  const first = known.find((other) => sameCountry(other.country, country));
  if (first === undefined) checking.codes.set(identifier, [...known, { row, country, name }]);
  else first.country ??= country;
  if (first === undefined || foldText(first.name) === foldText(name)) return checked;
  return { ...checked, state: 'warning', problems: [...problems, rowProblem(checking, row, 'warning', 'row.otherName', { row: first.row, name: first.name })] };
};

const summarise = (rows: readonly CheckedRow[], totals: readonly AmountTotal[], corrected: number): PreviewSummary => {
  const states = { ok: 0, warning: 0, error: 0, excluded: 0 };
  const byCode = new Map<string, number>();
  for (const { state, problems } of rows) {
    states[state] += 1;
    for (const { code } of problems) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  }
  return {
    rowsRead: rows.length, accepted: states.ok + states.warning, withErrors: states.error, withWarnings: states.warning, excluded: states.excluded, corrected,
    byCode: Object.fromEntries([...byCode].sort(([left], [right]) => (left < right ? -1 : 1))),
    totals,
  };
};

const editedRows = (table: PlannedTable, decisions: RowDecisions): ((row: number) => boolean) => {
  const edited = new Set(Object.keys(decisions.edits).map((key) => Number(key.split(':')[0])));
  const replaced = table.rule.fieldNames.filter((field) => decisions.replacements?.[field] !== undefined);
  return (row) => edited.has(row) || replaced.some((field) => correctionOf(table, decisions, row, field) !== undefined);
};

/** States and problems of every row under the decisions given. */
export const checkTable = async (table: PlannedTable, base: readonly ReadRow[], context: ImportContext, decisions: RowDecisions, breathe: ReturnType<typeof breather>): Promise<CheckedTable> => {
  const checking: Checking = {
    table, context, decisions,
    excluded: new Set(decisions.excluded), included: new Set(decisions.included),
    isEdited: editedRows(table, decisions),
    present: new Set(context.presentRows), seen: new Map(), codes: new Map(),
  };
  const rows: CheckedRow[] = [];
  let corrected = 0;
  for (const row of base) {
    rows.push(warnOfOtherName(checking, checkRow(checking, row)));
    if (checking.isEdited(row.row) && !checking.excluded.has(row.row)) corrected += table.rule.fieldNames.filter((field) => correctionOf(table, decisions, row.row, field) !== undefined).length;
    await breathe();
  }
  return { rows, summary: summarise(rows, amountTotals(table.rule, base, rows), corrected) };
};
