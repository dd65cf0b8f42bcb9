/** Several tables one below the other on a sheet: each begins with headings of its own, after a gap or a title. */
import type { SheetTable } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { headLine } from './said-lines';
import type { SheetGrid } from './sheet-source';
import { openingAt, openingsOf, sameTexts, standingOf, type Opening } from './table-openings';

/** Nobody chooses among more. */
const MOST_TABLES = 20;

const rowText = (grid: SheetGrid, row: number): string => grid.columns.map((column) => cellText(grid.cell(row, column)).replace(/\s+/g, ' ')).filter((text) => text !== '').join(' | ');

/** The lines above that hold one cell each and name the table belong to it; below an empty row, those of labels beside their values too. */
const firstIndex = (grid: SheetGrid, opening: Opening, after: number): number => {
  const rowAt = (index: number): number => grid.rows[index] ?? 0;
  let { first } = opening;
  let isTitle = true;
  for (let index = first - 1; index > after; index -= 1) {
    const head = headLine(grid, rowAt(index));
    if (head === null) break;
    isTitle &&= head === 'alone';
    if (isTitle || rowAt(index) - rowAt(index - 1) > 1) first = index;
  }
  return first;
};

interface Begun {
  readonly opening: Opening;
  readonly isSure: boolean;
}

/** A row known to hold headings takes the place of whatever else was thought to begin there. */
const withRow = (grid: SheetGrid, openings: readonly Opening[], headerRow: number | undefined): readonly Opening[] => {
  const index = headerRow === undefined ? -1 : grid.rows.indexOf(headerRow);
  if (index < 0) return openings;
  const present = openings.find((opening) => opening.index === index);
  const given: Opening = { ...(present ?? openingAt(grid, index)), isKnown: true };
  return [...openings.filter((opening) => opening.first > index + 1 || opening.index < index - 1), given].toSorted((left, right) => left.index - right.index);
};

const begunTables = (grid: SheetGrid, headerRow: number | undefined): readonly Begun[] => {
  const begun: Begun[] = [];
  const openings = withRow(grid, openingsOf(grid), headerRow);
  for (const opening of openings) {
    const recurs = openings.some((other) => other !== opening && sameTexts(opening.texts, other.texts));
    const standing = recurs ? 'own' : standingOf(grid, opening, begun.at(-1)?.opening);
    if (standing !== null) begun.push({ opening, isSure: standing === 'own' });
    if (begun.length === MOST_TABLES) break;
  }
  return begun;
};

/**
 * The tables of a sheet from top to bottom, also when there is one only. `headerRow`: where headings are known to stand,
 * though no dictionary has them.
 */
export const allTables = (grid: SheetGrid, headerRow?: number): readonly SheetTable[] => {
  const begun = begunTables(grid, headerRow);
  return begun.map(({ opening, isSure }, place): SheetTable => {
    const { index } = opening;
    const [before, following] = [begun[place - 1]?.opening, begun[place + 1]?.opening];
    const end = following === undefined ? grid.rows.length : firstIndex(grid, following, index);
    const row = grid.rows[index] ?? 1;
    const first = firstIndex(grid, opening, before?.index ?? -1);
    return {
      headerRow: row,
      firstRow: grid.rows[first] ?? row,
      lastRow: grid.rows[end - 1] ?? row,
      rows: end - 1 - index,
      title: grid.rows.slice(first, index).map((each) => rowText(grid, each)).filter((text) => text !== '').join(', '),
      text: rowText(grid, row),
      continues: before !== undefined && (!isSure || sameTexts(opening.texts, before.texts)),
      isSure,
      span: null,
    };
  });
};

/** The same; empty when there is only one. */
export const stackedTables = (grid: SheetGrid, headerRow?: number): readonly SheetTable[] => {
  const tables = allTables(grid, headerRow);
  return tables.length < 2 ? [] : tables;
};

/** The last row of a table and of those right below it that read on as one with it; null when nothing follows. */
export const lastRowOf = (tables: readonly SheetTable[], headerRow: number): number | null => {
  const mine = tables.findIndex((table) => table.headerRow === headerRow);
  if (mine < 0) return null;
  let last = mine;
  while (tables[last + 1]?.continues === true) last += 1;
  return last === tables.length - 1 ? null : (tables[last]?.lastRow ?? null);
};

/** Why a filled row is no ordinary one of the table: it is another's, repeats headings, or may be where another begins. */
export type Aside = 'row.otherTable' | 'row.heading';

export interface RowsAside {
  readonly rows: ReadonlyMap<number, Aside>;
  /** Rows that come in, though another table may begin with them. */
  readonly suspects: ReadonlySet<number>;
}

/**
 * Rows that are not of the table at `headerRow`, though they are filled: other tables, and what stands between this one
 * and those that continue it. `lastRow`: where the table ends, null at the end of the sheet.
 */
export const rowsAside = (grid: SheetGrid, headerRow: number, lastRow: number | null): RowsAside => {
  const rows = new Map<number, Aside>();
  const suspects = new Set<number>();
  const tables = stackedTables(grid, headerRow);
  if (tables.length === 0 && lastRow === null) return { rows, suspects };
  const above = tables.filter((table) => table.lastRow < headerRow);
  const below = tables.filter((table) => table.headerRow > headerRow && table.isSure);
  const unsure = tables.filter((table) => table.headerRow > headerRow && !table.isSure);
  for (const row of grid.rows) {
    if (lastRow !== null && row > lastRow) rows.set(row, 'row.otherTable');
    else if (row < headerRow && above.some((table) => table.firstRow <= row && row <= table.lastRow)) rows.set(row, 'row.otherTable');
    else if (row > headerRow && below.some((table) => table.firstRow <= row && row <= table.headerRow)) rows.set(row, 'row.heading');
    else if (unsure.some((table) => table.firstRow <= row && row <= table.headerRow)) suspects.add(row);
  }
  return { rows, suspects };
};
