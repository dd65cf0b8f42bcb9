/** xlsx, xlsm, xls, xlsb and ods through SheetJS, made to keep what it would drop: errors, addresses, hidden state. */
import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import * as cptable from 'xlsx/dist/cpexcel.full.mjs';
import { fail } from '../../domain/problem';
import { isDateFormat } from './date-format';
import type { VerifiedWorkbook } from './read-container';
import type { Cell, Merge, SheetGrid, SheetSource } from './sheet-source';

// Excel 5 and 95 files hold text in the code page of their Windows; without the tables Romanian letters come out wrong.
set_cptable(cptable);

/** Days between the 1900 and the 1904 epoch. */
const EPOCH_1904 = 1462;

const formatOf = (raw: CellObject): string => (typeof raw.z === 'string' ? raw.z : 'General');

const numberCell = (raw: CellObject, epoch: number): Cell | undefined => {
  if (typeof raw.v !== 'number' || !Number.isFinite(raw.v)) return { kind: 'error', text: String(raw.w ?? '#NUM!') };
  const format = formatOf(raw);
  return isDateFormat(format) ? { kind: 'date', serial: raw.v + epoch } : { kind: 'number', value: raw.v, format };
};

const toCell = (raw: CellObject | undefined, epoch: number): Cell | undefined => {
  switch (raw?.t) {
    case undefined: return undefined;
    case 's': {
      const text = String(raw.v ?? '');
      return text.trim() === '' ? undefined : { kind: 'text', text };
    }
    case 'n': return numberCell(raw, epoch);
    case 'b': return { kind: 'boolean', value: raw.v === true };
    case 'e': return { kind: 'error', text: typeof raw.w === 'string' ? raw.w : errorText(raw.v) };
    case 'd': return raw.v instanceof Date ? { kind: 'date', serial: raw.v.getTime() / 86_400_000 + 25_569 } : undefined;
    case 'z': return raw.f === undefined ? undefined : { kind: 'uncalculated' };
  }
};

/** Error values by their code ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A', 0x2b: '#GETTING_DATA',
};
const errorText = (code: CellObject['v']): string => (typeof code === 'number' ? ERRORS[code] : undefined) ?? '#N/A';

type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

const denseRows = (sheet: WorkSheet): DenseRows => {
  const data: unknown = sheet['!data'];
  return Array.isArray(data) ? (data as DenseRows) : [];
};

/** The rows and columns that hold something; holes of sparse arrays are never visited. */
const usedRange = (data: DenseRows, epoch: number): { readonly rows: number[]; readonly columns: number[] } => {
  const rows: number[] = [];
  const columns = new Set<number>();
  data.forEach((cells, row) => {
    let used = false;
    cells?.forEach((raw, column) => {
      if (toCell(raw, epoch) === undefined) return;
      used = true;
      columns.add(column);
    });
    if (used) rows.push(row + 1);
  });
  return { rows, columns: [...columns].sort((left, right) => left - right) };
};

const hiddenIndexes = (infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined, base: number): Set<number> => {
  const found = new Set<number>();
  infos?.forEach((info, index) => {
    if (info?.hidden === true) found.add(index + base);
  });
  return found;
};

const mergesOf = (sheet: WorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }));

const gridOf = (name: string, sheet: WorkSheet, hidden: boolean, epoch: number, workbook: VerifiedWorkbook, index: number): SheetGrid => {
  const data = denseRows(sheet);
  const details = workbook.odsSheets?.[index];
  return {
    name,
    hidden: hidden || details?.hidden === true,
    ...usedRange(data, epoch),
    hiddenRows: details?.hiddenRows ?? hiddenIndexes(sheet['!rows'], 1),
    hiddenColumns: details?.hiddenColumns ?? hiddenIndexes(sheet['!cols'], 0),
    merges: mergesOf(sheet),
    cell: (row, column) => toCell(data[row - 1]?.[column], epoch),
  };
};

const parse = (workbook: VerifiedWorkbook): WorkBook => {
  try {
    return read(workbook.bytes, {
      type: 'array', dense: true, cellDates: false, cellNF: true, cellText: false, cellHTML: false, UTC: true,
      cellFormula: workbook.hasFormulas, sheetStubs: workbook.hasFormulas, cellStyles: workbook.hasHidden,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw fail(/password|encrypt/i.test(message) ? 'file.passwordProtected' : 'file.damaged');
  }
};

/** Throws `file.damaged`, `file.passwordProtected`. */
export const readWorkbook = (workbook: VerifiedWorkbook): SheetSource => {
  const parsed = parse(workbook);
  const epoch = parsed.Workbook?.WBProps?.date1904 === true ? EPOCH_1904 : 0;
  const sheets = parsed.SheetNames.flatMap((name, index) => {
    const sheet = parsed.Sheets[name];
    const isTable = sheet !== undefined && (sheet['!type'] ?? 'sheet') === 'sheet';
    const hidden = (parsed.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return isTable ? [gridOf(name, sheet, hidden, epoch, workbook, index)] : [];
  });
  return { format: workbook.format, text: null, sheets };
};
