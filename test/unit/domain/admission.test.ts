/** Between opening and decision: verdicts, limits, corrections, ties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissionProblems } from '../../../src-renderer/domain/admissibility/admission-problems';
import type { Inquiry } from '../../../src-renderer/domain/admissibility/admission-fields';
import { CANCELLATION_GROUNDS, cancellationGround, parseGrounds, REJECTION_GROUNDS, rejectionGround, secondPlaceGround } from '../../../src-renderer/domain/admissibility/grounds';
import { knockOutsOfBid } from '../../../src-renderer/domain/admissibility/knock-outs-of-bid';
import { minorDeviation } from '../../../src-renderer/domain/admissibility/minor-deviation';
import { nextNumber } from '../../../src-renderer/domain/admissibility/numbered';
import { lastOffer, tieOutcome } from '../../../src-renderer/domain/admissibility/tie-offers';
import { groundOf, inquiriesOf, lowPriceState, verdictOf } from '../../../src-renderer/domain/admissibility/verdict';
import type { BidCorrection } from '../../../src-renderer/domain/bid-correction';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import type { Bid, Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { clock, countingIds } from './fixtures';

/** Without conditions: what is unchecked of them has a test of its own. */
const demo = (): Project => ({ ...demoProject(countingIds(), clock), knockOuts: {} });
const bidOf = (project: Project, bidder: string, lot: string): Bid =>
  Object.values(project.bids).find((bid) => project.bidders[bid.bidderId]?.name.startsWith(bidder) && project.lots[bid.lotId]?.number === lot)!;
const withBid = (project: Project, bid: Bid, fields: Partial<Bid>): Project => ({ ...project, bids: { ...project.bids, [bid.id]: { ...bid, ...fields } } });
const lei = (amount: number) => ({ amount: amount * 100, currency: 'RON' });
const codes = (project: Project, bid: Bid): string[] => admissionProblems(project, RO_2026).filter(({ pointer }) => pointer?.startsWith(`/bids/${bid.id}/`)).map(({ code }) => code);

const asked = (fields: Partial<Inquiry> = {}): Inquiry =>
  ({ id: '1', kind: 'lowPrice', question: 'De ce?', askedOn: '2026-03-02', dueOn: '2026-03-09', answeredOn: null, answer: '', outcome: null, reason: '', ...fields });

describe('the grounds of the law', () => {
  it('are all there with article, day and certainty', () => {
    for (const source of [...REJECTION_GROUNDS.map(rejectionGround), ...CANCELLATION_GROUNDS.map(cancellationGround), secondPlaceGround()]) {
      expect(source.legalReference).not.toBe('');
      expect(source.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(['verbatim', 'derived', 'memory']).toContain(source.certainty);
    }
  });

  it('are refused with a place when a list is wrong', () => {
    expect(() => parseGrounds({ rejection: [{ code: 'late' }], cancellation: [], secondPlace: [] })).toThrow('rulePack.invalid');
  });
});

describe('a verdict', () => {
  it.each([
    [{ status: 'valid' }, 'examined'],
    [{ status: 'valid', admittedOn: '2026-03-02' }, 'admissible'],
    [{ status: 'valid', rejectionGround: 'late' }, 'examined'],
    [{ status: 'disqualified' }, 'rejected'],
    [{ status: 'disqualified', rejectionGround: 'notQualified', admittedOn: '2026-03-02' }, 'unacceptable'],
    // Since letter a) of Norms art. 137 par. 2 was repealed, Law 98/2016 art. 215 par. 5 makes a late bid non-compliant.
    [{ status: 'disqualified', rejectionGround: 'late' }, 'noncompliant'],
    [{ status: 'disqualified', rejectionGround: 'abnormallyLow' }, 'noncompliant'],
    [{ status: 'withdrawn', rejectionGround: 'late' }, 'withdrawn'],
  ] as const)('of %j is %s', (bid, verdict) => {
    expect(verdictOf(bid)).toBe(verdict);
    expect(groundOf(bid) !== null).toBe(verdict === 'unacceptable' || verdict === 'noncompliant');
  });

  it('follows status and ground alone: the two never tell different things', () => {
    fc.assert(fc.property(
      fc.constantFrom('valid', 'disqualified', 'withdrawn' as const), fc.option(fc.constantFrom(...REJECTION_GROUNDS), { nil: undefined }), fc.option(fc.constant('2026-03-02'), { nil: undefined }),
      (status, ground, admittedOn) => {
        const verdict = verdictOf({ status: status as Bid['status'], rejectionGround: ground, admittedOn });
        expect(['examined', 'admissible'].includes(verdict)).toBe(status === 'valid');
        expect(verdict === 'withdrawn').toBe(status === 'withdrawn');
        if (status === 'disqualified' && ground !== undefined) expect(verdict).toBe(rejectionGround(ground).kind);
      },
    ));
  });
});

describe('what the examination lacks', () => {
  it('a price below 80 % of the estimate must be explained, and an unjustified one rejected', () => {
    const project = demo();
    const bid = { ...bidOf(project, 'Valahia', '1') ?? bidOf(project, 'Rețele', '1') };
    const bare = withBid(project, bid, { inquiries: undefined });
    expect(lowPriceState(bare.bids[bid.id]!)).toBe('notAsked');
    expect(codes(bare, bid)).toContain('bid.lowPriceUnasked');
    const drafted = withBid(project, bid, { inquiries: { 1: asked({ askedOn: null }) } });
    expect(codes(drafted, bid)).toContain('bid.lowPriceUnasked');
    const open = withBid(project, bid, { inquiries: { 1: asked() } });
    expect(lowPriceState(open.bids[bid.id]!)).toBe('asked');
    expect(codes(open, bid)).toEqual([]);
    const unjustified = withBid(project, bid, { inquiries: { 1: asked({ outcome: 'insufficient' }) } });
    expect(codes(unjustified, bid)).toEqual(['bid.lowPriceUnjustified']);
    expect(lowPriceState({ inquiries: { 1: asked({ outcome: 'sufficient' }) } })).toBe('justified');
  });

  it('exactly 80 % is not low, one leu less is', () => {
    const project = demo();
    const bid = bidOf(project, 'Felinar', '1');
    expect(codes(withBid(project, bid, { price: lei(1_488_000) }), bid)).toEqual([]);
    expect(codes(withBid(project, bid, { price: { amount: 148_799_999, currency: 'RON' } }), bid)).toEqual(['bid.lowPriceUnasked']);
  });

  it('a price above the estimate needs funds, and sealed prices tell nothing', () => {
    const project = demo();
    const bid = bidOf(project, 'Felinar', '1');
    const above = withBid(project, bid, { price: lei(1_900_000) });
    expect(codes(above, bid)).toEqual(['bid.aboveEstimateUnfunded']);
    expect(codes(withBid(above, above.bids[bid.id]!, { extraFunds: 'HCL 12/2026' }), bid)).toEqual([]);
    expect(codes({ ...above, callRules: { twoEnvelopes: true } }, bid)).toEqual([]);
  });

  it('more than two rounds, too long a time and days off are told', () => {
    const project = demo();
    const bid = bidOf(project, 'Felinar', '1');
    const three = Object.fromEntries(['1', '2', '3'].map((id) => [id, asked({ id, kind: 'clarification' })]));
    expect(codes(withBid(project, bid, { inquiries: three }), bid)).toEqual(['bid.tooManyRounds']);
    expect(codes(withBid(project, bid, { inquiries: { 1: asked({ dueOn: '2026-03-23' }) } }), bid)).toEqual([]);
    expect(codes(withBid(project, bid, { inquiries: { 1: asked({ dueOn: '2026-03-24' }) } }), bid)).toEqual(['bid.inquiryTooLong']);
    expect(codes(withBid(project, bid, { inquiries: { 1: asked({ dueOn: '2026-03-08' }) } }), bid)).toEqual(['bid.inquiryDayOff']);
    expect(codes(withBid(project, bid, { inquiries: { 1: asked({ dueOn: '2026-03-02' }) } }), bid)).toEqual(['bid.inquiryDueBeforeAsked']);
  });

  it('a refused arithmetic correction asks for rejection', () => {
    const project = demo();
    const bid = bidOf(project, 'Felinar', '1');
    const correction: BidCorrection = { id: '1', kind: 'arithmetic', correctedPrice: lei(1_600_000), reason: 'sumă', notifiedOn: null, accepted: false };
    expect(codes(withBid(project, bid, { corrections: { 1: correction } }), bid)).toEqual(['bid.correctionRefused']);
  });

  it('an admissible bid has its conditions checked, and meets them', () => {
    const base = demo();
    const bid = bidOf(base, 'Felinar', '1');
    const knockOuts = { k: { id: 'k', position: 'a0', kind: 'requirement' as const, title: 'IP66', description: '', evidence: '' }, other: { id: 'other', position: 'a1', kind: 'requirement' as const, title: 'x', description: '', evidence: '', lotIds: { elsewhere: true as const } } };
    const project = withBid({ ...base, knockOuts }, bid, { admittedOn: '2026-03-02' });
    expect(knockOutsOfBid(project, bid).map(({ knockOut }) => knockOut.id)).toEqual(['k']);
    expect(codes(project, bid)).toEqual(['bid.knockOutsUnchecked']);
    const check = (outcome: 'met' | 'failed') => withBid(project, project.bids[bid.id]!, { knockOutChecks: { k: { id: 'k', outcome, evidence: '', reason: '' } } });
    expect(codes(check('met'), bid)).toEqual([]);
    expect(codes(check('failed'), bid)).toEqual(['bid.admittedDespiteFailure']);
  });
});

describe('a minor deviation', () => {
  it('is worth at most 1 % of the price and leaves the ranking as it is', () => {
    const project = demo();
    const bid = bidOf(project, 'Senzorium', '2');
    const of = (amount: number) => minorDeviation(project, RO_2026, bid, { id: '1', kind: 'minorDeviation', correctedPrice: { amount, currency: 'RON' }, reason: '', notifiedOn: null, accepted: null })!;
    const price = bid.price!.amount;
    expect(of(price + price / 100)).toMatchObject({ withinShare: true, limit: price / 100, share: '1' });
    expect(of(price + price / 100 + 1).withinShare).toBe(false);
    expect(of(price).sameRanking).toBe(true);
    expect(of(1).withinShare).toBe(false);
    expect(minorDeviation(project, RO_2026, { ...bid, price: null }, { id: '1', kind: 'minorDeviation', correctedPrice: lei(1), reason: '', notifiedOn: null, accepted: null })).toBeNull();
  });
});

describe('new offers after a tie', () => {
  const bids = (offers: Readonly<Record<string, Readonly<Record<string, number>>>>): Pick<Project, 'bids' | 'currency'> => ({
    currency: 'RON',
    bids: Object.fromEntries(Object.entries(offers).map(([id, rounds]) => [id, { ...bidOf(demo(), 'Felinar', '1'), id, newOffers: Object.fromEntries(Object.entries(rounds).map(([round, amount]) => [round, { id: round, price: { amount, currency: 'RON' }, receivedOn: null }])) }])),
  });

  it('are waited for from each, then the lowest wins; equal ones go on', () => {
    expect(tieOutcome(bids({ a: {}, b: { 1: 10 } }), ['a', 'b'])).toEqual({ status: 'open', round: '1', waiting: ['a'] });
    expect(tieOutcome(bids({ a: { 1: 9 }, b: { 1: 10 } }), ['a', 'b'])).toMatchObject({ status: 'settled', winner: 'a', order: ['a', 'b'] });
    expect(tieOutcome(bids({ a: { 1: 10 }, b: { 1: 10 } }), ['a', 'b'])).toMatchObject({ status: 'again', equal: ['a', 'b'] });
    expect(tieOutcome(bids({ a: { 1: 10, 2: 8 }, b: { 1: 10, 2: 7 } }), ['a', 'b'])).toMatchObject({ status: 'settled', round: '2', winner: 'b' });
    expect(tieOutcome(bids({ a: { 1: 0 }, b: { 1: 10 } }), ['a', 'b'])).toMatchObject({ status: 'open', waiting: ['a'] });
    expect(lastOffer(bids({ a: { 1: 10, 2: 8 } }).bids['a']!)?.amount).toBe(8);
  });
});

describe('numbered records', () => {
  it('count on from the highest, and come back in the order of their numbers', () => {
    const inquiries = Object.fromEntries(['10', '9', '1'].map((id) => [id, asked({ id })]));
    expect(inquiriesOf({ inquiries }).map(({ id }) => id)).toEqual(['1', '9', '10']);
    expect(nextNumber(inquiries)).toBe('11');
    expect(nextNumber(undefined)).toBe('1');
  });
});
