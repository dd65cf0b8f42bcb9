/** `caiet verify FILE`: does the package still say what its maker sealed, does its result follow from it, and do its decisions still rest on it? */
import { isAmending } from '../domain/call-guard';
import { callHash, freezeInForce, frozenIntact } from '../domain/frozen-call';
import { pointerTo } from '../domain/json-pointer';
import { callIntact } from '../domain/evaluator-sheet';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import { decisionStates } from '../exchange/check-decisions';
import type { PackageProject, PackageReport } from '../exchange/report';
import { fingerprintOf } from '../exchange/signature';
import { sheetOf } from '../exchange/sheet-package';
import { allowOnly, oneFile, type CommandLine } from './options';
import { openPackage, RULES } from './package-file';
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

/** What the call was frozen under, and what it hashes to now. `changed`: it is not what was frozen. */
const freezeAnswer = (project: Project) => {
  const freeze = freezeInForce(project);
  const state = freeze === null ? 'none' : isAmending(project) ? 'amending' : frozenIntact(project) ? 'intact' : 'changed';
  return { state, id: freeze?.id ?? null, frozenAt: freeze?.at ?? null, hash: freeze?.hash ?? null, callHash: callHash(project) } as const;
};

const projectAnswer = (each: PackageProject, { problems, isRedacted }: PackageReport) => {
  const { project, history, digest } = each;
  const sealed = under(problems, ['integrity', project.id]).length === 0
    && !problems.some(({ code, data }) => code === 'package.noProjectDigest' && data['id'] === project.id);
  const isSound = !problems.some(({ severity, code }) => severity === 'error' && code.startsWith('project.'));
  return {
    id: project.id,
    title: project.title,
    digest,
    digestMatches: sealed,
    historyEntries: history.length,
    historyIntact: history.length > 0 && under(problems, ['history', project.id]).length === 0,
    storedResult: storedResult(each, problems),
    freeze: freezeAnswer(project),
    ...decisionStates(project, RULES, isSound && !isRedacted),
  };
};

/** A score sheet that was just handed out has no trail yet. */
const holds = ({ digestMatches, historyEntries, historyIntact, storedResult: stored, freeze, decision }: ReturnType<typeof projectAnswer>, isSheet: boolean): boolean =>
  digestMatches && (historyIntact || (isSheet && historyEntries === 0)) && (stored === 'same' || stored === 'none') && freeze.state !== 'changed' && decision !== 'broken';

interface SignatureAnswer {
  readonly answer: { readonly state: string; readonly fingerprint?: string; readonly sequence?: number };
  /** Whether it is by the key asked for; undefined when none was. */
  readonly expected?: boolean;
}

const digitsOf = (fingerprint: string): string => fingerprint.replace(/\D/g, '');

/** `signedBy`: the fingerprint the person was told by telephone, with or without its spaces. */
const signatureAnswer = ({ signature }: PackageReport, signedBy: string | undefined): SignatureAnswer => {
  const fingerprint = signature.state === 'valid' ? fingerprintOf(signature.publicKey) : undefined;
  return {
    answer: { state: signature.state, ...(signature.state === 'valid' ? { fingerprint: fingerprint ?? '', sequence: signature.sequence } : {}) },
    ...(signedBy === undefined ? {} : { expected: fingerprint !== undefined && digitsOf(fingerprint) === digitsOf(signedBy) }),
  };
};

/** Whose sheet it is, of which handing out, and whether the call in it still is the frozen one. */
const sheetAnswer = (report: PackageReport) => {
  const found = sheetOf(report);
  const assignment = found?.sheet.assignment;
  return found === null || assignment === undefined ? null : {
    handout: found.sheet.id, way: found.way, project: assignment.projectId, evaluator: assignment.evaluatorId, callHash: assignment.callHash, callIntact: callIntact(found.sheet),
  };
};

/** `ok` asks for more than `validate`: a project without its audit trail cannot be verified. */
export const verify = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['passphrase-file', 'signed-by']);
  const report = await openPackage(oneFile(line), terminal);
  const { kind, problems, projects, deviceId } = report;
  const signature = signatureAnswer(report, line.values['signed-by']);
  const answers = projects.map((project) => projectAnswer(project, report));
  const isSheet = kind === 'evaluator-sheet';
  const errors = problems.filter(({ severity }) => severity === 'error');
  const ok = errors.length === 0 && signature.expected !== false && answers.every((answer) => holds(answer, isSheet));
  terminal.answer({
    ok,
    digestMatches: !problems.some(({ code }) => code === 'package.digest'),
    encrypted: report.isEncrypted,
    deviceId,
    signature: signature.answer,
    ...(report.files.size === 0 ? {} : { files: report.files.size }),
    kind,
    ...(isSheet ? { sheet: sheetAnswer(report) } : {}),
    projects: answers,
    problems: problems
      .filter(({ severity, code }) => severity === 'error' || /^(?:package|decision)\./u.test(code))
      .map((problem) => ({ severity: problem.severity, code: problem.code, pointer: problem.pointer ?? '', message: problemText(problem, terminal.translator) })),
  });
  if (signature.expected === false) terminal.say(terminal.translator.t('terminal.otherSigner', { fingerprint: signature.answer.fingerprint ?? '–' }));
  return ok ? 0 : 1;
};
