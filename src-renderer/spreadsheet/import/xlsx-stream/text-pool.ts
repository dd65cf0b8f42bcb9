/**
 * Texts of a workbook, kept as the bytes of the file and made strings a page at a time, when somebody asks: nobody looks
 * at all of them, and a thousand texts decoded at once cost a tenth of a thousand decoded one by one.
 */
import { LESS } from './xml-cursor';
import { unfamiliar } from './unfamiliar';
import { cellString, referenced } from './xml-text';

const PAGE_BITS = 10;
const PAGE_SIZE = 1 << PAGE_BITS;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const SEMICOLON = 0x3b;
const BANG = 0x21;
const DELETE = 0x7f;
/** Ends every text; XML has no such character. */
const END = 0;

/** `_x0020_` */
const ESCAPE_LENGTH = 7;
const LONGEST_REFERENCE = 8;
const NEEDS_WORK = /[&\r]|_x/i;

/** 1 for the bytes that are a visible character by themselves and nothing but it. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 0x20 && byte < DELETE && byte !== LESS && byte !== AMPERSAND && byte !== UNDERSCORE ? 1 : 0));

const isX = (byte: number | undefined): boolean => byte === 0x78 || byte === 0x58;

const CDATA = '<![CDATA[';
const COMMENT = '<!--';
const ESCAPED_AMPERSAND = new TextEncoder().encode('&amp;');

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};

/** Where the text begins at or after `from`; throws when it does not before `end`. */
const findText = (bytes: Uint8Array, text: string, from: number, end: number): number => {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at < end; at = bytes.indexOf(first, at + 1)) if (startsWith(bytes, at, text)) return at;
  throw unfamiliar('markup');
};

export class TextPool {
  private bytes: Uint8Array = new Uint8Array(64 * 1024);
  private length = 0;
  /** Where each page begins. */
  private readonly pages: number[] = [];
  private readonly decoded: (readonly string[])[] = [];
  private readonly blanks = new Set<number>();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Where the text under way begins. */
  private start = 0;
  /** The text under way has a character nobody can take for a blank. */
  private visible = false;
  /** It has a character that may turn out to be one: a reference, an escape, a letter beyond ASCII. */
  private doubtful = false;
  size = 0;

  /** Begins the next text; one that was not finished is forgotten. */
  begin(): void {
    this.length = this.start;
    if ((this.size & (PAGE_SIZE - 1)) === 0) this.pages[this.size >> PAGE_BITS] = this.start;
    this.visible = false;
    this.doubtful = false;
  }

  /** Copies XML text up to the next tag, which must come before `end`, and returns where that is. CDATA becomes plain text. */
  copy(bytes: Uint8Array, from: number, end: number): number {
    this.reserve(end - from);
    let target = this.bytes;
    let to = this.length;
    /** Up to here a reference or an escape goes on, which may stand for a blank. */
    let masked = from;
    let at = from;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (PLAIN[byte] === 1) {
        if (at >= masked) this.visible = true;
      } else if (byte === LESS) {
        if (bytes[at + 1] !== BANG) break;
        this.length = to;
        at = this.copySection(bytes, at, end) - 1;
        target = this.bytes;
        to = this.length;
        continue;
      } else if (byte === AMPERSAND) masked = this.behindReference(bytes, at);
      else if (byte === UNDERSCORE) {
        if (isX(bytes[at + 1])) masked = Math.max(masked, at + ESCAPE_LENGTH);
        if (at >= masked) this.visible = true;
      } else if (byte === END) throw unfamiliar('markup');
      if (byte >= DELETE || at < masked) this.doubtful = true;
      target[to] = byte;
      to += 1;
    }
    if (at >= end) throw unfamiliar('markup');
    this.length = to;
    return at;
  }

  /** Ends the text and gives its number. */
  finish(): number {
    const isBlank = !this.visible && (!this.doubtful || cellString(this.decoder.decode(this.bytes.subarray(this.start, this.length))).trim() === '');
    if (isBlank) this.blanks.add(this.size);
    this.reserve(1);
    this.bytes[this.length] = END;
    this.length += 1;
    this.start = this.length;
    this.size += 1;
    return this.size - 1;
  }

  /** True for a text that shows nothing. */
  isBlank(index: number): boolean {
    return this.blanks.size > 0 && this.blanks.has(index);
  }

  /** A text by its number; empty beyond the last. */
  text(index: number): string {
    const page = index >> PAGE_BITS;
    const place = index & (PAGE_SIZE - 1);
    // A page looked at while it was still being filled is looked at again.
    return this.decoded[page]?.[place] ?? this.decode(page)[place] ?? '';
  }

  private decode(page: number): readonly string[] {
    const written = this.decoder.decode(this.bytes.subarray(this.pages[page] ?? this.length, this.pages[page + 1] ?? this.length));
    const texts = written.split('\0');
    // Every text ends with the mark, so nothing stands behind the last one.
    texts.pop();
    const strings = NEEDS_WORK.test(written) ? texts.map(cellString) : texts;
    this.decoded[page] = strings;
    return strings;
  }

  private behindReference(bytes: Uint8Array, at: number): number {
    let name = '';
    let end = at + 1;
    for (let byte = bytes[end] ?? 0; byte !== SEMICOLON; byte = bytes[end] ?? 0) {
      if (name.length > LONGEST_REFERENCE) throw unfamiliar('entity');
      name += String.fromCharCode(byte);
      end += 1;
    }
    referenced(name);
    return end + 1;
  }

  private copySection(bytes: Uint8Array, at: number, end: number): number {
    if (startsWith(bytes, at, COMMENT)) return findText(bytes, '-->', at + COMMENT.length, end) + 3;
    if (!startsWith(bytes, at, CDATA)) throw unfamiliar('markup');
    const close = findText(bytes, ']]>', at + CDATA.length, end);
    this.doubtful = true;
    this.reserve((close - at) * ESCAPED_AMPERSAND.length + end - close);
    for (let index = at + CDATA.length; index < close; index += 1) {
      const byte = bytes[index] ?? 0;
      if (byte === END) throw unfamiliar('markup');
      const copied = byte === AMPERSAND ? ESCAPED_AMPERSAND : bytes.subarray(index, index + 1);
      this.bytes.set(copied, this.length);
      this.length += copied.length;
    }
    return close + 3;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
