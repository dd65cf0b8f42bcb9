/** LibreOffice, where it is installed: other programs' files, saved by another program. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where it is, or null; without it tests that need it show as skipped. */
export const OFFICE: string | null = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'soffice')).find((file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}) ?? null;

/** Filters by the ending they write. */
export const OFFICE_FILTERS = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML', xls: 'xls:MS Excel 97', ods: 'ods', fods: 'fods:OpenDocument Spreadsheet Flat XML',
  csv: 'csv:Text - txt - csv (StarCalc):59,34,76,1',
} as const;
export type OfficeFormat = keyof typeof OFFICE_FILTERS;

/** Saves the files anew into `out`, which is made; each keeps its name with the ending of the format. `profile`: a folder of its own for each test file. */
export const saveByOffice = async (files: readonly string[], format: OfficeFormat, { out, profile }: { readonly out: string; readonly profile: string }): Promise<void> => {
  await run(OFFICE ?? '', [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', OFFICE_FILTERS[format], '--outdir', out, ...files], { timeout: 120_000 });
};
