/** `caiet validate FILE`: everything wrong with a package, and where. */
import { ProblemError, type Problem } from '../domain/problem';
import { PackageShapeError } from '../exchange/decode-package';
import { readPackage } from '../exchange/read-package';
import { allowOnly, oneFile, type CommandLine } from './options';
import { readPackageBytes, RULES } from './package-file';
import { problemText, type ExitCode, type Terminal } from './terminal';

const problemsIn = (path: string, bytes: Uint8Array): readonly Problem[] => {
  try {
    return readPackage(path, bytes, { rulePack: RULES }).problems;
  } catch (error) {
    if (error instanceof PackageShapeError) return error.problems;
    if (error instanceof ProblemError) return [error.problem];
    throw error;
  }
};

/** A file that exists is always answered about in JSON, also when it is no package at all. */
export const validate = async (line: CommandLine, { answer, translator }: Terminal): Promise<ExitCode> => {
  allowOnly(line, []);
  const path = oneFile(line);
  const problems = problemsIn(path, await readPackageBytes(path));
  const ok = !problems.some(({ severity }) => severity === 'error');
  answer({
    ok,
    problems: problems.map((problem) => ({
      severity: problem.severity, code: problem.code, pointer: problem.pointer ?? '', message: problemText(problem, translator), data: problem.data,
    })),
  });
  return ok ? 0 : 1;
};
