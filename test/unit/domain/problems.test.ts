import { describe, expect, it } from 'vitest';
import { bidProblems } from '../../../src-renderer/domain/bid-problems';
import { callProblems } from '../../../src-renderer/domain/call-problems';
import { evaluationProblems } from '../../../src-renderer/domain/evaluation-problems';
import { MAX_AMOUNT } from '../../../src-renderer/domain/money';
import type { Problem } from '../../../src-renderer/domain/problem';
import type { Project } from '../../../src-renderer/domain/project';
import { COLLECTION_LIMITS, projectProblems } from '../../../src-renderer/domain/project-problems';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { stageStatus } from '../../../src-renderer/domain/stage';
import { bid, bidder, lei, lot, price, projectOf, quality, type Parts } from './fixtures';

const anchors = Object.fromEntries(['0', '1', '2', '3', '4', '5'].map((level) => [level, `Level ${level}.`]));
const anchored = quality('q', { scale: { max: 5, anchors } });

/** A call nothing is wrong with. */
const sound: Parts = { lots: [lot('1', { estimatedValue: lei(1000) })], criteria: [price('p'), anchored] };

const callOf = (parts: Parts): Problem[] => callProblems(projectOf({ ...sound, ...parts }), RO_2026);

describe('call problems', () => {
  it('are none for a sound call', () => {
    expect(callOf({})).toEqual([]);
  });

  it.each<[string, Parts, Partial<Problem>]>([
    ['no lots', { lots: [] }, { severity: 'error', code: 'call.noLots', pointer: '/lots' }],
    ['no criteria', { criteria: [] }, { severity: 'error', code: 'call.noCriteria', pointer: '/awardCriteria' }],
    ['weights below 100', { criteria: [price('p', { weight: '33.33' }), anchored] }, { code: 'call.weightsNot100', data: { sum: '93.33', difference: '6.67' } }],
    ['weights above 100 by a hair', { criteria: [price('p', { weight: '40.0000000001' }), anchored] }, { code: 'call.weightsNot100', data: { sum: '100.0000000001', difference: '-0.0000000001' } }],
    ['a weight of zero', { criteria: [price('p'), anchored, quality('z', { weight: '0', scale: { max: 5, anchors } })] }, { code: 'call.weightInvalid', pointer: '/awardCriteria/z/weight', data: { criterion: 'z', weight: '0' } }],
    ['a negative weight', { criteria: [price('p', { weight: '-40' }), anchored] }, { code: 'call.weightInvalid' }],
    ['an unnamed criterion', { criteria: [price('p'), { ...anchored, name: '  ' }] }, { code: 'call.criterionUnnamed', pointer: '/awardCriteria/q/name', data: { number: 2 } }],
    ['a name twice', { criteria: [price('p', { name: 'q' }), anchored] }, { severity: 'warning', code: 'call.criterionNameDuplicate' }],
    ['levels without a sentence', { criteria: [price('p'), quality('q', { scale: { max: 3, anchors: { 0: 'None.', 2: ' ' } } })] }, { severity: 'warning', code: 'call.anchorsMissing', pointer: '/awardCriteria/q/scale/anchors', data: { criterion: 'q', missing: 3, levels: '1, 2, 3' } }],
    ['ends or middle of a long scale without a sentence', { criteria: [price('p'), quality('q', { scale: { max: 100, anchors: { 0: 'None.', 51: 'Just over half.' } } })] }, { severity: 'warning', code: 'call.anchorsMissing', data: { criterion: 'q', missing: 2, levels: '50, 100' } }],
    ['no price criterion', { criteria: [quality('q', { weight: '100', scale: { max: 5, anchors } })] }, { severity: 'info', code: 'call.noPriceCriterion' }],
    ['an axis nothing counts on', { criteria: [price('p', { weight: '100' })] }, { severity: 'warning', code: 'call.axisEmpty', data: { axis: 'transformativePotential' } }],
    ['a price above the cap of Norms art. 32 par. 6', { criteria: [price('p', { weight: '40.01' }), quality('q', { weight: '59.99', scale: { max: 5, anchors } })] }, { severity: 'info', code: 'call.priceWeightHigh', data: { weight: '40.01', cap: '40' } }],
    ['a budget formula without a full-marks price', { criteria: [price('p', { formula: 'toBudget' }), anchored] }, { severity: 'error', code: 'call.fullMarksMissing', pointer: '/awardCriteria/p/fullMarksAt' }],
    ['a full-marks price at the budget', { criteria: [price('p', { formula: 'toBudget', fullMarksAt: '100' }), anchored] }, { code: 'call.fullMarksInvalid', data: { criterion: 'p', value: '100' } }],
    ['a lot number twice', { lots: [lot('1', { estimatedValue: lei(1) }), lot('2', { number: ' 1', estimatedValue: lei(1) })] }, { code: 'call.lotNumberDuplicate', pointer: '/lots/2/number', data: { lot: '1' } }],
    ['a lot without a number', { lots: [lot('1', { number: '', estimatedValue: lei(1) })] }, { code: 'call.lotNumberMissing', pointer: '/lots/1/number' }],
    ['a lot without a title', { lots: [lot('1', { title: '', estimatedValue: lei(1) })] }, { severity: 'warning', code: 'call.lotUntitled' }],
    ['a lot without a value', { lots: [lot('1')] }, { severity: 'warning', code: 'call.lotWithoutValue', pointer: '/lots/1/estimatedValue' }],
    ['a lot without the value its formula needs', { lots: [lot('1')], criteria: [price('p', { formula: 'toBudget', fullMarksAt: '60' }), anchored] }, { severity: 'error', code: 'call.lotWithoutValue' }],
    ['a lot worth nothing', { lots: [lot('1', { estimatedValue: lei(0) })] }, { code: 'call.lotValueNotPositive' }],
    ['a lot in euro', { lots: [lot('1', { estimatedValue: { amount: 5, currency: 'EUR' } })] }, { code: 'call.lotOtherCurrency', data: { lot: '1', currency: 'EUR', expected: 'RON' } }],
  ])('tell of %s', (_what, parts, problem) => {
    expect(callOf(parts)).toContainEqual(expect.objectContaining(problem));
  });

  it('are none for a long scale with its ends and its middle described', () => {
    const long = quality('q', { scale: { max: 100, anchors: { 0: 'None.', 50: 'Half.', 100: 'All.' } } });
    expect(callOf({ criteria: [price('p'), long] })).toEqual([]);
  });

  it('leave the caps out without a rule pack, and tell of a nameless buyer', () => {
    const project = projectOf({ ...sound, criteria: [price('p', { weight: '50' }), { ...anchored, weight: '50' }] });
    expect(callProblems(project)).toEqual([]);
    expect(callProblems({ ...project, buyer: { ...project.buyer, name: '' } })).toMatchObject([{ code: 'call.buyerUnnamed', pointer: '/buyer/name' }]);
  });
});

describe('bid problems', () => {
  const good = bid('a', { price: lei(900) });
  const bidsOf = (parts: Parts): Problem[] => bidProblems(projectOf({ ...sound, bids: [good], ...parts }));

  it('are none for a sound bid', () => {
    expect(bidsOf({})).toEqual([]);
  });

  it.each<[string, Parts, Partial<Problem>]>([
    ['no price', { bids: [bid('a')] }, { severity: 'error', code: 'bid.noPrice', pointer: '/bids/a/price', data: { bidder: 'Bidder o-a', lot: '1' } }],
    ['a price of zero', { bids: [bid('a', { price: lei(0) })] }, { code: 'bid.priceNotPositive' }],
    ['a price with VAT', { bids: [bid('a', { price: lei(900), vatIncluded: true })] }, { severity: 'error', code: 'bid.priceIncludesVat', pointer: '/bids/a/vatIncluded' }],
    ['VAT not told', { bids: [bid('a', { price: lei(900), vatIncluded: null })] }, { severity: 'warning', code: 'bid.vatUnknown' }],
    ['another currency', { bids: [bid('a', { price: { amount: 5, currency: 'EUR' } })] }, { code: 'bid.otherCurrency', data: { bidder: 'Bidder o-a', lot: '1', currency: 'EUR', expected: 'RON' } }],
    ['two decimals slipped', { bids: [bid('a', { price: lei(100_000.01) })] }, { severity: 'warning', code: 'bid.priceAbsurd' }],
    ['thousands lost', { bids: [bid('a', { price: lei(9.99) })] }, { severity: 'warning', code: 'bid.priceAbsurd' }],
    ['a lot that is not there', { bids: [bid('a', { lotId: '9', price: lei(900) })] }, { code: 'bid.missingLot', pointer: '/bids/a/lotId' }],
    ['a bidder that is not there', { bidders: [] }, { code: 'bid.missingBidder', pointer: '/bids/a/bidderId' }],
    ['a second bid for the lot', { bids: [good, bid('b', { bidderId: 'o-a', price: lei(800) })] }, { severity: 'error', code: 'bid.duplicate', pointer: '/bids/b' }],
    ['a disqualification without a reason', { bids: [bid('a', { status: 'disqualified', statusReason: ' ' })] }, { severity: 'warning', code: 'bid.statusReasonMissing', data: { bidder: 'Bidder o-a', lot: '1', status: 'disqualified' } }],
    ['a lot nobody bid for', { lots: [lot('1', { estimatedValue: lei(1000) }), lot('2')] }, { severity: 'info', code: 'bid.lotWithoutBids', data: { lot: '2' } }],
    ['a bidder without a name', { bidders: [bidder('o-a', { name: ' ' })] }, { code: 'bidder.unnamed' }],
    ['a wrong check digit', { bidders: [bidder('o-a', { identifier: '14399841', country: 'RO' })] }, { severity: 'warning', code: 'bidder.identifierInvalid', pointer: '/bidders/o-a/identifier' }],
    ['two bidders with one code', { bidders: [bidder('o-a', { identifier: '14399840' }), bidder('x', { identifier: '14399840' })] }, { code: 'bidder.identifierShared', data: { bidder: 'Bidder x', other: 'Bidder o-a', identifier: '14399840' } }],
    ['two bidders with one name', { bidders: [bidder('o-a', { name: 'Lămpi SRL' }), bidder('x', { name: 'LAMPI  srl' })] }, { severity: 'warning', code: 'bidder.nameShared' }],
  ])('tell of %s', (_what, parts, problem) => {
    expect(bidsOf(parts)).toContainEqual(expect.objectContaining(problem));
  });

  it('let other countries\' numbers be, a bid follow a withdrawn one, and quality decide alone', () => {
    expect(bidsOf({ bidders: [bidder('o-a', { identifier: '123456789', country: 'BG' })] })).toEqual([]);
    expect(bidsOf({ bidders: [bidder('o-a', { identifier: 'U12345678' })] })).toEqual([]);
    expect(bidsOf({ bids: [bid('b', { bidderId: 'o-a', status: 'withdrawn', statusReason: 'Letter 12.' }), good], bidders: [bidder('o-a')] })).toEqual([]);
    expect(bidsOf({ criteria: [{ ...anchored, weight: '100' }], bids: [bid('a')] })).toEqual([]);
  });
});

describe('evaluation problems', () => {
  const parts: Parts = { ...sound, bids: [bid('a', { price: lei(900) })] };

  it('tell of missing scores, scores off the scale, missing reasons and a nameless evaluator', () => {
    expect(evaluationProblems(projectOf(parts))).toMatchObject([{ severity: 'error', code: 'score.missing', pointer: '/bids/a', data: { missing: 1, lot: '1', evaluator: 'Evaluator e1' } }]);
    expect(evaluationProblems(projectOf({ ...parts, scores: { e1: { a: { q: '6' } } } }))).toMatchObject([{ code: 'score.outsideScale', pointer: '/scoreSheets/e1.a/scores/q/value', data: { criterion: 'q', value: '6', max: 5 } }]);
    const project = projectOf({ ...parts, scores: { e1: { a: { q: '4' } } } });
    expect(evaluationProblems(project)).toEqual([]);
    const silent = { ...project, scoreSheets: { 'e1.a': { id: 'e1.a', evaluatorId: 'e1', bidId: 'a', scores: { q: { value: '4', reason: ' ' } } } } };
    expect(evaluationProblems(silent)).toMatchObject([{ severity: 'warning', code: 'score.reasonMissing', data: { missing: 1 } }]);
    expect(evaluationProblems({ ...project, evaluators: { e1: { id: 'e1', position: 'a0', name: '' } } })).toMatchObject([{ code: 'evaluator.unnamed' }]);
  });

  it('do not ask for scores of bids that take no part', () => {
    expect(evaluationProblems(projectOf({ ...parts, bids: [bid('a', { status: 'withdrawn' })] }))).toEqual([]);
  });
});

describe('project problems', () => {
  const project = projectOf({ ...sound, bids: [bid('a', { price: lei(900) })], scores: { e1: { a: { q: '4' } } } });
  const sheet = { id: 'e1.a', evaluatorId: 'e1', bidId: 'a', scores: {} };

  it('are none for a sound project', () => {
    expect(projectProblems(project)).toEqual([]);
  });

  it.each<[string, Partial<Project>, Partial<Problem>]>([
    ['a record under another id', { lots: { 1: lot('1'), other: lot('2') } }, { severity: 'error', code: 'project.keyMismatch', pointer: '/lots/other/id', data: { collection: 'lots', key: 'other', id: '2' } }],
    ['a bid for a lot that is not there', { lots: {} }, { severity: 'error', code: 'project.danglingReference', pointer: '/bids/a/lotId', data: { collection: 'lots', field: 'lotId', id: '1' } }],
    ['a bid of nobody', { bidders: {} }, { code: 'project.danglingReference', pointer: '/bids/a/bidderId' }],
    ['a bid of a forgotten import', { bids: { a: bid('a', { importId: 'gone' }) } }, { severity: 'warning', code: 'project.danglingReference', pointer: '/bids/a/importId' }],
    ['a lot called like an inherited member', { bids: { a: bid('a', { lotId: 'toString' }) } }, { code: 'project.danglingReference', pointer: '/bids/a/lotId' }],
    ['a sheet of nobody', { evaluators: {} }, { code: 'project.danglingReference', pointer: '/scoreSheets/e1.a/evaluatorId' }],
    ['a sheet under a made-up id', { scoreSheets: { s: { ...sheet, id: 's' } } }, { code: 'project.sheetIdMismatch', pointer: '/scoreSheets/s/id' }],
    ['a score for a criterion that is not there', { scoreSheets: { 'e1.a': { ...sheet, scores: { gone: { value: '1', reason: '' } } } } }, { severity: 'warning', code: 'project.danglingReference', pointer: '/scoreSheets/e1.a/scores/gone' }],
    ['an amount beyond the limit', { bids: { a: bid('a', { price: { amount: -MAX_AMOUNT - 1, currency: 'RON' } }) } }, { code: 'project.amountTooLarge', pointer: '/bids/a/price' }],
    ['a place nothing can follow', { lots: { 1: lot('1', { position: '!!' }) } }, { code: 'project.positionInvalid', pointer: '/lots/1/position' }],
    ['nobody to score', { evaluators: {}, scoreSheets: {} }, { severity: 'warning', code: 'project.noEvaluator' }],
  ])('tell of %s', (_what, fields, problem) => {
    expect(projectProblems({ ...project, ...fields })).toContainEqual(expect.objectContaining(problem));
  });

  it('stop at too many records', () => {
    const lots = Object.fromEntries(Array.from({ length: COLLECTION_LIMITS.lots + 1 }, (_, index) => [`l${index}`, lot(`l${index}`)]));
    expect(projectProblems({ ...project, lots })).toMatchObject([{ code: 'project.tooMany', data: { collection: 'lots', count: 501, limit: 500 } }]);
  });
});

describe('stages', () => {
  it('are empty, ask for attention, or are done', () => {
    expect(stageStatus(projectOf({ lots: [], criteria: [] }), RO_2026)).toMatchObject({ call: { state: 'empty', count: 0 }, bids: { state: 'empty' }, evaluation: { state: 'empty' } });
    const begun = projectOf({ ...sound, bids: [bid('a', { price: lei(900) }), bid('b')] });
    // Procedure, publication and deadline are still to be decided.
    expect(stageStatus(begun, RO_2026)).toMatchObject({ needs: { state: 'empty' }, specification: { state: 'empty' }, call: { state: 'attention', missing: 3, count: 3 }, bids: { state: 'attention', missing: 1, count: 2 }, evaluation: { state: 'attention', missing: 2, count: 2 } });
    const done = projectOf({ ...sound, bids: [bid('a', { price: lei(900) })], scores: { e1: { a: { q: '4' } } } });
    expect(stageStatus(done, RO_2026).evaluation).toEqual({ state: 'done', missing: 0, count: 1 });
  });
});
