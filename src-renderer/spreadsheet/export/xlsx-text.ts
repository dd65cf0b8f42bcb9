/** Text as a cell of an xlsx file may hold it. */

/** Excel's own limit for one cell, in UTF-16 units. */
export const CELL_TEXT_LIMIT = 32_767;

/** What XML 1.0 has no way to write: controls, halves of surrogate pairs, the two non-characters. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Readers take `_x0041_` in a cell for an A (ECMA-376 ST_Xstring), so that a literal one needs its first mark escaped. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags or in a quoted attribute. */
export const xmlText = (text: string): string => text.replace(NOT_XML, '').replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

/** Text longer than a cell takes is cut, and says so with `mark` at its end. */
export const cutToCell = (text: string, mark: string): string => {
  if (text.length <= CELL_TEXT_LIMIT) return text;
  const kept = text.slice(0, CELL_TEXT_LIMIT - mark.length);
  // Never half of a pair.
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${mark}`;
};

/** The content of a `<t>` element: one kind of line end, nothing XML or Excel would read as something else. */
export const cellText = (text: string, cutMark: string): string =>
  xmlText(cutToCell(text.replace(/\r\n?/g, '\n').replace(LOOKS_ESCAPED, '_x005F_'), cutMark));

/** True for text a program might run when somebody types Enter in the cell (spreadsheet formula injection). */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);
