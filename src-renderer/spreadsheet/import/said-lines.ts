/** Lines of a form that say something of a whole table: `Ofertant: Alfa SRL`, `CUI:` beside its number, `Lot 2`. */
import { placeIndex } from '../../domain/column-letter';
import { cellText } from './cell-text';
import type { Cell, SheetGrid } from './sheet-source';
import { isClosingLine } from './special-row';

/** What a line calls its value, and the value as a cell of its own. */
export interface SaidLine {
  /** The place of the cell the value stands in, as a plan names it. */
  readonly index: number;
  readonly label: string;
  readonly cell: Cell;
}

const LABELLED = /^([^:]{2,60}?)\s*:\s*(\S.*)$/su;
const LABEL_ALONE = /^([^:]{2,60}?)\s*:$/u;
/** One lot, with or without its title; `Lot 1, Lot 2` and `Loturile 1-3` are none. */
const ONE_LOT = /^(lot(?:ul)?)\s*(?:nr\.?\s*)?(\d+\p{L}?)\s*(?:[-–—:.]\s*(?!.*\blot)\p{L}.*)?$/isu;

const textOf = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cellText(cell).trim() : '');

const inOneCell = (text: string): { readonly label: string; readonly value: string } | null => {
  const [, lot, number] = ONE_LOT.exec(text) ?? [];
  if (lot !== undefined && number !== undefined) return { label: lot, value: number };
  const [, label, value] = LABELLED.exec(text) ?? [];
  return label === undefined || value === undefined ? null : { label, value };
};

/** Every value a row says; a label without a colon counts only where nothing but its value stands beside it. */
export const linesOfRow = (grid: SheetGrid, row: number): readonly SaidLine[] => {
  const filled = grid.columns.filter((column) => cellText(grid.cell(row, column)).trim() !== '');
  return filled.flatMap((column, place): readonly SaidLine[] => {
    const text = textOf(grid.cell(row, column));
    const said = inOneCell(text);
    if (said !== null) return [{ index: placeIndex(row, column), label: said.label, cell: { kind: 'text', text: said.value } }];
    const next = filled[place + 1];
    const cell = next === undefined ? undefined : grid.cell(row, next);
    const label = LABEL_ALONE.exec(text)?.[1] ?? (place === 0 && filled.length === 2 ? text : '');
    if (next === undefined || cell === undefined || label === '' || /:\s*$/u.test(textOf(cell))) return [];
    return [{ index: placeIndex(row, next), label, cell }];
  });
};

/** A total is no label. */
const isLabelOf = (cell: Cell | undefined): boolean => LABEL_ALONE.test(textOf(cell)) && !isClosingLine(textOf(cell));

/**
 * What a row is that heads a table: `alone`, one cell and nothing beside it; `labels`, each ending in a colon beside its
 * value. Null for any other row, as soon as that is known: hundreds of thousands are asked about.
 */
export const headLine = (grid: SheetGrid, row: number): 'alone' | 'labels' | null => {
  const filled: Cell[] = [];
  for (const column of grid.columns) {
    const cell = grid.cell(row, column);
    if (cell === undefined) continue;
    const isLabel = filled.length % 2 === 0;
    if (filled.length === 1 && !isLabelOf(filled[0])) return null;
    if (isLabel && filled.length > 0 && !isLabelOf(cell)) return null;
    filled.push(cell);
  }
  if (filled.length === 1) return 'alone';
  return filled.length > 0 && filled.length % 2 === 0 ? 'labels' : null;
};
