/** Tables whose headings no dictionary has, below or beside the one that is imported: offered, never swallowed or dropped unsaid. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSpan, WorkbookInfo } from '../../../src-renderer/domain/ports/sheet-import';
import { createSession } from '../../../src-renderer/spreadsheet/import/session';
import type { Cell, SheetGrid } from '../../../src-renderer/spreadsheet/import/sheet-source';
import { tableXlsx } from './raw-xlsx';
import { CONTEXT, NO_DECISIONS, openFile, readTable, utf8 } from './read-register';

type Value = string | number | null;
type Cells = readonly (readonly Value[])[];

const letters = (span: ColumnSpan | null | undefined): string => (span === null || span === undefined ? '' : ` ${span.first}-${span.last}`);

/** Tables offered, as `first-last headings rows columns`; what is read without a word from the person; which rows are told. */
const seen = async (cells: Cells) => {
  const session = await openFile(tableXlsx(cells));
  const { plan, tables } = await session.guess(0, CONTEXT);
  await session.check(plan, CONTEXT, NO_DECISIONS);
  return {
    tables: tables.map(({ firstRow, lastRow, headerRow, rows, span, isSure }) => `${firstRow}-${lastRow} ${headerRow} ${rows}${letters(span)}${isSure ? '' : ' perhaps'}`),
    plan: `${plan.headerRow}${letters(plan.span)}`,
    bids: (await session.accepted('bids')).map(({ bidder }) => bidder),
    told: (await session.problems()).filter(({ code }) => /^row\.(?:otherTable|perhapsTable|heading|total)$/.test(code)).map(({ row, code }) => `${row} ${code}`),
  };
};

interface Case {
  readonly what: string;
  readonly cells: Cells;
  readonly is: Awaited<ReturnType<typeof seen>>;
}

const BIDS: Cells = [['Ofertant', 'Preț', 'CUI'], ['Alfa', 100, 14399840], ['Beta', 90, 2864518]];

const CASES: readonly Case[] = [
  {
    what: 'figures under unknown words below a gap are another table, kept apart',
    cells: [...BIDS, [], ['Trotuar', 'Lungime', 'Lățime'], ['Principală', 900, 3], ['Morii', 300, 2]],
    is: { tables: ['1-3 1 2', '5-7 5 2'], plan: '1', bids: ['Alfa', 'Beta'], told: ['5 row.otherTable', '6 row.otherTable', '7 row.otherTable'] },
  },
  {
    what: 'also above the one that is read',
    cells: [['Trotuar', 'Lungime'], ['Principală', 900], ['Morii', 300], [], ...BIDS],
    is: { tables: ['1-3 1 2', '5-7 5 2'], plan: '5', bids: ['Alfa', 'Beta'], told: ['1 row.otherTable', '2 row.otherTable', '3 row.otherTable'] },
  },
  {
    what: 'words only, under a title, may be a table: its first rows say so',
    cells: [...BIDS, [], ['Trotuare'], ['Strada vizată', 'Pietre folosite', 'Culoare'], ['Principală', 'granit', 'gri'], ['Morii', 'calcar', 'alb']],
    is: { tables: ['1-3 1 2', '5-8 6 2 perhaps'], plan: '1', bids: ['Alfa', 'Beta', 'Trotuare'], told: ['5 row.perhapsTable', '6 row.perhapsTable'] },
  },
  {
    what: 'words in the places of the figures above may be a table, and the row says so',
    cells: [['Ofertant', 'Preț', 'Termen (zile)'], ['Alfa', 100, 30], [], ['Gama', 'nu a ofertat'], ['Delta', 80, 20]],
    is: { tables: ['1-2 1 1', '4-5 4 1 perhaps'], plan: '1', bids: ['Alfa', 'Delta'], told: ['4 row.perhapsTable'] },
  },
  {
    what: 'two rows of unknown headings begin at the upper one',
    cells: [...BIDS, [], ['Teren', 'Suprafețe', null], ['Parcela', 'Arabil', 'Pășune'], ['Lunca', 3, 2], ['Dealu', 4, 1]],
    is: { tables: ['1-3 1 2', '5-8 6 2'], plan: '1', bids: ['Alfa', 'Beta'], told: [5, 6, 7, 8].map((row) => `${row} row.otherTable`) },
  },
  {
    what: 'the same unknown headings once more read on as one with the first',
    cells: [...BIDS, [], ['Trotuar', 'Lungime'], ['Principală', 900], [], ['Trotuar', 'Lungime'], ['Morii', 300]],
    is: { tables: ['1-3 1 2', '5-6 5 1', '8-9 8 1'], plan: '1', bids: ['Alfa', 'Beta'], told: [5, 6, 8, 9].map((row) => `${row} row.otherTable`) },
  },
  {
    what: 'empty rows inside a table make no second one',
    cells: [['Ofertant', 'Preț', 'CUI'], ['Alfa', 100, 14399840], [], ['Beta', 90, 2864518], [], ['Gama', 80, 427320]],
    is: { tables: [], plan: '1', bids: ['Alfa', 'Beta', 'Gama'], told: [] },
  },
  {
    what: 'labels and their values above a table are none',
    cells: [['Autoritatea:', 'Comuna Exemplu'], ['Anunț:', 'SCN 100'], [], ...BIDS],
    is: { tables: [], plan: '4', bids: ['Alfa', 'Beta'], told: [] },
  },
  {
    what: 'totals and signatures below a gap are none',
    cells: [...BIDS, [], ['Total', 'lei'], ['Total', 190], [], ['Întocmit,', 'Aprobat,'], ['Ion', 'Ana'], ['consilier', 'primar']],
    is: { tables: [], plan: '1', bids: ['Alfa', 'Beta'], told: ['5 row.total', '6 row.total', '8 row.total', '9 row.total', '10 row.total'] },
  },
  {
    what: 'beside it and longer: kept apart, with its rows told',
    cells: [['Ofertant', 'Preț', null, 'Stradă', 'Lungime'], ['Alfa', 100, null, 'Principală', 900], ['Beta', 90, null, 'Morii', 300], [null, null, null, 'Gării', 200], [null, null, null, 'Școlii', 100]],
    is: { tables: ['1-5 1 4', '1-3 1 2 0-1', '1-5 1 4 3-4'], plan: '1 0-1', bids: ['Alfa', 'Beta'], told: ['4 row.otherTable', '5 row.otherTable'] },
  },
  {
    what: 'a pair side by side below a table that spans the gap: the one above is read, and each of the pair can be chosen',
    cells: [['Ofertant', 'Preț', 'CUI', 'Lot', 'E-mail'], ['Alfa', 100, 14399840, '1', 'a@a.ro'], ['Beta', 90, 2864518, '1', 'b@b.ro'], [], ['Trotuar', 'Lungime', null, 'Teren', 'Suprafață'], ['Principală', 900, null, 'Lunca', 3], ['Morii', 300, null, 'Dealu', 4], [null, null, null, 'Valea', 1], [null, null, null, 'Câmpu', 2]],
    is: { tables: ['1-3 1 2', '5-9 5 4', '5-7 5 2 0-1', '5-9 5 4 3-4'], plan: '1', bids: ['Alfa', 'Beta'], told: [5, 6, 7, 8, 9].map((row) => `${row} row.otherTable`) },
  },
  {
    what: 'the same where the one that is read is of the pair',
    cells: [['Strada', 'Lungime', 'Lățime', 'Fel', 'Stare'], ['Principală', 900, 3, 'asfalt', 'bună'], ['Morii', 300, 2, 'piatră', 'rea'], [], ['Teren', 'Suprafață', null, 'Ofertant', 'Preț'], ['Lunca', 3, null, 'Alfa', 100], ['Dealu', 4, null, 'Beta', 90], ['Valea', 1, null, null, null], ['Câmpu', 2, null, null, null]],
    is: { tables: ['1-3 1 2', '5-9 5 4', '5-9 5 4 0-1', '5-7 5 2 3-4'], plan: '5 3-4', bids: ['Alfa', 'Beta'], told: [1, 2, 3, 8, 9].map((row) => `${row} row.otherTable`) },
  },
  {
    what: 'beside it with the same headings, a lot each',
    cells: [['Ofertant', 'Preț', null, 'Ofertant', 'Preț'], ['Alfa', 100, null, 'Beta', 90]],
    is: { tables: ['1-2 1 1', '1-2 1 1 0-1', '1-2 1 1 3-4'], plan: '1 0-1', bids: ['Alfa'], told: [] },
  },
  {
    what: 'on the left of it, with headings in another row',
    cells: [['Trotuar', 'Lungime', null, null, null], ['Principală', 900, null, 'Registru', null], ['Morii', 300, null, 'Ofertant', 'Preț'], ['Gării', 200, null, 'Alfa', 100]],
    is: { tables: ['3-4 3 1', '1-4 1 3 0-1', '2-4 3 1 3-4'], plan: '3 3-4', bids: ['Alfa'], told: ['1 row.otherTable'] },
  },
  {
    what: 'columns after an empty one, as long as the others, may be of the same table and are read with it',
    cells: [['Ofertant', 'Preț', null, 'CUI', 'Țara'], ['Alfa', 100, null, 14399840, 'RO'], ['Beta', 90, null, 2864518, 'RO'], ['TOTAL', 190, null, null, null]],
    is: { tables: ['1-4 1 3', '1-4 1 3 0-1', '1-3 1 2 3-4'], plan: '1', bids: ['Alfa', 'Beta'], told: ['4 row.total'] },
  },
  {
    what: 'a lone column of remarks behind an empty one is no table',
    cells: [['Ofertant', 'Preț', null, 'Observații'], ['Alfa', 100, null, 'x'], ['Beta', 90, null, null]],
    is: { tables: [], plan: '1', bids: ['Alfa', 'Beta'], told: [] },
  },
];

describe('tables with unknown headings', () => {
  it.each(CASES)('$what', async ({ cells, is }) => {
    expect(await seen(cells)).toEqual(is);
  });

  it('can be chosen, and all columns as well', async () => {
    const session = await openFile(tableXlsx([['Ofertant', 'Preț', null, 'Ofertant', 'Preț'], ['Alfa', 100, null, 'Beta', 90], ['TOTAL', 100, null, 'TOTAL', 90]]));
    const bidders = async (span?: ColumnSpan): Promise<unknown> => {
      const { plan } = await session.guess(0, CONTEXT, 1, span);
      await session.check(plan, CONTEXT, NO_DECISIONS);
      return [plan.columns, (await session.accepted('bids')).map(({ bidder }) => bidder)];
    };
    expect(await bidders({ first: 3, last: 4 })).toEqual([{ 3: 'bidder', 4: 'price' }, ['Beta']]);
    // Over all columns two of them claim each field, so that nothing is taken unasked.
    await expect(bidders()).rejects.toMatchObject({ problem: { code: 'file.badMapping' } });
  });

  it('are seen in text tables, where every figure is text', async () => {
    const session = await openFile(utf8('Ofertant;Preț;Termen\nAlfa;1,5;30\n\nTrotuar;Lungime;Lățime\nMorii;3 km;2 m\nGării;2 km;1 m\n'), 'r.csv');
    expect((await session.guess(0, CONTEXT)).tables.map(({ headerRow, isSure }) => [headerRow, isSure])).toEqual([[1, true], [4, true]]);
  });

  it('do not make tables of the chapters of a list', async () => {
    const chapters: Cells = [['Capitol', 'Text', 'Fel'], ['Capitolul unu'], ['unu', 'Sistemul merge.', 'obligatoriu'], ['doi', 'Sistemul stă.', 'obligatoriu'], [], ['Capitolul doi'], ['trei', 'Sistemul vede.', 'dorit'], ['patru', 'Sistemul aude.', 'dorit']];
    expect((await readTable('requirements', tableXlsx(chapters))).marks.filter((mark) => /Table/.test(mark))).toEqual([]);
  });
});

const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
const bids = fc.array(fc.record({ bidder: word, price: fc.integer({ min: 1, max: 999 }) }), { minLength: 1, maxLength: 6 });
const other = fc.integer({ min: 2, max: 5 }).chain((width) => fc.record({
  heads: fc.uniqueArray(word, { minLength: width, maxLength: width }).map((words) => words.map((each) => `Xz${each}`)),
  rows: fc.array(fc.tuple(word, ...Array.from({ length: width - 1 }, () => fc.integer({ min: 1, max: 999 }))), { minLength: 2, maxLength: 6 }),
}));

describe('wherever a table of unknown headings over figures stands', () => {
  it('below: it is offered at its place, and what is read is the same as without it', async () => {
    await fc.assert(fc.asyncProperty(bids, other, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 }), async (own, { heads, rows }, gap, shift) => {
      const pad = Array.from({ length: shift }, () => null);
      const cells: Cells = [['Ofertant', 'Preț'], ...own.map(({ bidder, price }) => [bidder, price]), ...Array.from({ length: gap }, () => []), [...pad, ...heads], ...rows.map((row) => [...pad, ...row])];
      const session = await openFile(tableXlsx(cells));
      const { plan, tables } = await session.guess(0, CONTEXT);
      const headerRow = 1 + own.length + gap + 1;
      expect(tables.map((table) => [table.headerRow, table.rows])).toEqual([[1, own.length], [headerRow, rows.length]]);
      await session.check(plan, CONTEXT, NO_DECISIONS);
      const problems = await session.problems();
      const isKept = tables[1]?.isSure === false;
      const told = problems.filter(({ code }) => code === (isKept ? 'row.perhapsTable' : 'row.otherTable')).map(({ row }) => row);
      expect(told).toEqual(isKept ? [headerRow] : [headerRow, ...rows.map((_, index) => headerRow + 1 + index)]);
      const read = (await session.accepted('bids')).filter(({ source }) => source.row < headerRow).map(({ bidder }) => bidder);
      expect(read).toEqual(own.map(({ bidder }) => bidder).filter((_, index) => !problems.some(({ row, code }) => row === index + 2 && code === 'row.duplicate')));
    }));
  });

  it('beside: it is offered with its rows and columns', async () => {
    await fc.assert(fc.asyncProperty(bids, other, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }), async (own, { heads, rows }, gap, down) => {
      // With an empty row between them they are one below the other.
      fc.pre(down <= own.length + 1);
      const cells: Value[][] = Array.from({ length: Math.max(own.length, rows.length + down) + 1 }, () => Array.from({ length: 2 + gap + heads.length }, () => null));
      const write = (row: number, column: number, values: readonly Value[]): void => values.forEach((value, index) => { (cells[row] ?? [])[column + index] = value; });
      [['Ofertant', 'Preț'], ...own.map(({ bidder, price }) => [bidder, price])].forEach((values, index) => write(index, 0, values));
      [heads, ...rows].forEach((values, index) => write(index + down, 2 + gap, values));
      const { tables, plan } = await (await openFile(tableXlsx(cells))).guess(0, CONTEXT);
      expect(tables.filter(({ span }) => span !== null).map((table) => [table.headerRow, table.rows, table.span])).toEqual([
        [1, own.length, { first: 0, last: 1 }], [1 + down, rows.length, { first: 2 + gap, last: 1 + gap + heads.length }],
      ]);
      expect(plan.columns).toEqual({ 0: 'bidder', 1: 'price' });
    }));
  });
});

const ROWS = 100_000;
const COLUMNS = 15;

/** A register of a given length that counts how often a cell is asked for. */
const countedGrid = (gapAfter: number): { readonly grid: SheetGrid; readonly asked: () => number } => {
  let asked = 0;
  const cellOf = (row: number, column: number): Cell => (row === 1 ? { kind: 'text', text: column === 0 ? 'Ofertant' : `Coloana${column}` } : column === 0 ? { kind: 'text', text: `Firma ${row}` } : { kind: 'number', value: row * column, format: 'General' });
  const grid: SheetGrid = {
    name: 'x', hidden: false, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [],
    rows: Array.from({ length: ROWS }, (_, index) => index + 1),
    columns: Array.from({ length: COLUMNS }, (_, index) => (index < gapAfter ? index : index + 1)),
    cell: (row, column) => {
      asked += 1;
      return cellOf(row, column);
    },
  };
  return { grid, asked: () => asked };
};

const INFO: WorkbookInfo = { fileName: 'r.xlsx', format: 'xlsx', size: 1, sha256: '', sheets: [], text: null, ignored: [] };

describe('looking for other tables', () => {
  it.each([[COLUMNS, 3], [7, 11]])('in a hundred thousand rows (gap after column %i) asks for %i cells a row at most, however often it is done', async (gapAfter, atMost) => {
    const { grid, asked } = countedGrid(gapAfter);
    const session = createSession(INFO, { format: 'xlsx', text: null, sheets: [grid] });
    for (let time = 0; time < 3; time += 1) await session.guess(0, CONTEXT);
    expect(asked() / ROWS).toBeLessThan(atMost);
  });
});
