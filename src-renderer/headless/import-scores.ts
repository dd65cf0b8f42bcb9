/**
 * `caiet import FILE --as scores --into PACKAGE -o OUT`: a score sheet that came back, or a table of scores, taken in by the
 * checks the window makes. A sheet says itself what it is; whatever is none is read as a table (`import-score-table.ts`).
 */
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
import { problemAnswer, readScoreTable, type ScoresTaken } from './import-score-table';
import { allowOnly, oneFile, required, type CommandLine } from './options';
import { chosenProject, openBytes, openPackage, readPackageBytes, sayErrors } from './package-file';
import { MAX_FILE_BYTES } from '../spreadsheet/import/limits';
import { systemUser } from './producer';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

/** A package is JSON; every workbook begins with something else. */
const isPackage = (path: string, bytes: Uint8Array): boolean => path.toLowerCase().endsWith('.json') || bytes[0] === 0x7b;

/** The sheet the file is; null for a workbook that is none, which may be a table. Packages are sheets or nothing. */
const readSheet = async (path: string, terminal: Terminal): Promise<ReturnedSheet | null> => {
  const bytes = await readFileBytes(path, MAX_FILE_BYTES);
  try {
    if (!isPackage(path, bytes)) return await readScoreSheet(basename(path), bytes);
    const returned = returnedFromPackage(await openBytes(path, bytes, terminal), sha256Hex(bytes));
    if (returned !== null) return returned;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code === 'sheet.noMark') return null;
    throw new TerminalError('terminal.inFile', { path, message: problemText(error.problem, terminal.translator) });
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

const ofSheet = ({ check, problems, next }: Taken, project: Project, terminal: Terminal): ScoresTaken => {
  const evaluator = check.evaluator?.name ?? '';
  const isRefused = problems.some(isError);
  return {
    next, isRefused, label: { code: 'sheetTakenIn', data: { name: evaluator, count: check.scores } },
    answer: {
      rows: check.returned.scores.map((score) => rowAnswer(project, evaluator, score)),
      accepted: isRefused ? 0 : check.scores, added: check.added, changed: check.changed, missing: check.missing,
      problems: problems.map((problem) => problemAnswer(problem, terminal)),
    },
  };
};

/** A file with an error is left alone and ends in 1. One that is in already changes nothing: the package is written as it is. */
export const takeScoresIn = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['as', 'into', 'out', 'map', 'evaluator', 'project', 'author', 'passphrase-file']);
  const path = oneFile(line);
  const { into = '', project: projectId, author, map, evaluator } = line.values;
  if (line.values.out === undefined) throw new TerminalError('terminal.together');
  const out = required(line, 'out');
  const report = await openPackage(into, terminal);
  const target = chosenProject(report, projectId);
  if (sayErrors(report, terminal)) return 1;
  const { project } = target;
  const returned = await readSheet(path, terminal);
  if (returned !== null && (map !== undefined || evaluator !== undefined)) throw new TerminalError('terminal.noMapForSheets');
  const { label, next, isRefused, answer } = returned === null
    ? await readScoreTable(path, project, { map, evaluator }, terminal)
    : ofSheet(taken(project, returned, terminal), project, terminal);
  if (next !== null) {
    for (const problem of sealedOut(project)) terminal.say(problemText(problem, terminal.translator));
    await writeAddition({ report, target, author: author ?? systemUser(), out }, label, next, terminal);
  } else if (!isRefused) await writeFileWhole(out, await readPackageBytes(into));
  terminal.answer({ ...answer, written: isRefused ? null : out });
  return isRefused ? 1 : 0;
};
