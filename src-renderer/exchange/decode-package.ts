/** From the bytes of a file to a package of today's version whose every field has the right shape. */
import { fail, type Problem, ProblemError } from '../domain/problem';
import { pointerTo } from '../domain/json-pointer';
import type { z } from '../domain/schema';
import { JSON_LIMITS, MAX_PACKAGE_BYTES, MAX_PROBLEMS } from './package-limits';
import { contentIssues } from './package-kinds';
import { packageSchema, type CaietPackage } from './package-schema';
import { checkFormat, checkKind, upgradePackage, type JsonObject } from './upgrade-chain';
import { readWritten, type ReadWrittenOptions, type WrittenBytes } from './written-package';

export interface DecodedPackage {
  readonly content: CaietPackage;
  /** As written in the file, before any upgrade: what its digests were made of. */
  readonly written: JsonObject;
  /** The same as canonical bytes. */
  readonly bytes: WrittenBytes;
}

/** A package that is JSON of the right version but not of the right shape; every place is told. */
export class PackageShapeError extends ProblemError {
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    super(problems[0]);
  }
}

/** How zips with Excel's and Word's files, PDFs and old Office files begin: chosen by mistake, not damaged on the way. */
const OTHER_DOCUMENTS: readonly (readonly number[])[] = [[0x50, 0x4b, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46], [0xd0, 0xcf, 0x11, 0xe0]];

const isOtherDocument = (bytes: Uint8Array): boolean => OTHER_DOCUMENTS.some((signature) => signature.every((byte, index) => bytes[index] === byte));

/** The deepest place an issue speaks of: a union's own path says only that none of its forms fits. */
const shapeProblem = (issue: z.core.$ZodIssue): Problem => {
  const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
  return { severity: 'error', code: 'package.badShape', data: { rule: issue.code, detail: issue.message.slice(0, 200) }, pointer: pointerTo(path) };
};

const checkShape = (upgraded: JsonObject): CaietPackage => {
  const parsed = packageSchema.safeParse(upgraded);
  // Not the parser's copy: what was written is checked, and stays in memory once.
  const checked = upgraded as unknown as CaietPackage;
  const issues = parsed.success ? contentIssues(checked.kind, checked.content).map((issue) => ({ ...issue, path: ['content', ...issue.path] })) : parsed.error.issues;
  if (parsed.success && issues.length === 0) return checked;
  const [first, ...rest] = issues.slice(0, MAX_PROBLEMS).map(shapeProblem);
  if (first === undefined) throw fail('package.badShape', { rule: '', detail: '' }, '');
  throw new PackageShapeError([first, ...rest]);
};

/** @throws ProblemError for bytes that are no text of a package: empty, too many, or another kind of document. */
export const refuseOther = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw fail('package.empty');
  if (bytes.length > MAX_PACKAGE_BYTES) throw fail('package.tooLarge', { size: bytes.length, limit: MAX_PACKAGE_BYTES });
  if (isOtherDocument(bytes)) throw fail('package.notAPackage');
};

/**
 * UTF-8, JSON, version gate and upgrade, schema: in this order, each before the next can be hurt.
 * @throws ProblemError `package.*` when the bytes cannot be read as a package at all.
 */
export const decodeJson = (json: Uint8Array, options: Omit<ReadWrittenOptions, 'limits'> = {}): DecodedPackage => {
  const { value, bytes } = readWritten(json, { ...options, limits: JSON_LIMITS });
  const written = checkFormat(value);
  const upgraded = upgradePackage(written);
  checkKind(upgraded);
  return { content: checkShape(upgraded), written, bytes };
};

/** As `decodeJson`, after the limits and other kinds of documents. */
export const decodePackage = (bytes: Uint8Array): DecodedPackage => {
  refuseOther(bytes);
  return decodeJson(bytes);
};
