/**
 * Documents of a project: what is said of them. Their content lies beside the project, under its SHA-256, and travels
 * in packed packages. A document may be filed under a lot, bid or clarification; it outlives that record, for what was
 * received stays received.
 */
import { z } from './schema';
import { sha256Schema, shortText } from './texts';
import { idSchema, instantSchema, positionSchema, type Id } from './values';

/** One file, in bytes; all of one project's; how many. Beyond them the window refuses with a sentence. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
export const MAX_PROJECT_FILE_BYTES = 200 * 1024 * 1024;
export const MAX_ATTACHMENTS = 500;

export const FILED_UNDER = ['project', 'lot', 'bid', 'clarification'] as const;

/** OCDS `documentType.csv`: what a public document is, in the order of a procurement. */
export const DOCUMENT_TYPES = [
  'needsAssessment', 'marketStudies', 'procurementPlan', 'tenderNotice', 'biddingDocuments', 'technicalSpecifications', 'evaluationCriteria', 'clarifications',
  'evaluationReports', 'awardNotice', 'contractSigned', 'completionCertificate',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const attachmentSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  title: shortText,
  fileName: shortText.describe('As the file was called; never used as a path.'),
  mediaType: z.string().max(100),
  size: z.int().min(0).max(MAX_FILE_BYTES),
  sha256: sha256Schema.describe('Of the content; the name of its entry in a packed package.'),
  filedUnder: z.looseObject({
    kind: z.enum(FILED_UNDER),
    id: idSchema.optional().describe('Of the lot, bid or clarification; the record may be gone since.'),
    priceEnvelope: z.literal(true).optional().describe('Only of a bid: it holds the price, so it stays closed as long as the price does.'),
  }),
  addedAt: instantSchema,
  publicAs: z.enum(DOCUMENT_TYPES).nullable().optional().describe('Told in publications as this kind of document; null or absent: in none.'),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentsOf = ({ attachments }: { readonly attachments?: Readonly<Record<Id, Attachment>> | undefined }): readonly Attachment[] => Object.values(attachments ?? {});

/** What the contents of these take, each content once. */
export const bytesOfAll = (attachments: readonly Attachment[]): number =>
  [...new Map(attachments.map(({ sha256, size }) => [sha256, size])).values()].reduce((sum, size) => sum + size, 0);
