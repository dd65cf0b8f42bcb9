/** The language of the window: messages, and the locale that dates, numbers and react-aria use. */
import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Translator } from '../../i18n/translator';

const LanguageContext = createContext<Translator | null>(null);

/** Gives `translator` to everything below and marks the document with its language. */
export const LanguageProvider = ({ translator, children }: { readonly translator: Translator; readonly children: ReactNode }) => {
  useLayoutEffect(() => {
    document.documentElement.lang = translator.tag;
  }, [translator.tag]);
  return (
    <LanguageContext value={translator}>
      <I18nProvider locale={translator.tag}>{children}</I18nProvider>
    </LanguageContext>
  );
};

/** The translator in use. Throws outside `LanguageProvider`, which is a defect. */
export const useTranslator = (): Translator => {
  const translator = useContext(LanguageContext);
  if (translator === null) throw new Error('useTranslator outside LanguageProvider');
  return translator;
};

/** Only the message function, for components that need nothing else. */
export const useT = (): Translator['t'] => useTranslator().t;
