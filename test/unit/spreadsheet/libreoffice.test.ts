import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BidRow } from '../../../src-renderer/domain/ports/import-kinds';
import { bidRegister } from '../../support/bid-register';
import { OFFICE, OFFICE_FILTERS, saveByOffice, type OfficeFormat } from '../../support/libreoffice';
import { rawXlsx, sheetData, t, tableXml } from './raw-xlsx';
import { readRegister } from './read-register';
import { expectSameReading } from './two-readers';

const register = bidRegister({ bids: 30 });
/** A hidden sheet behind the visible one, a hidden row and a hidden column, an error, a merged lot. */
const details = rawXlsx({ sheets: [
  { name: 'Oferte', xml: `<cols><col min="3" max="3" width="9" hidden="1"/></cols>${sheetData(t('B3', 'Lot') + t('C3', 'Ofertant') + t('D3', 'Preț'), t('B4', '1') + t('C4', 'Alfa') + '<c r="D4"><f>NA()</f></c>', t('C5', 'Beta') + '<c r="D5"><f>1/4</f></c>', t('B6', '2') + t('C6', 'Gama') + t('D6', '5,5')).replace('<row r="6">', '<row r="6" hidden="1">')}<mergeCells count="1"><mergeCell ref="B4:B5"/></mergeCells>` },
  { name: 'ascuns', state: 'hidden', xml: tableXml([['x', 1]]) },
] });

const comparable = (bids: readonly BidRow[]): unknown[] => bids.map(({ source, ...bid }) => ({ ...bid, row: source.row }));

describe.skipIf(OFFICE === null)('files saved by LibreOffice', () => {
  let folder = '';
  const convert = async (name: string, bytes: Uint8Array, format: OfficeFormat): Promise<Uint8Array> => {
    const out = path.join(folder, format);
    await writeFile(path.join(folder, name), bytes);
    await saveByOffice([path.join(folder, name)], format, { out, profile: path.join(folder, 'profile') });
    return readFile(path.join(out, `${path.parse(name).name}.${format}`));
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'caiet-office-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  for (const format of Object.keys(OFFICE_FILTERS) as OfficeFormat[]) {
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
