/**
 * Reading the cells of a register against what a machine cannot do without and against libraries, and the whole import
 * up to its preview, in Node and in Chromium's worker. Readers take turns, and the median counts.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchRow } from './bench-row';
import { largeRegister } from './import-file';
import { browserPlace, nodePlace, type Place, type Reading } from './import-places';
import { READER_NAMES, type ImportReader } from './import-readers';

/** The large ones only show how time and memory grow. */
const SIZES = [10_000, 100_000];
const GROWTH = [200_000, 500_000];
const ROUNDS = 3;

/** What is measured against what. */
const COMPARISONS: readonly { readonly what: string; readonly reader: ImportReader; readonly rivals: Readonly<Partial<Record<ImportReader, string>>> }[] = [
  { what: 'read cells of', reader: 'cells', rivals: { floor: 'unpacking and one look at every byte', sheetjs: 'SheetJS, fastest settings', hucre: 'hucre readXlsx' } },
  { what: 'import, checked,', reader: 'import', rivals: { floor: 'unpacking and one look at every byte', importBySheetJs: 'the same on SheetJS' } },
];

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

type Measured = (reader: ImportReader, value: keyof Reading) => number;

const measure = async ({ name, read }: Place, file: string, rows: number, readers: readonly ImportReader[], rounds: number): Promise<Measured> => {
  const readings = new Map<ImportReader, Reading[]>(readers.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of readers) {
      const reading = await read(reader, file);
      if (reading.rows !== rows) throw new Error(`${reader} read ${reading.rows} of ${rows} rows in ${name}`);
      readings.get(reader)?.push(reading);
    }
  }
  return (reader, value) => median((readings.get(reader) ?? []).map((reading) => reading[value]));
};

const sized = (rows: number): string => `${rows.toLocaleString('en')} rows × 15`;

const compared = ({ name }: Place, rows: number, measured: Measured): BenchRow[] =>
  COMPARISONS.flatMap(({ what, reader, rivals }) => Object.entries(rivals).map(([other, label]) => {
    const rival = other as ImportReader;
    const [ms, floorMs] = [measured(reader, 'ms'), measured(rival, 'ms')];
    return {
      what: `${name}: ${what} ${sized(rows)} (peak ${measured(reader, 'peakMb')} MB)`,
      floor: `${label} (peak ${measured(rival, 'peakMb')} MB)`,
      ratio: ms / floorMs, ms, floorMs,
    };
  }));

/** Time and memory of many rows against those of 100,000. */
const grown = (name: string, rows: number, large: Measured, usual: Measured): BenchRow => {
  const [ms, floorMs] = [large('cells', 'ms'), usual('cells', 'ms')];
  return { what: `${name}: read cells of ${sized(rows)} (peak ${large('cells', 'peakMb')} MB)`, floor: `the same of ${sized(100_000)} (peak ${usual('cells', 'peakMb')} MB)`, ratio: ms / floorMs, ms, floorMs };
};

export const benchImport = async (): Promise<BenchRow[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'caiet-bench-'));
  const places = [nodePlace(), await browserPlace()];
  const files = new Map<number, string>();
  for (const rows of [...SIZES, ...GROWTH]) {
    const file = path.join(folder, `${rows}.xlsx`);
    await writeFile(file, largeRegister(rows));
    files.set(rows, file);
  }
  try {
    const rows: BenchRow[] = [];
    for (const place of places) {
      let usual: Measured = () => Number.NaN;
      for (const size of SIZES) {
        usual = await measure(place, files.get(size) ?? '', size, READER_NAMES, ROUNDS);
        rows.push(...compared(place, size, usual));
      }
      for (const size of GROWTH) rows.push(grown(place.name, size, await measure(place, files.get(size) ?? '', size, ['cells'], ROUNDS), usual));
    }
    return rows;
  } finally {
    for (const place of places) await place.close();
    await rm(folder, { recursive: true });
  }
};
