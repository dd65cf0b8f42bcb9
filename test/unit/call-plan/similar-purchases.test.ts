/** Purchases that look like parts of one, and lots the law lets be awarded apart. */
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src-renderer/domain/civil-date';
import { planProblems } from '../../../src-renderer/domain/plan-problems';
import type { Procedure } from '../../../src-renderer/domain/procedure/procedure';
import { purchaseLine, similarPurchases, type OtherPurchase } from '../../../src-renderer/domain/procedure/similar-purchases';
import { smallLots } from '../../../src-renderer/domain/procedure/small-lots';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { callPlanOf } from '../../../src-renderer/domain/timeline/call-plan';
import { lei, lot, projectOf } from '../domain/fixtures';

const DIRECT: Procedure = { contractType: 'goods', buyerType: 'local', onlyConcept: false, market: 'ready', research: false, meansKnown: true, chosen: 'directPurchase', valueReason: 'Oferte de preț.' };
const BUYER = { name: 'Comuna Ștefănești', identifier: '', nutsCode: '' };

const call = (amount: number, fields: Partial<Project> = {}, cpv: string | null = '34928500-3'): Project => ({
  ...projectOf({ lots: [lot('1', { estimatedValue: lei(amount), cpv })] }), buyer: BUYER, procedure: DIRECT,
  milestones: { publication: { id: 'publication', date: '2026-05-04' }, deadline: { id: 'deadline', date: '2026-06-12' } }, ...fields,
});
const other = (amount: number, on: string, fields: Partial<Project> = {}, cpv?: string): OtherPurchase =>
  ({ ...purchaseLine(call(amount, { milestones: { publication: { id: 'publication', date: on } }, ...fields }, cpv)), id: `o-${on}`, title: on });
const warned = (project: Project, ...others: OtherPurchase[]) => planProblems(project, RO_2026, others).find(({ code }) => code === 'procedure.similarPurchases');

describe('similar purchases', () => {
  it('of the same buyer and CPV group in twelve months are added up against the limit they would reach', () => {
    // 150 000 + 120 120 lei = the cap of direct purchases.
    expect(warned(call(150_000), other(120_120, '2026-01-15'))).toMatchObject({
      severity: 'warning', pointer: '/procedure/notSplitReason', data: { count: 1, sum: '270120.00', limit: '270120.00', currency: 'RON', reference: 'Legea 98/2016 art. 7 alin. (5)' },
    });
    expect(warned(call(150_000), other(120_119.99, '2026-01-15'))).toBeUndefined();
    expect(warned(call(150_000), other(60_060, '2026-01-15'), other(60_060, '2025-12-15'))?.data).toMatchObject({ count: 2 });
  });

  it.each<[string, OtherPurchase]>([
    ['of another CPV group', other(200_000, '2026-01-15', {}, '72320000-4')],
    ['of another buyer', other(200_000, '2026-01-15', { buyer: { ...BUYER, name: 'Comuna Alta' } })],
    ['begun twelve months before', other(200_000, '2025-05-04')],
    ['begun later', other(200_000, '2026-05-05')],
    ['in another currency', { ...other(200_000, '2026-01-15'), currency: 'EUR' }],
    ['that is the project itself', { ...other(200_000, '2026-01-15'), id: call(1).id }],
  ])('%s do not count', (_case, purchase) => {
    expect(warned(call(150_000), purchase)).toBeUndefined();
  });

  it('know a buyer by its fiscal code, or by its name with or without diacritics', () => {
    expect(warned(call(150_000), other(200_000, '2026-01-15', { buyer: { ...BUYER, name: 'COMUNA ŞTEFĂNEŞTI', identifier: '123' } }))).toBeDefined();
    const coded = { ...BUYER, identifier: '91042719' };
    expect(warned(call(150_000, { buyer: coded }), other(200_000, '2026-01-15', { buyer: { ...coded, name: 'Primăria' } }))).toBeDefined();
    expect(warned(call(150_000, { buyer: coded }), other(200_000, '2026-01-15', { buyer: { ...coded, identifier: '123' } }))).toBeUndefined();
  });

  it('may be noted by hand, and a written reason turns the warning into a note', () => {
    const otherPurchases = {
      a: { id: 'a', what: 'Lămpi', on: '2025-11-02', value: lei(130_000) },
      b: { id: 'b', what: 'Fără zi', on: null, value: lei(900_000) },
    };
    const noted = call(150_000, { procedure: { ...DIRECT, otherPurchases } });
    expect(warned(noted)).toMatchObject({ severity: 'warning', data: { sum: '280000.00' } });
    expect(warned(call(150_000, { procedure: { ...DIRECT, otherPurchases, notSplitReason: 'Alt domeniu.' } }))).toMatchObject({ severity: 'info' });
  });

  it('say nothing new of a value that is at the limit already, but are listed', () => {
    const project = call(300_000, { procedure: { ...DIRECT, chosen: 'simplified' } });
    expect(warned(project, other(200_000, '2026-01-15'))).toBeUndefined();
    expect(similarPurchases(project, [other(200_000, '2026-01-15')], RO_2026)).toMatchObject({ from: '2025-05-04', until: '2026-05-04', groups: ['349'], sum: lei(200_000) });
  });

  it('cannot be looked for without a CPV code, which is told once a route is chosen', () => {
    const codes = (project: Project) => planProblems(project, RO_2026).map(({ code }) => code);
    expect(codes(call(150_000, {}, null))).toContain('procedure.lotsWithoutCpv');
    expect(codes(call(150_000, { procedure: { ...DIRECT, chosen: null } }, null))).not.toContain('procedure.lotsWithoutCpv');
  });
});

describe('months', () => {
  it.each([['2026-05-04', -12, '2025-05-04'], ['2024-02-29', -12, '2023-02-28'], ['2026-03-31', -1, '2026-02-28'], ['2026-11-30', 3, '2027-02-28'], ['2026-01-01', -1, '2025-12-01']])('from %s, %i: %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('small lots', () => {
  const lots = (...amounts: number[]): Project => ({
    ...call(0), lots: Object.fromEntries(amounts.map((amount, index) => [String(index), { ...lot(String(index), { estimatedValue: lei(amount) }), id: String(index), number: String(index) }])),
  });
  const small = (project: Project) => smallLots(project, callPlanOf(project, RO_2026));

  it('are those below the value of art. 19, while they stay within a fifth of all lots', () => {
    expect(small(lots(1_600_000, 300_000, 100_000))).toMatchObject({ lots: [{ lotId: '2' }, { lotId: '1' }], most: lei(400_000), together: lei(400_000), fit: true });
    expect(small(lots(1_500_000, 300_000, 100_001))).toMatchObject({ fit: false });
    // At the value itself a lot is not small.
    expect(small(lots(3_000_000, 399_120))).toMatchObject({ lots: [] });
    expect(small(lots(3_000_000, 399_119.99))).toMatchObject({ lots: [{ lotId: '1' }] });
  });

  it('have no place below the threshold or with one lot', () => {
    expect(small(lots(500_000, 100_000))).toBeNull();
    expect(small(lots(5_000_000))).toBeNull();
  });
});
