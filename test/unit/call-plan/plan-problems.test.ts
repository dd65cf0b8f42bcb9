/** Procedure, phases, questions and errata: what is said of each, and what leaves the authority. */
import { describe, expect, it } from 'vitest';
import type { Clarification } from '../../../src-renderer/domain/clarification';
import type { Erratum } from '../../../src-renderer/domain/erratum';
import type { Phase } from '../../../src-renderer/domain/phase';
import { planProblems } from '../../../src-renderer/domain/plan-problems';
import type { Procedure } from '../../../src-renderer/domain/procedure/procedure';
import type { Project } from '../../../src-renderer/domain/project';
import { publicQuestions } from '../../../src-renderer/domain/public-questions';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { lei, lot, projectOf } from '../domain/fixtures';

const ORDINARY: Procedure = { contractType: 'goods', buyerType: 'local', onlyConcept: false, market: 'ready', research: false, meansKnown: true, chosen: 'open', valueReason: 'Oferte de preț.' };

const call = (fields: Partial<Project> = {}, amount = 2_000_000): Project => ({
  ...projectOf({ lots: [lot('1', { estimatedValue: lei(amount), cpv: '34928500-3' })] }), procedure: ORDINARY,
  milestones: { publication: { id: 'publication', date: '2026-05-04' }, deadline: { id: 'deadline', date: '2026-06-12' } }, ...fields,
});
const codes = (project: Project): string[] => planProblems(project, RO_2026).map(({ code }) => code);
const problem = (project: Project, code: string) => planProblems(project, RO_2026).find((each) => each.code === code);

describe('the choice', () => {
  it('is silent when it follows the recommendation', () => {
    expect(codes(call())).toEqual([]);
  });

  it.each<[string, Procedure, number, string]>([
    ['is asked for', { ...ORDINARY, chosen: null }, 2_000_000, 'procedure.notChosen'],
    ['must be explained when it is another', { ...ORDINARY, chosen: 'restricted' }, 2_000_000, 'procedure.reasonMissing'],
    ['is refused where the law excludes it', { ...ORDINARY, chosen: 'directPurchase', chosenReason: 'Așa vrem.' }, 2_000_000, 'procedure.excluded'],
    ['rests on a value somebody explained', { ...ORDINARY, valueReason: ' ' }, 2_000_000, 'procedure.valueReasonMissing'],
    ['just below the threshold is doubted', { ...ORDINARY, chosen: 'simplified' }, 1_070_000, 'procedure.justUnderLimit'],
    ['just below the cap is doubted', { ...ORDINARY, chosen: 'directPurchase' }, 270_119.99, 'procedure.justUnderLimit'],
  ])('%s', (_case, procedure, amount, code) => {
    expect(codes(call({ procedure }, amount))).toContain(code);
  });

  it('at the limit itself is not "just below"', () => {
    expect(codes(call({ procedure: { ...ORDINARY, chosen: 'simplified' } }, 270_120))).not.toContain('procedure.justUnderLimit');
  });
});

describe('phases', () => {
  const phase = (id: string, fields: Partial<Phase>): Phase => ({ id, position: id, name: id, suppliers: 4, capPerSupplier: lei(100_000), budget: lei(400_000), months: 4, result: '', ...fields });
  const phased = (...phases: Phase[]) => codes(call({ phases: Object.fromEntries(phases.map((each) => [each.id, each])) }));

  it('agree with the lots and with one another', () => {
    expect(phased(phase('a0', {}), phase('a1', { suppliers: 2, capPerSupplier: lei(800_000), budget: lei(1_600_000) }))).toEqual([]);
    expect(phased(phase('a0', {}))).toEqual(['phase.sumDiffers']);
    expect(phased(phase('a0', { budget: lei(399_999.99) }))).toContain('phase.capsOverBudget');
    expect(phased(phase('a0', {}), phase('a1', { suppliers: 5, capPerSupplier: lei(1), budget: lei(1_600_000) }))).toContain('phase.moreSuppliers');
    expect(phased(phase('a0', { name: '', budget: lei(2_000_000) }))).toEqual(['phase.unnamed']);
  });

  it('are asked for where the route is made of them', () => {
    expect(codes(call({ procedure: { ...ORDINARY, market: 'absent', research: true, laterVolumes: true, sharedResults: true, chosen: 'innovationPartnership' } }))).toContain('phase.needed');
  });
});

describe('questions', () => {
  const question = (id: string, fields: Partial<Clarification>): Clarification => ({
    id, position: id, receivedOn: '2026-05-10', asker: 'Lumina Verde SRL', question: 'Noi, Lumina Verde…', publicQuestion: 'Se poate?', answer: 'Da.', publishedOn: '2026-05-12', mergedInto: null, ...fields,
  });
  const asked = (...questions: Clarification[]) => call({ clarifications: Object.fromEntries(questions.map((each) => [each.id, each])) });

  it('are owed an answer by the day the law sets', () => {
    expect(problem(asked(question('a0', { answer: '' })), 'question.unansweredBy')?.data).toMatchObject({ number: 1, latest: '2026-06-02' });
    expect(codes(asked(question('a0', { answer: '' }))).length).toBe(1);
    expect(codes(asked(question('a0', { publishedOn: '2026-06-03' })))).toEqual(['question.publishedLate']);
    expect(codes(asked(question('a0', { publicQuestion: '' })))).toEqual(['question.notRephrased']);
  });

  it('never name who asked, in whatever letters', () => {
    expect(codes(asked(question('a0', { publicQuestion: 'Firma LUMINĂ VERDE srl întreabă.' })))).toEqual(['question.tellsAsker']);
    expect(codes(asked(question('a0', { answer: 'Răspuns pentru lumina verde SRL.' })))).toEqual(['question.tellsAsker']);
  });

  it('that ask the same are answered once, and the public list holds nothing confidential', () => {
    const project = asked(question('a0', {}), question('a1', { asker: 'Felinar SA', publicQuestion: '', answer: '', mergedInto: 'a0' }), question('a2', { answer: '' }), question('a3', { publicQuestion: 'Când?', answer: 'Luni.' }));
    expect(publicQuestions(project).map(({ number, received }) => [number, received])).toEqual([[1, 2], [3, 1]]);
    expect(JSON.stringify(publicQuestions(project))).not.toMatch(/Lumina|Felinar|Noi/);
  });

  it('merged into one that is gone are asked on their own again', () => {
    expect(publicQuestions(asked(question('a0', { mergedInto: 'gone' })))).toHaveLength(1);
  });
});

describe('errata', () => {
  const erratum = (fields: Partial<Erratum>): Erratum => ({ id: 'e', position: 'a0', what: 'Lotul 2', reason: 'Eroare', effect: 'minor', publishedOn: '2026-06-01', deadlineBefore: '2026-06-12', deadlineAfter: null, ...fields });
  const corrected = (fields: Partial<Erratum>, deadline = '2026-06-12') => call({ errata: { e: erratum(fields) }, milestones: { publication: { id: 'publication', date: '2026-05-04' }, deadline: { id: 'deadline', date: deadline } } });

  it.each<[Partial<Erratum>, string, string[]]>([
    [{}, '2026-06-12', []],
    [{ reason: '' }, '2026-06-12', ['erratum.incomplete']],
    [{ effect: null }, '2026-06-12', ['erratum.incomplete']],
    [{ effect: 'cancels' }, '2026-06-12', ['erratum.cancels']],
    [{ publishedOn: '2026-06-10' }, '2026-06-12', ['erratum.tooLate']],
    [{ publishedOn: '2026-06-09' }, '2026-06-12', []],
    [{ effect: 'moreTime' }, '2026-06-12', ['erratum.deadlineMustMove']],
    [{ effect: 'moreTime', deadlineAfter: '2026-06-17' }, '2026-06-17', ['erratum.deadlineMustMove']],
    [{ effect: 'moreTime', deadlineAfter: '2026-06-18' }, '2026-06-18', []],
    [{ effect: 'moreTime', deadlineAfter: '2026-06-18' }, '2026-06-12', ['erratum.deadlineNotPlanned']],
  ])('%o with the deadline planned on %s: %o', (fields, deadline, expected) => {
    expect(codes(corrected(fields, deadline))).toEqual(expected);
  });
});
