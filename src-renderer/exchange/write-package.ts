/** Writing a package: the same content gives the same bytes, on any machine and in any year. */
import { attachmentsOf } from '../domain/attachment';
import type { AuditEntry } from '../domain/change';
import { canonicalJson, sha256Hex } from '../domain/digest';
import { evaluate } from '../domain/evaluation/evaluate';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import { anySealed, forLeaving } from '../domain/sealed-prices';
import type { Id, Instant, Json } from '../domain/values';
import { canonicalArray, canonicalMembers, canonicalObject } from './canonical-text';
import { MAX_PACKAGE_BYTES } from './package-limits';
import type { PackageKind } from './package-kinds';
import { PACKAGE_FORMAT, PACKAGE_VERSION, type PackageProducer, type Redacted } from './package-schema';
import type { Signature } from './signature';
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

/** What a package says of itself, whatever projects are in it. */
export type PackageHead = Omit<PackageContent, 'projects'>;

interface ProjectTexts {
  readonly project: string;
  readonly history: string;
  readonly result: string | null;
  readonly digest: string;
}

const mapOf = (entries: readonly (readonly [Id, ProjectTexts])[], text: (texts: ProjectTexts) => string | null): string =>
  canonicalObject(Object.fromEntries(entries.flatMap(([id, texts]) => {
    const written = text(texts);
    return written === null ? [] : [[id, written] as const];
  })));

/** The parts of a package that is written, as canonical text. */
export interface PackageTexts {
  /** What the package's digest is taken of. */
  readonly digested: string;
  /** SHA-256 of documents that must not go with it, since the price they may tell is sealed. */
  readonly heldBack: ReadonlySet<string>;
  /** The file, once the digest and the signature are known. */
  sealed(digest: string, signature?: Signature): string;
}

/** What stays out of a package while prices are in their envelopes; the trail tells them as plainly as the bids do. */
const SEALED_OUT = ['history', 'sealedPrices', 'notes', 'sealedDocuments'] as const;

/** A score sheet is made without prices, so its trail holds none. */
const CARRIES_ALL: ReadonlySet<PackageKind> = new Set(['backup', 'evaluator-sheet']);

/**
 * Puts a package together project by project; of each it keeps the text alone, so that a thousand projects need never
 * be in memory together as objects. A safety copy is the person's own and holds everything; whatever else leaves goes
 * without sealed prices, and says so.
 */
export class PackageWriter {
  private readonly texts = new Map<Id, ProjectTexts>();
  private readonly named = new Set<string>();
  private readonly kept = new Set<string>();
  private hasSealed = false;

  constructor(private readonly head: PackageHead) {}

  /** @throws ProblemError `data.notCanonical` for text that is not Unicode. */
  add(given: PackageContent['projects'][number]): void {
    const isSealed = !CARRIES_ALL.has(this.head.kind) && anySealed(given.project);
    const { project, history } = isSealed ? { project: forLeaving(given.project), history: [] } : given;
    if (isSealed) this.hasSealed = true;
    for (const { sha256 } of attachmentsOf(given.project)) this.named.add(sha256);
    for (const { sha256 } of attachmentsOf(project)) this.kept.add(sha256);
    const text = canonicalJson(project);
    const { rulePack } = this.head;
    this.texts.set(project.id, { project: text, history: canonicalJson(history), result: rulePack === null ? null : canonicalJson(evaluate(project, rulePack)), digest: sha256Hex(text) });
  }

  /** Projects in the order of their ids. */
  write(): PackageTexts {
    const { head } = this;
    const entries = [...this.texts].toSorted(([left], [right]) => (left < right ? -1 : 1));
    const members = {
      ...canonicalMembers({
        format: PACKAGE_FORMAT,
        version: PACKAGE_VERSION,
        id: head.id,
        kind: head.kind,
        createdAt: head.createdAt,
        producer: head.producer,
        rulePack: head.rulePack?.id ?? '',
        base: head.base ?? {},
        content: head.content,
        redacted: head.redacted ?? (this.hasSealed ? { phase: 'beforeReport', removed: [...SEALED_OUT] } : undefined),
      }),
      history: mapOf(entries, ({ history }) => history),
      results: mapOf(entries, ({ result }) => result),
      integrity: mapOf(entries, ({ digest }) => canonicalJson(digest)),
      projects: canonicalArray(entries.map(([, { project }]) => project)),
    };
    return {
      digested: canonicalObject(members),
      heldBack: new Set([...this.named].filter((sha256) => !this.kept.has(sha256))),
      sealed: (digest, signature) => `${canonicalObject({ ...members, ...canonicalMembers({ digest, signature }) })}\n`,
    };
  }
}

/** @throws ProblemError `package.tooLarge` {size, limit} when no reader would take it. */
export const refuseLarge = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length > MAX_PACKAGE_BYTES) throw fail('package.tooLarge', { size: bytes.length, limit: MAX_PACKAGE_BYTES });
  return bytes;
};

/**
 * The package as RFC 8785 JSON with a line end, in UTF-8. Projects are ordered by id.
 * @throws ProblemError `package.tooLarge` {size, limit} when no reader would take it, `data.notCanonical` for text that is not Unicode.
 */
export const writePackage = ({ projects, ...head }: PackageContent): Uint8Array => {
  const writer = new PackageWriter(head);
  for (const each of projects) writer.add(each);
  const texts = writer.write();
  return refuseLarge(encodeUtf8(texts.sealed(sha256Hex(texts.digested))));
};
