/**
 * What a package may be for. A kind that carries more than projects names the schema of its `content` here; the reader
 * asks for it of that kind and of no other, and hands it on in the report.
 */
import { z } from '../domain/schema';
import type { Json } from '../domain/values';
import { receiptContentSchema } from './receipt';
import { sheetContentSchema } from './sheet-content';

/**
 * `full` carries whole projects to another device or the central platform; `backup` is the same with binned projects
 * too, as the safety copies have it. `receipt` answers a package and carries no project; `evaluator-sheet`
 * carries one evaluator's part of a project there and back.
 */
export const PACKAGE_KINDS = ['full', 'backup', 'receipt', 'evaluator-sheet'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** Schema of `content` by kind; null for a kind that is its projects and nothing more. */
const CONTENT_SCHEMAS: Readonly<Record<PackageKind, z.ZodType<Json> | null>> = { full: null, backup: null, receipt: receiptContentSchema, 'evaluator-sheet': sheetContentSchema };

/** What is wrong with the `content` of a package of this kind; empty when nothing is. Paths lead from `content`. */
export const contentIssues = (kind: PackageKind, content: unknown): readonly z.core.$ZodIssue[] =>
  CONTENT_SCHEMAS[kind]?.safeParse(content).error?.issues ?? [];

const schemas = Object.values(CONTENT_SCHEMAS).filter((schema) => schema !== null);

/** For the published schema: any of the kinds' contents. */
export const contentSchema: z.ZodType<Json> = schemas.length === 0 ? (z.unknown() as z.ZodType<Json>) : z.union(schemas);
