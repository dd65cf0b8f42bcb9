/** One sheet: typed cells and how they are laid out, and the XML that says so. */
import { daysBetween } from '../../domain/civil-date';
import type { CivilDate, DecimalString } from '../../domain/values';
import { columnLetter } from '../../domain/column-letter';
import { cellText, looksLikeFormula, xmlText } from './xlsx-text';
import { PROTECTION_XML, rulesXml, type CellRule } from './xlsx-form';
import { isWrapped, styleIndex, type CellStyle } from './xlsx-styles';

export type Cell =
  | { readonly type: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly type: 'number'; readonly value: DecimalString; readonly style: CellStyle }
  | { readonly type: 'date'; readonly date: CivilDate; readonly style: CellStyle }
  | null;

export interface Sheet {
  readonly name: string;
  /** In characters of the normal font. */
  readonly widths: readonly number[];
  /** Made one by one while the sheet is written: a large one never exists as a whole. */
  readonly rows: Iterable<readonly Cell[]>;
  readonly rowCount: number;
  /** Rows that stay in view; they are repeated on each printed page. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Filter arrows on the last frozen row. */
  readonly filtered: boolean;
  /** `veryHidden` cannot be shown from the menus of a spreadsheet program. */
  readonly state?: 'hidden' | 'veryHidden';
  /** Closed but for cells of the `input…` styles. */
  readonly isForm?: boolean;
  readonly rules?: readonly CellRule[];
}

export interface SheetSettings {
  /** At the end of text that had to be cut. */
  readonly cutMark: string;
  /** At the foot of each printed page. */
  readonly footer: string;
  readonly first: boolean;
}

/** `A1:F20`, the whole filled part. */
export const filledRange = (sheet: Sheet): string => `A1:${columnLetter(Math.max(sheet.widths.length, 1) - 1)}${Math.max(sheet.rowCount, 1)}`;

/** The filter's range: from the header row to the last one; null without a filter. */
export const filterRange = (sheet: Sheet): string | null => (sheet.filtered ? filledRange(sheet).replace('A1', `A${sheet.frozenRows}`) : null);

/** In points, as Excel measures rows; a row cannot be taller than 409. */
const LINE_HEIGHT = 15;
const TITLE_EXTRA = 9;
const TALLEST_ROW = 409;
const DEFAULT_WIDTH = 9;
/** Letters are narrower than the digit columns are measured in, and words break before a line is full. */
const WASTE = 0.98;

/** Excel counts days from 31 December 1899 and believes in 29 February 1900; for every later day this is the same. */
const serialDay = (date: CivilDate): number => daysBetween('1899-12-30', date);

/** Excel keeps 15 significant digits and changes the rest without a word, so longer numbers are written as text. */
const isExactInExcel = (value: DecimalString): boolean => value.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;

const textCell = (text: string, style: CellStyle, at: string, cutMark: string): string => {
  if (text === '') return `<c r="${at}" s="${styleIndex(style)}"/>`;
  const shown: CellStyle = looksLikeFormula(text) ? 'quoted' : style;
  return `<c r="${at}" s="${styleIndex(shown)}" t="inlineStr"><is><t xml:space="preserve">${cellText(text, cutMark)}</t></is></c>`;
};

const cellXml = (cell: Cell, at: string, cutMark: string): string => {
  if (cell === null) return '';
  switch (cell.type) {
    case 'text':
      return textCell(cell.text, cell.style, at, cutMark);
    case 'number':
      return isExactInExcel(cell.value)
        ? `<c r="${at}" s="${styleIndex(cell.style)}"><v>${cell.value}</v></c>`
        : textCell(cell.value, 'body', at, cutMark);
    case 'date':
      // Excel has no days before 1900.
      return cell.date >= '1900-03-01'
        ? `<c r="${at}" s="${styleIndex(cell.style)}"><v>${serialDay(cell.date)}</v></c>`
        : textCell(cell.date, 'body', at, cutMark);
  }
};

/** Lines of a wrapped text in a column; words that do not fit leave some of each line empty. */
const wrappedLines = (text: string, width: number): number =>
  text.split(/\r\n|[\r\n]/).reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * WASTE) / width)), 0);

/** Not every program works out the height of wrapped rows when it opens a file, so it is written down. */
const rowHeight = (cells: readonly Cell[], widths: readonly number[]): number => {
  const lines = cells.map((cell, column) =>
    (cell?.type === 'text' && isWrapped(cell.style) ? wrappedLines(cell.text, widths[column] ?? DEFAULT_WIDTH) : 1));
  return Math.min(TALLEST_ROW, Math.max(1, ...lines) * LINE_HEIGHT + (cells[0]?.type === 'text' && cells[0].style === 'title' ? TITLE_EXTRA : 0));
};

const rowXml = (cells: readonly Cell[], index: number, { widths }: Sheet, cutMark: string): string =>
  `<row r="${index + 1}" ht="${rowHeight(cells, widths)}">${cells.map((cell, column) => cellXml(cell, `${columnLetter(column)}${index + 1}`, cutMark)).join('')}</row>`;

const pane = ({ frozenRows, frozenColumns }: Sheet): string => {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const corner = `${columnLetter(frozenColumns)}${frozenRows + 1}`;
  const place = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const splits = `${frozenColumns === 0 ? '' : ` xSplit="${frozenColumns}"`}${frozenRows === 0 ? '' : ` ySplit="${frozenRows}"`}`;
  return `<pane${splits} topLeftCell="${corner}" activePane="${place}" state="frozen"/><selection pane="${place}" activeCell="${corner}" sqref="${corner}"/>`;
};

/** In a header or footer `&` begins a code, so it is doubled; the whole takes 255 characters. */
const footerText = (text: string): string => xmlText(text.slice(0, 100).replaceAll('&', '&&'));

/** `xl/worksheets/sheetN.xml`, piece by piece. Elements in the order ECMA-376 part 1, 18.3.1.99 prescribes. */
export function* sheetXml(sheet: Sheet, { cutMark, footer, first }: SheetSettings): Generator<string> {
  const filter = filterRange(sheet);
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    + `<dimension ref="${filledRange(sheet)}"/>`
    + `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} showGridLines="0" workbookViewId="0">${pane(sheet)}</sheetView></sheetViews>`
    + '<sheetFormatPr defaultRowHeight="15"/>'
    + `<cols>${sheet.widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
    + '<sheetData>';
  let index = 0;
  for (const cells of sheet.rows) yield rowXml(cells, index++, sheet, cutMark);
  yield '</sheetData>'
    + (sheet.isForm === true ? PROTECTION_XML : '')
    + (filter === null ? '' : `<autoFilter ref="${filter}"/>`)
    + rulesXml(sheet.rules ?? [])
    + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
    + '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    + `<headerFooter><oddFooter>&amp;L${footerText(footer)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`
    + `<ignoredErrors><ignoredError sqref="${filledRange(sheet)}" numberStoredAsText="1"/></ignoredErrors>`
    + '</worksheet>';
}
