/** One reading of one file in a process of its own: `import-reader.ts READER FILE` prints `{ms, rows}`. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { read, utils } from 'xlsx';
import { createSheetImporter } from '../../src-renderer/spreadsheet/import/importer';
import { IMPORT_READERS, type ImportReader } from './import-readers';

const CONTEXT = { currency: 'RON', lotNumbers: ['1', '2', '3'], presentBids: [], remembered: {} };

const READERS: Readonly<Record<ImportReader, (bytes: Uint8Array) => Promise<number>>> = {
  /** Everything the wizard does up to the preview: verified, mapped, every row read and checked. */
  caiet: async (bytes) => {
    const session = await createSheetImporter().open('registru.xlsx', bytes);
    const { plan } = await session.guess(0, CONTEXT);
    await session.check(plan, CONTEXT, { edits: {}, excluded: [], included: [] });
    return (await session.accepted()).length;
  },
  /** Cells only, as the manual shows it. */
  sheetjs: async (bytes) => {
    const workbook = read(bytes, { type: 'array', cellDates: true });
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
    return sheet === undefined ? 0 : utils.sheet_to_json(sheet, { header: 1, raw: true }).length - 1;
  },
  exceljs: async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const rows: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => rows.push(row.values));
    return rows.length - 1;
  },
};

const isReader = (name: string | undefined): name is ImportReader => (IMPORT_READERS as readonly (string | undefined)[]).includes(name);

const measure = async (): Promise<void> => {
  const [reader, file] = process.argv.slice(2);
  if (!isReader(reader) || file === undefined) throw new TypeError('import-reader.ts READER FILE');
  const bytes = new Uint8Array(readFileSync(file));
  const start = performance.now();
  const rows = await READERS[reader](bytes);
  process.stdout.write(JSON.stringify({ ms: performance.now() - start, rows }));
};

void measure();
