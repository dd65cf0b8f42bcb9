/** Tables one below the other on a sheet: each is offered, one is read, and every row of the others is told. */
import { describe, expect, it } from 'vitest';
import type { TablePlan } from '../../../src-renderer/domain/ports/sheet-import';
import { bidRegister } from '../../support/bid-register';
import { tableXlsx } from './raw-xlsx';
import { CONTEXT, NO_DECISIONS, openFile, utf8 } from './read-register';

type Cells = readonly (readonly (string | number | null)[])[];

const opened = async (cells: Cells, headerRow?: number) => {
  const session = await openFile(tableXlsx(cells));
  const guess = await session.guess(0, CONTEXT, headerRow);
  const read = async (plan: TablePlan): Promise<{ readonly bids: readonly (string | null)[]; readonly marks: readonly string[] }> => {
    await session.check(plan, CONTEXT, NO_DECISIONS);
    return { bids: (await session.accepted('bids')).map(({ bidder }) => bidder), marks: (await session.problems()).filter(({ code }) => code.startsWith('row.')).map(({ row, code }) => `${row} ${code}`) };
  };
  return { guess, read };
};

/** Bids, and below them the criteria of the same call. */
const DIFFERENT: Cells = [
  ['Registrul ofertelor'], ['Ofertant', 'Preț', 'Termen de execuție (zile)'], ['Alfa', 100, 30], ['Beta', 90, 40], ['TOTAL', 190, null],
  [null], ['Criterii de atribuire'], ['Criteriu', 'Punctaj', 'Observații'], ['Calitate', 60, 'x'], ['Preț', 40, 'y'],
];

/** The same headings for each lot. */
const PER_LOT: Cells = [['Lotul unu'], ['Ofertant', 'Preț', 'CUI'], ['Alfa', 100, 14399840], ['TOTAL', 100, null], [null], ['Lotul doi'], ['Ofertant', 'Preț', 'CUI'], ['Beta', 90, 2864518], ['TOTAL', 90, null]];

describe('tables one below the other', () => {
  it('with headings of their own are both offered, and the rows of the other one are told', async () => {
    const { guess, read } = await opened(DIFFERENT);
    expect(guess.tables).toMatchObject([
      { firstRow: 1, headerRow: 2, lastRow: 5, rows: 3, title: 'Registrul ofertelor', text: 'Ofertant | Preț | Termen de execuție (zile)', continues: false },
      { firstRow: 7, headerRow: 8, lastRow: 10, rows: 2, title: 'Criterii de atribuire', continues: false },
    ]);
    expect(guess.plan).toMatchObject({ headerRow: 2, lastRow: 5 });
    expect(await read(guess.plan)).toEqual({ bids: ['Alfa', 'Beta'], marks: ['5 row.total', '7 row.otherTable', '8 row.otherTable', '9 row.otherTable', '10 row.otherTable'] });
  });

  it('are found by what fits best, also further down', async () => {
    const { guess, read } = await opened([['Criteriu', 'Punctaj'], ['Calitate', 60], [null], ['Ofertant', 'Preț', 'CUI'], ['Alfa', 100, 14399840]]);
    expect(guess.plan).toMatchObject({ headerRow: 4, columns: { 0: 'bidder', 1: 'price', 2: 'identifier' } });
    expect(await read(guess.plan)).toEqual({ bids: ['Alfa'], marks: ['1 row.otherTable', '2 row.otherTable'] });
  });

  it('with the very same headings are read on as one, unless one of them is chosen', async () => {
    const { guess, read } = await opened(PER_LOT);
    expect(guess.tables.map(({ headerRow, lastRow, continues }) => [headerRow, lastRow, continues])).toEqual([[2, 4, false], [7, 9, true]]);
    expect(guess.plan.lastRow).toBeUndefined();
    expect(await read(guess.plan)).toEqual({ bids: ['Alfa', 'Beta'], marks: ['4 row.total', '6 row.heading', '7 row.heading', '9 row.total'] });
    expect(await read({ ...guess.plan, lastRow: 4 })).toEqual({ bids: ['Alfa'], marks: ['4 row.total', ...[6, 7, 8, 9].map((row) => `${row} row.otherTable`)] });
    const second = await opened(PER_LOT, 7);
    expect(await second.read(second.guess.plan)).toEqual({ bids: ['Beta'], marks: [...[1, 2, 3, 4].map((row) => `${row} row.otherTable`), '9 row.total'] });
  });

  it('may have two rows of headings each', async () => {
    const { guess } = await opened([['Ofertant', 'Preț'], ['Alfa', 1], [null], ['Ofertant', 'Lot'], ['E-mail', 'Țara'], ['Beta', 'România']]);
    expect(guess.tables.map(({ headerRow, rows }) => [headerRow, rows])).toEqual([[1, 1], [5, 1]]);
  });

  it('are none where a gap, a signature or a repeated page heading only looks like one', async () => {
    for (const cells of [
      [['Ofertant', 'Preț'], ['Alfa', 1], [null], ['Beta', 2], [null], ['Întocmit,', 'Aprobat,'], ['Ion', 'Ana']],
      [['Comuna Exemplu'], ['Obiect', 'Iluminat'], [null], ['Ofertant', 'Preț'], ['Alfa', 1]],
      [['Ofertant', 'Preț'], ['Alfa', 1], ['Ofertant', 'Preț'], ['Beta', 2]],
    ] as Cells[]) expect((await opened(cells)).guess.tables).toEqual([]);
    const { bytes, name } = bidRegister({ bids: 300, format: 'csv' });
    expect((await (await openFile(bytes, name)).guess(0, CONTEXT)).tables).toEqual([]);
  });

  it('come in row by row where the person wants one of the other table after all', async () => {
    const session = await openFile(utf8('Ofertant;Preț\nAlfa;1\n\nOfertant;Lot\nBeta;2\n'), 'r.csv');
    const { plan } = await session.guess(0, CONTEXT);
    await session.check(plan, CONTEXT, { ...NO_DECISIONS, included: [5] });
    expect((await session.accepted('bids')).map(({ bidder }) => bidder)).toEqual(['Alfa', 'Beta']);
  });
});
