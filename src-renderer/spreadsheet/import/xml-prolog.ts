/** Refuses XML that declares a document type: no spreadsheet program writes one, and entity bombs live there. */
import { fail } from '../../domain/problem';

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

const indexOfText = (bytes: Uint8Array, text: string, from: number): number => {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return at;
  }
  return -1;
};

/** True when the ASCII text occurs in the bytes. */
export const containsText = (bytes: Uint8Array, text: string): boolean => indexOfText(bytes, text, 0) >= 0;

/**
 * Walks over everything that may stand before the root element (XML 1.0, 2.8). Throws `file.hostile` at a DOCTYPE and
 * `file.damaged` when this is not XML in UTF-8.
 */
export const refuseDoctype = (bytes: Uint8Array): void => {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (;;) {
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== 0x3c) throw fail('file.damaged');
    const mark = bytes[at + 1];
    if (mark !== 0x3f && mark !== 0x21) return;
    const isComment = mark === 0x21 && bytes[at + 2] === 0x2d;
    if (mark === 0x21 && !isComment) throw fail('file.hostile', { what: 'doctype' });
    const end = indexOfText(bytes, isComment ? '-->' : '?>', at + 2);
    if (end < 0) throw fail('file.damaged');
    at = end + (isComment ? 3 : 2);
  }
};
