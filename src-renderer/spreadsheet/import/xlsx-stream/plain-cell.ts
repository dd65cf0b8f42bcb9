/**
 * The cell nearly every cell is, `<c r="B7" s="1" t="s"><v>42</v></c>`, read in one go, its fixed parts four letters at a
 * time. Whatever else a cell may be is refused and left to the general reading, which begins at the same byte.
 */
const LESS = 0x3c;
const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
const DIGIT_0 = 0x30;
const CAPITAL_A = 0x41;

/** Two or four letters as the number that stands for them in memory, the first one lowest. */
const word = (letters: string): number => new TextEncoder().encode(letters).reduceRight((number, letter) => number * 256 + letter, 0);

const CELL = word('<c r');
const IS = word('="');
const STYLE = word(' s="');
const TYPE = word(' t="');
const SHARED = word('s"');
const VALUE = word('><v>');
const END_OF_VALUE = word('</v>');
const END_OF_CELL = word('</c>');
const END_OF_ROW = word('row>');

/** Up to so many digits a double holds exactly, and so does a power of ten: their quotient is the nearest double. */
export const EXACT_DIGITS = 15;
export const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
/** So far behind the last tag a word may reach. */
const REACH = 8;
const MOST_STYLES = 10_000;

export class PlainCell {
  column = 0;
  style = 0;
  isShared = false;
  value = 0;
  /** Behind the cell. */
  next = 0;
  private bytes: Uint8Array = new Uint8Array();
  private words = new DataView(this.bytes.buffer);

  /**
   * Continues on a stretch that ends at `end`; false when that is not safe: it must end with the closing tag of a row, where
   * every loop stops, and have bytes behind it that the last words may reach into.
   */
  take(bytes: Uint8Array, end: number): boolean {
    if (this.bytes !== bytes) {
      this.bytes = bytes;
      this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return end >= 4 && end + REACH <= bytes.length && this.words.getUint32(end - 4, true) === END_OF_ROW;
  }

  /** True when a plain cell of this row stands at `at`; its fields are set then. */
  read(from: number, row: number): boolean {
    const { bytes, words } = this;
    if (words.getUint32(from, true) !== CELL || words.getUint16(from + 4, true) !== IS) return false;
    let at = from + 6;
    let column = 0;
    for (let letter = (bytes[at] ?? 0) - CAPITAL_A; letter >= 0 && letter < 26; letter = (bytes[at] ?? 0) - CAPITAL_A) {
      column = column * 26 + letter + 1;
      at += 1;
    }
    let number = 0;
    for (let digit = (bytes[at] ?? 0) - DIGIT_0; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - DIGIT_0) {
      number = number * 10 + digit;
      at += 1;
    }
    if (column === 0 || number !== row || bytes[at] !== QUOTE) return false;
    this.column = column - 1;
    return this.readAttributes(at + 1);
  }

  private readAttributes(from: number): boolean {
    const { bytes, words } = this;
    let at = from;
    let style = 0;
    if (words.getUint32(at, true) === STYLE) {
      at += 4;
      const start = at;
      for (let digit = (bytes[at] ?? 0) - DIGIT_0; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - DIGIT_0) {
        style = style * 10 + digit;
        at += 1;
      }
      if (bytes[at] !== QUOTE || at === start || style >= MOST_STYLES || (bytes[start] === DIGIT_0 && at > start + 1)) return false;
      at += 1;
    }
    this.style = style;
    this.isShared = words.getUint32(at, true) === TYPE && words.getUint16(at + 4, true) === SHARED;
    if (this.isShared) at += 6;
    return words.getUint32(at, true) === VALUE && this.readValue(at + 4);
  }

  private readValue(from: number): boolean {
    const { bytes, words } = this;
    let at = from;
    const negative = bytes[at] === MINUS;
    if (negative) at += 1;
    const start = at;
    let whole = 0;
    let point = -1;
    for (let byte = bytes[at] ?? 0; byte !== LESS; byte = bytes[at] ?? 0) {
      const digit = byte - DIGIT_0;
      if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
      else if (byte === POINT && point < 0) point = at;
      else return false;
      at += 1;
    }
    const digits = at - start - (point < 0 ? 0 : 1);
    if (digits === 0 || digits > EXACT_DIGITS || (this.isShared && (negative || point >= 0))) return false;
    if (words.getUint32(at, true) !== END_OF_VALUE || words.getUint32(at + 4, true) !== END_OF_CELL) return false;
    const value = point < 0 ? whole : whole / (POWERS[at - point - 1] ?? 1);
    this.value = negative ? -value : value;
    this.next = at + 8;
    return true;
  }
}
