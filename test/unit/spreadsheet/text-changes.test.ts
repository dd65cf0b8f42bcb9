/** Every character that is dropped or changed on the way in is counted, by column, with examples. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { TEXT_CHANGES } from '../../../src-renderer/domain/ports/sheet-import';
import { textChanges } from '../../../src-renderer/spreadsheet/import/text-changes';
import { rawXlsx, sheetData, t, tableXlsx } from './raw-xlsx';
import { readRegister } from './read-register';

const raw = (address: string, xml: string): string => `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;

describe('changes in texts', () => {
  it('are counted by column, of the rows that come in', async () => {
    const bytes = rawXlsx({ sheets: [{ xml: sheetData(
      t('A1', 'Ofertant') + t('B1', 'CUI') + t('C1', 'Preț') + t('D1', 'Observații'),
      t('A2', '  Alfa SRL ') + t('B2', 'RO 14399840') + t('C2', ' 1.234,56 lei ') + raw('D2', 'unu_x000D_&#10;doi'),
      t('A3', 'Beta  \n SA') + t('B3', '2864518') + t('C3', '5') + t('D3', 'T\u0326epes\u0326'),
      t('A4', 'Ga_x0007_ma\u200b') + t('B4', '00123') + t('C4', '6') + t('D4', 'nimic de spus'),
      t('A5', ' rămâne afară ') + t('B5', ' x ') + t('C5', 'mult') + t('D5', ' y '),
    ) }] });
    const { session } = await readRegister(bytes);
    expect((await session.textChanges()).map(({ column, field, change, count, examples }) => [column, field, change, count, examples[0]])).toEqual([
      ['A', 'bidder', 'blanks', 1, { row: 2, written: '  Alfa SRL ', stored: 'Alfa SRL' }],
      ['A', 'bidder', 'spaces', 1, { row: 3, written: 'Beta  \n SA', stored: 'Beta SA' }],
      ['A', 'bidder', 'unseen', 1, { row: 4, written: 'Ga\u0007ma\u200b', stored: 'Gama' }],
      ['B', 'identifier', 'rewritten', 1, { row: 2, written: 'RO 14399840', stored: '14399840' }],
      ['D', 'notes', 'composed', 1, { row: 3, written: 'T\u0326epes\u0326', stored: 'Țepeș' }],
    ]);
  });

  it('are none where a correction was typed, and none in a clean table', async () => {
    const bytes = tableXlsx([['Ofertant', 'Preț'], [' Alfa ', 5]]);
    expect(await (await readRegister(bytes, { decisions: { edits: { '2:bidder': 'Beta' } } })).session.textChanges()).toEqual([]);
    expect(await (await readRegister(tableXlsx([['Ofertant', 'Preț'], ['Alfa', 5]]))).session.textChanges()).toEqual([]);
  });

  it('stand in the list of the copy to send back, and mark no cell', async () => {
    const { session } = await readRegister(tableXlsx([['Ofertant', 'Preț'], [' Alfa ', 5]]));
    const notes = (await session.textChanges()).map(({ column, examples }) => ({ row: examples[0]?.row ?? 1, column, severity: 'info' as const, value: examples[0]?.written ?? '', text: 'blanks', listed: true }));
    const book = read(await session.markedCopy(notes, { title: 'x', notes: 'n', list: 'Listă', heads: ['Rând', 'Coloană', 'Valoare', 'De ce'], cutMark: '…' }));
    expect(utils.sheet_to_json(book.Sheets['Listă'] ?? {}, { header: 1 })).toEqual([['Rând', 'Coloană', 'Valoare', 'De ce'], [2, 'A', ' Alfa ', 'blanks']]);
    expect((book.Sheets[book.SheetNames[0] ?? ''] ?? {})['C2']).toBeUndefined();
  });

  it('are told of any text that differs, and never of one that does not', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab  \t\n\r\u00a0\u200b\u0007ș'), 's\u0326'), maxLength: 20 });
    fc.assert(fc.property(text, (written) => {
      const stored = written.replace(/\r\n?/g, '\n').normalize('NFC').replace(/(?![\n\t])\p{Cc}|[\ufeff\u200b]/gu, '').trim().replace(/\s+/g, ' ');
      const changes = textChanges(written, stored);
      expect(changes.length > 0).toBe(written !== stored);
      expect(changes).not.toContain('rewritten');
      for (const change of changes) expect(TEXT_CHANGES).toContain(change);
    }), { numRuns: 300 });
  });
});
