/**
 * Excel 2003 XML (SpreadsheetML of 2002), which accounting programs save with the name `.xls`. Names: the schema
 * `urn:schemas-microsoft-com:office:spreadsheet`. Text stays as written; nothing in it is taken for a number or a day.
 */
import { fail } from '../../domain/problem';
import { isDateFormat } from './date-format';
import type { Cell, Merge, SheetGrid, SheetSource } from './sheet-source';
import { referenced } from './xlsx-stream/xml-text';
import { UnfamiliarWorkbook } from './xlsx-stream/unfamiliar';

const NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const EPOCH_1904 = 1462;

/** Number formats that go by a name. What a machine's currency is, the file does not say. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  'General Number': 'General', Currency: '#,##0.00', 'Euro Currency': '#,##0.00 [$€]', Fixed: '0.00', Standard: '#,##0.00', Percent: '0.00%', Scientific: '0.00E+00',
  'General Date': 'dd/mm/yyyy hh:mm', 'Long Date': 'dd mmmm yyyy', 'Medium Date': 'dd-mmm-yy', 'Short Date': 'dd/mm/yyyy', 'Long Time': 'h:mm:ss', 'Medium Time': 'h:mm', 'Short Time': 'h:mm',
};

/** No tag and no value in it reaches beyond the next `<`, so that nothing is ever looked through twice. */
const TAG = /<(\/?)(?:[\w.-]{1,40}:)?(Workbook|Style|NumberFormat|Date1904|Worksheet|Table|Column|Row|Cell|Data|Comment|Visible)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const REFERENCE = /&([^;&\s]{0,12});?/g;

/** True for the beginning of such a file. */
export const isExcelXml = (head: string): boolean => /<(?:[\w.-]+:)?Workbook[\s>]/.test(head) && head.includes(NAMESPACE);

/** In the encoding its mark or its first line names. Throws `file.damaged`. */
const decoded = (bytes: Uint8Array): string => {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const declared = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\xef\xbb\xbf/, ''))?.[1];
  try {
    return new TextDecoder(mark ?? declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fail('file.damaged');
  }
};

const unescaped = (text: string): string => (text.includes('&') ? text.replace(REFERENCE, (_, name: string) => referenced(name)) : text);

const attribute = (tag: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : unescaped(value);
};

/** A whole number of an attribute; `least` when it is not there. Throws `file.damaged` for one that no sheet has room for. */
const count = (tag: string, name: string, least: number, most: number): number => {
  const written = attribute(tag, name);
  if (written === undefined) return least;
  const number = Number(written);
  if (!Number.isInteger(number) || number < least || number > most) throw fail('file.damaged');
  return number;
};

/** Without comments, and CDATA as ordinary text, so that every `<` begins a tag. Throws `file.hostile`, `file.damaged`. */
const withoutSections = (xml: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', done)) {
    if (/^<!DOCTYPE/i.test(xml.slice(at, at + 9))) throw fail('file.hostile', { what: 'doctype' });
    const isText = xml.startsWith('<![CDATA[', at);
    const end = xml.indexOf(isText ? ']]>' : '-->', at);
    if (end < 0 || (!isText && !xml.startsWith('<!--', at))) throw fail('file.damaged');
    pieces.push(xml.slice(done, at), isText ? xml.slice(at + 9, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : '');
    done = end + 3;
  }
  return done === 0 ? xml : pieces.join('') + xml.slice(done);
};

/** Runs of rich text joined, line ends as every program shows them. Throws `file.damaged` for a `<` that begins no tag. */
const contentOf = (xml: string): string => {
  const plain = xml.includes('<') ? xml.replace(/<[^<>]*>/g, '') : xml;
  if (plain.includes('<')) throw fail('file.damaged');
  return unescaped(plain).replace(/\r\n?/g, '\n');
};

/** `2026-01-01T10:30:00.000` as a serial, from its parts alone. */
const serialOf = (text: string): number | null => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d*)?)?$/.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second) / 86_400_000 + 25_569;
};

const cellOf = (type: string, text: string, format: string, epoch: number): Cell | undefined => {
  if (type === 'Error') return { kind: 'error', text };
  if (type === 'Boolean') return { kind: 'boolean', value: text.trim() === '1' };
  const serial = type === 'DateTime' ? serialOf(text) : null;
  if (serial !== null) return { kind: 'date', serial };
  const value = Number(text);
  if (type === 'Number' && text.trim() !== '' && Number.isFinite(value)) return isDateFormat(format) ? { kind: 'date', serial: value + epoch } : { kind: 'number', value, format };
  return text.trim() === '' ? undefined : { kind: 'text', text };
};

interface OpenSheet {
  readonly name: string;
  hidden: boolean;
  readonly cells: Map<number, Map<number, Cell>>;
  readonly columns: Set<number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly merges: Merge[];
}

const gridOf = ({ name, hidden, cells, columns, hiddenRows, hiddenColumns, merges }: OpenSheet): SheetGrid => ({
  name, hidden, hiddenRows, hiddenColumns, merges,
  rows: [...cells].filter(([, row]) => row.size > 0).map(([row]) => row).sort((left, right) => left - right),
  columns: [...columns].sort((left, right) => left - right),
  cell: (row, column) => cells.get(row)?.get(column),
});

const addRange = (set: Set<number>, from: number, span: number, last: number): void => {
  for (let number = from; number <= Math.min(from + span, last); number += 1) set.add(number);
};

/** The sheets of the document, in one pass over its tags. */
class Reading {
  readonly sheets: OpenSheet[] = [];
  private readonly formats = new Map<string, string>();
  private style = '';
  private epoch = 0;
  private row = 0;
  private column = 0;
  private cell = '';
  private isFilled = false;
  private isComment = false;
  /** The tag of the text that is being read; null outside. */
  private data: string | null = null;

  private get sheet(): OpenSheet {
    const sheet = this.sheets.at(-1);
    if (sheet === undefined) throw fail('file.damaged');
    return sheet;
  }

  open(name: string, tag: string): void {
    if (name === 'Style') this.style = attribute(tag, 'ID') ?? '';
    else if (name === 'NumberFormat') this.formats.set(this.style, attribute(tag, 'Format') ?? 'General');
    else if (name === 'Date1904') this.epoch = EPOCH_1904;
    else if (name === 'Worksheet') this.sheets.push({ name: attribute(tag, 'Name') ?? '', hidden: false, cells: new Map(), columns: new Set(), hiddenRows: new Set(), hiddenColumns: new Set(), merges: [] });
    else if (name === 'Table') [this.row, this.column] = [0, 0];
    else if (name === 'Column') this.openColumn(tag);
    else if (name === 'Row') this.openRow(tag);
    else if (name === 'Cell') this.openCell(tag);
    else if (name === 'Comment') this.isComment = !tag.endsWith('/');
    else if (name === 'Data' && !this.isComment) this.data = tag.endsWith('/') ? null : tag;
  }

  /** `content`: what stands between the last tag of the same name and its end. */
  close(name: string, content: string): void {
    if (name === 'Comment') this.isComment = false;
    if (name === 'Visible') this.sheet.hidden = content.includes('Hidden');
    if (name === 'Data' && this.data !== null) {
      this.fill(cellOf(attribute(this.data, 'Type') ?? 'String', contentOf(content), this.format(), this.epoch));
      this.data = null;
    }
    // A formula whose result is not there.
    if (name === 'Cell' && !this.isFilled && attribute(this.cell, 'Formula') !== undefined) this.fill({ kind: 'uncalculated' });
  }

  private format(): string {
    const format = this.formats.get(attribute(this.cell, 'StyleID') ?? '') ?? 'General';
    return NAMED_FORMATS[format] ?? format;
  }

  private fill(cell: Cell | undefined): void {
    this.isFilled = true;
    if (cell === undefined) return;
    const row = this.sheet.cells.get(this.row) ?? new Map<number, Cell>();
    row.set(this.column - 1, cell);
    this.sheet.cells.set(this.row, row);
    this.sheet.columns.add(this.column - 1);
  }

  private openColumn(tag: string): void {
    const span = count(tag, 'Span', 0, LAST_COLUMN);
    this.column = count(tag, 'Index', this.column + 1, LAST_COLUMN);
    if (attribute(tag, 'Hidden') === '1') addRange(this.sheet.hiddenColumns, this.column - 1, span, LAST_COLUMN - 1);
    this.column += span;
  }

  private openRow(tag: string): void {
    const span = count(tag, 'Span', 0, LAST_ROW);
    this.row = count(tag, 'Index', this.row + 1, LAST_ROW);
    if (attribute(tag, 'Hidden') === '1') addRange(this.sheet.hiddenRows, this.row, span, LAST_ROW);
    this.row += span;
    this.column = 0;
  }

  private openCell(tag: string): void {
    this.cell = tag;
    this.isFilled = false;
    this.column = count(tag, 'Index', this.column + 1, LAST_COLUMN);
    const [across, down] = [count(tag, 'MergeAcross', 0, LAST_COLUMN), count(tag, 'MergeDown', 0, LAST_ROW)];
    if (across + down > 0) this.sheet.merges.push({ top: this.row, bottom: this.row + down, left: this.column - 1, right: this.column - 1 + across });
    if (tag.endsWith('/')) this.close('Cell', '');
  }
}

/** Throws `file.hostile`, `file.truncated`, `file.damaged`. */
export const readExcelXml = (bytes: Uint8Array): SheetSource => {
  const xml = withoutSections(decoded(bytes));
  if (!/<\/(?:[\w.-]+:)?Workbook\s*>\s*$/.test(xml.slice(-200))) throw fail('file.truncated');
  const reading = new Reading();
  try {
    let textFrom = 0;
    for (const { 0: whole, 1: closing, 2: name = '', 3: rest = '', index } of xml.matchAll(TAG)) {
      if (closing === '/') reading.close(name, name === 'Data' || name === 'Visible' ? xml.slice(textFrom, index) : '');
      else reading.open(name, rest);
      if (closing !== '/' && (name === 'Data' || name === 'Visible')) textFrom = index + whole.length;
    }
  } catch (error) {
    if (error instanceof UnfamiliarWorkbook) throw fail('file.damaged');
    throw error;
  }
  return { format: 'xml', text: null, sheets: reading.sheets.map(gridOf) };
};
