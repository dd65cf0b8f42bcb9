import { describe, expect, it } from 'vitest';
import { bidsFromRows, makingBids, presentBidKeys } from '../../../src-renderer/app/rows-to-bids';
import type { BidRow } from '../../../src-renderer/domain/ports/import-kinds';
import { newProject } from '../../../src-renderer/domain/project-new';
import type { ImportRecord, Project } from '../../../src-renderer/domain/project';

const countingIds = () => {
  let count = 0;
  return { next: () => `id-${(count += 1)}` };
};
const record: ImportRecord = {
  id: 'import-1', kind: 'bids', fileName: 'a.xlsx', sha256: '0'.repeat(64), sheet: 'Oferte', importedAt: '2026-03-02T08:15:00.000Z', rowsRead: 2, rowsAccepted: 2,
  rowsExcluded: 0, warnings: 0, cellsCorrected: 0,
};
const row = (fields: Partial<BidRow>): BidRow => ({
  bidder: 'Alfa SRL', identifier: null, country: null, lot: '1', price: null, vatIncluded: null, receivedAt: null, sme: null, durationDays: null, warrantyMonths: null,
  email: null, notes: null, source: { sheet: 'Oferte', row: 2 }, ...fields,
});
const projectWithLots = (...numbers: readonly string[]): Project => ({
  ...newProject({ next: () => 'p' }, { now: () => '2026-03-02T08:15:00.000Z' }, { title: 'P' }),
  lots: Object.fromEntries(numbers.map((number, index) => [`lot-${number}`, { id: `lot-${number}`, position: `a${index}`, number, title: '', description: '', estimatedValue: null }])),
});
const biddersAfter = (...rows: readonly BidRow[]) => Object.values(bidsFromRows(projectWithLots('1', '2'), rows, record, countingIds()).bidders).map(({ name, identifier, country }) => [name, identifier, country]);

describe('rows of a bid register', () => {
  it('become bids of their lots, with prices to the last ban', () => {
    const project = bidsFromRows(projectWithLots('1', '2'), [row({ lot: '2', price: { amount: '1234.56', currency: 'RON' }, notes: 'x', durationDays: 90 })], record, countingIds());
    expect(Object.values(project.bids)).toMatchObject([{ lotId: 'lot-2', price: { amount: 123_456, currency: 'RON' }, notes: 'x', durationDays: 90, status: 'valid', importId: 'import-1' }]);
    expect(project.imports['import-1']).toBe(record);
    expect(presentBidKeys(project)).toEqual(['alfa srl|2']);
  });

  it.each([
    ['by fiscal number, however the name is spelt', [row({ identifier: '123', country: 'RO' }), row({ bidder: 'ALFA S.R.L.', identifier: '123', lot: '2' })], [['Alfa SRL', '123', 'RO']]],
    ['by name without diacritics and case', [row({ bidder: 'Țepeș SA' }), row({ bidder: 'TEPES  sa', lot: '2' })], [['Țepeș SA', '', '']]],
    ['by name, taking up the number a later row gives', [row({}), row({ identifier: '123', country: 'RO', lot: '2' })], [['Alfa SRL', '123', 'RO']]],
    ['not by name when the numbers differ', [row({ identifier: '123' }), row({ identifier: '456', lot: '2' })], [['Alfa SRL', '123', ''], ['Alfa SRL', '456', '']]],
    ['not by number when the countries differ', [row({ identifier: '123', country: 'RO' }), row({ identifier: '123', country: 'DE', lot: '2' })], [['Alfa SRL', '123', 'RO'], ['Alfa SRL', '123', 'DE']]],
    ['not by a name two bidders share', [row({ identifier: '123' }), row({ identifier: '456' }), row({ lot: '2' })], [['Alfa SRL', '123', ''], ['Alfa SRL', '456', ''], ['Alfa SRL', '', '']]],
    ['never by likeness', [row({}), row({ bidder: 'Alfa SR', lot: '2' })], [['Alfa SRL', '', ''], ['Alfa SR', '', '']]],
  ])('recognise a bidder %s', (_, rows, expected) => {
    expect(biddersAfter(...rows)).toEqual(expected);
  });

  it('never overwrite what the project knows of a bidder', () => {
    const project = { ...projectWithLots('1'), bidders: { b: { id: 'b', name: 'Alfa SRL', identifier: '123', country: 'RO', sme: false, email: 'a@alfa.ro' } } };
    const { bidders } = bidsFromRows(project, [row({ identifier: '123', sme: true, email: 'b@alfa.ro' })], record, countingIds());
    expect(bidders).toEqual(project.bidders);
  });

  it('take the only lot when they name none, and say which row has no lot otherwise', () => {
    expect(Object.values(bidsFromRows(projectWithLots('7'), [row({ lot: null })], record, countingIds()).bids)[0]!.lotId).toBe('lot-7');
    expect(() => bidsFromRows(projectWithLots('1', '2'), [row({ lot: '3', source: { sheet: 'Oferte', row: 9 } })], record, countingIds()))
      .toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'import.unknownLot', data: { lot: '3', sheet: 'Oferte', row: 9 } }) }));
  });

  it('make the lots of a project that has none', () => {
    const { lots, bids } = bidsFromRows(projectWithLots(), [row({ lot: '2' }), row({ lot: '1' }), row({ lot: '2', bidder: 'Beta' })], record, countingIds());
    expect(Object.values(lots).map(({ number }) => number)).toEqual(['2', '1']);
    expect(Object.values(bids).map(({ lotId }) => lots[lotId]!.number)).toEqual(['2', '1', '2']);
  });

  it('leave the given project as it was', () => {
    const project = projectWithLots('1');
    const before = structuredClone(project);
    bidsFromRows(project, [row({})], record, countingIds());
    expect(project).toEqual(before);
  });

  it('stops at least once in 128 rows', () => {
    const work = makingBids(projectWithLots('1'), Array.from({ length: 300 }, () => row({})), record, countingIds());
    expect([...work]).toEqual([0, 128, 256]);
  });
});
