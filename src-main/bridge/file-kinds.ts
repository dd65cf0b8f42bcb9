/** Extensions per kind of file, the first being the one a saved file gets. */
import type { FileKind } from './host-api';

export const FILE_KINDS: readonly FileKind[] = ['package', 'workbook', 'spreadsheet', 'sheet', 'document', 'pdf', 'calendar', 'mapping', 'attachment'];

/** A document keeps the extension it came with. */
export const ANY = '*';

/** Without the leading dot, as Electron's dialogs want them. */
export const FILE_EXTENSIONS: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  package: ['caiet.json', 'json', 'caiet.zip', 'zip'],
  workbook: ['xlsx'],
  spreadsheet: ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'fods', 'xml', 'csv', 'tsv', 'txt'],
  document: ['docx'],
  pdf: ['pdf'],
  calendar: ['ics'],
  mapping: ['json'],
  attachment: [ANY],
  sheet: ['caiet.json', 'json', 'xlsx', 'xlsm', 'xls', 'ods'],
};

/** Media type for the browser's pickers and downloads. */
export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  package: 'application/json',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  spreadsheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  document: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  calendar: 'text/calendar',
  mapping: 'application/json',
  attachment: 'application/octet-stream',
  sheet: 'application/json',
};
