/**
 * The cell nearly every cell is, `<c r="B7" s="1" t="s"><v>42</v></c>`, read byte by byte in one go. Whatever else a cell
 * may be is refused and left to the general reading, which begins at the same byte.
 */
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
const DIGIT_0 = 0x30;
const CAPITAL_A = 0x41;
const LETTER_C = 0x63;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;

/** Up to so many digits a double holds exactly, and so does a power of ten: their quotient is the nearest double. */
export const EXACT_DIGITS = 15;
export const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
const MOST_STYLES = 10_000;

export class PlainCell {
  column = 0;
  style = 0;
  isShared = false;
  value = 0;
  /** Behind the cell. */
  next = 0;

  /** True when a plain cell of this row stands at `at`; its fields are set then. */
  read(bytes: Uint8Array, from: number, row: number): boolean {
    if (bytes[from] !== LESS || bytes[from + 1] !== LETTER_C || bytes[from + 2] !== SPACE || bytes[from + 3] !== LETTER_R || bytes[from + 4] !== EQUALS || bytes[from + 5] !== QUOTE) return false;
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
    return this.readAttributes(bytes, at + 1);
  }

  private readAttributes(bytes: Uint8Array, from: number): boolean {
    let at = from;
    let style = 0;
    if (bytes[at] === SPACE && bytes[at + 1] === LETTER_S && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
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
    this.isShared = bytes[at] === SPACE && bytes[at + 1] === LETTER_T && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE && bytes[at + 4] === LETTER_S && bytes[at + 5] === QUOTE;
    if (this.isShared) at += 6;
    return bytes[at] === GREATER && bytes[at + 1] === LESS && bytes[at + 2] === LETTER_V && bytes[at + 3] === GREATER && this.readValue(bytes, at + 4);
  }

  private readValue(bytes: Uint8Array, from: number): boolean {
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
    if (digits === 0 || digits > EXACT_DIGITS) return false;
    if (bytes[at + 1] !== SLASH || bytes[at + 2] !== LETTER_V || bytes[at + 3] !== GREATER) return false;
    if (bytes[at + 4] !== LESS || bytes[at + 5] !== SLASH || bytes[at + 6] !== LETTER_C || bytes[at + 7] !== GREATER) return false;
    const value = point < 0 ? whole : whole / (POWERS[at - point - 1] ?? 1);
    this.value = negative ? -value : value;
    this.next = at + 8;
    return true;
  }
}
