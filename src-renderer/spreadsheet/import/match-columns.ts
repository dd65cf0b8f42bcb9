/** Decides which column is which field: by remembered mapping, else by headings, confirmed by the values below them. */
import { acrossOf, clash, namesAcross } from '../../domain/across-field';
import { fieldOf, type ImportField, type ImportKind } from '../../domain/ports/import-kinds';
import type { ColumnGuess, ImportContext, ScoringFacts } from '../../domain/ports/sheet-import';
import { foldText } from '../../domain/fold-text';
import { cellText } from './cell-text';
import { columnLetter } from '../../domain/column-letter';
import { isBlank } from './field-reading';
import { headerSignature, type Header } from './find-header';
import { readHeading } from './heading';
import { KINDS } from './kinds';
import type { FieldRule, ImportKindRule } from './kinds/import-kind';
import { linesAbove } from './lines-above';
import { matchAcross, matchByValues, matchReasons, type FieldClaim, type ScoreColumn } from './match-across';
import { matchLines } from './match-lines';
import { recognise, type HeadingText } from './recognise-heading';
import type { Cell, SheetGrid } from './sheet-source';

/** Below this a column stays unmapped and visible. */
const THRESHOLD = 0.7;
/** Two columns that claim the same field this equally: the person decides. */
const TIE = 0.03;
const SAMPLED_ROWS = 50;
const SHOWN_SAMPLES = 3;
const LONGEST_SAMPLE = 80;

/** A heading known by heart stays mapped whatever is below it, so that wrong values are shown and not dropped. */
const CERTAIN = 0.95;
const CERTAIN_BUT_ODD = 0.75;

/** Agreement of hints with their values is what lifts them over the threshold. */
const confirmed = ({ valuesDecide = false }: FieldRule, likelihood: number, share: number | null): number => {
  if (share === null) return likelihood;
  if (share < 0.5) return likelihood >= CERTAIN && !valuesDecide ? CERTAIN_BUT_ODD : likelihood * 0.5;
  return likelihood < THRESHOLD && share >= 0.8 ? Math.min(THRESHOLD + 0.05, likelihood + 0.15) : likelihood;
};

interface Claim {
  readonly column: number;
  readonly field: ImportField;
  readonly confidence: number;
}

/** Rows to take samples from: the first below the headings, and none of another table. */
const sampledRows = (grid: SheetGrid, header: Header, lastRow: number | null): readonly number[] => {
  const start = grid.rows.findIndex((row) => row > header.row);
  const rows = start < 0 ? [] : grid.rows.slice(start, start + SAMPLED_ROWS);
  return lastRow === null ? rows : rows.filter((row) => row <= lastRow);
};

const samplesOf = (grid: SheetGrid, rows: readonly number[], column: number): Cell[] => rows.flatMap((row) => grid.cell(row, column) ?? []);

const claimsOf = ({ kind, fields, named }: ImportKindRule, column: number, text: HeadingText, samples: readonly Cell[]): Claim[] => {
  const likelihoods = recognise(kind, text);
  const heading = readHeading(text.text);
  const filled = samples.filter((cell) => !isBlank(cell));
  return named.flatMap((field) => {
    const likelihood = likelihoods[field];
    const rule = fields[field];
    if (likelihood === undefined || rule === undefined) return [];
    const share = filled.length === 0 ? null : filled.filter(rule.value.suits).length / filled.length;
    const confidence = confirmed(rule, likelihood, share) - (rule.handicap?.(heading) ?? 0);
    return confidence > 0 ? [{ column, field, confidence }] : [];
  });
};

/** Gives each field to the column that claims it best; equal claims leave it open. */
const settle = (claims: readonly Claim[]): Map<number, Claim> => {
  const settled = new Map<number, Claim>();
  const taken = new Set<ImportField>();
  const open = claims.filter((claim) => claim.confidence >= THRESHOLD).sort((left, right) => right.confidence - left.confidence || left.column - right.column);
  for (const claim of open) {
    if (taken.has(claim.field) || settled.has(claim.column)) continue;
    const rival = open.find((other) => other.field === claim.field && other.column !== claim.column && !settled.has(other.column) && claim.confidence - other.confidence < TIE);
    taken.add(claim.field);
    if (rival === undefined) settled.set(claim.column, claim);
  }
  return settled;
};

/** A remembered mapping: column index → field. Anything in it that is no field, or clashes with another, is passed over. */
const rememberedFields = (kind: ImportKind, remembered: Readonly<Record<string, string>>): Map<number, ImportField> => {
  const fields = new Map<number, ImportField>();
  for (const [column, name] of Object.entries(remembered)) {
    const field = fieldOf(kind, name);
    if (/^\d+$/.test(column) && field !== null && ![...fields.values()].some((other) => clash(other, field))) fields.set(Number(column), field);
  }
  return fields;
};

/** Names of another project's criteria, evaluators or bidders are of no use in this one. */
const isOfProject = (fields: ReadonlyMap<number, ImportField>, scoring: ScoringFacts | undefined): boolean => scoring === undefined || [...fields.values()].every((field) => {
  const said = acrossOf(field);
  if (said === null) return true;
  return namesAcross(scoring)[said.across].some((name) => foldText(name) === foldText(said.name));
});

const mappingBefore = (kind: ImportKind, signature: string, { remembered, scoring }: MatchContext): Map<number, ImportField> | null => {
  const fields = Object.hasOwn(remembered, signature) ? rememberedFields(kind, remembered[signature] ?? {}) : null;
  return fields === null || !isOfProject(fields, scoring) ? null : fields;
};

/** Columns of the table: those with a heading and those with values below it. */
const tableColumns = (grid: SheetGrid, header: Header, rows: readonly number[]): readonly number[] =>
  grid.columns.filter((column) => header.texts.has(column) || samplesOf(grid, rows, column).length > 0);

const NO_HEADING: HeadingText = { text: '', upper: '', lower: '' };

/** What of the context columns are matched by. */
export type MatchContext = Pick<ImportContext, 'kind' | 'remembered' | 'scoring'>;

/** Of scores: the columns that carry a name, and those they leave nothing to say. A reason beside several scores is whose the person says. */
const withNames = (columns: readonly ScoreColumn[], lines: readonly ImportField[], scoring: ScoringFacts | undefined): ReadonlyMap<number, FieldClaim> => {
  const across = matchAcross(columns, lines, scoring);
  const named = new Map([...across, ...matchReasons(columns, across), ...matchByValues(columns, across, scoring)]);
  const isOut = (field: ImportField): boolean => [...across.values()].some((claim) => clash(claim.field, field)) || (field === 'justification' && across.size > 1);
  for (const { column, settled } of columns) {
    if (settled !== undefined && !named.has(column) && !isOut(settled.field)) named.set(column, settled);
  }
  return named;
};

/** Its columns, then the lines above it. `lastRow`: where the table ends, when another one follows. */
export const matchColumns = (context: MatchContext, grid: SheetGrid, header: Header, lastRow: number | null = null): ColumnGuess[] => {
  const { kind, scoring } = context;
  const rule = KINDS[kind];
  const rows = sampledRows(grid, header, lastRow);
  const columns = tableColumns(grid, header, rows).map((column) => ({ column, text: header.texts.get(column) ?? NO_HEADING, samples: samplesOf(grid, rows, column) }));
  const known = mappingBefore(kind, headerSignature(kind, header), context);
  const claims = columns.flatMap(({ column, text, samples }) => claimsOf(rule, column, text, samples));
  const lines = linesAbove(grid, header, lastRow);
  const settled = settle(claims);
  const said = kind === 'scores' ? matchLines(kind, lines, [], known).flatMap(({ field }) => field ?? []) : [];
  const found = kind === 'scores' ? withNames(columns.map((each) => ({ ...each, settled: settled.get(each.column) })), said, scoring) : settled;
  const guessed = columns.map(({ column, text, samples }) => {
    const field = known === null ? (found.get(column)?.field ?? null) : (known.get(column) ?? null);
    const best = Math.max(0, ...claims.filter((claim) => claim.column === column).map((claim) => claim.confidence));
    return {
      index: column, letter: columnLetter(column), header: text.text, field,
      samples: samples.slice(0, SHOWN_SAMPLES).map((cell) => cellText(cell).slice(0, LONGEST_SAMPLE)),
      confidence: known !== null ? 1 : (found.get(column)?.confidence ?? best),
      remembered: known !== null,
      hidden: grid.hiddenColumns.has(column),
    };
  });
  return [...guessed, ...matchLines(kind, lines, guessed, known)];
};
