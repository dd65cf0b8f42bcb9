/** What is doubtful about needs and requirements, what rows make of them, and what of them leaves the authority. */
import { describe, expect, it } from 'vitest';
import { needsFromRows, presentNeedKeys, presentRequirementKeys, requirementsFromRows } from '../../../src-renderer/app/rows-to-needs';
import { writtenAspect, writtenKind, writtenPriority } from '../../../src-renderer/app/written-words';
import type { Need } from '../../../src-renderer/domain/need';
import type { NeedRow, RequirementRow } from '../../../src-renderer/domain/ports/import-kinds';
import { inOrder } from '../../../src-renderer/domain/position';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { duplicateProject } from '../../../src-renderer/domain/project-new';
import { projectSchema, type ImportRecord, type Project } from '../../../src-renderer/domain/project';
import type { Requirement } from '../../../src-renderer/domain/requirement';
import { needProblems, requirementProblems } from '../../../src-renderer/domain/specification-problems';
import { publicProject } from '../../../src-renderer/exchange/public/public-project';
import { en } from '../../../src-renderer/i18n/en';
import { ro } from '../../../src-renderer/i18n/ro';
import { NEEDS } from '../../../src-renderer/spreadsheet/import/kinds/needs';
import { REQUIREMENTS } from '../../../src-renderer/spreadsheet/import/kinds/requirements';
import { demo } from '../export/workbook-fixture';
import { lot, projectOf, quality } from '../domain/fixtures';

const countingIds = () => {
  let count = 0;
  return { next: () => `id-${(count += 1)}` };
};
const record = (kind: ImportRecord['kind']): ImportRecord => ({
  id: 'import-1', kind, fileName: 'a.xlsx', sha256: '0'.repeat(64), sheet: 'Foaie1', importedAt: '2026-03-02T08:15:00.000Z', rowsRead: 2, rowsAccepted: 2, rowsExcluded: 0, warnings: 0, cellsCorrected: 0,
});
const source = { sheet: 'Foaie1', row: 2 };
const needRow = (fields: Partial<NeedRow>): NeedRow => ({
  title: 'Străzi luminate', problem: null, affected: null, desiredOutcome: null, baseline: null, target: null, unit: null, department: null, priority: null, source, ...fields,
});
const requirementRow = (fields: Partial<RequirementRow>): RequirementRow => ({
  code: null, section: null, text: 'Semnalează defectul.', kind: null, priority: null, need: null, verification: null, source, ...fields,
});
const need = (id: string, fields: Partial<Need> = {}): Need => ({
  id, position: `a${id}`, title: `Nevoia ${id}`, problem: 'Nu merge.', affected: '', desiredOutcome: '', baseline: '', target: '', unit: '', department: '', source: null, priority: null,
  state: 'identified', notes: '', importId: null, ...fields,
});
const requirement = (id: string, fields: Partial<Requirement> = {}): Requirement => ({
  id, position: `a${id}`, code: '', section: '', text: `Cerința ${id}`, kind: 'mandatory', aspect: null, verification: '', needId: null, criterionId: null, notes: '', importId: null, ...fields,
});
const keyed = <Item extends { readonly id: string }>(...items: readonly Item[]): Record<string, Item> => Object.fromEntries(items.map((item) => [item.id, item]));
const base = (parts: Partial<Project> = {}): Project => ({ ...projectOf({ lots: [lot('1')], criteria: [quality('q')] }), ...parts });
const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);

describe('what is doubtful', () => {
  it('of needs: no title, the same title twice in a department, nothing told', () => {
    const needs = keyed(need('1', { title: ' ' }), need('2', { title: 'Străzi' }), need('3', { title: 'STRĂZI' }), need('4', { title: 'Străzi', department: 'Alt birou' }), need('5', { problem: '' }));
    expect(needProblems(base({ needs })).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['need.untitled', '/needs/1/title'], ['need.unexplained', '/needs/5/problem'], ['need.titleShared', '/needs/3/title'],
    ]);
  });

  it('of requirements: no text, no decision, a code twice, no need, a need without answer, an aspect nobody spoke of', () => {
    const requirements = keyed(
      requirement('1', { text: '', needId: 'a', aspect: 'scalability' }), requirement('2', { kind: null, needId: 'a', code: 'C1', aspect: 'sustainability' }),
      requirement('3', { code: 'c1', needId: 'gone', aspect: 'interoperability' }),
    );
    const project = base({ needs: keyed(need('a'), need('b')), requirements });
    expect(codes(requirementProblems(project))).toEqual(['requirement.empty', 'requirement.undecided', 'requirement.codeShared', 'requirement.noNeed', 'requirement.unanswered']);
    expect(requirementProblems(base({ requirements: keyed(requirement('1')) })).map(({ code, severity, data }) => [code, severity, data['aspect']])).toEqual(
      ['scalability', 'interoperability', 'sustainability'].map((aspect) => ['requirement.noAspect', 'info', aspect]),
    );
    expect(requirementProblems(base({ needs: keyed(need('a')) }))).toEqual([]);
  });

  it('of links that lead nowhere is a warning, so that nothing is lost with them', () => {
    const project = base({ needs: keyed(need('a', { importId: 'gone' })), requirements: keyed(requirement('r', { needId: 'x', criterionId: 'y', importId: 'z' })) });
    expect(projectProblems(project).map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
      ['project.danglingReference', 'warning', '/needs/a/importId'], ['project.danglingReference', 'warning', '/requirements/r/needId'],
      ['project.danglingReference', 'warning', '/requirements/r/criterionId'], ['project.danglingReference', 'warning', '/requirements/r/importId'],
    ]);
    expect(codes(projectProblems(base({ needs: keyed(need('a', { position: '!' })) })))).toEqual(['project.positionInvalid']);
  });
});

describe('rows', () => {
  it('become needs after those that are there, and a word that is no priority stays in the notes', () => {
    const before = base({ needs: keyed(need('1')) });
    const taken = needsFromRows(before, [needRow({ priority: 'RIDICATĂ', department: 'Iluminat' }), needRow({ title: null, problem: 'Stau stinse.', priority: '3' })], record('needs'), countingIds());
    expect(projectSchema.parse(taken)).toEqual(taken);
    expect(inOrder(taken.needs ?? {}).map(({ id, title, priority, notes, importId, state }) => [id, title, priority, notes, importId, state])).toEqual([
      ['1', 'Nevoia 1', null, '', null, 'identified'], ['id-1', 'Străzi luminate', 'high', '', 'import-1', 'identified'], ['id-2', '', null, '3', 'import-1', 'identified'],
    ]);
  });

  it('become requirements linked to the one need of that title, and to none where the title is not clear', () => {
    const before = base({ needs: keyed(need('1', { title: 'Străzi luminate' }), need('2', { title: 'Date' }), need('3', { title: 'date' })) });
    const taken = requirementsFromRows(before, [
      requirementRow({ need: 'STRAZI luminate', kind: 'Interoperabilitate', priority: 'Obligatorie', code: 'C-1' }),
      requirementRow({ need: 'Date', kind: 'Altceva', priority: 'poate' }), requirementRow({ kind: 'Obligatorie' }),
    ], record('requirements'), countingIds());
    expect(projectSchema.parse(taken)).toEqual(taken);
    expect(inOrder(taken.requirements ?? {}).map(({ code, needId, kind, aspect, notes }) => [code, needId, kind, aspect, notes])).toEqual([
      ['C-1', '1', 'mandatory', 'interoperability', ''], ['', null, null, null, 'poate; Altceva; Date'], ['', null, 'mandatory', null, ''],
    ]);
  });

  it('that are in already are known by the keys the check compares them by', () => {
    const needRows = [needRow({ department: 'Iluminat' }), needRow({ title: null, problem: 'Fără titlu.' })];
    expect(presentNeedKeys(needsFromRows(base(), needRows, record('needs'), countingIds()))).toEqual(needRows.map((row) => NEEDS.key(row)));
    const rows = [requirementRow({ code: 'C-1' }), requirementRow({ section: 'Cap. 2' })];
    expect(presentRequirementKeys(requirementsFromRows(base(), rows, record('requirements'), countingIds()))).toEqual(rows.map((row) => REQUIREMENTS.key(row)));
  });

  it('beyond what a project takes are refused whole', () => {
    const many = Array.from({ length: 2001 }, () => needRow({}));
    expect(() => needsFromRows(base(), many, record('needs'), countingIds())).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'project.tooMany' }) }));
  });

  it.each([ro, en])('with the choices of our own forms are all understood', (words) => {
    for (const choice of ['high', 'medium', 'low'] as const) expect(writtenPriority(words[`templates.choice.needPriority.${choice}`])).toBe(choice);
    expect(['must', 'should', 'could'].map((choice) => writtenKind(words[`templates.choice.requirementPriority.${choice as 'must'}`]))).toEqual(['mandatory', 'desirable', 'desirable']);
    for (const aspect of ['functional', 'technical', 'scalability', 'interoperability', 'sustainability', 'security', 'service'] as const) expect(writtenAspect(words[`templates.choice.requirementKind.${aspect}`])).toBe(aspect);
  });
});

describe('what leaves', () => {
  it('are published needs without what is internal, and requirements without a trace of the others', () => {
    const needs = keyed(need('told', { state: 'published', department: 'Iluminat', notes: 'a', importId: 'i' }), need('kept', { title: 'Ascunsă' }));
    const project = base({ needs, requirements: keyed(requirement('r', { needId: 'told', criterionId: 'q', notes: 'b', importId: 'i' }), requirement('s', { needId: 'kept' })) });
    const left = publicProject(project, 'beforeReport');
    expect(left.needs).toEqual(keyed(need('told', { state: 'published' })));
    expect(left.requirements).toEqual(keyed(requirement('r', { needId: 'told', criterionId: 'q' }), requirement('s')));
    expect(JSON.stringify(left)).not.toContain('Ascunsă');
  });

  it('goes into a new project with the same call, its links kept under the new ids', () => {
    const source = demo();
    const copy = duplicateProject(source, countingIds(), { now: () => '2026-03-02T08:15:00.000Z' }, 'Altul');
    const told = ({ needs = {}, requirements = {}, awardCriteria }: Project) => inOrder(requirements).map(({ text, needId, criterionId }) => [text, needs[needId ?? '']?.title, awardCriteria[criterionId ?? '']?.name]);
    expect(told(copy)).toEqual(told(source));
    expect(Object.keys(copy.needs ?? {}).filter((id) => Object.hasOwn(source.needs ?? {}, id))).toEqual([]);
    expect(projectProblems(copy)).toEqual([]);
  });
});
