/** `caiet law`: every constant and every article Caiet rests on, with the day each was checked and how surely it is known. */
import { LEGAL_REGISTER } from '../domain/law/register';
import { allowOnly, type CommandLine } from './options';
import { RULES } from './package-file';
import { TerminalError, type ExitCode, type Terminal } from './terminal';

export const printLaw = async (line: CommandLine, { answer }: Terminal): Promise<ExitCode> => {
  allowOnly(line, []);
  const [extra] = line.files;
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command: line.command, extra });
  answer({ rulePack: RULES.id, rules: RULES.rules, acts: LEGAL_REGISTER.acts, articles: LEGAL_REGISTER.articles });
  return 0;
};
