/** Character references of XML 1.0 (4.1, 4.6) and the `_xHHHH_` escapes of SpreadsheetML (ISO/IEC 29500-1, 22.9.2.19). */
import { unfamiliar } from './unfamiliar';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:([^;&]{1,12});)?/g;
const ESCAPE = /_x([\da-f]{4})_/gi;

const MAX_CODE_POINT = 0x10ffff;

/** The character a reference stands for; throws `UnfamiliarWorkbook` for one that XML does not define. */
export const referenced = (name: string): string => {
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (named !== undefined) return named;
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // Half a pair alone is no character, nor is a null.
  if (!Number.isInteger(code) || code <= 0 || code > MAX_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) throw unfamiliar('entity');
  return String.fromCodePoint(code);
};

/** XML text as characters. */
export const xmlText = (escaped: string): string => (escaped.includes('&') ? escaped.replace(REFERENCE, (_, name: string | undefined) => referenced(name ?? '')) : escaped);

/** Text of a cell: references, then escapes, then line ends as every program shows them. */
export const cellString = (escaped: string): string => {
  const text = xmlText(escaped);
  const whole = text.includes('_x') || text.includes('_X') ? text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
  return whole.includes('\r') ? whole.replaceAll('\r\n', '\n') : whole;
};
