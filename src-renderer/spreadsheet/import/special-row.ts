/** Rows inside or below the table that are no bids: totals, signatures, headings printed again. */
import { foldText } from '../../domain/fold-text';
import { cellText } from './cell-text';
import type { SheetGrid } from './sheet-source';

const TOTAL = /^(?:sub|gran ?d )?total(?:ul|uri)?(?: general[a]?| oferte| lot(?:ul)? ?\S{0,10}| ron| lei| eur)?(?: (?:fara|cu) tva)?$|^suma totala|^valoare totala(?: |$)|^media\b|^numar total|^nr total/;
const SIGNATURE = /^(?:intocmit|semnatura|comisia|presedinte|secretar|membr[ui]i?|aprobat|verificat|avizat|redactat|responsabil|director|primar|viza|l s|nota|observatie|legenda|data intocmirii|prepared by|signature|approved by|checked by|page|pagina)\b/;
/** A signature line holds a name or two beside its label. */
const MOST_IN_SIGNATURE = 4;

const plain = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const NUMBERING = /^\(?(?:\d{1,2}|[a-z])\)?(?:\s*=.*)?$/i;

export interface TableShape {
  /** Heading of each mapped column. */
  readonly headings: ReadonlyMap<number, string>;
  readonly bidder: number | undefined;
  readonly price: number | undefined;
  readonly identifier: number | undefined;
}

const filledTexts = (grid: SheetGrid, row: number): Map<number, string> => {
  const texts = new Map<number, string>();
  for (const column of grid.columns) {
    const text = cellText(grid.cell(row, column));
    if (text !== '') texts.set(column, text);
  }
  return texts;
};

const repeatsHeadings = (texts: ReadonlyMap<number, string>, shape: TableShape): boolean => {
  const filled = [...shape.headings].filter(([column]) => texts.has(column));
  return filled.length >= 2 && filled.every(([column, heading]) => foldText(heading).endsWith(foldText(texts.get(column) ?? '').replace(/\s+/g, ' ')));
};

/** `0 1 2 3=1+2` under the headings, as Romanian forms have it. */
const numbersColumns = (texts: ReadonlyMap<number, string>): boolean => texts.size >= 3 && [...texts.values()].every((text) => NUMBERING.test(text));

/** What a row is when it is no bid; null for an ordinary one. */
export const specialRow = (grid: SheetGrid, row: number, shape: TableShape): 'row.total' | 'row.heading' | null => {
  const first = grid.columns.find((column) => grid.cell(row, column)?.kind === 'text');
  if (first === undefined) return numbersColumns(filledTexts(grid, row)) ? 'row.heading' : null;
  const label = plain(cellText(grid.cell(row, first)));
  const has = (column: number | undefined): boolean => column !== undefined && grid.cell(row, column) !== undefined;
  const anyTotal = TOTAL.test(label) || (shape.bidder !== undefined && TOTAL.test(plain(cellText(grid.cell(row, shape.bidder)))));
  if (anyTotal && !has(shape.identifier)) return 'row.total';
  const texts = filledTexts(grid, row);
  if (SIGNATURE.test(label) && texts.size <= MOST_IN_SIGNATURE && !has(shape.price) && !has(shape.identifier)) return 'row.total';
  return repeatsHeadings(texts, shape) || numbersColumns(texts) ? 'row.heading' : null;
};
