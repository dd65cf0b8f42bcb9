/** The spreadsheet importer for whoever may be kept busy by it: the terminal door, tests, and the worker of the window. */
import type { SheetImporter } from '../../domain/ports/sheet-import';
import { fail } from '../../domain/problem';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { readFile } from './read-file';
import { createSession, sheetInfo } from './session';
import type { SheetGrid } from './sheet-source';
import { stopIfCancelled } from './stop';

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** A register somebody works with is not this big; a hidden sheet of data behind it may be. */
const refuseOversize = (sheets: readonly SheetGrid[]): void => {
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    // The headings and a few lines above them do not count.
    if (sheet.rows.length > MAX_ROWS + 1_000) throw fail('file.tooManyRows', { limit: MAX_ROWS });
    if (sheet.columns.length > MAX_COLUMNS) throw fail('file.tooManyColumns', { limit: MAX_COLUMNS });
  }
};

/**
 * Opens files in the calling thread. Bytes are copied first, so that the caller's may change. Whatever is wrong with the
 * file, `open` rejects with a `ProblemError<FileProblemCode>`.
 */
export const createSheetImporter = (): SheetImporter => ({
  open: async (fileName, bytes, { signal, onProgress, onFirstRows } = {}) => {
    const own = bytes.slice();
    onProgress?.({ phase: 'reading', fraction: 0, rows: 0 });
    const source = await readFile(fileName, own, signal, {
      onProgress: (fraction) => onProgress?.({ phase: 'reading', fraction, rows: 0 }),
      onFirstRows: (first) => onFirstRows?.(first),
    });
    if (source.sheets.every((sheet) => sheet.rows.length === 0)) throw fail('file.noTable');
    refuseOversize(source.sheets);
    const digest = await sha256(own);
    stopIfCancelled(signal);
    onProgress?.({ phase: 'reading', fraction: 1, rows: source.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) });
    return createSession({ fileName, format: source.format, size: own.length, sha256: digest, sheets: source.sheets.map(sheetInfo), text: source.text, ignored: source.ignored ?? [] }, source);
  },
});
