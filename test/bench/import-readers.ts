/** Who is measured against whom: reading cells only, and importing up to the preview. */
export const IMPORT_READERS = ['floor', 'cells', 'sheetjs', 'exceljs', 'import', 'importBySheetJs'] as const;
export type ImportReader = (typeof IMPORT_READERS)[number];
