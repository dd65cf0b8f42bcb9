/**
 * Cuts a part that arrives in chunks into what stands before its items, stretches of whole items, and what stands after:
 * the rows of `sheetData`, the `si` of `sst`. Only the stretch under way is held.
 */
import { refuseDoctype } from '../xml-prolog';
import { unfamiliar } from './unfamiliar';

const LESS = 0x3c;
const GREATER = 0x3e;
const COLON = 0x3a;
const SLASH = 0x2f;

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What is read item by item. */
export interface Items {
  /** Called once, with the namespace prefix of the container, `x:` or empty. */
  begin(prefix: string, head: string): void;
  /** Reads whole items; returns where the container closes behind them, or -1 when it goes on. */
  read(bytes: Uint8Array, from: number, to: number): number;
}

const matches = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return false;
  return true;
};

export class Stretches {
  private buffer = new Uint8Array(256 * 1024);
  private length = 0;
  /** Up to here nothing has been found, so it is not searched again. */
  private searched = 0;
  private state: 'head' | 'items' | 'tail' = 'head';
  private closing: Uint8Array = new Uint8Array();
  private readonly container: Uint8Array;

  constructor(container: 'sheetData' | 'sst', private readonly item: 'row' | 'si', private readonly items: Items) {
    this.container = new TextEncoder().encode(container);
  }

  push(chunk: Uint8Array): void {
    this.append(chunk);
    if (this.state === 'head') this.findContainer();
    if (this.state === 'items') this.readItems(this.lastItemEnd());
  }

  /** What stands behind the container. Throws for a part that has none or ends in the middle. */
  end(): string {
    if (this.state === 'head' && this.length > 0) refuseDoctype(this.buffer.subarray(0, this.length));
    if (this.state === 'items') this.readItems(this.length);
    if (this.state !== 'tail') throw unfamiliar('markup');
    return new TextDecoder().decode(this.buffer.subarray(0, this.length));
  }

  private append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(chunk, this.length);
    this.length = needed;
  }

  /** Forgets everything before `from`. */
  private keepFrom(from: number): void {
    this.buffer.copyWithin(0, from, this.length);
    this.length -= from;
    this.searched = this.length;
  }

  private findContainer(): void {
    const { buffer, length, container } = this;
    const last = length - container.length - 1;
    let at = buffer.indexOf(container[0] ?? 0, this.searched);
    for (; at >= 0 && at < last; at = buffer.indexOf(container[0] ?? 0, at + 1)) {
      if (!matches(buffer, at, container)) continue;
      const next = buffer[at + container.length];
      if (!isSpace(next) && next !== GREATER && next !== SLASH) continue;
      const prefixed = buffer[at - 1] === COLON;
      const start = prefixed ? buffer.lastIndexOf(LESS, at) : at - 1;
      if (buffer[start] !== LESS || buffer[start + 1] === SLASH) continue;
      const end = buffer.indexOf(GREATER, at);
      if (end < 0 || end >= length) break;
      this.enter(new TextDecoder().decode(buffer.subarray(start + 1, at)), end);
      return;
    }
    this.searched = at < 0 ? length : at;
    this.searched = Math.max(0, Math.min(this.searched, last));
  }

  private enter(prefix: string, end: number): void {
    if (prefix !== '' && !/^[A-Za-z][\w.-]*:$/.test(prefix)) throw unfamiliar('markup');
    refuseDoctype(this.buffer.subarray(0, end + 1));
    this.closing = new TextEncoder().encode(`</${prefix}${this.item}>`);
    const isEmpty = this.buffer[end - 1] === SLASH;
    this.items.begin(prefix, new TextDecoder().decode(this.buffer.subarray(0, end + 1)));
    this.keepFrom(end + 1);
    this.searched = 0;
    this.state = isEmpty ? 'tail' : 'items';
  }

  /** Behind the last whole item in the buffer; 0 when there is none yet. */
  private lastItemEnd(): number {
    const { buffer, closing } = this;
    const lowest = Math.max(0, this.searched - closing.length);
    for (let at = buffer.lastIndexOf(GREATER, this.length - 1); at >= lowest + closing.length - 1; at = buffer.lastIndexOf(GREATER, at - 1)) {
      if (matches(buffer, at - closing.length + 1, closing)) return at + 1;
    }
    this.searched = this.length;
    return 0;
  }

  private readItems(end: number): void {
    if (end === 0) return;
    const closed = this.items.read(this.buffer, 0, end);
    if (closed >= 0) this.state = 'tail';
    this.keepFrom(closed < 0 ? end : closed);
  }
}
