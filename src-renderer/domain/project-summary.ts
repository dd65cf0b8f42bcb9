/** The line a project has in the list of projects. */
import { foldText } from './fold-text';
import type { ProjectSummary } from './ports/project-store';
import type { Project } from './project';
import type { Instant } from './values';

/** Searched text of bidders, by the collection: there can be ten thousand, and few edits change any. */
const namesOf = new WeakMap<Project['bidders'], string>();

const bidderNames = (bidders: Project['bidders']): string => {
  const names = namesOf.get(bidders) ?? foldText(Object.values(bidders).map(({ name }) => name).join(' '));
  namesOf.set(bidders, names);
  return names;
};

const ownWords = ({ title, description, buyer, lots, awardCriteria }: Project): string =>
  [title, description, buyer.name, ...Object.values(lots).map((lot) => lot.title), ...Object.values(awardCriteria).map(({ name }) => name)].join(' ');

/** Derives the line, with everything searching looks through; `updatedAt` is when the project last changed. */
export const summarise = (project: Project, updatedAt: Instant): ProjectSummary => ({
  id: project.id,
  title: project.title,
  buyerName: project.buyer.name,
  createdAt: project.createdAt,
  updatedAt,
  archivedAt: project.archivedAt,
  deletedAt: project.deletedAt,
  lotCount: Object.keys(project.lots).length,
  bidCount: Object.keys(project.bids).length,
  ...(project.assignment === undefined ? {} : { isSheet: true as const }),
  searchText: [foldText(ownWords(project)), bidderNames(project.bidders)].filter((text) => text !== '').join(' '),
});
