/** The columns of a sheet as the wizard names and shows them. */
import { isPlace } from '../../../domain/column-letter';
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { ColumnGuess, TableGuess } from '../../../domain/ports/sheet-import';
import type { Translator } from '../../../i18n/translator';

/** Below this a recognised column is marked as uncertain and asks to be looked at. */
export const CERTAIN = 0.8;

/** Columns that hold anything at all, in sheet order. */
export const columnsOf = ({ columns }: TableGuess): readonly ColumnGuess[] =>
  columns.filter(({ index, header, samples, field }) => !isPlace(index) && (header !== '' || samples.length > 0 || field !== null));

/** Lines above the table that say something of its rows. */
export const linesOf = ({ columns }: TableGuess): readonly ColumnGuess[] => columns.filter(({ index }) => isPlace(index));

/** The same as the grid shows them: lines first, as they stand in the sheet, and where they are in sight. */
export const shownColumns = (guess: TableGuess): readonly ColumnGuess[] => [...linesOf(guess), ...columnsOf(guess)];

/** The header as written, of a line above the table with its cell; the column's letter where there is none. */
export const columnName = (column: ColumnGuess, t: Translator['t']): string => isPlace(column.index) ? t('imports.lines.name', { cell: column.letter, name: column.header })
  : column.header === '' ? t('imports.table.column', { letter: column.letter }) : column.header;

/** The field a problem's column letter stands for under the present choice of columns. */
export const fieldOfLetter = (letter: string, guess: TableGuess, columns: Readonly<Record<number, ImportField>>): ImportField | undefined => {
  const column = guess.columns.find((each) => each.letter === letter);
  return column === undefined ? undefined : columns[column.index];
};
