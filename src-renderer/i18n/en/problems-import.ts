import type { problemsImport as source } from '../ro/problems-import';

export const problemsImport: Record<keyof typeof source, string> = {
  'problem.cell.totalDiffers': '“{value}” is not quantity times unit price, which would be {as}. Compare it with the document that was submitted; the row can be imported as it is.',
  'problem.cell.garbled': '“{value}” looks as if it had once been read with another set of letters (ºi, preþ): its Romanian letters are broken in the file. Correct it here; it can be imported as it is.',
  'problem.row.changedInProject': 'The bidder already has a bid for this lot in the project, at {as}; this row says {here}. It is left out: if this is the right price, correct the bid in the project.',
  'problem.row.otherTable': 'The row belongs to another table on the same sheet and is left out. For the other table, choose it in the step “Sheet and header” or import the file once more.',
  'problem.row.perhapsTable': 'The row may be the headings of another table that begins here; it is read as a row of the table above. If it is another table, choose in the step “Sheet and header” which one to read.',
  'problem.source.missing': '“{fileName}” is not on this computer: it stayed on the one where it was imported. Ask for it there.',
  'problem.source.sealed': '“{fileName}” holds prices that are still sealed. It can be taken out once the prices of every lot are opened.',
  'problem.map.notJson': 'The file is not a column mapping saved from Caiet: it is not JSON. Choose another file.',
  'problem.map.shape': 'The file is not a column mapping: “columns” is missing or has another form. Choose another file.',
  'problem.map.sheet': 'The mapping is for sheet “{sheet}”, which this file does not have. Choose the sheet and the columns by hand.',
  'problem.map.column': 'The mapping names the column “{column}”, which this table does not have. Choose the columns by hand.',
  'problem.map.field': 'The mapping names the field “{field}”, unknown here. Fields: {known}.',
  'problem.cell.unknownName': '“{name}” is not in the project. The names known are: {known}. Write it as the project does, or give the column another meaning.',
  'problem.cell.notALevel': '“{value}” is not a level from 0 to {max}. Write a whole number on the criterion’s scale.',
  'problem.map.clash': 'The mapping gives columns the fields “{field}” and “{other}”, which do not go together: a column carries a name, or names and scores have columns of their own. Correct the file or choose the columns by hand.',
  'problem.map.twice': 'The mapping gives the field “{field}” to two columns. Correct the file or choose the columns by hand.',
};
