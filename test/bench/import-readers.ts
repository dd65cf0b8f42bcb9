/** Who is measured against whom, in Node and in a browser's worker: reading cells only, and importing up to the preview. */
import { read } from 'xlsx';
import type { ImportSession } from '../../src-renderer/domain/ports/sheet-import';
import { createSheetImporter } from '../../src-renderer/spreadsheet/import/importer';
import { verifyZip } from '../../src-renderer/spreadsheet/import/read-container';
import { readWorkbook } from '../../src-renderer/spreadsheet/import/read-workbook';
import { createSession, sheetInfo } from '../../src-renderer/spreadsheet/import/session';
import { readXlsx } from '../../src-renderer/spreadsheet/import/xlsx-stream/read-xlsx';
import { readZip, type Bytes } from '../../src-renderer/spreadsheet/import/zip';

const CONTEXT = { kind: 'bids' as const, currency: 'RON', lotNumbers: ['1', '2', '3'], presentRows: [], remembered: {} };
const LESS = 0x3c;
const LETTER_R = 0x72;
const LETTER_O = 0x6f;

/** What nobody can do without: unpacking the sheet and its strings, and looking at every byte once. */
const scan = async (bytes: Bytes): Promise<number> => {
  const parts = readZip(bytes);
  let rows = 0;
  for (const name of ['xl/sharedstrings.xml', 'xl/worksheets/sheet1.xml']) {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`no ${name}`);
    const reader = new Blob([part.packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    let [before, last] = [0, 0];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length; at += 1) {
        const byte = value[at] ?? 0;
        if (byte === LETTER_O && last === LETTER_R && before === LESS) rows += 1;
        before = last;
        last = byte;
      }
    }
  }
  return rows - 1;
};

/** Everything the wizard does after opening: the table found, every row read and checked. */
const checkedRows = async (session: ImportSession): Promise<number> => {
  const { plan } = await session.guess(0, CONTEXT);
  await session.check(plan, CONTEXT, { edits: {}, excluded: [], included: [] });
  return (await session.accepted('bids')).length;
};

/** Each gives the number of rows below the headings. */
export const IMPORT_READERS = {
  floor: scan,
  /** Our reader, and every cell looked at, so that texts are decoded too. */
  cells: async (bytes: Bytes) => {
    const [sheet] = (await readXlsx(readZip(bytes), undefined, { onProgress: () => undefined, onFirstRows: () => undefined })).sheets;
    let filled = 0;
    for (const row of sheet?.rows ?? []) for (const column of sheet?.columns ?? []) if (sheet?.cell(row, column) !== undefined) filled += 1;
    return filled === (sheet?.rows.length ?? 0) * (sheet?.columns.length ?? 0) ? (sheet?.rows.length ?? 0) - 1 : Number.NaN;
  },
  /** The fastest way it has: rows of cells, no texts as shown, no formulas, dates left as numbers. */
  sheetjs: async (bytes: Bytes) => {
    const workbook = read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellDates: false, UTC: true, sheets: 0 });
    const data: unknown = workbook.Sheets[workbook.SheetNames[0] ?? '']?.['!data'];
    return Array.isArray(data) ? data.length - 1 : 0;
  },
  hucre: async (bytes: Bytes) => {
    const { readXlsx: readByHucre } = await import('hucre/xlsx');
    return ((await readByHucre(bytes)).sheets[0]?.rows.length ?? 0) - 1;
  },
  import: async (bytes: Bytes) => checkedRows(await createSheetImporter().open('registru.xlsx', bytes)),
  /** The same import on the other reader, which any unfamiliar file takes. */
  importBySheetJs: async (bytes: Bytes) => {
    const source = readWorkbook(await verifyZip(readZip(bytes), 'xlsx', undefined, () => undefined));
    return checkedRows(createSession({ fileName: 'registru.xlsx', format: 'xlsx', size: bytes.length, sha256: '', sheets: source.sheets.map(sheetInfo), text: null, ignored: [] }, source));
  },
} as const satisfies Readonly<Record<string, (bytes: Bytes) => Promise<number>>>;

export type ImportReader = keyof typeof IMPORT_READERS;
export const READER_NAMES = Object.keys(IMPORT_READERS) as readonly ImportReader[];
