/**
 * One piece of work on a package of a thousand projects, in a process of its own: `package-work.ts WORK FILE ROUNDS`
 * prints `{ms, floorMs, peakMb}`. `export` and `import` take turns with the floor, and the medians count; the others do
 * one thing once, so that the most memory their process ever had is theirs alone.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { directDesk } from '../../src-renderer/exchange/package-desk';
import { RO_2026 } from '../../src-renderer/domain/rule-packs';
import { webPlatform } from '../../src-renderer/host/web-platform';
import { HEAD, largeProjects, makerOf, type WithHistory } from './large-projects';

export const PROJECTS = 1_000;
const BYTES = 100_000_000;

export interface Worked {
  readonly ms: number;
  readonly floorMs: number;
  readonly peakMb: number;
}

const desk = directDesk(webPlatform);
const hashed = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* oneByOne(projects: readonly WithHistory[]) {
  yield* projects;
}

/** As they come from the database: each made when it is wanted, and not kept. */
async function* madeOnDemand() {
  const make = makerOf(PROJECTS, BYTES);
  for (let count = 0; count < PROJECTS; count += 1) yield make();
}

const write = (projects: AsyncIterable<WithHistory>) => desk.write({ head: HEAD, projects, count: PROJECTS });

const read = async (bytes: Uint8Array): Promise<void> => {
  const { projects, problems } = await desk.read('bench', bytes, { rulePack: RO_2026 });
  if (projects.length !== PROJECTS || problems.some(({ severity }) => severity === 'error')) throw new Error('the package did not come back whole');
};

const bareExport = (projects: readonly WithHistory[]): string => hashed(new TextEncoder().encode(JSON.stringify(projects)));

const bareImport = (bytes: Uint8Array): unknown => {
  hashed(bytes);
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
};

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Both in turn; the first round only warms up. */
const compared = async (rounds: number, ours: () => unknown, floor: () => unknown): Promise<Omit<Worked, 'peakMb'>> => {
  const times: { readonly ours: number; readonly floor: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) times.push({ ours: await timed(ours), floor: await timed(floor) });
  const kept = times.slice(1);
  return { ms: median(kept.map((time) => time.ours)), floorMs: median(kept.map((time) => time.floor)) };
};

const once = { ms: 0, floorMs: 0 };

const WORK: Readonly<Record<string, (file: string, rounds: number) => Promise<Omit<Worked, 'peakMb'>>>> = {
  /** Writes the package to the file, too. */
  export: async (file, rounds) => {
    const projects = largeProjects(PROJECTS, BYTES);
    const times = await compared(rounds, () => write(oneByOne(projects)), () => bareExport(projects));
    writeFileSync(file, (await write(oneByOne(projects))).bytes);
    return times;
  },
  import: async (file, rounds) => {
    const bytes = readFileSync(file);
    return compared(rounds, () => read(bytes), () => bareImport(bytes));
  },
  exportOnce: async () => {
    await write(madeOnDemand());
    return once;
  },
  importOnce: async (file) => {
    await read(readFileSync(file));
    return once;
  },
  bareExportOnce: async () => {
    bareExport(largeProjects(PROJECTS, BYTES));
    return once;
  },
  bareImportOnce: async (file) => {
    bareImport(readFileSync(file));
    return once;
  },
};

const [name = '', file = '', rounds = '1'] = process.argv.slice(2);
const work = WORK[name];
if (work === undefined) throw new TypeError('package-work.ts WORK FILE ROUNDS');
const times = await work(file, Number(rounds));
process.stdout.write(JSON.stringify({ ...times, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies Worked));
