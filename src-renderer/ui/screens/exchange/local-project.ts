/** The state of a project on this computer, for comparing; also when another one is open or none. */
import type { Caiet } from '../../../app/caiet';
import { applyPatches } from '../../../domain/apply-patches';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import type { LocalProject } from '../../../exchange/compare';

/** Undefined when there is none. Retold from its history, whose entries together are the project. */
export const localProject = async (caiet: Caiet, id: Id): Promise<LocalProject | undefined> => {
  await caiet.settle();
  const { summaries, open } = caiet.workspace.getState();
  const summary = summaries.find((each) => each.id === id);
  if (summary === undefined) return undefined;
  if (open?.project.id === id) return { project: open.project, updatedAt: summary.updatedAt };
  let project: Project | undefined;
  for (const entry of await caiet.projects.history(id)) project = applyPatches(project, entry.patches);
  return project === undefined ? undefined : { project, updatedAt: summary.updatedAt };
};
