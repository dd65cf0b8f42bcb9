/** The line a project has in the list of projects. */
import { foldText } from './fold-text';
import type { ProjectSummary } from './ports/project-store';
import type { Project } from './project';
import type { Instant } from './values';

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
  searchText: foldText(
    [
      project.title,
      project.description,
      project.buyer.name,
      ...Object.values(project.lots).map(({ title }) => title),
      ...Object.values(project.awardCriteria).map(({ name }) => name),
      ...Object.values(project.bidders).map(({ name }) => name),
    ].join(' '),
  ),
});
