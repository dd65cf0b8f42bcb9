import { describe, expect, it } from 'vitest';
import type { FirstRows } from '../../../src-renderer/domain/ports/sheet-import';
import { createSheetImporter } from '../../../src-renderer/spreadsheet/import/importer';
import { bidRegister } from '../../support/bid-register';
import { rawXlsx, tableXml } from './raw-xlsx';

const topOf = async (name: string, bytes: Uint8Array): Promise<{ readonly first: FirstRows | null; readonly doneBefore: boolean }> => {
  let first: FirstRows | null = null;
  let isOpen = false;
  let doneBefore = true;
  const session = await createSheetImporter().open(name, bytes, {
    onFirstRows: (rows) => {
      first = rows;
      doneBefore = isOpen;
    },
  });
  isOpen = true;
  session.close();
  return { first, doneBefore };
};

describe('the top of a sheet', () => {
  for (const format of ['xlsx', 'csv'] as const) {
    it(`is there before a tenth of the ${format} sheet is looked at`, async () => {
      const { name, bytes, bids, headerRow } = bidRegister({ format, bids: 20_000 });
      const { first, doneBefore } = await topOf(name, bytes);
      expect(doneBefore).toBe(false);
      expect(first?.scanned).toBeLessThan(0.1);
      expect(first?.rows.find(({ row }) => row === headerRow)?.texts).toContain('Denumire ofertant');
      expect(first?.rows.find(({ row }) => row === bids[0]?.row)?.texts).toContain(bids[0]?.bidder);
    });
  }

  it('is that of a visible sheet, and of none when the file is small', async () => {
    const long = tableXml(Array.from({ length: 200 }, (_, index) => [`rând ${index}`, index]));
    expect((await topOf('r.xlsx', rawXlsx({ sheets: [{ name: 'secret', state: 'hidden', xml: long }, { name: 'Oferte', xml: long }] }))).first).toMatchObject({ sheet: 'Oferte', columns: ['A', 'B'] });
    const { name, bytes } = bidRegister({ bids: 20 });
    expect((await topOf(name, bytes)).first).toBeNull();
  });
});
