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
import { MAX_PACKAGE_BYTES } from './package-limits';
import type { PackageKind } from './package-kinds';
import { arrayPieces, joined, memberPieces, objectPieces, type Pieces } from './package-parts';
import { PACKAGE_FORMAT, PACKAGE_VERSION, type PackageProducer, type Redacted } from './package-schema';
import type { Signature } from './signature';
import { encodeUtf8 } from './utf8';

/** A project on its way into a package. */
export interface PackagedProject {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
  /** Digest of the state last exchanged, where there was one. */
  readonly base?: string | undefined;
  /** Contents of attached files by their SHA-256; only for a package that becomes a zip. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
}

export interface PackageContent {
  readonly id: Id;
  readonly kind: PackageKind;
  readonly createdAt: Instant;
  readonly producer: PackageProducer;
  /** Evaluates the projects, so that a reader can compare; null leaves the results out (safety copies). */
  readonly rulePack: RulePack | null;
  readonly projects: readonly PackagedProject[];
  /** Digests of the states last exchanged, where there were any; what a merge starts from. */
  readonly base?: Readonly<Record<Id, string>>;
  /** What the kind carries beside projects; see `package-kinds.ts`. */
  readonly content?: Json;
  /** Marks a publication, with what was taken out of it. */
  readonly redacted?: Redacted;
}

/** What a package says of itself, whatever projects are in it. */
export type PackageHead = Omit<PackageContent, 'projects'>;

/** One project's parts of the package, in canonical UTF-8. */
interface ProjectPieces {
  readonly project: Uint8Array;
  readonly history: Uint8Array;
  readonly result: Uint8Array | null;
}

type Entry = readonly [Id, ProjectPieces];

const mapOf = (entries: readonly Entry[], piece: (id: Id, pieces: ProjectPieces) => Uint8Array | null): Pieces =>
  objectPieces(Object.fromEntries(entries.flatMap(([id, pieces]) => {
    const written = piece(id, pieces);
    return written === null ? [] : [[id, [written]] as const];
  })));

/** A package that is written, but for its digest and signature. */
export interface WrittenParts {
  /** What the package's digest is taken of; a copy of its own. */
  digested(): Uint8Array;
  /** The file, once the digest and the signature are known. */
  sealed(digest: string, signature?: Signature): Uint8Array;
}

/** What stays out of a package while prices are in their envelopes; the trail tells them as plainly as the bids do. */
const SEALED_OUT = ['history', 'sealedPrices', 'notes', 'sealedDocuments'] as const;

const LINE_END = encodeUtf8('\n');

/** A score sheet is made without prices, so its trail holds none. */
const CARRIES_ALL: ReadonlySet<PackageKind> = new Set(['backup', 'evaluator-sheet']);

/**
 * Puts a package together project by project; of each it keeps the bytes alone, so that a thousand projects need never
 * be in memory together as objects. A safety copy is the person's own and holds everything; whatever else leaves goes
 * without sealed prices, and says so. `encode`: the platform's coder, where there is one.
 */
export class PackageWriter {
  private readonly pieces = new Map<Id, ProjectPieces>();
  private readonly base: Record<Id, string>;
  /** Contents of attached files that the projects brought, by their SHA-256. */
  readonly files = new Map<string, Uint8Array>();
  private readonly named = new Set<string>();
  private readonly kept = new Set<string>();
  private hasSealed = false;

  constructor(private readonly head: PackageHead, private readonly encode: (text: string) => Uint8Array = encodeUtf8) {
    this.base = { ...head.base };
  }

  /** @throws ProblemError `data.notCanonical` for text that is not Unicode. */
  add(given: PackagedProject): void {
    const isSealed = !CARRIES_ALL.has(this.head.kind) && anySealed(given.project);
    const { project, history } = isSealed ? { project: forLeaving(given.project), history: [] } : given;
    if (isSealed) this.hasSealed = true;
    if (given.base !== undefined) this.base[project.id] = given.base;
    for (const [sha256, bytes] of given.files ?? []) this.files.set(sha256, bytes);
    for (const { sha256 } of attachmentsOf(given.project)) this.named.add(sha256);
    for (const { sha256 } of attachmentsOf(project)) this.kept.add(sha256);
    const { rulePack } = this.head;
    const piece = (value: unknown): Uint8Array => this.encode(canonicalJson(value));
    this.pieces.set(project.id, { project: piece(project), history: piece(history), result: rulePack === null ? null : piece(evaluate(project, rulePack)) });
  }

  /** SHA-256 of documents that must not go with it, since the price they may tell is sealed. */
  get heldBack(): ReadonlySet<string> {
    return new Set([...this.named].filter((sha256) => !this.kept.has(sha256)));
  }

  /** The canonical UTF-8 of each project, whose digests `write` wants. */
  projects(): readonly (readonly [Id, Uint8Array])[] {
    return this.entries().map(([id, { project }]) => [id, project]);
  }

  /** `digests`: SHA-256 of each project. */
  write(digests: ReadonlyMap<Id, string>): WrittenParts {
    const entries = this.entries();
    const members: Readonly<Record<string, Pieces>> = {
      ...memberPieces(this.facts()),
      history: mapOf(entries, (_id, { history }) => history),
      results: mapOf(entries, (_id, { result }) => result),
      integrity: mapOf(entries, (id) => encodeUtf8(canonicalJson(digests.get(id)))),
      projects: arrayPieces(entries.map(([, { project }]) => [project])),
    };
    return {
      digested: () => joined(objectPieces(members)),
      sealed: (digest, signature) => joined([...objectPieces({ ...members, ...memberPieces({ digest, signature }) }), LINE_END]),
    };
  }

  /** What the package says of itself. */
  private facts(): Readonly<Record<string, unknown>> {
    const { head } = this;
    return {
      format: PACKAGE_FORMAT,
      version: PACKAGE_VERSION,
      id: head.id,
      kind: head.kind,
      createdAt: head.createdAt,
      producer: head.producer,
      rulePack: head.rulePack?.id ?? '',
      base: this.base,
      content: head.content,
      redacted: head.redacted ?? (this.hasSealed ? { phase: 'beforeReport', removed: [...SEALED_OUT] } : undefined),
    };
  }

  /** In the order of the projects' ids. */
  private entries(): readonly Entry[] {
    return [...this.pieces].toSorted(([left], [right]) => (left < right ? -1 : 1));
  }
}

/** @throws ProblemError `package.tooLarge` {size, limit} when no reader would take it. */
export const refuseLarge = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length > MAX_PACKAGE_BYTES) throw fail('package.tooLarge', { size: bytes.length, limit: MAX_PACKAGE_BYTES });
  return bytes;
};

/** What a writer holds, neither signed nor encrypted. @throws ProblemError as `writePackage`. */
export const sealedPlainly = (writer: PackageWriter): Uint8Array => {
  const parts = writer.write(new Map(writer.projects().map(([id, bytes]) => [id, sha256Hex(bytes)])));
  return refuseLarge(parts.sealed(sha256Hex(parts.digested())));
};

/**
 * The package as RFC 8785 JSON with a line end, in UTF-8. Projects are ordered by id.
 * @throws ProblemError `package.tooLarge` {size, limit} when no reader would take it, `data.notCanonical` for text that is not Unicode.
 */
export const writePackage = ({ projects, ...head }: PackageContent): Uint8Array => {
  const writer = new PackageWriter(head);
  for (const each of projects) writer.add(each);
  return sealedPlainly(writer);
};
