/** The shortest lawful days, the proposals, and what is said of days that are too early. Dates counted by hand on a calendar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src-renderer/domain/civil-date';
import { CONTRACT_TYPES, ROUTES, type Procedure, type Route } from '../../../src-renderer/domain/procedure/procedure';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { callPlanOf } from '../../../src-renderer/domain/timeline/call-plan';
import { MILESTONES, type MilestoneKind } from '../../../src-renderer/domain/timeline/milestone';
import { answersRule, extensionRule, minimumPeriods } from '../../../src-renderer/domain/timeline/minimum-periods';
import { proposeDates } from '../../../src-renderer/domain/timeline/propose';
import { milestonesOf, timelineProblems } from '../../../src-renderer/domain/timeline/timeline-problems';
import type { CivilDate } from '../../../src-renderer/domain/values';
import { lei, lot, projectOf } from '../domain/fixtures';

type Days = Partial<Record<MilestoneKind, CivilDate>>;

const planned = (procedure: Procedure, days: Days = {}): Project => ({
  ...projectOf({ lots: [lot('1', { estimatedValue: lei(2_000_000) })] }), procedure: { contractType: 'goods', buyerType: 'local', ...procedure },
  milestones: Object.fromEntries(Object.entries(days).map(([id, date]) => [id, { id, date }])),
});
const planOf = (project: Project) => callPlanOf(project, RO_2026);
const told = (procedure: Procedure, days: Days) => {
  const project = planned(procedure, days);
  return timelineProblems(project, planOf(project));
};

describe('the shortest periods', () => {
  const ON = '2026-05-20';
  const periods = (chosen: Route, rest: Procedure = {}) => minimumPeriods(chosen, { contractType: 'goods', ...rest }, RO_2026, ON).map(({ to, term, rule }) => [to, term.amount, rule.legalReference]);

  it.each<[Route, Procedure, (readonly [MilestoneKind, number, string])[]]>([
    ['open', {}, [['deadline', 35, 'Legea 98/2016 art. 74 alin. (1)']]],
    ['open', { electronic: true }, [['deadline', 30, 'Legea 98/2016 art. 74 alin. (1)']]],
    ['open', { priorNotice: true, electronic: true }, [['deadline', 15, 'Legea 98/2016 art. 74 alin. (2)']]],
    ['open', { urgent: true }, [['deadline', 15, 'Legea 98/2016 art. 74 alin. (3)']]],
    ['restricted', {}, [['requestsUntil', 30, 'Legea 98/2016 art. 79 alin. (1)'], ['deadline', 30, 'Legea 98/2016 art. 79 alin. (2)']]],
    ['restricted', { urgent: true }, [['requestsUntil', 15, 'Legea 98/2016 art. 79 alin. (5) lit. a)'], ['deadline', 10, 'Legea 98/2016 art. 79 alin. (5) lit. b)']]],
    ['competitiveNegotiation', { electronic: true }, [['requestsUntil', 30, 'Legea 98/2016 art. 84 alin. (1)'], ['deadline', 25, 'Legea 98/2016 art. 84 alin. (2)']]],
    ['competitiveNegotiation', { priorNotice: true }, [['requestsUntil', 30, 'Legea 98/2016 art. 84 alin. (1)'], ['deadline', 10, 'Legea 98/2016 art. 84 alin. (3)']]],
    ['competitiveDialogue', {}, [['requestsUntil', 30, 'Legea 98/2016 art. 89']]],
    ['innovationPartnership', {}, [['requestsUntil', 30, 'Legea 98/2016 art. 99']]],
    ['designContest', {}, [['deadline', 30, 'HG 395/2016 art. 98 alin. (2)']]],
    ['simplified', {}, [['deadline', 10, 'Legea 98/2016 art. 113 alin. (5)']]],
    ['simplified', { lowComplexity: true }, [['deadline', 6, 'Legea 98/2016 art. 113 alin. (5)']]],
    ['simplified', { contractType: 'works' }, [['deadline', 15, 'Legea 98/2016 art. 113 alin. (5)']]],
    ['simplified', { contractType: 'works', urgent: true }, [['deadline', 9, 'Legea 98/2016 art. 113 alin. (10)']]],
    ['simplified', { severalStages: true, lowComplexity: true }, [['requestsUntil', 10, 'Legea 98/2016 art. 113 alin. (7)'], ['deadline', 6, 'Legea 98/2016 art. 113 alin. (9)']]],
    ['directPurchase', {}, []], ['preCommercial', {}, []], ['socialServices', {}, []], ['negotiationWithoutNotice', {}, []],
  ])('%s %o', (route, rest, expected) => {
    expect(periods(route, rest)).toEqual(expected);
  });

  it.each<[Route, Procedure, string | undefined]>([
    ['open', {}, '10'], ['open', { urgent: true }, '5'], ['simplified', { contractType: 'works' }, '6'], ['simplified', { contractType: 'services' }, '3'],
    ['simplified', { contractType: 'goods', lowComplexity: true }, '2'], ['simplified', { contractType: 'works', urgent: true }, '2'], ['directPurchase', {}, undefined],
  ])('answers in %s %o come %s days ahead', (route, procedure, days) => {
    expect(answersRule(route, procedure, RO_2026, ON)?.value).toBe(days);
  });

  it.each<[Route, Procedure, string | undefined]>([['open', {}, '6'], ['restricted', { urgent: true }, '4'], ['simplified', {}, '3'], ['simplified', { urgent: true }, '2'], ['preCommercial', {}, undefined]])('%s %o is extended by %s days', (route, procedure, days) => {
    expect(extensionRule(route, procedure, RO_2026, ON)?.value).toBe(days);
  });
});

describe('what is said of the days', () => {
  it('too short a time for bids, with the earliest day and the article; the day itself is enough', () => {
    expect(told({ chosen: 'open' }, { publication: '2026-05-04', deadline: '2026-06-05' })).toContainEqual({
      severity: 'error', code: 'timeline.tooShort', pointer: '/milestones/deadline/date',
      data: { kind: 'deadline', from: 'publication', days: 35, earliest: '2026-06-08', reference: 'Legea 98/2016 art. 74 alin. (1)' },
    });
    expect(told({ chosen: 'open' }, { publication: '2026-05-04', deadline: '2026-06-08' })).toEqual([]);
  });

  it('the earliest day rolls over Easter: ten days from 31 March 2026 end on 14 April', () => {
    expect(told({ chosen: 'simplified' }, { publication: '2026-03-31', deadline: '2026-04-09' })).toContainEqual(expect.objectContaining({ code: 'timeline.tooShort', data: expect.objectContaining({ earliest: '2026-04-14' }) as unknown }));
  });

  it.each<[string, Procedure, Days, string, Record<string, unknown>]>([
    ['answers too late', { chosen: 'open' }, { publication: '2026-05-04', answersUntil: '2026-06-05', deadline: '2026-06-12' }, 'timeline.answersTooLate', { latest: '2026-06-02', days: 10 }],
    ['answers counted from the requests in two stages', { chosen: 'restricted' }, { publication: '2026-05-04', answersUntil: '2026-05-29', requestsUntil: '2026-06-05', deadline: '2026-08-05' }, 'timeline.answersTooLate', { latest: '2026-05-26' }],
    ['a day ahead of what must come first', { chosen: 'open' }, { publication: '2026-05-04', deadline: '2026-06-10', opening: '2026-06-09' }, 'timeline.outOfOrder', { kind: 'opening', before: 'deadline' }],
    ['a contract inside the standstill', { chosen: 'open' }, { publication: '2026-05-04', deadline: '2026-06-10', result: '2026-07-01', contract: '2026-07-10' }, 'timeline.standstill', { earliest: '2026-07-14', days: 11 }],
    ['a report after sixty working days', { chosen: 'open' }, { publication: '2026-05-04', deadline: '2026-06-10', evaluation: '2026-09-30' }, 'timeline.reportLate', { latest: '2026-09-02', days: 60 }],
    ['a holiday', { chosen: 'open' }, { publication: '2026-05-01', deadline: '2026-06-10' }, 'timeline.notWorkingDay', { kind: 'publication', holiday: 'labourDay' }],
    ['a Sunday', { chosen: 'open' }, { publication: '2026-05-03', deadline: '2026-06-10' }, 'timeline.notWorkingDay', { kind: 'publication', holiday: 'weekend' }],
    ['a deadline nobody has set', { chosen: 'open' }, { publication: '2026-05-04' }, 'timeline.dateMissing', { kind: 'deadline' }],
  ])('%s', (_case, procedure, days, code, data) => {
    expect(told(procedure, days)).toContainEqual(expect.objectContaining({ code, data: expect.objectContaining(data) as unknown }));
  });

  it('nothing of a call that has not begun', () => {
    const empty = projectOf({ lots: [] });
    expect(timelineProblems(empty, planOf(empty))).toEqual([]);
  });
});

describe('proposals', () => {
  const anyProcedure: fc.Arbitrary<Procedure> = fc.record({
    chosen: fc.constantFrom(...ROUTES), contractType: fc.constantFrom(...CONTRACT_TYPES), urgent: fc.boolean(), electronic: fc.boolean(), severalStages: fc.boolean(), lowComplexity: fc.boolean(), priorNotice: fc.boolean(),
  });
  const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-05', days));

  it('are lawful whatever is fixed, and keep what is fixed', () => {
    fc.assert(fc.property(anyProcedure, anyDay, fc.constantFrom(...MILESTONES), (procedure, date, fixed) => {
      const before = planOf(planned(procedure));
      const dates = proposeDates(before, fixed, date);
      if (dates === null) {
        expect(!milestonesOf(before).includes(fixed) || fixed === 'questionsUntil').toBe(true);
        return;
      }
      expect(dates[fixed]).toBe(date);
      const project = planned(procedure, dates);
      // The fixed day may be one without work: it was given. Everything else is without a remark.
      const rest = timelineProblems(project, planOf(project)).filter(({ code }) => code !== 'timeline.notWorkingDay');
      expect(rest).toEqual([]);
    }), { numRuns: 300 });
  });

  it('let the last answer fall on a holiday before a row of others, when no day of work is left for it', () => {
    // Good Friday 2027: the last day of work before the deadline on Tuesday that leaves two days is Thursday.
    const dates = proposeDates(planOf(planned({ chosen: 'simplified', contractType: 'goods', urgent: true })), 'answersUntil', '2027-04-30');
    expect(dates).toMatchObject({ publication: '2027-04-26', answersUntil: '2027-04-30', deadline: '2027-05-04' });
  });

  it('never put the last question on the day of publication', () => {
    const before = planOf(planned({ chosen: 'simplified', contractType: 'goods', lowComplexity: true }));
    const dates = proposeDates(before, 'questionsUntil', '2027-04-12');
    expect(dates?.questionsUntil ?? '2027-04-12').toBe('2027-04-12');
    expect(dates === null || (dates.publication ?? '') < '2027-04-12').toBe(true);
  });

  it('forward: an open procedure published on 4 May 2026', () => {
    const project = planned({ chosen: 'open', electronic: true });
    expect(proposeDates(planOf(project), 'publication', '2026-05-04')).toEqual({
      publication: '2026-05-04', questionsUntil: '2026-05-19', answersUntil: '2026-05-22', deadline: '2026-06-03', opening: '2026-06-03', evaluation: '2026-07-01', result: '2026-07-02', contract: '2026-07-14',
    });
  });

  it('backward: bids must be in by 30 June 2026', () => {
    const dates = proposeDates(planOf(planned({ chosen: 'simplified', contractType: 'works' })), 'deadline', '2026-06-30');
    expect(dates).toMatchObject({ publication: '2026-06-15', deadline: '2026-06-30', opening: '2026-06-30' });
  });
});
