import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bid, Project } from '../../../src-renderer/domain/project';
import { isOcidPrefix } from '../../../src-renderer/exchange/ocds/ocid';
import { ocdsProblems } from '../../../src-renderer/exchange/ocds/publication-problems';
import { encodeOcds, OCDS_EXTENSIONS, type OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import { PUBLICATION_PHASES } from '../../../src-renderer/exchange/public/publication-phase';
import { demo } from '../export/workbook-fixture';
import { arbitraryProject } from './arbitrary-project';
import { publicationOf, publicationSchema } from './ocds-schema';
import { ALWAYS_SECRET, found, projectWithSecrets, secretBeforeReport } from './secrets';

const BEFORE: OcdsOptions = { phase: 'beforeReport', date: '2026-03-02T08:15:00.000Z', ocidPrefix: 'ocds-a1b2c3', language: 'ro' };
const AFTER: OcdsOptions = { ...BEFORE, phase: 'afterReport' };
const release = (project: Project, options: OcdsOptions = AFTER) => publicationOf(project, options).releases.at(-1)!;
const bytesOf = (project: Project, options: OcdsOptions) => encodeOcds(publicationOf(project, options));
const textOf = (project: Project, options: OcdsOptions) => Buffer.from(bytesOf(project, options)).toString('utf8');

/** References that must lead to a party of the release, and lots that must be there. */
const danglingReferences = (project: Project, options: OcdsOptions): string[] => {
  const { parties, buyer, tender, bids } = release(project, options);
  const known = new Set(parties.map(({ id }) => id));
  const lots = new Set(tender.lots?.map(({ id }) => id));
  const named = [buyer, tender.procuringEntity, ...(tender.tenderers ?? []), ...(bids?.details.flatMap(({ tenderers }) => tenderers ?? []) ?? [])].map(({ id }) => id);
  const lotsNamed = [...(bids?.details.flatMap(({ relatedLots }) => relatedLots) ?? []), ...(bids?.statistics.flatMap(({ relatedLot }) => relatedLot ?? []) ?? [])];
  return [...named.filter((id) => !known.has(id)), ...lotsNamed.filter((id) => !lots.has(id))];
};

describe('an OCDS release package', () => {
  it('has only the fields the standard and its declared extensions know, for any project', () => {
    fc.assert(fc.property(arbitraryProject, fc.constantFrom(...PUBLICATION_PHASES), fc.constantFrom('', 'ocds-a1b2c3'), (project, phase, ocidPrefix) => {
      const options = { ...AFTER, phase, ocidPrefix };
      const written: unknown = JSON.parse(textOf(project, options));
      expect(publicationSchema.safeParse(written).error?.issues).toBeUndefined();
      expect(danglingReferences(project, options)).toEqual([]);
      const { parties } = release(project, options);
      expect(new Set(parties.map(({ id }) => id)).size).toBe(parties.length);
    }), { numRuns: 100 });
  });

  it('says what the demo says', () => {
    const project = demo();
    const { tag, tender, planning, parties, bids, language, initiationType } = release(project);
    expect({ tag, language, initiationType }).toEqual({ tag: ['planning', 'tender'], language: 'ro', initiationType: 'tender' });
    const { rationale, budget } = planning ?? {};
    expect(rationale?.split('\n\n').slice(0, 2).join()).toBe([project.description, Object.values(project.needs!).map(({ title, problem, desiredOutcome }) => `${title}\n${problem}\n${desiredOutcome}`)[0]].join());
    expect(rationale).not.toContain(Object.values(project.needs!).find(({ state }) => state === 'identified')!.title);
    expect({ budget }).toEqual({ budget: { amount: { amount: 2_280_000, currency: 'RON' } } });
    expect(tender).toMatchObject({ id: project.id, title: project.title, status: 'active', value: { amount: 2_280_000, currency: 'RON' }, awardCriteria: 'ratedCriteria', numberOfTenderers: 5 });
    expect(tender.lots?.map(({ title, value }) => [title, value?.amount])).toEqual([['1. Corpuri de iluminat și telegestiune', 1_860_000], ['2. Sistem de monitorizare și date deschise', 420_000]]);
    const weights = tender.lots?.[0]?.awardCriteria?.criteria.map(({ numbers }) => numbers?.[0]?.number ?? 0) ?? [];
    expect(weights[0]).toBe(40);
    expect(weights.reduce((total, weight) => total + weight, 0)).toBe(100);
    expect(parties[0]).toEqual({
      id: 'buyer', name: 'Comuna Valea Luminii', identifier: { scheme: 'RO-CUI', id: '91042719', legalName: 'Comuna Valea Luminii' }, address: { region: 'RO322' }, roles: ['buyer', 'procuringEntity'],
    });
    expect(parties.slice(1).map(({ roles }) => roles)).toEqual(Array(5).fill(['tenderer']));
    expect(Object.fromEntries(bids!.statistics.filter(({ relatedLot }) => relatedLot === undefined).map(({ measure, value }) => [measure, value]))).toEqual({ bids: 9, validBids: 7, bidders: 5, smeBids: 6 });
    const [lot] = tender.lots!;
    expect(bids!.statistics.filter(({ relatedLot }) => relatedLot === lot!.id).map(({ measure, value, currency }) => [measure, value, currency]))
      .toEqual([['lowestValidBidValue', 1_429_000, 'RON'], ['highestValidBidValue', 1_811_900, 'RON']]);
    expect(bids!.details.map(({ status }) => status).toSorted()).toEqual(['disqualified', ...Array<string>(7).fill('valid'), 'withdrawn']);
  });

  it('writes amounts with exactly the digits they have, up to the largest', () => {
    const project = demo();
    const [lot] = Object.values(project.lots);
    const priced = (amount: number) => ({ ...project, lots: { [lot!.id]: { ...lot!, estimatedValue: { amount, currency: 'RON' } } }, bids: {} });
    for (const [amount, written] of [[99_999_999_999_999, '999999999999.99'], [10, '0.1'], [123_456, '1234.56'], [70, '0.7']] as const) {
      expect(textOf(priced(amount), BEFORE)).toContain(`"amount": ${written},`);
    }
  });

  it('leaves out the budget when part of it is not known, a currency nobody knows, and weights that do not sum to 100', () => {
    const project = demo();
    const [first, ...rest] = Object.values(project.lots);
    const without = { ...project, lots: Object.fromEntries([{ ...first!, estimatedValue: null }, ...rest].map((lot) => [lot.id, lot])) };
    expect(release(without).planning).not.toHaveProperty('budget');
    expect(release(without).tender.value).toBeUndefined();
    const strange = JSON.parse(JSON.stringify(project).replaceAll('"RON"', '"QQQ"')) as Project;
    expect(textOf(strange, AFTER)).not.toContain('QQQ');
    const [criterion] = Object.values(project.awardCriteria);
    const lighter = { ...project, awardCriteria: { ...project.awardCriteria, [criterion!.id]: { ...criterion!, weight: '39.99' } } };
    expect(textOf(lighter, AFTER)).not.toContain('percentageExact');
  });

  it('does not publish a price that includes VAT as one without', () => {
    const project = demo();
    const bids = Object.fromEntries(Object.values(project.bids).map((bid): [string, Bid] => [bid.id, { ...bid, vatIncluded: true }]));
    const gross = { ...project, bids };
    expect(release(gross).bids?.details.filter(({ value }) => value !== undefined)).toEqual([]);
    expect(ocdsProblems(gross, AFTER)).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'ocds.pricesLeftOut', data: { count: 9 } }));
    expect(ocdsProblems(gross, BEFORE).map(({ code }) => code)).not.toContain('ocds.pricesLeftOut');
  });

  it('knows a personal number from a fiscal code, and no scheme for foreign numbers', () => {
    const project = demo();
    const [one, two, ...rest] = Object.values(project.bidders);
    const bidders = Object.fromEntries([{ ...one!, identifier: '1960229410014' }, { ...two!, country: 'DE', identifier: '136695976' }, ...rest].map((bidder) => [bidder.id, bidder]));
    const text = textOf({ ...project, bidders }, AFTER);
    expect(text).not.toContain('1960229410014');
    expect(text).not.toContain('136695976');
    expect(text).toContain(one!.name);
  });

  it('tells by its status and tags how far the call is', () => {
    const project = demo();
    const call = { ...project, bids: {}, bidders: {}, scoreSheets: {} };
    expect([release(call).tender.status, release(call).tag]).toEqual(['planned', ['planning', 'tender']]);
    const draft = { ...call, awardCriteria: {} };
    expect([release(draft).tender.status, release(draft).tag]).toEqual(['planning', ['planning']]);
    const unexplained = { ...call, needs: {}, description: ' ', lots: Object.fromEntries(Object.values(call.lots).map((lot) => [lot.id, { ...lot, estimatedValue: null }])), bids: project.bids };
    expect(release(unexplained).tag).toEqual(['tender']);
  });

  it('declares the extensions it uses and no others', () => {
    const { knockOuts: _, requirements: _too, ...project } = demo();
    const { lots, bids, awardCriteria } = OCDS_EXTENSIONS;
    const declared = (given: Project, options: OcdsOptions) => publicationOf(given, options).extensions;
    expect(declared(project, AFTER)).toEqual([lots, awardCriteria, bids]);
    expect(declared(project, BEFORE)).toEqual([lots, awardCriteria]);
    expect(declared({ ...project, awardCriteria: {} }, BEFORE)).toEqual([lots]);
    expect(declared({ ...project, lots: {}, bids: {} }, AFTER)).toEqual([]);
  });
});

describe('the ocid', () => {
  it('joins a registered prefix and the project, the same in every publication', () => {
    const project = demo();
    expect([BEFORE, AFTER, { ...AFTER, date: '2027-01-01T00:00:00.000Z' }].map((options) => release(project, options).ocid)).toEqual(Array(3).fill(`ocds-a1b2c3-${project.id}`));
  });

  it('is never given an invented prefix', () => {
    const project = demo();
    expect(release(project, { ...AFTER, ocidPrefix: '' }).ocid).toBe(project.id);
    expect(ocdsProblems(project, { ...AFTER, ocidPrefix: '' })).toEqual([{ severity: 'warning', code: 'ocds.prefixMissing', data: {} }]);
    expect(ocdsProblems(project, AFTER)).toEqual([]);
  });

  it.each(['ocds-', 'ocds-A1B2C3', 'ocds-a1b2c3-', 'a1b2c3', 'ocds-a1b2c', ' ocds-a1b2c3', 'ocds-a1b2c3\n'])('refuses the prefix %j', (ocidPrefix) => {
    expect(isOcidPrefix(ocidPrefix)).toBe(false);
    expect(() => publicationOf(demo(), { ...AFTER, ocidPrefix })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'ocds.prefixInvalid', data: { prefix: ocidPrefix } }) }));
    expect(ocdsProblems(demo(), { ...AFTER, ocidPrefix })).toContainEqual(expect.objectContaining({ severity: 'error', code: 'ocds.prefixInvalid' }));
  });
});

describe('an OCDS file', () => {
  it('has the same bytes for the same content and date, whatever order the records were given in', () => {
    fc.assert(fc.property(arbitraryProject, fc.constantFrom(BEFORE, AFTER), (project, options) => {
      const turned = Object.fromEntries(Object.entries(project).toReversed().map(([key, value]) => [key, typeof value === 'object' && value !== null && key !== 'laterField' ? Object.fromEntries(Object.entries(value).toReversed()) : value])) as Project;
      expect(textOf(turned, options)).toBe(textOf(project, options));
    }), { numRuns: 40 });
  });

  it('has a release id and an address of its own as soon as anything in it changes', () => {
    const project = demo();
    const later = { ...AFTER, date: '2026-03-03T08:15:00.000Z' };
    const all = [publicationOf(project, BEFORE), publicationOf(project, AFTER), publicationOf(project, later), publicationOf({ ...project, title: 'Altul' }, AFTER)];
    expect(new Set(all.map(({ releases }) => releases.at(-1)!.id)).size).toBe(4);
    expect(new Set(all.map(({ uri }) => uri)).size).toBe(4);
  });
});

describe('what must stay secret', () => {
  const project = projectWithSecrets();

  it('is there to be found in the project itself', () => {
    const whole = new TextEncoder().encode(JSON.stringify(project) + Object.values(project.bids).map(({ price }) => `${(price?.amount ?? 0) / 100} ${((price?.amount ?? 0) / 100).toFixed(2)}`).join());
    const secrets = secretBeforeReport(project);
    expect(found(whole, secrets)).toEqual(secrets);
  });

  it('is in no byte of a publication before the report', () => {
    expect(found(bytesOf(project, BEFORE), secretBeforeReport(project))).toEqual([]);
  });

  it('is, as far as it is personal or a score, in no byte after it either', () => {
    const bytes = bytesOf(project, AFTER);
    expect(found(bytes, ALWAYS_SECRET)).toEqual([]);
    const [bid] = Object.values(project.bids);
    expect(found(bytes, [String(bid!.price!.amount / 100)])).toHaveLength(1);
  });

  it('cannot be told from the file before the report: other bids, bidders and scores give the same bytes', () => {
    const two = fc.tuple(arbitraryProject, arbitraryProject).filter(([one, other]) => (Object.keys(one.bids).length > 0) === (Object.keys(other.bids).length > 0));
    fc.assert(fc.property(two, ([one, { bids, bidders, evaluators, scoreSheets, imports }]) => {
      expect(textOf({ ...one, bids, bidders, evaluators, scoreSheets, imports }, BEFORE)).toBe(textOf(one, BEFORE));
    }), { numRuns: 60 });
  });

  it('does not change with scores and evaluators after the report either', () => {
    expect(textOf({ ...project, evaluators: {}, scoreSheets: {} }, AFTER)).toBe(textOf(project, AFTER));
  });
});
