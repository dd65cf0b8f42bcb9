/** The workbook opened by a real spreadsheet program, where one is installed. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { HOSTILE_TEXTS, hostileProject, workbookOf } from './workbook-fixture';

const run = promisify(execFile);
const installed = spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0;

describe.skipIf(!installed)(installed ? 'LibreOffice' : 'LibreOffice (not installed here: nobody has opened the workbook with it)', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caiet-workbook-'));
    await writeFile(join(folder, 'book.xlsx'), await workbookOf(hostileProject()));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A profile of its own, so that an office running beside the test is left alone. */
  const convert = (format: string, out: string) =>
    run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', out, join(folder, 'book.xlsx')], { timeout: 110_000 });

  it('reads every sheet, with text as text, amounts as amounts and days as days', async () => {
    await convert('ods', folder);
    const book = XLSX.read(await readFile(join(folder, 'book.ods')), { cellDates: true, UTC: true, cellFormula: true });
    expect(book.SheetNames).toEqual(['Privire de ansamblu', 'Loturi', 'Criterii', 'Oferte', 'Note', 'Clasament', 'Calcul']);
    const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Oferte']!, { raw: true, UTC: true });
    const noted = (note: string) => rows.find((row) => row['Observații'] === note);
    for (const key of ['formula', 'plus', 'minus', 'at', 'markup', 'diacritics'] as const) {
      expect(noted(HOSTILE_TEXTS[key]), key).toMatchObject({ Ofertant: HOSTILE_TEXTS[key], Preț: 1_234_567.89, 'Cod de identificare': '00123' });
    }
    expect(noted(HOSTILE_TEXTS.plus)?.['Data depunerii']).toEqual(new Date('2026-03-29T00:00:00.000Z'));
    const formulas = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name]!).filter((cell) => (cell as XLSX.CellObject).f !== undefined));
    expect(formulas).toEqual([]);
  }, 120_000);

  it('prints it', async () => {
    await convert('pdf', folder);
    expect((await readFile(join(folder, 'book.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);
});
