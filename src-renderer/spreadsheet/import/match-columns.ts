/** Decides which column is which field: by remembered mapping, else by headings, confirmed by the values below them. */
import { BID_FIELDS, type BidField, type ColumnGuess } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { columnLetter } from './column-letter';
import { readCountry } from './country';
import { readDate } from './date-text';
import { isBlank } from './field-reading';
import { headerSignature, type Header } from './find-header';
import { durationUnit, readHeading } from './heading';
import { readIdentifier } from './identifier';
import { readNumber } from './number-text';
import { recognise } from './recognise-heading';
import type { Cell, SheetGrid } from './sheet-source';
import { readYesNo } from './yes-no';

/** Below this a column stays unmapped and visible. */
const THRESHOLD = 0.7;
/** Two columns that claim the same field this equally: the person decides. */
const TIE = 0.03;
/** The comparison needs the price without VAT (HG 395/2016 art. 141), so that column wins over the one with VAT. */
const WITH_VAT_HANDICAP = 0.15;
const SAMPLED_ROWS = 50;
const SHOWN_SAMPLES = 3;
const LONGEST_SAMPLE = 80;

const isNumberLike = (cell: Cell): boolean => cell.kind === 'number' || (cell.kind === 'text' && readNumber(cell.text).kind !== 'notANumber');

const isDuration = (cell: Cell): boolean => isNumberLike(cell) || (cell.kind === 'text' && /\d/.test(cell.text) && durationUnit(cell.text) !== null);

/** Whether a value could stand in a column of the field. Text fields take any text that is not plainly something else. */
const SUITS: Readonly<Record<BidField, (cell: Cell) => boolean>> = {
  bidder: (cell) => cell.kind === 'text' && !isNumberLike(cell) && readDate(cell.text).kind === 'notADate',
  identifier: (cell) => readIdentifier(cellText(cell)) !== null && cell.kind !== 'date' && cellText(cell).length <= 25,
  country: (cell) => cell.kind === 'text' && readCountry(cell.text) !== null,
  lot: (cell) => cell.kind !== 'date' && cellText(cell).length <= 60,
  price: isNumberLike,
  vatIncluded: (cell) => cell.kind === 'boolean' || readYesNo(cellText(cell), 'vatIncluded') !== null,
  receivedAt: (cell) => cell.kind === 'date' || (cell.kind === 'text' && readDate(cell.text).kind !== 'notADate'),
  sme: (cell) => cell.kind === 'boolean' || readYesNo(cellText(cell), 'sme') !== null,
  durationDays: isDuration,
  warrantyMonths: isDuration,
  email: (cell) => cell.kind === 'text' && cell.text.includes('@'),
  notes: () => true,
};

/** A heading known by heart stays mapped whatever is below it, so that wrong values are shown and not dropped. */
const CERTAIN = 0.95;
const CERTAIN_BUT_ODD = 0.75;

/**
 * Agreement of hints with their values is what lifts them over the threshold. A column of yes and no is never mapped
 * over amounts: `TVA inclus` may head either.
 */
const confirmed = (field: BidField, likelihood: number, share: number | null): number => {
  if (share === null) return likelihood;
  if (share < 0.5) return likelihood >= CERTAIN && field !== 'vatIncluded' ? CERTAIN_BUT_ODD : likelihood * 0.5;
  return likelihood < THRESHOLD && share >= 0.8 ? Math.min(THRESHOLD + 0.05, likelihood + 0.15) : likelihood;
};

interface Claim {
  readonly column: number;
  readonly field: BidField;
  readonly confidence: number;
}

const samplesOf = (grid: SheetGrid, header: Header, column: number): Cell[] => {
  const start = grid.rows.findIndex((row) => row > header.row);
  const rows = start < 0 ? [] : grid.rows.slice(start, start + SAMPLED_ROWS);
  return rows.flatMap((row) => grid.cell(row, column) ?? []);
};

const claimsOf = (column: number, text: string, samples: readonly Cell[]): Claim[] => {
  const likelihoods = recognise(text);
  const withVat = readHeading(text).vatIncluded === true;
  const filled = samples.filter((cell) => !isBlank(cell));
  return BID_FIELDS.flatMap((field) => {
    const likelihood = likelihoods[field];
    if (likelihood === undefined) return [];
    const share = filled.length === 0 ? null : filled.filter(SUITS[field]).length / filled.length;
    const confidence = confirmed(field, likelihood, share) - (field === 'price' && withVat ? WITH_VAT_HANDICAP : 0);
    return confidence > 0 ? [{ column, field, confidence }] : [];
  });
};

/** Gives each field to the column that claims it best; equal claims leave it open. */
const settle = (claims: readonly Claim[]): Map<number, Claim> => {
  const settled = new Map<number, Claim>();
  const taken = new Set<BidField>();
  const open = claims.filter((claim) => claim.confidence >= THRESHOLD).sort((left, right) => right.confidence - left.confidence || left.column - right.column);
  for (const claim of open) {
    if (taken.has(claim.field) || settled.has(claim.column)) continue;
    const rival = open.find((other) => other.field === claim.field && other.column !== claim.column && !settled.has(other.column) && claim.confidence - other.confidence < TIE);
    taken.add(claim.field);
    if (rival === undefined) settled.set(claim.column, claim);
  }
  return settled;
};

const isField = (text: string | undefined): text is BidField => (BID_FIELDS as readonly (string | undefined)[]).includes(text);

/** A remembered mapping: column index → field. Anything in it that is no field, or twice, is passed over. */
const rememberedFields = (remembered: Readonly<Record<string, string>>): Map<number, BidField> => {
  const fields = new Map<number, BidField>();
  for (const [column, field] of Object.entries(remembered)) {
    if (/^\d+$/.test(column) && isField(field) && ![...fields.values()].includes(field)) fields.set(Number(column), field);
  }
  return fields;
};

/** Columns of the table: those with a heading and those with values below it. */
const tableColumns = (grid: SheetGrid, header: Header): readonly number[] =>
  grid.columns.filter((column) => header.texts.has(column) || samplesOf(grid, header, column).length > 0);

export const matchColumns = (grid: SheetGrid, header: Header, remembered: Readonly<Record<string, Readonly<Record<string, string>>>>): ColumnGuess[] => {
  const columns = tableColumns(grid, header).map((column) => ({ column, text: header.texts.get(column) ?? '', samples: samplesOf(grid, header, column) }));
  const signature = headerSignature(header);
  const known = Object.hasOwn(remembered, signature) ? rememberedFields(remembered[signature] ?? {}) : null;
  const claims = columns.flatMap(({ column, text, samples }) => claimsOf(column, text, samples));
  const settled = settle(claims);
  return columns.map(({ column, text, samples }) => {
    const field = known === null ? (settled.get(column)?.field ?? null) : (known.get(column) ?? null);
    const best = Math.max(0, ...claims.filter((claim) => claim.column === column).map((claim) => claim.confidence));
    return {
      index: column, letter: columnLetter(column), header: text, field,
      samples: samples.slice(0, SHOWN_SAMPLES).map((cell) => cellText(cell).slice(0, LONGEST_SAMPLE)),
      confidence: known !== null ? 1 : (settled.get(column)?.confidence ?? best),
      remembered: known !== null,
    };
  });
};
