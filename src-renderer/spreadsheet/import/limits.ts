/** How much a file may ask of us. Checked before anything is parsed; a register beyond them is refused with a sentence. */

const MB = 1024 * 1024;

/** Largest file, in bytes; the window's file field says and refuses the same. */
export const MAX_FILE_BYTES = 64_000_000;
/** Most rows a table may have, and most columns. */
export const MAX_ROWS = 500_000;
export const MAX_COLUMNS = 500;

/** What a zip container may unpack to: all parts together, one part, and how many parts it may have. */
export const MAX_UNPACKED_BYTES = 1024 * MB;
export const MAX_PART_BYTES = 400 * MB;
export const MAX_PARTS = 5_000;
/** Sheet XML shrinks to a tenth or a thirtieth; a part that claims more than this, and is big, is a bomb. */
export const MAX_RATIO = 250;
export const RATIO_COUNTS_FROM_BYTES = 16 * MB;

/** Cells an OpenDocument sheet may stand for through its repeat counts. */
export const MAX_REPEATED_CELLS = 20_000_000;

/** Cells the sheets of a workbook may hold together, with room for the hidden data sheets some registers carry. */
export const MAX_CELLS = 20_000_000;
