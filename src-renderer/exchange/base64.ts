/** Base64 (RFC 4648, section 4) between bytes and text, one text for each bytes: whatever is not that very text is refused. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const PADDING = 0x3d;

/** Value of each character's six bits; 64 for what is no letter of the alphabet. */
const VALUES = new Uint8Array(256).fill(64);
CODES.forEach((code, value) => {
  VALUES[code] = value;
});

/** Characters made into a string in one call; a multiple of four. */
const CHUNK = 8192;

const textOf = (codes: Uint8Array): string => Reflect.apply(String.fromCharCode, undefined, codes);

export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  const codes = new Uint8Array(CHUNK);
  let used = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    codes[used] = CODES[bits >> 18] ?? 0;
    codes[used + 1] = CODES[(bits >> 12) & 63] ?? 0;
    codes[used + 2] = second === undefined ? PADDING : CODES[(bits >> 6) & 63] ?? 0;
    codes[used + 3] = third === undefined ? PADDING : CODES[bits & 63] ?? 0;
    used += 4;
    if (used === CHUNK) {
      parts.push(textOf(codes));
      used = 0;
    }
  }
  parts.push(textOf(codes.subarray(0, used)));
  return parts.join('');
};

const valueAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 256 ? VALUES[code] ?? 64 : 64;
};

const paddingOf = (text: string): number => (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

/** Null when the text is not what `toBase64` writes. */
export const fromBase64 = (text: string): Uint8Array | null => {
  if (text.length % 4 !== 0) return null;
  const padding = paddingOf(text);
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const letters = text.length - padding;
  let used = 0;
  for (let at = 0; at < text.length; at += 4) {
    const third = at + 2 < letters ? valueAt(text, at + 2) : 0;
    const fourth = at + 3 < letters ? valueAt(text, at + 3) : 0;
    const first = valueAt(text, at);
    const second = valueAt(text, at + 1);
    if ((first | second | third | fourth) > 63) return null;
    const bits = (first << 18) | (second << 12) | (third << 6) | fourth;
    const count = Math.min(3, bytes.length - used);
    // Bits behind the last byte are zero in the one right text.
    if ((count === 1 && (bits & 0xffff) !== 0) || (count === 2 && (bits & 0xff) !== 0)) return null;
    bytes[used] = bits >> 16;
    if (count > 1) bytes[used + 1] = (bits >> 8) & 0xff;
    if (count > 2) bytes[used + 2] = bits & 0xff;
    used += count;
  }
  return bytes;
};
