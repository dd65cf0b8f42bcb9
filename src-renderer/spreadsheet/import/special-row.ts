/** Rows inside or below the table that are none of its rows: totals, signatures, headings printed again. */
import { foldText } from '../../domain/fold-text';
import { cellText } from './cell-text';
import type { Cell, SheetGrid } from './sheet-source';

const TOTAL = /^(?:sub|gran ?d )?total(?:ul|uri)?(?: general[a]?| oferte| lot(?:ul)? ?\S{0,10}| ron| lei| eur)?(?: (?:fara|cu) tva)?$|^suma totala|^valoare totala(?: |$)|^media\b|^numar total|^nr total/;
const SIGNATURE = /^(?:intocmit|semnatur[ai]|comisia|presedint(?:el)?e|secretar(?:ul)?|membr[ui]i?|aprobat|verificat|avizat|redactat|responsabil(?:ul)?|director(?:ul)?|primar(?:ul)?|viza|l s|nota|observatie|legenda|data intocmirii|prepared by|signature|approved by|checked by|page|pagina)\b/;
/** A name that ends like this is a firm, `Primar Construct SRL`, and no signature. */
const FIRM = /\b(?:srl|s r l|sa|s a|pfa|ii|snc|gmbh|ltd)$/;
/** A signature line holds a name or two beside its label. */
const MOST_IN_SIGNATURE = 4;

const plain = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Formulas may follow the number of a column: `3 = 1 x 2`. */
const NUMBERING = /^\(?(\d{1,2}|[a-z])\)?(?:\s*=.*)?$/i;
/** How many columns must be numbered in a row for it to be no coincidence. */
const NUMBERED_COLUMNS = 3;

/** A total or a signature by its words, whatever table it stands below. */
export const isClosingLine = (text: string): boolean => TOTAL.test(plain(text)) || (SIGNATURE.test(plain(text)) && !FIRM.test(plain(text)));

export interface TableShape {
  /** Heading of each mapped column. */
  readonly headings: ReadonlyMap<number, string>;
  /** Where names stand. */
  readonly name: number | undefined;
  /** Where amounts stand; a kind of table may have none at all. */
  readonly amounts: readonly number[];
  readonly hasAmounts: boolean;
  /** What no total and no signature has. */
  readonly proof: number | undefined;
  /** What else sums are called where the proof is missing. */
  readonly sums: RegExp | undefined;
}

const filledTexts = (grid: SheetGrid, row: number): Map<number, string> => {
  const texts = new Map<number, string>();
  for (const column of grid.columns) {
    const text = cellText(grid.cell(row, column));
    if (text !== '') texts.set(column, text);
  }
  return texts;
};

/** The lower of two joined headings is repeated as well as a single one. */
const endsHeading = (text: string, heading: string | undefined): boolean => heading !== undefined && heading !== '' && foldText(heading).endsWith(foldText(text));

const repeatsHeadings = (texts: ReadonlyMap<number, string>, shape: TableShape): boolean => {
  const filled = [...shape.headings].filter(([column]) => texts.has(column));
  return filled.length >= 2 && filled.every(([column, heading]) => endsHeading(texts.get(column) ?? '', heading));
};

const startsNumbering = (grid: SheetGrid, row: number): boolean => {
  const first = grid.columns.find((column) => grid.cell(row, column) !== undefined);
  return first !== undefined && NUMBERING.test(cellText(grid.cell(row, first)));
};

const has = (grid: SheetGrid, row: number, column: number | undefined): boolean => column !== undefined && grid.cell(row, column) !== undefined;

/** Without amounts to go by, only a line of a few words can be a signature; a sentence is somebody's text. */
const MOST_WORDS = 4;
const isShort = (label: string): boolean => label.split(' ').length <= MOST_WORDS;

/** The words of a cell that holds no figure; empty for any other. */
const wordsIn = (cell: Cell | undefined): string => (cell?.kind === 'text' && !/\d/.test(cell.text) ? plain(cell.text) : '');

/** `0 1 2 3=1+2` or `A B C` under the headings, as Romanian forms have it. */
const numbersColumns = (texts: ReadonlyMap<number, string>): boolean => {
  if (texts.size < NUMBERED_COLUMNS) return false;
  const marks = [...texts.values()].map((text) => NUMBERING.exec(text)?.[1]?.toLowerCase());
  const places = marks.map((mark) => (mark === undefined ? Number.NaN : /\d/.test(mark) ? Number(mark) : mark.charCodeAt(0)));
  return places.every((place, index) => index === 0 || place === (places[index - 1] ?? Number.NaN) + 1);
};

/**
 * What a row is when it is no row of the table; null for an ordinary one. `afterTotal`: a total or signature stood above, so a line
 * with a name or two and nothing else belongs to the signatures.
 */
export const specialRow = (grid: SheetGrid, row: number, shape: TableShape, afterTotal: boolean): 'row.total' | 'row.heading' | null => {
  const first = grid.columns.find((column) => grid.cell(row, column)?.kind === 'text');
  if (first === undefined) return startsNumbering(grid, row) && numbersColumns(filledTexts(grid, row)) ? 'row.heading' : null;
  const written = cellText(grid.cell(row, first));
  const label = plain(written);
  const name = shape.name === undefined || shape.name === first ? '' : plain(cellText(grid.cell(row, shape.name)));
  const isSum = (text: string): boolean => TOTAL.test(text) || (shape.proof !== undefined && shape.sums?.test(text) === true);
  if ((isSum(label) || isSum(name)) && !has(grid, row, shape.proof)) return 'row.total';
  const amountText = shape.amounts.map((column) => wordsIn(grid.cell(row, column))).find((text) => text !== '') ?? '';
  const isSignature = (SIGNATURE.test(label) && !FIRM.test(label) && (shape.hasAmounts || isShort(label))) || SIGNATURE.test(amountText);
  const isHeading = endsHeading(written, shape.headings.get(first)) || NUMBERING.test(written);
  // Everything else costs a look at every cell of the row, and hardly any row deserves it.
  if (!isSignature && !isHeading && !afterTotal) return null;
  const texts = filledTexts(grid, row);
  const most = shape.hasAmounts ? MOST_IN_SIGNATURE : 2;
  const couldBeSignature = texts.size <= most && (amountText !== '' || !shape.amounts.some((column) => has(grid, row, column))) && !has(grid, row, shape.proof);
  if (couldBeSignature && (isSignature || (afterTotal && texts.size <= 2))) return 'row.total';
  return repeatsHeadings(texts, shape) || numbersColumns(texts) ? 'row.heading' : null;
};
