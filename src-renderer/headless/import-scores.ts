/** `caiet import SHEET --as scores --into PACKAGE -o OUT`: a score sheet that came back, taken in by the checks the window makes. */
import { basename } from 'node:path';
import { sha256Hex } from '../domain/digest';
import { ProblemError, type Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import { checkReturn, type ReturnCheck, type ReturnedScore, type ReturnedSheet } from '../domain/sheet-return';
import { sealedOut } from '../exchange/sealed-out';
import { returnedFromPackage } from '../exchange/sheet-package';
import { readScoreSheet } from '../spreadsheet/import/score-sheet-workbook';
import { readFileBytes, writeFileWhole } from './files';
import { obstacleTo, writeAddition } from './import-into';
import { allowOnly, oneFile, required, type CommandLine } from './options';
import { chosenProject, openBytes, openPackage, readPackageBytes, sayErrors } from './package-file';
import { MAX_FILE_BYTES } from '../spreadsheet/import/limits';
import { systemUser } from './producer';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

/** A package is JSON; every workbook begins with something else. */
const isPackage = (path: string, bytes: Uint8Array): boolean => path.toLowerCase().endsWith('.json') || bytes[0] === 0x7b;

const readSheet = async (path: string, terminal: Terminal): Promise<ReturnedSheet> => {
  const bytes = await readFileBytes(path, MAX_FILE_BYTES);
  try {
    if (!isPackage(path, bytes)) return await readScoreSheet(basename(path), bytes);
    const returned = returnedFromPackage(await openBytes(path, bytes, terminal), sha256Hex(bytes));
    if (returned !== null) return returned;
  } catch (error) {
    if (error instanceof ProblemError) throw new TerminalError('terminal.inFile', { path, message: problemText(error.problem, terminal.translator) });
    throw error;
  }
  throw new TerminalError('terminal.inFile', { path, message: terminal.translator.t('problem.sheet.notASheet', { file: basename(path) }) });
};

const rowAnswer = ({ bids, bidders, lots, awardCriteria }: Project, evaluator: string, { bidId, criterionId, value, reason, place }: ReturnedScore) => ({
  evaluator,
  bidder: bidders[bids[bidId]?.bidderId ?? '']?.name ?? null,
  lot: lots[bids[bidId]?.lotId ?? '']?.number ?? null,
  criterion: awardCriteria[criterionId]?.name ?? null,
  score: value,
  justification: reason === '' ? null : reason,
  source: { place },
});

const problemAnswer = ({ severity, code, data }: Problem, { translator }: Terminal) => ({ severity, code, data, message: problemText({ severity, code, data }, translator) });

const isError = ({ severity }: Problem): boolean => severity === 'error';

interface Taken {
  readonly check: ReturnCheck;
  readonly problems: readonly Problem[];
  readonly next: Project | null;
}

const taken = (project: Project, returned: ReturnedSheet, { clock }: Terminal): Taken => {
  const check = checkReturn(project, returned);
  const next = check.next?.(clock.now()) ?? null;
  const obstacle = next === null ? null : obstacleTo(project, next);
  return obstacle === null ? { check, problems: check.problems, next } : { check, problems: [...check.problems, { ...obstacle, severity: 'error' }], next: null };
};

/** A sheet with an error is left alone and ends in 1. One that is in already changes nothing: the package is written as it is. */
export const takeScoresIn = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  if (line.values.map !== undefined) throw new TerminalError('terminal.noMapForSheets');
  allowOnly(line, ['as', 'into', 'out', 'project', 'author', 'passphrase-file']);
  const path = oneFile(line);
  const { into = '', project: projectId, author } = line.values;
  if (line.values.out === undefined) throw new TerminalError('terminal.together');
  const out = required(line, 'out');
  const report = await openPackage(into, terminal);
  const target = chosenProject(report, projectId);
  if (sayErrors(report, terminal)) return 1;
  const { project } = target;
  const returned = await readSheet(path, terminal);
  const { check, problems, next } = taken(project, returned, terminal);
  const refused = problems.some(isError);
  if (next !== null) {
    for (const problem of sealedOut(project)) terminal.say(problemText(problem, terminal.translator));
    await writeAddition({ report, target, author: author ?? systemUser(), out }, { code: 'sheetTakenIn', data: { name: check.evaluator?.name ?? '', count: check.scores } }, next, terminal);
  } else if (!refused) await writeFileWhole(out, await readPackageBytes(into));
  const evaluator = check.evaluator?.name ?? '';
  terminal.answer({
    rows: returned.scores.map((score) => rowAnswer(project, evaluator, score)),
    accepted: refused ? 0 : check.scores,
    added: check.added,
    changed: check.changed,
    missing: check.missing,
    problems: problems.map((problem) => problemAnswer(problem, terminal)),
    written: refused ? null : out,
  });
  return refused ? 1 : 0;
};
