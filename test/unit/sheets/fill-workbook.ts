/** Fills a score sheet's workbook in as a person does with a spreadsheet program, cell by cell, and saves it. */
import * as XLSX from 'xlsx';

export interface Filling {
  readonly level: (row: { readonly bidder: string; readonly criterion: string; readonly lot: string }) => number | string | null;
  readonly reason: string;
  /** By the question's code. */
  readonly answers: Readonly<Record<string, string>>;
  /** Changes anything else before saving. */
  readonly spoil?: (book: XLSX.WorkBook) => void;
}

const rowsOf = (sheet: XLSX.WorkSheet): number => XLSX.utils.decode_range(sheet['!ref'] ?? 'A1').e.r;

const put = (sheet: XLSX.WorkSheet, row: number, column: number, value: string | number): void => {
  sheet[XLSX.utils.encode_cell({ r: row, c: column })] = typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value };
};

const shown = (sheet: XLSX.WorkSheet, row: number, column: number): string => String((sheet[XLSX.utils.encode_cell({ r: row, c: column })] as XLSX.CellObject | undefined)?.v ?? '');

export const fillWorkbook = async (bytes: Uint8Array, { level, reason, answers, spoil }: Filling): Promise<Uint8Array> => {
  const book = XLSX.read(bytes, { type: 'array' });
  const [, declarationName = '', scoresName = ''] = book.SheetNames;
  const scores = book.Sheets[scoresName]!;
  for (let row = 1; row <= rowsOf(scores); row += 1) {
    const value = level({ lot: shown(scores, row, 2), bidder: shown(scores, row, 3), criterion: shown(scores, row, 4) });
    if (value === null) continue;
    put(scores, row, 6, value);
    put(scores, row, 7, reason);
  }
  const declaration = book.Sheets[declarationName]!;
  for (let row = 1; row <= rowsOf(declaration); row += 1) {
    const answer = answers[shown(declaration, row, 0)];
    if (answer !== undefined) put(declaration, row, 2, answer);
  }
  spoil?.(book);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};
