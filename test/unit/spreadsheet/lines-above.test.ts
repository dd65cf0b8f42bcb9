/** Lines above a table that say something of all its rows, as Romanian forms have them. */
import { describe, expect, it } from 'vitest';
import type { ImportKind, ImportRow } from '../../../src-renderer/domain/ports/import-kinds';
import type { TableGuess } from '../../../src-renderer/domain/ports/sheet-import';
import { sheetXlsx, tableXml } from './raw-xlsx';
import { CONTEXT, NO_DECISIONS, openFile } from './read-register';

type Cells = readonly (readonly (string | number | null)[])[];

const read = async (kind: ImportKind, cells: Cells, remembered: Readonly<Record<string, Readonly<Record<string, string>>>> = {}, change: (plan: TableGuess['plan']) => TableGuess['plan'] = (plan) => plan) => {
  const session = await openFile(sheetXlsx(tableXml(cells)));
  const context = { ...CONTEXT, kind, remembered };
  const guess = await session.guess(0, context);
  await session.check(change(guess.plan), context, NO_DECISIONS);
  const rows: readonly ImportRow[] = await session.accepted(kind);
  const lines = guess.columns.filter(({ letter }) => /\d/.test(letter)).map(({ letter, header, field, samples }) => [letter, header, field, ...samples]);
  return { guess, lines, rows: rows.map((row): Readonly<Record<string, unknown>> => ({ ...row })), problems: await session.problems() };
};

const ITEMS: Cells = [['Nr. crt.', 'Denumire', 'UM', 'Cantitate', 'Preț unitar'], [1, 'Senzor', 'buc', 2, 10], [2, 'Cablu', 'm', 5, 3]];

describe('lines above a table', () => {
  it('are guessed by their words and hold for every row', async () => {
    const { lines, rows, problems } = await read('price-schedule', [['FORMULAR F3'], ['Ofertant: Alfa SRL'], ['Lot 2 - Iluminat'], ['Moneda:', 'RON'], [null], ...ITEMS]);
    expect(lines).toEqual([['A2', 'Ofertant', 'bidder', 'Alfa SRL'], ['A3', 'Lot', 'lot', '2'], ['B4', 'Moneda', 'currency', 'RON']]);
    expect(rows.map(({ bidder, lot }) => [bidder, lot])).toEqual([['Alfa SRL', '2'], ['Alfa SRL', '2']]);
    expect(problems.filter(({ column }) => column === 'A2').map(({ row, code, value }) => [row, code, value])).toEqual([[7, 'cell.fromLine', 'Alfa SRL'], [8, 'cell.fromLine', 'Alfa SRL']]);
  });

  it('name the evaluator of a score sheet, also without a colon', async () => {
    const { rows } = await read('scores', [['Evaluator', 'Ana Pop'], [null], ['Ofertant', 'Criteriu', 'Punctaj', 'Justificare'], ['Alfa', 'Calitate', 8, 'bun'], ['Beta', 'Calitate', 7, 'da']]);
    expect(rows.map(({ evaluator, bidder, score }) => [evaluator, bidder, score])).toEqual([['Ana Pop', 'Alfa', '8'], ['Ana Pop', 'Beta', '7']]);
  });

  it('right above the headings are lines, and no groups of them', async () => {
    const { lines } = await read('scores', [['Evaluator', 'Ana Pop'], ['Ofertant', 'Criteriu', 'Punctaj', 'Justificare'], ['Alfa', 'Calitate', 8, 'bun'], ['Beta', 'Calitate', 7, 'da']]);
    expect(lines).toEqual([['B1', 'Evaluator', 'evaluator', 'Ana Pop']]);
  });

  it('stay open where a column says it row by row, or two lines say it', async () => {
    const column = await read('bids', [['Ofertant: Primăria Alba'], [null], ['Ofertant', 'CUI', 'Preț'], ['Alfa SRL', '14399840', 100]]);
    expect(column.lines).toEqual([['A1', 'Ofertant', null, 'Primăria Alba']]);
    expect(column.rows.map(({ bidder }) => bidder)).toEqual(['Alfa SRL']);
    const two = await read('price-schedule', [['Ofertant: Alfa'], ['Furnizor: Beta'], [null], ...ITEMS]);
    expect(two.lines.map(([, , field]) => field)).toEqual([null, null]);
  });

  it('can be left out, which is remembered, and are known again where the form has moved', async () => {
    const form: Cells = [['Ofertant: Alfa SRL'], [null], ...ITEMS];
    const first = await read('price-schedule', form);
    const columns = Object.fromEntries(Object.entries(first.guess.plan.columns).filter(([, field]) => field !== 'bidder'));
    const without = await read('price-schedule', form, { [first.guess.signature]: columns });
    expect(without.lines).toEqual([['A1', 'Ofertant', null, 'Alfa SRL']]);
    expect(without.rows.map(({ bidder }) => bidder)).toEqual([null, null]);
    const moved = await read('price-schedule', [['Anexa 3'], ['Ofertant: Beta SRL'], [null], ...ITEMS], { [first.guess.signature]: { ...first.guess.plan.columns } });
    expect(moved.rows.map(({ bidder }) => bidder)).toEqual(['Beta SRL', 'Beta SRL']);
  });

  it('above each of several tables read on as one hold for its rows alone, and say so', async () => {
    const forms: Cells = [['Formular F3'], ['Ofertant: Alfa SRL'], ['Lot 1'], [null], ...ITEMS, ['TOTAL', null, null, null, 13], [null], ['Ofertant: Beta SRL'], ['Lot 2'], [null], ...ITEMS, [null], ['Ofertant: Gama SRL'], ['Lot 1'], ...ITEMS];
    const { lines, rows, problems } = await read('price-schedule', forms);
    expect(lines).toEqual([['A2', 'Ofertant', 'bidder', 'Alfa SRL', 'Beta SRL', 'Gama SRL'], ['A3', 'Lot', 'lot', '1', '2', '1']]);
    expect(rows.map(({ bidder, lot }) => [bidder, lot])).toEqual([['Alfa SRL', '1'], ['Alfa SRL', '1'], ['Beta SRL', '2'], ['Beta SRL', '2'], ['Gama SRL', '1'], ['Gama SRL', '1']]);
    expect(problems.filter(({ code, data }) => code === 'cell.fromLine' && /SRL/.test(String(data['as']))).map(({ row, column, data }) => [row, column, data['as'], data['cell']])).toEqual([
      [6, 'A2', 'Alfa SRL', 'A2'], [7, 'A2', 'Alfa SRL', 'A2'], [14, 'A2', 'Beta SRL', 'A10'], [15, 'A2', 'Beta SRL', 'A10'], [20, 'A2', 'Gama SRL', 'A17'], [21, 'A2', 'Gama SRL', 'A17'],
    ]);
  });

  it('that are used are no rows of the table; others among them are told as left out', async () => {
    const { problems, lines } = await read('price-schedule', [['Ofertant: Alfa SRL'], [null], ...ITEMS, [null], ['Ofertant: Beta SRL'], ['Varianta a doua'], ...ITEMS]);
    expect(lines.map(([, , field]) => field)).toEqual(['bidder']);
    expect(problems.filter(({ code }) => code === 'row.heading').map(({ row, value }) => [row, value])).toEqual([[8, ''], [9, '']]);
  });

  it('may be labels beside their values, also right above the headings', async () => {
    const { lines, rows } = await read('price-schedule', [['Ofertant:', 'Alfa SRL', 'Lot:', 1], ...ITEMS, [null], ['Ofertant:', 'Beta SRL', 'Lot:', 2], ...ITEMS]);
    expect(lines).toEqual([['B1', 'Ofertant', 'bidder', 'Alfa SRL', 'Beta SRL'], ['D1', 'Lot', 'lot', '1', '2']]);
    expect(rows.map(({ bidder, lot, item }) => [bidder, lot, item])).toEqual([['Alfa SRL', '1', '1'], ['Alfa SRL', '1', '2'], ['Beta SRL', '2', '1'], ['Beta SRL', '2', '2']]);
  });

  it('above some of the tables only are offered and used when a person says so', async () => {
    const forms: Cells = [['Moneda: RON'], ['Ofertant: Alfa SRL'], [null], ...ITEMS, [null], ['Ofertant: Beta SRL'], [null], ...ITEMS];
    const { guess, lines, rows } = await read('price-schedule', forms);
    expect(lines).toEqual([['A1', 'Moneda', null, 'RON'], ['A2', 'Ofertant', 'bidder', 'Alfa SRL', 'Beta SRL']]);
    expect(rows.map(({ bidder }) => bidder)).toEqual(['Alfa SRL', 'Alfa SRL', 'Beta SRL', 'Beta SRL']);
    const index = guess.columns.find(({ letter }) => letter === 'A1')!.index;
    const chosen = await read('price-schedule', forms, {}, (plan) => ({ ...plan, columns: { ...plan.columns, [index]: 'currency' } }));
    expect(chosen.problems.filter(({ column }) => column === 'A1').map(({ row, code }) => [row, code])).toEqual([5, 6, 11, 12].map((row) => [row, 'cell.fromLine']));
  });

  it('above all of the tables, apart from the lines each of them has, hold for all', async () => {
    const scores: Cells = [['Criteriu', 'Punctaj'], ['Impact', 4], ['Echipa', 9]];
    const { lines, rows } = await read('scores', [['Evaluator: Ana Pop'], [null], ['Ofertant: Alfa SRL'], ...scores, [null], ['Ofertant: Beta SRL'], ...scores]);
    expect(lines).toEqual([['A1', 'Evaluator', 'evaluator', 'Ana Pop'], ['A3', 'Ofertant', 'bidder', 'Alfa SRL', 'Beta SRL']]);
    expect(rows.map(({ evaluator, bidder, score }) => [evaluator, bidder, score])).toEqual([['Ana Pop', 'Alfa SRL', '4'], ['Ana Pop', 'Alfa SRL', '9'], ['Ana Pop', 'Beta SRL', '4'], ['Ana Pop', 'Beta SRL', '9']]);
  });

  it('of one table chosen among several are its own', async () => {
    const forms: Cells = [['Ofertant: Alfa SRL'], [null], ...ITEMS, [null], ['Ofertant: Beta SRL'], [null], ...ITEMS];
    const session = await openFile(sheetXlsx(tableXml(forms)));
    const second = await session.guess(0, { ...CONTEXT, kind: 'price-schedule' }, 9);
    expect(second.columns.filter(({ letter }) => /\d/.test(letter)).map(({ letter, samples }) => [letter, ...samples])).toEqual([['A7', 'Beta SRL']]);
  });

  it('refuse a place where nothing is said', async () => {
    await expect(read('price-schedule', [['Ofertant: Alfa'], [null], ...ITEMS], {}, (plan) => ({ ...plan, columns: { ...plan.columns, [16_384 * 2]: 'lot' } }))).rejects.toMatchObject({ problem: { code: 'file.badMapping', data: { detail: 'A2' } } });
  });
});
