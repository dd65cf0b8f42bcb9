/** Who is measured against whom. */
export const IMPORT_READERS = ['caiet', 'sheetjs', 'exceljs'] as const;
export type ImportReader = (typeof IMPORT_READERS)[number];
