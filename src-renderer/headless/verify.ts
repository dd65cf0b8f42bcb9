/** `caiet verify FILE`: does the package still say what its maker sealed, and does its result follow from it? */
import { pointerTo } from '../domain/json-pointer';
import type { Problem } from '../domain/problem';
import type { PackageProject } from '../exchange/report';
import { allowOnly, oneFile, type CommandLine } from './options';
import { openPackage } from './package-file';
import { problemText, type ExitCode, type Terminal } from './terminal';

const under = (problems: readonly Problem[], path: readonly string[]): readonly Problem[] => {
  const base = pointerTo(path);
  return problems.filter(({ pointer = '' }) => pointer === base || pointer.startsWith(`${base}/`));
};

type StoredResult = 'none' | 'same' | 'different' | 'notCompared';

const storedResult = ({ project, storedResult: stored }: PackageProject, problems: readonly Problem[]): StoredResult => {
  if (stored === undefined) return 'none';
  if (under(problems, ['results', project.id]).length > 0) return 'different';
  // Other rules, or references that lead nowhere: nothing to compare with.
  return problems.some(({ code }) => code === 'package.otherRulePack' || code.startsWith('project.')) ? 'notCompared' : 'same';
};

const projectAnswer = (each: PackageProject, problems: readonly Problem[]) => {
  const { project, history, digest } = each;
  const sealed = under(problems, ['integrity', project.id]).length === 0
    && !problems.some(({ code, data }) => code === 'package.noProjectDigest' && data['id'] === project.id);
  return {
    id: project.id,
    title: project.title,
    digest,
    digestMatches: sealed,
    historyEntries: history.length,
    historyIntact: history.length > 0 && under(problems, ['history', project.id]).length === 0,
    storedResult: storedResult(each, problems),
  };
};

/** `ok` asks for more than `validate`: a project without its audit trail cannot be verified. */
export const verify = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, []);
  const { problems, projects } = await openPackage(oneFile(line), terminal);
  const answers = projects.map((project) => projectAnswer(project, problems));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const ok = errors.length === 0 && answers.every(({ digestMatches, historyIntact, storedResult: stored }) => digestMatches && historyIntact && (stored === 'same' || stored === 'none'));
  terminal.answer({
    ok,
    digestMatches: !problems.some(({ code }) => code === 'package.digest'),
    signature: problems.some(({ code }) => code === 'package.signatureNotChecked') ? 'notChecked' : 'none',
    projects: answers,
    problems: problems
      .filter(({ severity, code }) => severity === 'error' || code.startsWith('package.'))
      .map((problem) => ({ severity: problem.severity, code: problem.code, pointer: problem.pointer ?? '', message: problemText(problem, terminal.translator) })),
  });
  return ok ? 0 : 1;
};
