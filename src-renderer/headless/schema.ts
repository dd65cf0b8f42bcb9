/** `caiet schema`: the package format as JSON Schema; `docs/package.schema.json` is this answer. */
import { packageJsonSchema } from '../exchange/json-schema';
import { allowOnly, type CommandLine } from './options';
import { TerminalError, type ExitCode, type Terminal } from './terminal';

export const printSchema = async (line: CommandLine, { answer }: Terminal): Promise<ExitCode> => {
  allowOnly(line, []);
  const [extra] = line.files;
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command: line.command, extra });
  answer(packageJsonSchema());
  return 0;
};
