/** Finds the row of headings: registers begin with the authority's name, a title, sometimes a date, then the table. */
import { foldText } from '../../domain/fold-text';
import type { ImportKind } from '../../domain/ports/import-kinds';
import { cellText } from './cell-text';
import { columnLetter } from '../../domain/column-letter';
import { isQualifier, standsOver } from './heading-rows';
import { recognise, type HeadingText } from './recognise-heading';
import type { Merge, SheetGrid } from './sheet-source';

/** How many filled rows from the top may hold the headings. */
const SEARCHED_ROWS = 60;
const CANDIDATES = 5;
/** After a row that names this many fields, only a few more rows could be the headings. */
const ENOUGH_FIELDS = 3;
const ROWS_AFTER = 4;

export interface Header {
  /** 1-based row; the lower one of two. */
  readonly row: number;
  /** Column → heading as written; two rows of headings are joined. */
  readonly texts: ReadonlyMap<number, HeadingText>;
}

const mergeAt = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find((merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right);

const isText = (grid: SheetGrid, row: number, column: number): boolean => grid.cell(row, column)?.kind === 'text';

/** Merged ranges near the top are few; the thousands in the body do not concern headings. */
const headMerges = (grid: SheetGrid, row: number): Merge[] => grid.merges.filter((merge) => merge.top <= row && merge.bottom >= row - 1);

/** Headings merged over several rows end with the lowest of them. */
const goesOn = (grid: SheetGrid, row: number): boolean => grid.merges.some((merge) => merge.top <= row && merge.bottom > row && merge.left === merge.right && isText(grid, merge.top, merge.left));

const headingText = (grid: SheetGrid, row: number, column: number): string => cellText(grid.cell(row, column)).replace(/\s+/g, ' ');

const rowTexts = (grid: SheetGrid, row: number): Map<number, string> => {
  const texts = new Map<number, string>();
  for (const column of grid.columns) {
    const text = headingText(grid, row, column);
    if (text !== '') texts.set(column, text);
  }
  return texts;
};

/** A row of nothing but units below headings. */
const isQualifying = (grid: SheetGrid, row: number): boolean => {
  const texts = [...rowTexts(grid, row).values()];
  return texts.length > 0 && texts.every(isQualifier);
};

/** The row above belongs to the headings when it groups or continues them: several texts, tied to this row by merged cells or by what they say. */
const groupRow = (grid: SheetGrid, row: number, merges: readonly Merge[]): Map<number, string> | null => {
  const above = rowTexts(grid, row - 1);
  if (above.size < 2 || ![...above.keys()].every((column) => isText(grid, row - 1, column))) return null;
  const below = rowTexts(grid, row);
  const tied = merges.some((merge) => merge.bottom === row && merge.top === row - 1)
    || merges.some((merge) => merge.bottom === row - 1 && merge.right > merge.left && [...below.keys()].some((column) => merge.left <= column && column <= merge.right));
  if (tied) return above;
  if (merges.length > 0 || ![...below.keys()].every((column) => isText(grid, row, column))) return null;
  const continued = [...above.keys()].some((column) => !below.has(column)) && below.size < above.size;
  return continued || isQualifying(grid, row) || standsOver(above, below) === 'groups' ? above : null;
};

const inOneRow = (text: string): HeadingText => ({ text, upper: '', lower: '' });

const joined = (upper: string, lower: string): HeadingText => {
  if (upper === '' || lower === '' || upper === lower) return inOneRow(upper === '' ? lower : upper);
  return { text: `${upper} / ${lower}`, upper, lower };
};

/** Headings if they stand in this row, with the row above joined where it belongs to them. */
export const headerAt = (grid: SheetGrid, row: number): Header => {
  const own = rowTexts(grid, row);
  const merges = headMerges(grid, row);
  const above = groupRow(grid, row, merges);
  if (above === null) return { row, texts: new Map([...own].map(([column, text]) => [column, inOneRow(text)])) };
  const texts = new Map<number, HeadingText>();
  for (const column of grid.columns) {
    const group = mergeAt(merges, row - 1, column);
    const upper = group === undefined ? (above.get(column) ?? '') : headingText(grid, group.top, group.left);
    const heading = joined(upper, own.get(column) ?? '');
    if (heading.text !== '') texts.set(column, heading);
  }
  return { row, texts };
};

interface Scored {
  readonly header: Header;
  readonly score: number;
  /** How many different fields the headings name. */
  readonly fields: number;
}

/** How many headings of a row are names of the project that may stand across a table. */
export type CountNames = (headings: readonly HeadingText[]) => number;

/** Known headings weigh most; then rows of several different texts, directly above values. */
const scoreHeader = (kind: ImportKind, grid: SheetGrid, header: Header, next: number | undefined, countNames: CountNames): Scored => {
  const headings = [...header.texts.values()];
  const known = new Set<string>();
  let recognised = 0;
  for (const heading of headings) {
    const [field, likelihood] = Object.entries(recognise(kind, heading)).sort((left, right) => right[1] - left[1])[0] ?? [];
    if (field === undefined || likelihood === undefined || known.has(field)) continue;
    known.add(field);
    recognised += likelihood;
  }
  const written = [...header.texts.keys()].filter((column) => grid.cell(header.row, column) === undefined || isText(grid, header.row, column)).length;
  const distinct = new Set(headings.map(({ text }) => foldText(text))).size;
  const values = next === undefined ? 0 : [...header.texts.keys()].filter((column) => grid.cell(next, column) !== undefined).length;
  const qualified = headings.some(({ lower }) => lower !== '') && isQualifying(grid, header.row) ? 1 : 0;
  const looks = qualified + (written === headings.length ? 1 : 0) + (headings.length > 1 ? 1 : 0) + distinct / Math.max(1, grid.columns.length) + values / Math.max(1, headings.length);
  const names = countNames(headings);
  return { header, score: (recognised + names) * 10 + looks, fields: known.size + names };
};

/** The headings in a line, for a person to choose by. */
export const headingsIn = ({ texts }: Header): string => [...texts.values()].map(({ text }) => text).join(' | ');

export interface HeaderCandidate {
  readonly row: number;
  readonly text: string;
  /** Only for comparing candidates of one kind of table. */
  readonly score: number;
}

/** The likeliest rows of headings, best first; empty for a sheet without cells. `known`: rows further down where headings stand as well. */
export const findHeaders = (kind: ImportKind, grid: SheetGrid, known: readonly number[], countNames: CountNames): HeaderCandidate[] => {
  const scored: Scored[] = [];
  let last = SEARCHED_ROWS;
  for (let index = 0; index < Math.min(last, grid.rows.length); index += 1) {
    const row = grid.rows[index] ?? 1;
    const candidate = scoreHeader(kind, grid, headerAt(grid, row), grid.rows[index + 1], countNames);
    scored.push(goesOn(grid, row) ? { ...candidate, score: candidate.score / 2 } : candidate);
    if (candidate.fields >= ENOUGH_FIELDS) last = Math.min(last, index + 1 + ROWS_AFTER);
  }
  for (const row of known) {
    if (!scored.some(({ header }) => header.row === row)) scored.push(scoreHeader(kind, grid, headerAt(grid, row), grid.rows[grid.rows.indexOf(row) + 1], countNames));
  }
  scored.sort((left, right) => right.score - left.score || left.header.row - right.header.row);
  return scored.slice(0, CANDIDATES).map(({ header, score }) => ({ row: header.row, text: headingsIn(header), score }));
};

/** Long headings do not make the key of a remembered mapping longer. */
const SIGNATURE_HEADING = 60;

/** The key under which a mapping is remembered: the same kind, the same headings in the same columns, however they are spelt. */
export const headerSignature = (kind: ImportKind, header: Header): string =>
  (kind === 'bids' ? '' : `${kind}#`) + [...header.texts].map(([column, { text }]) => `${columnLetter(column)}:${foldText(text).slice(0, SIGNATURE_HEADING)}`).join('|');
