/** One command from its words to its exit code. */
import { ProblemError } from '../domain/problem';
import { createTranslator, LOCALES, type Locale, type Translator } from '../i18n/translator';
import { readCommandLine, type CommandLine } from './options';
import { readPassphrase } from './passphrase';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

type Command = (line: CommandLine, terminal: Terminal) => Promise<ExitCode>;

/** Loaded when asked for, so that a quick check does not wait for the spreadsheet reader. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./new-demo')).newDemo,
  validate: async () => (await import('./validate')).validate,
  evaluate: async () => (await import('./evaluate')).evaluateFile,
  verify: async () => (await import('./verify')).verify,
  procedure: async () => (await import('./procedure')).procedure,
  import: async () => (await import('./import-workbook')).importWorkbook,
  merge: async () => (await import('./merge')).mergePackages,
  template: async () => (await import('./template')).template,
  export: async () => (await import('./export-package')).exportPackage,
  law: async () => (await import('./law')).printLaw,
  schema: async () => (await import('./schema')).printSchema,
};

/** What the outside gives a command: everything of a terminal but the language, which the words may choose. */
export type Outside = Omit<Terminal, 'translator' | 'passphrase'> & { readonly systemLocale: Locale };

const chosenLocale = ({ values: { lang } }: CommandLine, systemLocale: Locale): Locale => {
  if (lang === undefined) return systemLocale;
  const locale = LOCALES.find((each) => each === lang);
  if (locale === undefined) throw new TerminalError('terminal.badChoice', { value: lang, option: '--lang', known: LOCALES.join(', ') });
  return locale;
};

const carryOut = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  if (line.help || line.command === 'help') {
    for (const row of terminal.translator.t('terminal.help').split('\n')) terminal.say(row);
    return 0;
  }
  if (line.command === '') throw new TerminalError('terminal.noCommand');
  const load = Object.hasOwn(COMMANDS, line.command) ? COMMANDS[line.command] : undefined;
  if (load === undefined) throw new TerminalError('terminal.unknownCommand', { command: line.command, known: Object.keys(COMMANDS).join(', ') });
  return (await load())(line, terminal);
};

/** One line, whatever a hostile file put into a name: no line ends, and no codes that a terminal would obey. */
const asLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** What stopped a command; never a stack trace. */
const sentenceFor = (error: unknown, translator: Translator): string => {
  if (error instanceof TerminalError) return translator.t(error.key, error.values);
  if (error instanceof ProblemError) return problemText(error.problem, translator);
  return translator.t('terminal.defect', { detail: error instanceof Error ? error.message : String(error) });
};

/** Carries out the words after `caiet`; never rejects. */
export const run = async (words: readonly string[], outside: Outside): Promise<ExitCode> => {
  let translator = createTranslator(outside.systemLocale);
  try {
    const line = readCommandLine(words);
    translator = createTranslator(chosenLocale(line, outside.systemLocale));
    const passphrase = await readPassphrase(line);
    return await carryOut(line, { ...outside, ...passphrase, translator, say: (text) => outside.say(asLine(text)) });
  } catch (error) {
    outside.say(asLine(sentenceFor(error, translator)));
    return 2;
  }
};
