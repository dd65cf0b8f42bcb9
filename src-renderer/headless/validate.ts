/** `caiet validate FILE`: everything wrong with a package, and where. */
import { ProblemError, type Problem } from '../domain/problem';
import { PackageShapeError } from '../exchange/decode-package';
import { allowOnly, oneFile, type CommandLine } from './options';
import { openBytes, readPackageBytes } from './package-file';
import { problemAnswer, type ExitCode, type Terminal } from './terminal';

const problemsIn = async (path: string, bytes: Uint8Array, terminal: Terminal): Promise<readonly Problem[]> => {
  try {
    return (await openBytes(path, bytes, terminal)).problems;
  } catch (error) {
    if (error instanceof PackageShapeError) return error.problems;
    if (error instanceof ProblemError) return [error.problem];
    throw error;
  }
};

/** A file that exists is always answered about in JSON, also when it is no package at all. */
export const validate = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['passphrase-file']);
  const { answer, translator } = terminal;
  const path = oneFile(line);
  const problems = await problemsIn(path, await readPackageBytes(path), terminal);
  const ok = !problems.some(({ severity }) => severity === 'error');
  answer({
    ok,
    problems: problems.map((problem) => problemAnswer(problem, translator)),
  });
  return ok ? 0 : 1;
};
