/** What would be sent: how each project stands to what a target has. */
import type { ProjectStore, ProjectSummary } from '../../domain/ports/project-store';
import type { TargetRecord } from '../../domain/ports/target-store';
import type { Id } from '../../domain/values';
import type { OutboxLine } from './target-state';

/** Hash of the last change; null for a project that is in the bin or gone, which is not sent. */
export const projectHead = async (store: ProjectStore, projectId: Id): Promise<string | null> => {
  const stored = await store.load(projectId);
  return stored === undefined || stored.project.deletedAt !== null ? null : stored.head.hash;
};

const stateOf = ({ waiting, sent }: TargetRecord, projectId: Id, head: string): OutboxLine['state'] => {
  const isThis = (entry: { readonly projectId: Id | null; readonly state: string }): boolean => entry.projectId === projectId && entry.state === head;
  if (waiting.some(isThis)) return 'waiting';
  const ofProject = Object.values(sent).filter((entry) => entry.projectId === projectId);
  if (ofProject.some(isThis)) return 'same';
  return ofProject.length > 0 ? 'changed' : 'new';
};

/** Every project that could be sent, the chosen ones with what would happen to them. A received sheet goes back to whoever handed it out, as its own file. */
export const outboxLines = async (store: ProjectStore, summaries: readonly ProjectSummary[], record: TargetRecord): Promise<readonly OutboxLine[]> => {
  const chosen = new Set(record.projects);
  const lines = summaries.filter(({ deletedAt, archivedAt, id, isSheet }) => isSheet !== true && deletedAt === null && (archivedAt === null || chosen.has(id))).map(async ({ id, title }): Promise<OutboxLine> => {
    const head = chosen.has(id) ? await projectHead(store, id) : null;
    return { projectId: id, title, isChosen: chosen.has(id), state: head === null ? null : stateOf(record, id, head) };
  });
  return Promise.all(lines);
};
