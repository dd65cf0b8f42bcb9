/** Writing a package: the same content gives the same bytes, on any machine and in any year. */
import type { AuditEntry } from '../domain/change';
import { canonicalJson, sha256Hex } from '../domain/digest';
import { evaluate } from '../domain/evaluation/evaluate';
import type { EvaluationResult } from '../domain/evaluation/result';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import type { Id, Instant, Json } from '../domain/values';
import { canonicalArray, canonicalMembers, canonicalObject } from './canonical-text';
import { MAX_PACKAGE_BYTES } from './package-limits';
import type { PackageKind } from './package-kinds';
import { PACKAGE_FORMAT, PACKAGE_VERSION, type PackageProducer, type Redacted } from './package-schema';
import { encodeUtf8 } from './utf8';

export interface PackageContent {
  readonly id: Id;
  readonly kind: PackageKind;
  readonly createdAt: Instant;
  readonly producer: PackageProducer;
  /** Evaluates the projects, so that a reader can compare; null leaves the results out (safety copies). */
  readonly rulePack: RulePack | null;
  readonly projects: readonly { readonly project: Project; readonly history: readonly AuditEntry[] }[];
  /** Digests of the states last exchanged, where there were any; what a merge starts from. */
  readonly base?: Readonly<Record<Id, string>>;
  /** What the kind carries beside projects; see `package-kinds.ts`. */
  readonly content?: Json;
  /** Marks a publication, with what was taken out of it. */
  readonly redacted?: Redacted;
}

const byId = (left: { readonly project: Project }, right: { readonly project: Project }): number =>
  left.project.id < right.project.id ? -1 : 1;

const resultsOf = (projects: PackageContent['projects'], rulePack: RulePack | null): Record<Id, EvaluationResult> =>
  rulePack === null ? {} : Object.fromEntries(projects.map(({ project }) => [project.id, evaluate(project, rulePack)]));

/**
 * The package as RFC 8785 JSON with a line end, in UTF-8. Projects are ordered by id.
 * @throws ProblemError `package.tooLarge` {size, limit} when no reader would take it, `data.notCanonical` for text that is not Unicode.
 */
export const writePackage = (content: PackageContent): Uint8Array => {
  const entries = content.projects.toSorted(byId);
  const texts = entries.map(({ project }) => canonicalJson(project));
  const members = {
    ...canonicalMembers({
      format: PACKAGE_FORMAT,
      version: PACKAGE_VERSION,
      id: content.id,
      kind: content.kind,
      createdAt: content.createdAt,
      producer: content.producer,
      rulePack: content.rulePack?.id ?? '',
      base: content.base ?? {},
      content: content.content,
      redacted: content.redacted,
      history: Object.fromEntries(entries.map(({ project, history }) => [project.id, history])),
      results: resultsOf(entries, content.rulePack),
      integrity: Object.fromEntries(entries.map(({ project }, index) => [project.id, sha256Hex(texts[index] ?? '')])),
    }),
    projects: canonicalArray(texts),
  };
  const digest = canonicalJson(sha256Hex(canonicalObject(members)));
  const bytes = encodeUtf8(`${canonicalObject({ ...members, digest })}\n`);
  if (bytes.length > MAX_PACKAGE_BYTES) throw fail('package.tooLarge', { size: bytes.length, limit: MAX_PACKAGE_BYTES });
  return bytes;
};
