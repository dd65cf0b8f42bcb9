/** A table of scores, in whatever layout, taken into the project of a package as its evaluators' sheets coming back. */
import { checkScores, namesIn, scoringFacts } from '../app/rows-to-scores';
import { scoresBids } from '../domain/commission';
import type { ChangeLabel } from '../domain/change';
import { foldText } from '../domain/fold-text';
import { inOrder } from '../domain/position';
import type { ImportContext } from '../domain/ports/sheet-import';
import type { Problem } from '../domain/problem';
import type { Evaluator, Project } from '../domain/project';
import { obstacleTo } from './import-into';
import { readTable, rowAnswer, tableAnswerOf } from './read-table';
import { problemText, TerminalError, type Terminal } from './terminal';

/** What taking scores in comes to: the project with them, and the answer. */
export interface ScoresTaken {
  readonly label: ChangeLabel;
  /** Null when nothing is to be written, or nothing new. */
  readonly next: Project | null;
  readonly isRefused: boolean;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** A problem of no cell. */
export const problemAnswer = ({ severity, code, data }: Problem, { translator }: Terminal) => ({ severity, code, data, message: problemText({ severity, code, data }, translator) });

const scorerNamed = (project: Project, name: string): Evaluator => {
  const people = inOrder(project.evaluators).filter(scoresBids);
  const named = people.filter((person) => person.id === name || foldText(person.name) === foldText(name));
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  throw new TerminalError('terminal.badChoice', { value: name, option: '--evaluator', known: people.map((person) => person.name).join(', ') });
};

const contextOf = (project: Project): ImportContext =>
  ({ kind: 'scores', currency: project.currency, lotNumbers: inOrder(project.lots).map(({ number }) => number), presentRows: [], remembered: {}, scoring: scoringFacts(project) });

/** `evaluator`: whose the scores are where the table does not say. One error, in a cell or on a sheet, and nothing of it is taken. */
export const readScoreTable = async (path: string, project: Project, { map, evaluator }: { readonly map: string | undefined; readonly evaluator: string | undefined }, terminal: Terminal): Promise<ScoresTaken> => {
  const chosen = evaluator === undefined ? null : scorerNamed(project, evaluator).id;
  const table = await readTable('scores', path, contextOf(project), map, terminal);
  const check = checkScores(project, table.rows, table.info, chosen);
  const proposed = table.summary.withErrors > 0 ? null : (check.next?.(terminal.clock.now()) ?? null);
  const obstacle = proposed === null ? null : obstacleTo(project, proposed);
  const problems: readonly Problem[] = obstacle === null ? check.problems : [...check.problems, { ...obstacle, severity: 'error' }];
  const isRefused = table.summary.withErrors > 0 || problems.some(({ severity }) => severity === 'error');
  const { problems: ofCells, ...understood } = tableAnswerOf(table, terminal);
  return {
    label: { code: 'sheetTakenIn', data: { name: namesIn(check), count: check.scores } },
    next: isRefused ? null : proposed,
    isRefused,
    answer: {
      rows: table.rows.map((row) => rowAnswer('scores', row)),
      accepted: isRefused ? 0 : check.scores, added: check.added, changed: check.changed,
      sheets: check.sheets.map((sheet) => ({ evaluator: sheet.evaluator?.name ?? '', handout: sheet.handout?.id ?? null, scores: sheet.scores, added: sheet.added, changed: sheet.changed, missing: sheet.missing })),
      problems: [...ofCells, ...problems.map((problem) => problemAnswer(problem, terminal))],
      ...understood,
    },
  };
};
