import { app } from 'electron';
import type { ShellLocale } from './shell-texts';

/** English only for a person whose system prefers English and does not know Romanian; Romanian for everyone else. */
export const localeFor = (preferred: readonly string[]): ShellLocale => {
  const languages = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  return languages[0] === 'en' && !languages.includes('ro') ? 'en' : 'ro';
};

/** The language of menus and dialogs, from the system's settings. */
export const shellLocale = (): ShellLocale => localeFor(app.getPreferredSystemLanguages());
