/**
 * The whole import of a register up to its preview, against libraries that only read the cells. Each reading has a
 * process of its own; readers take turns, and the median of three counts.
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

const RIVALS: Readonly<Partial<Record<ImportReader, string>>> = { sheetjs: 'SheetJS read + sheet_to_json', exceljs: 'exceljs load' };

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const readOnce = async (reader: ImportReader, file: string, rows: number): Promise<number> => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=4096', '--import', 'tsx', fileURLToPath(import.meta.resolve('./import-reader.ts')), reader, file]);
  const outcome = JSON.parse(stdout) as { ms: number; rows: number };
  if (outcome.rows !== rows) throw new Error(`${reader} read ${outcome.rows} of ${rows} rows`);
  return outcome.ms;
};

const benchSize = async (folder: string, rows: number): Promise<BenchRow[]> => {
  const file = path.join(folder, `${rows}.xlsx`);
  await writeFile(file, largeRegister(rows));
  const times = new Map<ImportReader, number[]>(IMPORT_READERS.map((reader) => [reader, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const reader of IMPORT_READERS) times.get(reader)?.push(await readOnce(reader, file, rows));
  }
  const ms = median(times.get('caiet') ?? []);
  return Object.entries(RIVALS).map(([reader, floor]) => {
    const floorMs = median(times.get(reader as ImportReader) ?? []);
    return { what: `import ${rows.toLocaleString('en')} rows × 15, checked`, floor, ratio: ms / floorMs, ms, floorMs };
  });
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
