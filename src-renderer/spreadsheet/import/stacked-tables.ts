/** Several tables one below the other on a sheet: each begins with headings of its own, after a gap or a title. */
import type { SheetTable } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { readHeading } from './heading';
import { KINDS } from './kinds';
import { ROW_NUMBER_WORDS } from './kinds/headings';
import type { SheetGrid } from './sheet-source';

/** Nobody chooses among more. */
const MOST_TABLES = 20;
/** A row with so many headings known by heart is no row of values. */
const KNOWN_HEADINGS = 2;
const LONGEST_HEADING = 60;

let headings: ReadonlySet<string> | null = null;
/** Every heading known by heart, of whatever kind of table: the second table need not be one that is being imported. */
const knownHeadings = (): ReadonlySet<string> => {
  headings ??= new Set([
    ...ROW_NUMBER_WORDS,
    ...Object.values(KINDS).flatMap(({ fieldNames, fields, others }) => [...others, ...fieldNames.flatMap((field) => fields[field]?.names ?? [])]),
  ]);
  return headings;
};

const isKnown = (text: string): boolean => {
  const { plain, bare } = readHeading(text);
  return knownHeadings().has(plain) || knownHeadings().has(bare);
};

/** The texts of a row that could be headings, by column; null as soon as one cell could not. */
const headingTexts = (grid: SheetGrid, row: number): ReadonlyMap<number, string> | null => {
  const texts = new Map<number, string>();
  for (const column of grid.columns) {
    const cell = grid.cell(row, column);
    if (cell === undefined) continue;
    if (cell.kind !== 'text' || cell.text.length > LONGEST_HEADING || /\d/.test(cell.text)) return null;
    texts.set(column, cellText(cell));
  }
  return texts.size >= KNOWN_HEADINGS ? texts : null;
};

const isAlone = (grid: SheetGrid, row: number): boolean => grid.columns.filter((column) => grid.cell(row, column) !== undefined).length === 1;

/** True where a table could begin: at the top, after an empty row, or under a line of its own. */
const opensBlock = (grid: SheetGrid, index: number): boolean => {
  const [row, above] = [grid.rows[index] ?? 0, grid.rows[index - 1]];
  return above === undefined || row - above > 1 || isAlone(grid, above);
};

const rowText = (grid: SheetGrid, row: number): string => grid.columns.map((column) => cellText(grid.cell(row, column)).replace(/\s+/g, ' ')).filter((text) => text !== '').join(' | ');

const isHeadings = (grid: SheetGrid, index: number): boolean => {
  const texts = headingTexts(grid, grid.rows[index] ?? 0);
  return texts !== null && [...texts.values()].filter(isKnown).length >= KNOWN_HEADINGS;
};

/** An upper row of headings, and the lines above that hold one cell each and name the table, belong to it. */
const firstIndex = (grid: SheetGrid, headerIndex: number, after: number): number => {
  let first = headerIndex - 1 > after && isHeadings(grid, headerIndex - 1) ? headerIndex - 1 : headerIndex;
  while (first - 1 > after && isAlone(grid, grid.rows[first - 1] ?? 0)) first -= 1;
  return first;
};

const sameTexts = (one: ReadonlyMap<number, string> | null, other: ReadonlyMap<number, string> | null): boolean =>
  one !== null && other !== null && one.size === other.size && [...one].every(([column, text]) => other.get(column) === text);

/** Indexes of the rows of headings; the lower one of two that follow each other. */
const headerIndexes = (grid: SheetGrid, headerRow: number | undefined): readonly number[] => {
  const found: number[] = [];
  for (let index = 0; index < grid.rows.length - 1 && found.length < MOST_TABLES; index += 1) {
    const follows = found.length > 0 && found.at(-1) === index - 1;
    if (grid.rows[index] !== headerRow && !((follows || opensBlock(grid, index)) && isHeadings(grid, index))) continue;
    if (follows) found.pop();
    found.push(index);
  }
  return found;
};

/**
 * The tables of a sheet from top to bottom; empty when there is only one. `headerRow`: where headings are known to
 * stand, though no dictionary has them.
 */
export const stackedTables = (grid: SheetGrid, headerRow?: number): readonly SheetTable[] => {
  const indexes = headerIndexes(grid, headerRow);
  if (indexes.length < 2) return [];
  return indexes.map((index, place): SheetTable => {
    const following = indexes[place + 1];
    const end = following === undefined ? grid.rows.length : firstIndex(grid, following, index);
    const row = grid.rows[index] ?? 1;
    const before = indexes[place - 1];
    const texts = headingTexts(grid, row);
    const first = firstIndex(grid, index, before ?? -1);
    return {
      headerRow: row,
      firstRow: grid.rows[first] ?? row,
      lastRow: grid.rows[end - 1] ?? row,
      rows: end - 1 - index,
      title: grid.rows.slice(first, index).map((each) => rowText(grid, each)).filter((text) => text !== '').join(', '),
      text: rowText(grid, row),
      continues: before !== undefined && sameTexts(texts, headingTexts(grid, grid.rows[before] ?? 0)),
    };
  });
};

/** The last row of a table and of those right below it with the very same headings, which read on as one; null when nothing follows. */
export const lastRowOf = (tables: readonly SheetTable[], headerRow: number): number | null => {
  const mine = tables.findIndex((table) => table.headerRow === headerRow);
  if (mine < 0) return null;
  let last = mine;
  while (tables[last + 1]?.continues === true) last += 1;
  return last === tables.length - 1 ? null : (tables[last]?.lastRow ?? null);
};

/**
 * Rows that are not of the table at `headerRow`, though they are filled: other tables, and what stands between this one
 * and those that continue it. `lastRow`: where the table ends, null at the end of the sheet.
 */
export const rowsAside = (grid: SheetGrid, headerRow: number, lastRow: number | null): ReadonlyMap<number, 'row.otherTable' | 'row.heading'> => {
  const aside = new Map<number, 'row.otherTable' | 'row.heading'>();
  const tables = stackedTables(grid, headerRow);
  if (tables.length === 0 && lastRow === null) return aside;
  for (const row of grid.rows) {
    if (lastRow !== null && row > lastRow) aside.set(row, 'row.otherTable');
    else if (row < headerRow && tables.some((table) => table.lastRow < headerRow && table.firstRow <= row && row <= table.lastRow)) aside.set(row, 'row.otherTable');
    else if (row > headerRow && tables.some((table) => table.firstRow <= row && row <= table.headerRow && table.headerRow !== headerRow)) aside.set(row, 'row.heading');
  }
  return aside;
};
