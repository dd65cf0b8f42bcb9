/**
 * A document as content: what it says, in which order, without a page, a font or a file format. Composed in
 * `documents/`, shown and printed by the window, and written as DOCX; all three say the same because they read this.
 */
import type { Project } from '../project';
import type { CivilDate } from '../values';

/** A piece of a sentence. `strong` carries emphasis, `quiet` is said in passing. */
export type Run = string | { readonly text: string; readonly weight: 'strong' | 'quiet' };

export interface Column {
  readonly title: string;
  /** Width beside the other columns, as a share; any unit. */
  readonly share: number;
  readonly numeric?: boolean;
}

export interface Signatory {
  readonly role: string;
  /** Empty: a line to write the name on. */
  readonly name: string;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** Lines of an address or a letterhead, one below the other; `end` puts them at the far side. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly at: 'start' | 'end' }
  | { readonly kind: 'facts'; readonly label: string; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly label: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'signatures'; readonly people: readonly Signatory[] };

export interface DocumentModel {
  readonly title: string;
  /** BCP 47 tag of the language it is written in. */
  readonly tag: string;
  readonly blocks: readonly Block[];
  /** A small last line, such as that this is a draft to be checked; null when switched off. */
  readonly note: string | null;
}

/** Where documents stand in the list, in the order of the procedure. */
export const DOCUMENT_GROUPS = ['call', 'bidders', 'commission', 'decision'] as const;
export type DocumentGroup = (typeof DOCUMENT_GROUPS)[number];

/** A document that can be made of a project as it stands. */
export interface DocumentEntry {
  /** Stable while its records exist: part of the window's address. */
  readonly id: string;
  readonly group: DocumentGroup;
  readonly title: string;
  /** Whom or what it is about, to tell apart documents of one title; may be empty. */
  readonly about: string;
  /** What has to be written first, as sentences; the document can still be read, with gaps. */
  readonly missing: readonly string[];
  readonly compose: () => DocumentModel;
}

export interface DocumentOptions {
  readonly locale: 'ro' | 'en';
  /** The day it is made, where a document is dated by that. */
  readonly today: CivilDate;
  /** Whether each document ends with the line that it is a draft to be checked. */
  readonly draftLine: boolean;
}

/** Makes documents; implemented in `documents/` and handed over by the composition root. */
export interface DocumentMaker {
  readonly list: (project: Project, options: DocumentOptions) => readonly DocumentEntry[];
}
