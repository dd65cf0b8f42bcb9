/**
 * Reading the cells of a register against what a machine cannot do without and against libraries, and the whole import
 * up to its preview. Each reading has a process of its own; readers take turns, and the median of three counts.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchRow } from './bench-row';
import { largeRegister } from './import-file';
import { IMPORT_READERS, type ImportReader } from './import-readers';

const run = promisify(execFile);
const SIZES = [10_000, 100_000];
const ROUNDS = 3;

/** What is measured against what. */
const COMPARISONS: readonly { readonly what: string; readonly reader: ImportReader; readonly rivals: Readonly<Partial<Record<ImportReader, string>>> }[] = [
  { what: 'read cells of', reader: 'cells', rivals: { floor: 'unpacking and one look at every byte', sheetjs: 'SheetJS, fastest settings', exceljs: 'exceljs load' } },
  { what: 'import, checked,', reader: 'import', rivals: { floor: 'unpacking and one look at every byte', importBySheetJs: 'the same on SheetJS' } },
];

interface Reading {
  readonly ms: number;
  readonly peakMb: number;
}

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const readOnce = async (reader: ImportReader, file: string, rows: number): Promise<Reading> => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=4096', '--import', 'tsx', fileURLToPath(import.meta.resolve('./import-reader.ts')), reader, file]);
  const outcome = JSON.parse(stdout) as Reading & { rows: number };
  if (outcome.rows !== rows) throw new Error(`${reader} read ${outcome.rows} of ${rows} rows`);
  return outcome;
};

const benchSize = async (folder: string, rows: number): Promise<BenchRow[]> => {
  const file = path.join(folder, `${rows}.xlsx`);
  await writeFile(file, largeRegister(rows));
  const readings = new Map<ImportReader, Reading[]>(IMPORT_READERS.map((reader) => [reader, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const reader of IMPORT_READERS) readings.get(reader)?.push(await readOnce(reader, file, rows));
  }
  const measured = (reader: ImportReader, value: keyof Reading): number => median((readings.get(reader) ?? []).map((reading) => reading[value]));
  return COMPARISONS.flatMap(({ what, reader, rivals }) => Object.entries(rivals).map(([name, floor]) => {
    const rival = name as ImportReader;
    const [ms, floorMs] = [measured(reader, 'ms'), measured(rival, 'ms')];
    return {
      what: `${what} ${rows.toLocaleString('en')} rows × 15 (peak ${measured(reader, 'peakMb')} MB)`,
      floor: `${floor} (peak ${measured(rival, 'peakMb')} MB)`,
      ratio: ms / floorMs, ms, floorMs,
    };
  }));
};

export const benchImport = async (): Promise<BenchRow[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'caiet-bench-'));
  try {
    const rows: BenchRow[] = [];
    for (const size of SIZES) rows.push(...(await benchSize(folder, size)));
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
};
