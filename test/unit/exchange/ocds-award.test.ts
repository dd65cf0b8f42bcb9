/** What a publication says of how the procedure ended: awards, contracts, phases of delivery, risks, conditions, documents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES, type Attachment } from '../../../src-renderer/domain/attachment';
import type { LotDecision } from '../../../src-renderer/domain/lot-decision';
import type { Project } from '../../../src-renderer/domain/project';
import { RISK_ALLOCATIONS, RISK_CATEGORIES } from '../../../src-renderer/domain/risk';
import { encodeOcds, OCDS_EXTENSIONS, type OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import { demo } from '../export/workbook-fixture';
import { decided, decision, LOT_1, LOT_2, WINNER } from './decided-project';
import { publicationOf, publicationSchema } from './ocds-schema';

const AFTER: OcdsOptions = { phase: 'afterReport', date: '2026-12-02T08:15:00.000Z', ocidPrefix: 'ocds-a1b2c3', language: 'ro' };
const BEFORE: OcdsOptions = { ...AFTER, phase: 'beforeReport' };
const releaseOf = (project: Project, options = AFTER) => publicationOf(project, options).releases.at(-1)!;

const document = (id: string, fields: Partial<Attachment>): Attachment => ({
  id, position: 'a0', title: `Titlul ${id}`, fileName: `${id}.pdf`, mediaType: 'application/pdf', size: 3, sha256: 'b'.repeat(64), filedUnder: { kind: 'project' }, addedAt: '2026-11-02T10:00:00.000Z', ...fields,
});
const withDocuments = (...attachments: Attachment[]): Project => ({ ...decided(), attachments: Object.fromEntries(attachments.map((each) => [each.id, each])) });

describe('awards and contracts of a publication', () => {
  it('tell each decided lot, its supplier and price, and the contract that was signed', () => {
    const { awards, contracts, tender, tag, parties } = releaseOf(decided());
    const supplier = `tenderer-${WINNER.bidderId}`;
    expect(awards?.map(({ id, status, date, relatedLots }) => [id, status, date, relatedLots])).toEqual([
      [`award-${LOT_1}`, 'active', '2026-11-02T10:00:00.000Z', [LOT_1]], [`award-${LOT_2}`, 'unsuccessful', '2026-11-02T10:00:00.000Z', [LOT_2]],
    ]);
    expect(awards?.[0]).toMatchObject({ suppliers: [{ id: supplier }], value: { amount: WINNER.price!.amount / 100, currency: 'RON' }, items: [{ relatedLot: LOT_1 }] });
    expect(awards?.[1]).not.toHaveProperty('value');
    expect(contracts).toMatchObject([{
      id: `contract-${LOT_1}`, awardID: `award-${LOT_1}`, title: '17 din 2026', status: 'active', dateSigned: '2026-11-30T00:00:00Z',
      period: { startDate: '2026-11-30T00:00:00Z', endDate: '2027-11-29T23:59:59Z' }, value: { amount: WINNER.price!.amount / 100, currency: 'RON' },
    }]);
    expect([tender.status, tag]).toEqual(['complete', ['contract']]);
    expect(parties.filter(({ roles }) => roles.includes('supplier')).map(({ id }) => id)).toEqual([supplier]);
  });

  it('take the price as corrected and accepted', () => {
    const project = decided();
    const corrected = { ...project.bids[WINNER.id]!, corrections: { 1: { id: '1', kind: 'arithmetic' as const, correctedPrice: { amount: 123_400, currency: 'RON' }, reason: 'R', notifiedOn: null, accepted: true } } };
    expect(releaseOf({ ...project, bids: { ...project.bids, [WINNER.id]: corrected } }).awards?.[0]?.value).toEqual({ amount: 1234, currency: 'RON' });
  });

  it('plan the phases of delivery in the tender, and date them from the signing as far as lengths are known', () => {
    const { tender, contracts } = releaseOf(decided());
    expect(tender.milestones?.filter(({ type }) => type === 'delivery').map(({ title, dueDate }) => [title, dueDate])).toEqual([['Prototip', undefined], ['Extindere', undefined]]);
    expect(contracts?.[0]?.implementation?.milestones.map(({ title, dueDate }) => [title, dueDate])).toEqual([['Prototip', '2027-02-28T23:59:59Z'], ['Extindere', undefined]]);
  });

  it('say who bears which risk, and declare the extension for it', () => {
    expect(releaseOf(decided()).contracts?.[0]?.riskAllocation).toEqual([{ id: 'r', category: 'technology', description: 'Senzorii nu rezistă iarna', allocation: 'undefined', notes: 'Probă de iarnă' }]);
    expect(publicationOf(decided(), AFTER).extensions).toContain(OCDS_EXTENSIONS.riskAllocation);
    expect(publicationOf(decided(), BEFORE).extensions).not.toContain(OCDS_EXTENSIONS.riskAllocation);
  });

  it('are in no byte before the report, and never with the reasons', () => {
    const before = Buffer.from(encodeOcds(publicationOf(decided(), BEFORE))).toString('utf8');
    for (const word of ['award-', 'contract-', '17 din 2026', 'Senzorii', 'complete', 'supplier']) expect(before).not.toContain(word);
    const after = Buffer.from(encodeOcds(publicationOf(decided(), AFTER))).toString('utf8');
    expect(after).not.toMatch(/MOTIVUL|PRIMARUL/u);
  });

  it('fit the strict schema whatever was decided, signed, planned and feared', () => {
    const day = fc.constantFrom('2026-11-30', '2027-01-31', '2028-02-29', null);
    const outcome = fc.constantFrom<Partial<LotDecision>>({}, { winnerBidId: 'gone' }, { outcome: 'cancel', winnerBidId: null }, { outcome: 'cancel', winnerBidId: null, cancellationGround: 'ordered' });
    const months = fc.option(fc.integer({ min: 0, max: 600 }), { nil: null });
    fc.assert(fc.property(fc.array(outcome, { maxLength: 2 }), day, day, fc.array(months, { maxLength: 4 }), fc.array(fc.record({
      category: fc.constantFrom(null, ...RISK_CATEGORIES), allocation: fc.constantFrom(null, ...RISK_ALLOCATIONS), description: fc.constantFrom('', ' ', 'risc'), measures: fc.constantFrom('', 'măsuri'),
    }), { maxLength: 3 }), (outcomes, signedOn, contractEndsOn, lengths, risks) => {
      const project: Project = {
        ...demo(),
        decisions: Object.fromEntries(outcomes.map((fields, index) => [[LOT_1, LOT_2][index]!, decision([LOT_1, LOT_2][index]!, fields)])),
        afterDecisions: Object.fromEntries([LOT_1, LOT_2].map((id) => [id, { id, signedOn, contractEndsOn }])),
        phases: Object.fromEntries(lengths.map((length, index) => [`p${index}`, { id: `p${index}`, position: `a${index}`, name: '', suppliers: null, capPerSupplier: null, budget: null, months: length, result: '' }])),
        risks: Object.fromEntries(risks.map((risk, index) => [`r${index}`, { id: `r${index}`, position: `a${index}`, ...risk }])),
      };
      const written: unknown = JSON.parse(Buffer.from(encodeOcds(publicationOf(project, AFTER))).toString('utf8'));
      expect(publicationSchema.safeParse(written).error?.issues).toBeUndefined();
    }), { numRuns: 60 });
  });
});

describe('the answers of bids to requirements', () => {
  const requirement = (id: string, kind: 'mandatory' | 'desirable') => ({
    id, position: `a${id}`, code: `C-${id}`, section: '', text: 'Date deschise', kind, aspect: null, verification: '', needId: null, criterionId: null, notes: '', importId: null,
  });
  const answered = (): Project => {
    const project = decided();
    const requirementResponses = { 1: { id: '1', meets: true, text: 'SECRETUL OFERTEI' }, 2: { id: '2', meets: false, text: '' }, 3: { id: '3', meets: null, text: 'Vezi pagina 3' } };
    return { ...project, requirements: { 1: requirement('1', 'mandatory'), 2: requirement('2', 'desirable'), 3: requirement('3', 'mandatory') }, bids: { ...project.bids, [WINNER.id]: { ...WINNER, requirementResponses } } };
  };

  it('are told as yes or no after the report, of requirements the call publishes, without their words', () => {
    const { bids, tender } = releaseOf(answered());
    const responses = bids?.details.flatMap(({ requirementResponses = [] }) => requirementResponses) ?? [];
    expect(responses).toEqual([{
      id: `${WINNER.id}-1`, value: true, requirement: { id: '1-requirement', title: 'C-1' }, relatedTenderer: expect.objectContaining({ id: `tenderer-${WINNER.bidderId}` }),
    }]);
    expect(tender.criteria?.flatMap(({ requirementGroups: [{ requirements }] }) => requirements.map(({ id }) => id))).toContain('1-requirement');
    for (const options of [AFTER, BEFORE]) {
      const text = Buffer.from(encodeOcds(publicationOf(answered(), options))).toString('utf8');
      expect(text).not.toContain('SECRETUL');
      expect(publicationSchema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
    }
    expect(JSON.stringify(releaseOf(answered(), BEFORE))).not.toContain('requirementResponses');
  });
});

describe('the conditions and documents of a publication', () => {
  it('are criteria with one requirement each, told of the bidder or of the bid', () => {
    const knockOut = (id: string, kind: 'qualification' | 'requirement') => ({ id, position: `a${id}`, kind, title: `Condiția ${id}`, description: '', evidence: 'Certificat' });
    const project = { ...demo(), requirements: {}, knockOuts: { 1: knockOut('1', 'qualification'), 2: knockOut('2', 'requirement') } };
    expect(releaseOf(project, BEFORE).tender.criteria?.map(({ title, relatesTo, requirementGroups: [{ requirements: [{ description }] }] }) => [title, relatesTo, description]))
      .toEqual([['Condiția 1', 'tenderer', 'Certificat'], ['Condiția 2', undefined, 'Certificat']]);
    expect(publicationOf(project, BEFORE).extensions).toContain(OCDS_EXTENSIONS.requirements);
    expect(releaseOf({ ...project, knockOuts: {}, requirements: {} }, BEFORE).tender).not.toHaveProperty('criteria');
  });

  it('name the mandatory requirements of the specification after the conditions, and no notes', () => {
    const requirement = (id: string, kind: 'mandatory' | 'desirable') => ({
      id, position: `a${id}`, code: `C-${id}`, section: 'Rețea', text: 'Date deschise', kind, aspect: null, verification: 'Probă', needId: null, criterionId: null, notes: 'NOTA', importId: null,
    });
    const project = { ...demo(), knockOuts: {}, requirements: { 1: requirement('1', 'mandatory'), 2: requirement('2', 'desirable') } };
    const { criteria } = releaseOf(project, BEFORE).tender;
    expect(criteria).toMatchObject([{ id: '1', title: 'C-1 · Rețea', description: 'Date deschise', requirementGroups: [{ requirements: [{ title: 'C-1', description: 'Probă' }] }] }]);
    expect(JSON.stringify(criteria)).not.toContain('NOTA');
  });

  it('are told only where a person chose so, in the part of the release their kind belongs to', () => {
    const project = withDocuments(
      document('secret', {}), document('none', { publicAs: null }), document('study', { publicAs: 'marketStudies' }), document('specification', { publicAs: 'technicalSpecifications', mediaType: 'NU E TIP' }),
      document('report', { publicAs: 'evaluationReports' }), document('notice', { publicAs: 'awardNotice', filedUnder: { kind: 'lot', id: LOT_2 } }), document('contract', { publicAs: 'contractSigned' }),
      document('offer', { publicAs: 'technicalSpecifications', filedUnder: { kind: 'bid', id: WINNER.id } }),
    );
    const { planning, tender, awards, contracts } = releaseOf(project);
    const ids = (documents: readonly { readonly id: string }[] | undefined) => documents?.map(({ id }) => id);
    expect([planning?.documents, tender.documents, awards?.[0]?.documents, awards?.[1]?.documents, contracts?.[0]?.documents].map(ids)).toEqual([['study'], ['specification', 'report'], undefined, ['notice'], ['contract']]);
    expect(planning?.documents?.[0]).toEqual({ id: 'study', documentType: 'marketStudies', title: 'Titlul study', format: 'application/pdf', language: 'ro' });
    expect(tender.documents?.[0]).not.toHaveProperty('format');
    const before = releaseOf(project, BEFORE);
    expect([ids(before.planning?.documents), ids(before.tender.documents)]).toEqual([['study'], ['specification']]);
  });

  it('fit the strict schema for every kind of document', () => {
    const project = withDocuments(...DOCUMENT_TYPES.map((publicAs) => document(publicAs, { publicAs })));
    const written: unknown = JSON.parse(Buffer.from(encodeOcds(publicationOf(project, AFTER))).toString('utf8'));
    expect(publicationSchema.safeParse(written).error?.issues).toBeUndefined();
  });
});
