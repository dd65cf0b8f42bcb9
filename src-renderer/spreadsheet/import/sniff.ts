/** What a file really is, by its content; its name is never believed. */
import type { LooksLike } from '../../domain/ports/sheet-import';
import { isExcelXml } from './excel-xml';

/** `flat`: an OpenDocument sheet as one XML file; `excelXml`: one of Excel 2003. */
export type Container = 'zip' | 'cfb' | 'flat' | 'excelXml' | 'text';
export type Sniffed = { readonly container: Container } | { readonly looksLike: LooksLike };

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** Formats with a fixed first few bytes that are certainly no table. */
const SIGNATURES: readonly (readonly [LooksLike, readonly number[]])[] = [
  ['image', [0x89, 0x50, 0x4e, 0x47]], ['image', [0xff, 0xd8, 0xff]], ['image', [0x47, 0x49, 0x46, 0x38]], ['image', [0x42, 0x4d]], ['image', [0x49, 0x49, 0x2a, 0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['zip', [0x37, 0x7a, 0xbc, 0xaf]], ['zip', [0x1f, 0x8b]], ['zip', [0x52, 0x61, 0x72, 0x21]],
];

const hasUtf16Mark = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);

/** Bytes of UTF-16 text without a mark: every other one is zero. */
export const utf16Order = (bytes: Uint8Array): 'le' | 'be' | null => {
  const head = bytes.subarray(0, 512);
  if (head.length < 8) return null;
  /** Share of zeros among the even or the odd bytes. */
  const zeros = (remainder: number): number => head.filter((byte, index) => byte === 0 && index % 2 === remainder).length / (head.length / 2);
  if (zeros(1) > 0.7 && zeros(0) < 0.05) return 'le';
  return zeros(0) > 0.7 && zeros(1) < 0.05 ? 'be' : null;
};

/** Control characters no text file has; tab, line feed, form feed, carriage return and the old end-of-file mark are. */
const isBinary = (bytes: Uint8Array): boolean => {
  let controls = 0;
  const head = bytes.subarray(0, 65_536);
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) controls += 1;
  }
  return controls > head.length / 200;
};

/** Programs put all their namespaces before the kind of document. */
const FLAT_HEAD = 16_384;

const headOf = (bytes: Uint8Array, length: number): string => new TextDecoder(hasUtf16Mark(bytes) ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes.subarray(0, length));

const xmlSheet = (bytes: Uint8Array): Sniffed => {
  const head = headOf(bytes, FLAT_HEAD);
  if (isExcelXml(head)) return { container: 'excelXml' };
  return /<office:document[\s>]/.test(head) && head.includes('application/vnd.oasis.opendocument.spreadsheet') ? { container: 'flat' } : { looksLike: 'xml' };
};

const markup = (bytes: Uint8Array): LooksLike | null => {
  const head = headOf(bytes, 2048).trimStart().toLowerCase();
  if (/^(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta|style|div)\b/s.test(head)) return 'html';
  if (head.startsWith('<?xml') || /^<[a-z][\w:-]*[\s>]/.test(head)) return head.includes('<html') ? 'html' : 'xml';
  return /^[[{]\s*["{[\]}]/.test(head) ? 'json' : null;
};

/** Excel keeps `~$name.xlsx` beside an open workbook; it holds the user's name and no table. */
const isLockFile = (fileName: string): boolean => /(^|[\\/])~\$|(^|[\\/])\.~lock\./.test(fileName);

/** Decides between the containers we read and what else it looks like. `bytes` is not empty. */
export const sniff = (fileName: string, bytes: Uint8Array): Sniffed => {
  if (isLockFile(fileName)) return { looksLike: 'lockFile' };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return { container: 'zip' };
  if (startsWith(bytes, 0x50, 0x4b, 5, 6)) return { looksLike: 'zip' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { container: 'cfb' };
  for (const [looksLike, signature] of SIGNATURES) if (startsWith(bytes, ...signature) && (looksLike !== 'image' || isBinary(bytes))) return { looksLike };
  const found = markup(bytes);
  if (found === 'xml') return xmlSheet(bytes);
  if (found !== null) return { looksLike: found };
  return hasUtf16Mark(bytes) || utf16Order(bytes) !== null || !isBinary(bytes) ? { container: 'text' } : { looksLike: 'binary' };
};
