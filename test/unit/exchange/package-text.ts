/** Building packages by hand, as a careful stranger or a careless one would. */
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import { ProblemError } from '../../../src-renderer/domain/problem';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import type { Project } from '../../../src-renderer/domain/project';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { writePackage, type PackageContent } from '../../../src-renderer/exchange/write-package';
import { historyOf } from './arbitrary-project';

export const PRODUCER = { app: 'Caiet', version: '0.1.0', deviceId: 'device-1', authority: 'Primăria Chitila' };

export const contentOf = (projects: readonly Project[]): PackageContent => ({
  id: 'package-1',
  kind: 'full',
  createdAt: '2026-03-02T08:15:00.000Z',
  producer: PRODUCER,
  rulePack: RO_2026,
  projects: projects.map((project) => ({ project, history: historyOf(project) })),
});

export const packageOf = (...projects: readonly Project[]): Uint8Array => writePackage(contentOf(projects));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export type Loose = Record<string, unknown>;
export const parsed = (bytes: Uint8Array): Loose => JSON.parse(textOf(bytes)) as Loose;

/** A package changed by hand and given a fresh digest, so that what is wrong is found on its own merits. */
export const resealed = (bytes: Uint8Array, edit: (body: Loose) => void): Uint8Array => {
  const { digest: _, ...body } = parsed(bytes);
  edit(body);
  return bytesOf(canonicalJson({ ...body, digest: sha256Hex(canonicalJson(body)) }));
};

/** What reading says, whether it throws or reports. */
export const problemsOf = (bytes: Uint8Array) => {
  try {
    return readPackage('test.caiet.json', bytes, { rulePack: RO_2026 }).problems;
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem];
    throw error;
  }
};
