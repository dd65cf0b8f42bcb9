/**
 * What this reader leaves to the other one. It reads what spreadsheet programs write and nothing else: at the first thing
 * outside that, it gives the whole workbook back instead of guessing.
 */

export const UNFAMILIAR_THINGS = [
  /** Tags that are not well formed, or stand where none belongs. */
  'markup',
  /** An encoding other than UTF-8. */
  'encoding',
  /** A character reference XML does not know. */
  'entity',
  /** Parts that are not where the relationships and content types say, or sheets that are charts or dialogs. */
  'package',
  /** A vocabulary other than SpreadsheetML. */
  'namespace',
  /** An address that is none, or is not in the row it stands in. */
  'address',
  /** Rows or cells that do not come in ascending order. */
  'order',
  'cellType',
  /** A value that does not fit its type, a number that is none, a shared string that does not exist. */
  'cellValue',
  /** Something inside a cell besides formula, value and inline text. */
  'cellPart',
  /** A shared string that is neither plain nor a list of runs. */
  'stringItem',
  'numberFormat',
  'mergedRange',
  'hiddenColumns',
] as const;
export type UnfamiliarThing = (typeof UNFAMILIAR_THINGS)[number];

/** Not a fault of the file: the other reader decides what becomes of it. */
export class UnfamiliarWorkbook extends Error {
  constructor(readonly thing: UnfamiliarThing) {
    super(thing);
  }
}

export const unfamiliar = (thing: UnfamiliarThing): UnfamiliarWorkbook => new UnfamiliarWorkbook(thing);
