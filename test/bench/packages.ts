/**
 * Packages of a thousand projects, about 100 MB, out and in, against the least that could be done with the same bytes:
 * the platform's own JSON and its own SHA-256, nothing checked, nothing kept.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchRow } from './bench-row';
import type { Worked } from './package-work';

const run = promisify(execFile);
const ROUNDS = 3;

const worked = async (work: string, file: string): Promise<Worked> => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=4096', '--import', 'tsx', fileURLToPath(import.meta.resolve('./package-work.ts')), work, file, String(ROUNDS)]);
  return JSON.parse(stdout) as Worked;
};

const row = (what: string, floor: string, { ms, floorMs }: Worked, peak: Worked, floorPeak: Worked): BenchRow =>
  ({ what: `${what} (peak ${peak.peakMb} MB)`, floor: `${floor} (peak ${floorPeak.peakMb} MB)`, ratio: ms / floorMs, ms, floorMs });

export const benchPackages = async (): Promise<BenchRow[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'caiet-bench-'));
  const file = path.join(folder, 'o-mie.caiet.json');
  try {
    const written = await worked('export', file);
    const read = await worked('import', file);
    const what = `1,000 projects, ${Math.round(statSync(file).size / 1e6)} MB`;
    return [
      row(`export ${what}, evaluated, digested`, 'bare JSON.stringify and SHA-256', written, await worked('exportOnce', file), await worked('bareExportOnce', file)),
      row(`import ${what}, checked, chains and results recomputed`, 'bare JSON.parse and SHA-256', read, await worked('importOnce', file), await worked('bareImportOnce', file)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
