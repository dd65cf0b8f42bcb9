/**
 * The exchange package, version 2: the one source of what a package is. The application validates against it, and
 * `docs/package.schema.json` is generated from it. Objects are loose: what a later version added survives.
 */
import type { AuditEntry } from '../domain/change';
import { CHANGE_CODES } from '../domain/change';
import { projectSchema } from '../domain/project';
import { z } from '../domain/schema';
import { idSchema, instantSchema, type Json } from '../domain/values';
import { contentSchema, PACKAGE_KINDS } from './package-kinds';
import { PUBLICATION_PHASES } from './public/publication-phase';
import { evaluationResultSchema } from './result-schema';
import { signatureSchema } from './signature';

/** The first key every reader looks at. */
export const PACKAGE_FORMAT = 'caiet-package';

/** The format version this code writes, and the newest it reads. */
export const PACKAGE_VERSION = 2;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Nothing to check: the JSON reader has made sure that it is JSON, which zod's `unknown` cannot say. */
const jsonSchema = z.unknown() as z.ZodType<Json>;

export const patchSchema = z.looseObject({
  path: z.array(z.string()).describe('From the project to the value; empty for the whole project.'),
  before: jsonSchema.optional().describe('Absent when the value did not exist.'),
  after: jsonSchema.optional().describe('Absent when the value no longer exists.'),
});

const chainEntry = {
  id: idSchema,
  projectId: idSchema,
  label: z.looseObject({
    code: z.enum(CHANGE_CODES),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  at: instantSchema,
  author: z.string(),
  deviceId: idSchema,
  patches: z.array(patchSchema),
  undoes: idSchema.optional(),
  redoes: idSchema.optional(),
  seq: z.int().min(1).describe('1, 2, 3… without gaps within a project.'),
  previousHash: sha256Schema.describe('`hash` of the entry before; 64 zeros for the first.'),
  merged: z.looseObject({ seq: z.int().min(1), hash: sha256Schema }).optional().describe('Only of an import that was merged: the end of the chain it took in.'),
  hash: sha256Schema.describe('SHA-256 over the RFC 8785 form of everything else in the entry but `annex`.'),
};

/** One link of a project's hash chain. */
export const auditEntrySchema: z.ZodType<AuditEntry> = z.looseObject({
  ...chainEntry,
  annex: z.array(z.looseObject(chainEntry)).optional().describe('Entries of other chains that a merged import brought, oldest first.'),
});

export const producerSchema = z.looseObject({
  app: z.string().max(100),
  version: z.string().max(100),
  deviceId: idSchema,
  authority: z.string().max(500).describe('Name of the contracting authority that made the package; empty when not given.'),
});
export type PackageProducer = z.infer<typeof producerSchema>;

export const redactedSchema = z.looseObject({
  phase: z.enum(PUBLICATION_PHASES).describe('Whether the report of the procedure had been published.'),
  removed: z.array(z.string().max(100)).max(100).describe('What was taken out, as codes.'),
});
export type Redacted = z.infer<typeof redactedSchema>;

export const packageSchema = z.looseObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  id: idSchema,
  kind: z.enum(PACKAGE_KINDS),
  createdAt: instantSchema,
  producer: producerSchema,
  rulePack: z.string().max(500).describe('Id of the rule pack the results were computed with; empty when there are none.'),
  base: z.record(idSchema, sha256Schema).describe('Project id → digest of the state last exchanged; empty when there was none.'),
  projects: z.array(projectSchema).describe('In ascending order of id.'),
  history: z.record(idSchema, z.array(auditEntrySchema)).describe('Project id → its audit entries, oldest first.'),
  results: z.record(idSchema, evaluationResultSchema).describe('Project id → the evaluation the producer shows; only for projects that have one.'),
  content: contentSchema.optional().describe('What a kind carries beside projects; absent for kinds that are projects and nothing more.'),
  redacted: redactedSchema.optional().describe('Only in a package made to be published: things were taken out of it, and their absence says nothing.'),
  signature: signatureSchema.optional().describe('Of the device that made the package.'),
  integrity: z.record(idSchema, sha256Schema).describe('Project id → SHA-256 of the RFC 8785 form of the project.'),
  digest: sha256Schema.describe('SHA-256 of the RFC 8785 form of the package without this key and without `signature`.'),
}).meta({ title: 'Caiet exchange package', description: `Format version ${PACKAGE_VERSION}. See package-format.md.` });

export type CaietPackage = z.infer<typeof packageSchema>;
