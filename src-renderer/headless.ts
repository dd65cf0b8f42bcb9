/**
 * The terminal door: the same domain, exchange and spreadsheet code without a window. Answers are JSON on standard
 * output, messages one line each on standard error, and the exit code is 0 (fine), 1 (problems found) or 2 (wrong
 * command or unreadable input). See docs/terminal.md.
 */
import { v7 } from 'uuid';
import { ProblemError } from './domain/problem';
import { readCommandLine, type CommandLine } from './headless/options';
import { problemText, TerminalError, type ExitCode, type Terminal } from './headless/terminal';
import { createTranslator, LOCALES, type Locale, type Translator } from './i18n/translator';

type Command = (line: CommandLine, terminal: Terminal) => Promise<ExitCode>;

/** Loaded when asked for, so that a quick check does not wait for the spreadsheet reader. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./headless/new-demo')).newDemo,
  validate: async () => (await import('./headless/validate')).validate,
  evaluate: async () => (await import('./headless/evaluate')).evaluateFile,
  verify: async () => (await import('./headless/verify')).verify,
  import: async () => (await import('./headless/import-workbook')).importWorkbook,
  export: async () => (await import('./headless/export-package')).exportPackage,
  schema: async () => (await import('./headless/schema')).printSchema,
};

/** Romanian, unless the system or the command says English. */
const systemLocale = (): Locale => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'ro';
};

const chosenLocale = ({ values: { lang } }: CommandLine): Locale => {
  if (lang === undefined) return systemLocale();
  const locale = LOCALES.find((each) => each === lang);
  if (locale === undefined) throw new TerminalError('terminal.badChoice', { value: lang, option: '--lang', known: LOCALES.join(', ') });
  return locale;
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const terminalFor = (translator: Translator): Terminal => ({
  translator,
  clock: { now: () => new Date().toISOString() },
  ids: { next: () => v7() },
  answer: (json) => {
    process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  },
  say,
});

const carryOut = async (line: CommandLine, translator: Translator): Promise<ExitCode> => {
  if (line.help || line.command === 'help') {
    say(translator.t('terminal.help'));
    return 0;
  }
  if (line.command === '') throw new TerminalError('terminal.noCommand');
  const known = Object.keys(COMMANDS);
  const load = Object.hasOwn(COMMANDS, line.command) ? COMMANDS[line.command] : undefined;
  if (load === undefined) throw new TerminalError('terminal.unknownCommand', { command: line.command, known: known.join(', ') });
  return (await load())(line, terminalFor(translator));
};

/** What stopped a command, in one line; never a stack trace. */
const sentenceFor = (error: unknown, translator: Translator): string => {
  if (error instanceof TerminalError) return translator.t(error.key, error.values);
  if (error instanceof ProblemError) return problemText(error.problem, translator);
  return translator.t('terminal.defect', { detail: error instanceof Error ? error.message : String(error) });
};

const run = async (words: readonly string[]): Promise<ExitCode> => {
  let translator = createTranslator(systemLocale());
  try {
    const line = readCommandLine(words);
    translator = createTranslator(chosenLocale(line));
    return await carryOut(line, translator);
  } catch (error) {
    say(sentenceFor(error, translator).replace(/\s+/g, ' '));
    return 2;
  }
};

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Not process.exit: a long answer may still be on its way into a pipe.
process.exitCode = await run(process.argv.slice(2));
