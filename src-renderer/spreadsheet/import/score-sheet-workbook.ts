/**
 * A score sheet's workbook that came back. Recognised by its hidden mark and by nothing else; rows are told by their
 * numbers, so that sorting or moving them does no harm. What the cells say is only read here, it is judged elsewhere.
 */
import { CONFLICT_QUESTIONS, type Declaration } from '../../domain/commission';
import { sha256Hex } from '../../domain/digest';
import { fail, type Problem } from '../../domain/problem';
import type { ReturnedScore, ReturnedSheet } from '../../domain/sheet-return';
import { LONG_TEXT } from '../../domain/texts';
import type { CivilDate } from '../../domain/values';
import { DECLARATION_CODES, DECLARATION_COLUMNS, MARK_FORMAT, MARK_ROW, MARK_SHEET, MARK_VERSION, SCORE_COLUMNS, type MarkKey } from '../score-sheet-layout';
import { cellText } from './cell-text';
import { columnLetter } from '../../domain/column-letter';
import { readDate, serialDate } from './date-text';
import { cleanDouble } from './number-text';
import { readFile } from './read-file';
import type { Cell, SheetGrid } from './sheet-source';
import type { Bytes } from './zip';

export type ScoreSheetFileProblemCode =
  | 'sheet.noMark' // data: {file}: no score sheet, or its hidden mark was taken out
  | 'sheet.newerMark' // data: {found, supported}
  | 'sheet.noScores' // data: {sheet}: the table of scores is not there any more
  | 'sheet.formula'; // data: {place}: a formula stands where a score or reason should

interface Mark {
  readonly values: Readonly<Partial<Record<MarkKey, string>>>;
  /** Row number → bid and criterion. */
  readonly rows: ReadonlyMap<string, { readonly bidId: string; readonly criterionId: string }>;
}

const readMark = (sheets: readonly SheetGrid[], file: string): Mark => {
  const grid = sheets.find(({ name }) => name.toLowerCase() === MARK_SHEET);
  if (grid === undefined) throw fail<ScoreSheetFileProblemCode>('sheet.noMark', { file });
  const values: Partial<Record<string, string>> = {};
  const rows = new Map<string, { bidId: string; criterionId: string }>();
  for (const row of grid.rows) {
    const [key = '', first = '', second = '', third = ''] = [0, 1, 2, 3].map((column) => cellText(grid.cell(row, column)));
    if (key === MARK_ROW) rows.set(first, { bidId: second, criterionId: third });
    else values[key] = first;
  }
  if (values['format'] !== MARK_FORMAT) throw fail<ScoreSheetFileProblemCode>('sheet.noMark', { file });
  if (values['version'] !== MARK_VERSION) throw fail<ScoreSheetFileProblemCode>('sheet.newerMark', { found: values['version'] ?? '', supported: MARK_VERSION });
  return { values, rows };
};

/** A number as typed, without Excel's formats. */
const plainText = (cell: Cell | undefined): string => (cell?.kind === 'number' ? cleanDouble(cell.value) : cellText(cell));

interface Reading {
  readonly scores: ReturnedScore[];
  readonly problems: Problem[];
}

const readScores = (grid: SheetGrid, mark: Mark): Reading => {
  const scores: ReturnedScore[] = [];
  const problems: Problem[] = [];
  const placed = (row: number, column: number): string => `${columnLetter(column)}${row}`;
  for (const row of grid.rows) {
    const about = mark.rows.get(plainText(grid.cell(row, SCORE_COLUMNS.number)));
    if (about === undefined) continue;
    for (const column of [SCORE_COLUMNS.score, SCORE_COLUMNS.reason]) {
      const cell = grid.cell(row, column);
      if (cell?.kind === 'uncalculated' || cell?.kind === 'error') problems.push({ severity: 'error', code: 'sheet.formula', data: { place: placed(row, column) } });
    }
    const value = plainText(grid.cell(row, SCORE_COLUMNS.score));
    const reason = cellText(grid.cell(row, SCORE_COLUMNS.reason)).slice(0, LONG_TEXT);
    scores.push({ ...about, value: value === '' ? null : value, reason, place: placed(row, SCORE_COLUMNS.score) });
  }
  return { scores, problems };
};

const YES = /^(da|yes)\b/i;
const NO = /^(nu|no)\b/i;

const dayOf = (cell: Cell | undefined): CivilDate | null => {
  if (cell?.kind === 'date') return serialDate(cell.serial);
  const read = readDate(cellText(cell));
  return read.kind === 'date' ? read.date : read.kind === 'ambiguous' ? read.readings.dayFirst : null;
};

/** Null unless the person signed; what was not answered stays unanswered and keeps the sheet closed. */
const readDeclaration = (grid: SheetGrid | undefined): Declaration | null => {
  if (grid === undefined) return null;
  const rowOf = new Map(grid.rows.map((row) => [plainText(grid.cell(row, DECLARATION_COLUMNS.code)), row]));
  const answer = (code: keyof typeof DECLARATION_CODES): Cell | undefined => {
    const row = rowOf.get(DECLARATION_CODES[code]);
    return row === undefined ? undefined : grid.cell(row, DECLARATION_COLUMNS.answer);
  };
  const yes = (code: keyof typeof DECLARATION_CODES): boolean => YES.test(cellText(answer(code)));
  const signedOn = dayOf(answer('signedOn'));
  if (signedOn === null) return null;
  const conflicts: Declaration['conflicts'] = {};
  for (const question of CONFLICT_QUESTIONS) {
    const said = cellText(answer(question));
    if (YES.test(said)) conflicts[question] = true;
    else if (NO.test(said)) conflicts[question] = false;
  }
  return { signedOn, confidentiality: yes('confidentiality'), impartiality: yes('impartiality'), conflicts, note: cellText(answer('note')) };
};

/**
 * What the workbook says.
 * @throws ProblemError with a `FileProblemCode` or a `ScoreSheetFileProblemCode` when it is no score sheet.
 */
export const readScoreSheet = async (fileName: string, bytes: Uint8Array): Promise<ReturnedSheet> => {
  const { sheets } = await readFile(fileName, bytes.slice() as Bytes, undefined, { onProgress: () => undefined, onFirstRows: () => undefined });
  const mark = readMark(sheets, fileName);
  const { values } = mark;
  const named = (key: 'scores' | 'declaration'): SheetGrid | undefined => sheets.find(({ name }) => name === values[key]);
  const table = named('scores');
  if (table === undefined) throw fail<ScoreSheetFileProblemCode>('sheet.noScores', { sheet: values.scores ?? '' });
  return {
    fileName,
    sha256: sha256Hex(bytes),
    form: 'workbook',
    projectId: values.projectId ?? '',
    handoutId: values.handoutId ?? '',
    evaluatorId: values.evaluatorId ?? '',
    callHash: values.callHash ?? '',
    declaration: readDeclaration(named('declaration')),
    authors: [],
    ...readScores(table, mark),
  };
};
