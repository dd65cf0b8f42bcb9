import { describe, expect, it } from 'vitest';
import { bidProblems } from '../../../src-renderer/domain/bid-problems';
import { callProblems } from '../../../src-renderer/domain/call-problems';
import { criteriaTemplate } from '../../../src-renderer/domain/criteria-template';
import { isCui } from '../../../src-renderer/domain/cui';
import { admissionProblems } from '../../../src-renderer/domain/admissibility/admission-problems';
import { verdictOf } from '../../../src-renderer/domain/admissibility/verdict';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { inOrder } from '../../../src-renderer/domain/position';
import { projectSchema, type Project } from '../../../src-renderer/domain/project';
import { duplicateProject, newProject } from '../../../src-renderer/domain/project-new';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { summarise } from '../../../src-renderer/domain/project-summary';
import { parseRulePack, ruleOn, ruleValue } from '../../../src-renderer/domain/rule-pack';
import { RO_2026, rulePackById } from '../../../src-renderer/domain/rule-packs';
import { clock, countingIds } from './fixtures';

const demo = () => demoProject(countingIds(), clock);

const textsOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []);

const idsOf = (project: Project): string[] => [project.id, ...[project.lots, project.awardCriteria, project.bidders, project.bids, project.evaluators].flatMap((collection) => Object.keys(collection))];

describe('a new project', () => {
  it('is valid, sound and ready for scoring', () => {
    const project = newProject(countingIds(), clock, { title: 'Parcări' });
    expect(projectSchema.parse(project)).toEqual(project);
    expect(projectProblems(project)).toEqual([]);
    expect(Object.values(project.evaluators)).toEqual([{ id: 'id2', position: 'a0', name: '' }]);
    expect(rulePackById(project.rulePackId)).toBe(RO_2026);
  });
});

describe('a duplicate', () => {
  it('has the same call under fresh ids and nothing of the procedure', () => {
    const source = demo();
    const kept = structuredClone(source);
    const copy = duplicateProject(source, countingIds('copy'), clock, 'Iluminat, etapa a doua');
    expect(source).toEqual(kept);
    expect(projectSchema.parse(copy)).toEqual(copy);
    expect(projectProblems(copy)).toEqual([]);
    expect(idsOf(copy).filter((id) => idsOf(source).includes(id))).toEqual([]);
    const words = (project: Project) => [...inOrder(project.lots), ...inOrder(project.awardCriteria)].map(({ id: _id, ...rest }) => rest);
    expect(words(copy)).toEqual(words(source));
    expect([copy.bids, copy.bidders, copy.scoreSheets, copy.imports]).toEqual([{}, {}, {}, {}]);
    expect(Object.values(copy.evaluators).map(({ name }) => name)).toEqual(['']);
    expect([copy.title, copy.buyer, copy.description]).toEqual(['Iluminat, etapa a doua', source.buyer, source.description]);
  });

  it('keeps fields a later version added to lots and criteria', () => {
    const source = demo();
    const [lotId = ''] = Object.keys(source.lots);
    const later = { ...source, lots: { ...source.lots, [lotId]: { ...source.lots[lotId]!, cpv: '34928500-3' } } };
    expect(inOrder(duplicateProject(later, countingIds('copy'), clock, 'B').lots)[0]).toMatchObject({ cpv: '34928500-3' });
  });
});

describe('the criteria template', () => {
  it.each(['ro', 'en'] as const)('makes a call nothing is missing from, in %s', (locale) => {
    const criteria = criteriaTemplate(locale, countingIds());
    const project: Project = { ...demo(), awardCriteria: Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion])) };
    expect(callProblems(project, RO_2026)).toEqual([]);
    expect(inOrder(project.awardCriteria)).toEqual(criteria);
  });

  it('says the same things in both languages', () => {
    const shape = (locale: 'ro' | 'en') => criteriaTemplate(locale, countingIds()).map(({ name: _name, description: _description, ...rest }) => (rest.type === 'quality' ? { ...rest, evidence: '', scale: Object.keys(rest.scale.anchors) } : rest));
    expect(shape('ro')).toEqual(shape('en'));
    expect(textsOf(criteriaTemplate('ro', countingIds())).filter((text) => /[şţŞŢ]/.test(text))).toEqual([]);
  });
});

describe('the demo project', () => {
  it('is the same for the same ids and clock, valid and sound', () => {
    const project = demo();
    expect(demo()).toEqual(project);
    expect(projectSchema.parse(project)).toEqual(project);
    expect([...projectProblems(project), ...callProblems(project, RO_2026), ...bidProblems(project)]).toEqual([]);
  });

  it('admits no bid before each condition of the call was held against it', () => {
    const project = demo();
    expect(admissionProblems(project, RO_2026).map(({ code }) => code)).not.toContain('bid.knockOutsUnchecked');
    expect(Object.values(project.bids).filter((bid) => verdictOf(bid) === 'admissible')).toHaveLength(3);
  });

  it('shows what evaluations are made of', () => {
    const project = demo();
    const [first, second] = evaluate(project, RO_2026).lots;
    const nameOf = (bidId: string | undefined) => project.bidders[project.bids[bidId ?? '']?.bidderId ?? '']?.name;
    expect(first?.ranking.map(({ bidId, rank, total }) => [rank, nameOf(bidId), total])).toEqual([
      [1, 'Senzorium Urban SRL', '81.95'], [2, 'Licurici Energie SRL', '78.41'], [3, 'Felinar Sistem SA', '73.35'], [4, 'Rețele Valahia SRL', '63.20'],
    ]);
    expect(first?.ranking.at(-1)?.flags).toEqual(['abnormallyLow']);
    expect(first?.excluded.map(({ status }) => status)).toEqual(['disqualified']);
    expect(second).toMatchObject({ provisional: true, missingScores: 1, excluded: [{ status: 'withdrawn' }] });
  });

  it('writes comma-below letters, gives a reason for every score, and uses fiscal codes that fit but are not in use', () => {
    const project = demo();
    expect(textsOf(project).filter((text) => /[şţŞŢ]/.test(text))).toEqual([]);
    for (const sheet of Object.values(project.scoreSheets)) for (const { reason } of Object.values(sheet.scores)) expect(reason.length).toBeGreaterThan(30);
    for (const { identifier } of [project.buyer, ...Object.values(project.bidders)]) expect([isCui(identifier), Number(identifier) > 90_000_000]).toEqual([true, true]);
  });
});

describe('the summary', () => {
  it('is found by any name, however it is typed', () => {
    const summary = summarise(demo(), clock.now());
    expect(summary).toMatchObject({ title: 'Iluminat public inteligent', buyerName: 'Comuna Valea Luminii', lotCount: 2, bidCount: 9, updatedAt: clock.now() });
    for (const word of ['iluminat', 'valea luminii', 'retele valahia', 'date deschise', 'noutatea']) expect(summary.searchText).toContain(word);
  });
});

describe('rule packs', () => {
  it('give the value that holds on a day', () => {
    expect(ruleValue(RO_2026, 'abnormallyLow.shareOfEstimate', '2026-05-20')).toBe('80');
    expect(ruleValue(RO_2026, 'threshold.goodsServices.local', '2026-01-01')).toBe('1077624');
    expect(ruleValue(RO_2026, 'threshold.goodsServices.local', '2025-12-31')).toBe('1090812');
    expect(ruleValue(RO_2026, 'threshold.goodsServices.local', '2021-12-31')).toBeNull();
    expect(ruleValue(RO_2026, 'threshold.goodsServices.local', '2028-01-01')).toBeNull();
    expect(ruleValue(RO_2026, 'no.such.rule', '2026-05-20')).toBeNull();
  });

  it('let a later value follow an earlier one', () => {
    const rule = { ...RO_2026.rules[0]!, id: 'r' };
    const pack = { ...RO_2026, rules: [{ ...rule, value: '1' }, { ...rule, value: '3', validFrom: '2027-01-01' }, { ...rule, value: '2', validFrom: '2026-06-01' }] };
    expect(['2026-01-01', '2026-06-01', '2030-01-01'].map((on) => ruleOn(pack, 'r', on)?.value)).toEqual(['1', '2', '3']);
  });

  it('have no two values for one rule on one day, and every value has its article', () => {
    const keys = RO_2026.rules.map(({ id, validFrom }) => `${id} ${validFrom ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { legalReference } of RO_2026.rules) expect(legalReference).toMatch(/^(Legea|HG) \d+\/\d{4}/);
  });

  it('are refused with the place of what is wrong', () => {
    expect(() => parseRulePack({ ...RO_2026, rules: [{ ...RO_2026.rules[0]!, value: '80%' }] })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'rulePack.invalid', pointer: '/rules/0/value' }) as unknown }));
  });
});
