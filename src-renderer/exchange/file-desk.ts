/**
 * Files made of a project for others to read, to fill in or to publish, as a port: in the window a worker makes them, so
 * that no frame waits for one. Whatever an envelope still hides is taken out where the file is made, at either.
 */
import type { AuditEntry } from '../domain/change';
import type { DocumentModel } from '../domain/ports/document';
import type { TemplateRequest } from '../domain/ports/template-request';
import type { Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import type { Id } from '../domain/values';
import type { OcdsOptions, WrittenRelease } from './ocds/release-package';
import type { Watched } from './package-desk';
import type { PublicOptions } from './public/public-package';
import type { SheetPackage } from './sheet-package';

type Locale = 'ro' | 'en';

/** A project with the whole history that tells of exactly it. */
export interface OcdsRequest {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
  readonly options: OcdsOptions;
}

export interface FoundReleases {
  readonly releases: readonly WrittenRelease[];
  /** See `OcdsPublication`. */
  readonly lost: number;
}

/** What each is made of. All of it is plain data, so that it can cross to a worker. */
export interface FileRequests {
  readonly ocds: OcdsRequest;
  /** What `ocds` would hold, without the file. */
  readonly releases: OcdsRequest;
  readonly public: { readonly project: Project; readonly options: PublicOptions };
  readonly workbook: { readonly project: Project; readonly rulePack: RulePack; readonly locale: Locale };
  /** A lot's price schedules side by side. */
  readonly comparison: { readonly project: Project; readonly lotId: Id; readonly locale: Locale };
  /** A form for people outside; instructions in both languages, choices in the given one. */
  readonly template: { readonly request: TemplateRequest; readonly locale: Locale };
  /** An evaluator's sheet to fill in: as a workbook, and as a package. */
  readonly sheetWorkbook: { readonly sheet: Project };
  readonly sheetPackage: SheetPackage;
  readonly document: DocumentModel;
}
export type FileKind = keyof FileRequests;

/** The bytes of a file, but for what is no file. */
export type Made<Kind extends FileKind> = Kind extends 'releases' ? FoundReleases : Uint8Array;

/** Each rejects with `export.cancelled` after a stop, and with what the file itself is refused for. */
export type FileDesk = { readonly [Kind in FileKind]: (request: FileRequests[Kind], watched?: Watched) => Promise<Made<Kind>> };
