import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BidRow } from '../../../src-renderer/domain/ports/import-kinds';
import { bidRegister } from '../../support/bid-register';
import { rawXlsx, sheetData, t, tableXml } from './raw-xlsx';
import { readRegister } from './read-register';
import { expectSameReading } from './two-readers';

const run = promisify(execFile);

/** Where LibreOffice is, or null; without it these tests show as skipped. */
const office = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'soffice')).find((file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

const CONVERSIONS = { xlsx: 'xlsx:Calc MS Excel 2007 XML', xls: 'xls:MS Excel 97', ods: 'ods', fods: 'fods:OpenDocument Spreadsheet Flat XML', csv: 'csv:Text - txt - csv (StarCalc):59,34,76,1' } as const;
type Format = keyof typeof CONVERSIONS;

const register = bidRegister({ bids: 30 });
/** A hidden sheet behind the visible one, a hidden row and a hidden column, an error, a merged lot. */
const details = rawXlsx({ sheets: [
  { name: 'Oferte', xml: `<cols><col min="3" max="3" width="9" hidden="1"/></cols>${sheetData(t('B3', 'Lot') + t('C3', 'Ofertant') + t('D3', 'Preț'), t('B4', '1') + t('C4', 'Alfa') + '<c r="D4"><f>NA()</f></c>', t('C5', 'Beta') + '<c r="D5"><f>1/4</f></c>', t('B6', '2') + t('C6', 'Gama') + t('D6', '5,5')).replace('<row r="6">', '<row r="6" hidden="1">')}<mergeCells count="1"><mergeCell ref="B4:B5"/></mergeCells>` },
  { name: 'ascuns', state: 'hidden', xml: tableXml([['x', 1]]) },
] });

const comparable = (bids: readonly BidRow[]): unknown[] => bids.map(({ source, ...bid }) => ({ ...bid, row: source.row }));

describe.skipIf(office === undefined)('files saved by LibreOffice', () => {
  let folder = '';
  const convert = async (name: string, bytes: Uint8Array, format: Format): Promise<Uint8Array> => {
    const out = path.join(folder, format);
    await writeFile(path.join(folder, name), bytes);
    await run(office ?? '', [`-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, '--headless', '--convert-to', CONVERSIONS[format], '--outdir', out, path.join(folder, name)], { timeout: 90_000 });
    return readFile(path.join(out, `${path.parse(name).name}.${format}`));
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'caiet-office-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  for (const format of Object.keys(CONVERSIONS) as Format[]) {
    it(`gives the same bids from ${format}`, async () => {
      const context = { lotNumbers: ['1', '2'] };
      const original = await readRegister(register.bytes, { context });
      const saved = await readRegister(await convert(register.name, register.bytes, format), { name: `registru.${format}`, context });
      expect(saved.session.info.format).toBe(format === 'fods' ? 'ods' : format);
      expect(saved.marks).toEqual(original.marks);
      expect(comparable(saved.bids)).toEqual(comparable(original.bids));
      if (format === 'xlsx') await expectSameReading(await readFile(path.join(folder, 'xlsx', 'registru-oferte.xlsx')));
    }, 120_000);
  }

  for (const format of ['xlsx', 'xls', 'ods', 'fods'] as const) {
    it(`keeps addresses, errors, results, merged cells and what is hidden in ${format}`, async () => {
      const { session, marks, bids } = await readRegister(await convert('detalii.xlsx', details, format), { name: `detalii.${format}` });
      expect(session.info.sheets).toMatchObject([{ name: 'Oferte', hidden: false, rows: 4, columns: 3, hiddenRows: 1, hiddenColumns: 1 }, { name: 'ascuns', hidden: true }]);
      expect(marks).toEqual(['D4 error cell.errorValue', 'B5 info cell.interpreted', '6 warning row.hidden']);
      expect(bids.map(({ bidder, lot, price }) => [bidder, lot, price?.amount])).toEqual([['Beta', '1', '0.25'], ['Gama', '2', '5.50']]);
    }, 120_000);
  }
});
