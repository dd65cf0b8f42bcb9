/**
 * The answer to a package: what was done with each of its projects, sent back so that the other side knows what is
 * here. It holds digests and counts and nothing of any project.
 */
import { z } from '../domain/schema';
import { sha256Schema } from '../domain/texts';
import { idSchema, instantSchema, type Id, type Json } from '../domain/values';

export const RECEIPT_OUTCOMES = ['added', 'merged', 'replaced', 'copied', 'skipped'] as const;

/** Beyond it the rest is only counted among the conflicts. */
export const MOST_REFUSED = 1000;

const receiptProjectSchema = z.looseObject({
  outcome: z.enum(RECEIPT_OUTCOMES),
  digest: sha256Schema.describe('Of the project as it stood in the package.'),
  head: sha256Schema.nullable().describe('Hash of the last entry of the history it came with; null without one.'),
  changes: z.int().min(0).describe('Values that changed by it.'),
  conflicts: z.int().min(0).describe('Conflicts it opened, for a person to decide.'),
  refused: z.array(z.string().max(2000)).max(MOST_REFUSED).optional().describe('Places whose change was refused because they are frozen, locked or decided: JSON Pointers into the project, without values.'),
});
export type ReceiptProject = z.infer<typeof receiptProjectSchema>;

export const receiptSchema = z.looseObject({
  packageId: idSchema.describe('Of the package this answers.'),
  importedAt: instantSchema,
  projects: z.record(idSchema, receiptProjectSchema).describe('By the project id of the package.'),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** For the table of kinds, whose contents are JSON by their schemas. */
export const receiptContentSchema = receiptSchema as unknown as z.ZodType<Json>;

/** The receipt a package of that kind carries; null in any other. */
export const receiptIn = ({ kind, content }: { readonly kind: string; readonly content?: Json }): Receipt | null =>
  (kind === 'receipt' ? receiptSchema.safeParse(content).data ?? null : null);

/** Projects of the receipt that were taken in, with what is known of them. */
export const confirmedIn = ({ projects }: Receipt): [Id, ReceiptProject][] =>
  Object.entries(projects).filter(([, { outcome }]) => outcome !== 'skipped' && outcome !== 'copied');
