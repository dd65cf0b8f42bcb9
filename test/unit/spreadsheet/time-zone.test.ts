import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utils, write, type CellObject, type WorkSheet } from 'xlsx';
import { n, rawXlsx, sheetData, t } from './raw-xlsx';

const run = promisify(execFile);

/** Days on both sides of a change to and from summer time, and the hour before midnight. */
const SERIALS = [46_023, 46_110, 46_111, 46_110.999, 46_320, 46_321.02];
const DAYS = ['2026-01-01', '2026-03-29', '2026-03-30', '2026-03-29', '2026-10-25', '2026-10-26'];

const workbook = (bookType: 'biff8' | 'xlsb' | 'ods'): Uint8Array => {
  const sheet: WorkSheet = { A1: { t: 's', v: 'Ofertant' }, B1: { t: 's', v: 'Data depunerii' }, '!ref': `A1:B${SERIALS.length + 1}` };
  SERIALS.forEach((serial, index) => {
    sheet[`A${index + 2}`] = { t: 's', v: `Firma ${index}` };
    const cell: CellObject = { t: 'n', v: serial, z: 'yyyy-mm-dd' };
    sheet[`B${index + 2}`] = cell;
  });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'x');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
};

const iso = (index: number): string => `<c r="B${index + 2}" t="d" s="1"><v>${DAYS[index] ?? ''}T23:30:00</v></c>`;
const rows = (cellAt: (index: number) => string): string => sheetData(t('A1', 'Ofertant') + t('B1', 'Data depunerii'), ...SERIALS.map((_, index) => t(`A${index + 2}`, `Firma ${index}`) + cellAt(index)));

/** The same days as 1900 serials, 1904 serials, ISO cells, in xls, xlsb and ods. */
const FILES: Readonly<Record<string, () => Uint8Array>> = {
  'serials.xlsx': () => rawXlsx({ sheets: [{ xml: rows((index) => n(`B${index + 2}`, SERIALS[index] ?? 0, 1)) }] }),
  'serials-1904.xlsx': () => rawXlsx({ date1904: true, sheets: [{ xml: rows((index) => n(`B${index + 2}`, (SERIALS[index] ?? 0) - 1462, 1)) }] }),
  'iso.xlsx': () => rawXlsx({ sheets: [{ xml: rows(iso) }] }),
  'iso-1904.xlsx': () => rawXlsx({ date1904: true, sheets: [{ xml: rows(iso) }] }),
  'old.xls': () => workbook('biff8'),
  'binary.xlsb': () => workbook('xlsb'),
  'libre.ods': () => workbook('ods'),
};

describe('days do not depend on where the computer stands', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'caiet-days-'));
    await Promise.all(Object.entries(FILES).map(([name, bytes]) => writeFile(path.join(folder, name), bytes())));
  });
  afterAll(() => rm(folder, { recursive: true }));

  for (const zone of ['Europe/Bucharest', 'America/Los_Angeles', 'Pacific/Auckland', 'UTC']) {
    it(zone, async () => {
      const files = Object.keys(FILES).map((name) => path.join(folder, name));
      const { stdout } = await run(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.resolve('./print-days.ts')), ...files], { env: { ...process.env, TZ: zone } });
      const { offset, days } = JSON.parse(stdout) as { offset: number; days: string[][] };
      expect(offset === 0).toBe(zone === 'UTC');
      expect(Object.fromEntries(Object.keys(FILES).map((name, index) => [name, days[index]]))).toEqual(Object.fromEntries(Object.keys(FILES).map((name) => [name, DAYS])));
    }, 30_000);
  }
});
