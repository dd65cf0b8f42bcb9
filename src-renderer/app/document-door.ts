/** What the window can do with documents made of a project. */
import type { DocumentEntry, DocumentOptions } from '../domain/ports/document';
import type { Project } from '../domain/project';
import type { Watched } from '../exchange/package-desk';

export interface DocumentCommands {
  /** What can be made of a project, as of today. */
  list(project: Project, options: Omit<DocumentOptions, 'today'>): readonly DocumentEntry[];
  /** As a DOCX file. Null when cancelled; else where it was saved. */
  saveDocx(entry: DocumentEntry, watched?: Watched): Promise<string | null>;
  /** The previewed document as it prints, as a PDF file; in a browser through its own print dialog. */
  savePdf(entry: DocumentEntry): Promise<string | null>;
}
