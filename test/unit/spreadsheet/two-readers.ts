/** The same workbook through both readers of xlsx, in a form that shows every difference. */
import { expect } from 'vitest';
import { ProblemError } from '../../../src-renderer/domain/problem';
import { formatOfZip, verifyZip } from '../../../src-renderer/spreadsheet/import/read-container';
import { readWorkbook } from '../../../src-renderer/spreadsheet/import/read-workbook';
import type { Cell, SheetGrid, SheetSource } from '../../../src-renderer/spreadsheet/import/sheet-source';
import { readXlsx } from '../../../src-renderer/spreadsheet/import/xlsx-stream/read-xlsx';
import { UnfamiliarWorkbook, type UnfamiliarThing } from '../../../src-renderer/spreadsheet/import/xlsx-stream/unfamiliar';
import { readZip } from '../../../src-renderer/spreadsheet/import/zip';

export interface SheetDump {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: SheetGrid['merges'];
  /** By `row:column`. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What came of reading: sheets, a refusal by its code, or a workbook our reader leaves to the other. */
export type Outcome = { readonly sheets: readonly SheetDump[] } | { readonly refused: string } | { readonly leftFor: UnfamiliarThing };

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((left, right) => left - right);

const dumpOf = (grid: SheetGrid): SheetDump => {
  const cells: Record<string, Cell> = {};
  for (const row of grid.rows) {
    for (const column of grid.columns) {
      const cell = grid.cell(row, column);
      if (cell !== undefined) cells[`${row}:${column}`] = cell;
    }
  }
  return { name: grid.name, hidden: grid.hidden, rows: grid.rows, columns: grid.columns, hiddenRows: ascending(grid.hiddenRows), hiddenColumns: ascending(grid.hiddenColumns), merges: grid.merges, cells };
};

const outcomeOf = async (reading: () => Promise<SheetSource>): Promise<Outcome> => {
  try {
    return { sheets: (await reading()).sheets.map(dumpOf) };
  } catch (error) {
    if (error instanceof UnfamiliarWorkbook) return { leftFor: error.thing };
    if (error instanceof ProblemError) return { refused: error.problem.code };
    throw error;
  }
};

/** Our own reader alone. */
export const byStream = (bytes: Uint8Array): Promise<Outcome> => outcomeOf(async () => readXlsx(readZip(bytes.slice()), undefined, { onProgress: () => undefined, onFirstRows: () => undefined }));

/** SheetJS alone, behind the checks it needs. */
export const bySheetJs = (bytes: Uint8Array): Promise<Outcome> =>
  outcomeOf(async () => {
    const parts = readZip(bytes.slice());
    return readWorkbook(await verifyZip(parts, await formatOfZip(parts), undefined, () => undefined));
  });

/** Both readers agree to the cell, or ours leaves the workbook to the other. Returns what ours made of it. */
export const expectAgreement = async (bytes: Uint8Array): Promise<Outcome> => {
  const own = await byStream(bytes);
  if (!('leftFor' in own)) expect(own).toEqual(await bySheetJs(bytes));
  return own;
};

/** Both readers agree, and ours has read it by itself. */
export const expectSameReading = async (bytes: Uint8Array): Promise<readonly SheetDump[]> => {
  const own = await expectAgreement(bytes);
  expect(own).toHaveProperty('sheets');
  return 'sheets' in own ? own.sheets : [];
};

export const isXlsx = async (bytes: Uint8Array): Promise<boolean> => {
  try {
    return (await formatOfZip(readZip(bytes.slice()))) === 'xlsx';
  } catch {
    return false;
  }
};
