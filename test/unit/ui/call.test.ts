import { describe, expect, it } from 'vitest';
import type { AwardCriterion, PriceCriterion } from '../../../src-renderer/domain/project';
import type { Severity } from '../../../src-renderer/domain/problem';
import { fieldRemarks } from '../../../src-renderer/ui/context/field-remarks';
import { formulaSamples } from '../../../src-renderer/ui/screens/call/formula-samples';
import { rankingSamples } from '../../../src-renderer/ui/screens/call/ranking-samples';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import * as fixtures from '../domain/fixtures';
import { weightsOf } from '../../../src-renderer/ui/screens/call/weights';
import { shortBidderName } from '../../../src-renderer/ui/screens/evaluation/short-bidder-name';

const price = (fields: Partial<PriceCriterion> = {}): PriceCriterion => ({
  id: 'p', position: 'a0', name: 'Preț', description: '', weight: '40', axis: 'costEffectiveness', type: 'price', formula: 'lowestProportional', fullMarksAt: null, ...fields,
});
const quality = (weight: string): AwardCriterion => ({
  id: `q${weight}`, position: 'a1', name: 'Calitate', description: '', weight, axis: 'transformativePotential', type: 'quality', scale: { max: 5, anchors: {} }, evidence: '',
});

const call = (...criteria: AwardCriterion[]) => ({ awardCriteria: Object.fromEntries(criteria.map((each) => [each.id, each])) });

describe('the sum of the weights', () => {
  it('is exact where binary numbers are not', () => {
    const weights = weightsOf(call(price({ weight: '99.7' }), quality('0.1'), quality('0.2')));
    expect(weights).toMatchObject({ sum: '100', left: '0', state: 'balanced' });
    expect(weights.byAxis).toEqual({ costEffectiveness: '99.7', transformativePotential: '0.3' });
  });

  it('says how much is left, or too much', () => {
    expect(weightsOf(call(price()))).toMatchObject({ left: '60', state: 'short' });
    expect(weightsOf(call(price(), quality('70')))).toMatchObject({ left: '-10', state: 'over' });
  });
});

describe('a price formula on sample prices', () => {
  const estimate = { amount: 100_000_000, currency: 'RON' };
  const points = (criterion: PriceCriterion) => formulaSamples(criterion, estimate)?.listed.map((sample) => sample.points);

  it('gives what the rule says between 60 % and 120 % of the estimate', () => {
    expect(points(price())).toEqual(['40.00', '32.00', '26.67', '22.86', '20.00']);
    expect(points(price({ formula: 'relativeLinear' }))).toEqual(['40.00', '30.00', '20.00', '10.00', '0.00']);
    expect(points(price({ formula: 'minMaxLinear' }))).toEqual(['40.00', '30.00', '20.00', '10.00', '0.00']);
    expect(points(price({ formula: 'toBudget', fullMarksAt: '75' }))).toEqual(['40.00', '40.00', '16.00', '0.00', '0.00']);
  });

  it('draws nothing without a weight or a usable threshold', () => {
    expect(points(price({ weight: '0' }))).toBeUndefined();
    expect(points(price({ formula: 'toBudget' }))).toBeUndefined();
    expect(points(price({ formula: 'toBudget', fullMarksAt: '100' }))).toBeUndefined();
  });
});

describe('problems beside their fields', () => {
  const problem = (pointer: string, code: string, severity: Severity = 'error') => ({ severity, code, data: {}, pointer });

  it('are told at the field of the record, once, as grave as they are, and hints are not told', () => {
    const remarks = fieldRemarks(
      [
        problem('/lots/1/title', 'first'), problem('/lots/1/title', 'second'), problem('/lots/12/title', 'other'),
        problem('/lots/1/number', 'hint', 'info'), problem('/lots/1/estimatedValue', 'doubt', 'warning'),
      ],
      '/lots/1', ({ code }) => code,
    );
    expect(remarks('title')).toEqual({ error: 'first' });
    expect(remarks('estimatedValue')).toEqual({ warning: 'doubt' });
    expect(remarks('number')).toEqual({});
    expect(remarks('description')).toEqual({});
  });
});

describe('a bidder\'s short name', () => {
  it('leaves out the legal form and keeps what is left readable', () => {
    expect(shortBidderName('S.C. Ștefănești Construct S.R.L.')).toBe('Ștefănești Construct');
    expect(shortBidderName('Țăndărei Digital SA')).toBe('Țăndărei Digital');
    expect(shortBidderName('ACME GmbH')).toBe('ACME');
    expect(shortBidderName('S.R.L.')).toBe('S.R.L.');
    expect(shortBidderName('Asocierea pentru modernizarea iluminatului public din județ', 20)).toBe('Asocierea pentru mo…');
  });
});

describe('a ranking rule drawn', () => {
  const estimate = { amount: 100_000_00, currency: 'RON' };
  const needed = (rule: 'pricePerQuality' | 'monetisedQuality', qualityWorth?: string) =>
    rankingSamples(rule, qualityWorth === undefined ? {} : { qualityWorth }, estimate)?.listed.map(({ points }) => points / 100);

  it('asks as many points as the rule does to stand level with 70 points at the estimate', () => {
    expect(needed('pricePerQuality')).toEqual([42, 52.5, 63, 73.5, 84]);
    // Full quality is worth half the estimate: 15 per cent of the estimate are 30 points.
    expect(needed('monetisedQuality', '50')).toEqual([-10, 20, 50, 80, 110]);
    expect([needed('monetisedQuality'), needed('monetisedQuality', '0')]).toEqual([undefined, undefined]);
  });

  it('says what the evaluation says: such bids have the same figure', () => {
    for (const [rule, qualityWorth] of [['pricePerQuality', '0'], ['monetisedQuality', '50'], ['monetisedQuality', '62.5']] as const) {
      for (const { price: amount, points } of rankingSamples(rule, { qualityWorth }, estimate)?.drawn ?? []) {
        const criteria = [fixtures.quality('q', { weight: '100', scale: { max: 100, anchors: {} } })];
        if (points % 100 !== 0) continue;
        const project = fixtures.projectOf({
          criteria, lots: [fixtures.lot('1', { estimatedValue: estimate })],
          bids: [fixtures.bid('ordinary', { price: estimate }), fixtures.bid('other', { price: amount })],
          scores: { e1: { ordinary: { q: '70' }, other: { q: String(points / 100) } } },
        });
        const { ranking } = evaluate({ ...project, callRules: { rankingRule: rule, qualityWorth } }, RO_2026).lots[0]!;
        const figures = ranking.map(({ comparison }) => (comparison === undefined || 'missing' in comparison ? null : comparison.figure?.amount));
        expect(figures[0]).toBe(figures[1]);
      }
    }
  });
});
