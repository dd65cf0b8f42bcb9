/** Rows of a sheet where a table could begin: filled with short texts, at the top, after a gap or under a line of its own. */
import { cellText } from './cell-text';
import { areKnown, areWords, KNOWN_HEADINGS, standsOver } from './heading-rows';
import { headLine } from './said-lines';
import type { Cell, SheetGrid } from './sheet-source';

const LONGEST_HEADING = 60;
/** So many rows below headings tell what its columns hold. */
const SAMPLED_ROWS = 12;

/** What the cells below a heading mostly are; of days, amounts and answers: figures. */
type ColumnTypes = ReadonlyMap<number, 'figure' | 'text'>;

export interface Opening {
  /** Position of the row of headings, the lower one of two, among the rows of the sheet. */
  readonly index: number;
  /** Of the upper row of headings; the same where there is one only. */
  readonly first: number;
  /** Column → heading. */
  readonly texts: ReadonlyMap<number, string>;
  /** Its headings are in our dictionaries; else only the look of the rows speaks for it. */
  readonly isKnown: boolean;
  /** Begins after an empty row, and has a line of its own above. */
  readonly isTitled: boolean;
  readonly below: ColumnTypes;
  /** How many rows stand right below, up to those looked at. */
  readonly rowsBelow: number;
}

/** The texts of a row that could be headings, by column; null as soon as one cell could not. */
const headingTexts = (grid: SheetGrid, row: number): ReadonlyMap<number, string> | null => {
  const texts = new Map<number, string>();
  for (const column of grid.columns) {
    const cell = grid.cell(row, column);
    if (cell === undefined) continue;
    if (cell.kind !== 'text' || cell.text.length > LONGEST_HEADING) return null;
    texts.set(column, cellText(cell));
  }
  return texts.size >= KNOWN_HEADINGS ? texts : null;
};

/** Text tables hold their amounts and days as text. */
const isFigure = (cell: Cell): boolean => (cell.kind === 'text' ? /^[-+(]?\s*\d/.test(cell.text) : cell.kind !== 'error');

/** True for a line that holds one cell only; stops at the second. */
export const isAlone = (grid: SheetGrid, row: number): boolean => {
  let filled = 0;
  for (const column of grid.columns) if (grid.cell(row, column) !== undefined && (filled += 1) > 1) return false;
  return filled === 1;
};

const isRightAbove = (grid: SheetGrid, index: number): boolean => (grid.rows[index + 1] ?? 0) - (grid.rows[index] ?? 0) === 1;

/** True where a table could begin: at the top, after an empty row, under a line of its own or one of labels beside their values. */
const opensBlock = (grid: SheetGrid, index: number): boolean => index === 0 || !isRightAbove(grid, index - 1) || headLine(grid, grid.rows[index - 1] ?? 0) !== null;

/** The rows right below one, without a gap; for headings that are certain, also after a gap. */
const sampledRows = (grid: SheetGrid, index: number, isCertain: boolean): readonly number[] => {
  const rows: number[] = [];
  for (let next = index + 1; next < grid.rows.length && rows.length < SAMPLED_ROWS; next += 1) {
    if (!isRightAbove(grid, next - 1) && !(isCertain && next === index + 1)) break;
    rows.push(grid.rows[next] ?? 0);
  }
  return rows;
};

const typesOf = (grid: SheetGrid, rows: readonly number[]): ColumnTypes => {
  const types = new Map<number, 'figure' | 'text'>();
  for (const column of grid.columns) {
    const cells = rows.flatMap((row) => grid.cell(row, column) ?? []);
    if (cells.length > 0) types.set(column, cells.filter(isFigure).length * 2 > cells.length ? 'figure' : 'text');
  }
  return types;
};

/** An opening at a row where headings stand for certain. */
export const openingAt = (grid: SheetGrid, index: number, isKnown = true): Opening => {
  const rows = sampledRows(grid, index, isKnown);
  const row = grid.rows[index] ?? 0;
  const texts = headingTexts(grid, row) ?? new Map<number, string>();
  const isTitled = index > 1 && isAlone(grid, grid.rows[index - 1] ?? 0) && !isRightAbove(grid, index - 2);
  return { index, first: index, texts, isKnown, isTitled, below: typesOf(grid, rows), rowsBelow: rows.length };
};

const hasFigures = ({ texts, below }: Opening): boolean => [...texts.keys()].some((column) => below.get(column) === 'figure');

/** Headings stand over all columns below but one at most, and the columns they name are filled. */
const covers = ({ texts, below }: Opening): boolean =>
  [...below.keys()].filter((column) => !texts.has(column)).length <= 1 && [...texts.keys()].filter((column) => below.has(column)).length * 2 > texts.size;

/** By the look of the rows alone; of two rows of words over figures, the lower one names the columns. */
const unknownOpening = (grid: SheetGrid, index: number, texts: ReadonlyMap<number, string>): Opening | null => {
  const upper = openingAt(grid, index, false);
  if (!areWords(texts) || upper.rowsBelow === 0 || !covers(upper)) return null;
  const lower = hasFigures(upper) ? headingTexts(grid, grid.rows[index + 1] ?? 0) : null;
  if (lower === null || !areWords(lower)) return upper;
  const second = openingAt(grid, index + 1, false);
  return second.rowsBelow > 0 && covers(second) && hasFigures(second) ? { ...second, first: index, isTitled: upper.isTitled } : upper;
};

const isKnownRow = (grid: SheetGrid, index: number): boolean => {
  const texts = headingTexts(grid, grid.rows[index] ?? 0);
  return texts !== null && areKnown(texts);
};

/** What the row is to the one right below it. */
const overNext = (grid: SheetGrid, index: number, texts: ReadonlyMap<number, string>): ReturnType<typeof standsOver> => {
  const below = isRightAbove(grid, index) ? headingTexts(grid, grid.rows[index + 1] ?? 0) : null;
  return below === null ? null : standsOver(texts, below);
};

const lookedThrough = (grid: SheetGrid): readonly Opening[] => {
  const found: Opening[] = [];
  const last = grid.rows.length - 1;
  for (let index = 0; index < last; index += 1) {
    const texts = opensBlock(grid, index) ? headingTexts(grid, grid.rows[index] ?? 0) : null;
    if (texts === null) continue;
    const first = index;
    const isKnown = areKnown(texts) || overNext(grid, index, texts) !== null;
    while (isKnown && index + 1 < last && isKnownRow(grid, index + 1)) index += 1;
    const opening = isKnown ? { ...openingAt(grid, index), first } : unknownOpening(grid, index, texts);
    if (opening === null) continue;
    found.push(opening);
    index = opening.index;
  }
  return found;
};

const looked = new WeakMap<SheetGrid, readonly Opening[]>();
/** From top to bottom. A sheet is looked through once; after that it is known. */
export const openingsOf = (grid: SheetGrid): readonly Opening[] => {
  const found = looked.get(grid) ?? lookedThrough(grid);
  looked.set(grid, found);
  return found;
};

/** As of the table above it: nothing outside its columns, the same sort of values in them, and not much fewer of them. */
const looksLike = (one: Opening, above: Opening): boolean =>
  [...one.texts.keys()].every((column) => above.texts.has(column) || above.below.has(column))
  && [...one.below].every(([column, type]) => (above.below.get(column) ?? type) === type)
  && one.texts.size * 2 > above.texts.size;

export const sameTexts = (one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): boolean =>
  one.size > 0 && one.size === other.size && [...one].every(([column, text]) => other.get(column) === text);

/** No word of it is a value further down, as the name of a department would be; and none is a sentence or a code. */
const areTitles = (grid: SheetGrid, { index, texts }: Opening): boolean => {
  const rows = sampledRows(grid, index, false);
  return [...texts].every(([column, text]) => !/\d|[.!?;]$/.test(text) && rows.every((row) => cellText(grid.cell(row, column)) !== text));
};

/** Words in the place of one figure may stand for a value that is missing; in the places of several they name columns. */
const SEVERAL_FIGURES = 2;
const namesFigures = ({ texts }: Opening, above: Opening): boolean => {
  const figures = [...above.below].filter(([, type]) => type === 'figure');
  return figures.length >= SEVERAL_FIGURES && figures.every(([column]) => texts.has(column));
};

/**
 * Whether a table begins here, below `above`: `own`, so much as that it is kept apart; `perhaps`, when it may as well be
 * rows of the table above; or none.
 */
export const standingOf = (grid: SheetGrid, opening: Opening, above: Opening | undefined): 'own' | 'perhaps' | null => {
  if (opening.isKnown) return 'own';
  const isAlike = above !== undefined && looksLike(opening, above);
  if (hasFigures(opening)) return isAlike && !namesFigures(opening, above) ? 'perhaps' : 'own';
  if (opening.rowsBelow < 2) return null;
  return !isAlike || (opening.isTitled && areTitles(grid, opening)) ? 'perhaps' : null;
};
