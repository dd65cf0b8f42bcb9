/** The open project's documents, in the language chosen for documents. */
import { useMemo } from 'react';
import type { DocumentEntry } from '../../../domain/ports/document';
import type { Locale } from '../../../i18n/translator';
import { useCaiet, useProject, useWorkspace } from '../../context/caiet-context';
import { useTranslator } from '../../context/language';

/** The window's language until the person chooses another for documents. */
export const useDocumentLanguage = (): Locale => {
  const { locale } = useTranslator();
  return useWorkspace((state) => state.settings.documentLocale) ?? locale;
};

export const useDocuments = (): readonly DocumentEntry[] => {
  const caiet = useCaiet();
  const project = useProject();
  const locale = useDocumentLanguage();
  const draftLine = useWorkspace((state) => state.settings.documentDraftLine ?? true);
  return useMemo(() => caiet.documents.list(project, { locale, draftLine }), [caiet, project, locale, draftLine]);
};
