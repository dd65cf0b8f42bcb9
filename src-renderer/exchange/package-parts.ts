/**
 * A package file put together from the bytes of its parts. The bulk is hashed as a whole and project by project, and a
 * text of a hundred megabytes would stand in memory twice as large as its bytes; so each part is turned into bytes as
 * soon as it is written, and the file is joined once to be hashed and once to leave.
 */
import { canonicalJson } from '../domain/digest';
import { encodeUtf8 } from './utf8';

/** Pieces of canonical UTF-8, in order. */
export type Pieces = readonly Uint8Array[];

const COMMA = encodeUtf8(',');

const between = (open: string, items: readonly Pieces[], close: string): Pieces => [
  encodeUtf8(open), ...items.flatMap((item, index) => (index === 0 ? item : [COMMA, ...item])), encodeUtf8(close),
];

/** RFC 8785 sorts keys by their UTF-16 units, as JavaScript compares text. */
const sortedKeys = (members: Readonly<Record<string, unknown>>): string[] => Object.keys(members).toSorted((left, right) => (left < right ? -1 : 1));

/** An object's canonical form from those of its members. */
export const objectPieces = (members: Readonly<Record<string, Pieces>>): Pieces =>
  between('{', sortedKeys(members).map((key) => [encodeUtf8(`${canonicalJson(key)}:`), ...(members[key] ?? [])]), '}');

/** An array's canonical form from those of its items. */
export const arrayPieces = (items: readonly Pieces[]): Pieces => between('[', items, ']');

/** Each member's canonical form; absent ones are left out, as `canonicalJson` does. */
export const memberPieces = (object: Readonly<Record<string, unknown>>): Record<string, Pieces> =>
  Object.fromEntries(Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, [encodeUtf8(canonicalJson(value))]]])));

export const joined = (pieces: Pieces): Uint8Array => {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};
