/**
 * Packages of a thousand projects, about 100 MB, out and in, against the least that could be done with the same bytes:
 * the platform's own JSON and its own SHA-256, nothing checked, nothing kept. One run each: a median of three would take
 * minutes and say the same.
 */
import { createHash } from 'node:crypto';
import { sealEntry } from '../../src-renderer/domain/audit';
import type { AuditEntry } from '../../src-renderer/domain/change';
import { demoProject } from '../../src-renderer/domain/demo/demo-project';
import type { Project } from '../../src-renderer/domain/project';
import { RO_2026 } from '../../src-renderer/domain/rule-packs';
import type { Json } from '../../src-renderer/domain/values';
import { directDesk } from '../../src-renderer/exchange/package-desk';
import { webPlatform } from '../../src-renderer/host/web-platform';
import type { BenchRow } from './bench-row';

const PROJECTS = 1_000;
const BYTES = 100_000_000;
const AT = '2026-03-02T08:15:00.000Z';

let minted = 0;
const ids = { next: () => `0199d3c4-5e00-7000-8000-${String((minted += 1)).padStart(12, '0')}` };

/** A demo project whose text fills its share of the hundred megabytes, as long specifications do. */
const projectOf = (padding: number): { readonly project: Project; readonly history: readonly AuditEntry[] } => {
  const demo = demoProject(ids, { now: () => AT });
  const project: Project = { ...demo, description: `${demo.description} ${'Rezultatul dorit, descris pe larg. '.repeat(600)}`.slice(0, Math.max(0, Math.min(20_000, padding))) };
  const created = { id: ids.next(), projectId: project.id, label: { code: 'projectCreated', data: { title: project.title } }, at: AT, author: 'Ana Pop', deviceId: 'device-1', patches: [{ path: [], after: project as Json }] } as const;
  return { project, history: [sealEntry(created, null)] };
};

async function* projects(padding: number) {
  for (let count = 0; count < PROJECTS; count += 1) yield projectOf(padding);
}

interface Timed<Result> {
  readonly result: Result;
  readonly ms: number;
}

const timed = async <Result>(work: () => Promise<Result> | Result): Promise<Timed<Result>> => {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** The most memory the process held while something ran, looked at between projects. */
class Peak {
  private most = 0;
  look = (): void => {
    this.most = Math.max(this.most, process.memoryUsage().rss);
  };
  text(): string {
    return megabytes(this.most);
  }
}

const hashed = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const benchPackages = async (): Promise<BenchRow[]> => {
  const desk = directDesk(webPlatform);
  const head = { id: 'bench', kind: 'full', createdAt: AT, producer: { app: 'Caiet', version: '0', deviceId: 'device-1', authority: 'Comuna Cornetu' }, rulePack: RO_2026 } as const;
  const one = JSON.stringify(projectOf(0)).length;
  const padding = (BYTES / PROJECTS - one) / 2;

  // Made beforehand, so that making them is in neither time.
  const all: Awaited<ReturnType<typeof projectOf>>[] = [];
  for await (const each of projects(padding)) all.push(each);
  async function* again() {
    yield* all;
  }
  const outPeak = new Peak();
  const written = await timed(() => desk.write({ head, projects: again(), count: PROJECTS, onProgress: outPeak.look }));
  outPeak.look();
  const { bytes } = written.result;
  const bareOut = await timed(() => {
    const text = new TextEncoder().encode(JSON.stringify(all));
    return hashed(text);
  });
  all.length = 0;
  const inPeak = new Peak();
  const read = await timed(() => desk.read('bench', bytes, { rulePack: RO_2026, onProgress: inPeak.look }));
  inPeak.look();
  if (read.result.projects.length !== PROJECTS || read.result.problems.some(({ severity }) => severity === 'error')) throw new Error('the package did not come back whole');
  const bareIn = await timed(() => {
    hashed(bytes);
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  });
  const what = `1,000 projects, ${megabytes(bytes.length)}`;
  return [
    { what: `export ${what}, evaluated, digested (peak ${outPeak.text()})`, floor: 'bare JSON.stringify and SHA-256', ratio: written.ms / bareOut.ms, ms: written.ms, floorMs: bareOut.ms },
    { what: `import ${what}, checked, chains and results recomputed (peak ${inPeak.text()})`, floor: 'bare JSON.parse and SHA-256', ratio: read.ms / bareIn.ms, ms: read.ms, floorMs: bareIn.ms },
  ];
};
