/** Which projects the list shows, and in which order. */
import { foldText } from '../../../domain/fold-text';
import type { ProjectSummary } from '../../../domain/ports/project-store';

export const SHELVES = ['active', 'archived', 'bin'] as const;
export type Shelf = (typeof SHELVES)[number];

export const ORDERS = ['recent', 'title', 'created'] as const;
export type Order = (typeof ORDERS)[number];

/** A project lies on exactly one shelf; the bin wins over the archive. */
export const shelfOf = ({ deletedAt, archivedAt }: ProjectSummary): Shelf => (deletedAt !== null ? 'bin' : archivedAt !== null ? 'archived' : 'active');

const newestFirst = (left: string, right: string): number => (left < right ? 1 : left > right ? -1 : 0);

const comparators = (tag: string): Readonly<Record<Order, (left: ProjectSummary, right: ProjectSummary) => number>> => {
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });
  return {
    recent: (left, right) => newestFirst(left.updatedAt, right.updatedAt) || newestFirst(left.id, right.id),
    created: (left, right) => newestFirst(left.createdAt, right.createdAt) || newestFirst(left.id, right.id),
    title: (left, right) => collator.compare(left.title, right.title) || newestFirst(left.id, right.id),
  };
};

/** Every word of the query must be found somewhere in the project. */
export const listProjects = (summaries: readonly ProjectSummary[], choice: { readonly shelf: Shelf; readonly order: Order; readonly query: string; readonly tag: string }): readonly ProjectSummary[] => {
  const words = foldText(choice.query).split(' ').filter((word) => word !== '');
  return summaries
    .filter((summary) => shelfOf(summary) === choice.shelf && words.every((word) => summary.searchText.includes(word)))
    .sort(comparators(choice.tag)[choice.order]);
};
