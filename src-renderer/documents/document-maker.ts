/** All documents Caiet makes, and the door the application uses them through. To add a kind: write a source, put it on this list. */
import type { DocumentEntry, DocumentMaker, DocumentModel } from '../domain/ports/document';
import type { RulePack } from '../domain/rule-pack';
import { createTranslator, type Locale } from '../i18n/translator';
import { commissionDocuments } from './commission-documents';
import { criteriaDocuments } from './criteria-document';
import { questionsDocuments } from './questions-document';
import type { DocumentFormat, DocumentSource } from './document-context';
import { inquiryLetters } from './inquiry-letters';
import { withLegalAnnex } from './legal-annex';
import { reports } from './reports';
import { resultLetters } from './result-letters';

const SOURCES: readonly DocumentSource[] = [criteriaDocuments, questionsDocuments, inquiryLetters, resultLetters, commissionDocuments, reports];

/** Composed when it is first wanted and kept with its entry: it is shown, and then saved as it was shown. */
const once = (compose: DocumentEntry['compose']): DocumentEntry['compose'] => {
  let made: DocumentModel | null = null;
  return () => (made ??= compose());
};

/** `formatOf`: how numbers, money and dates are written in a language, by its BCP 47 tag. */
export const createDocumentMaker = (rulePack: RulePack, formatOf: (tag: string) => DocumentFormat): DocumentMaker => {
  const wordsOf = new Map<Locale, ReturnType<typeof createTranslator>>();
  const words = (locale: Locale) => {
    const known = wordsOf.get(locale) ?? createTranslator(locale);
    wordsOf.set(locale, known);
    return known;
  };
  return {
    list: (project, options) => {
      const translator = words(options.locale);
      const context = { project, rulePack, options, words: translator, format: formatOf(translator.tag) };
      const entries = SOURCES.flatMap((source) => source(context));
      return entries.map((entry) => ({ ...entry, compose: once(() => withLegalAnnex(context, entry.compose())) }));
    },
  };
};
