/** Every row of the table of routes: when it fits, when it does not, and what is recommended. */
import { describe, expect, it } from 'vitest';
import { decideRoute, type Question } from '../../../src-renderer/domain/procedure/decide';
import { ruleMoney, valuePosition } from '../../../src-renderer/domain/procedure/estimated-value';
import { GROUNDS, groundOf, type GroundCode } from '../../../src-renderer/domain/procedure/grounds';
import { ROUTES, type Procedure, type Route } from '../../../src-renderer/domain/procedure/procedure';
import { ruleOn } from '../../../src-renderer/domain/rule-pack';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { lei, lot, projectOf } from '../domain/fixtures';

const ON = '2026-05-20';

/** Goods of a local body, ready on the market, that can be specified; each test changes what matters to it. */
const ORDINARY: Procedure = { contractType: 'goods', buyerType: 'local', onlyConcept: false, market: 'ready', research: false, meansKnown: true };
const RESEARCH: Procedure = { ...ORDINARY, contractType: 'services', market: 'absent', research: true };

const decide = (answers: Procedure, amount: number) => {
  const project = { ...projectOf({ lots: [lot('1', { estimatedValue: lei(amount) })] }), procedure: answers };
  return decideRoute(answers, valuePosition(project, RO_2026, ON));
};
const verdict = (answers: Procedure, amount: number, route: Route) => decide(answers, amount).verdicts.find((each) => each.route === route)!;

describe('the recommended route', () => {
  it.each<[string, Procedure, number, Route]>([
    ['ready goods above the threshold', ORDINARY, 2_000_000, 'open'],
    ['ready goods between cap and threshold', ORDINARY, 500_000, 'simplified'],
    ['ready goods below the cap', ORDINARY, 100_000, 'directPurchase'],
    ['works below their own cap', { ...ORDINARY, contractType: 'works' }, 900_399, 'directPurchase'],
    ['works at their cap', { ...ORDINARY, contractType: 'works' }, 900_400, 'simplified'],
    ['works just at the threshold', { ...ORDINARY, contractType: 'works' }, 26_960_556, 'open'],
    ['a central body reaches its threshold earlier', { ...ORDINARY, buyerType: 'central' }, 700_000, 'open'],
    ['solutions to adapt', { ...ORDINARY, market: 'toAdapt' }, 2_000_000, 'competitiveNegotiation'],
    ['means that cannot be defined', { ...ORDINARY, meansKnown: false }, 2_000_000, 'competitiveDialogue'],
    ['means that cannot be defined, below the threshold', { ...ORDINARY, meansKnown: false }, 500_000, 'simplified'],
    ['research with the later purchase', { ...RESEARCH, laterVolumes: true, sharedResults: true }, 2_000_000, 'innovationPartnership'],
    ['the same below the threshold', { ...RESEARCH, laterVolumes: true, sharedResults: true }, 800_000, 'innovationPartnership'],
    ['research alone, results shared', { ...RESEARCH, laterVolumes: false, sharedResults: true }, 2_000_000, 'preCommercial'],
    ['research alone, results kept', { ...RESEARCH, laterVolumes: false, sharedResults: false }, 2_000_000, 'competitiveNegotiation'],
    ['research on something mature', { ...RESEARCH, laterVolumes: true, sharedResults: true, trl: 8 }, 2_000_000, 'competitiveNegotiation'],
    ['a concept', { ...ORDINARY, contractType: 'services', onlyConcept: true }, 500_000, 'designContest'],
    ['social services', { ...ORDINARY, contractType: 'socialServices' }, 5_000_000, 'socialServices'],
    ['nobody bid before', { ...ORDINARY, exception: 'noBids' }, 2_000_000, 'negotiationWithoutNotice'],
  ])('%s', (_case, answers, amount, route) => {
    expect(decide(answers, amount)).toMatchObject({ missing: [], recommended: route });
  });
});

describe('a route that does not fit says why', () => {
  it.each<[Route, Procedure, number, GroundCode]>([
    ['simplified', ORDINARY, 2_000_000, 'aboveThreshold'],
    ['directPurchase', ORDINARY, 270_120, 'aboveCap'],
    ['competitiveNegotiation', ORDINARY, 2_000_000, 'noCaseOfArticle70'],
    ['competitiveDialogue', ORDINARY, 2_000_000, 'noCaseOfArticle70'],
    ['innovationPartnership', ORDINARY, 2_000_000, 'onTheMarket'],
    ['innovationPartnership', { ...ORDINARY, market: 'absent' }, 2_000_000, 'noResearch'],
    ['innovationPartnership', { ...RESEARCH, laterVolumes: false }, 2_000_000, 'noLaterPurchase'],
    ['preCommercial', ORDINARY, 2_000_000, 'noResearch'],
    ['preCommercial', { ...RESEARCH, sharedResults: false }, 2_000_000, 'resultsKept'],
    ['preCommercial', { ...RESEARCH, sharedResults: true, laterVolumes: true }, 2_000_000, 'laterPurchaseApart'],
    ['designContest', ORDINARY, 2_000_000, 'noConcept'],
    ['socialServices', ORDINARY, 2_000_000, 'notSocialServices'],
    ['negotiationWithoutNotice', ORDINARY, 2_000_000, 'noCaseOfArticle104'],
  ])('%s', (route, answers, amount, ground) => {
    const { fit, grounds } = verdict(answers, amount, route);
    expect(fit).toBe('excluded');
    expect(grounds).toContain(ground);
  });

  it.each<[Route, Procedure, number, GroundCode]>([
    ['open', ORDINARY, 500_000, 'belowThreshold'],
    ['restricted', ORDINARY, 500_000, 'belowThreshold'],
    ['competitiveDialogue', { ...ORDINARY, meansKnown: false }, 500_000, 'belowThreshold'],
    ['simplified', ORDINARY, 100_000, 'belowCap'],
    ['innovationPartnership', { ...RESEARCH, market: 'toAdapt', laterVolumes: true }, 2_000_000, 'onTheMarket'],
    ['preCommercial', { ...RESEARCH, sharedResults: true, laterVolumes: false, trl: 7 }, 2_000_000, 'maturityHigh'],
  ])('%s is unusual', (route, answers, amount, ground) => {
    expect(verdict(answers, amount, route)).toMatchObject({ fit: 'unusual', grounds: expect.arrayContaining([ground]) as unknown });
  });
});

describe('the table', () => {
  it('judges every route, each with a ground that has its article', () => {
    for (const answers of [{}, ORDINARY, RESEARCH]) {
      const { verdicts } = decide(answers, 2_000_000);
      expect(verdicts.map(({ route }) => route)).toEqual(ROUTES);
      for (const { grounds } of verdicts) expect(grounds.length).toBeGreaterThan(0);
    }
    for (const code of GROUNDS) expect(groundOf(code).legalReference).not.toBe('');
  });

  it('recommends nothing while an answer is missing, and names it', () => {
    const asked = (answers: Procedure): readonly Question[] => decide(answers, 500_000).missing;
    expect(asked({})).toEqual(['contractType', 'onlyConcept', 'market', 'research', 'meansKnown']);
    expect(asked({ ...ORDINARY, research: true })).toEqual(['sharedResults', 'laterVolumes']);
    const { buyerType: _buyerType, ...noBuyer } = ORDINARY;
    expect(asked(noBuyer)).toEqual(['buyerType']);
    expect(decideRoute(ORDINARY, valuePosition(projectOf({}), RO_2026, ON))).toMatchObject({ recommended: null, missing: ['value'] });
  });
});

describe('the value', () => {
  const position = (fields: Partial<Procedure>, amounts: readonly (number | null)[], on = ON) =>
    valuePosition({ ...projectOf({ lots: amounts.map((amount, index) => lot(String(index), { estimatedValue: amount === null ? null : lei(amount) })) }), procedure: { ...ORDINARY, ...fields } }, RO_2026, on);

  it('is that of all lots, with options; unknown while a lot has none', () => {
    expect(position({}, [600_000, 400_000])).toMatchObject({ value: lei(1_000_000), isAboveThreshold: false });
    expect(position({ extraValue: lei(77_624) }, [600_000, 400_000])).toMatchObject({ value: lei(1_077_624), isAboveThreshold: true });
    expect(position({}, [600_000, null])).toMatchObject({ value: null, isAboveThreshold: null, isBelowCap: null });
  });

  it.each([['2023-06-01', '1042363'], ['2025-12-31', '1090812'], ['2026-01-01', '1077624'], ['2027-12-31', '1077624']])('on %s the threshold of a local body is %s lei', (on, value) => {
    expect(position({}, [1], on).threshold?.value).toBe(value);
  });

  it('has no threshold on a day the pack says nothing of', () => {
    expect(position({}, [1], '2028-01-01')).toMatchObject({ threshold: null, isAboveThreshold: null });
  });

  it('reads lei as bani', () => {
    expect(ruleMoney(ruleOn(RO_2026, 'directPurchase.works', ON)!)).toEqual(lei(900_400));
  });
});
