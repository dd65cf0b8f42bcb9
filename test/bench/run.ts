/**
 * `npm run bench`: every benchmark in one run, printed as one table that goes into `docs/performance.md` as it is. Only
 * the ratios mean anything: the milliseconds depend on the machine and the moment. `npm run bench -- evaluation window`
 * runs some of them. One that fails is told on the error output, and the others go on.
 */
import { cpus } from 'node:os';
import type { BenchRow } from './bench-row';
import { benchEvaluation } from './evaluation';
import { benchImport } from './import';
import { benchMerge } from './merge';
import { benchPackages } from './packages';
import { benchRobustness } from './robustness';
import { benchStart } from './start';
import { benchWindow } from './window/window';

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = { evaluation: benchEvaluation, import: benchImport, merge: benchMerge, packages: benchPackages, robustness: benchRobustness, start: benchStart, window: benchWindow };

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
} else {
  const began = performance.now();
  console.log(`Measured on ${new Date().toISOString().slice(0, 10)}, ${process.platform}, ${cpus().length} cores, Node ${process.versions.node}.\n`);
  console.log(line(['what', 'compared with', 'ratio', 'ms', 'ms of the other']));
  console.log(line(['---', '---', '---:', '---:', '---:']));
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      for (const row of await bench()) console.log(line([row.what, row.floor, row.ratio.toFixed(2), row.ms.toFixed(0), row.floorMs.toFixed(1)]));
    } catch (error) {
      console.error(`${name} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
  console.error(`${Math.round((performance.now() - began) / 1000)} seconds in all.`);
}
