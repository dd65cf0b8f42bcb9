/** Sheets that people fill in, read back with another program. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { CellRule } from '../../../src-renderer/spreadsheet/export/xlsx-form';
import { xlsxFile } from '../../../src-renderer/spreadsheet/export/xlsx-file';
import type { Cell, Sheet } from '../../../src-renderer/spreadsheet/export/xlsx-sheet';

const text = (value: string, style: 'body' | 'header' | 'inputText' | 'wrong' = 'body'): Cell => ({ type: 'text', text: value, style });
const RULES: readonly CellRule[] = [
  { range: 'B2:B9', accepts: { kind: 'list', choices: "'Liste & alte'!$A$1:$A$2" }, prompt: 'Da sau nu', refusal: 'Alegeți din listă' },
  { range: 'C2:C9', accepts: { kind: 'whole', from: '0', to: '5' }, prompt: `Nota "0"–"5" ${'x'.repeat(300)}`, refusal: 'Număr întreg de la 0 la 5' },
  { range: 'D2', accepts: { kind: 'date' }, prompt: 'Data', refusal: 'O zi din calendar' },
  { range: 'E2', accepts: { kind: 'decimal', from: '0', to: '999999999' }, prompt: 'Preț', refusal: 'Un număr' },
  { range: 'F2', accepts: { kind: 'textLength', to: 500 }, prompt: 'Motiv', refusal: 'Cel mult 500 de semne' },
];

const form: Sheet = {
  name: 'Formular', widths: [20, 10, 10, 10, 10, 10], rowCount: 2, frozenRows: 1, frozenColumns: 0, filtered: false, isForm: true, rules: RULES,
  rows: [[text('Ofertant', 'header')], [text('Ofertant SRL'), text('', 'inputText'), null, null, null, text('greșit', 'wrong')]],
};
const lists: Sheet = { name: 'Liste & alte', widths: [10], rowCount: 2, frozenRows: 0, frozenColumns: 0, filtered: false, state: 'hidden', rows: [[text('Da')], [text('Nu')]] };
const mark: Sheet = { name: 'caiet', widths: [10], rowCount: 1, frozenRows: 0, frozenColumns: 0, filtered: false, state: 'veryHidden', rows: [[text('v1')]] };

const written = () => xlsxFile([form, lists, mark], { title: 'Formular', cutMark: '…' });

describe('a form', () => {
  it('is closed but for its input cells, and says what each accepts', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(await written()) as unknown as ExcelJS.Buffer);
    const sheet = workbook.getWorksheet('Formular')!;
    expect((sheet as unknown as { sheetProtection: unknown }).sheetProtection).toMatchObject({ sheet: true });
    expect(sheet.getCell('B2').protection).toMatchObject({ locked: false });
    expect(sheet.getCell('A2').protection?.locked ?? true).toBe(true);
    expect(sheet.getCell('B2').dataValidation).toMatchObject({ type: 'list', formulae: ["'Liste & alte'!$A$1:$A$2"], prompt: 'Da sau nu', error: 'Alegeți din listă' });
    expect(sheet.getCell('C9').dataValidation).toMatchObject({ type: 'whole', formulae: [0, 5] });
    expect(sheet.getCell('C2').dataValidation.prompt).toHaveLength(255);
    expect(sheet.getCell('D2').dataValidation.type).toBe('date');
    expect(sheet.getCell('E2').dataValidation.type).toBe('decimal');
    expect(sheet.getCell('F2').dataValidation.type).toBe('textLength');
    expect(workbook.worksheets.map(({ state }) => state)).toEqual(['visible', 'hidden', 'veryHidden']);
  });

  it('is read by SheetJS with its hidden sheets told apart', async () => {
    const workbook = XLSX.read(await written(), { type: 'array' });
    expect(workbook.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1, 2]);
    expect(workbook.Sheets['Formular']?.['A2']?.v).toBe('Ofertant SRL');
  });
});
