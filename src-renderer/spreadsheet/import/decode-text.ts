/** Text files of unknown encoding: a byte order mark decides, then strict UTF-8, then the code pages of Romanian Windows. */
import { utf16Order } from './sniff';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label, as shown to the person. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'iso-8859-2';
}

/** Bytes 0x80–0x9F are letters and quotes in Windows-1250 and control characters in ISO-8859-2. */
const hasWindowsBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);

const isSmallLetter = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a;

/** Š Ž š ž of ISO-8859-2, inside a word; in Windows-1250 the first two are © and ®, which stand alone. */
const LATIN2_LETTERS = new Set([0xa9, 0xae, 0xb9, 0xbe]);
const hasLatin2Letters = (bytes: Uint8Array): boolean => bytes.some((byte, index) => LATIN2_LETTERS.has(byte) && isSmallLetter(bytes[index + 1]));

const encodingOf = (bytes: Uint8Array): DecodedText['encoding'] => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const order = utf16Order(bytes);
  if (order !== null) return `utf-16${order}`;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return !hasWindowsBytes(bytes) && hasLatin2Letters(bytes) ? 'iso-8859-2' : 'windows-1250';
  }
};

/** Never fails: every byte means something in Windows-1250. The mark is dropped. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const encoding = encodingOf(bytes);
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
};
