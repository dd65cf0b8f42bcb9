/** Which needs and requirements a list shows, and in which order. Pure. */
import { foldText } from '../../../domain/fold-text';
import { pathOfPointer } from '../../../domain/json-pointer';
import { NEED_PRIORITIES, type Need } from '../../../domain/need';
import type { Problem } from '../../../domain/problem';
import type { Requirement } from '../../../domain/requirement';
import type { Id } from '../../../domain/values';

/** A record with its place in the whole list, from 1. */
export interface Numbered<Item> {
  readonly item: Item;
  readonly number: number;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** The problems of each record of `collection`, by its id; a list draws a few of thousands and must not look through all for each. */
export const problemsByRecord = (problems: readonly Problem[], collection: 'needs' | 'requirements'): ((id: Id) => readonly Problem[]) => {
  const byId = new Map<Id, Problem[]>();
  for (const problem of problems) {
    const [first, id, field] = pathOfPointer(problem.pointer ?? '');
    if (first !== collection || id === undefined || field === undefined) continue;
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [problem]);
    else known.push(problem);
  }
  return (id) => byId.get(id) ?? NO_PROBLEMS;
};

export const NEED_SORTS = ['list', 'priority'] as const;
export interface NeedFilter {
  readonly query: string;
  readonly sort: (typeof NEED_SORTS)[number];
}
export const EVERY_NEED: NeedFilter = { query: '', sort: 'list' };

const numbered = <Item>(items: readonly Item[]): Numbered<Item>[] => items.map((item, index) => ({ item, number: index + 1 }));

/** All words must be found somewhere in the texts. */
const matcher = (query: string): ((...texts: readonly string[]) => boolean) => {
  const words = foldText(query).split(' ').filter((word) => word !== '');
  return (...texts) => {
    if (words.length === 0) return true;
    const text = foldText(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
};

const rankOf = ({ priority }: Need): number => (priority === null ? NEED_PRIORITIES.length : NEED_PRIORITIES.indexOf(priority));

export const shownNeeds = (needs: readonly Need[], { query, sort }: NeedFilter): Numbered<Need>[] => {
  const matches = matcher(query);
  const found = numbered(needs).filter(({ item }) => matches(item.title, item.problem, item.affected, item.desiredOutcome, item.department));
  return sort === 'list' ? found : found.toSorted((left, right) => rankOf(left.item) - rankOf(right.item) || left.number - right.number);
};

/** `need`: one need's id, `none` for requirements that answer none, null for all. */
export interface RequirementFilter {
  readonly query: string;
  readonly need: Id | null;
}
export const EVERY_REQUIREMENT: RequirementFilter = { query: '', need: null };

export const shownRequirements = (requirements: readonly Requirement[], { query, need }: RequirementFilter): Numbered<Requirement>[] => {
  const matches = matcher(query);
  return numbered(requirements).filter(({ item }) =>
    (need === null || (need === 'none' ? item.needId === null : item.needId === need)) && matches(item.code, item.section, item.text, item.verification));
};
