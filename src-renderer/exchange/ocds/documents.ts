/**
 * Documents a person chose to tell the public of: what they are and what they are called. Never those of a bid. There is
 * no address in it, since Caiet does not know where the authority will put the file.
 */
import type { Attachment, DocumentType } from '../../domain/attachment';
import { inOrder } from '../../domain/position';
import type { Project } from '../../domain/project';
import type { Id } from '../../domain/values';
import { maybe, said } from './written';

export interface OcdsDocument {
  readonly id: string;
  readonly documentType: DocumentType;
  readonly title?: string;
  readonly format?: string;
  readonly language: string;
}

/** The part of a release each kind of document belongs to, as `documentType.csv` says. */
const SECTIONS = {
  planning: ['needsAssessment', 'marketStudies', 'procurementPlan'],
  tender: ['tenderNotice', 'biddingDocuments', 'technicalSpecifications', 'evaluationCriteria', 'clarifications'],
  report: ['evaluationReports'],
  award: ['awardNotice'],
  contract: ['contractSigned', 'completionCertificate'],
} as const satisfies Readonly<Record<string, readonly DocumentType[]>>;
export type DocumentSection = keyof typeof SECTIONS;

const SECTION_NAMES = Object.keys(SECTIONS) as DocumentSection[];

/** The part of a release a kind of document belongs to. */
export const sectionOfDocument = (type: DocumentType): DocumentSection => SECTION_NAMES.find((name) => (SECTIONS[name] as readonly DocumentType[]).includes(type)) ?? 'tender';

/** IANA media types only: the field may hold anything a package brought. */
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

const documentOf = ({ id, title, fileName, mediaType }: Attachment, documentType: DocumentType, language: string): OcdsDocument => ({
  id, documentType, ...maybe('title', said(title) || said(fileName)), ...maybe('format', MEDIA_TYPE.test(mediaType) ? mediaType : null), language,
});

/** Of the whole project, or of that lot; null when there is none. `lotId` null: those of no single lot too, and all lots'. */
export const documentsOf = (project: Project, section: DocumentSection, language: string, lotId: Id | null = null): readonly OcdsDocument[] | null => {
  const types: readonly string[] = SECTIONS[section];
  const documents = inOrder(project.attachments ?? {}).flatMap((attachment): OcdsDocument[] => {
    const { publicAs, filedUnder: { kind, id } } = attachment;
    if (publicAs === null || publicAs === undefined || !types.includes(publicAs) || kind === 'bid') return [];
    return lotId === null || kind !== 'lot' || id === lotId ? [documentOf(attachment, publicAs, language)] : [];
  });
  return documents.length === 0 ? null : documents;
};
