/** What a publication says of the procedure, the days and the codes of a call. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTES, type Procedure } from '../../../src-renderer/domain/procedure/procedure';
import type { Project } from '../../../src-renderer/domain/project';
import { MILESTONES } from '../../../src-renderer/domain/timeline/milestone';
import { ROUTE_NAMES } from '../../../src-renderer/exchange/ocds/procedure';
import { encodeOcds } from '../../../src-renderer/exchange/ocds/release-package';
import { ro } from '../../../src-renderer/i18n/ro';
import { demo } from '../export/workbook-fixture';
import { publicationOf, publicationSchema } from './ocds-schema';

const packageOf = (project: Project) => publicationOf(project, { phase: 'beforeReport', date: '2026-03-02T08:15:00.000Z', ocidPrefix: '', language: 'ro' });
const tenderOf = (project: Project) => packageOf(project).releases.at(-1)!.tender;
const planned = (dates: Readonly<Record<string, string | null>>): Project =>
  ({ ...demo(), milestones: Object.fromEntries(Object.entries(dates).map(([id, date]) => [id, { id, date }])) });
const chosen = (procedure: Procedure) => tenderOf({ ...demo(), procedure });

describe('the procedure of a publication', () => {
  it('is called as the window calls it', () => {
    for (const route of ROUTES) expect(ROUTE_NAMES[route]).toBe(ro[`procedure.route.${route}`]);
  });

  it('has a code only where the route tells who may bid', () => {
    const codes = Object.fromEntries(ROUTES.map((route) => [route, chosen({ chosen: route }).procurementMethod ?? null]));
    expect(codes).toEqual({
      open: 'open', restricted: 'selective', competitiveNegotiation: 'selective', competitiveDialogue: 'selective', innovationPartnership: 'selective', preCommercial: null,
      designContest: null, simplified: 'open', directPurchase: 'direct', socialServices: null, negotiationWithoutNotice: 'limited',
    });
    expect(chosen({ chosen: 'simplified', severalStages: true }).procurementMethod).toBe('selective');
    expect(chosen({ contractType: 'socialServices' })).toMatchObject({ mainProcurementCategory: 'services' });
    expect(Object.keys(chosen({}))).not.toContain('procurementMethodDetails');
  });

  it('does not tell its reasons', () => {
    const text = JSON.stringify(chosen({ chosen: 'open', chosenReason: 'MOTIV', valueReason: 'VALOARE' }));
    expect(text).not.toMatch(/MOTIV|VALOARE/);
  });
});

describe('the days of a publication', () => {
  it('are periods from the first second to the last, and milestones where there is no period', () => {
    const { tenderPeriod, enquiryPeriod, awardPeriod, milestones } = tenderOf(planned({
      publication: '2026-05-04', questionsUntil: '2026-05-20', answersUntil: '2026-05-27', deadline: '2026-06-08', opening: '2026-06-09', evaluation: '2026-07-06', result: '2026-07-08', contract: null,
    }));
    expect(tenderPeriod).toEqual({ startDate: '2026-05-04T00:00:00Z', endDate: '2026-06-08T23:59:59Z' });
    expect(enquiryPeriod).toEqual({ startDate: '2026-05-04T00:00:00Z', endDate: '2026-05-20T23:59:59Z' });
    expect(awardPeriod).toEqual({ startDate: '2026-06-09T00:00:00Z', endDate: '2026-07-06T23:59:59Z' });
    expect(milestones?.map(({ id, dueDate }) => [id, dueDate?.slice(0, 10)])).toEqual([['answersUntil', '2026-05-27'], ['opening', '2026-06-09'], ['result', '2026-07-08']]);
  });

  it('leave out days of one\'s own and periods that end before they begin', () => {
    const tender = tenderOf({ ...demo(), milestones: { own: { id: 'own', date: '2026-05-05', title: 'ZIUA NOASTRĂ' }, publication: { id: 'publication', date: '2026-06-01' }, deadline: { id: 'deadline', date: '2026-05-01' } } });
    expect(JSON.stringify(tender)).not.toContain('ZIUA');
    expect([tender.tenderPeriod, tender.milestones]).toEqual([undefined, undefined]);
  });

  it('fit the strict schema whatever is planned', () => {
    const days = fc.option(fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)), { nil: null });
    fc.assert(fc.property(fc.record(Object.fromEntries(MILESTONES.map((kind) => [kind, days]))), (dates) => {
      const written: unknown = JSON.parse(Buffer.from(encodeOcds(packageOf(planned(dates)))).toString('utf8'));
      expect(publicationSchema.safeParse(written).error?.issues).toBeUndefined();
    }), { numRuns: 50 });
  });
});

describe('the items of a publication', () => {
  it('are one a lot, by CPV without the check digit', () => {
    const { items, lots } = tenderOf(demo());
    expect(items?.map(({ relatedLot }) => relatedLot)).toEqual(lots?.map(({ id }) => id));
    expect(items?.[0]?.classification).toEqual({ scheme: 'CPV', id: '34928500', description: 'Echipament de iluminat stradal' });
    expect(items?.[0]?.additionalClassifications?.map(({ id }) => id)).toEqual(['34928530', '48600000']);
  });

  it('are left out for a lot without a main code, and unnamed for a code of no list', () => {
    const project = demo();
    const [first] = Object.values(project.lots);
    const only = (cpv: string | null): Project => ({ ...project, lots: { [first!.id]: { ...first!, cpv, additionalCpv: [] } } });
    expect(tenderOf(only(null)).items).toBeUndefined();
    expect(tenderOf(only('03000000-1')).items).toEqual([{ id: `item-${first!.id}`, description: first!.title, classification: { scheme: 'CPV', id: '03000000' }, relatedLot: first!.id }]);
  });
});
