/** The words after `caiet`: one command, at most one file, and options each command names. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { TerminalError } from './terminal';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  demo: { type: 'boolean' },
  finished: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  project: { type: 'string' },
  as: { type: 'string' },
  map: { type: 'string' },
  into: { type: 'string' },
  author: { type: 'string' },
  evaluator: { type: 'string' },
  register: { type: 'string' },
  currency: { type: 'string' },
  'report-published': { type: 'boolean' },
  'ocid-prefix': { type: 'string' },
  'passphrase-file': { type: 'string' },
  'signed-by': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

type OptionName = keyof typeof OPTIONS;

export interface CommandLine {
  /** Empty when nothing was asked. */
  readonly command: string;
  readonly files: readonly string[];
  readonly help: boolean;
  /** Options with a value. */
  readonly values: Readonly<Partial<Record<OptionName, string>>>;
  readonly demo: boolean;
  /** The demo is the procedure that went all the way. */
  readonly finished: boolean;
  /** The person says that the report of the procedure is published. */
  readonly reportPublished: boolean;
}

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

/** As people type it: `-o`, `--project`. */
const shown = (name: OptionName): string => (name === 'out' ? '-o' : `--${name}`);

/** `-o --demo` forgets the value; who means a name that begins with a dash writes `-o=--demo`. */
const hasValue = <Token extends { readonly value: string | undefined; readonly inlineValue: boolean | undefined }>(token: Token): token is Token & { readonly value: string } =>
  token.value !== undefined && token.value !== '' && (token.inlineValue === true || !token.value.startsWith('-'));

/** Reads the words; every option must be a known one and have what it needs. */
export const readCommandLine = (words: readonly string[]): CommandLine => {
  // Not strict: its refusals are English sentences, and ours are in the reader's language.
  const { positionals, tokens } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  const values: Partial<Record<OptionName, string>> = {};
  const [command = '', ...files] = positionals;
  const switches = new Set<OptionName>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!isOption(token.name)) throw new TerminalError('terminal.unknownOption', { option: token.rawName, command });
    if (OPTIONS[token.name].type === 'boolean') {
      if (token.value !== undefined) throw new TerminalError('terminal.unknownOption', { option: `${token.rawName}=${token.value}`, command });
      switches.add(token.name);
    } else if (!hasValue(token)) throw new TerminalError('terminal.missingValue', { option: shown(token.name) });
    else values[token.name] = token.value;
  }
  return { command, files, help: switches.has('help'), values, demo: switches.has('demo'), finished: switches.has('finished'), reportPublished: switches.has('report-published') };
};

/** Refuses options the command has no use for, so that a mistyped wish is not silently left out. */
export const allowOnly = (line: CommandLine, allowed: readonly OptionName[]): void => {
  const given = [...Object.keys(line.values).filter(isOption), ...(line.demo ? ['demo' as const] : []), ...(line.finished ? ['finished' as const] : []), ...(line.reportPublished ? ['report-published' as const] : [])];
  const extra = given.find((name) => name !== 'lang' && !allowed.includes(name));
  if (extra !== undefined) throw new TerminalError('terminal.unknownOption', { option: shown(extra), command: line.command });
};

/** The one file a command works on. */
export const oneFile = ({ command, files }: CommandLine): string => {
  const [file, extra] = files;
  if (file === undefined) throw new TerminalError('terminal.missingFile', { command });
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command, extra });
  return file;
};

/** Exactly so many files, told by what each is for. */
export const filesFor = ({ command, files }: CommandLine, names: readonly string[]): readonly string[] => {
  const missing = names[files.length];
  if (missing !== undefined) throw new TerminalError('terminal.missingNamedFile', { command, name: missing });
  const extra = files[names.length];
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command, extra });
  return files;
};

/** An option the command cannot do without. */
export const required = ({ command, values }: CommandLine, name: OptionName): string => {
  const value = values[name];
  if (value === undefined) throw new TerminalError('terminal.missingOption', { command, option: shown(name) });
  return value;
};

/** An option whose value must be one of a few. */
export const oneOf = <Choice extends string>(line: CommandLine, name: OptionName, choices: readonly Choice[]): Choice => {
  const value = required(line, name);
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw new TerminalError('terminal.badChoice', { value, option: shown(name), known: choices.join(', ') });
  return choice;
};
