/** Scores: one score a row, by evaluator, bidder and criterion. With names across the table: `score-matrix.ts`. */
import { ACROSS, namesAcross, type Across } from '../../../domain/across-field';
import { levelOf } from '../../../domain/evaluation/score-points';
import { foldText } from '../../../domain/fold-text';
import type { ImportField, RowSource, ScoreRow } from '../../../domain/ports/import-kinds';
import { BIDDER_WORDS, LOT_WORDS, ROW_NUMBER_WORDS } from './headings';
import { defineKind, type RowCells } from './import-kind';
import { DECIMAL, LINE, LOT, NAME, PROSE } from './value-types';

export const SCORE_FIELDS = {
  evaluator: {
    value: NAME, fillsDown: true,
    names: ['evaluator', 'evaluatorul', 'evaluatori', 'nume evaluator', 'numele evaluatorului', 'expert', 'expertul', 'expert evaluator', 'expert cooptat', 'membru', 'membrul', 'membru comisie', 'membrul comisiei', 'membru evaluator', 'evaluator name', 'name of evaluator', 'assessor', 'reviewer', 'scorer', 'commission member', 'committee member', 'jury member'],
    hints: ['nume', 'nume si prenume', 'name'],
  },
  bidder: { value: NAME, fillsDown: true, ...BIDDER_WORDS, hints: ['oferta', 'offer', 'bid', 'tender', 'denumire'] },
  lot: { value: LOT, fillsDown: true, ...LOT_WORDS },
  criterion: {
    value: LINE, fillsDown: true,
    names: ['criteriu', 'criteriul', 'criterii', 'criteriu de atribuire', 'criteriul de atribuire', 'criteriu de evaluare', 'criteriul de evaluare', 'denumire criteriu', 'denumirea criteriului', 'subcriteriu', 'factor', 'factor de evaluare', 'factorul de evaluare', 'criterion', 'criteria', 'criterion name', 'award criterion', 'award criteria', 'evaluation criterion', 'evaluation factor'],
    hints: ['indicator', 'aspect', 'cod criteriu', 'criterion code'],
  },
  score: {
    value: DECIMAL,
    names: ['punctaj', 'punctajul', 'punctaj acordat', 'punctajul acordat', 'punctaj obtinut', 'puncte', 'puncte acordate', 'nota', 'nota acordata', 'scor', 'scorul', 'scor acordat', 'score', 'scores', 'score given', 'score awarded', 'points', 'points awarded', 'mark', 'marks', 'rating', 'grade'],
    hints: ['valoare', 'calificativ', 'value'],
  },
  justification: {
    value: PROSE,
    names: ['justificare', 'justificarea', 'justificarea punctajului', 'justificare punctaj', 'motivare', 'motivarea', 'motivarea punctajului', 'motivatie', 'motivatia', 'motiv', 'argumentare', 'argumentatie', 'explicatie', 'explicatii', 'justification', 'rationale', 'reason', 'reasons', 'reasoning', 'explanation'],
    hints: ['observatii', 'comentarii', 'comentariu', 'mentiuni', 'remarci', 'notes', 'comments', 'comment', 'remarks'],
  },
} as const;

type ScoreCells = RowCells<typeof SCORE_FIELDS>;

/** What a row says of its score or scores; `across`: what their columns say instead. */
export const readSaid = (cells: ScoreCells, source: RowSource, across: Across | null): ScoreRow => {
  const read = (field: Across): string | null => (field === across ? null : cells.read(field));
  const row = { evaluator: read('evaluator'), bidder: read('bidder'), lot: cells.lotOr(cells.read('lot')), criterion: read('criterion'), score: null, justification: null, source };
  if (across !== 'bidder') cells.require('bidder', row.bidder, 'error');
  if (across !== 'criterion') cells.require('criterion', row.criterion, 'error');
  // A project knows the bids: a bidder with several of them is asked about when the scores are given to one.
  if (cells.context.scoring === undefined && cells.context.lotNumbers.length > 1) cells.require('lot', row.lot, 'warning');
  return { ...row, justification: cells.read('justification') };
};

const isNamed = (names: readonly string[], name: string): boolean => names.some((each) => foldText(each) === foldText(name));

/** Names the project does not have are errors, said at `at` where the heading of a column says them. Without a project any name is taken. */
export const checkNames = (cells: Pick<ScoreCells, 'context' | 'say'>, row: Partial<Pick<ScoreRow, Across>>, at?: ImportField): void => {
  const { scoring } = cells.context;
  if (scoring === undefined) return;
  const known = namesAcross(scoring);
  for (const field of ACROSS) {
    const name = row[field] ?? null;
    if (name !== null && !isNamed(known[field], name)) cells.say(at ?? field, { severity: 'error', code: 'cell.unknownName', data: { name, known: known[field].join(', ') } });
  }
};

/** A score is a level of its criterion's scale, where the project says which. */
export const checkLevel = (cells: Pick<ScoreCells, 'context' | 'say'>, { criterion, score }: ScoreRow, at: ImportField): void => {
  const max = cells.context.scoring?.criteria.find(({ name }) => foldText(name) === foldText(criterion ?? ''))?.max ?? null;
  if (max !== null && score !== null && levelOf(score, max) === null) cells.say(at, { severity: 'error', code: 'cell.notALevel', data: { max } });
};

/** The key of a score, or of a row of them; null where a name is missing. */
export const sameScore = (row: ScoreRow, across: Across | null): string | null =>
  ((across !== 'bidder' && row.bidder === null) || (across !== 'criterion' && row.criterion === null) ? null : [row.evaluator, row.bidder, row.lot, row.criterion].map((text) => foldText(text ?? '')).join('|'));

export const SCORES = defineKind({
  kind: 'scores',
  fields: SCORE_FIELDS,
  others: [...ROW_NUMBER_WORDS, 'punctaj maxim', 'punctajul maxim', 'punctaj minim', 'max score', 'maximum score', 'maximum points', 'max points', 'pondere', 'ponderea', 'weight', 'punctaj total', 'total punctaj', 'total score', 'total', 'punctaj ponderat', 'weighted score', 'punctaj final', 'punctaj tehnic', 'punctaj financiar', 'technical score', 'financial score', 'final score', 'medie', 'media', 'punctaj mediu', 'average', 'mean', 'clasament', 'loc', 'locul', 'rang', 'rank', 'data', 'date', 'semnatura', 'signature'],
  marks: { name: 'criterion', amounts: ['score'], proof: 'evaluator' },
  /** A score that is not given yet is told, and no error. */
  read: (cells, source) => {
    const said = readSaid(cells, source, null);
    const row = { ...said, score: cells.read('score') };
    cells.require('score', row.score, 'warning');
    checkNames(cells, row);
    checkLevel(cells, row, 'score');
    return row;
  },
  key: (row) => sameScore(row, null),
  repeated: 'error',
});
