/** What every command works with: where answers and messages go, and the ways a command can end. */
import { legalBasis } from '../domain/law/register';
import type { Clock, IdSource } from '../domain/ports/clock';
import type { Problem } from '../domain/problem';
import type { MessageKey, MessageValues, Translator } from '../i18n/translator';

/** 0 fine, 1 problems found, 2 wrong command or unreadable input. */
export type ExitCode = 0 | 1 | 2;

export interface Terminal {
  readonly translator: Translator;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** For an encrypted package; what the file named by `--passphrase-file` says. */
  readonly passphrase?: string;
  /** The command's one answer, as JSON on standard output. */
  readonly answer: (json: unknown) => void;
  /** One line for a person, on standard error. */
  readonly say: (line: string) => void;
}

/** Ends the command with exit code 2 and one line. */
export class TerminalError extends Error {
  override readonly name = 'TerminalError';
  constructor(readonly key: MessageKey & `terminal.${string}`, readonly values: MessageValues = {}) {
    super(key);
  }
}

/** The articles a sentence names, with the day each was looked up and how surely it is known; nothing where it names none. */
const lawOf = (message: string) => {
  const bases = legalBasis(message);
  return bases.length === 0 ? {} : { law: bases.map(({ reference, checkedOn, certainty }) => ({ reference: reference.ro, checkedOn, certainty })) };
};

/** A problem as every command answers it. */
export const problemAnswer = (problem: Problem, translator: Translator) => {
  const message = problemText(problem, translator);
  return { severity: problem.severity, code: problem.code, pointer: problem.pointer ?? '', message, data: problem.data, ...lawOf(message) };
};

/** A problem's sentence in the reader's language, on one line. */
export const problemText = ({ code, data }: Problem, { tCode }: Translator): string =>
  tCode('problem', code, 'problem.unknown', { ...data, code }).replace(/\s+/g, ' ');
