/** The content of `si` and `is`: one plain text, or runs joined; phonetic hints above the line are dropped (ISO/IEC 29500-1, 18.4.8). */
import type { TextPool } from './text-pool';
import { unfamiliar } from './unfamiliar';
import { LESS, nameCode, type XmlCursor } from './xml-cursor';

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

const OPENING = Uint8Array.from('<si><t>', (letter) => letter.charCodeAt(0));
const CLOSING = Uint8Array.from('</t></si>', (letter) => letter.charCodeAt(0));

const standsAt = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return false;
  return true;
};

/** The item nearly every item is, `<si><t>text</t></si>`, in one go; false, with nothing read, for any other. */
export const readPlainItem = (cursor: XmlCursor, pool: TextPool): boolean => {
  const { bytes, at, end } = cursor;
  if (!standsAt(bytes, at, OPENING)) return false;
  const from = at + OPENING.length;
  const close = bytes.indexOf(LESS, from);
  if (close < 0 || close + CLOSING.length > end || !standsAt(bytes, close, CLOSING)) return false;
  pool.begin();
  pool.copy(bytes, from, end);
  pool.finish();
  cursor.at = close + CLOSING.length;
  return true;
};
