/** The projects that packages and the window are measured with: a thousand of them fill a hundred megabytes. */
import { sealEntry } from '../../src-renderer/domain/audit';
import type { AuditEntry } from '../../src-renderer/domain/change';
import { demoProject } from '../../src-renderer/domain/demo/demo-project';
import type { Project } from '../../src-renderer/domain/project';
import { RO_2026 } from '../../src-renderer/domain/rule-packs';
import type { Json } from '../../src-renderer/domain/values';
import type { PackageHead } from '../../src-renderer/exchange/write-package';

export const AT = '2026-03-02T08:15:00.000Z';

export const HEAD: PackageHead = {
  id: 'bench', kind: 'full', createdAt: AT, rulePack: RO_2026,
  producer: { app: 'Caiet', version: '0', deviceId: 'device-1', authority: 'Comuna Cornetu' },
};

/** A project with the history that tells of exactly it. */
export interface WithHistory {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
}

let minted = 0;
export const ids = { next: () => `0199d3c4-5e00-7000-8000-${String((minted += 1)).padStart(12, '0')}` };

export const withHistory = (project: Project): WithHistory => {
  const created = { id: ids.next(), projectId: project.id, label: { code: 'projectCreated', data: { title: project.title } }, at: AT, author: 'Ana Pop', deviceId: 'device-1', patches: [{ path: [], after: project as Json }] } as const;
  return { project, history: [sealEntry(created, null)] };
};

const PROSE = 'Rezultatul dorit, descris pe larg. '.repeat(600);

/** A demo project whose text fills its share of the file, as long specifications do. */
const filled = (padding: number): WithHistory => {
  const demo = demoProject(ids, { now: () => AT });
  return withHistory({ ...demo, description: `${demo.description} ${PROSE}`.slice(0, Math.max(0, Math.min(20_000, padding))) });
};

/** Makes projects of which `count` are `bytes` in all, nearly: the results that a package adds are not counted. */
export const makerOf = (count: number, bytes: number): (() => WithHistory) => {
  const padding = (bytes / count - JSON.stringify(filled(0)).length) / 2;
  return () => filled(padding);
};

export const largeProjects = (count: number, bytes: number): WithHistory[] => {
  const make = makerOf(count, bytes);
  return Array.from({ length: count }, make);
};
