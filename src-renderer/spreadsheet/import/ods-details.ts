/**
 * What SheetJS leaves out of OpenDocument sheets: which sheets, rows and columns are hidden, and whether the repeat
 * counts stand for more cells than anyone has. Names: OpenDocument 1.3 part 3, 19.
 */
import { fail } from '../../domain/problem';
import { MAX_REPEATED_CELLS } from './limits';

export interface OdsSheetDetails {
  hidden: boolean;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

/** No tag reaches beyond the next `<`, so that nothing is ever looked through twice. */
const STYLE = /<style:style\b((?:[^<>"]|"[^"<]*")*)>\s*<style:table-properties\b((?:[^<>"]|"[^"<]*")*)>/g;
const TAG = /<(\/?)table:(table|table-row|table-column|table-cell|covered-table-cell)(?=[\s/>])((?:[^<>"]|"[^"<]*")*)>/g;
/** Beyond these an empty repeat is only the rest of the sheet. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const repeatOf = (tag: string, name: string): number => {
  const count = Number(attribute(tag, name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
};

const hiddenStyles = (xml: string): Set<string> => {
  const names = new Set<string>();
  for (const [, style = '', properties = ''] of xml.matchAll(STYLE)) {
    const name = attribute(style, 'style:name');
    if (name !== undefined && attribute(properties, 'table:display') === 'false') names.add(name);
  }
  return names;
};

const isCollapsed = (tag: string): boolean => /\btable:visibility="(collapse|filter)"/.test(tag);

const addRange = (set: Set<number>, from: number, count: number, last: number): void => {
  for (let number = from; number < from + count && number <= last; number += 1) set.add(number);
};

/** Conditions of number formats, except the one SheetJS applies; about the others it only complains on the console. */
const IGNORED_MAPS = /<style:map\b(?![^<>]*style:condition="value\(\)(?:&gt;|>)=0")(?:[^<>"]|"[^"<]*")*\/>/g;

/** The XML without what the parser would ignore aloud. */
export const withoutIgnoredMaps = (xml: string): string => xml.replace(IGNORED_MAPS, '');

/** Sheets in document order. Throws `file.hostile` when repeats unfold to millions of cells. */
export const odsDetails = (xml: string): OdsSheetDetails[] => {
  const hiddenNames = hiddenStyles(xml);
  const sheets: OdsSheetDetails[] = [];
  let row = 1;
  let column = 0;
  let rowRepeat = 1;
  let unfolded = 0;
  for (const [, closing = '', name = '', rest = ''] of xml.matchAll(TAG)) {
    const sheet = sheets.at(-1);
    if (name === 'table' && closing === '') {
      sheets.push({ hidden: hiddenNames.has(attribute(rest, 'table:style-name') ?? ''), hiddenRows: new Set(), hiddenColumns: new Set() });
      row = 1;
      column = 0;
      rowRepeat = 0;
    } else if (sheet === undefined || closing !== '') {
      continue;
    } else if (name === 'table-column') {
      const repeat = repeatOf(rest, 'table:number-columns-repeated');
      if (isCollapsed(rest)) addRange(sheet.hiddenColumns, column, repeat, LAST_COLUMN);
      column += repeat;
    } else if (name === 'table-row') {
      row += rowRepeat;
      rowRepeat = repeatOf(rest, 'table:number-rows-repeated');
      if (isCollapsed(rest)) addRange(sheet.hiddenRows, row, rowRepeat, LAST_ROW);
    } else if (!rest.endsWith('/') || rest.includes('office:value-type')) {
      unfolded += rowRepeat * repeatOf(rest, 'table:number-columns-repeated');
      if (unfolded > MAX_REPEATED_CELLS) throw fail('file.hostile', { what: 'zipBomb' });
    }
  }
  return sheets;
};
