/** Forms made, filled in with other programs, and imported without a question. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowOf } from '../../../src-renderer/domain/ports/import-kinds';
import type { ImportContext } from '../../../src-renderer/domain/ports/sheet-import';
import { TEMPLATE_KINDS, type TemplateKind } from '../../../src-renderer/domain/ports/template-request';
import { createTranslator, LOCALES, type Locale } from '../../../src-renderer/i18n/translator';
import { writeTemplate } from '../../../src-renderer/spreadsheet/export/templates/write-template';
import { createSheetImporter } from '../../../src-renderer/spreadsheet/import/importer';
import { readMark } from '../../../src-renderer/spreadsheet/template-mark';
import { OFFICE, saveByOffice } from '../../support/libreoffice';

const template = (kind: TemplateKind, locale: Locale): Promise<Uint8Array> => writeTemplate(
  { kind, projectId: 'p1', projectTitle: 'Iluminat public', lotNumbers: ['1', '2'], needTitles: ['Străzi întunecate', 'Drumuri „de pământ”'], filled: kind === 'bids' ? [{ lot: '1' }, { lot: '2' }] : [] },
  { ro: createTranslator('ro'), en: createTranslator('en'), own: locale },
);

const DAY = new Date(Date.UTC(2026, 2, 20));
/** What people type, cell by cell; null leaves what is there. */
const TYPED: Readonly<Record<TemplateKind, readonly (readonly (string | number | Date | null)[])[]>> = {
  bids: [
    ['Felinar Sistem SA', 'RO14399840', null, 1598750.5, 'Nu', DAY, 'Nu', 120, 36, 'oferte@felinar.example', 'fără rezerve'],
    ['Senzorium „Urban” SRL', '00123456', null, 1811900, 'Nu', DAY, 'Da', 90, 60, '', '=1+1'],
  ],
  'price-schedule': [
    ['Felinar Sistem SA', '1', '01.10', 'Corp de iluminat LED', 'buc', 120, 845.5, 101460],
    ['', '1', '01.20', 'Montaj, pe stâlp existent', 'ore', 32.5, 90, null],
  ],
  costs: [
    ['Felinar Sistem SA', '1', 'Mentenanță', null, 12000.5],
    ['', '1', 'Energie', null, 8000],
  ],
  needs: [['Străzi întunecate', 'Lămpile ard trei nopți din cinci.', 'circa 4.000 de locuitori', 'Lumină în fiecare noapte', '60', '98', '%', 'Administrativ', 'Mare']],
  requirements: [['C-1', 'Interoperabilitate', 'Datele se pot prelua printr-un protocol deschis.', 'Interoperabilitate', 'Obligatorie', 'Străzi întunecate', 'Demonstrație la recepție']],
};

const FIRST_ROW = 4;

/** The values a cell of the form drops down with, followed to where they lie; null when it drops down with nothing. */
const choicesAt = (workbook: ExcelJS.Workbook, address: string): readonly string[] | null => {
  const rule = workbook.worksheets[0]?.getCell(address).dataValidation;
  const [, name, letter, from, to] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(String(rule?.type === 'list' ? rule.formulae[0] : '')) ?? [];
  const list = name === undefined ? undefined : workbook.getWorksheet(name);
  return list === undefined ? null : Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => list.getCell(`${letter}${Number(from) + index}`).text);
};

const loaded = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return workbook;
};

const filledIn = async (kind: TemplateKind, locale: Locale): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await template(kind, locale)) as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0]!;
  const english: Readonly<Record<string, string>> = { Nu: 'No', Da: 'Yes', Mare: 'High', Obligatorie: 'Must', Interoperabilitate: 'Interoperability' };
  TYPED[kind].forEach((values, row) => values.forEach((value, column) => {
    if (value === null) return;
    sheet.getRow(FIRST_ROW + row).getCell(column + 1).value = locale === 'en' && typeof value === 'string' ? (english[value] ?? value) : value;
  }));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const imported = async <Kind extends TemplateKind>(kind: Kind, bytes: Uint8Array, name: string) => {
  const context: ImportContext = { kind, currency: 'RON', lotNumbers: ['1', '2'], presentRows: [], remembered: {} };
  const session = await createSheetImporter().open(name, bytes);
  const form = session.info.sheets.find(({ hidden }) => !hidden)!;
  const guess = await session.guess(form.index, context);
  await session.check(guess.plan, context, { edits: {}, excluded: [], included: [] });
  const questions = (await session.problems()).filter(({ severity }) => severity !== 'info');
  return { guess, questions, rows: await session.accepted(kind) };
};

const without = <Row extends { readonly source: unknown }>(rows: readonly Row[]): unknown[] => rows.map(({ source: _source, ...rest }) => rest);

const expectAsTyped = (kind: TemplateKind, rows: readonly RowOf[TemplateKind][]): void => {
  const lei = (amount: string) => ({ amount, currency: 'RON' });
  if (kind === 'bids') {
    expect(without(rows)).toMatchObject([
      { bidder: 'Felinar Sistem SA', identifier: '14399840', country: 'RO', lot: '1', price: lei('1598750.50'), vatIncluded: false, receivedAt: '2026-03-20', sme: false, durationDays: 120, warrantyMonths: 36, email: 'oferte@felinar.example', notes: 'fără rezerve' },
      { bidder: 'Senzorium „Urban” SRL', identifier: '00123456', lot: '2', price: lei('1811900.00'), sme: true, notes: '=1+1' },
    ]);
  } else if (kind === 'price-schedule') {
    expect(without(rows)).toMatchObject([
      { bidder: 'Felinar Sistem SA', lot: '1', item: '01.10', description: 'Corp de iluminat LED', unit: 'buc', quantity: '120', unitPrice: lei('845.50'), total: lei('101460.00') },
      { bidder: null, item: '01.20', quantity: '32.5', unitPrice: lei('90.00'), total: null },
    ]);
  } else if (kind === 'costs') {
    expect(without(rows)).toMatchObject([{ bidder: 'Felinar Sistem SA', lot: '1', cost: 'Mentenanță', amount: lei('12000.50') }, { bidder: null, lot: '1', cost: 'Energie', amount: lei('8000.00') }]);
  } else if (kind === 'needs') {
    expect(without(rows)).toMatchObject([{ title: 'Străzi întunecate', affected: 'circa 4.000 de locuitori', baseline: '60', target: '98', unit: '%' }]);
  } else {
    expect(without(rows)).toMatchObject([{ code: 'C-1', text: 'Datele se pot prelua printr-un protocol deschis.', need: 'Străzi întunecate' }]);
  }
};

describe('a form', () => {
  for (const kind of TEMPLATE_KINDS) {
    for (const locale of LOCALES) {
      it(`for ${kind} in ${locale} is filled in and imported without a question`, async () => {
        const { guess, questions, rows } = await imported(kind, await filledIn(kind, locale), 'formular.xlsx');
        expect(guess.isTemplate).toBe(true);
        expect(guess.columns.every(({ field, confidence }) => field !== null && confidence === 1)).toBe(true);
        expect(questions.filter(({ code }) => code !== 'cell.checkDigit')).toEqual([]);
        expectAsTyped(kind, rows);
      });
    }
    it(`for ${kind} has legal sheet names, and the same bytes every time`, async () => {
      const workbook = new ExcelJS.Workbook();
      const bytes = await template(kind, 'ro');
      await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
      expect(workbook.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual([createTranslator('ro').t(`templates.title.${kind}`), 'Instrucțiuni - Instructions']);
      expect(await template(kind, 'ro')).toEqual(bytes);
    });
  }

  it('for requirements drops down with the titles of the needs, as far as it goes, and with nothing where there are none', async () => {
    const workbook = await loaded(await template('requirements', 'ro'));
    for (const row of [FIRST_ROW, FIRST_ROW + 1, 203]) expect(choicesAt(workbook, `F${row}`)).toEqual(['Străzi întunecate', 'Drumuri „de pământ”']);
    expect(choicesAt(workbook, `A${FIRST_ROW}`)).toBeNull();
    const bare = await writeTemplate({ kind: 'requirements', projectId: 'p1', projectTitle: '', lotNumbers: [], needTitles: [], filled: [] }, { ro: createTranslator('ro'), en: createTranslator('en'), own: 'ro' });
    expect(choicesAt(await loaded(bare), `F${FIRST_ROW}`)).toBeNull();
  });

  it('of another kind, or with a mark somebody changed, is an ordinary table', async () => {
    const bytes = await filledIn('bids', 'ro');
    const { guess } = await imported('price-schedule', bytes, 'formular.xlsx');
    expect(guess.isTemplate).toBe(false);
    const rows = [['format', 'caiet-template'], ['version', '1'], ['kind', 'bids'], ['sheet', 'x'], ['headerRow', '3'], ['fields', 'bidder price'], ['projectId', '']];
    expect(readMark(rows)?.fields).toEqual(['bidder', 'price']);
    for (const [index, value] of [[0, 'other'], [1, '2'], [2, '__proto__'], [4, '0'], [5, 'bidder bidder'], [5, 'bidder __proto__']] as const) {
      expect(readMark(rows.map((row, at) => (at === index ? [row[0]!, value] : row)))).toBeNull();
    }
  });
});

describe.skipIf(OFFICE === null)('a form saved by LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'caiet-forms-'));
    for (const kind of TEMPLATE_KINDS) await writeFile(path.join(folder, `${kind}.xlsx`), await filledIn(kind, 'ro'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  for (const format of ['xlsx', 'xls', 'ods', 'fods'] as const) {
    it(`as ${format} is imported without a question`, async () => {
      const out = path.join(folder, format);
      await mkdir(out);
      await saveByOffice(TEMPLATE_KINDS.map((kind) => path.join(folder, `${kind}.xlsx`)), format, { out, profile: path.join(folder, 'profile') });
      if (format === 'xlsx') expect(choicesAt(await loaded(new Uint8Array(await readFile(path.join(out, 'requirements.xlsx')))), `F${FIRST_ROW}`)).toEqual(['Străzi întunecate', 'Drumuri „de pământ”']);
      for (const kind of TEMPLATE_KINDS) {
        const { guess, questions, rows } = await imported(kind, new Uint8Array(await readFile(path.join(out, `${kind}.${format}`))), `formular.${format}`);
        expect(guess.isTemplate, kind).toBe(true);
        expect(questions.filter(({ code }) => code !== 'cell.checkDigit'), kind).toEqual([]);
        expectAsTyped(kind, rows);
      }
    }, 150_000);
  }
});
