/**
 * A look over the bytes of a file that may be a package in its canonical form: where its members lie, and the items of
 * those that hold a project each. It finds places and proves nothing: what it found is parsed piece by piece and held
 * to its canonical form there.
 */
import { FORBIDDEN_KEYS, type JsonLimits } from './json-text';
import { encodeUtf8 } from './utf8';

/** From the first byte to behind the last one. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface FoundMember {
  /** As written, with its quotes. */
  readonly key: Span;
  readonly value: Span;
  /** The members of an object, the items of an array (those have no key); undefined for what was not to be opened. */
  readonly items?: readonly FoundMember[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The file is not what this reader is for; the strict one says what is wrong. */
class NotCanonical extends Error {}

/** In canonical text these letters are never escaped, so a key among them stands there as it is. */
const FORBIDDEN: readonly Uint8Array[] = [...FORBIDDEN_KEYS].map((key) => encodeUtf8(`"${key}":`));

const NO_KEY: Span = { from: 0, to: 0 };

class Scanner {
  private at = 0;
  private values = 1;

  constructor(private readonly bytes: Uint8Array, private readonly limits: JsonLimits, private readonly isOpened: (key: Span) => boolean) {}

  /** The whole file: one object, and at most a line end behind it. */
  members(): FoundMember[] {
    const found = this.object((key) => (this.isOpened(key) ? this.opened(key) : { key, value: this.skipped(1) }));
    const rest = this.bytes.length - this.at;
    if (rest > 1 || (rest === 1 && this.bytes[this.at] !== 0x0a)) throw new NotCanonical();
    return found;
  }

  private opened(key: Span): FoundMember {
    const from = this.at;
    const isArray = this.bytes[from] === OPEN_BRACKET;
    if (!isArray && this.bytes[from] !== OPEN_BRACE) return { key, value: this.skipped(1) };
    const items = isArray ? this.array() : this.object((inner) => ({ key: inner, value: this.skipped(2) }));
    return { key, value: { from, to: this.at }, items };
  }

  private object(member: (key: Span) => FoundMember): FoundMember[] {
    return this.list(OPEN_BRACE, CLOSE_BRACE, () => {
      const from = this.at;
      if (this.bytes[from] !== QUOTE) throw new NotCanonical();
      this.at = this.afterString(from);
      const key = { from, to: this.at };
      this.expect(COLON);
      return member(key);
    });
  }

  private array(): FoundMember[] {
    return this.list(OPEN_BRACKET, CLOSE_BRACKET, () => ({ key: NO_KEY, value: this.skipped(2) }));
  }

  private list(open: number, close: number, item: () => FoundMember): FoundMember[] {
    const found: FoundMember[] = [];
    this.expect(open);
    this.count();
    if (this.bytes[this.at] !== close) {
      found.push(item());
      while (this.bytes[this.at] === COMMA) {
        this.at += 1;
        this.count();
        found.push(item());
      }
    }
    this.expect(close);
    return found;
  }

  private expect(byte: number): void {
    if (this.bytes[this.at] !== byte) throw new NotCanonical();
    this.at += 1;
  }

  private count(): void {
    this.values += 1;
    if (this.values > this.limits.values) throw new NotCanonical();
  }

  /** Over one value, which stands `level` deep. What closes it closes nothing else, or the parser will refuse the piece. */
  private skipped(level: number): Span {
    const { bytes, limits } = this;
    const from = this.at;
    let depth = level;
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) at = this.afterString(at) - 1;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth += 1;
        this.count();
        if (depth > limits.depth) throw new NotCanonical();
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (depth === level) break;
        depth -= 1;
      } else if (byte === COMMA) {
        if (depth === level) break;
        this.count();
      }
    }
    this.at = at;
    return { from, to: at };
  }

  /** Just behind the string that begins at `from`. */
  private afterString(from: number): number {
    const { bytes } = this;
    for (let at = from + 1; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (bytes[at + 1] === COLON && this.isForbidden(from, at + 2)) throw new NotCanonical();
        return at + 1;
      }
      if (byte === BACKSLASH) at += 1;
    }
    throw new NotCanonical();
  }

  /** A key with its quotes and its colon. */
  private isForbidden(from: number, to: number): boolean {
    return FORBIDDEN.some((key) => key.length === to - from && key.every((byte, index) => this.bytes[from + index] === byte));
  }
}

/**
 * The members of the file's object, those that `isOpened` with their items. Undefined for a file that cannot be in the
 * canonical form or is beyond the limits of depth and values, which a fast parser does not know.
 */
export const findMembers = (bytes: Uint8Array, limits: JsonLimits, isOpened: (key: Span) => boolean): readonly FoundMember[] | undefined => {
  try {
    return new Scanner(bytes, limits, isOpened).members();
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
};
