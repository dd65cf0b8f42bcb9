/**
 * Reading JSON from a stranger. `JSON.parse` keeps the last of two equal keys without a word, takes `__proto__` for
 * a key, turns 9007199254740993 into its neighbour and recurses as deep as it is told; this reader refuses all four
 * and says where. RFC 8259 grammar, nothing more.
 */
import { pointerTo } from '../domain/json-pointer';
import { fail, type ProblemError } from '../domain/problem';
import type { Json } from '../domain/values';

export interface JsonLimits {
  /** Arrays and objects inside one another. */
  readonly depth: number;
  /** Values of any kind in the whole text. */
  readonly values: number;
}

/** Names that reach an object's prototype when a later step copies by key. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** False for a whole number that became its neighbour; what RFC 8785 writes is always kept. */
const keepsWhole = (lexeme: string, value: number): boolean =>
  Number.isSafeInteger(value) || !/^-?\d+$/.test(lexeme) || lexeme === String(value) || BigInt(lexeme) === BigInt(value);

class JsonReader {
  private at = 0;
  private values = 0;
  /** Where the reader stands. */
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string, private readonly limits: JsonLimits) {}

  read(): Json {
    const value = this.value();
    this.space();
    if (this.at < this.text.length) throw this.syntax();
    return value;
  }

  /** 1-based, as editors count. */
  private place(): { line: number; column: number } {
    const before = this.text.slice(0, this.at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }

  private refuse(code: string, data: Readonly<Record<string, string | number>> = {}): ProblemError {
    return fail(code, { ...this.place(), ...data }, pointerTo(this.path));
  }

  private syntax(): ProblemError {
    return this.refuse(this.at >= this.text.length ? 'package.truncated' : 'package.notJson');
  }

  private space(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.at += 1;
    }
  }

  private value(): Json {
    this.values += 1;
    if (this.values > this.limits.values) throw this.refuse('package.tooManyValues', { limit: this.limits.values });
    this.space();
    switch (this.text.charAt(this.at)) {
      case '{': return this.object();
      case '[': return this.array();
      case '"': return this.string();
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.word('null', null);
      default: return this.number();
    }
  }

  private word<Value extends Json>(word: string, value: Value): Value {
    if (!this.text.startsWith(word, this.at)) throw this.cutShort(word);
    this.at += word.length;
    return value;
  }

  /** `tru` at the end of the text is a cut file, not bad grammar. */
  private cutShort(word: string): ProblemError {
    const rest = this.text.slice(this.at);
    if (word.startsWith(rest)) this.at = this.text.length;
    return this.syntax();
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const lexeme = NUMBER.exec(this.text)?.[0];
    if (lexeme === undefined) throw this.syntax();
    const value = Number(lexeme);
    if (!Number.isFinite(value) || !keepsWhole(lexeme, value)) throw this.refuse('package.badNumber', { value: lexeme.slice(0, 40) });
    this.at += lexeme.length;
    return value;
  }

  private string(): string {
    let text = '';
    this.at += 1;
    let from = this.at;
    for (;;) {
      const unit = this.text.charCodeAt(this.at);
      // NaN at the end of the text fails every comparison below but this one.
      if (Number.isNaN(unit) || unit < 0x20) throw this.syntax();
      if (unit === 0x22) break;
      if (unit === 0x5c) {
        text += this.text.slice(from, this.at) + this.escape();
        from = this.at;
      } else {
        this.at += 1;
      }
    }
    text += this.text.slice(from, this.at);
    if (!text.isWellFormed()) throw this.refuse('package.badText');
    this.at += 1;
    return text;
  }

  private escape(): string {
    const letter = this.text[this.at + 1];
    if (letter === 'u') {
      const hex = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw this.syntax();
      this.at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const meant = letter === undefined ? undefined : ESCAPES[letter];
    if (meant === undefined) throw this.syntax();
    this.at += 2;
    return meant;
  }

  /** Steps inside an array or object, after the limit: the check comes before the recursion. */
  private enter(): void {
    if (this.path.length >= this.limits.depth) throw this.refuse('package.tooDeep', { limit: this.limits.depth });
    this.at += 1;
    this.space();
  }

  private array(): Json[] {
    this.enter();
    const items: Json[] = [];
    if (this.text[this.at] === ']') {
      this.at += 1;
      return items;
    }
    for (;;) {
      this.path.push(items.length);
      items.push(this.value());
      this.path.pop();
      if (this.afterItem(']')) return items;
    }
  }

  private object(): { [key: string]: Json } {
    this.enter();
    const members: { [key: string]: Json } = {};
    if (this.text[this.at] === '}') {
      this.at += 1;
      return members;
    }
    for (;;) {
      this.space();
      if (this.text[this.at] !== '"') throw this.syntax();
      const key = this.string();
      this.path.push(key);
      if (FORBIDDEN_KEYS.has(key)) throw this.refuse('package.forbiddenKey', { key });
      if (Object.hasOwn(members, key)) throw this.refuse('package.duplicateKey', { key });
      this.space();
      if (this.text[this.at] !== ':') throw this.syntax();
      this.at += 1;
      members[key] = this.value();
      this.path.pop();
      if (this.afterItem('}')) return members;
    }
  }

  /** Past the comma (false) or the closing bracket (true). */
  private afterItem(close: ']' | '}'): boolean {
    this.space();
    const mark = this.text[this.at];
    if (mark !== ',' && mark !== close) throw this.syntax();
    this.at += 1;
    return mark === close;
  }
}

/**
 * The value of a JSON text.
 * @throws ProblemError with `line`, `column` and the pointer reached: `package.notJson`, `package.truncated`,
 * `package.duplicateKey`, `package.forbiddenKey`, `package.badNumber`, `package.badText`, `package.tooDeep`,
 * `package.tooManyValues`.
 */
export const parseJson = (text: string, limits: JsonLimits): Json => new JsonReader(text, limits).read();
