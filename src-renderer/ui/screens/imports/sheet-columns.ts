/** The columns of a sheet as the wizard names and shows them. */
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { ColumnGuess, TableGuess } from '../../../domain/ports/sheet-import';
import type { Translator } from '../../../i18n/translator';

/** Below this a recognised column is marked as uncertain and asks to be looked at. */
export const CERTAIN = 0.8;

/** Columns that hold anything at all, in sheet order. */
export const shownColumns = (guess: TableGuess): readonly ColumnGuess[] =>
  guess.columns.filter((column) => column.header !== '' || column.samples.length > 0 || column.field !== null);

/** The header as written; the column's letter where there is none. */
export const columnName = (column: ColumnGuess, t: Translator['t']): string =>
  column.header === '' ? t('imports.table.column', { letter: column.letter }) : column.header;

/** The field a problem's column letter stands for under the present choice of columns. */
export const fieldOfLetter = (letter: string, guess: TableGuess, columns: Readonly<Record<number, ImportField>>): ImportField | undefined => {
  const column = guess.columns.find((each) => each.letter === letter);
  return column === undefined ? undefined : columns[column.index];
};
