/** 0-based column → its letters as spreadsheets show them: 0 → `A`, 26 → `AA`. */
export const columnLetter = (index: number): string => {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
};

/** More columns than any sheet has: what a place in a row counts from. */
const COLUMNS_OF_A_ROW = 16_384;

/** One number for a cell above a table, beyond all columns, so that a plan names it like one. `row` is 1-based, `column` 0-based. */
export const placeIndex = (row: number, column: number): number => row * COLUMNS_OF_A_ROW + column;

/** The 1-based row of such a cell. */
export const placeRow = (index: number): number => Math.floor(index / COLUMNS_OF_A_ROW);

/** True for a cell above the table, false for a column of it. */
export const isPlace = (index: number): boolean => index >= COLUMNS_OF_A_ROW;

/** A column by its letters, `B`; a cell above the table by its address, `B3`. */
export const placeName = (index: number): string => (isPlace(index) ? `${columnLetter(index % COLUMNS_OF_A_ROW)}${placeRow(index)}` : columnLetter(index));
