/**
 * Scores with criteria, evaluators or bidders across: one row of the sheet holds a score for each name. Its rows are read
 * and corrected as the sheet has them, and come in as one row for each score.
 */
import { acrossOf, reasonOf, type Across, type AcrossField, type ReasonField } from '../../../domain/across-field';
import { columnLetter } from '../../../domain/column-letter';
import { foldText } from '../../../domain/fold-text';
import type { ImportField, ImportRow, ScoreRow } from '../../../domain/ports/import-kinds';
import { RowCells, type FieldRule, type ImportKindRule } from './import-kind';
import { checkLevel, checkNames, readSaid, SCORE_FIELDS, SCORES, sameScore } from './scores';
import { DECIMAL, PROSE } from './value-types';

interface ScoreColumn {
  readonly field: AcrossField;
  readonly across: Across;
  readonly name: string;
  readonly column: number;
  /** Where its reasons stand, if anywhere. */
  readonly reason: ReasonField | null;
}

/** What all scores of a row of the sheet share, and the scores. */
interface MatrixRow extends ScoreRow {
  readonly scores: readonly ScoreRow[];
}

type MatrixFields = typeof SCORE_FIELDS & Readonly<Record<AcrossField | ReasonField, FieldRule<string>>>;

/** A row below the headings that says how high each score may be, or how much it counts. */
const SCALE_ROW = /^(?:punctaj(?:ul)? (?:maxim|minim)|nota maxima|maxim(?:um)?|max|pond(?:ere|erea|eri)|scara|scala|max(?:imum)? (?:score|points)|weights?|scale)(?: |$)/;

const columnsOf = (columns: Readonly<Record<number, ImportField>>): ScoreColumn[] => {
  const reasons = Object.values(columns).filter((field): field is ReasonField => reasonOf(field) !== null);
  return Object.entries(columns).flatMap(([column, field]) => {
    const said = acrossOf(field);
    return said === null ? [] : [{ ...said, field: field as AcrossField, column: Number(column), reason: reasons.find((each) => reasonOf(each) === said.name) ?? null }];
  });
};

const matrixOf = (score: readonly ScoreColumn[], across: Across): ImportKindRule => {
  const own = score.flatMap(({ field, reason }) => [{ field, value: DECIMAL }, ...(reason === null ? [] : [{ field: reason, value: PROSE }])]);
  const fields: MatrixFields = { ...SCORE_FIELDS, ...Object.fromEntries(own.map(({ field, value }) => [field, { value, names: [] }])) };
  const name = across === 'criterion' ? 'bidder' : 'criterion';
  const rowOf = ({ across: dimension, name: said, column }: ScoreColumn, shared: ScoreRow, value: ScoreRow['score']): ScoreRow =>
    ({ ...shared, [dimension]: said, score: value, source: { ...shared.source, column: columnLetter(column) } });
  return {
    ...SCORES,
    fields, fieldNames: [...SCORES.fieldNames, ...own.map(({ field }) => field)],
    marks: { name, amounts: score.map(({ field }) => field), ...(across === 'evaluator' ? {} : { proof: 'evaluator' }) },
    read: (source, cellOf, columns, context) => {
      const cells = new RowCells(fields, cellOf, columns, context);
      const shared = readSaid(cells, source, across);
      checkNames(cells, shared);
      const scores = score.map((column) => {
        const { field, reason } = column;
        const value = cells.read(field);
        cells.require(field, value, 'warning');
        const row = rowOf(column, reason === null ? shared : { ...shared, justification: cells.read(reason) }, value);
        checkNames(cells, { [across]: column.name }, field);
        checkLevel(cells, row, field);
        return row;
      });
      // The reasons stand under their own columns as well, so that what was changed in their texts is told.
      const reasons = Object.fromEntries(score.flatMap(({ reason }, place) => (reason === null ? [] : [[reason, scores[place]?.justification ?? null]])));
      const value: MatrixRow = { ...shared, ...reasons, scores };
      return { value, remarks: cells.remarks, special: SCALE_ROW.test(foldText(shared[name] ?? '')) ? 'row.heading' : null };
    },
    rowsOf: (row) => (row as MatrixRow).scores,
    key: (row) => sameScore(row as ScoreRow, across),
  };
};

/** How the columns of a plan are read: as a list of scores, or as a matrix where one of them carries a name. */
export const scoresRule = (columns: Readonly<Record<number, ImportField>>): ImportKindRule => {
  const score = columnsOf(columns);
  const [first] = score;
  return first === undefined ? SCORES : matrixOf(score, first.across);
};

/** Rows as they come in: a row of a matrix as its scores. */
export const rowsOf = (rule: ImportKindRule, rows: readonly ImportRow[]): readonly ImportRow[] => {
  const { rowsOf: split } = rule;
  return split === undefined ? rows : rows.flatMap((row) => split(row));
};
