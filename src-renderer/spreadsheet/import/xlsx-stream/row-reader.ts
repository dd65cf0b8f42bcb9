/** The rows of `sheetData` into a cell store (ISO/IEC 29500-1, 18.3.1.73, 18.3.1.4, 18.18.11). */
import { CELL_KINDS, LAST_COLUMN, LAST_ROW, type CellContext, type CellKind, type CellStore } from './cell-store';
import { GENERAL } from './number-formats';
import { EXACT_DIGITS, PlainCell, POWERS } from './plain-cell';
import type { Items } from './stretches';
import { readStringItem } from './string-item';
import { unfamiliar } from './unfamiliar';
import { LESS, nameCode, XmlCursor } from './xml-cursor';

const SHEET_DATA = nameCode('sheetData');
const ROW = nameCode('row');
const CELL = nameCode('c');
const VALUE = nameCode('v');
const FORMULA = nameCode('f');
const INLINE = nameCode('is');

const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const CAPITAL_A = 0x41;
const DIGIT_0 = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

const TYPES = { n: 'number', s: 'sharedText', str: 'ownText', inlineStr: 'inlineText', b: 'boolean', e: 'error', d: 'date' } as const;
type CellType = (typeof TYPES)[keyof typeof TYPES];

/** Error values, old and new, as files write them in every language. */
const ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!', '#EXTERNAL!', '#PYTHON!']);

/** Attributes of a cell that say nothing of its value. */
const KNOWN_ATTRIBUTES = ['cm', 'vm', 'ph', 'xml:space'] as const;

type FormulaKind = 'normal' | 'shared' | 'array';

/** Days between the 1900 and the 1904 epoch. */
const EPOCH_1904 = 1462;
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z?)?$/;
const FIRST_CERTAIN_DAY = 61; // 1 March 1900
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** An ISO day, with or without an hour, as a serial of the 1900 system. */
const isoSerial = (text: string): number => {
  const match = ISO_DAY.exec(text);
  if (match === null) throw unfamiliar('cellValue');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const serial = (Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0'))) - EPOCH) / DAY;
  if (serial < FIRST_CERTAIN_DAY) throw unfamiliar('cellValue');
  return serial;
};

/** Reads into `store`, in chunks of whole rows. */
export class RowReader implements Items {
  readonly hiddenRows = new Set<number>();
  head = '';
  prefix = '';
  private cursor = new XmlCursor('');
  private readonly plain = new PlainCell();
  /** Whether there may be plain cells; a prefix makes none of them plain. */
  private isPlain = false;
  private row = 0;
  /** Of the cell under way. */
  private column = -1;
  private style = 0;
  private type: CellType = 'number';
  /** Formulas written once for several cells, by number. */
  private readonly sharedFormulas = new Set<number>();
  private readonly epoch: number;

  constructor(private readonly store: CellStore, private readonly context: CellContext, date1904: boolean) {
    this.epoch = date1904 ? EPOCH_1904 : 0;
  }

  begin(prefix: string, head: string): void {
    this.cursor = new XmlCursor(prefix);
    this.head = head;
    this.prefix = prefix;
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const { cursor } = this;
    cursor.take(bytes, from, to);
    this.isPlain = this.prefix === '' && this.plain.take(bytes, to);
    for (let tag = cursor.tag(); tag !== 0; tag = cursor.tag()) {
      if (tag === ROW) this.readRow();
      else if (tag === -SHEET_DATA && cursor.isTag('sheetData')) {
        cursor.endOfTag();
        return cursor.at;
      } else throw unfamiliar('markup');
    }
    return -1;
  }

  private readRow(): void {
    const { cursor, store } = this;
    let row = this.row + 1;
    let hidden = false;
    while (cursor.attribute()) {
      if (cursor.letter() === LETTER_R) row = cursor.wholeNumber();
      else if (cursor.isNamed('hidden')) hidden = cursor.isValued('1') || cursor.isValued('true');
    }
    if (row <= this.row || row > LAST_ROW) throw unfamiliar('order');
    this.row = row;
    this.column = -1;
    if (hidden) this.hiddenRows.add(row);
    if (cursor.empty) return;
    store.beginRow();
    for (;;) {
      this.readPlainCells();
      const tag = cursor.tag();
      if (tag === -ROW) break;
      if (tag !== CELL) throw unfamiliar('markup');
      this.readCell();
    }
    cursor.endOfTag();
    store.endRow(row);
  }

  /** As many plain cells as follow one another. */
  private readPlainCells(): void {
    const { cursor, plain, row } = this;
    if (!this.isPlain) return;
    while (plain.read(cursor.at, row)) {
      this.takeColumn(plain.column);
      this.style = plain.style;
      if (plain.isShared) this.addSharedText(plain.value);
      else this.addNumber(plain.value);
      cursor.at = plain.next;
    }
  }

  private takeColumn(column: number): void {
    if (column <= this.column) throw unfamiliar('order');
    if (column > LAST_COLUMN) throw unfamiliar('address');
    this.column = column;
  }

  private readCell(): void {
    const { cursor } = this;
    let column = this.column + 1;
    this.style = 0;
    this.type = 'number';
    while (cursor.attribute()) {
      switch (cursor.letter()) {
        case LETTER_R:
          column = this.addressedColumn();
          break;
        case LETTER_S:
          this.style = cursor.wholeNumber();
          break;
        case LETTER_T:
          this.type = this.readType();
          break;
        default:
          if (!KNOWN_ATTRIBUTES.some((name) => cursor.isNamed(name))) throw unfamiliar('cellPart');
      }
    }
    this.takeColumn(column);
    if (cursor.empty) this.readNothing(false);
    else this.readContent();
  }

  private readContent(): void {
    const { cursor } = this;
    let calculated = false;
    let filled = false;
    for (let tag = cursor.tag(); tag !== -CELL; tag = cursor.tag()) {
      if (tag === FORMULA) calculated = this.readFormula() || calculated;
      else if (filled) throw unfamiliar('cellPart');
      else if (tag === VALUE && this.type !== 'inlineText') filled = this.readValue();
      else if (tag === INLINE && this.type === 'inlineText') {
        this.addOwnText(CELL_KINDS.ownText, readStringItem(cursor, this.context.ownStrings, INLINE));
        filled = true;
      } else throw unfamiliar('cellPart');
    }
    cursor.endOfTag();
    if (!filled) this.readNothing(calculated);
  }

  /** A cell without a value: only its look, or a formula nobody has calculated. */
  private readNothing(calculated: boolean): void {
    if (this.type === 'boolean' || this.type === 'error' || this.type === 'date') throw unfamiliar('cellValue');
    if (calculated && (this.type === 'number' || this.type === 'sharedText')) this.add(CELL_KINDS.uncalculated, 0);
  }

  private add(kind: CellKind, value: number): void {
    this.store.add(this.column, kind, kind === CELL_KINDS.number ? this.style : 0, value);
  }

  private addOwnText(kind: CellKind, text: number): void {
    if (!this.context.ownStrings.isBlank(text)) this.add(kind, text);
  }

  /** True when there was a value between the tags. */
  private readValue(): boolean {
    const { cursor } = this;
    cursor.endOfTag();
    if (cursor.empty) return false;
    const start = cursor.at;
    if (cursor.bytes[start] === LESS && cursor.bytes[start + 1] !== 0x21) return this.endOfValue(false);
    switch (this.type) {
      case 'number':
        this.addNumber(this.readNumber());
        break;
      case 'sharedText':
        this.addSharedText(this.readNumber());
        break;
      case 'boolean':
        this.add(CELL_KINDS.boolean, this.readAnswer());
        break;
      case 'date':
        this.add(CELL_KINDS.date, isoSerial(cursor.ascii()));
        break;
      case 'error':
        this.refuseUnknownError();
        this.addOwnText(CELL_KINDS.error, this.readOwnText());
        break;
      case 'ownText':
      case 'inlineText':
        this.addOwnText(CELL_KINDS.ownText, this.readOwnText());
        break;
    }
    return this.endOfValue(true);
  }

  private endOfValue(filled: boolean): boolean {
    if (this.cursor.tag() !== -VALUE) throw unfamiliar('cellValue');
    this.cursor.endOfTag();
    return filled;
  }

  private addNumber(value: number): void {
    const { isDate } = this.context.formats[this.style] ?? GENERAL;
    if (isDate) this.add(CELL_KINDS.date, value + this.epoch);
    else this.add(CELL_KINDS.number, value);
  }

  private addSharedText(index: number): void {
    const { sharedStrings } = this.context;
    if (!Number.isInteger(index) || index < 0 || index >= sharedStrings.size) throw unfamiliar('cellValue');
    if (!sharedStrings.isBlank(index)) this.add(CELL_KINDS.sharedText, index);
  }

  private readOwnText(): number {
    const { cursor, context: { ownStrings } } = this;
    ownStrings.begin();
    cursor.at = ownStrings.copy(cursor.bytes, cursor.at, cursor.end);
    return ownStrings.finish();
  }

  /** Looks ahead at the error's name. */
  private refuseUnknownError(): void {
    const { cursor } = this;
    const { at } = cursor;
    if (!ERRORS.has(cursor.ascii())) throw unfamiliar('cellValue');
    cursor.at = at;
  }

  private readAnswer(): number {
    const text = this.cursor.ascii();
    if (text === '1' || text === 'true') return 1;
    if (text === '0' || text === 'false') return 0;
    throw unfamiliar('cellValue');
  }

  /** The number written from here to the next tag. */
  private readNumber(): number {
    const { cursor } = this;
    const { bytes } = cursor;
    let { at } = cursor;
    const negative = bytes[at] === MINUS;
    if (negative) at += 1;
    let digits = 0;
    let decimals = 0;
    let pointed = false;
    let whole = 0;
    for (let byte = bytes[at] ?? 0; byte !== LESS; byte = bytes[at] ?? 0) {
      const digit = byte - DIGIT_0;
      if (digit >= 0 && digit <= 9) {
        whole = whole * 10 + digit;
        digits += 1;
        if (pointed) decimals += 1;
      } else if (byte === POINT && !pointed) pointed = true;
      else return this.readLongNumber();
      at += 1;
    }
    if (digits === 0 || digits > EXACT_DIGITS) return this.readLongNumber();
    cursor.at = at;
    const value = decimals === 0 ? whole : whole / (POWERS[decimals] ?? 1);
    return negative ? -value : value;
  }

  private readLongNumber(): number {
    const text = this.cursor.ascii();
    const value = Number(text);
    if (!NUMBER.test(text) || !Number.isFinite(value)) throw unfamiliar('cellValue');
    return value;
  }

  /** The column of `C5`, which must stand in row 5. */
  private addressedColumn(): number {
    const { bytes, valueFrom, valueTo } = this.cursor;
    let at = valueFrom;
    let column = 0;
    for (let letter = (bytes[at] ?? 0) - CAPITAL_A; at < valueTo && letter >= 0 && letter < 26; letter = (bytes[at] ?? 0) - CAPITAL_A) {
      column = column * 26 + letter + 1;
      at += 1;
    }
    let row = 0;
    for (let digit = (bytes[at] ?? 0) - DIGIT_0; at < valueTo && digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - DIGIT_0) {
      row = row * 10 + digit;
      at += 1;
    }
    if (column === 0 || at !== valueTo || row !== this.row) throw unfamiliar('address');
    return column - 1;
  }

  private readType(): CellType {
    const { cursor } = this;
    for (const type of ['s', 'n', 'str', 'inlineStr', 'b', 'e', 'd'] as const) if (cursor.isValued(type)) return TYPES[type];
    throw unfamiliar('cellType');
  }

  private readFormulaKind(): FormulaKind {
    for (const kind of ['normal', 'shared', 'array'] as const) if (this.cursor.isValued(kind)) return kind;
    throw unfamiliar('cellPart');
  }

  /** True when the cell has a formula of its own or shares one. */
  private readFormula(): boolean {
    const { cursor } = this;
    let kind: FormulaKind = 'normal';
    let index: number | null = null;
    let ranged = false;
    while (cursor.attribute()) {
      if (cursor.letter() === LETTER_T) kind = this.readFormulaKind();
      else if (cursor.isNamed('si')) index = cursor.wholeNumber();
      else if (cursor.isNamed('ref')) ranged = true;
    }
    if ((kind === 'array' && !ranged) || (kind === 'shared') !== (index !== null)) throw unfamiliar('cellPart');
    const written = !cursor.empty && cursor.leave(FORMULA);
    if (index === null) return written;
    if (written) this.sharedFormulas.add(index);
    else if (!this.sharedFormulas.has(index)) throw unfamiliar('cellPart');
    return true;
  }
}
