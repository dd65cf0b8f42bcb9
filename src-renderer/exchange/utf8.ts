/** UTF-8 as RFC 3629 has it, strictly: these zones compile without the DOM, where the platform's coders live. */
import { fail } from '../domain/problem';

/** Characters turned into a string in one call; well below every engine's limit on arguments. */
const CHUNK = 8192;

/** First code point a sequence of 2, 3 or 4 bytes may carry; anything below is an overlong form. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x1_0000] as const;

const sequenceLength = (lead: number): 2 | 3 | 4 | null => {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return null;
};

/** The code point of the multi-byte sequence at `at`, or null when the bytes are not one. */
const codePointAt = (bytes: Uint8Array, at: number, length: 2 | 3 | 4): number | null => {
  let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < SMALLEST[length] || surrogate || point > 0x10_ffff ? null : point;
};

/** `apply` takes the array as it is; spreading it would go through its iterator, several times slower. */
const textOf = (units: Uint16Array): string => Reflect.apply(String.fromCharCode, undefined, units);

/**
 * Text of UTF-8 bytes; a byte order mark at the start is dropped.
 * @throws ProblemError `package.notUtf8` with the 0-based `offset` of the first byte that is not UTF-8.
 */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const parts: string[] = [];
  const units = new Uint16Array(CHUNK + 2);
  let used = 0;
  let at = hasMark ? 3 : 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[used++] = lead;
      at += 1;
    } else {
      const length = sequenceLength(lead);
      const point = length === null ? null : codePointAt(bytes, at, length);
      if (length === null || point === null) throw fail('package.notUtf8', { offset: at });
      if (point < 0x1_0000) {
        units[used++] = point;
      } else {
        units[used++] = 0xd7c0 + (point >> 10);
        units[used++] = 0xdc00 + (point & 0x3ff);
      }
      at += length;
    }
    if (used >= CHUNK) {
      parts.push(textOf(units.subarray(0, used)));
      used = 0;
    }
  }
  parts.push(textOf(units.subarray(0, used)));
  return parts.join('');
};

const encodedLength = (text: string): number => {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      length += 4;
      at += 1;
    } else length += 3;
  }
  return length;
};

/** UTF-8 bytes of well-formed text (no lone surrogates; `canonicalJson` has none). */
export const encodeUtf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(encodedLength(text));
  let used = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point < 0x80) {
      bytes[used++] = point;
    } else if (point < 0x800) {
      bytes[used++] = 0xc0 | (point >> 6);
      bytes[used++] = 0x80 | (point & 0x3f);
    } else if (point < 0x1_0000) {
      bytes[used++] = 0xe0 | (point >> 12);
      bytes[used++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[used++] = 0x80 | (point & 0x3f);
    } else {
      bytes[used++] = 0xf0 | (point >> 18);
      bytes[used++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[used++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[used++] = 0x80 | (point & 0x3f);
      at += 1;
    }
  }
  return bytes;
};
