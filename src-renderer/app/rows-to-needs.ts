/** Rows of a table become needs and requirements of a project. A word that is none of the choices goes to the notes: nothing written is lost. */
import { foldText } from '../domain/fold-text';
import { MAX_NEEDS, type Need } from '../domain/need';
import type { IdSource } from '../domain/ports/clock';
import type { NeedRow, RequirementRow } from '../domain/ports/import-kinds';
import { inOrder, positionBetween } from '../domain/position';
import { fail } from '../domain/problem';
import type { ImportRecord, Project } from '../domain/project';
import { MAX_REQUIREMENTS, type Requirement } from '../domain/requirement';
import type { Id, Position } from '../domain/values';
import { writtenAspect, writtenKind, writtenPriority } from './written-words';

interface Placed { readonly id: Id; readonly position: Position }

/** The records put after those that are there, in their order. */
const appended = <Item extends Placed>(collection: Readonly<Record<Id, Item>>, made: readonly Omit<Item, 'position'>[]): Record<Id, Item> => {
  let position = inOrder(collection).at(-1)?.position ?? null;
  const all: Record<Id, Item> = { ...collection };
  for (const record of made) {
    position = positionBetween(position, null);
    all[record.id] = { ...record, position } as Item;
  }
  return all;
};

/** `parts`: a text that fits nowhere else, and null where there is none. */
const notesOf = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('; ');

const needOf = (row: NeedRow, id: Id, importId: Id): Omit<Need, 'position'> => {
  const priority = row.priority === null ? undefined : writtenPriority(row.priority);
  return {
    id, title: row.title ?? '', problem: row.problem ?? '', affected: row.affected ?? '', desiredOutcome: row.desiredOutcome ?? '',
    baseline: row.baseline ?? '', target: row.target ?? '', unit: row.unit ?? '', department: row.department ?? '',
    source: row.department === null ? null : 'department', priority: priority ?? null, state: 'identified',
    notes: priority === undefined ? row.priority ?? '' : '', importId,
  };
};

/** The need a row names: by its title, exactly but for case and diacritics, and only when one need alone has it. */
const needFinder = ({ needs = {} }: Project): ((written: string) => Id | null) => {
  const byTitle = new Map<string, Id | null>();
  for (const { id, title } of Object.values(needs)) {
    const folded = foldText(title);
    byTitle.set(folded, byTitle.has(folded) ? null : id);
  }
  return (written) => byTitle.get(foldText(written)) ?? null;
};

const requirementOf = (row: RequirementRow, id: Id, importId: Id, findNeed: (written: string) => Id | null): Omit<Requirement, 'position'> => {
  const kind = row.priority === null ? undefined : writtenKind(row.priority);
  const kindInType = row.kind === null ? undefined : writtenKind(row.kind);
  const aspect = row.kind === null ? undefined : writtenAspect(row.kind);
  const needId = row.need === null ? null : findNeed(row.need);
  return {
    id, code: row.code ?? '', section: row.section ?? '', text: row.text ?? '', kind: kind ?? kindInType ?? null, aspect: aspect ?? null, verification: row.verification ?? '',
    needId, criterionId: null,
    notes: notesOf(kind === undefined ? row.priority : null, aspect === undefined && kindInType === undefined ? row.kind : null, needId === null ? row.need : null),
    importId,
  };
};

const refuseTooMany = (collection: 'needs' | 'requirements', count: number, limit: number): void => {
  if (count > limit) throw fail('project.tooMany', { collection, count, limit });
};

/** Throws `project.tooMany`; nothing is taken in then. */
export const needsFromRows = (project: Project, rows: readonly NeedRow[], record: ImportRecord, ids: IdSource): Project => {
  const needs = project.needs ?? {};
  refuseTooMany('needs', Object.keys(needs).length + rows.length, MAX_NEEDS);
  return { ...project, imports: { ...project.imports, [record.id]: record }, needs: appended(needs, rows.map((row) => needOf(row, ids.next(), record.id))) };
};

/** Throws `project.tooMany`; nothing is taken in then. */
export const requirementsFromRows = (project: Project, rows: readonly RequirementRow[], record: ImportRecord, ids: IdSource): Project => {
  const requirements = project.requirements ?? {};
  refuseTooMany('requirements', Object.keys(requirements).length + rows.length, MAX_REQUIREMENTS);
  const findNeed = needFinder(project);
  return {
    ...project,
    imports: { ...project.imports, [record.id]: record },
    requirements: appended(requirements, rows.map((row) => requirementOf(row, ids.next(), record.id, findNeed))),
  };
};

/** Needs the project has, as the check of a table compares them: by title, else by problem, and department. */
export const presentNeedKeys = ({ needs = {} }: Project): string[] =>
  Object.values(needs).map(({ title, problem, department }) => `${foldText(title === '' ? problem : title)}|${foldText(department)}`);

/** Requirements the project has, as the check of a table compares them: by code, else by section and text. */
export const presentRequirementKeys = ({ requirements = {} }: Project): string[] =>
  Object.values(requirements).map(({ code, section, text }) => (code === '' ? `text|${foldText(section)}|${foldText(text)}` : `code|${foldText(code)}`));
