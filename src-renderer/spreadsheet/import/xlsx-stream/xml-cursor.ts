/**
 * Walks over XML as bytes, tag by tag, without making objects: sheets have millions of tags. It knows the little that
 * sheets and shared strings consist of and throws `UnfamiliarWorkbook` at everything else.
 */
import { unfamiliar } from './unfamiliar';

export const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const BANG = 0x21;
const HYPHEN = 0x2d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const COLON = 0x3a;
const UNDERSCORE = 0x5f;
const DIGIT_0 = 0x30;

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);

/** The last four letters of a name as one number, so that names are compared at once. Names of up to three never collide. */
export const nameCode = (name: string): number => {
  let code = 0;
  for (let index = 0; index < name.length; index += 1) code = (code << 8) | name.charCodeAt(index);
  return code;
};

export class XmlCursor {
  bytes: Uint8Array = new Uint8Array();
  at = 0;
  end = 0;
  /** Whether the tag just read closes itself. */
  empty = false;
  /** The attribute just read: where its name and its value lie. */
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;
  /** Where the name of the tag just read lies. */
  private tagFrom = 0;
  private tagTo = 0;
  private readonly prefix: Uint8Array;

  /** `prefix`: the namespace prefix of every tag, `x:`, or nothing. */
  constructor(prefix: string) {
    this.prefix = new TextEncoder().encode(prefix);
  }

  /** Continues on a stretch that begins and ends between two tags. */
  take(bytes: Uint8Array, from: number, to: number): void {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** The next tag's name as a `nameCode`, negative when it closes, 0 at the end of the stretch. Only white space may stand before it. */
  tag(): number {
    const { bytes, end } = this;
    let { at } = this;
    for (;;) {
      while (at < end && isSpace(bytes[at])) at += 1;
      if (at >= end) {
        this.at = at;
        return 0;
      }
      if (bytes[at] !== LESS) throw unfamiliar('markup');
      if (bytes[at + 1] !== BANG) break;
      at = this.behindComment(at);
    }
    at += 1;
    const closing = bytes[at] === SLASH;
    if (closing) at += 1;
    for (let index = 0; index < this.prefix.length; index += 1, at += 1) if (bytes[at] !== this.prefix[index]) throw unfamiliar('markup');
    this.tagFrom = at;
    let code = 0;
    for (let byte = bytes[at] ?? 0; isLetter(byte); byte = bytes[at] ?? 0) {
      code = (code << 8) | byte;
      at += 1;
    }
    if (code === 0) throw unfamiliar('markup');
    // Only programs that write for the eye put a space into a closing tag.
    if (closing && bytes[at] !== GREATER) throw unfamiliar('markup');
    this.tagTo = at;
    this.at = at;
    this.empty = false;
    return closing ? -code : code;
  }

  /** Whether the tag just read has the name, for names whose code others share. */
  isTag(name: string): boolean {
    return this.holds(name, this.tagFrom, this.tagTo);
  }

  /** Moves to the next attribute of the tag; false behind the tag's end. */
  attribute(): boolean {
    const { bytes, end } = this;
    let { at } = this;
    const start = at;
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] === GREATER || (bytes[at] === SLASH && bytes[at + 1] === GREATER)) {
      this.empty = bytes[at] === SLASH;
      this.at = at + (this.empty ? 2 : 1);
      if (this.at > end) throw unfamiliar('markup');
      return false;
    }
    if (at === start) throw unfamiliar('markup');
    this.nameFrom = at;
    for (let byte = bytes[at] ?? 0; byte !== EQUALS; byte = bytes[at] ?? 0) {
      if (byte <= 0x20 || byte === GREATER || byte === SLASH || byte === LESS || byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE || byte === UNDERSCORE) throw unfamiliar('markup');
      at += 1;
    }
    if (at === this.nameFrom || bytes[this.nameFrom] === COLON) throw unfamiliar('markup');
    this.nameTo = at;
    const quote = bytes[at + 1];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw unfamiliar('markup');
    at += 2;
    this.valueFrom = at;
    while (bytes[at] !== quote) {
      if (at >= end || bytes[at] === LESS || bytes[at] === GREATER) throw unfamiliar('markup');
      at += 1;
    }
    this.valueTo = at;
    this.at = at + 1;
    return true;
  }

  /** Passes over whatever attributes the tag still has. */
  endOfTag(): void {
    while (this.attribute());
  }

  /** The name of the attribute just read when it is one letter, else 0. */
  letter(): number {
    return this.nameTo - this.nameFrom === 1 ? (this.bytes[this.nameFrom] ?? 0) : 0;
  }

  isNamed(name: string): boolean {
    return this.holds(name, this.nameFrom, this.nameTo);
  }

  isValued(value: string): boolean {
    return this.holds(value, this.valueFrom, this.valueTo);
  }

  /** The value just read as a whole number below a billion. */
  wholeNumber(): number {
    const { bytes, valueFrom, valueTo } = this;
    const length = valueTo - valueFrom;
    if (length === 0 || length > 9 || (length > 1 && bytes[valueFrom] === DIGIT_0)) throw unfamiliar('markup');
    let number = 0;
    for (let at = valueFrom; at < valueTo; at += 1) {
      const digit = (bytes[at] ?? 0) - DIGIT_0;
      if (digit < 0 || digit > 9) throw unfamiliar('markup');
      number = number * 10 + digit;
    }
    return number;
  }

  /** Behind the closing tag of the element whose opening tag was just read, and whether there was anything inside. */
  leave(code: number): boolean {
    const start = this.at;
    for (let depth = 1; ; ) {
      const at = this.bytes.indexOf(LESS, this.at);
      if (at < 0 || at >= this.end || this.bytes[at + 1] === BANG) throw unfamiliar('markup');
      this.at = at;
      const tag = this.tag();
      this.endOfTag();
      if (tag < 0) depth -= 1;
      else if (!this.empty) depth += 1;
      if (depth > 0) continue;
      if (tag !== -code) throw unfamiliar('markup');
      return at > start;
    }
  }

  /** Ascii text from here to the next tag, where the cursor stays. */
  ascii(): string {
    const at = this.bytes.indexOf(LESS, this.at);
    if (at < 0 || at >= this.end) throw unfamiliar('markup');
    let text = '';
    for (let index = this.at; index < at; index += 1) text += String.fromCharCode(this.bytes[index] ?? 0);
    this.at = at;
    return text;
  }

  private holds(text: string, from: number, to: number): boolean {
    if (to - from !== text.length) return false;
    for (let index = 0; index < text.length; index += 1) if (this.bytes[from + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  private behindComment(from: number): number {
    const { bytes, end } = this;
    if (bytes[from + 2] !== HYPHEN || bytes[from + 3] !== HYPHEN) throw unfamiliar('markup');
    for (let at = bytes.indexOf(GREATER, from + 6); at >= 0 && at < end; at = bytes.indexOf(GREATER, at + 1)) {
      if (bytes[at - 1] === HYPHEN && bytes[at - 2] === HYPHEN) return at + 1;
    }
    throw unfamiliar('markup');
  }
}
