/** What every document is composed from: a project, the law as data, and words and numbers in the document's language. */
import type { DocumentModel, DocumentEntry, DocumentOptions } from '../domain/ports/document';
import type { Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import type { CivilDate, DecimalString, Instant, Money } from '../domain/values';
import type { Translator } from '../i18n/translator';

/** How the document's language writes values; the window's formats are one. */
export interface DocumentFormat {
  readonly money: (value: Money) => string;
  readonly amount: (value: Money) => string;
  readonly number: (value: DecimalString | number, options?: { readonly minimumFractionDigits?: number }) => string;
  readonly percent: (value: DecimalString | number) => string;
  readonly date: (value: CivilDate) => string;
  readonly instant: (value: Instant) => string;
}

export interface DocumentContext {
  readonly project: Project;
  readonly rulePack: RulePack;
  readonly options: DocumentOptions;
  readonly words: Translator;
  readonly format: DocumentFormat;
}

/** The documents of one kind that a project gives rise to. */
export type DocumentSource = (context: DocumentContext) => readonly DocumentEntry[];

/** A document in the context's language, with the draft line unless the person switched it off. */
export const documentOf = ({ words, options }: DocumentContext, title: string, blocks: DocumentModel['blocks']): DocumentModel => ({
  title, tag: words.tag, blocks, note: options.draftLine ? words.t('documents.draftLine') : null,
});
