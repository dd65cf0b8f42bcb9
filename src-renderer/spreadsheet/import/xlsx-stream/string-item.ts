/** The content of `si` and `is`: one plain text, or runs joined; phonetic hints above the line are dropped (ISO/IEC 29500-1, 18.4.8). */
import type { TextPool } from './text-pool';
import { unfamiliar } from './unfamiliar';
import { LESS, nameCode, type XmlCursor } from './xml-cursor';

const GREATER = 0x3e;
const SLASH = 0x2f;
const LETTER_I = 0x69;
const LETTER_S = 0x73;
const LETTER_T = 0x74;

const TEXT = nameCode('t');
const RUN = nameCode('r');
const RUN_PROPERTIES = nameCode('rPr');
const PHONETIC_RUN = nameCode('rPh');
const PHONETIC_PROPERTIES = nameCode('phoneticPr');

const copyText = (cursor: XmlCursor, pool: TextPool): void => {
  cursor.endOfTag();
  if (cursor.empty) return;
  cursor.at = pool.copy(cursor.bytes, cursor.at, cursor.end);
  if (cursor.tag() !== -TEXT) throw unfamiliar('stringItem');
  cursor.endOfTag();
};

const copyRun = (cursor: XmlCursor, pool: TextPool): void => {
  cursor.endOfTag();
  if (cursor.empty) return;
  for (let tag = cursor.tag(); tag !== -RUN; tag = cursor.tag()) {
    if (tag === TEXT) copyText(cursor, pool);
    else if (tag === RUN_PROPERTIES) {
      cursor.endOfTag();
      if (!cursor.empty) cursor.leave(RUN_PROPERTIES);
    } else throw unfamiliar('stringItem');
  }
  cursor.endOfTag();
};

const leaveOut = (cursor: XmlCursor, element: number): void => {
  cursor.endOfTag();
  if (!cursor.empty) cursor.leave(element);
};

/** Reads from behind the name of the opening tag `element` to behind its closing tag. Returns the number of the text. */
export const readStringItem = (cursor: XmlCursor, pool: TextPool, element: number): number => {
  const start = cursor.at;
  pool.begin();
  // These have no attributes.
  if (cursor.attribute() || cursor.at - start !== (cursor.empty ? 2 : 1)) throw unfamiliar('stringItem');
  if (cursor.empty) return pool.finish();
  let plain = 0;
  let runs = 0;
  for (let tag = cursor.tag(); tag !== -element; tag = cursor.tag()) {
    if (tag === TEXT) {
      plain += 1;
      copyText(cursor, pool);
    } else if (tag === RUN) {
      runs += 1;
      copyRun(cursor, pool);
    } else if (tag === PHONETIC_RUN || (tag === PHONETIC_PROPERTIES && cursor.isTag('phoneticPr'))) leaveOut(cursor, tag);
    else throw unfamiliar('stringItem');
  }
  if (plain > 1 || (plain > 0 && runs > 0)) throw unfamiliar('stringItem');
  cursor.endOfTag();
  return pool.finish();
};

const isOpening = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === LESS && bytes[at + 1] === LETTER_S && bytes[at + 2] === LETTER_I && bytes[at + 3] === GREATER && bytes[at + 4] === LESS && bytes[at + 5] === LETTER_T && bytes[at + 6] === GREATER;

const isClosing = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === LESS && bytes[at + 1] === SLASH && bytes[at + 2] === LETTER_T && bytes[at + 3] === GREATER &&
  bytes[at + 4] === LESS && bytes[at + 5] === SLASH && bytes[at + 6] === LETTER_S && bytes[at + 7] === LETTER_I && bytes[at + 8] === GREATER;

const OPENING_LENGTH = '<si><t>'.length;
const CLOSING_LENGTH = '</t></si>'.length;

/** The item nearly every item is, `<si><t>text</t></si>`, in one go; false, with nothing read, for any other. */
export const readPlainItem = (cursor: XmlCursor, pool: TextPool): boolean => {
  const { bytes, at, end } = cursor;
  // Behind the end stands what has come of the next item.
  if (at + OPENING_LENGTH > end || !isOpening(bytes, at)) return false;
  pool.begin();
  const close = pool.copy(bytes, at + OPENING_LENGTH, end);
  if (close + CLOSING_LENGTH > end || !isClosing(bytes, close)) return false;
  pool.finish();
  cursor.at = close + CLOSING_LENGTH;
  return true;
};
